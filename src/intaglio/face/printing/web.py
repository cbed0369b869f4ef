"""The folio as a page for the web: one file, with its style in it, no script, and nothing fetched from anywhere."""

from __future__ import annotations

from intaglio.face.printing.folio import Folio, Item, Prose, Run, Strophe, direction
from intaglio.face.printing.markup import document, marked

TAGS = {"verb": "b", "name": "i", "path": "code"}
STYLE = """
:root { color-scheme: light; --step: 1.5em; --beside: 15em; --gutter: 3em; }
body { margin: 0; background: #fff; color: #111; font: 1.06rem/1.5 "Libertinus Serif", "Linux Libertine O", Georgia,
  "Noto Serif", "Amiri", "Noto Naskh Arabic", "Noto Serif CJK JP", "Hiragino Mincho ProN", serif;
  font-variant-numeric: oldstyle-nums; }
main { max-width: 54em; margin: 0 auto; padding: 6rem 1.5rem 4rem; }
header { margin-bottom: 4.5rem; }
h1 { margin: 0; font-size: 2.6rem; font-weight: normal; line-height: 1.15; font-variant-numeric: lining-nums; }
header p { margin: .7em 0 0; }
header .artist { margin: 0 0 .5em; letter-spacing: .04em; }
header .statement { margin-top: 2.2em; max-width: 36em; font-size: .9em; }
section { margin: 0 0 1.5rem; break-inside: avoid; }
.line { display: grid; grid-template-columns: minmax(0, 1fr) var(--beside); column-gap: var(--gutter); }
.line p, .prose p { margin: 0 0 0 calc(var(--depth) * var(--step)); padding-left: 1.2em; text-indent: -1.2em;
  overflow-wrap: anywhere; }
.prose p { max-width: 38em; font-style: italic; }
.prose .gap { height: 1em; }
aside { font-size: .78em; line-height: 1.4; font-style: italic; padding-top: .25em; }
code { font: .8em "DejaVu Sans Mono", Menlo, Consolas, monospace; font-variant-numeric: lining-nums; }
footer { margin-top: 5rem; font-size: .75em; font-variant-numeric: lining-nums; }
@media (max-width: 44em) { .line { display: block; } aside { margin-left: calc((var(--depth) + 1) * var(--step)); } }
@media print { main { padding: 0; max-width: none; } }
"""


def page(folio: Folio) -> bytes:
    """The page, in UTF-8."""
    body = [*_head(folio), *map(_strophe, folio.strophes), f"<footer>{_edition(folio)}</footer>"]
    return document(folio.title, folio.text(), STYLE, "\n".join(body))


def _dir(text: str) -> str:
    return ' dir="rtl"' if direction(text) == "rtl" else ""


def _head(folio: Folio) -> list[str]:
    lines = ["<header>"]
    lines += [f'<p class="artist"{_dir(folio.title)}>{marked(folio.artist)}</p>'] if folio.artist else []
    lines.append(f"<h1{_dir(folio.title)}>{marked(folio.title)}</h1>")
    lines += [f"<p{_dir(folio.title)}><i>{marked(line)}</i></p>" for line in folio.under]
    lines += [f'<p class="statement"{_dir(folio.statement)}>{marked(folio.statement)}</p>'] if folio.statement else []
    return [*lines, "</header>"]


def _edition(folio: Folio) -> str:
    return " · ".join(f"<bdi>{marked(part)}</bdi>" for part in folio.edition)


def _strophe(strophe: Strophe) -> str:
    return "\n".join(["<section>", *map(_item, strophe.items), "</section>"])


def _item(item: Item) -> str:
    style = f'style="--depth: {item.depth}"'
    if isinstance(item, Prose):
        lines = (f"<p{_dir(line)}>{marked(line)}</p>" if line else '<p class="gap"></p>' for line in item.lines)
        return f'<div class="prose" {style}>{"".join(lines)}</div>'
    note = f"<aside{_dir(item.note)}>{marked(item.note)}</aside>" if item.note else ""
    return f'<div class="line" {style}><p>{"".join(map(_run, item.runs))}</p>{note}</div>'


def _run(run: Run) -> str:
    said = marked(run.text)
    if not run.text.isascii() and run.text.strip():
        said = f"<bdi>{said}</bdi>"
    tag = TAGS.get(run.role)
    return f"<{tag}>{said}</{tag}>" if tag else said
