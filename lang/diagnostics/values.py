"""Faults of values: G201 to G220. A setting is there and known, and what stands after it does not fit."""

from __future__ import annotations

from intaglio.lang import elsewhere
from intaglio.lang.diagnostic import Level
from intaglio.lang.diagnostics.mended import Mended
from intaglio.lang.records import dataclass
from intaglio.lang.wording import family, listed, measuring, other_letters, units_of

MOST_FIGURES = 16  # of a bound that is worth telling; a longer one is the machine's


def _speaking(lines: tuple[int, ...]) -> str:
    numbers = listed([str(number) for number in lines], "and", 6)
    return f"Line {numbers} speaks" if len(lines) == 1 else f"Lines {numbers} speak"


@dataclass(frozen=True, kw_only=True)
class UnknownUnit(Mended):
    """The word after a number is its unit. gen knows px, %, ms, s, min, h, fps, mm, cm, epochs, steps, images, frames.

    `gen check --fix` writes units that were written out or abbreviated otherwise: `pixels`, `secs`.

    wrong
        dataset small from table
          resize 256 pixels

    right
        dataset small from table
          resize 256 px
    """

    code = "G201"
    title = "Unknown unit"

    unit: str
    ours: str | None
    known: tuple[str, ...]
    because: str = ""  # for what is rather no unit at all

    @property
    def is_certain(self) -> bool:
        """A unit written out, or as other tools write it."""
        theirs = elsewhere.UNITS.get(self.unit.lower())
        return theirs is not None and theirs == self.ours and not elsewhere.is_vague(self.unit)

    def message(self) -> str:
        """Says how the unit is written, or which there are."""
        if self.because:
            return self.because
        said = f"gen does not measure in `{self.unit}`.{other_letters(self.unit)}"
        if self.ours:
            return f"{said} The unit is written `{self.ours}`."
        return f"{said} It knows {listed(self.known, 'and', 20)}."


@dataclass(frozen=True, kw_only=True)
class OtherQuantity(Mended):
    """The number measures something else than the setting does, or carries a unit where none belongs.

    wrong
        walk drift with dreamer
          pace 24 fps

    right
        walk drift with dreamer
          pace 24 s
    """

    code = "G202"
    title = "A different kind of quantity"

    word: str
    wanted: str | None  # a family of units; None is a plain number
    unit: str
    given: str | None
    doc: str = ""
    because: str = ""  # for a sum of two quantities that do not go together
    named: str = ""  # what `let` calls it, where it is told there
    others: tuple[int, ...] = ()  # the lines that speak of that
    at_value: OtherQuantity | None = None  # the same fault, told where `let` names the number

    def message(self) -> str:
        """Says what each of them measures."""
        if self.because:
            return self.because
        spoken = f"{_speaking(self.others)} of `{self.named}`, and " if self.named else ""
        if self.wanted is None:
            return f"{spoken}`{self.word}` is a plain number and takes no unit."
        said = f"{spoken}`{self.word}` is {family(self.wanted)}, but `{self.unit}` {measuring(self.given)}."
        return f"{said} {self.doc}".rstrip()


@dataclass(frozen=True, kw_only=True)
class UnitMissing(Mended):
    """Sizes, times, speeds and lengths name their unit, so that no reader has to guess.

    `gen check --fix` puts in the unit where the number stands and only one fits, and the `%` of a share from 10 up,
    which cannot be another.

    wrong
        film night from drift
          speed 24

    right
        film night from drift
          speed 24 fps
    """

    code = "G203"
    title = "A number without its unit"

    word: str
    number: str
    wanted: str
    families: tuple[str, ...] = ()  # for an interval, all that it may be counted in
    written: bool = True  # where it is wanted, and not come to by a name or a sum
    named: str = ""  # what `let` calls it, where it is told there
    others: tuple[int, ...] = ()  # the lines that speak of that
    at_value: UnitMissing | None = None  # the same fault, told where `let` names the number

    @property
    def is_certain(self) -> bool:
        """Where only one unit fits. Of a share below ten nobody can tell whether it lost its sign or its point."""
        units = self.families or units_of(self.wanted)
        return self.written and len(units) == 1 and (units[0] != "%" or float(self.number) >= 10)

    def message(self) -> str:
        """Says which units fit."""
        fitting = self.families or units_of(self.wanted)
        units = listed(fitting)
        several = "one of these units" if len(fitting) > 1 else "a unit"
        spoken = f"{_speaking(self.others)} of `{self.named}`, and " if self.named else ""
        return f"{self.number} of what? {spoken}`{self.word}` needs {several}: {units}."


@dataclass(frozen=True, kw_only=True)
class OutOfRange(Mended):
    """Every number has bounds within which it means something. Both ends belong to it.

    wrong
        sample attempts with dreamer
          truncation 8

    right
        sample attempts with dreamer
          truncation 0.8
    """

    code = "G204"
    title = "Out of range"

    word: str
    value: str
    low: str
    high: str
    past: bool  # past the end; else before the beginning
    doc: str = ""

    def message(self) -> str:
        """Says the bounds, and what the setting does."""
        side = "past the end" if self.past else "before the beginning"
        if not self.past and sum(map(str.isdigit, self.high)) > MOST_FIGURES:
            return f"`{self.word}` begins at {self.low}; {self.value} is {side}. {self.doc}".rstrip()
        return f"`{self.word}` goes from {self.low} to {self.high}; {self.value} is {side}. {self.doc}".rstrip()


@dataclass(frozen=True, kw_only=True)
class NotAChoice(Mended):
    """The setting knows a few words, and this is none of them.

    `gen check --fix` writes one in capitals in small letters (`A4`), and never guesses at another.

    wrong
        train dreamer from table
          model gann

    right
        train dreamer from table
          model gan
    """

    code = "G205"
    title = "Not one of the choices"

    word: str
    choices: tuple[str, ...]
    given: str
    because: str = ""  # a fact that rules the given word out, where it is a known one

    @property
    def is_certain(self) -> bool:
        """A choice in capital letters."""
        return self.given.lower() in self.choices

    @property
    def is_in_capitals(self) -> bool:
        """Whether only its letters are larger."""
        return self.is_certain and self.given not in self.choices and not self.because

    def message(self) -> str:
        """Lists the choices."""
        if self.because:
            return self.because
        if self.is_in_capitals:
            return f"gen writes its words in small letters: `{self.given.lower()}`."
        if not self.choices:
            return f"`{self.word}` has nothing to choose from here, so it cannot be `{self.given}`."
        return f"`{self.word}` can be {listed(self.choices, most=40)}."


@dataclass(frozen=True, kw_only=True)
class OtherValue(Mended):
    """The value is of another sort than the setting takes: a word where a text is wanted, a text where a number is.

    A text wears quotation marks, a path has a `/` in it, a colour begins with `#`; a number and a word stand bare.

    `gen check --fix` puts quotation marks on and takes them off, where that is all that is amiss.

    wrong
        print plate from attempts
          title The Table, Again

    right
        print plate from attempts
          title "The Table, Again"
    """

    code = "G206"
    title = "A text is wanted here"

    word: str
    wanted: str  # text, number, whole number, word, path, …
    given: str = ""
    marks: bool = False  # it is the right value, with quotation marks or without them
    outweighs: bool = False  # a sign from elsewhere on its line: with another, it would be as wrong

    def __post_init__(self) -> None:
        """The title says what is wanted."""
        if self.wanted != "text":
            article = "an" if self.wanted[0] in "aeiou" else "a"
            object.__setattr__(self, "title", f"{article.capitalize()} {self.wanted} is wanted here")

    @property
    def is_certain(self) -> bool:
        """Only its quotation marks are at fault."""
        return self.marks

    def message(self) -> str:
        """Says what such a value looks like."""
        return self.given or f"`{self.word}` is {_LOOKS[self.wanted]}."


_LOOKS = {
    "text": "a text, so it wears quotation marks",
    "number": "a number",
    "whole number": "counted in whole numbers",
    "word": "a word that stands bare, without quotation marks",
    "path": "a place on disk: a path with a `/` in it, or in quotation marks",
    "size": "a size: `256 px`, or `512 px by 640 px`",
    "condition": "a condition on a measure of images: `width >= 400 px`",
    "range": "a range, from its smaller end to its larger one: `20% to 45%`",
    "name": "the name of something that this script makes",
    "colour": "a colour, written `#rrggbb`",
    "interval": "an interval, in whole numbers with a unit: `every 25 epochs`",
    "word alone": "on when its line is there and off when it is not. It takes no value",
    "value": "more than what stands here",
    "step": "stepped through, and numbers that are not whole need to be told how: `1 to 9 by 2`",
}


@dataclass(frozen=True, kw_only=True)
class Backwards(Mended):
    """A range goes from its smaller end to its larger one, in steps larger than nothing.

    wrong
        sample attempts with dreamer
          each truncation 0.9 to 0.1 by 0.2

    right
        sample attempts with dreamer
          each truncation 0.1 to 0.9 by 0.2
    """

    code = "G207"
    title = "A range that runs backwards"

    step: bool = False  # it is the step that does not lead forwards

    def message(self) -> str:
        """Says which way it goes."""
        if self.step:
            return "A range goes on in steps that are larger than nothing."
        return "A range goes from its smaller end to its larger one."


@dataclass(frozen=True, kw_only=True)
class NothingToSweep(Mended):
    """`each` makes one result for every value. What gathers results makes only one; what only watches changes none.

    wrong
        film night from drift
          each speed 12 fps, 24 fps

    right
        film night from drift
          speed 12 fps
    """

    code = "G208"
    title = "Nothing to sweep"

    verb: str
    setting: str
    sweepable: tuple[str, ...]
    because: str = ""
    is_step: bool = False
    is_block: bool = False

    def message(self) -> str:
        """Says what can be swept, if anything."""
        if self.because:
            return self.because
        if not self.sweepable:
            return f"`each` makes one result for every value, and `{self.verb}` makes only one result."
        told = f"`{self.verb}` can vary {listed(self.sweepable, 'and', 40)} with `each`, but not `{self.setting}`."
        return f"{told} What differs in a step is a `{self.verb}` of its own." if self.is_step else told


@dataclass(frozen=True, kw_only=True)
class LargeSweep(Mended):
    """Several `each` lines multiply. This many results take long, and more than anyone will look at.

    It is a remark: if it is what you want, go on.

    wrong
        sample attempts with dreamer
          each truncation 0 to 1 by 0.01
          each seed 1 to 100

    right
        sample attempts with dreamer
          each truncation 0 to 1 by 0.25
          each seed 1 to 8
    """

    code = "G209"
    title = "A very large sweep"
    level = Level.REMARK

    factors: tuple[int, ...]
    total: int

    def message(self) -> str:
        """Shows the multiplication."""
        product = " × ".join(map(str, self.factors))
        equation = f"{product} = " if len(self.factors) > 1 else ""
        return f"{equation}{self.total:,} results. Fewer values would show as much, sooner."


@dataclass(frozen=True, kw_only=True)
class SettingMissing(Mended):
    """Some things have no default, because only you can say them. `train` needs to know which model.

    wrong
        train dreamer from table
          epochs 400

    right
        train dreamer from table
          model gan
          epochs 400
    """

    code = "G210"
    title = "A setting is missing"

    owner: str
    setting: str
    doc: str = ""
    or_else: str = ""  # the word after which something may be named instead

    def message(self) -> str:
        """Says what is not said."""
        if self.or_else:
            return f"`{self.owner}` needs `{self.setting}` to be said, or something after `{self.or_else}`. {self.doc}"
        return f"`{self.owner}` needs `{self.setting}` to be said. {self.doc}".rstrip()


@dataclass(frozen=True, kw_only=True)
class OneOrTheOther(Mended):
    """Two settings say the same thing in two ways, and only one of them can hold.

    wrong
        train dreamer from table
          model gan
          epochs 400
          steps 20000

    right
        train dreamer from table
          model gan
          epochs 400
    """

    code = "G211"
    title = "One or the other"

    word: str
    other: str
    first: int

    def message(self) -> str:
        """Names the other line."""
        return f"`{self.word}` and `{self.other}` (line {self.first}) answer the same question. Keep one of them."


@dataclass(frozen=True, kw_only=True)
class TooManyValues(Mended):
    """The setting takes fewer values than stand here.

    Several values of a single setting are a sweep, which is said with `each`.

    wrong
        sample attempts with dreamer
          truncation 0.5, 0.8

    right
        sample attempts with dreamer
          each truncation 0.5, 0.8
    """

    code = "G212"
    title = "One value too many"

    word: str
    sweeps: bool
    either: bool = False  # one number, or several names of what is swept
    joined: str = ""  # what joins its conditions, where it takes one
    because: str = ""  # why the second need not be said
    none: bool = False  # it takes none but after joining words
    follows: str = ""  # the one that this value stands after
    named: bool = False  # by a `let`

    def message(self) -> str:
        """Says how to get several, where one can."""
        if self.named:
            return "`let` names one value, and these are several. Values that vary stand in the `each` line itself."
        if self.either:
            return f"`{self.word}` is one number, or names what is swept."
        if self.because:
            return f"`{self.word}` takes one value. {self.because}"
        if self.none:
            said = f"`{self.word}` takes no value right after it."
            return f"{said} This one follows `{self.follows}`." if self.follows else said
        if self.joined:
            when = "several have to be true" if self.joined == "and" else "one of several is enough"
            return f"`{self.word}` takes one condition. Where {when}, `{self.joined}` joins them."
        said = f"`{self.word}` does not take as many values as this."
        return f"{said} `each` makes one result for every value." if self.sweeps else said


@dataclass(frozen=True, kw_only=True)
class NoSuchNumber(Mended):
    """The sum cannot be worked out: its parts measure different things, it divides by nothing, or it grows too large.

    wrong
        let edge = 256 px / 0

    right
        let edge = 256 px / 2
    """

    code = "G213"
    title = "A number that cannot be worked out"

    why: str

    def message(self) -> str:
        """Says which of them."""
        return self.why


@dataclass(frozen=True, kw_only=True)
class SweepWithoutEnd(Mended):
    """The `each` lines of a script multiply to more results than a store can hold.

    wrong
        sample attempts with dreamer
          each seed 1 to 1000000000

    right
        sample attempts with dreamer
          each seed 1 to 100
    """

    code = "G214"
    title = "A sweep without end"

    total: int
    most: int

    def message(self) -> str:
        """Says the bound."""
        return f"These values multiply to {self.total:,} results; I stop at {self.most:,}."


@dataclass(frozen=True, kw_only=True)
class MarkedThousands(Mended):
    """A number seems to have a mark between its thousands.

    In gen a point begins the decimals of a number, and a comma stands between two values. A large number is written in
    one piece: `20000`. Where that is hard to read, an underscore may stand in it: `20_000`.

    wrong
        train dreamer from table
          model gan
          steps 1.000

    right
        train dreamer from table
          model gan
          steps 1000
    """

    code = "G215"
    title = "A mark between thousands"

    written: str
    value: str  # what it comes to as gen reads it; empty where that is no one number

    def message(self) -> str:
        """The two readings."""
        if self.value:
            read = f"A point begins the decimals of a number, so `{self.written}` is {self.value}."
        else:
            read = f"`{self.written}` is not one number."
        return f"{read} A large number is written in one piece: `20000`, or `20_000`."


@dataclass(frozen=True, kw_only=True)
class NotAmongThem(Mended):
    """The line picks one of several by its number, and then says how many there are. There are fewer than that number.

    wrong
        bend mirage with dreamer
          on cluster, 5, 2
          invert at middle

    right
        bend mirage with dreamer
          on cluster, 2, 5
          invert at middle
    """

    code = "G216"
    title = "More than there are"

    word: str
    said: str
    of: str

    def message(self) -> str:
        """Says which stands first."""
        return f"There is no {self.said} of {self.of}. `{self.word}` says which one first, and then of how many."


@dataclass(frozen=True, kw_only=True)
class ComesToNothing(Mended):
    """The values are shares of one whole, and together they come to nothing, so nothing would be left of any.

    A share may be negative, which takes something away; the others then come to more than 100%.

    wrong
        train spring from table with dreamer
          model gan

        merge year with dreamer, spring
          weights 100%, -100%

    right
        train spring from table with dreamer
          model gan

        merge year with dreamer, spring
          weights 150%, -50%
    """

    code = "G217"
    title = "Shares that come to nothing"

    word: str

    def message(self) -> str:
        """Says what they come to."""
        return f"The values of `{self.word}` are shares of one whole, and together these come to nothing."


@dataclass(frozen=True, kw_only=True)
class StepPastTheEnd(Mended):
    """A range begins at its smaller end and goes on in steps. One step is larger than all of it, so it ends at once.

    It is a remark: the one value is a sweep too.

    wrong
        sample attempts with dreamer
          each seed 1 to 8 by 10

    right
        sample attempts with dreamer
          each seed 1 to 8 by 1
    """

    code = "G218"
    title = "A step past the end"
    level = Level.REMARK

    first: str

    def message(self) -> str:
        """Says what is left."""
        return f"This step is larger than the whole range, so that only its beginning is made: {self.first}."


@dataclass(frozen=True, kw_only=True)
class RatherARange(Mended):
    """A minus between two numbers takes the second from the first. Where an amount may move, `to` says from where to
    where.

    It is a remark: the difference is an amount too.

    wrong
        bend mirage with dreamer
          scale 1 - 3 at early

    right
        bend mirage with dreamer
          scale 1 to 3 at early
    """

    code = "G219"
    title = "A difference, or a range"
    level = Level.REMARK

    first: str
    second: str
    comes_to: str

    def message(self) -> str:
        """Says what it is, and how the other is written."""
        return f"This takes {self.second} from {self.first}, which is {self.comes_to}. A range is written with `to`."


@dataclass(frozen=True, kw_only=True)
class NothingLeft(Mended):
    """The line leaves nothing, beside what another one says: a margin as wide as half of the paper, or a part of a film
    that ends before it begins.

    `skip` and `until` both count from the beginning of a film: `skip 9 s` and `until 17 s` take 8 s of it.

    wrong
        print plate from table
          paper a6
          margin 60 mm

    right
        print plate from table
          paper a6
          margin 10 mm
    """

    code = "G220"
    title = "Nothing would be left"

    told: str

    def message(self) -> str:
        """The sentence that whoever found it knows."""
        return self.told
