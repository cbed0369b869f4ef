"""The net in Graphviz's language: https://graphviz.org/doc/info/lang.html. Words stand in quoted strings."""

from __future__ import annotations

from intaglio.face.graph.net import Edge, Join, Net, Node
from intaglio.face.text import visible

STYLES = {Join.FROM: "solid", Join.WITH: "dashed", Join.NAMED: "dotted"}
SHAPES = {"model": "ellipse"}


def drawn(net: Net) -> str:
    """The net as a digraph."""
    ids = {node.name: f"n{number}" for number, node in enumerate(net.nodes)}
    lines = ["digraph {", f"  label={_quoted(net.title)}; labelloc=t; fontname=serif;"]
    lines += ["  node [shape=box, fontname=serif];", "  edge [fontname=serif, fontsize=10];"]
    lines += [f"  {_node(node, ids)}" for node in net.nodes if not node.group]
    for number, group in enumerate(net.groups):
        lines += [f"  subgraph cluster_{number} {{", f"    label={_quoted(group)};"]
        lines += [f"    {_node(node, ids)}" for node in net.nodes if node.group == group]
        lines.append("  }")
    lines += [f"  {_edge(edge, ids)}" for edge in net.edges]
    return "\n".join([*lines, "}", ""])


def _node(node: Node, ids: dict[str, str]) -> str:
    lines = [f"{node.verb} {node.own}", *node.sweeps, *([node.state.value] if node.state is not None else [])]
    shape = f", shape={SHAPES[node.makes]}" if node.makes in SHAPES else ""
    return f"{ids[node.name]} [label={_quoted(*lines)}{shape}];"


def _edge(edge: Edge, ids: dict[str, str]) -> str:
    label = f", label={_quoted(edge.label)}" if edge.label else ""
    return f"{ids[edge.start]} -> {ids[edge.end]} [style={STYLES[edge.join]}{label}];"


def _quoted(*lines: str) -> str:
    """Lines of text as one string. A backslash would begin an escape; a quotation mark would end it."""
    escaped = [visible(line).replace("\\", "\\\\").replace('"', '\\"') for line in lines]
    return '"' + "\\n".join(escaped) + '"'
