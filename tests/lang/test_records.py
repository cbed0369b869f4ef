"""Quickly made dataclasses: what is shown of them."""

from __future__ import annotations

from typing import Any

from intaglio.lang.records import dataclass


@dataclass
class Knot:
    """What may lead back to itself."""

    name: str
    others: list[Any]


def test_what_leads_to_itself_is_shown_to_there() -> None:
    knot = Knot("first", [])
    knot.others.append(Knot("second", [knot]))
    assert repr(knot) == "Knot(name='first', others=[Knot(name='second', others=[...])])"
