"""Stages: what each stage's lines say, ready to be hung together and lowered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from intaglio.lang import ir
from intaglio.lang.checker.calls import read_call
from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.formats import agree
from intaglio.lang.checker.inputs import Inputs, read_inputs, require_inputs, say_nothing
from intaglio.lang.checker.lets import Lets
from intaglio.lang.checker.names import Made, Names
from intaglio.lang.checker.place import Join, Later, Place
from intaglio.lang.checker.settings import Owner, Said, read_settings, require
from intaglio.lang.checker.steps import Steps, read_steps
from intaglio.lang.diagnostics.values import OtherValue
from intaglio.lang.tree import Line, Text
from intaglio.lang.vocabulary import Setting, Verb


@dataclass(slots=True, eq=False)
class Checked:
    """A stage, understood."""

    made: Made
    inputs: Inputs
    said: Said
    steps: Steps = field(default_factory=Steps)
    texts: tuple[str, ...] = ()

    @property
    def joins(self) -> list[Join]:
        """Every mention of another stage."""
        return self.said.joins

    @property
    def later(self) -> list[Later]:
        """What of it is checked, and not run yet."""
        return self.said.later


class Reader:
    """Reads stages against the vocabulary. Words of verbs with steps are put together once."""

    def __init__(self, names: Names, lets: Lets, desk: Desk) -> None:
        self.names, self.lets, self.desk = names, lets, desk
        self._words: dict[str, Mapping[str, Setting]] = {}

    def stage(self, made: Made) -> Checked:
        """Read one stage."""
        if made.verb is None:
            return self._call(made)
        owner = self._owner(made, made.verb)
        said, inputs = Said(), Inputs()
        if made.verb.arrives_later:
            self._arrives_later(made, said)
        checked = Checked(made, inputs, said)
        lines = (*made.line.children, *made.strays)
        if made.verb.texts:
            checked.texts, lines = self._texts(lines, owner)
        if made.verb.steps:
            checked.steps = read_steps(made, made.verb, lines, owner, inputs, said)
        else:
            self._plain(made, lines, owner, checked)
        require_inputs(made, inputs, self._place(made, made.line, said))
        self._require_anything(checked)
        require(said, owner, made.verb.alone)
        agree(said, owner)
        return checked

    def _plain(self, made: Made, lines: tuple[Line, ...], owner: Owner, checked: Checked) -> None:
        leads = [line for line in lines if line.form == "lead"]
        for line in (made.line, *leads):
            read_inputs(made, line.clauses, self._place(made, line, checked.said), checked.inputs)
        read_settings((line for line in lines if line.form != "lead"), owner, checked.said)

    def _texts(self, lines: tuple[Line, ...], owner: Owner) -> tuple[tuple[str, ...], tuple[Line, ...]]:
        """The texts beneath `write`, and the lines that are none."""
        texts: list[str] = []
        for line in lines:
            for node in line.values if line.form == "item" else ():
                if isinstance(node, Text):
                    texts.append(node.content)
                else:
                    place = Place(self.desk, line, owner.scope, self.lets, owner.name)
                    said = line.text[node.start : node.end]
                    given = f"`{owner.name}` holds texts, a line each, and each wears quotation marks."
                    place.say(OtherValue, node, f'"{said}"', word=owner.name, wanted="text", given=given)
        return tuple(texts), tuple(line for line in lines if line.form != "item")

    def _call(self, made: Made) -> Checked:
        """A recipe's call: whatever it says is kept, and what it names counts as used."""
        place = self._place(made, made.line, Said())
        inputs = Inputs()
        if made.recipe is None:
            return Checked(made, inputs, Said())  # an unknown verb: told of, and nothing more can be said
        said = read_call(made, place, inputs)
        self._arrives_later(made, said)
        return Checked(made, inputs, said)

    def _arrives_later(self, made: Made, said: Said) -> None:
        """A kind whose run function, or a recipe whose expansion, arrives later."""
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
        words = self._words.get(verb.name)
        if words is None:
            words = self._words[verb.name] = {**verb.settings, **verb.steps} if verb.steps else verb.settings
        what = "step" if verb.steps else "setting"
        return Owner(verb.name, words, self.desk, made.scope, self.lets, made.line, what)

    def _place(self, made: Made, line: Line, said: Said) -> Place:
        return Place(self.desk, line, made.scope, self.lets, made.word, joins=said.joins, later=said.later)


def read_work(names: Names, lets: Lets, desk: Desk) -> ir.Work:
    """What belongs on the wall."""
    line = names.work
    if line is None:
        return ir.Work()
    owner = Owner("work", desk.vocabulary.work, desk, names.root, lets, line)
    values: dict[str, Any] = dict(read_settings(line.children, owner).values)
    place = Place(desk, line, names.root, lets, "work")
    for node in line.values[:1]:
        if isinstance(node, Text):
            values["title"] = node.content
        else:
            said = line.text[node.start : line.values[-1].end].replace('"', "")
            place.say(OtherValue, node, f'"{said}"', word="work", wanted="text", paste=f'work "{said}"')
    return ir.Work.model_validate(values)
