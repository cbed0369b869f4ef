"""What a command line may say. Commands declare their words and options; argparse reads them; the wording is ours.

Comes in as arguments, goes out as a namespace, `Help`, or a `Refused` with the nearest thing that there is.
"""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from intaglio.face.reading import named as listing
from intaglio.face.reading import scripts_in
from intaglio.face.refusal import Refused
from intaglio.face.terminal import Terminal
from intaglio.face.text import cells, pasted, wrap
from intaglio.lang.nearest import nearest
from intaglio.lang.patterns import pattern
from intaglio.lang.records import dataclass

Arguments = argparse.Namespace


@dataclass(frozen=True, slots=True)
class Option:
    """`--name`, or `--name VALUE`."""

    name: str
    doc: str
    value: str | None = None

    @property
    def attribute(self) -> str:
        """Its name in the namespace."""
        return self.name.removeprefix("--").replace("-", "_")


STORE = Option("--store", "Where results are kept; without it, .intaglio beside the script.", "DIR")
JSON = Option("--json", "Say it as JSON, for programs.")
PLAIN = Option("--plain", "Plain lines: nothing is drawn over, and no colour.")
REPLACE = Option("--replace", "Let `save` write over files that are not gen's, or were edited since.")
# argparse asks it about words before anybody reads it; without a width it would load what looks at the terminal.
UNSEEN_HELP = partial(argparse.HelpFormatter, width=80)
NO_OPTION = pattern(r"-|-\d+|-\d*\.\d+")  # what argparse takes for a word, though it begins as an option does
HELP = Option("--help", "This page.")


@dataclass(frozen=True, slots=True)
class Command:
    """A command, whose `run(arguments, terminal) -> exit code` lies in the file of its name in `commands/`.

    `words` are what must follow it; in brackets, what may; ending in `…`, any number of them.
    """

    name: str
    words: tuple[str, ...]
    summary: str
    about: str = ""
    options: tuple[Option, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
    of: str = ""  # what makes the stages that it is for; else they may be any
    elsewhere: tuple[tuple[str, str], ...] = ()  # options that other programs have, and the command that does it here

    @property
    def usage(self) -> str:
        """`gen run SCRIPT [STAGE…]`."""
        return " ".join(("gen", self.name, *self.words))


@dataclass(frozen=True, slots=True)
class Said:
    """A command line as it was said, to be offered again with one thing in it otherwise: lines to paste."""

    command: str
    argv: tuple[str, ...]
    places: tuple[int, ...]  # where its words stand, beside its options and their values

    def up_to(self, count: int) -> str:
        """With so many of its words, and every option."""
        return self._with(dict.fromkeys(self.places[count:]))

    def with_word(self, number: int, word: str) -> str:
        """With another word in place of one, or after all where there are no more."""
        if number >= len(self.places):
            return pasted("gen", self.command, *self.argv, word)
        return self._with({self.places[number]: [word]})

    def instead(self, word: str, other: str) -> str:
        """With another word in place of one that stands behind the first."""
        return self._with({place: [other] for place in self.places[1:] if self.argv[place] == word})

    def with_option(self, name: str, value: str) -> str:
        """With another value of an option, or with that option too."""
        there = self._spans(name)
        if not there:
            return pasted("gen", self.command, *self.argv, name, value)
        return self._with({place: [name, value] if place == there[0] else None for place in there})

    def with_flag(self, name: str) -> str:
        """With an option that takes no value."""
        return pasted("gen", self.command, *self.argv, *([] if name in self.argv else [name]))

    def without(self, *names: str) -> str:
        """Without these options, which take values."""
        return self._with({place: None for name in names for place in self._spans(name)})

    def _spans(self, name: str) -> list[int]:
        """Where an option and its value stand."""
        places = []
        for place, word in enumerate(self.argv):
            if word == name:
                places += [place, place + 1]
            elif word.startswith(f"{name}="):
                places.append(place)
        return places

    def _with(self, otherwise: Mapping[int, Sequence[str] | None]) -> str:
        words = (otherwise.get(place, [word]) or [] for place, word in enumerate(self.argv))
        return pasted("gen", self.command, *chain.from_iterable(words))


class Help(Exception):
    """The command line asks for its page."""


def read(command: Command, argv: Sequence[str]) -> Arguments:
    """A command's arguments. Words become attributes by their names in small letters; `…` words are lists."""
    options = (*command.options, HELP)
    parser = argparse.ArgumentParser(
        add_help=False, allow_abbrev=False, exit_on_error=False, formatter_class=UNSEEN_HELP
    )
    parser.add_argument("words", nargs="*")
    parser.add_argument("-h", dest="help", action="store_true")
    for option in options:
        action = "store" if option.value else "store_true"
        parser.add_argument(option.name, dest=option.attribute, action=action)
    try:
        found, unknown = parser.parse_known_intermixed_args(list(argv))
    except argparse.ArgumentError as error:
        raise Refused(_misused(error.argument_name, options), f"gen {command.name} --help") from None
    if found.help:
        raise Help
    if unknown:
        raise _elsewhere(unknown[0], command, found) or _unknown(unknown[0], command, options, argv)
    found.said = Said(command.name, tuple(argv), tuple(_places(argv, options)))
    pieces = _in_pieces(command, found.said)
    if pieces is not None:
        raise pieces
    return _bound(command, found, argv)


def _places(argv: Sequence[str], options: Sequence[Option]) -> Iterator[int]:
    """Where the words of a command line that argparse understands stand."""
    valued = {option.name for option in options if option.value}
    rest = iter(enumerate(argv))
    for place, word in rest:
        if word == "--":
            yield from (place for place, _ in rest)
        elif word in valued:
            next(rest)
        elif not word.startswith("-") or NO_OPTION.fullmatch(word):
            yield place


def _in_pieces(command: Command, said: Said) -> Refused | None:
    """Where words side by side are the name of one script, which has blanks in it."""
    if not command.words or command.words[0].strip("[]…") != "SCRIPT":
        return None
    for first in said.places:
        name, *further = said.argv[first:]
        if name.endswith(".gen"):
            continue
        for last, word in enumerate(further, first + 1):
            if last not in said.places:
                break
            name += f" {word}"
            if name.endswith(".gen") and Path(name).is_file():
                line = pasted("gen", said.command, *said.argv[:first], name, *said.argv[last + 1 :])
                return Refused(f"{name} has a blank in its name. Quotation marks hold it together.", line)
    return None


def _misused(name: str | None, options: Sequence[Option]) -> str:
    option = next((each for each in options if each.name == name), None)
    if option is not None and option.value:
        return f"`{option.name}` needs a value after it: {option.name} {option.value}."
    return f"`{name}` takes no value."


def _elsewhere(word: str, command: Command, found: Arguments) -> Refused | None:
    """Where what an option means has a command of its own: that, on the same script and store."""
    other = dict(command.elsewhere).get(word)
    if other is None or not found.words:
        return None
    store = [STORE.name, found.store] if vars(found).get(STORE.attribute) else []
    said = f"`gen {command.name}` has no option `{word}`; gen {other} says what it would do."
    return Refused(said, pasted("gen", other, found.words[0], *store))


def _unknown(word: str, command: Command, options: Sequence[Option], argv: Sequence[str]) -> Refused:
    name = word.split("=", 1)[0]
    likely = nearest(name, [option.name for option in options])
    known = ", ".join(option.name for option in options)
    if likely is not None:
        mended = [each.replace(name, likely, 1) if each == word else each for each in argv]
        return Refused(f"`gen {command.name}` has no option `{name}`.", shlex.join(["gen", command.name, *mended]))
    return Refused(f"`gen {command.name}` has no option `{name}`. It has {known}.")


def _bound(command: Command, found: Arguments, argv: Sequence[str]) -> Arguments:
    words = list(found.words)
    found.command = command.name
    for word in command.words:
        name = word.strip("[]…").lower()
        if word.strip("[]").endswith("…"):
            if not words and not word.startswith("["):
                raise _missing(command, word, argv)
            setattr(found, name, words)
            words = []
        elif words:
            setattr(found, name, words.pop(0))
        elif word.startswith("["):
            setattr(found, name, None)
        else:
            raise _missing(command, word, argv)
    if words:
        fewer = found.said.up_to(len(found.words) - len(words))
        raise Refused(f"I do not know what to do with `{words[0]}` here.", fewer)
    return found


def _missing(command: Command, word: str, argv: Sequence[str]) -> Refused:
    """What a command needs and is not given; of scripts and stages, those that there are."""
    wanted = {"SCRIPT": "a script, a file that ends in .gen", "STAGE": "the name of a stage of the script"}
    named = word.strip("[]…")
    told = f"`gen {command.name}` needs {wanted.get(named, named)} after it."
    there = scripts_in(Path()) if named == "SCRIPT" else _stages(argv, command.of) if named == "STAGE" else []
    if not there:
        return Refused(told, command.usage)
    holds = "This folder holds" if named == "SCRIPT" else "The script makes"
    further = command.words[command.words.index(word) + 1 :]
    rest = " ".join(each for each in further if not each.startswith("["))
    likely = there[0] if named == "SCRIPT" else there[-1]  # what is made last is what most is made for
    paste = f"{pasted('gen', command.name, *argv, likely)} {rest}".rstrip()
    listed = listing(there) if named == "SCRIPT" else ", ".join(there)
    return Refused(told if len(there) == 1 else f"{told} {holds} {listed}.", paste)


def _stages(argv: Sequence[str], of: str) -> list[str]:
    """What the script that is named makes, of one verb where only that will do; nothing where it cannot be read, or has
    mistakes.
    """
    from intaglio.face.session import Session  # which a command line that is whole can do without

    script = next(word for word in argv if not word.startswith("-"))
    try:
        program = Session.at(script).read().program
    except Refused:
        return []
    return [] if program is None else [stage.name for stage in program.stages if of in ("", stage.kind)]


def page(command: Command, terminal: Terminal) -> str:
    """A command's page: what it does, its options, examples."""
    parts = [
        command.usage,
        "\n".join("  " + line for line in wrap(command.about or command.summary, terminal.page - 2)),
    ]
    options = [(f"{option.name} {option.value or ''}".rstrip(), option.doc) for option in (*command.options, HELP)]
    parts.append(table("Options", options, terminal))
    if command.examples:
        parts.append(table("Examples", command.examples, terminal))
    return "\n\n".join(parts)


def table(title: str, rows: Sequence[tuple[str, str]], terminal: Terminal) -> str:
    """Rows of a name and what it means, under a title."""
    return "\n".join([terminal.paint(title, "strong"), *columns(rows, terminal)])


def columns(rows: Sequence[tuple[str, str]], terminal: Terminal) -> list[str]:
    """The lines of such rows."""
    width = max(cells(name) for name, _ in rows) + 2
    lines = []
    for name, meaning in rows:
        first, *rest = wrap(meaning, max(20, terminal.page - width - 2))
        lines.append(f"  {name}{' ' * (width - cells(name))}{first}".rstrip())
        lines += [" " * (width + 2) + line for line in rest]
    return lines
