"""Stages: what each stage's lines say, ready to be hung together and lowered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import Desk, moved_up
from intaglio.lang.checker.formats import agree
from intaglio.lang.checker.inputs import Inputs, read_inputs, require_inputs, say_nothing
from intaglio.lang.checker.lets import Lets
from intaglio.lang.checker.lines import takes_from
from intaglio.lang.checker.names import Made, Names, find
from intaglio.lang.checker.own import with_own
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.settings import Owner, Said, read_settings, require
from intaglio.lang.checker.steps import read_steps
from intaglio.lang.records import replace
from intaglio.lang.tree import Line, Reference, Text
from intaglio.lang.vocabulary import Setting, Verb

if TYPE_CHECKING:
    from intaglio.lang.checker.memory import Memory

_repairs, _clauses = attrgetter("repairs"), attrgetter("clauses")


class Reader:
    """Reads stages against the vocabulary, with what is remembered of a script's last reading, if anything.

    Words of verbs with steps are put together once.
    """

    def __init__(self, memory: Memory | None = None) -> None:
        self._words: dict[str, Mapping[str, Setting]] = {}
        self._memory = memory

    def all(self, names: Names) -> list[Checked]:
        """Read every stage of one reading, each use of a recipe followed by what is in it."""
        home = names.root.home
        if home.lets is None:
            home.lets = Lets(names, home.desk)
        memory = None if home.is_recipe else self._memory
        if memory is None:
            return [checked for made in names.made for checked in self._whole(made)]
        return memory.recall(names, lambda made: self._read(made, memory))

    def _read(self, made: Made, memory: Memory) -> Sequence[Checked]:
        """A stage, or a use and all that is in it, read and remembered."""
        watch = memory.watch(made.desk)
        read = self._whole(made)
        memory.keep(read, watch)
        return read

    def _whole(self, made: Made) -> Sequence[Checked]:
        checked = self.stage(made)
        if made.inside is None:
            return (checked,)
        from intaglio.lang.checker.binding import bind  # see script.py for why here

        bind(made, made.inside.root, checked.said, checked.inputs, self._place(made, made.line, checked.said))
        inner = self.all(made.inside)
        self._hand_down(checked, inner)
        return (checked, *inner)

    def _hand_down(self, use: Checked, inner: list[Checked]) -> None:
        """What is said beneath a use goes to its stages: `seed` to those without one, `save` to what it first gives."""
        seed, save = use.said.values.get("seed"), use.said.values.get("save")
        first = next(iter((use.made.outlets or {}).values()), None)
        for stage in inner:
            words = stage.made.verb.settings if stage.made.verb else {}
            if seed is not None and "seed" in words and "seed" not in stage.said.lines:
                stage.said.values.setdefault("seed", seed)
            if save is not None and stage.made is first and stage.made.verb is not None:
                stage.said.values["save"], stage.said.lines["save"] = save, use.said.lines["save"]
                stage.saved_at = use.saved_at or use.made.desk
                owner = self._owner(stage.made, stage.made.verb)
                agree(stage.said, replace(owner, desk=stage.saved_at))

    def stage(self, made: Made) -> Checked:
        """Read one stage."""
        if made.verb is None:
            return self._unknown(made)
        owner = self._owner(made, made.verb)
        if made.verb.code:
            owner = with_own(owner, made, made.verb)
        said, inputs = Said(), Inputs()
        if made.verb.arrives_later:
            self._arrives_later(made, said)
        checked = Checked(made, inputs, said, strays=tuple(made.strays))
        lines = (*made.line.children, *checked.strays)
        if any(map(_repairs, lines)):
            from intaglio.lang.checker.abreast import each_alone  # few scores need it

            lines = each_alone(lines, owner.words, made.desk)
        for line in (made.line, *lines):
            if line.note and line.note[2:3].isalpha() and made.recipe is None:
                from intaglio.lang.checker.abreast import tell_options  # see above

                tell_options(line, made.verb, made.desk, "\n  " if line is made.line else "\n")
        if made.verb.texts:
            checked.texts, lines = self._texts(lines, owner)
        if made.verb.steps:
            checked.steps = read_steps(made, made.verb, lines, owner, inputs, said)
        else:
            self._plain(made, lines, owner, checked)
        if made.verb.unfed_by(said.values) is None:
            require_inputs(made, inputs, self._place(made, made.line, said))
        self._require_anything(checked)
        require(said, owner, made.verb.alone)
        if made.recipe is None:
            agree(said, owner)
        else:
            said.unsure = True  # of a use that is not gone into, nobody can tell which axes it has
        return checked

    def _plain(self, made: Made, lines: tuple[Line, ...], owner: Owner, checked: Checked) -> None:
        leads = [line for line in lines if line.form == "lead"]
        for line in (made.line, *leads):
            if line.clauses:
                read_inputs(made, line.clauses, self._place(made, line, checked.said), checked.inputs)
        settings = [line for line in lines if line.form != "lead"] if leads else lines
        if made.verb is not None and any(map(_clauses, settings)):
            settings = [self._without_material(made, made.verb, line, checked) for line in settings]
        read_settings(settings, owner, checked.said)

    def _without_material(self, made: Made, verb: Verb, line: Line, checked: Checked) -> Line:
        """A setting's line without what belongs after the stage's name and stands nowhere else: it is read as if it
        stood there, and that is told.
        """
        if not line.clauses or line.head is None or line.form != "plain":
            return line
        setting = verb.settings.get(line.head.text)
        if setting is None:
            return line
        joined = {slot.clause for slot in setting.slots} | ({"from"} if takes_from(setting) else set())
        takes = {"from": verb.sources, "with": verb.models}
        for clause in line.clauses:
            if clause.word in joined or not takes.get(clause.word) or clause.word in checked.inputs.said:
                continue
            place = self._place(made, line, checked.said)
            said = line.text[clause.start : clause.end]
            what = f"`{said}` stands"
            facts = moved_up(made.line, line, clause) if not made.scope.home.is_recipe else {}
            where = f"after the name of the stage, as in `{made.line.text} {said}`"
            made.desk.say(
                wrong.names.OutOfPlace(what=what, where=where, **facts | {"span": line.span(clause.start, clause.end)})
            )
            read_inputs(made, (clause,), place, checked.inputs)
            line = replace(line, clauses=tuple(each for each in line.clauses if each is not clause))
        return line

    def _texts(self, lines: tuple[Line, ...], owner: Owner) -> tuple[tuple[str, ...], tuple[Line, ...]]:
        """The texts beneath `write`, and the lines that are none."""
        texts: list[str] = []
        for line in lines:
            for node in line.values if line.form == "item" else ():
                if isinstance(node, Text):
                    texts.append(node.content)
                else:
                    place = Place(owner.desk, line, owner.scope, owner.lets, owner.name)
                    said = line.text[node.start : node.end]
                    given = f"`{owner.name}` holds texts, a line each, and each wears quotation marks."
                    place.say(wrong.values.OtherValue, node, f'"{said}"', word=owner.name, wanted="text", given=given)
        return tuple(texts), tuple(line for line in lines if line.form != "item")

    def _unknown(self, made: Made) -> Checked:
        """A verb, or a recipe, that nobody knows: it was told of, and what its lines name counts as used."""
        said, inputs = Said(unsure=True), Inputs()
        for line in (made.line, *made.line.children):
            place = self._place(made, line, said)
            values = () if line is made.line else line.values
            for node in (*values, *(value for clause in line.clauses for value in clause.values)):
                found = find(node.parts, made.scope) if isinstance(node, Reference) and node.parts[-1] else None
                if found is not None and found.made is not None:
                    place.join(found.made, found.part, node)
        return Checked(made, inputs, said, strays=tuple(made.strays))

    def _arrives_later(self, made: Made, said: Said) -> None:
        """A kind whose run function arrives later."""
        head = made.line.head
        assert head is not None
        self._place(made, made.line, said).arrives_later(made.word, head.start, head.end)

    def _require_anything(self, checked: Checked) -> None:
        """A verb that begins with `from` steps needs one of them, wherever it stands."""
        made, inputs = checked.made, checked.inputs
        verb = made.verb
        if verb is None or "from" not in verb.steps or "from" in inputs.said or made.line.repairs:
            return
        say_nothing("from", verb.sources, (), made, self._place(made, made.line, checked.said))

    def _owner(self, made: Made, verb: Verb) -> Owner:
        words = verb.settings
        if verb.steps:
            words = self._words.get(verb.name) or {**verb.settings, **verb.steps}
            self._words[verb.name] = words
        what = "step" if verb.steps else "setting"
        home = made.scope.home
        assert home.lets is not None
        return Owner(verb.name, words, home.desk, made.scope, home.lets, made.line, what, made)

    def _place(self, made: Made, line: Line, said: Said) -> Place:
        home = made.scope.home
        assert home.lets is not None
        return Place(home.desk, line, made.scope, home.lets, made.word, joins=said.joins, later=said.later)


def read_work(names: Names, desk: Desk) -> dict[str, Any]:
    """What belongs on the wall, by the names that `ir.Work` has for it."""
    line, lets = names.work, names.root.home.lets
    if line is None or lets is None:
        return {}
    if line.repairs:
        from intaglio.lang.checker.abreast import with_settings_beneath  # see above

        line = with_settings_beneath(line, desk.vocabulary.work, desk)
    owner = Owner("work", desk.vocabulary.work, desk, names.root, lets, line)
    values: dict[str, Any] = dict(read_settings(line.children, owner).values)
    place = Place(desk, line, names.root, lets, "work")
    for node in line.values[:1]:
        if isinstance(node, Text):
            values["title"] = node.content
        else:
            said = line.text[node.start :].replace('"', "").strip()
            whole = Reference((said,), node.start, len(line.text))
            facts: dict[str, Any] = {"paste": f'work "{said}"'} | (
                {"edit": None} if line.repairs else {}
            )  # a colon would stay
            place.say(wrong.values.OtherValue, whole, f'"{said}"', word="work", wanted="text", **facts)
    return values
