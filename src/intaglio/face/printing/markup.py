"""Markup: what every page for the web has around what stands on it. One file, no script, and nothing fetched."""

from __future__ import annotations

from html import escape

from intaglio.face.printing import writing
from intaglio.face.printing.typesetting import settable

POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def document(title: str, text: str, style: str, inner: str, *, pictures: bool = False) -> bytes:
    """A page in UTF-8: its title and all that is written on it, plain; its style; and what stands there, as markup.

    `pictures` lets it show those that lie in it.
    """
    policy = f"{POLICY}; img-src data:" if pictures else POLICY
    whole = f"""<!doctype html>
<html lang="{writing.language(text)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{marked(title)}</title>
<style>{style}</style>
</head>
<body>
<main>
{inner}
</main>
</body>
</html>
"""
    return whole.encode("utf-8")


def marked(text: str) -> str:
    """Text as it stands in markup, without what no page can set."""
    return escape(settable(text))
