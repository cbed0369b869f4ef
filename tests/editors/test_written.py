"""What is committed for editors is what the table of tokens says today."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from editors import __main__ as editors
from tests.editors.engines import GRAMMAR, compiled, tree_of

CASE = re.compile(
    r"^=+\n(?P<name>[^\n]+)\n=+\n\n(?P<text>.*?)\n---\n\n(?P<tree>.*?)(?=^=+\n|\Z)", re.MULTILINE | re.DOTALL
)


@pytest.mark.parametrize("path", editors.files(), ids=lambda path: path.name)
def test_what_is_committed_is_what_make_editors_writes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert editors.files()[path] == text


def test_the_committed_parser_is_made_of_the_committed_grammar() -> None:
    made_of = editors.MADE_OF.read_text(encoding="utf-8")

    assert editors.made_of() == made_of


def test_the_parser_passes_its_corpus(tmp_path: Path) -> None:
    library = compiled(tmp_path)
    cases = [
        case for file in sorted(GRAMMAR.glob("test/corpus/*.txt")) for case in CASE.finditer(file.read_text("utf-8"))
    ]
    expected = {case["name"]: " ".join(case["tree"].split()).replace("( ", "(") for case in cases}
    found = {case["name"]: tree_of(case["text"], library) for case in cases}

    assert expected == found
    assert 14 <= len(cases)
