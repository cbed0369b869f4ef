"""Faults of how stages hang together, and of what they say of what they are made of: G301 to G332."""

from __future__ import annotations

from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.diagnostics.mended import Mended
from intaglio.lang.records import dataclass
from intaglio.lang.wording import listed, says_nothing, stands_still, thing, ticked

LONGEST_CIRCLE = 12  # names shown of a circle


@dataclass(frozen=True, kw_only=True)
class WrongMaterial(Mended):
    """A stage is made from, or with, something that it cannot use.

    wrong
        film night from dreamer

    right
        walk drift with dreamer
        film night from drift
    """

    code = "G301"
    title = "The wrong material"

    verb: str
    word: str  # from or with
    wanted: tuple[str, ...]
    name: str
    makes: str

    def message(self) -> str:
        """Says what is wanted, and what was given."""
        wanted = listed([thing(kind) for kind in self.wanted])
        return f"`{self.verb}` is made {self.word} {wanted}, but `{self.name}` is {thing(self.makes)}."


@dataclass(frozen=True, kw_only=True)
class ChangedPlaces(Mended):
    """`from` names the material a stage is made of, `with` the model it is made with.

    `gen check --fix` changes the word.

    wrong
        sample attempts from dreamer

    right
        sample attempts with dreamer
    """

    code = "G302"
    title = "`from` and `with` changed places"

    name: str
    makes: str
    among: bool = False  # whether others that stand with it stay, so that it moves

    @property
    def is_certain(self) -> bool:
        """What it makes fits the other word alone."""
        return not self.among

    def message(self) -> str:
        """Says which is which."""
        return (
            f"`{self.name}` is {thing(self.makes)}. `from` names the material a stage is made of; `with` names the"
            " model it is made with."
        )


@dataclass(frozen=True, kw_only=True)
class Circle(Mended):
    """Stages that are made of each other wait for each other for ever. So do names that are said by each other.

    Nor may a recipe use itself, directly or through others: it would never come to an end.

    wrong
        train memory from table
          model autoencoder

        rebuild first from second with memory
        rebuild second from first with memory

    right
        train memory from table
          model autoencoder

        rebuild first from table with memory
        rebuild second from first with memory
    """

    code = "G303"
    title = "A circle"

    names: tuple[str, ...]  # the first again at the end
    values: bool = False  # `let` names, not stages
    recipes: bool = False  # recipes, each used by the one before

    def message(self) -> str:
        """Shows the way round."""
        ring = self.names if len(self.names) <= LONGEST_CIRCLE else (*self.names[:LONGEST_CIRCLE], "…", self.names[-1])
        if self.values:
            return f"These names are each said by the next, so none of them is a value: {' → '.join(ring)}"
        if self.recipes and len(self.names) == 2:
            return f"`{self.names[0]}` uses itself, so it would never come to an end."
        if self.recipes:
            return f"These recipes use each other, so they would never come to an end: {' → '.join(ring)}"
        if len(self.names) == 2:
            return f"`{self.names[0]}` is made of itself, so it cannot begin."
        return f"These stages wait for each other, so none of them can begin: {' → '.join(ring)}"


@dataclass(frozen=True, kw_only=True)
class NothingToWorkOn(Mended):
    """The stage needs material after `from`, or a model after `with`, and none is named.

    wrong
        train dreamer
          model gan

    right
        train dreamer from table
          model gan
    """

    code = "G304"
    title = "Nothing to work on"

    verb: str
    word: str
    wanted: tuple[str, ...]
    here: tuple[str, ...]  # names in this script that would do
    called: tuple[str, ...] = ()  # of a recipe that takes several, what it calls them

    def message(self) -> str:
        """Says what is needed, and what would do."""
        if self.called:
            return f"After `{self.word}`, `{self.verb}` takes {ticked(self.called, 'and')}, in this order."
        needs = f"`{self.verb}` needs {listed([thing(kind) for kind in self.wanted])} after `{self.word}`."
        if not self.here:
            return needs if "path" in self.wanted else f"{needs} This script makes none yet."
        return f"{needs} This script has {listed(self.here, 'and')}."


@dataclass(frozen=True, kw_only=True)
class NeverUsed(Mended):
    """Something is prepared, and nothing is made from it or with it. gen makes it all the same.

    It is a remark: a model that is trained to be looked at another day may stand alone.

    wrong
        dataset fruit from ./sketches/
        train dreamer from table
          model gan
        sample attempts with dreamer

    right
        dataset fruit from ./sketches/
        train dreamer from table, fruit
          model gan
        sample attempts with dreamer
    """

    code = "G305"
    title = "Made, and never used"
    level = Level.REMARK

    name: str
    inside: bool = False  # a recipe, and not the script

    def message(self) -> str:
        """Names it."""
        if self.inside:
            return f"Nothing in this recipe is made from `{self.name}` or with it, and it is not given."
        return f"Nothing in this script is made from `{self.name}` or with it."


@dataclass(frozen=True, kw_only=True)
class NeverActs(Diagnostic):
    """A condition asks for a size that a step above has given to every image, so that it is true of all or of none.

    Steps are done in order. What a photograph measures itself is asked before it is cut or made smaller.

    It is a remark, and often means that two lines should change places.

    wrong
        dataset table
          from ./photos/
          resize 256 px by 256 px
          keep width >= 512 px

    right
        dataset table
          from ./photos/
          keep width >= 512 px
          resize 256 px by 256 px
    """

    code = "G306"
    title = "A step that can never act"
    level = Level.REMARK

    step: str
    by: int  # the line that made them so
    sides: tuple[int, int]  # width and height, in px
    all: bool  # the condition is true of all; else of none

    def message(self) -> str:
        """Says what made them so."""
        width, height = self.sides
        so = f"{width} px wide and {height} px high" if width != height else f"{width} px wide and as high"
        true = "all of them" if self.all else "none of them"
        return f"Line {self.by} has made every image {so}, so the condition of `{self.step}` is true of {true}."


@dataclass(frozen=True, kw_only=True)
class GroupsMissing(Mended):
    """What is asked for group by group needs a dataset that has groups.

    What is learnt group by group needs two of them at least, all in one dataset, and no image that belongs to none.

    wrong
        dataset cabinet from ./photos/
        train tide from cabinet
          model gan
          condition group
        sample specimens with tide
          each group from cabinet

    right
        dataset cabinet
          group medusae
            from ./photos/still-life/
          group corals
            from ./sketches/
        train tide from cabinet
          model gan
          condition group
        sample specimens with tide
          each group from cabinet
    """

    code = "G307"
    title = "Groups missing"

    asked: str  # the line that needs them
    name: str
    only: str = ""  # the one group that there is
    folders: tuple[str, ...] = ()  # that lie in the dataset's folder, and may be meant
    because: str = ""  # where there are groups, and not as they are needed

    def message(self) -> str:
        """Says which dataset has none."""
        if self.because:
            return self.because
        if self.only:
            return f"`{self.asked}` tells groups apart, and `{self.name}` has only {self.only}. It takes two at least."
        needs = f"`{self.asked}` needs groups, and `{self.name}` has none."
        if self.folders:
            parent, first = self.folders[0].rstrip("/").rpartition("/")[::2]
            inside = listed([folder.rstrip("/").rpartition("/")[2] for folder in self.folders], "and")
            beneath = f"`group {first}` beneath the dataset, with `from {self.folders[0]}` beneath that, makes a part"
            return f"{needs} {parent}/ holds the folders {inside}: {beneath} of it a group."
        return f"{needs} `group NAME`, beneath the dataset, makes a part of it a group."


@dataclass(frozen=True, kw_only=True)
class TooMuchMaterial(Mended):
    """The verb takes nothing after this word, or only one thing; some models learn from no images.

    wrong
        walk drift from table with dreamer

    right
        walk drift with dreamer
    """

    code = "G309"
    title = "One ingredient too many"

    owner: str
    word: str
    only_one: bool
    called: tuple[str, ...] = ()  # of a recipe that takes several, what it calls them

    def message(self) -> str:
        """Says how many it takes."""
        if self.called:
            return f"After `{self.word}`, `{self.owner}` takes {ticked(self.called, 'and')}, and nothing more."
        takes = "only one thing" if self.only_one else "nothing"
        return f"`{self.owner}` takes {takes} after `{self.word}`."


@dataclass(frozen=True, kw_only=True)
class FromComesFirst(Mended):
    """Steps are done in order, so images are taken in before anything is done to them.

    wrong
        dataset table
          resize 256 px
          from ./photos/

    right
        dataset table
          from ./photos/
          resize 256 px
    """

    code = "G310"
    title = "`from` comes first"

    step: str
    first: int

    def message(self) -> str:
        """Says which step comes too early."""
        return f"`{self.step}` on line {self.first} is done before these images are there. `from` stands above it."


@dataclass(frozen=True, kw_only=True)
class NotForEach(Mended):
    """The setting says something of each stage after `from` or `with`, in their order, so it takes as many values.

    wrong
        train spring from table with dreamer
          model gan

        merge year with dreamer, spring
          weights 70%, 20%, 10%

    right
        train spring from table with dreamer
          model gan

        merge year with dreamer, spring
          weights 70%, 30%
    """

    code = "G311"
    title = "Not one for each"

    owner: str
    word: str
    given: str  # from or with
    said: int
    wanted: int

    def message(self) -> str:
        """Counts both."""
        values = f"{self.said} value{'' if self.said == 1 else 's'}"
        stages = f"{self.wanted} stage{' stands' if self.wanted == 1 else 's stand'}"
        return f"`{self.word}` says {values}, and {stages} after `{self.given}`. Each needs one, in their order."


@dataclass(frozen=True, kw_only=True)
class NoSuchStep(Mended):
    """`step` picks a model as it was on its way. A training has no steps past its last one, and a model that was not
    trained itself, but bent or merged of others, has none.

    wrong
        train dreamer from table
          model gan
          steps 50

        sample attempts with dreamer
          step 80

    right
        train dreamer from table
          model gan
          steps 50

        sample attempts with dreamer
          step 40
    """

    code = "G312"
    title = "No such step"

    word: str
    value: int
    name: str
    verb: str
    unit: str
    last: int | None  # of its training; None where it has none

    def message(self) -> str:
        """Says where the training ends."""
        if self.last is None:
            return f"`{self.word}` picks a step of a training. `{self.name}` is made by `{self.verb}`, which has none."
        return f"`{self.name}` is trained for {self.last} {self.unit}, so there is no {self.word} {self.value} of it."


@dataclass(frozen=True, kw_only=True)
class NoSuchLayer(Mended):
    """The model has fewer layers than this, or none of this sort. How many it has depends on its sort and its pictures.

    `early`, `middle` and `late` are thirds of the layers that draw, and every model has them.

    wrong
        dataset fruit from ./photos/
          resize 32 px by 32 px

        train dreamer from fruit
          model gan

        bend mirage with dreamer
          invert at layer-9

    right
        dataset fruit from ./photos/
          resize 32 px by 32 px

        train dreamer from fruit
          model gan

        bend mirage with dreamer
          invert at layer-4
    """

    code = "G313"
    title = "No such layer"

    name: str
    sort: str  # what its training says: `model gan`
    layer: str
    there: tuple[str, ...]  # the first and the last of each name
    size: tuple[int, int]  # of its pictures in pixels; nothing where it does not matter

    def message(self) -> str:
        """Says what it has."""
        size = f" on pictures of {self.size[0]} px by {self.size[1]} px" if all(self.size) else ""
        has = listed(self.there, "and")
        return f"`{self.name}` is trained with `{self.sort}`{size}. It has {has}, and no {self.layer}."


@dataclass(frozen=True, kw_only=True)
class NothingDone(Mended):
    """The stage does what stands beneath it, line by line, and no line beneath it does anything yet.

    wrong
        bend mirage with dreamer
          on share, 30%

    right
        bend mirage with dreamer
          on share, 30%
          invert at middle
    """

    code = "G314"
    title = "Nothing is done"

    verb: str
    lines: tuple[str, ...]  # words of lines that would do something

    def message(self) -> str:
        """Says what could."""
        return f"Beneath `{self.verb}` stands no line that says what to do: {listed(self.lines, most=20)}."


@dataclass(frozen=True, kw_only=True)
class SidesUnfit(Mended):
    """The images have a size that the stage cannot take. A network halves and doubles them on their way, so a model
    learns from sides that are multiples of 8, from 8 px to 512 px.

    wrong
        dataset fruit from ./photos/
          resize 50 px by 50 px

        train dreamer from fruit
          model gan

    right
        dataset fruit from ./photos/
          resize 48 px by 48 px

        train dreamer from fruit
          model gan
    """

    code = "G315"
    title = "A size that does not fit"

    name: str
    size: str  # `50 px by 40 px`
    sides: str

    def message(self) -> str:
        """Says both."""
        return f"`{self.name}` takes images whose sides are {self.sides}. These are {self.size}."


@dataclass(frozen=True, kw_only=True)
class NotAlike(Mended):
    """Weights go from one model to another only where both are built alike: of one sort, and for pictures of one size.

    wrong
        train memory from table with dreamer
          model autoencoder

    right
        train memory from table with dreamer
          model gan
    """

    code = "G316"
    title = "Not built alike"

    name: str
    built: str
    other: str
    otherwise: str

    def message(self) -> str:
        """Says how each is built."""
        return (
            f"`{self.name}` is {self.built}, and `{self.other}` is {self.otherwise}."
            " Weights go from one to the other only where both are built alike."
        )


@dataclass(frozen=True, kw_only=True)
class NotLearnt(Mended):
    """A model is asked for a group that it did not learn. With `condition group` a training learns each group of its
    dataset as a kind of its own, and knows these and no others.

    wrong
        dataset cabinet
          group medusae
            from ./photos/still-life/
          group corals
            from ./sketches/

        train tide from cabinet
          model gan
          condition group

        sample specimens with tide
          group coral

    right
        dataset cabinet
          group medusae
            from ./photos/still-life/
          group corals
            from ./sketches/

        train tide from cabinet
          model gan
          condition group

        sample specimens with tide
          group corals
    """

    code = "G317"
    title = "A group that was not learnt"

    group: str
    name: str
    condition: str  # the line that has a training learn groups
    learnt: tuple[str, ...] = ()

    def message(self) -> str:
        """Says what the model did learn, or how it would."""
        if self.learnt:
            return f"`{self.name}` learnt no group `{self.group}`. It learnt {listed(self.learnt, 'and')}."
        learns = (
            f"Beneath `{self.name}`, `{self.condition}` has it learn each group of its images as a kind of its own."
        )
        return f"`{self.group}` is asked for as a group, and `{self.name}` learnt none. {learns}"


@dataclass(frozen=True, kw_only=True)
class NotPlayed(Mended):
    """A show is of models that draw by themselves, or of translators that read each other. Others only draw over
    images that they are given; `vary` asks them to.

    wrong
        train lens from table
          model enhance

        show passersby with lens, dreamer

    right
        train lens from table
          model enhance

        show passersby with dreamer
    """

    code = "G318"
    title = "Not a model that plays"

    verb: str
    name: str
    sort: str  # what its training says: `model enhance`

    def message(self) -> str:
        """Says what it does instead."""
        return (
            f"`{self.name}` is trained with `{self.sort}`, and draws over images that it is given. `{self.verb}` plays"
            " models that draw by themselves, and translators, which read each other."
        )


@dataclass(frozen=True, kw_only=True)
class NotTogether(Mended):
    """A show is of translators, which read each other, or of models that draw by themselves: nothing leads from one to
    the other.

    wrong
        dataset lines from table
          derive edges

        train seer from lines, table
          model translate

        show passersby with seer, dreamer

    right
        dataset lines from table
          derive edges

        train seer from lines, table
          model translate

        show passersby with seer
    """

    code = "G319"
    title = "Not to be played together"

    verb: str
    reads: str
    draws: str

    def message(self) -> str:
        """Says what each does."""
        return (
            f"`{self.reads}` reads what others draw, and `{self.draws}` draws by itself. `{self.verb}` plays the one"
            " or the other."
        )


@dataclass(frozen=True, kw_only=True)
class NobodyReads(Mended):
    """A translator that learnt from pairs knows one way only. In a show another must know the way back, which learns
    from the same two sets, changed round. One that learns without pairs (`pairing none`) knows both ways by itself.

    wrong
        dataset lines from table
          derive edges

        train seer from lines, table
          model translate
          pairing same-name

        show passersby with seer

    right
        dataset lines from table
          derive edges

        train seer from lines, table
          model translate
          pairing same-name

        train hand from table, lines
          model translate
          pairing same-name

        show passersby with seer, hand
    """

    code = "G320"
    title = "Nobody reads what it draws"

    name: str
    sets: tuple[str, ...]

    def message(self) -> str:
        """Says which way it learnt."""
        way = f", from {self.sets[0]} to {self.sets[1]}" if len(self.sets) == 2 else ""
        return (
            f"`{self.name}` learnt from pairs, and one way only{way}. In a show another reads what it draws, and knows"
            " the way back."
        )


@dataclass(frozen=True, kw_only=True)
class OtherSize(Mended):
    """Translators that read each other are for pictures of one size.

    wrong
        dataset fruit from ./photos/
          resize 32 px by 32 px

        dataset lines from fruit
          derive edges

        dataset larger from ./photos/
          resize 64 px by 64 px

        dataset outlines from larger
          derive edges

        train seer from lines, fruit
          model translate

        train hand from larger, outlines
          model translate

        show passersby with seer, hand

    right
        dataset fruit from ./photos/
          resize 32 px by 32 px

        dataset lines from fruit
          derive edges

        dataset larger from ./photos/
          resize 32 px by 32 px

        dataset outlines from larger
          derive edges

        train seer from lines, fruit
          model translate

        train hand from larger, outlines
          model translate

        show passersby with seer, hand
    """

    code = "G321"
    title = "Pictures of two sizes"

    name: str
    size: tuple[int, int]
    other: str
    another: tuple[int, int]

    def message(self) -> str:
        """Says both."""
        one, two = (f"{width} px by {height} px" for width, height in (self.size, self.another))
        return (
            f"`{self.name}` is for pictures of {one}, and `{self.other}` for pictures of {two}. Translators that read"
            " each other are for pictures of one size."
        )


@dataclass(frozen=True, kw_only=True)
class SameWay(Mended):
    """Two translators that read each other learnt the same way, so that each is given pictures of the sort that it
    draws, and not of the sort that it learnt to read.

    It is a remark: what a model makes of pictures that it does not know may be what is wanted.

    wrong
        dataset lines from table
          derive edges

        train seer from lines, table
          model translate

        train hand from lines, table
          model translate

        show passersby with seer, hand

    right
        dataset lines from table
          derive edges

        train seer from lines, table
          model translate

        train hand from table, lines
          model translate

        show passersby with seer, hand
    """

    code = "G322"
    title = "Both learnt the same way"
    level = Level.REMARK

    name: str
    other: str
    sets: tuple[str, ...]
    show: str

    def message(self) -> str:
        """Says which way."""
        return (
            f"`{self.other}` and `{self.name}` both learnt the way from {self.sets[0]} to {self.sets[1]}. In"
            f" `{self.show}` each reads what the other draws, and neither learnt to read {self.sets[1]}."
        )


@dataclass(frozen=True, kw_only=True)
class NotAble(Mended):
    """A model is asked for what its sort does not do. Some sorts draw from chance, some look at images and draw them
    again or over, and some do both.

    wrong
        rebuild again from table with dreamer

    right
        sample again with dreamer
    """

    code = "G323"
    title = "Not what this model does"

    verb: str
    sort: str  # what its training says: `model gan`
    does: str  # what the verb asks, after "does not"
    sorts: tuple[str, ...]  # that do it

    def message(self) -> str:
        """Says which sorts do it."""
        return (
            f"A model trained with `{self.sort}` does not {self.does}, as `{self.verb}` asks of it."
            f" One that is {listed([f'`{sort}`' for sort in self.sorts])} does."
        )


@dataclass(frozen=True, kw_only=True)
class NotSoManySets(Mended):
    """A translator learns the way from one set of images to another: two names stand after `from`, with a comma between
    them. Others learn from all that is given as from one set.

    wrong
        dataset ashes from table
          grey

        train fading from table
          model translate

    right
        dataset ashes from table
          grey

        train fading from table, ashes
          model translate
    """

    code = "G324"
    title = "Not as many sets as are told apart"

    asked: str  # the line that asks for it: `model translate`
    wanted: int
    given: int

    def message(self) -> str:
        """Says how many there are, and should be."""
        here = f"{'is' if self.given == 1 else 'are'} {self.given}"
        return (
            f"`{self.asked}` learns from {self.wanted} sets of images, each a name after `from`, with a comma between"
            f" them. Here {here}."
        )


@dataclass(frozen=True, kw_only=True)
class TwoSizes(Mended):
    """Images that go through a network together are of one size.

    wrong
        dataset fruit from ./photos/
          resize 32 px by 32 px

        dataset leaves from ./photos/
          resize 64 px by 64 px

        train dreamer from fruit, leaves
          model gan

    right
        dataset fruit from ./photos/
          resize 32 px by 32 px

        dataset leaves from ./photos/
          resize 32 px by 32 px

        train dreamer from fruit, leaves
          model gan
    """

    code = "G325"
    title = "Images of two sizes"

    name: str
    one: str  # `32 px by 32 px`
    other: str

    def message(self) -> str:
        """Says both."""
        return (
            f"`{self.name}` takes images of one size only. The first that it is given are {self.one}, and these are"
            f" {self.other}."
        )


@dataclass(frozen=True, kw_only=True)
class NotAsLearnt(Mended):
    """A model that draws images again knows those of one size: that of the images that it learnt from.

    wrong
        dataset fruit from ./photos/
          resize 32 px by 32 px

        train memory from fruit
          model autoencoder

        dataset leaves from ./photos/
          resize 64 px by 64 px

        rebuild again from leaves with memory

    right
        dataset fruit from ./photos/
          resize 32 px by 32 px

        train memory from fruit
          model autoencoder

        dataset leaves from ./photos/
          resize 32 px by 32 px

        rebuild again from leaves with memory
    """

    code = "G326"
    title = "A size that the model did not learn"

    name: str
    size: str
    model: str
    learnt: str

    def message(self) -> str:
        """Says both."""
        return (
            f"`{self.model}` learnt from images of {self.learnt}, and knows no others. These, which `{self.name}` gives"
            f" it, are {self.size}."
        )


@dataclass(frozen=True, kw_only=True)
class GivenTwice(Mended):
    """The same stands after `from` twice. The second time it brings the same images again, and each of them then weighs
    double.

    It is a remark: one may want just that.

    wrong
        train twice from table, table
          model gan

    right
        train twice from table
          model gan
    """

    code = "G327"
    title = "Given twice"
    level = Level.REMARK

    name: str

    def message(self) -> str:
        """Says what comes of it."""
        return f"`{self.name}` stands after `from` twice. The second time, the same images come again."


@dataclass(frozen=True, kw_only=True)
class SaysNothing(Mended):
    """A setting stands where nothing listens to it. `schedule` is how diffusion goes from picture to noise, and a gan
    has no such way: what is made is the same without the line.

    It is a remark. The line may stay where another model is to be tried in that place.

    wrong
        train dreamer from table
          model gan
          schedule cosine

    right
        train dreamer from table
          model diffusion
          schedule cosine
    """

    code = "G328"
    title = "It says nothing here"
    level = Level.REMARK

    word: str
    where: str  # after "says nothing": "to `model gan`"
    why: str  # after that

    def message(self) -> str:
        """Says to what, and why."""
        return says_nothing(self.word, self.where, self.why)


@dataclass(frozen=True, kw_only=True)
class NothingMoves(Mended):
    """Something moves in the model: a line beneath `bend` leads from one number to another. A picture by itself stands
    at no moment of a film, so what moves is drawn as it begins. `walk` goes through all of it.

    It is a remark: the beginning may be what is wanted.

    wrong
        bend mirage with dreamer
          scale 1 to 3 at late

        sample still with mirage

    right
        bend mirage with dreamer
          scale 1 to 3 at late

        walk still with mirage
    """

    code = "G329"
    title = "Nothing moves here"
    level = Level.REMARK

    by: str  # the verb that goes through its moments

    def message(self) -> str:
        """Says what is drawn instead, and what goes through it."""
        return stands_still(self.by)


@dataclass(frozen=True, kw_only=True)
class HardlyMeant(Mended):
    """A setting does something here, though hardly what it is for. `freeze` keeps layers as they were: those of a model
    after `with` have learnt something, and those of a new one are as chance made them.

    It is a remark: layers of chance may be what is wanted.

    wrong
        train spring from table
          model gan
          freeze early

    right
        train spring from table with dreamer
          model gan
          freeze early
    """

    code = "G330"
    title = "Hardly what is meant"
    level = Level.REMARK

    told: str

    def message(self) -> str:
        """Says what it does."""
        return self.told


@dataclass(frozen=True, kw_only=True)
class OneWayOnly(HardlyMeant):
    """A translator that learnt from pairs knows the way from its first set to its second, and no way back. One that
    learns without pairs (`pairing none`) knows both, and another that learns from the same sets, changed round, is the
    way back.

    wrong
        dataset lines from table
          derive edges

        train seer from lines, table
          model translate
          pairing same-name

        vary drawn from table with seer
          reverse

    right
        dataset lines from table
          derive edges

        train seer from lines, table
          model translate
          pairing none

        vary drawn from table with seer
          reverse
    """

    code = "G331"
    title = "Learnt one way only"
    level = Level.MISTAKE


@dataclass(frozen=True, kw_only=True)
class NotSeen(HardlyMeant):
    """A show gives each of its models that draw by themselves a screen of its own. It has fewer screens than models,
    and the last of them are not played at all.

    It is a remark: the others may be there for later.

    wrong
        train other from table
          model gan

        show both with dreamer, other

    right
        train other from table
          model gan

        show both with dreamer, other
          screens 2
    """

    code = "G332"
    title = "Models that are not seen"
