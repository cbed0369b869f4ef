"""The card as a page for the web: one file, with its style and pictures in it, no script, and nothing fetched."""

from __future__ import annotations

from base64 import b64encode

from intaglio.face.cards.card import Card, Picture, Table
from intaglio.face.printing.markup import document, marked

STYLE = """
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #111; font: 1rem/1.5 "Libertinus Serif", "Linux Libertine O", Georgia,
  "Noto Serif", "Amiri", "Noto Naskh Arabic", "Noto Serif CJK JP", "Hiragino Mincho ProN", serif; }
main { max-width: 58em; margin: 0 auto; padding: 4rem 1.5rem; }
h1 { margin: 0; font-size: 2.4rem; font-weight: normal; line-height: 1.15; overflow-wrap: anywhere; }
h2 { margin: 2.5rem 0 .6rem; font-size: 1.1rem; font-weight: normal; font-style: italic; }
header p { margin: .4em 0 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: lining-nums tabular-nums; }
th { font-weight: normal; font-size: .8rem; text-align: start; color: #555; }
th, td { padding: .25em 1em .25em 0; border-bottom: 1px solid #ddd; vertical-align: top; overflow-wrap: anywhere; }
.below { font-size: .85rem; color: #555; margin: .4em 0 0; }
.sheet { display: grid; grid-template-columns: repeat(auto-fill, minmax(7.5em, 1fr)); gap: 1rem; }
figure { margin: 0; }
figure img { width: 100%; height: 7.5em; object-fit: contain; image-rendering: auto; background: #f4f4f2; }
figcaption { font-size: .68rem; line-height: 1.3; overflow-wrap: anywhere; }
footer { margin-top: 3rem; font-size: .75rem; color: #555; }
@media print { main { padding: 0; max-width: none; } figure, tr { break-inside: avoid; } }
"""


def page(card: Card) -> bytes:
    """The page, in UTF-8."""
    under = "\n".join(f"<p><bdi>{marked(line)}</bdi></p>" for line in card.under)
    gaps = "".join(f"<li>{marked(gap)}</li>" for gap in card.gaps)
    parts = [
        f"<header>\n<h1><bdi>{marked(card.title)}</bdi></h1>\n{under}\n</header>",
        f"<h2>Gaps</h2>\n<ul>{gaps}</ul>" if gaps else "",
        *map(_table, card.tables),
        f'<h2>Pictures</h2>\n<div class="sheet">{"".join(map(_picture, card.pictures))}</div>',
        f"<footer>{' · '.join(map(marked, card.foot))}</footer>",
    ]
    inner = "\n".join(part for part in parts if part)
    return document(card.title, card.text(), STYLE, inner, pictures=True)


def _table(table: Table) -> str:
    head = "".join(f"<th>{marked(cell)}</th>" for cell in table.head)
    rows = "\n".join(f"<tr>{''.join(f'<td><bdi>{marked(cell)}</bdi></td>' for cell in row)}</tr>" for row in table.rows)
    whole = f'<div class="wide"><table><tr>{head}</tr>\n{rows}</table></div>' if rows else ""
    below = f'<p class="below">{marked(table.below)}</p>' if table.below else ""
    return f"<h2>{marked(table.title)}</h2>\n{whole}{below}"


def _picture(picture: Picture) -> str:
    data = b64encode(picture.data).decode("ascii")
    name = marked(picture.name)
    return f'<figure><img alt="{name}" src="data:image/png;base64,{data}"><figcaption>{name}</figcaption></figure>'
