"""The net as SVG: one file, no script, nothing fetched. Lines are material, dashed ones models, dots what is named."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from intaglio.face.graph.layers import Drawing, Place, lay_out
from intaglio.face.graph.letters import width
from intaglio.face.graph.net import Edge, Join, Net, Node
from intaglio.face.text import fit, visible

LETTER = 15  # px, the size of letters
SMALLER = 12
BESIDE = 12.0  # from a node's words to its box
LEAST = 60.0  # px that a node's words are given
LINE = 17.0
MARGIN = 30.0
BETWEEN = 46.0  # layers
FRAME = 13.0  # from a group's nodes to its frame
LONGEST = 34  # letters of a name
STATES = {"fresh": "made", "new": "todo", "stale": "old", "partial": "old", "waits": "todo", "later": "todo"}
LEGEND = {Join.FROM: "from: the material", Join.WITH: "with: the model", Join.NAMED: "named by a setting"}
# How things look, as attributes: not every program that shows SVG reads style sheets.
SERIF = "'Libertinus Serif', 'Linux Libertine O', Georgia, 'Noto Serif', serif"
SMALL = f'font-size="{SMALLER}" fill="#555"'
BOXES = {
    "": 'fill="#fff" stroke="#111" stroke-width="1.2"',
    "made": 'fill="#eef3ea" stroke="#111" stroke-width="1.2"',
    "old": 'fill="#fff" stroke="#a5570b" stroke-width="1.8"',
    "todo": 'fill="#fff" stroke="#111" stroke-width="1.2" stroke-dasharray="5 3"',
}
DASHES = {
    Join.FROM: "",
    Join.WITH: ' stroke-dasharray="6 4"',
    Join.NAMED: ' stroke-dasharray="0.1 4" stroke-linecap="round" stroke-width="1.8"',
}
PART = 'font-size="11.5" font-style="italic" fill="#555" stroke="#fff" stroke-width="4" paint-order="stroke"'


def drawn(net: Net) -> str:
    """The drawing. Same net, same bytes."""
    sizes = {node.name: _size(node) for node in net.nodes}
    drawing = lay_out(net, sizes, BETWEEN, MARGIN)
    legend = _legend(net, drawing)
    wide, high = (
        max(drawing.width, _legend_width(net)),
        drawing.height + (LINE if net.groups else 0) + (LINE if legend else 0),
    )
    body = [*(_frame(group, net, drawing) for group in net.groups), *(_edge(edge, drawing) for edge in net.edges)]
    body += [_node(node, drawing.places[node.name]) for node in net.nodes]
    inner = "\n".join([*body, *legend])
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.0f}" height="{high:.0f}" \
viewBox="0 0 {wide:.0f} {high:.0f}" role="img" font-family="{SERIF}" font-size="{LETTER}" fill="#111">
<title>{_set(net.title)}</title>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" \
markerUnits="userSpaceOnUse" orient="auto">\
<path d="M0 0.8 L7 4 L0 7.2" fill="none" stroke="#444"/></marker></defs>
<rect width="100%" height="100%" fill="#fff"/>
{inner}
</svg>
"""


def _set(text: str) -> str:
    return escape(visible(text))


# Nodes -------------------------------------------------------------------------------------------------------------


def _lines(node: Node) -> list[str]:
    """What stands below its name: its sweeps, and what a run would do."""
    return [*node.sweeps, *([node.state.value] if node.state is not None else [])]


def _size(node: Node) -> tuple[float, float]:
    head = width(node.verb, LETTER, bold=True) + width(f" {fit(visible(node.own), LONGEST)}", LETTER)
    below = [width(fit(visible(line), LONGEST), SMALLER) for line in _lines(node)]
    return max(head, *below, LEAST) + 2 * BESIDE, LINE * (1 + len(below)) + 15


def _node(node: Node, place: Place) -> str:
    rounded = place.height / 2 if node.makes == "model" and not _lines(node) else 16 if node.makes == "model" else 2
    state = STATES[node.state.value] if node.state is not None else ""
    middle = place.y + LINE + 3
    name = _set(fit(visible(node.own), LONGEST))
    said = f'<tspan font-weight="bold">{_set(node.verb)}</tspan> <tspan font-style="italic">{name}</tspan>'
    makes = f" makes {node.makes}" if node.makes else ""
    lines = [f"<title>{_set(node.verb)} {_set(node.name)}{makes}</title>"]
    lines.append(f'<rect {_box(place)} rx="{rounded:.0f}" {BOXES[state]}/>')
    lines.append(f"<text {_centred(place.x, middle)}>{said}</text>")
    for number, line in enumerate(_lines(node), 1):
        words = _set(fit(visible(line), LONGEST))
        lines.append(f"<text {SMALL} {_centred(place.x, middle + number * LINE)}>{words}</text>")
    return f"<g>{''.join(lines)}</g>"


def _box(place: Place) -> str:
    left = place.x - place.width / 2
    return f'x="{left:.1f}" y="{place.y:.1f}" width="{place.width:.1f}" height="{place.height:.1f}"'


def _centred(x: float, y: float) -> str:
    return f'x="{x:.1f}" y="{y:.1f}" text-anchor="middle"'


def _frame(group: str, net: Net, drawing: Drawing) -> str:
    """The frame around a group, with its name at its foot, where no edge comes in."""
    within = [drawing.places[node.name] for node in net.nodes if node.group == group]
    left = min(place.x - place.width / 2 for place in within) - FRAME
    right = max(place.x + place.width / 2 for place in within) + FRAME
    top, bottom = (
        min(place.y for place in within) - FRAME,
        max(place.y + place.height for place in within) + FRAME + LINE,
    )
    right = max(right, left + width(visible(group), SMALLER) + 16)
    frame = Place((left + right) / 2, top, right - left, bottom - top)
    box = f'<rect fill="#f7f5f0" stroke="#cfc9bb" {_box(frame)} rx="3"/>'
    return f'{box}<text {SMALL} x="{left + 8:.1f}" y="{bottom - 7:.1f}">{_set(group)}</text>'


# Edges -------------------------------------------------------------------------------------------------------------


def _edge(edge: Edge, drawing: Drawing) -> str:
    """A curve that leaves and arrives upright, through its bends."""
    start, end = drawing.places[edge.start], drawing.places[edge.end]
    points = [(start.x, start.y + start.height), *drawing.routes[edge], (end.x, end.y)]
    path = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (x, y), (to_x, to_y) in pairwise(points):
        half = (y + to_y) / 2
        path += f" C{x:.1f} {half:.1f} {to_x:.1f} {half:.1f} {to_x:.1f} {to_y:.1f}"
    line = f'<path {_stroke(edge.join)} d="{path}" marker-end="url(#tip)"/>'
    return line + (_label(edge.label, points) if edge.label else "")


def _stroke(join: Join) -> str:
    return f'fill="none" stroke="#444"{DASHES[join]}'


def _label(label: str, points: Sequence[tuple[float, float]]) -> str:
    """What is meant of a stage, beside the last stretch of its edge."""
    (x, y), (to_x, to_y) = points[-2:]
    words = _set(fit(visible(label), 24))
    return f"<text {PART} {_centred((x + to_x) / 2, (y + to_y) / 2 + 4)}>{words}</text>"


def _joins(net: Net) -> list[Join]:
    """The ways of joining that need telling apart."""
    joins = [join for join in Join if any(edge.join is join for edge in net.edges)]
    return joins if len(joins) > 1 else []


def _legend_width(net: Net) -> float:
    return sum(_entry(join) for join in _joins(net)) + 2 * MARGIN


def _entry(join: Join) -> float:
    return 52 + width(LEGEND[join], SMALLER)


def _legend(net: Net, drawing: Drawing) -> list[str]:
    x, y = MARGIN, drawing.height + (LINE if net.groups else 0) - 2
    lines = []
    for join in _joins(net):
        lines.append(f'<path {_stroke(join)} d="M{x:.0f} {y:.0f} h26"/>')
        lines.append(f'<text {SMALL} x="{x + 33:.0f}" y="{y + 4:.0f}">{LEGEND[join]}</text>')
        x += _entry(join)
    return lines
