"""Quickly made dataclasses: each does what one of `dataclasses` does."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from intaglio.lang.records import dataclass, field, fields, replace

Maker = Callable[..., Any]


@dataclass
class Knot:
    """What may lead back to itself."""

    name: str
    others: list[Any]


def test_what_leads_to_itself_is_shown_to_there() -> None:
    knot = Knot("first", [])
    knot.others.append(Knot("second", [knot]))
    assert repr(knot) == "Knot(name='first', others=[Knot(name='second', others=[...])])"


def places(make: Maker, field: Maker) -> tuple[type, type]:
    """A class and one that inherits from it, of every sort of field."""

    @make(frozen=True, slots=True, order=True)
    class Place:
        line: int
        column: int = 1
        note: str = field(default="", compare=False)
        make_seen: int = field(default=2, hash=False)
        seen: list[int] = field(default_factory=list, compare=False, kw_only=True)
        told: str = field(init=False, default="not yet", compare=False)

    @make(frozen=True, slots=True, kw_only=True)
    class Far(Place):  # type: ignore[misc, valid-type]
        depth: int = 0
        both: int = field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "both", self.line + self.depth)

    return Place, Far


def told(place: type, far: type) -> list[Any]:
    """What instances of both say of themselves."""
    one, same, other = place(3), place(3, 1, "beside", seen=[4]), place(2, 5)
    deep, deeper = far(3, depth=4), far(3, 1, depth=5)
    made = [one, same, other, deep, deeper]
    return [
        [repr(each).rpartition(".")[2] for each in made],
        [[a == b for a in made] for b in made],
        [[a < b, a <= b, a > b, a >= b] for a in made[:3] for b in made[:3]],
        [hash(one) == hash(same), hash(one) == hash(other), len({*made})],
        [one == 3, one != same, one.told, deep.both, one.seen is same.seen, same.seen],
        dataclasses.replace(one, column=7).column,
        dataclasses.astuple(same),
        [each.name for each in dataclasses.fields(deep)],
        dataclasses.asdict(deep),
        dataclasses.is_dataclass(far),
        place.__match_args__,
    ]


def test_a_record_does_what_a_dataclass_does() -> None:
    assert told(*places(dataclasses.dataclass, dataclasses.field)) == told(*places(dataclass, field))


def test_another_is_made_of_a_record_and_changes() -> None:
    place, far = places(dataclass, field)
    one = replace(far(3, depth=4, note="beside"), column=7)
    assert (one.line, one.column, one.depth, one.both, one.note) == (3, 7, 4, 7, "beside")
    assert [each.name for each in fields(place)] == [each.name for each in dataclasses.fields(place)]
    with pytest.raises(TypeError, match="unexpected keyword"):
        replace(one, row=2)


@dataclass
class Room:
    """A record."""

    doors: int = 1


@dataclasses.dataclass
class Hall(Room):
    """What the library makes of one."""

    lamps: int = 2


def test_a_dataclass_may_inherit_from_a_record() -> None:
    assert repr(Hall(3)).endswith("Hall(doors=3, lamps=2)")
    assert dataclasses.asdict(Hall()) == {"doors": 1, "lamps": 2}


def test_a_field_of_another_make_is_refused() -> None:
    with pytest.raises(AssertionError, match="not ours"):

        @dataclass
        class Wing:
            doors: list[int] = dataclasses.field(default_factory=list)


def test_no_default_is_shared_by_all_instances() -> None:
    with pytest.raises(AssertionError, match="share one doors"):

        @dataclass
        class Wing:
            doors: list[int] = []  # type: ignore[misc]  # noqa: RUF012


@pytest.mark.parametrize("given", [((), {}), ((1, 2, "", 4, 5), {}), ((1,), {"lines": 2}), ((1,), {"line": 1})])
def test_what_it_is_not_made_of_is_refused_as_by_a_dataclass(given: tuple[tuple[int, ...], dict[str, int]]) -> None:
    """The first time, and when it was made before."""
    said, named = given
    for place in (places(dataclasses.dataclass, dataclasses.field)[0], places(dataclass, field)[0]):
        for _ in range(2):
            with pytest.raises(TypeError, match=r"__init__\(\)"):
                place(*said, **named)


def test_methods_of_its_own_are_kept() -> None:
    @dataclass(frozen=True)
    class Loud:
        word: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Loud) and self.word.lower() == other.word.lower()

        def __repr__(self) -> str:
            return self.word.upper()

    assert Loud("a") == Loud("A")
    assert "A" == repr(Loud("a"))
    assert isinstance(hash(Loud("a")), int)


def test_what_is_not_compared_is_itself_alone() -> None:
    @dataclass(eq=False)
    class Seat:
        number: int

    seat = Seat(1)
    assert seat != Seat(1)
    assert {seat: 2}[seat] == 2


def test_what_changes_has_no_digest() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(Knot("first", []))


def test_what_is_put_around_a_method_stays_there() -> None:
    @dataclass
    class Bell:
        rings: int

    inner: Any = Bell.__init__
    seen: list[int] = []

    def around(self: Any, rings: int) -> None:
        seen.append(rings)
        inner(self, rings)

    Bell.__init__ = around  # type: ignore[method-assign]
    assert [Bell(each).rings for each in (1, 2)] == seen == [1, 2]


def test_a_record_and_what_the_library_makes_are_not_taken_for_each_other() -> None:
    for asks in (fields, replace):
        with pytest.raises(AssertionError, match="Hall is none of ours"):
            asks(Hall(3, 9))
    with pytest.raises(AssertionError, match="inherits from records"):

        @dataclass
        class Stair(Hall):
            steps: int = 3


def test_what_has_to_be_said_stands_first() -> None:
    with pytest.raises(TypeError, match="'second' follows default argument 'first'"):

        @dataclass
        class Pair:
            first: int = 1
            second: int  # type: ignore[misc]


def test_the_library_may_ask_from_several_threads() -> None:
    @dataclass(frozen=True, order=True)
    class Wing:
        doors: int = 1

    asked = vars(Wing)["__dataclass_fields__"]
    first = dataclasses.fields(Wing)
    again = asked.__get__(None, Wing)  # as a thread that asked at the same time

    assert [each.name for each in first] == [*again] == ["doors"]
    assert Wing.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert Wing.__dataclass_params__.order  # type: ignore[attr-defined]
