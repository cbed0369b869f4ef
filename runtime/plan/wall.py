"""What belongs on the wall: the words beneath `work`."""

from __future__ import annotations

from collections.abc import Mapping

from intaglio.lang import vocabulary as v

SEED = v.Number(0, 2**63 - 1, whole=True, usual=1)
BIGGEST_YEAR = 9999


def _of_the_work(name: str, kind: v.ValueType, doc: str) -> v.Setting:
    return v.Setting(name, (v.Slot(name, kind),), doc, key=name)


WORK: Mapping[str, v.Setting] = {
    setting.name: setting
    for setting in (
        _of_the_work("artist", v.Text(), "Who made it."),
        _of_the_work("after", v.Text(), "Whose work it follows."),
        _of_the_work("year", v.Number(0, BIGGEST_YEAR, whole=True, usual=2026), "When it was made."),
        _of_the_work("edition", v.Text(), "Which of how many: `1 of 3`."),
        _of_the_work("licence", v.Name(), "On what terms it may be used."),
        _of_the_work("statement", v.Text(), "What the artist says of it."),
        _of_the_work("seed", SEED, "Where chance begins in every stage that has no seed of its own."),
    )
}
