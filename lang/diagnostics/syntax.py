"""Mistakes of spelling: punctuation, quotation marks, joining words. Comes from the parser, at most one for a line.

`paste` is the author's line as it would be right, where the parser is sure enough of it to be pasted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import ClassVar

from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.diagnostics.mended import Mended
from intaglio.lang.records import dataclass, replace
from intaglio.lang.vocabulary import RESERVED


@dataclass(frozen=True, kw_only=True)
class MissingComma(Mended):
    """Two values stand side by side with nothing between them.

    Several values on one line are separated by commas. A name of two words is one name only when a hyphen joins them,
    and a text of several words wears quotation marks. At the margin, what a stage is made of follows `from`, and the
    model that it is made with follows `with`.

    `gen check --fix` puts a comma in where nothing else can be meant.

    wrong
        train dreamer from table
          model gan
          augment flip shift

    right
        train dreamer from table
          model gan
          augment flip, shift
    """

    code: ClassVar[str] = "G004"
    title: ClassVar[str] = "Missing comma"

    before: str
    after: str
    twice: bool = False  # they are the same
    material: bool = False  # a second name at the margin, which is rather what something is made of

    @property
    def is_certain(self) -> bool:
        """Two words may also be a name and what it is made from, one said twice a slip, and `12 000` one number."""
        thousands = self.before.isdecimal() and self.after.isdecimal() and len(self.after) == 3
        return not (self.twice or self.material or thousands)

    def message(self) -> str:
        """Between which two values, and what belongs there."""
        if self.twice:
            return f"I read `{visible(self.before)}` twice. If both are meant, a comma stands between them."
        read = f"I read `{visible(self.before)}` and then `{visible(self.after)}` with nothing between them."
        if self.material:
            return f"{read} What a stage is made of follows `from`, and the model that it is made with follows `with`."
        return f"{read} Several values on one line are separated by commas."


@dataclass(frozen=True, kw_only=True)
class ForeignPunctuation(Mended):
    """A mark that other languages or word processors write, and gen does not.

    A line is a word, its values, and whatever is indented beneath it. There are no colons, braces, brackets or
    semicolons: a setting is its name, a space and its value, and a line ends where it ends. Notes begin with two
    dashes, texts wear double quotation marks, and folders are joined by `/` on every system.

    `gen check --fix` puts gen's mark in its place, or leaves it out where gen has none.

    wrong
        train dreamer from table
          model: gan

    right
        train dreamer from table
          model gan
    """

    code: ClassVar[str] = "G005"
    title: ClassVar[str] = "Punctuation from elsewhere"

    mark: str
    meant: str = ""  # the mark that gen writes instead, if any
    alone: bool = False  # nothing else stands on its line

    @property
    def is_certain(self) -> bool:
        """A line that would become a `let` may be meant as a setting; a mark that means something is no litter."""
        return self.meant != "LET" if self.meant else self.mark in ":;{}؛；=,"

    def message(self) -> str:
        """What gen writes instead."""
        mark = visible(self.mark)
        if self.meant == "NOTE":
            return f"A note begins with two dashes, `--`. gen does not know one that begins with `{mark}`."
        if self.meant == "LET":
            return "A value gets its name from `let`, at the margin. A setting goes without `=`."
        if self.meant == "STRING":
            return "A text wears double quotation marks."
        if self.meant == "PATH":
            return "Folders are joined by `/`, on every system."
        if self.meant:
            return f"For `{mark}` gen writes `{self.meant}`."
        if mark != self.mark:
            return f"There is a character here that cannot be seen, {mark}. It may have come along with pasted text."
        said = _REMARKS.get(self.mark, f"gen has no use for `{mark}` here.")
        return f"{said} This line can go." if self.alone else said


_NO_BRACES = (
    "gen has no braces and no semicolons. What belongs to a line is indented beneath it, and a line ends where it ends."
)
_NO_BRACKETS = "gen has no brackets. Several values on one line are separated by commas, and that is all."
_REMARKS = {
    ":": "A setting is its name, a space and its value. gen needs no `:`.",
    "=": "A setting is its name, a space and its value. gen needs no `=`.",
    **dict.fromkeys("{};；؛", _NO_BRACES),
    **dict.fromkeys("[]", _NO_BRACKETS),
    "(": "This parenthesis has no other half.",
    ")": "This parenthesis has no other half.",
    ",": "A comma stands between two values, and one is enough.",
    ".": "A line ends where it ends. gen needs no full stop.",
    "%": "`%` stands after a number.",
    "_": "A name begins with a letter. Its words are joined with hyphens.",
    "!": "gen has no `!`. In a condition, `not` turns the meaning round.",
    "\\": "A line goes on only after a comma. gen needs no backslash.",
}


@dataclass(frozen=True, kw_only=True)
class UnfinishedLine(Mended):
    """A line stops, or turns to something else, where a name or a value has to come.

    After `from`, `with`, `at`, `every`, `to`, `by`, `and`, `or`, an equals sign, a comma or a sign of arithmetic,
    something has to follow on the same line. Only a line that ends in a comma goes on in the next, and then the next
    must be indented further.

    wrong
        film night from

    right
        film night from drift
    """

    code: ClassVar[str] = "G006"
    title: ClassVar[str] = "Unfinished line"

    after: str  # the token before the gap, or "" at the line's start
    found: str  # the token behind the gap, or "" at the line's end
    expected: str = "a name or a value"
    stem: str = ""  # the line up to the gap, where a name or a value fills it
    fits: tuple[str, ...] = ()  # names that would fit in the gap, the likeliest first
    more: str = ""  # what comes after that

    def message(self) -> str:
        """Where the line stops, and what was expected."""
        if self.found:
            before = f"After `{visible(self.after)}`" if self.after else "Here"
            return f"{before} I expected {self.expected}, and found `{visible(self.found)}`."
        return f"The line stops after `{visible(self.after)}`. I expected {self.expected} next. {self.more}".rstrip()

    def to_paste(self) -> str | None:
        """The line with something that fits in the gap."""
        if self.paste is not None or self.found or not self.stem:
            return self.paste
        if self.after == ",":
            return self.stem.rstrip(", ")
        filling = next(iter(self.fits), _FILLINGS.get(self.after, "1"))
        return f"{self.stem} {filling}" + ")" * (self.stem.count("(") - self.stem.count(")"))

    def remedies(self) -> Iterator[Diagnostic]:
        """The line with each of the names that would fit."""
        yield self
        yield from (replace(self, fits=(name,)) for name in self.fits[1:])

    def without_remedy(self) -> Diagnostic:
        """The line as it stopped."""
        return replace(self, edit=None, paste=None, stem="")


_FILLINGS = {
    "from": "./photos/",
    "with": "a-model",
    "at": "v1",
    "every": "10 steps",
    "to": "10",
    "let": "side = 256 px",
    "takes": "pictures as images",
    "each": "seed 1 to 4",
}


@dataclass(frozen=True, kw_only=True)
class OpenText(Mended):
    """A text begins with a quotation mark and never ends.

    A text closes on the line that it opens. To write a quotation mark inside a text, put a backslash before it.

    `gen check --fix` closes a text at the end of its line, unless a comma or a note stands in between.

    wrong
        print plate from attempts
          title "A bowl

    right
        print plate from attempts
          title "A bowl"
    """

    code: ClassVar[str] = "G007"
    title: ClassVar[str] = "Quotation mark left open"

    @property
    def is_certain(self) -> bool:
        """A text that holds a comma or a note may have been meant to end before it."""
        return self.paste is not None and re.search(r'"[^",]*"$', self.paste) is not None and "--" not in self.paste

    def message(self) -> str:
        """Where texts close."""
        return "This text begins with a quotation mark and never ends. A text closes on the line it opens."


@dataclass(frozen=True, kw_only=True)
class ReservedWord(Mended):
    """One of the words that join others stands where a name is wanted.

    These words hold a script together, so nothing can be named by one of them alone: from, with, at, every, as, to,
    by, and, or, not, is, let, takes, each. A name may contain one (`night-by-night`).

    wrong
        film by from drift

    right
        film by-night from drift
    """

    code: ClassVar[str] = "G008"
    title: ClassVar[str] = "A word gen needs for itself"

    word: str
    named: bool = True  # it stands where a name is wanted; otherwise it has nothing to join
    twice: bool = False  # it stands right after itself

    def message(self) -> str:
        """Why the word cannot stand here."""
        if self.twice:
            return f"`{self.word}` stands here twice, and once is enough."
        if not self.named:
            return f"`{self.word}` joins things together, and here I found nothing for it to join."
        words = ", ".join(sorted(RESERVED))
        said = f"`{self.word}` joins things together, so it cannot name one."
        return f"{said} There are {len(RESERVED)} such words: {words}."


@dataclass(frozen=True, kw_only=True)
class LetWithoutEquals(Mended):
    """A `let` line has no equals sign.

    `let` gives a name to a value, so that it can be changed in one place; between the two stands an equals sign.

    `gen check --fix` puts it in.

    wrong
        let side 256 px

    right
        let side = 256 px
    """

    code: ClassVar[str] = "G009"
    title: ClassVar[str] = "`let` without ="

    @property
    def is_certain(self) -> bool:
        """Nothing else stands between a name and its value."""
        return True

    def message(self) -> str:
        """What stands between name and value."""
        return "`let` gives a name to a value, with an equals sign between them."


@dataclass(frozen=True, kw_only=True)
class LostThread(Mended):
    """A line is understood up to a place and not from there on.

    A line is a word and its values, then perhaps `from` or `with` and names. When a line has gone far from that, gen
    says only where it stopped understanding. Writing the line anew, or as two lines, usually helps.

    wrong
        train dreamer from table
          model gan
          preview 3 every 2000 steps 16

    right
        train dreamer from table
          model gan
          preview 16 every 2000 steps
    """

    code: ClassVar[str] = "G010"
    title: ClassVar[str] = "I lost the thread"

    token: str

    def message(self) -> str:
        """How far the line was understood."""
        return f"I understand the line up to here, but not `{visible(self.token)}`."


@dataclass(frozen=True, kw_only=True)
class DecimalComma(Mended):
    """A number seems to be written with a decimal comma.

    Commas separate values, so `0,8` could be the two values 0 and 8. A decimal number is written with a point; after
    a comma that separates two values, leave a space.

    `gen check --fix` writes the point, but not after `each`, where two values may well be meant.

    wrong
        sample attempts with dreamer
          truncation 0,8

    right
        sample attempts with dreamer
          truncation 0.8
    """

    code: ClassVar[str] = "G011"
    title: ClassVar[str] = "Decimal comma"

    number: str

    @property
    def is_certain(self) -> bool:
        """After `each` it may be two values."""
        return not (self.paste or "").startswith("each ")

    def message(self) -> str:
        """The two readings."""
        return (
            f"A comma separates values, so `{self.number}` could be two of them. A decimal number is written with a "
            "point; if two values are meant, leave a space after the comma."
        )


@dataclass(frozen=True, kw_only=True)
class TooMuchOnALine(Mended):
    """A line is longer than gen reads, or holds more signs and parentheses than anyone could follow.

    gen reads lines of up to 10,000 characters with up to 200 signs of arithmetic, comparisons and parentheses. Nothing
    written by hand comes near. `let` names a part of a long calculation; a list of many values can be several lines.

    wrong
        let side = 1 + 1 + 1 + …

    right
        let side = 256 px
    """

    code: ClassVar[str] = "G012"
    title: ClassVar[str] = "Too much on a line"

    length: int

    def message(self) -> str:
        """The limits."""
        return (
            f"This line has {self.length:,} characters. gen reads up to 10,000, and up to 200 signs of arithmetic, "
            "comparisons and parentheses among them."
        )


@dataclass(frozen=True, kw_only=True)
class NoteWithoutDashes(Mended):
    """A line reads like prose.

    Notes are for people, and gen leaves them alone; two dashes at their beginning tell it so. A note may stand on a
    line of its own or at the end of a line.

    wrong
        The photographs keep the light, and nothing moves.

    right
        -- The photographs keep the light, and nothing moves.
    """

    code: ClassVar[str] = "G016"
    title: ClassVar[str] = "A note without its dashes"

    def message(self) -> str:
        """How a note begins."""
        return "This reads like prose, and I cannot follow it as a line of a script. A note begins with two dashes."


_APART = "Each setting has a line of its own, two spaces in beneath its verb"
SETTINGS_APART = f"{_APART}."
SETTINGS_WITHOUT_COMMAS = f"{_APART}, and no comma before it."


@dataclass(frozen=True, kw_only=True)
class HabitFromElsewhere(Mended):
    """A line is written as it would be in another language, or in plain speech.

    gen knows the commonest of these habits: a call with parentheses, an assignment, `for … in`, bullets and line
    numbers, `of` and `using`, a time with a colon, two settings on one line. It says how the line is written here, and
    reads it as that.

    wrong
        dreamer = train(table)
          model gan

    right
        train dreamer from table
          model gan
    """

    code: ClassVar[str] = "G017"
    title: ClassVar[str] = "As it is written elsewhere"

    why: str
    is_read: bool = False  # whether each of its words was read in its place, so that all else that is wrong is told

    def message(self) -> str:
        """How gen writes it."""
        return self.why


@dataclass(frozen=True, kw_only=True)
class OptionsInANote(Mended):
    """Two dashes begin a note, so what looks like the options of a command line is one, and sets nothing.

    Settings stand beneath their verb, a line each. It is a remark, since a note may say anything; a blank after its
    dashes shows that it is meant as one.

    wrong
        sample attempts with dreamer --count 3

    right
        sample attempts with dreamer
          count 3
    """

    code: ClassVar[str] = "G019"
    title: ClassVar[str] = "Options in a note"
    level: ClassVar[Level] = Level.REMARK

    owner: str

    @property
    def has_note(self) -> bool:
        """The note is what is offered."""
        return True

    def message(self) -> str:
        """Says what the dashes do."""
        return f"`--` begins a note, so this sets nothing. Settings of `{self.owner}` stand beneath it, two spaces in."


@dataclass(frozen=True, kw_only=True)
class HiddenCharacter(Mended):
    """A line holds a character that cannot be seen.

    Some characters are commands to a printer or a terminal; some turn the direction of writing round, so that a line
    reads otherwise than it is. They come along with pasted text, and sometimes on purpose. gen takes none of them, in
    notes and texts neither. Letters of every script are welcome, and so are the marks that join them. In a path there
    is also none that has no width: no file has such a name on purpose.

    `gen check --fix` takes them out.

    wrong
        work "The Table\u2028 Again"

    right
        work "The Table Again"
    """

    code: ClassVar[str] = "G018"
    title: ClassVar[str] = "A hidden character"

    character: str
    more: int = 0
    whole: bool = False  # it may stand in the note, too, and what is offered is all of the line

    @property
    def has_note(self) -> bool:
        """Where it is the whole line."""
        return self.whole

    @property
    def is_certain(self) -> bool:
        """Nobody sees that anything has gone."""
        return True

    def message(self) -> str:
        """Which one, and how many more."""
        others = "" if not self.more else f", and {self.more} more of its sort" if self.more > 1 else ", and another"
        turns = self.character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        does = "It turns the direction of writing round" if turns else "It may have come along with pasted text"
        return f"Here stands {visible(self.character)}{others}, which nobody sees. {does}, so gen takes none."


def visible(text: str) -> str:
    """A piece of a script for a message: unseen characters are told by their number, a long piece is cut."""
    shown = "".join(f"U+{ord(c):04X}" if unicodedata.category(c)[0] == "C" else c for c in text[:60])
    return shown + "…" if len(text) > 60 else shown
