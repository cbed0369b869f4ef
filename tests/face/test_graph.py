"""`gen graph`: every stage and join is drawn, in what each language reads, and nothing lies on anything else."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark

from intaglio.face.graph import dot, mermaid, svg
from intaglio.face.graph.layers import lay_out
from intaglio.face.graph.net import Edge, Join, Net, Node, net
from intaglio.lang.ir import Program, Stage, Sweep
from intaglio.lang.script import read
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import Nowhere
from intaglio.runtime.plan.planner import State
from tests.face.conftest import Gen
from tests.lang.pages import STANDARD

ROOT = Path(__file__).resolve().parents[2]
SCORES = sorted([*(ROOT / "tests" / "works").glob("*.gen"), *(ROOT / "examples").rglob("*.gen")])

# After https://graphviz.org/doc/info/lang.html, without ports, HTML strings and comments.
DOT = Lark(
    r"""
    start: "strict"? ("graph" | "digraph") id? "{" _statements "}"
    _statements: (statement ";"?)*
    ?statement: node | edge | attributes | assignment | subgraph
    attributes: ("node" | "edge" | "graph") attrs
    assignment: id "=" id
    node: id attrs?
    edge: id ("->" id)+ attrs?
    subgraph: "subgraph" id? "{" _statements "}"
    attrs: ("[" (assignment (";" | ",")?)* "]")+
    id: NAME | STRING | NUMBER
    NAME: /(?!(node|edge|graph|digraph|subgraph|strict)\b)[A-Za-z_]\w*/
    NUMBER: /-?(\.\d+|\d+(\.\d*)?)/
    STRING: /"([^"\\]|\\.)*"/s
    %ignore /\s+/
    """
)
# The part of https://mermaid.js.org/syntax/flowchart.html that is written: a label ends at the first quotation mark.
MERMAID = Lark(
    r"""
    start: "flowchart" "TD" _NL _line*
    _line: (node | subgraph | edge) _NL
    node: ID ("[" LABEL "]" | "([" LABEL "])")
    subgraph: "subgraph" ID "[" LABEL "]" _NL (node _NL)* "end"
    edge: ID ARROW ("|" LABEL "|")? ID
    ARROW: "-->" | "-.->" | "--o"
    ID: /[ng]\d+/
    LABEL: /"(<\/?[bi]>|<br>|#\d+;|[^"<>#&\n])*"/
    _NL: /\n/
    %ignore / +/
    """
)


def net_of(score: Path, words: Vocabulary) -> Net:
    program = read(score.read_text("utf-8"), words, Nowhere(), STANDARD).program
    assert program is not None
    return net(program, words, score.stem, {})


@st.composite
def nets(draw: st.DrawFn) -> Net:
    """Any net: names and titles of any signs, groups, sweeps, states, and edges from earlier nodes to later."""
    sign = st.text(max_size=12)
    count = draw(st.integers(0, 9))
    nodes = []
    for number in range(count):
        group = draw(st.sampled_from(["", "a", "b", 'c"]']))
        sweeps = tuple(draw(st.lists(sign, max_size=2)))
        makes, state = draw(st.sampled_from(["model", "images", ""])), draw(st.sampled_from([None, *State]))
        nodes.append(Node(f"{group}.{draw(sign)}{number}", draw(sign), makes, group, sweeps, state))
    pairs = [(one, other) for other in range(count) for one in range(other)]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=14)) if pairs else []
    edges = [Edge(nodes[one].name, nodes[other].name, draw(st.sampled_from(Join)), draw(sign)) for one, other in chosen]
    return Net(draw(sign), tuple(nodes), tuple(dict.fromkeys(edges)))


# Each language -----------------------------------------------------------------------------------------------------


@given(nets())
def test_any_net_is_dot_with_each_node_and_edge(it: Net) -> None:
    tree = DOT.parse(dot.drawn(it))

    assert len(it.nodes) == len(list(tree.find_data("node")))
    assert len(it.edges) == len(list(tree.find_data("edge")))


@given(nets())
def test_any_net_is_mermaid_with_each_node_and_edge(it: Net) -> None:
    tree = MERMAID.parse(mermaid.drawn(it))

    assert len(it.nodes) == len(list(tree.find_data("node")))
    assert len(it.edges) == len(list(tree.find_data("edge")))


# The px that words take in DejaVu Serif, which programs set where Libertinus Serif is not: verb bold, name italic.
MEASURED = {
    ("dataset", "photographs"): 162.6,
    ("train", "dreamer"): 110.8,
    ("rebuild", "remembered"): 163.0,
    ("walk", "summer-moonwalk"): 188.0,
    ("dataset", "mmmmwwww"): 174.8,
    ("film", "PHOTO"): 95.0,
}


@pytest.mark.parametrize(("words", "measured"), MEASURED.items())
def test_no_box_touches_its_words_in_the_widest_font_that_may_set_them(words: tuple[str, str], measured: float) -> None:
    verb, name = words
    root = ElementTree.fromstring(svg.drawn(Net("one", (Node(name, verb, "images", "", (), None),), ())))
    (box,) = (each for each in root.iter("{http://www.w3.org/2000/svg}rect") if each.get("rx"))

    assert measured + 20 < float(box.get("width", "0")) < measured + 56


@given(nets())
def test_any_net_is_svg_with_each_node_and_edge_and_nothing_that_runs(it: Net) -> None:
    root = ElementTree.fromstring(svg.drawn(it))

    tags = Counter(element.tag.rpartition("}")[2] for element in root.iter())
    ends = [element for element in root.iter() if element.get("marker-end")]
    assert len(it.nodes) == tags["g"]
    assert len(it.edges) == len(ends)
    assert set() == set(tags) - {"svg", "title", "defs", "marker", "path", "rect", "text", "tspan", "g"}


@pytest.mark.parametrize("score", SCORES, ids=lambda score: score.stem)
def test_the_words_of_every_stage_are_in_every_drawing(score: Path, words: Vocabulary) -> None:
    it = net_of(score, words)

    for drawn in (svg.drawn(it), dot.drawn(it), mermaid.drawn(it)):
        missing = [word for node in it.nodes for word in (node.verb, node.own) if word.split("-")[0] not in drawn]

        assert [] == missing


# What there is to draw ---------------------------------------------------------------------------------------------


def test_material_models_and_named_stages_are_told_apart(words: Vocabulary) -> None:
    it = net_of(ROOT / "tests" / "works" / "cabinet.gen", words)

    assert Edge("cabinet", "tide", Join.FROM) in it.edges
    assert Edge("tide", "atlas.specimens", Join.WITH) in it.edges
    assert Edge("cabinet", "atlas.specimens", Join.NAMED, "group") in it.edges
    assert Edge("cabinet", "atlas.chimeras", Join.NAMED, "blend") in it.edges
    assert ("atlas",) == it.groups


def test_sweeps_are_counted(words: Vocabulary) -> None:
    it = net_of(ROOT / "tests" / "works" / "cabinet.gen", words)

    sweeps = {node.name: node.sweeps for node in it.nodes if node.sweeps}

    assert ("each group from cabinet", "each guidance × 3", "each seed × 4") == sweeps["atlas.specimens"]


def test_a_sweep_is_called_as_the_artist_calls_it(words: Vocabulary) -> None:
    sweep = Sweep(setting="latent", values=(2, 8, 64), called="waist")
    program = Program(stages=(Stage(name="mind", kind="train", sweeps=(sweep,)),))

    (node,) = net(program, words, "plate", {}).nodes

    assert ("each waist × 3",) == node.sweeps


# Where it lies -----------------------------------------------------------------------------------------------------


@given(nets())
def test_no_two_nodes_touch_and_what_is_made_stands_below_what_it_is_made_of(it: Net) -> None:
    drawing = lay_out(it, {node.name: (40.0 + 9 * len(node.verb), 30.0) for node in it.nodes}, 40, 20)
    places = [drawing.places[node.name] for node in it.nodes]

    for number, one in enumerate(places):
        for other in places[:number]:
            beside = abs(one.x - other.x) >= (one.width + other.width) / 2 + 10
            assert beside or abs(one.y - other.y) >= 40
    assert all(drawing.places[edge.start].y < drawing.places[edge.end].y for edge in it.edges)
    assert all(place.x - place.width / 2 >= 20 - 1e-6 for place in places)
    assert all(place.x + place.width / 2 <= drawing.width - 20 + 1e-6 for place in places)


@given(nets())
def test_nothing_foreign_lies_within_the_strip_of_a_group(it: Net) -> None:
    drawing = lay_out(it, {node.name: (60.0, 30.0) for node in it.nodes}, 40, 20)
    spans = {}
    for group in ("", *it.groups):
        within = [drawing.places[node.name] for node in it.nodes if node.group == group]
        if within:
            spans[group] = (min(p.x - p.width / 2 for p in within), max(p.x + p.width / 2 for p in within))

    ordered = sorted(spans.values())

    assert all(one[1] < other[0] for one, other in pairwise(ordered))


def test_a_chain_of_a_thousand_stages_is_drawn() -> None:
    nodes = tuple(Node(f"n{number}", "vary", "images", "", (), None) for number in range(1000))
    edges = [Edge(f"n{number}", f"n{number + 1}", Join.FROM) for number in range(999)]
    far = [Edge("n0", f"n{number}", Join.NAMED) for number in range(2, 1000)]

    drawn = svg.drawn(Net("long", nodes, (*edges, *far)))

    assert 1000 == drawn.count("<g>")


# The command -------------------------------------------------------------------------------------------------------


def test_a_drawing_is_printed_or_written_and_no_one_s_file_is_written_over(gen: Gen, score: Path) -> None:
    printed = gen("graph", "colours.gen")
    written = gen("graph", "colours.gen", "--to", "colours.svg")
    drawing = score.with_suffix(".svg").read_text("utf-8")
    score.with_suffix(".svg").write_text("mine")
    refused = gen("graph", "colours.gen", "--to", "colours.svg")

    assert printed.stdout.startswith("<svg")
    assert (0, printed.stdout) == (written.returncode, drawing)
    assert (2, "mine") == (refused.returncode, score.with_suffix(".svg").read_text())
    assert "Try   gen graph colours.gen --to colours.svg --replace" in refused.stderr


def test_what_a_run_would_do_is_shown_once_anything_was_made(gen: Gen, score: Path) -> None:
    before = gen("graph", "colours.gen", "--as", "dot").stdout
    assert 0 == gen("run", "colours.gen").returncode
    after = gen("graph", "colours.gen", "--as", "dot").stdout
    score.write_text(score.read_text("utf-8").replace("8 px", "9 px"), "utf-8")
    edited = gen("graph", "colours.gen", "--as", "dot").stdout

    assert "fresh" not in before
    assert 2 == after.count("fresh")
    assert "stale" in edited


@pytest.mark.parametrize(("name", "begins"), [("a.mmd", "flowchart"), ("a.gv", "digraph"), ("a.dot", "digraph")])
def test_the_ending_of_the_file_says_the_format(gen: Gen, score: Path, name: str, begins: str) -> None:
    gen("graph", "colours.gen", "--to", name)

    assert score.with_name(name).read_text("utf-8").startswith(begins)


def test_a_script_with_mistakes_shows_them(gen: Gen, score: Path) -> None:
    score.write_text("gen 1\ntrian a from b\n", "utf-8")

    done = gen("graph", "colours.gen")

    assert (1, "") == (done.returncode, done.stdout)
    assert "G101" in done.stderr
