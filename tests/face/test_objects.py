from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from intaglio.face.objects import spelled

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(VALUES)
def test_a_program_reads_back_what_was_spelled(value: object) -> None:
    text = spelled(value)

    assert value == json.loads(text)
    assert "\n" not in text


@given(st.text(st.characters(categories=("Cc", "Cf", "Zl", "Zp", "Ll"))))
def test_nothing_that_a_terminal_obeys_is_left(title: str) -> None:
    text = spelled({"title": title})

    assert title == json.loads(text)["title"]
    assert [] == [c for c in text if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in "\u200f\u202e\u2066\u2028\ufeff"]


def test_letters_of_every_script_stay_as_they_are() -> None:

    assert '"crépuscule 界 🐟"' == spelled("crépuscule 界 🐟")
    assert '"\\udcff"' == spelled("\udcff")  # of a file's name that is no text
    assert '"\\udb40\\udc41 \\u009b31m"' == spelled("\U000e0041 \x9b31m")
