"""Voices: whether the models that a stage plays can be played together, as far as the script says what they are.

Which sorts of models play, and how, is declared by the vocabulary; no verb and no sort is known by name here. Some draw
by themselves. Others read what those beside them draw, which must be the way back for the way there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import mend
from intaglio.lang.checker.naming import head_span
from intaglio.lang.checker.sizing import resized_to, sizes_of
from intaglio.lang.diagnostics.mended import Mended
from intaglio.lang.records import dataclass, replace
from intaglio.lang.span import Span
from intaglio.lang.tree import Clause
from intaglio.lang.vocabulary import Voices
from intaglio.lang.wording import unseen

Size = tuple[int, int]  # width and height in pixels; nothing where nobody can tell


@dataclass(frozen=True, slots=True)
class Voice:
    """A model that a stage plays: the training that it comes of, and what that says."""

    name: str  # as the stage has it
    training: Checked
    sort: str
    one_way: bool
    sets: tuple[str, ...]  # the images that it learns from, in order
    size: Size


def tell_voices(
    stage: Checked,
    voices: Voices,
    stages: Mapping[str, Checked],
    trained: Callable[[str], Checked | None],
    size: Callable[[Checked], Size],
) -> None:
    """Tell of models that cannot be played, or not together.

    `stages` are all, by path; `trained` finds the training that the model of a path comes of, `size` that of its
    pictures.
    """
    found: list[Voice] = []
    for given in stage.inputs.models:
        training = trained(given.stage)
        voice = None if training is None else _voice(given.stage, training, voices, size(training))
        if voice is None:
            return  # of one that nobody knows nothing can be told, nor of the others beside it
        found.append(voice)
    silent = [each for each in found if each.sort not in (*voices.drawing, *voices.reading)]
    readers = [each for each in found if each.sort in voices.reading]
    if silent:
        _tell_silent(stage, voices, silent[0], found)
    elif readers and len(readers) < len(found):
        _tell_mixed(stage, readers, [each for each in found if each not in readers])
    elif len(readers) == 1 and readers[0].one_way:
        others = (_voice(path, each, voices, size(each)) for path, each in stages.items())
        _tell_unread(stage, readers[0], [each for each in others if each is not None], stages)
    elif len(readers) > 1:
        _tell_unfit(stage, readers, stages)
    elif not readers:
        _tell_unseen(stage, voices, len(found))


def _voice(name: str, training: Checked, voices: Voices, size: Size) -> Voice | None:
    said = training.said
    sort = said.values.get(voices.said_by)
    if not isinstance(sort, str) or training.inputs.unsure or said.sweeps:
        return None
    sets = tuple(
        given.stage if given.part is None else f"{given.stage}.{given.part}" for given in training.inputs.sources
    )
    return Voice(name, training, sort, said.values.get(voices.paired_by) in voices.one_way, sets, size)


def _tell_silent(stage: Checked, voices: Voices, silent: Voice, found: Sequence[Voice]) -> None:
    """A model that neither draws by itself nor reads."""
    rest = [each.name for each in found if each.sort in (*voices.drawing, *voices.reading)]
    facts = {"verb": stage.made.word, "name": silent.name, "sort": f"{voices.said_by} {silent.sort}"}
    _say(stage, wrong.graph.NotPlayed, facts, _played(stage, silent.name, [rest] if rest else []))


def _tell_mixed(stage: Checked, readers: Sequence[Voice], drawers: Sequence[Voice]) -> None:
    """Models that read, and others that do not."""
    ways = [[each.name for each in some] for some in sorted((readers, drawers), key=len, reverse=True)]
    facts = {"verb": stage.made.word, "reads": readers[0].name, "draws": drawers[0].name}
    _say(stage, wrong.graph.NotTogether, facts, _played(stage, drawers[0].name, ways))


def _tell_unread(stage: Checked, alone: Voice, others: Sequence[Voice], stages: Mapping[str, Checked]) -> None:
    """One that learnt the way there only, and stands alone."""
    back = [each for each in others if each.sort == alone.sort and each.one_way and each.sets == alone.sets[::-1]]
    offers = _played(stage, alone.name, [[alone.name, each.name] for each in back])
    if not back and len(alone.sets) == 2:
        offers = [_with_way_back(stage, alone, stages)]
    _say(stage, wrong.graph.NobodyReads, {"name": alone.name, "sets": alone.sets}, offers)


def _with_way_back(stage: Checked, alone: Voice, stages: Mapping[str, Checked]) -> dict[str, Any]:
    """The stage's line with another training before it, which learns what this one learns the other way."""
    line, training = stage.made.line, alone.training.made
    clause, name = _clause(stage), f"{training.name}-back"
    if clause is None or name in stages or max(line.depth, training.line.depth) or len(line.pieces) > 1:
        return {"span": _span(stage, alone.name)}
    beneath = [f"  {each.text}" for each in training.line.children if each.head is None or each.head.text != "save"]
    last = clause.values[-1].end
    lines = [f"{training.word} {name} from {', '.join(alone.sets[::-1])}", *beneath]
    lines.append(f"{line.text[:last]}, {name}{line.text[last:]}")
    return mend(line, 0, len(line.text), "\n".join(lines)) | {"span": _span(stage, alone.name)}


def _tell_unfit(stage: Checked, readers: Sequence[Voice], stages: Mapping[str, Checked]) -> None:
    """Those that read each other, and are for pictures of two sizes, or learnt the same way."""
    first = readers[0]
    for other in readers[1:]:
        if all((*first.size, *other.size)) and first.size != other.size:
            _tell_sizes(stage, first, other, stages)
            return
    for one, two in pairwise((*readers, first)) if len(readers) > 2 else [(readers[0], readers[1])]:
        if len(one.sets) == 2 and one.sets == two.sets and one.sets[0] != one.sets[1]:
            _tell_same_way(stage, one, two)


def _tell_sizes(stage: Checked, one: Voice, other: Voice, stages: Mapping[str, Checked]) -> None:
    """Told where the second's images are given their size, if that is one line; else where they are to be played."""
    sized = {each.line: each for each in sizes_of(other.training.inputs.sources, stages.get)}
    facts: dict[str, Any] = {"name": one.name, "size": one.size, "other": other.name, "another": other.size}
    if len(sized) != 1:
        stage.made.desk.say(wrong.graph.OtherSize(span=_span(stage, other.name), **facts))
        return
    (each,) = sized.values()
    each.say(wrong.graph.OtherSize, resized_to(each, one.size), **facts, **_also(stage, each.source))


def _tell_same_way(stage: Checked, one: Voice, two: Voice) -> None:
    """Told where the second is trained: that is the line to change."""
    training = two.training.made
    clause = next((each for each in training.line.clauses if each.word == "from" and len(each.values) == 2), None)
    if clause is None:
        return
    line, (a, b) = training.line, clause.values
    swapped = f"{line.text[b.start : b.end]}, {line.text[a.start : a.end]}"
    facts = mend(line, a.start, b.end, swapped)
    facts |= _also(stage, two.training)
    training.desk.say(wrong.graph.SameWay(name=two.name, other=one.name, sets=one.sets, show=stage.made.path, **facts))


def _tell_unseen(stage: Checked, voices: Voices, models: int) -> None:
    """Fewer screens than there are models that draw by themselves. Those that read are heard without one."""
    verb = stage.made.verb
    setting = verb.settings.get(voices.screens) if verb is not None else None
    if setting is None or any(sweep.setting == setting.key for sweep in stage.said.sweeps):
        return
    line = stage.said.lines.get(setting.key)
    screens = stage.said.values.get(setting.key) if line is not None else setting.default
    if not isinstance(screens, int) or screens >= models:
        return
    desk, told = stage.made.desk, f"{setting.name} {models}"
    facts: dict[str, Any] = {"told": unseen(models, screens, reading=False)}
    if line is not None and len(line.values) == 1 and not stage.made.scope.home.is_recipe:
        way = mend(line, line.values[0].start, line.values[0].end, str(models))
    else:
        way = desk.add(stage.made.line, f"  {told}") | {"paste": f"  {told}", "span": head_span(stage.made.line)}
    desk.say(wrong.graph.NotSeen(**facts, **way))


# Places ------------------------------------------------------------------------------------------------------------


def _say(stage: Checked, fault: type[Mended], facts: Mapping[str, Any], offers: Sequence[Mapping[str, Any]]) -> None:
    """Tell of a fault with the first of these remedies, and the others for where that mends nothing."""
    first, *others = (fault(**facts, **offer) for offer in offers)
    stage.made.desk.say(replace(first, instead=tuple(others)))


def _played(stage: Checked, name: str, ways: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
    """The place of a model after `with`, each time with the line that has other models there."""
    clause, span = _clause(stage), {"span": _span(stage, name)}
    if clause is None or not ways:
        return [span]
    start, end = clause.values[0].start, clause.values[-1].end
    return [mend(stage.made.line, start, end, ", ".join(names)) | span for names in ways]


def _clause(stage: Checked) -> Clause | None:
    """What stands after the stage's `with`, where that is on one line and all of it."""
    with_ = [each for each in stage.made.line.clauses if each.word == "with" and each.values]
    return with_[0] if len(with_) == 1 and len(with_[0].values) == len(stage.inputs.models) else None


def _also(stage: Checked, other: Checked) -> dict[str, Any]:
    """The place of a stage, for what is told at another."""
    there = stage.made.line_for(other.made.desk)
    return {"also": (head_span(there),) if there is not None else ()}


def _span(stage: Checked, name: str) -> Span:
    join = next((each for each in stage.joins if each.made.path == name), None)
    return head_span(stage.made.line) if join is None else join.line.span(join.node.start, join.node.end)
