"""Faults of names and of the places that lines stand in: G013 to G015, G101 to G110."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from intaglio.lang import elsewhere
from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.diagnostics.mended import Mended
from intaglio.lang.records import dataclass, replace
from intaglio.lang.wording import listed, other_letters, ticked


@dataclass(frozen=True, kw_only=True)
class FirstLine(Mended):
    """A script begins with the version of the language that it is written in.

    Verbs that arrive later come with `gen 2`, so a script keeps its meaning for as long as it says `gen 1`. Without the
    line it is read as `gen 1` all the same.

    `gen check --fix` puts the line in.

    wrong
        work "The Table, Again"

    right
        gen 1

        work "The Table, Again"
    """

    code = "G013"
    title = "The first line"
    level = Level.REMARK

    @property
    def is_certain(self) -> bool:
        """It is read so already."""
        return True

    def message(self) -> str:
        """Says what it is read as."""
        return "A script begins with `gen 1`, the language that it is written in. I read it as if it did."


@dataclass(frozen=True, kw_only=True)
class AnotherLanguage(Mended):
    """This gen reads `gen 1`. A script that says another number is written in a language that came later.

    wrong
        gen 2

        dataset table from ./photos/

    right
        gen 1

        dataset table from ./photos/
    """

    code = "G014"
    title = "A language I do not read yet"

    said: str

    def message(self) -> str:
        """Names what was said."""
        if not self.said.removeprefix("gen ").isdecimal():
            return f"A script begins with `gen 1`, and this one says `{self.said}`. I check it as gen 1."
        return f"This is gen 1, and the script says `{self.said}`. A newer gen may read it; I check it as gen 1."


@dataclass(frozen=True, kw_only=True)
class EmptyPage(Mended):
    """There is nothing to make in this script yet. It is not a mistake: every script begins so.

    Two lines are enough to begin with.

    wrong
        -- The table, again.

    right
        gen 1

        -- The table, again.
        dataset table from ./photos/
    """

    code = "G015"
    title = "An empty page"
    level = Level.REMARK

    def message(self) -> str:
        """Says that nothing is wrong."""
        return "There is nothing to make here yet. A score often begins with the images that it is made from."


@dataclass(frozen=True, kw_only=True)
class UnknownVerb(Mended):
    """The first word at the margin is a verb: it says what is done. gen does not know this one.

    The verbs are `dataset`, `train`, `sample`, `walk`, `film`, `print` and the others that the message lists, `work`,
    `let`, `group`, and the recipes that a script writes itself or borrows with `use`.

    `gen check --fix` writes one that began with a capital in small letters, and guesses at no other.

    wrong
        gathr table from ./photos/

    right
        dataset table from ./photos/
    """

    code = "G101"
    title = "Unknown verb"

    word: str
    ours: str | None = None  # what gen calls a word of another tool
    later: bool = False  # and that it arrives later
    small: bool = False  # and that only its letters are larger
    standard: bool = False  # whether it is a recipe that comes with gen, and was not borrowed
    known: tuple[str, ...] = ()
    because: str = ""  # why it is none
    at_making: MisspeltWhereMade | None = None  # of a recipe that this script writes: the same fault, told there

    @property
    def is_certain(self) -> bool:
        """A verb that began with a capital, as word processors write the first word of a line."""
        return self.small

    @property
    def is_in_capitals(self) -> bool:
        """Whether only its letters are larger."""
        return self.small

    def message(self) -> str:
        """Says what the word is, as far as anyone can tell."""
        if self.because:
            return self.because
        if self.small:
            return f"gen writes its words in small letters: `{self.ours}`."
        if self.ours:
            return _called(self.ours, self.later)
        if self.standard:
            return f"`{self.word}` is a recipe that comes with gen. It is borrowed first, at the margin."
        verbs = "" if self.paste else f" It knows {listed(self.known, 'and', 30)}."
        return f"gen does not know how to `{self.word}`.{other_letters(self.word)}{verbs}"


@dataclass(frozen=True, kw_only=True)
class UnknownSetting(Mended):
    """Beneath a verb stand its settings, or, beneath `dataset`, its steps. This verb has none of this name.

    Words from other tools are understood, and the message says what gen calls them: `lr` is `rate`, `z-dim` is
    `latent`, `cfg` is `guidance`.

    `gen check --fix` puts gen's word in the place of one that means one thing in other tools. It never guesses at a
    word that was mistyped.

    wrong
        train dreamer from table
          model gan
          laten 128

    right
        train dreamer from table
          model gan
          latent 128
    """

    code = "G102"
    title = "Unknown setting"

    owner: str
    word: str
    ours: str | None = None
    later: bool = False  # whether ours arrives later
    elsewhere: tuple[str, ...] = ()  # verbs that do have it
    known: tuple[str, ...] = ()
    what: str = "setting"
    because: str = ""  # gen need not be told
    likely: str = ""  # what was probably meant, where that is said again
    again: int = 0  # the line that says it already
    follows: bool = False  # but by another setting
    doc: str = ""  # of ours, where the word may well mean something else
    flag: str = ""  # what is offered, where it stands alone and something stood after the word
    more: str = ""  # what is wrong with its value, too, where what is offered mends both
    is_block: bool = False

    @property
    def is_certain(self) -> bool:
        """A word of other tools that means one thing there, or one of gen's in capitals."""
        return self.ours is not None and not self.again and not elsewhere.is_vague(self.word)

    @property
    def is_in_capitals(self) -> bool:
        """Whether only its letters are larger."""
        return self.ours is not None and self.ours == self.word.lower()

    def message(self) -> str:
        """Says what gen calls it, or who has it, or what there is; and what is left out of the line."""
        said = f"{self._said()} `{self.flag}` takes nothing after it." if self.flag else self._said()
        return f"{said} {self.more}" if self.more else said

    def _said(self) -> str:
        if self.again and self.ours and self.ours != self.word.lower():
            return f"gen calls this `{self.ours}`, and line {self.again} says that already."
        if self.again:
            said = self.ours or self.likely
            return f"`{self.owner}` has no {self.what} called `{self.word}`; line {self.again} says `{said}` already."
        if self.is_in_capitals and not self.again:
            return f"gen writes its words in small letters: `{self.ours}`."
        if self.ours:
            return f"gen perhaps calls this `{self.ours}`. {self.doc}" if self.doc else _called(self.ours, self.later)
        if (self.owner, self.word) == ("work", "title"):
            return 'The title stands beside `work`, in quotation marks: `work "The Table"`.'
        none = f"`{self.owner}` has no {self.what} called `{self.word}`"
        if self.because:
            return f"{none}. {self.because}" if self.follows else f"{none}, and needs none. {self.because}"
        if self.elsewhere:
            return f"{none}; it belongs to {ticked(self.elsewhere, 'and')}."
        if self.paste:
            return f"{none}.{other_letters(self.word)}"
        if not self.known:
            return f"{none}. Nothing stands beneath it."
        return f"{none}. It has {listed(self.known, 'and', 40)}."


def _called(ours: str, later: bool) -> str:
    """What gen calls a word of another tool. One that arrives later is named, and not offered."""
    return f"gen calls this `{ours}`, and it arrives with a later version." if later else f"gen calls this `{ours}`."


@dataclass(frozen=True, kw_only=True)
class NothingSoNamed(Mended):
    """After `from` and `with` stand names of things that this script makes. No line makes this one.

    Where several lines agree on a name, and only the line that makes it has it otherwise, that line is told of.

    A part of a group is reached with a dot: `atlas.specimens`, `cabinet.medusae`.

    wrong
        sample attempts with dreemer

    right
        sample attempts with dreamer
    """

    code = "G103"
    title = "Nothing has that name"

    name: str
    inside: str | None = None  # the thing that was found, and has no such part
    parts: tuple[str, ...] = ()  # what can be reached in it
    known: tuple[str, ...] = ()
    whole_group: bool = False  # the name is a group of stages, which is not itself anything
    wanted: str = ""  # the word that wants a number, where a value is named and not a stage
    recipe: bool = False  # whether it is a recipe that speaks of it
    folder: bool = False  # whether a folder is called so
    others: tuple[int, ...] = ()  # lines that speak of it, too
    because: str = ""  # what the name is, where it is something else's
    at_making: MisspeltWhereMade | None = None  # the same fault, told where what was probably meant is made

    def message(self) -> str:
        """Says what there is instead, and who else speaks of it."""
        if not self.others:
            return self._said()
        lines = listed([str(number) for number in self.others], "and", 6)
        speak = f"Line {lines} speaks" if len(self.others) == 1 else f"Lines {lines} speak"
        return f"{self._said()} {speak} of it, too."

    def _said(self) -> str:
        if self.because:
            return self.because
        if self.folder:
            return f"No line makes `{self.name}`, and there is a folder of that name. A path has a `/` in it."
        if self.whole_group:
            return f"`{self.name}` is a part of the score, not a thing made. It holds {listed(self.parts, 'and')}."
        if self.inside:
            held = f"It has {listed(self.parts, 'and')}." if self.parts else "It has no parts that can be reached."
            return f"`{self.inside}` has no part called `{self.name.rpartition('.')[2]}`. {held}"
        where = "recipe" if self.recipe else "script"
        if self.wanted:
            says = "nothing in this recipe" if self.recipe else "no `let` in this script"
            return f"`{self.wanted}` takes a number, and {says} says what `{self.name}` is."
        said = f"No line in this {where} makes `{self.name}`.{other_letters(self.name)}"
        if self.recipe:
            said += " A recipe sees only what it takes and what it makes."
        if self.paste is None and self.known:
            said += f" It {'has' if self.recipe else 'makes'} {listed(self.known, 'and')}."
        return said


@dataclass(frozen=True, kw_only=True)
class MisspeltWhereMade(NothingSoNamed):
    """The same, told where a thing is given a name that no other line has: there it may have been mistyped."""

    made_as: str  # what stands there
    what: Literal["stage", "let", "recipe"]

    def message(self) -> str:
        """Says who speaks of the one name, and what has the other."""
        lines = listed([str(number) for number in self.others], "and", 6)
        gives = {"stage": "makes", "let": "gives a value the name", "recipe": "writes the recipe"}[self.what]
        return (
            f"Lines {lines} speak of `{self.name}`, and nothing is called so. Line {self.span.line} {gives}"
            f" `{self.made_as}`, of which no line speaks. Both are probably one name."
        )


@dataclass(frozen=True, kw_only=True)
class NotGiven(NothingSoNamed):
    """The same, told where a recipe says what it gives: the stage is there, and cannot be reached from outside."""

    stage: str
    given: tuple[str, ...]
    recipe_called: str
    at: int  # the line that speaks of it

    def message(self) -> str:
        """Says who speaks of it, and what the recipe gives."""
        return (
            f"Line {self.at} speaks of `{self.name}`, and `{self.recipe_called}` keeps `{self.stage}` to itself: from"
            f" outside only what it gives can be reached, {ticked(self.given, 'and')}."
        )


@dataclass(frozen=True, kw_only=True)
class TwoThings(Mended):
    """Two lines make things of the same name. Other lines could not tell which is meant.

    wrong
        sample attempts with dreamer
        sample attempts with dreamer
          seed 2

    right
        sample attempts with dreamer
        sample attempts-again with dreamer
          seed 2
    """

    code = "G104"
    title = "Two things with one name"

    name: str
    first: int  # the line that made it before

    def message(self) -> str:
        """Names the other line."""
        return (
            f"`{self.name}` was already made on line {self.first}. Everything needs a name of its own, because the"
            " name is how other lines find it."
        )


@dataclass(frozen=True, kw_only=True)
class SaidTwice(Mended):
    """One thing is said twice beneath the same verb, and only one of them could hold.

    Where both lines say the same, `gen check --fix` makes a note of the second.

    wrong
        train dreamer from table
          model gan
          epochs 400
          epochs 600

    right
        train dreamer from table
          model gan
          epochs 600
    """

    code = "G105"
    title = "Said twice"

    word: str
    first: int
    same: bool = False

    @property
    def is_certain(self) -> bool:
        """Of two lines that say the same, one changes nothing."""
        return self.same and self.first != self.span.line

    def message(self) -> str:
        """Names the other line."""
        if self.first == self.span.line:
            return f"`{self.word}` stands on this line twice, and would make one result two times."
        if self.same:
            return f"`{self.word}` is already set on line {self.first}, to the same value. Once is enough."
        return f"`{self.word}` is already set on line {self.first}. The two lines disagree and I will not choose."


@dataclass(frozen=True, kw_only=True)
class NameInPieces(Mended):
    """A name is one word. Two words are joined with a hyphen.

    `gen check --fix` joins them.

    wrong
        train dreamer from table
          model gan
          warm up 500 steps

    right
        train dreamer from table
          model gan
          warm-up 500 steps
    """

    code = "G106"
    title = "Name in two pieces"

    joined: str
    ours: str | None = None

    @property
    def is_certain(self) -> bool:
        """It is read as one name already."""
        return self.ours is None

    def message(self) -> str:
        """Shows the hyphen."""
        if self.ours:
            return f"gen calls this `{self.ours}`."
        return "Names of two words are joined with a hyphen, so that they stay one name."


@dataclass(frozen=True, kw_only=True)
class AlreadyAWord(Mended):
    """A name that a script gives may not be a word that already means something where the name is used.

    wrong
        let slow = 25 s
        walk drift with dreamer
          ease slow

    right
        let slow-pace = 25 s
        walk drift with dreamer
          pace slow-pace
          ease slow
    """

    code = "G107"
    title = "A name that is already a word"

    name: str
    owner: str | None = None  # the setting that has it among its choices; None where it is a verb
    because: str = ""  # another reason

    def message(self) -> str:
        """Says what the word already is."""
        if self.because:
            return self.because
        taken = f"one of the choices of `{self.owner}`" if self.owner else "a verb of gen's own"
        return f"`{self.name}` is {taken}, so it cannot also be a name."


@dataclass(frozen=True, kw_only=True)
class OutOfPlace(Mended):
    """The line may be right, but not where it stands.

    At the margin stand verbs; beneath them, two spaces in, their settings; beneath a setting, as a rule, nothing.

    wrong
        sample attempts with dreamer
        each truncation 0.5, 0.8

    right
        sample attempts with dreamer
          each truncation 0.5, 0.8
    """

    code = "G108"
    title = "Out of place"

    what: str
    where: str
    is_block: bool = False

    def message(self) -> str:
        """Says where such a line stands."""
        return f"{self.what} {self.where}."


@dataclass(frozen=True, kw_only=True)
class NotIndented(OutOfPlace):
    """The same, told of lines that stand beside what they belong to. Those that follow each other are told of once."""

    what: str = ""
    where: str = ""
    word: str  # that the first of them begins with
    owner: str = ""  # the verb that it is a setting of
    called: str = "setting"
    stage: str  # beneath which they are read
    groups: tuple[str, ...] = ()  # of the stage: those that they belong to, where these stand beneath it already
    last: int  # the last line of them
    shown: tuple[str, ...] = ()  # each line where it should stand, with its note

    def message(self) -> str:
        """Says what they belong to."""
        if self.groups:
            return self._of_groups()
        part = "A `group` at the margin is a part of the score, and holds stages. " if self.word == "group" else ""
        first, last = self.span.line, self.last
        if first != last:
            lines = f"Lines {first} and {last}" if last == first + 1 else f"Lines {first} to {last}"
            return f"{part}{lines} belong to `{self.stage}`, and stand beneath it, indented."
        if part:
            return f"{part}This one belongs to `{self.stage}`, and stands beneath it, two spaces in."
        if self.owner:
            many = f"{self.called.capitalize()}s stand beneath their verb, two spaces in."
            return f"`{self.word}` is a {self.called} of `{self.owner}`. {many}"
        if self.word not in ("lead", "each"):
            return f"This line belongs to `{self.stage}`, and stands beneath it, two spaces in."
        what = "`each` stands" if self.word == "each" else "`from` and `with` stand"
        return f"{what} beneath a verb, two spaces further in."

    def _of_groups(self) -> str:
        names = ticked(self.groups, "and")
        hold = f"The group {names} holds" if len(self.groups) == 1 else f"The groups {names} hold"
        return f"{hold} nothing yet. What a group holds stands beneath it, two spaces further in."

    def joined(self, others: Sequence[NotIndented]) -> NotIndented:
        """The same fault of all these lines."""
        every = (self, *others)
        shown = tuple(line for each in every for line in each.shown)
        edits = [edit for each in every for edit in (each.edit, *each.further) if edit is not None]
        word = "group" if any(each.word == "group" for each in every) else self.word
        return replace(
            self,
            word=word,
            last=every[-1].last,
            shown=shown,
            further=tuple(edits[1:]),
            paste="\n".join(shown),
            is_block=True,
            instead=(),
        )


@dataclass(frozen=True, kw_only=True)
class NameMissing(Mended):
    """After a verb stands the name of what it makes, so that other lines can speak of it.

    wrong
        train from table
          model gan

    right
        train dreamer from table
          model gan
    """

    code = "G109"
    title = "A name is missing"

    verb: str
    figure: bool = False  # something stands there that begins with a figure

    def message(self) -> str:
        """Says what a name is."""
        if self.figure:
            return "A name begins with a letter. Figures may come after it, with a hyphen or without."
        return f"After `{self.verb}` stands one name for what it makes: a word, or words joined with hyphens."


@dataclass(frozen=True, kw_only=True)
class ArrivesLater(Diagnostic):
    """gen knows these words and checks what is said with them. Running them arrives with a later version.

    `gen plan` shows which stages they are. `gen run SCRIPT` begins nothing as long as they are asked for, and offers
    the command that makes all the others: `gen run table.gen attempts plate`.

    It is a remark: a score may be written before it can be performed.

    wrong
        train haze from table
          model diffusion

        sample attempts with haze
          sampler lcm

    right
        train haze from table
          model diffusion

        sample attempts with haze
          sampler ddim
    """

    code = "G110"
    title = "Checked, and not run yet"
    level = Level.REMARK

    words: tuple[str, ...]

    def message(self) -> str:
        """Names them."""
        arrive, they = ("arrives", "It is") if len(self.words) == 1 else ("arrive", "They are")
        return (
            f"{ticked(self.words, 'and')} {arrive} with a later version of Intaglio. {they} checked here, and not run"
            " yet."
        )
