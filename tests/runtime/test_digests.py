from __future__ import annotations

import mmap
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intaglio.lang.ir import Compared, Joined
from intaglio.runtime.keys import digests
from intaglio.runtime.keys.digests import canonical, derive

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8).map(
    lambda text: unicodedata.normalize("NFC", text)
)
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
    | st.binary(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def told(value: Any) -> Any:
    """A value such that Python's == says what a key should: types tell apart, -0.0 and 0.0 do not."""
    match value:
        case dict():
            return "dict", {name: told(inner) for name, inner in value.items()}
        case list():
            return "list", [told(inner) for inner in value]
    return type(value).__name__, value


@settings(deadline=None)
@given(PLAIN, PLAIN)
def test_two_values_have_one_encoding_exactly_when_they_are_the_same(a: Any, b: Any) -> None:

    assert (told(a) == told(b)) == (canonical(a) == canonical(b))


@settings(deadline=None)
@given(st.lists(PLAIN, max_size=5), st.data())
def test_no_way_of_bracketing_a_list_encodes_like_another(values: list[Any], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(values)))

    assert canonical([values[:cut], values[cut:]]) != canonical([*values, []])


@settings(deadline=None)
@given(st.dictionaries(TEXTS, PLAIN, max_size=6))
def test_the_order_of_a_map_does_not_count(values: dict[str, Any]) -> None:
    backwards = dict(reversed(values.items()))

    assert canonical(values) == canonical(backwards)


@settings(deadline=None)
@given(PLAIN)
def test_tuples_are_lists(value: Any) -> None:
    def as_tuples(value: Any) -> Any:
        match value:
            case dict():
                return {name: as_tuples(inner) for name, inner in value.items()}
            case list():
                return tuple(map(as_tuples, value))
        return value

    assert canonical(value) == canonical(as_tuples(value))


@pytest.mark.parametrize("pair", [(1, 1.0), (1, True), (0, False), (0.0, False), ("1", 1), (None, False), ("a", b"a")])
def test_what_python_calls_equal_or_alike_is_kept_apart(pair: tuple[object, object]) -> None:

    assert canonical(pair[0]) != canonical(pair[1])


def test_minus_nought_is_nought() -> None:

    assert canonical(-0.0) == canonical(0.0)


def test_composed_and_decomposed_letters_are_one_text() -> None:

    assert canonical({"caf\u00e9": "\u00e9"}) == canonical({"cafe\u0301": "e\u0301"})


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), {"\u00e9": 1, "e\u0301": 2}, "\udc80"])
def test_values_without_one_meaning_are_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        canonical([value])


@pytest.mark.parametrize("value", [Path("a"), {1}, {1: 2}, object(), 1j])
def test_what_is_no_plain_value_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical([value])


def test_a_model_encodes_as_the_map_of_its_fields() -> None:
    condition = Compared(measure="blur", operator="<", value=0.4)

    assert canonical(condition) == canonical(condition.model_dump())


def test_a_condition_may_nest_deeper_than_python_recurses() -> None:
    condition: Any = Compared(measure="blur", operator="<", value=0.4)
    for _ in range(20_000):
        condition = Joined.model_construct(operator="and", left=condition, right=None)

    assert canonical(condition).count(b"left") == 20_000
    while isinstance(condition, Joined):  # taken apart by hand: Python would free it by recursion
        condition = condition.left


def test_an_encoding_is_the_same_in_every_process() -> None:
    code = "from intaglio.runtime.keys.digests import of_value; print(of_value({'b': (1, 2.5, None), 'a': 'é'}))"
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }

    assert {b"%s\n" % digests.of_value({"a": "é", "b": [1, 2.5, None]}).encode()} == told


@settings(deadline=None)
@given(st.binary(max_size=5000))
def test_a_file_has_the_digest_of_its_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "file"
    path.write_bytes(data)

    assert digests.of_bytes(data) == digests.of_file(path)


def test_a_digest_is_xxh3_of_128_bits() -> None:  # the empty input's value is in xxHash's own specification

    assert digests.of_bytes(b"") == "99aa06d3014798d86001c324468d497f"


@settings(deadline=None)
@given(st.integers(), st.lists(st.integers(0, 10**6), max_size=3))
def test_a_draw_fits_a_generators_seed(seed: int, indices: list[int]) -> None:

    assert 0 <= derive(seed, "sample", *indices) < 2**63


def test_draws_differ_by_seed_purpose_and_every_index() -> None:
    draws = {
        derive(seed, purpose, i, j)
        for seed in range(5)
        for purpose in ("sample", "shuffle")
        for i in range(20)
        for j in range(20)
    } | {derive(0, "sample", i) for i in range(20)}

    assert len(draws) == 5 * 2 * 20 * 20 + 20


def test_bits_of_draws_are_even() -> None:
    draws = [derive(0, "sample", i) for i in range(4000)]
    shares = [sum(draw >> bit & 1 for draw in draws) / len(draws) for bit in range(63)]

    assert all(0.45 < share < 0.55 for share in shares)


@pytest.mark.parametrize("size", [0, 1, 5, 2 * mmap.ALLOCATIONGRANULARITY, 2 * mmap.ALLOCATIONGRANULARITY + 1])
def test_a_file_that_is_still_has_the_digest_of_its_bytes_through_however_many_windows(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "BLOCK", 4)
    monkeypatch.setattr(digests, "WINDOW", mmap.ALLOCATIONGRANULARITY)
    path = tmp_path / "still"
    path.write_bytes(bytes(range(256)) * (size // 256 + 1))
    os.truncate(path, size)
    with path.open("rb", buffering=0) as file:
        seen = digests.of_still(file, size)

    assert digests.of_bytes(path.read_bytes()) == seen
