"""The net as a Mermaid flowchart: https://mermaid.js.org/syntax/flowchart.html, as pages in Markdown show it.

Words of the script stand in quoted labels, with every sign that Mermaid or HTML could obey spelled by its number.
"""

from __future__ import annotations

from intaglio.face.graph.net import Edge, Join, Net, Node
from intaglio.face.text import visible

ARROWS = {Join.FROM: "-->", Join.WITH: "-.->", Join.NAMED: "--o"}
PLAIN = frozenset(" .,:·×-–’")


def drawn(net: Net) -> str:
    """The net as a flowchart."""
    ids = {node.name: f"n{number}" for number, node in enumerate(net.nodes)}
    lines = ["flowchart TD"]
    lines += [f"  {_node(node, ids)}" for node in net.nodes if not node.group]
    for number, group in enumerate(net.groups):
        lines.append(f'  subgraph g{number}["{_escaped(group)}"]')
        lines += [f"    {_node(node, ids)}" for node in net.nodes if node.group == group]
        lines.append("  end")
    lines += [f"  {_edge(edge, ids)}" for edge in net.edges]
    return "\n".join([*lines, ""])


def _node(node: Node, ids: dict[str, str]) -> str:
    below = [*node.sweeps, *([node.state.value] if node.state is not None else [])]
    head = f"<b>{_escaped(node.verb)}</b> <i>{_escaped(node.own)}</i>"
    label = "<br>".join([head, *map(_escaped, below)])
    opened, closed = ("([", "])") if node.makes == "model" else ("[", "]")
    return f'{ids[node.name]}{opened}"{label}"{closed}'


def _edge(edge: Edge, ids: dict[str, str]) -> str:
    label = f'|"{_escaped(edge.label)}"|' if edge.label else ""
    return f"{ids[edge.start]} {ARROWS[edge.join]}{label} {ids[edge.end]}"


def _escaped(text: str) -> str:
    return "".join(sign if sign.isalnum() or sign in PLAIN else f"#{ord(sign)};" for sign in visible(text))
