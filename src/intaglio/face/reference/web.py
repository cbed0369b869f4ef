"""The reference as one page for a browser: style and pictures are in it, it has no script, and fetches nothing."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from html import escape

from markdown_it import MarkdownIt

from intaglio import __version__
from intaglio.face.reference.pages import FIRST, SUFFIX, picture_of
from intaglio.lang.vocabulary import Vocabulary

PICTURE = re.compile(r'<img src="[^"]*/([a-z-]+)' + re.escape(SUFFIX) + r'"')
PAGE_LINK = re.compile(r'<a href="([\w-]+)\.md"')
OTHER_LINK = re.compile(r'<a href="(?!#)[^"]*">(.*?)</a>')  # of files that do not travel with the page
NAMES = {"work.md": "The work", "images.md": "Measures", "messages.md": "Messages"}
STYLE = """
body { margin: 0; display: flex; font: 1rem/1.55 Georgia, "Libertinus Serif", serif; color: #111; background: #fff; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 2rem 1.5rem; box-sizing: border-box;
  flex: 0 0 11rem; border-right: 1px solid #ddd; } nav a { display: block; margin: .15rem 0; }
main { padding: 2rem 3rem 6rem; max-width: 62rem; min-width: 0; }
a { color: #7a3d08; text-decoration: none; } a:hover { text-decoration: underline; }
section { margin-bottom: 5rem; }
h1 { font-weight: normal; font-size: 2rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
code, pre { font: .86em "DejaVu Sans Mono", Menlo, Consolas, monospace; }
pre { background: #f7f5f0; padding: 1rem 1.2rem; overflow-x: auto; }
table { border-collapse: collapse; } td, th { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0;
  border-bottom: 1px solid #e6e2d8; } td:first-child code { white-space: nowrap; }
img { max-width: 100%; image-rendering: pixelated; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border: 0; }
  nav a { display: inline-block; margin-right: .8rem; } main { padding: 1rem; } }
@media print { nav { display: none; } }
"""


def page(pages: Mapping[str, str], vocabulary: Vocabulary) -> bytes:
    """All pages as one, in UTF-8."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    order = [FIRST, *(f"{name}.md" for name in vocabulary.verbs), *NAMES]
    sections = [_section(name, markdown.render(_without_comment(pages[name]))) for name in order]
    links = "".join(f'<a href="#{_id(name)}">{escape(_called(name))}</a>' for name in order)
    inner = "\n".join(sections)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Intaglio {__version__}: reference</title>
<style>{STYLE}</style>
</head>
<body>
<nav>{links}</nav>
<main>
{inner}
</main>
</body>
</html>
""".encode()


def _called(name: str) -> str:
    return "Reference" if name == FIRST else NAMES.get(name, name.removesuffix(".md"))


def _id(name: str) -> str:
    return name.removesuffix(".md").lower()


def _without_comment(text: str) -> str:
    return text.partition("-->\n")[2]


def _section(name: str, html: str) -> str:
    html = PAGE_LINK.sub(lambda found: f'<a href="#{found[1].lower()}"', html)
    html = OTHER_LINK.sub(r"\1", html)
    return f'<section id="{_id(name)}">\n{PICTURE.sub(_inlined, html)}</section>'


def _inlined(found: re.Match[str]) -> str:
    picture = picture_of(found[1])
    assert picture is not None
    data = base64.b64encode(picture.read_bytes()).decode("ascii")
    return f'<img src="data:image/webp;base64,{data}"'
