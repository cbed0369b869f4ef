"""Fitting: whether what a stage says fits what it is made of, as far as the script says what that is.

Stages come in, and faults go out: a value too many for the stages that there are, a step past the end of a training, a
layer that a model lacks, images of a size that will not do, nothing to be done. Which verbs and settings speak of such
things is declared by the vocabulary; none is known by name here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import islice, takewhile
from posixpath import normpath
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.bound import bound_to, comes_from_use
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import Desk, leave_out, mend
from intaglio.lang.checker.examples import line_of
from intaglio.lang.checker.inputs import Inputs, say_nothing
from intaglio.lang.checker.kinds import Grouping
from intaglio.lang.checker.names import Made
from intaglio.lang.checker.naming import head_span
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.roll import Changes, Roll
from intaglio.lang.checker.sizing import Sized, fitted, shown, sizes_of, written
from intaglio.lang.checker.values import read_word
from intaglio.lang.checker.voices import tell_voices
from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.records import dataclass, replace
from intaglio.lang.tree import Line, Node
from intaglio.lang.vocabulary import (
    Able,
    Apart,
    Choice,
    Flag,
    Layers,
    Number,
    Room,
    Setting,
    Slot,
    Unfed,
    Verb,
    offered,
)
from intaglio.lang.wording import no_room, quantity

MOST = 64  # models, one made of the other, that are gone through for what moves in them
LEAST = 1e-6  # that shares may come to


@dataclass(slots=True, eq=False)
class _Concerns:
    """The words of a verb that speak of what a stage is made of."""

    per: tuple[Setting, ...]
    up_to: tuple[Setting, ...]
    of_kinds: tuple[Setting, ...]
    beside: tuple[Setting, ...]
    shares: tuple[Setting, ...]
    layers: Mapping[str, Slot]  # by the word whose line names them
    of_groups: frozenset[str]  # steps that say something where images are in groups
    deaf: frozenset[str]  # by their keys, settings that may say nothing

    def __bool__(self) -> bool:
        return bool(self.per or self.up_to or self.beside or self.shares or self.layers)


@dataclass(frozen=True, slots=True)
class _Remarks:
    """What was remarked on at a stage: the faults that were told, and what they hang on."""

    faults: tuple[Diagnostic, ...]
    asked: frozenset[str]  # the paths that were looked up
    lines: tuple[Line, ...]  # of the stages that they are about, and where those stood
    places: tuple[int, ...]
    numbers: frozenset[int]  # of all that stands there

    def hold(self, mistaken: AbstractSet[int]) -> bool:
        """Whether the same would be said again: no line stands elsewhere, and none has a mistake."""
        places = tuple([line.number for line in self.lines])
        return places == self.places and self.numbers.isdisjoint(mistaken)


class Fitting:
    """An account of what fits, stage by stage. One is looked at again where something that was looked up for it has
    changed, or something was told.
    """

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._by_path: Mapping[str, Checked] = roll.by_path
        self._concerns: dict[str, tuple[Verb, _Concerns]] = {}
        self._layers: dict[tuple[int, str, tuple[int, int]], Mapping[str, int | None]] = {}  # counted once
        self._told: set[Made] = set()  # whose images were found not to fit
        self._lines: set[int] = set()  # that have a mistake
        self._heard = 0  # faults that were looked at for that
        self._grouping = Grouping(self._at)
        self._unknown: set[Checked] = set()  # what has to be looked at
        # Of those that fit, though something is remarked on, the paths that were looked up to know that.
        self._fit: dict[Checked, frozenset[str]] = {}
        self._remarks: dict[Checked, _Remarks] = {}  # of those, what is remarked on
        self._asked: set[str] = set()  # the paths that were looked up for one stage
        self._asking: dict[Checked, frozenset[str]] = {}
        self._askers: dict[str, set[Checked]] = {}

    def renew(self, changes: Changes) -> None:
        """Hear who went and who came."""
        for stage in changes.gone:
            self._unknown.discard(stage)
            self._forget(stage)
            self._note(stage, frozenset())
        for stage in changes.both:
            askers = self._askers.get(stage.made.path, ())
            self._unknown.update(askers)
            for asker in askers:
                self._forget(asker)
        self._unknown.update(stage for stage in changes.come if stage.is_stage)

    def tell(self, order: Sequence[Checked], desk: Desk) -> None:
        """Tell of everything that does not fit what stages are made of. They come in the order of work."""
        self._told.clear()
        self._lines.clear()
        self._heard = 0
        if self._roll.doubles:
            self._tell_all([stage for stage in order if stage.is_stage], desk)
            return
        places = self._roll.places if order is self._roll.stages else dict(zip(order, range(len(order)), strict=True))
        for stage in sorted(self._unknown, key=places.__getitem__):
            before = desk.told
            self._asked.clear()
            self._tell(stage, desk)
            if before == desk.told and not self._told:
                self._unknown.discard(stage)
            self._note(stage, frozenset(self._asked))

    def _tell_all(self, stages: Sequence[Checked], desk: Desk) -> None:
        """The same where two stages have one path, of which the last is meant, and nothing is remembered."""
        self._by_path = {stage.made.path: stage for stage in stages}
        self._forget_all()
        for stage in stages:
            self._tell(stage, desk)
        self._forget_all()
        self._by_path = self._roll.by_path
        self._unknown.update(stages)

    def _forget(self, stage: Checked) -> None:
        self._fit.pop(stage, None)
        self._remarks.pop(stage, None)

    def _forget_all(self) -> None:
        self._fit.clear()
        self._remarks.clear()

    def _note(self, stage: Checked, asked: frozenset[str]) -> None:
        before = self._asking.pop(stage, frozenset())
        for path in before - asked:
            askers = self._askers[path]
            askers.remove(stage)
            if not askers:
                del self._askers[path]
        for path in asked - before:
            self._askers.setdefault(path, set()).add(stage)
        if asked:
            self._asking[stage] = asked

    def _at(self, path: str) -> Checked | None:
        """The stage that has a path."""
        self._asked.add(path)
        return self._by_path.get(path)

    def _tell(self, stage: Checked, desk: Desk) -> None:
        """Tell of what does not fit in one stage."""
        verb = stage.made.verb
        if verb is None:
            return
        known = self._fit.get(stage)
        if known is not None:
            self._asked |= known
        else:
            before = desk.told
            self._tell_unfit(stage, verb)
            if before == desk.told and not self._told:
                self._fit[stage] = frozenset(self._asked)
        if not stage.inputs.unsure:
            self._remark(stage, verb)

    def _remark(self, stage: Checked, verb: Verb) -> None:
        """Tell of what fits and was hardly meant; what was told of it is told again where it would say the same."""
        desk = stage.made.desk
        deaf = not self._concerns_of(verb).deaf.isdisjoint(stage.said.lines)
        if not deaf and not verb.still:
            return
        mistaken = self._mistaken(desk)
        known = self._remarks.get(stage)
        if known is not None and known.hold(mistaken):
            self._asked |= known.asked
            desk.faults += known.faults
            return
        before, guesses = desk.told
        if deaf:
            from intaglio.lang.checker.deaf import tell_deaf  # as few scores need it as have a mistake

            tell_deaf(stage, verb, lambda sort: self._training_of(stage, sort), partial(_last, stage, verb), mistaken)
        models = tuple(islice(takewhile(_moves_on, self._models_above(stage)), MOST)) if verb.still else ()
        if any(model.steps.steps for model in models):
            from intaglio.lang.checker.deaf import tell_still

            tell_still(stage, verb, models)
        if stage in self._fit and desk.told[1] == guesses and len(desk.faults) > before:
            self._remember(stage, desk.faults[before:], mistaken)

    def _remember(self, stage: Checked, faults: Sequence[Diagnostic], mistaken: AbstractSet[int]) -> None:
        """Remember what was remarked on, where all that it hangs on stands on the lines of stages of the script."""
        asked = frozenset(self._asked)
        stages = [stage, *filter(None, map(self._by_path.get, asked))]
        if any(each.strays or each.made.scope.home.is_recipe for each in stages):
            return
        lines = tuple(each.made.line for each in stages)
        numbers = frozenset(number for line in lines for number in range(line.number, line.end + 1))
        if numbers.isdisjoint(mistaken):
            places = tuple(line.number for line in lines)
            self._remarks[stage] = _Remarks(tuple(faults), asked, lines, places, numbers)

    def _models_above(self, stage: Checked) -> Iterator[Checked]:
        """The first model that a stage is given, the first that that one is made of, and so on, as far as is known."""
        for _ in self._by_path:
            given = next(iter(stage.inputs.models), None)
            model = self._at(given.stage) if given is not None and not stage.inputs.unsure else None
            if model is None:
                return
            yield model
            stage = model

    def _mistaken(self, desk: Desk) -> set[int]:
        """The lines of the script that have a mistake, as far as is told. Each fault is looked at once."""
        while desk.outer is not None:
            desk = desk.outer
        new = desk.faults[self._heard :]
        self._heard = len(desk.faults)
        self._lines.update(each.span.line for each in new if each.level is Level.MISTAKE)
        return self._lines

    def _training_of(self, stage: Checked, sort: str) -> Checked | None:
        """The training that the model of a stage comes of; None where nobody can tell."""
        training = self._trained(stage, sort)
        return None if training is None or training.inputs.unsure else training

    def _tell_unfit(self, stage: Checked, verb: Verb) -> None:
        """Tell of what stands in one stage and does not fit."""
        if verb.must_act:
            _tell_nothing_done(stage, verb)
        if verb.asks:
            _tell_nothing_asked(stage, verb)
        unfed = verb.unfed_by(stage.said.values)
        if unfed is not None:
            _tell_fed(stage, *unfed)
            _tell_unsaid(stage, verb, *unfed)
        elif verb.sides is not None or verb.one_size:
            self._tell_sizes(stage, verb)
        if verb.apart is not None and _is_otherwise(stage, verb.apart):
            from intaglio.lang.checker.apart import tell_apart  # as few scores need it as have a mistake

            tell_apart(stage, verb, verb.apart)
        if verb.bag and _is_given_twice(stage.inputs):
            from intaglio.lang.checker.apart import tell_given_twice

            tell_given_twice(stage)
        if verb.able is not None and not stage.inputs.unsure:
            self._tell_unable(stage, verb, verb.able)
        if verb.room is not None and verb.room.key in stage.said.values:
            _tell_no_room(stage, verb.room)
        if verb.alike:
            self._tell_unlike(stage, verb.alike)
        if verb.voices is not None and not stage.inputs.unsure:
            sort = verb.voices.said_by
            tell_voices(
                stage, verb.voices, self._by_path, lambda path: self._training(self._at(path), sort), self._size
            )
        concerns = self._concerns_of(verb)
        self._grouping.tell(stage, verb, concerns.of_kinds)
        if concerns.of_groups and any(step.word in concerns.of_groups for step in stage.steps.steps):
            self._tell_ungrouped(stage, verb)
        if not concerns or stage.inputs.unsure:
            return
        for setting in concerns.beside:
            _tell_alone(stage, verb, setting)
        for setting in concerns.shares:
            _tell_nothing_left(stage, setting)
        for setting in concerns.per:
            _tell_not_for_each(stage, setting)
        for setting in concerns.up_to:
            self._tell_past(stage, setting)
        if concerns.layers:
            self._tell_layers(stage, concerns.layers)

    def _concerns_of(self, verb: Verb) -> _Concerns:
        known = self._concerns.get(verb.name)
        if known is None or known[0] is not verb:
            known = self._concerns[verb.name] = verb, _concerns(verb)
        return known[1]

    def _tell_sizes(self, stage: Checked, verb: Verb) -> None:
        """Images of a size that will not do, or of another than those beside them. It is told where they are given it,
        and once.
        """
        first: Sized | None = None
        for sized in sizes_of(stage.inputs.sources, self._at):
            fitting = fitted(sized, verb.sides) if verb.sides is not None else None
            facts = {"name": stage.made.path} | _there(stage, sized.source)
            if sized.source.made in self._told:
                continue
            if fitting is not None and verb.sides is not None:
                self._told.add(sized.source.made)
                sized.say(wrong.graph.SidesUnfit, fitting, size=shown(sized.size), sides=verb.sides.said(), **facts)
            elif first is not None and verb.one_size and first.size.differs(sized.size):
                facts["one"], facts["other"] = shown(first.size), shown(sized.size)
                sized.say(wrong.graph.TwoSizes, written(first.size, sized), **facts)
                return
            first = first or sized

    # Trainings

    def _tell_past(self, stage: Checked, setting: Setting) -> None:
        """A step that a training never comes to, or of what is no training."""
        value, line = stage.said.values.get(setting.key), stage.said.lines.get(setting.key)
        if not isinstance(value, int) or line is None or not line.values:
            return
        for given in stage.inputs.models:
            model = self._at(given.stage)
            if model is None or model.made.verb is None or model.made.opaque:
                continue
            is_training = setting.up_to in model.made.verb.settings
            last = _last(model, model.made.verb, setting.up_to)
            if not is_training:
                facts = leave_out(line) | {"span": line.span(), "also": ()}
            elif last is not None and value > last:
                also = (model.said.lines[setting.up_to].span(),) if model.made.desk.page is stage.made.desk.page else ()
                facts = mend(line, line.values[0].start, line.values[-1].end, str(last)) | {"also": also}
            else:
                continue
            facts |= {"word": setting.name, "value": value, "name": model.made.path, "verb": model.made.word}
            stage.made.desk.say(wrong.graph.NoSuchStep(unit=setting.up_to, last=last, **facts))
            return

    def _tell_unlike(self, stage: Checked, sort: str) -> None:
        """Models that are built otherwise than the first of them, or than what is made of them says itself."""
        if stage.inputs.unsure or not stage.inputs.models:
            return
        given = [self._at(each.stage) for each in stage.inputs.models]
        first, *others = [stage, *given] if _says(stage, sort) else given
        for other in others:
            built = None if first is None else self._built(first, sort)
            otherwise = None if other is None else self._built(other, sort)
            if first is None or other is None or built is None or otherwise is None:
                continue
            one, two = _difference(built, otherwise)
            if one == two:
                continue
            facts = _named(stage, other) | {"name": first.made.path, "other": other.made.path}
            stage.made.desk.say(wrong.graph.NotAlike(built=one, otherwise=two, **facts))

    def _tell_unable(self, stage: Checked, verb: Verb, able: Able) -> None:
        """Models of a sort that does not do what is asked of it, or does it with images of one size only."""
        if able.by and not any(verb.settings[word].key in stage.said.lines for word in able.by):
            return
        for given in stage.inputs.models:
            training = self._training(self._at(given.stage), able.said_by)
            sort = training.said.values.get(able.said_by) if training is not None else None
            if training is None or not isinstance(sort, str) or training.inputs.unsure:
                continue
            if sort not in able.sorts:
                from intaglio.lang.checker.able import tell_unable  # as above

                tell_unable(stage, verb, given.stage, training, self._able_models(stage, able))
            elif sort in able.sized:
                self._tell_other_size(stage, training)

    def _able_models(self, stage: Checked, able: Able) -> list[str]:
        """The trainings above a stage whose models can do what it asks, the nearest first."""
        if not stage.made.desk.afford(len(self._by_path)):
            return []
        found = [each for each in self._by_path.values() if each.said.values.get(able.said_by) in able.sorts]
        here = stage.made.line.number
        above = [each for each in found if each.made.scope is stage.made.scope and each.made.line.number < here]
        return [each.made.name for each in sorted(above, key=lambda each: -each.made.line.number)]

    def _tell_other_size(self, stage: Checked, training: Checked) -> None:
        """Images of another size than a model learnt from. It is told where they are given it."""
        learnt = next((each for each in sizes_of(training.inputs.sources, self._at) if each.size.width), None)
        if learnt is None:
            return
        for sized in sizes_of(stage.inputs.sources, self._at):
            if sized.size.differs(learnt.size) and sized.source.made not in self._told:
                facts = {"name": stage.made.path, "model": training.made.path} | _there(stage, sized.source)
                facts |= {"size": shown(sized.size), "learnt": shown(learnt.size)}
                sized.say(wrong.graph.NotAsLearnt, written(learnt.size, sized), **facts)
                return

    def _built(self, model: Checked, sort: str) -> tuple[str, tuple[int, int]] | None:
        """The line that says a model's sort, and its pictures' size, or nothing; None for one of which nobody knows."""
        training = self._training(model, sort)
        said = None if training is None else training.said.values.get(sort)
        return (f"`{sort} {said}`", self._size(training)) if training is not None and isinstance(said, str) else None

    def _training(self, model: Checked | None, sort: str) -> Checked | None:
        """The training that a model is, or comes of."""
        return model if model is None or _says(model, sort) else self._trained(model, sort)

    def _trained(self, stage: Checked, sort: str) -> Checked | None:
        """The training that a stage's first model comes of: the first stage on the way there that says its sort."""
        return next((model for model in self._models_above(stage) if _says(model, sort)), None)

    def _tell_ungrouped(self, stage: Checked, verb: Verb) -> None:
        """Steps that speak of groups, where no image is in one."""
        groups = None if stage.made.scope.home.is_recipe else self._grouping.of(stage.made.path, None)
        if groups is not None and not groups.names:
            from intaglio.lang.checker.deaf import tell_ungrouped  # as above

            tell_ungrouped(stage, verb)

    # Layers

    def _tell_layers(self, stage: Checked, slots: Mapping[str, Slot]) -> None:
        """Layers that the model lacks."""
        for line, node, choice, layers in _layers_named(stage, slots):
            training = self._trained(stage, layers.said_by)
            sort = None if training is None else training.said.values.get(layers.said_by)
            word = read_word(choice, node)
            if training is None or not isinstance(sort, str) or word is None:
                continue
            size = self._size(training)
            there = self._layers_of(layers, sort, size)
            if not there or not _lacks(there, word):
                continue
            facts = mend(line, node.start, node.end, _nearest(there, word))
            facts |= {
                "name": training.made.path,
                "sort": f"{layers.said_by} {sort}",
                "layer": word,
                "there": _ends(there),
                "size": size,
            }
            stage.made.desk.say(wrong.graph.NoSuchLayer(**facts))

    def _layers_of(self, layers: Layers, sort: str, size: tuple[int, int]) -> Mapping[str, int | None]:
        """How many layers of each name a sort of model has; None where that depends on a size that nobody says."""
        asked = id(layers), sort, size
        if asked not in self._layers:
            depths = dict(layers.sorts).get(sort, ())
            self._layers[asked] = {depth.name: depth.count(*size) for depth in depths}
        return self._layers[asked]

    def _size(self, training: Checked) -> tuple[int, int]:
        """Width and height of the pictures that a model learns from; nothing where the script does not tell."""
        unfed, _ = _unfed(training) or (None, "")
        for _ in self._by_path:
            before = self._trained(training, unfed.sort) if unfed is not None and not unfed.size else None
            if before is None:
                break
            training, (unfed, _) = before, _unfed(before) or (None, "")
        if unfed is not None:
            said = training.said.values.get(unfed.size)
            return (said[0], said[-1]) if isinstance(said, tuple) else (0, 0)
        known = (each.size for each in sizes_of(training.inputs.sources, self._at) if each.size.width)
        size = next(known, None)
        return (size.width, size.height) if size is not None else (0, 0)


def _moves_on(model: Checked) -> bool:
    """Whether what a model is made of moves in it too, beside what its own steps say."""
    return model.made.verb is not None and model.made.verb.moves_on


def _is_otherwise(stage: Checked, apart: Apart) -> bool:
    """Whether there are fewer sets of images than are to be told apart, or more."""
    word, given = stage.said.values.get(apart.said_by), len(stage.inputs.sources)
    wanted = dict(apart.counts).get(word) if isinstance(word, str) else None
    return wanted is not None and given not in (0, wanted) and not stage.inputs.unsure


def _is_given_twice(inputs: Inputs) -> bool:
    """Whether some of it stands after `from` more than once, perhaps each time in another group."""
    sources, paths = inputs.sources, inputs.paths
    return not inputs.unsure and (len({*sources}) < len(sources) or len({*map(normpath, paths)}) < len(paths))


def _there(stage: Checked, source: Checked) -> dict[str, Any]:
    """The place of a stage, for what is told at another that it is made of."""
    there = stage.made.line_for(source.made.desk)
    return {"also": (head_span(there),) if there is not None else ()}


def _unfed(stage: Checked) -> tuple[Unfed, str] | None:
    """Why a stage takes nothing after `from`, where it takes nothing."""
    return None if stage.made.verb is None else stage.made.verb.unfed_by(stage.said.values)


def _tell_fed(stage: Checked, unfed: Unfed, said: str) -> None:
    """Something after `from`, where the stage takes nothing there."""
    lines = (stage.made.line, *(line for line in stage.made.line.children if line.form == "lead"))
    for line in lines:
        for clause in line.clauses:
            if clause.word != "from":
                continue
            start = len(line.text[: clause.start].rstrip())
            facts = leave_out(line) if line.form == "lead" else mend(line, start, clause.end, "")
            facts["span"] = line.span(clause.start, clause.start + len(clause.word))
            owner = f"{unfed.said_by} {said}"
            stage.made.desk.say(wrong.graph.TooMuchMaterial(owner=owner, word=clause.word, only_one=False, **facts))


def _tell_unsaid(stage: Checked, verb: Verb, unfed: Unfed, said: str) -> None:
    """Settings that images would have said: all that nothing is said instead of at once, the others line by line."""
    desk, owner = stage.made.desk, f"{unfed.said_by} {said}"
    lacking = [verb.settings[word] for word in unfed.needs if verb.settings[word].key not in stage.said.lines]
    instead = {setting.name: _said_instead(stage, verb, setting) for setting in lacking}
    unsaid = [setting for setting in lacking if instead[setting.name] is None]
    for setting in lacking:
        rival = instead[setting.name]
        if rival is not None:
            facts = mend(rival, 0, len(rival.text), line_of(setting))
        elif setting is unsaid[0]:
            lines = "\n".join(f"  {line_of(each)}" for each in unsaid)
            facts = desk.add(stage.made.line, lines) | {"span": head_span(stage.made.line)}
        else:
            continue
        desk.say(wrong.values.SettingMissing(owner=owner, setting=setting.name, doc=setting.sense, **facts))


def _said_instead(stage: Checked, verb: Verb, setting: Setting) -> Line | None:
    """The line of another setting that excludes this one."""
    others = (verb.settings[word].key for words in verb.alone if setting.name in words for word in words)
    return next((stage.said.lines[key] for key in others if key in stage.said.lines), None)


def _says(stage: Checked, setting: str) -> bool:
    """Whether a stage is one that says this setting, or could."""
    return stage.made.verb is not None and setting in stage.made.verb.settings


def _difference(built: tuple[str, tuple[int, int]], otherwise: tuple[str, tuple[int, int]]) -> tuple[str, str]:
    """In what two models differ, as each has it; the same twice where they do not, as far as anyone can tell."""
    (sort, size), (other, another) = built, otherwise
    if sort == other and all((*size, *another)):
        one, two = (f"for pictures of {width} px by {height} px" for width, height in (size, another))
        return one, two
    return sort, other


def _named(stage: Checked, other: Checked) -> dict[str, Any]:
    """The place where a stage names another, and where that is made; with the line without it, if it can do without."""
    join = next((each for each in stage.joins if each.made is other.made), None)
    line = stage.made.line if join is None else join.line
    there, verb = other.made.line_for(stage.made.desk), stage.made.verb
    also = {"also": (head_span(there),) if there is not None else ()}
    if join is None:
        return {"span": head_span(line)} | also
    clause = next((each for each in line.clauses if each.start < join.node.start <= each.end), None)
    alone = clause is not None and len(clause.values) == 1 and verb is not None and not verb.models_required
    facts = mend(line, len(line.text[: clause.start].rstrip()), clause.end, "") if clause is not None and alone else {}
    return facts | {"span": line.span(join.node.start, join.node.end)} | also


def _concerns(verb: Verb) -> _Concerns:
    words = verb.settings.values()
    lines = (*words, *verb.steps.values())
    layers = {line.name: slot for line in lines for slot in line.slots if _layers(slot) is not None}
    return _Concerns(
        per=tuple(each for each in words if each.per),
        up_to=tuple(each for each in words if each.up_to),
        of_kinds=tuple(each for each in words if each.of_kinds),
        beside=tuple(each for each in words if each.beside),
        shares=tuple(each for each in words if each.shares),
        layers=layers,
        of_groups=frozenset(word for word, step in verb.steps.items() if any(d.said_by == "group" for d in step.deaf)),
        deaf=frozenset(each.key for each in verb.deaf),
    )


def _layers(slot: Slot) -> Layers | None:
    return slot.type.layers if isinstance(slot.type, Choice) else None


def _layers_named(stage: Checked, slots: Mapping[str, Slot]) -> Iterator[tuple[Line, Node, Choice, Layers]]:
    """The values that name layers, each where it stands. What a use of a recipe says is not gone into."""
    for line in (*stage.made.line.children, *stage.strays):
        slot = slots.get(line.head.text) if line.head is not None and line.form == "plain" else None
        layers = None if slot is None else _layers(slot)
        if slot is None or layers is None or not isinstance(slot.type, Choice):
            continue
        clauses = (clause.values for clause in line.clauses if clause.word == slot.clause)
        for node in line.values if slot.clause is None else (node for values in clauses for node in values):
            if not stage.made.scope.home.is_recipe or not comes_from_use(node, stage.made.scope):
                yield line, node, slot.type, layers


def _lacks(there: Mapping[str, int | None], word: str) -> bool:
    """Whether a model surely has no such layer. Words without a number are parts of them, which every model has."""
    name, _, number = word.rpartition("-")
    count = there.get(name, 0)
    return bool(name) and count is not None and int(number) > count


def _nearest(there: Mapping[str, int | None], word: str) -> str:
    """The last layer of this name; of a name that the model does not know, the last that draws."""
    name = word.rpartition("-")[0]
    name = name if there.get(name) else next(iter(there))
    return f"{name}-{there[name]}"


def _ends(there: Mapping[str, int | None]) -> tuple[str, ...]:
    """`layer-1 to layer-4`, for each name."""
    return tuple(f"{name}-1 to {name}-{most}" if most > 1 else f"{name}-1" for name, most in there.items() if most)


def _most(training: Checked, key: str) -> int | None:
    """The largest number that a stage says by this setting, alone or in a sweep."""
    swept = (value for each in training.said.sweeps if each.setting == key for value in each.values)
    return max((each for each in (training.said.values.get(key), *swept) if isinstance(each, int)), default=None)


def _last(training: Checked, verb: Verb, word: str) -> int | None:
    """The last of the steps that a training comes to, of as many as it says by this word; None where nobody says."""
    most = _most(training, word)
    shorter = next((each for each in verb.settings.values() if each.shortens == word), None)
    if most is None or shorter is None or shorter.key not in training.said.lines:
        return most
    share = training.said.values.get(shorter.key)
    return max(1, math.floor(most * share + 0.5)) if isinstance(share, float | int) else None


def _tell_not_for_each(stage: Checked, setting: Setting) -> None:
    """Fewer values than stages, or more."""
    value, line = stage.said.values.get(setting.key), stage.said.lines.get(setting.key)
    wanted = len(stage.inputs.sources if setting.per == "from" else stage.inputs.models)
    if not isinstance(value, tuple) or line is None or not line.values or len(value) == wanted or not wanted:
        return
    facts: dict[str, Any] = {"span": line.span(line.values[0].start, line.values[-1].end)}
    if len(line.values) == len(value):  # else some of them stand for several, or for none
        texts = [line.text[node.start : node.end] for node in line.values]
        texts += [_further(setting, value, wanted) or texts[-1]] * (wanted - len(value))
        facts = mend(line, line.values[0].start, line.values[-1].end, ", ".join(texts[:wanted]))
    stage.made.desk.say(
        wrong.graph.NotForEach(
            owner=stage.made.word, word=setting.name, given=setting.per, said=len(value), wanted=wanted, **facts
        )
    )


def _further(setting: Setting, said: tuple[Any, ...], wanted: int) -> str:
    """What each value that is lacking could be: of shares, what is left of the whole; of others nothing is known."""
    kind, lacking = setting.slots[0].type, wanted - len(said)
    if not isinstance(kind, Number) or kind.family != "share" or lacking < 1 or not 0 < sum(said) < 1:
        return ""
    return quantity(round((1 - sum(said)) / lacking, 3), "share", "%")


def _tell_nothing_left(stage: Checked, setting: Setting) -> None:
    """Shares that come to nothing together. What they say of each other is kept, as far as it can be."""
    value, line = stage.said.values.get(setting.key), stage.said.lines.get(setting.key)
    if not isinstance(value, tuple) or line is None or not line.values or abs(math.fsum(value)) >= LEAST:
        return
    count = len(value)
    shares = [1 / count] * count
    if any(value) and count > 1:
        more = max(range(count), key=lambda number: value[number])
        shares = [1.5 if number == more else -0.5 / (count - 1) for number in range(count)]
    texts = ", ".join(quantity(round(share, 3), "share", "%") for share in shares)
    facts = mend(line, line.values[0].start, line.values[-1].end, texts)
    stage.made.desk.say(wrong.values.ComesToNothing(word=setting.name, **facts))


def _tell_alone(stage: Checked, verb: Verb, setting: Setting) -> None:
    """A setting that says something only beside others, of which none is there."""
    line = stage.said.lines.get(setting.key)
    is_flag = isinstance(setting.slots[0].type, Flag)
    if line is None or setting.key not in stage.said.values or (is_flag and line.text != setting.name):
        return
    said = {*stage.inputs.said, *(word for word in verb.settings if verb.settings[word].key in stage.said.lines)}
    if not said.isdisjoint(setting.beside) or ("with" in said and not stage.inputs.models):
        return
    if setting.beside == ("with",):
        place = _place(stage, setting)
        say_nothing("with", verb.models, place.names(verb.models), stage.made, place)
        return
    other = verb.settings[next(word for word in setting.beside if word in verb.settings)]
    facts = {**stage.made.desk.add(line, _beside(stage, other)), "span": line.span()}
    facts["or_else"] = next((word for word in setting.beside if word not in verb.settings), "")
    stage.made.desk.say(wrong.values.SettingMissing(owner=setting.name, setting=other.name, doc=other.sense, **facts))


def _beside(stage: Checked, setting: Setting) -> str:
    """A line of a setting, with the name of something else than the stage is made of where there is anything else."""
    given = {each.stage for each in stage.inputs.sources}

    def others(makes: tuple[str, ...]) -> Sequence[str]:
        names = _place(stage, setting).names(makes)
        return [name for name in names if name not in given] or names

    return line_of(setting, others)


def _tell_no_room(stage: Checked, room: Room) -> None:
    """A number that leaves nothing beside a word."""
    values, line = stage.said.values, stage.said.lines.get(room.key)
    value, said, other = values[room.key], values.get(room.said_by), stage.said.lines.get(room.said_by)
    most = dict(room.most).get(said) if isinstance(said, str) else None
    if most is None or line is None or other is None or not isinstance(value, int | float) or value < most:
        return
    assert stage.made.verb is not None
    setting = stage.made.verb.settings[line.head.text if line.head else room.key]
    bound = bound_to(line.values[0], stage.made.scope) if stage.made.scope.home.is_recipe and line.values else None
    if bound is not None and bound.at is not None and bound.node is not None:  # the use of a recipe says it
        place = replace(_place(stage, setting), line=line)
        told = no_room(room, bound.at.line.text, str(said))
        fitting = line_of(setting).removeprefix(f"{setting.name} ")
        place.say(wrong.values.NothingLeft, line.values[0], fitting, told=told)
        return
    told = no_room(room, line.text, str(said))
    also = (other.span(),) if other.number != line.number else ()
    facts = mend(line, 0, len(line.text), line_of(setting))
    stage.made.desk.say(wrong.values.NothingLeft(told=told, **facts | {"span": line.span(), "also": also}))


def _place(stage: Checked, setting: Setting) -> Place:
    made = stage.made
    assert made.scope.home.lets is not None
    return Place(made.desk, made.line, made.scope, made.scope.home.lets, setting.name)


def _tell_nothing_asked(stage: Checked, verb: Verb) -> None:
    """None of the lines of which one has to stand there. Where a line could not be read, that is told already."""
    lines = (*stage.made.line.children, *stage.strays)
    heads = [line.head.text for line in lines if line.head is not None]
    if any(word in verb.asks or word not in verb.settings for word in heads) or any(line.repairs for line in lines):
        return
    made = stage.made
    word = made.name if made.name in verb.asks else verb.asks[0]  # `measure error` has it for a name
    facts = _put_beneath(stage, lines, line_of(verb.settings[word]))
    made.desk.say(wrong.graph.NothingDone(verb=made.word, lines=verb.asks, **facts))


def _put_beneath(stage: Checked, lines: Sequence[Line], added: str) -> dict[str, Any]:
    """The facts of a fault of a stage that one more line mends, beneath those that stand there."""
    desk, head = stage.made.desk, stage.made.line
    facts = desk.add(lines[-1], added) if lines else desk.add(head, f"  {added}")
    return facts | {"paste": f"  {added}", "span": head_span(head)}


def _tell_nothing_done(stage: Checked, verb: Verb) -> None:
    """No step that acts. Where a line could not be read, that is told already."""
    acting = [word for word in offered(verb.steps) if verb.steps[word].acts]
    lines = (*stage.made.line.children, *stage.strays)
    heads = [line.head.text if line.head is not None else "" for line in lines]
    if not acting or any(verb.steps[step.word].acts for step in stage.steps.steps):
        return
    if any(head not in verb.settings and (head not in verb.steps or verb.steps[head].acts) for head in heads):
        return
    facts = _put_beneath(stage, lines, line_of(verb.steps[acting[0]]))
    stage.made.desk.say(wrong.graph.NothingDone(verb=stage.made.word, lines=tuple(acting), **facts))
