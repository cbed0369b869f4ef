"""Faults of how stages hang together: G301 to G310."""

from __future__ import annotations

from dataclasses import dataclass

from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.diagnostics.mended import Mended
from intaglio.lang.wording import listed, thing, ticked

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

    @property
    def is_certain(self) -> bool:
        """What it makes fits the other word alone."""
        return True

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
        rebuild first from second with dreamer
        rebuild second from first with dreamer

    right
        rebuild first from table with dreamer
        rebuild second from first with dreamer
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
            return f"{needs} This script makes none yet."
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

    wrong
        dataset cabinet from ./photos/
        train tide from cabinet
          model diffusion
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
          model diffusion
          condition group
        sample specimens with tide
          each group from cabinet
    """

    code = "G307"
    title = "Groups missing"

    name: str

    def message(self) -> str:
        """Says which dataset has none."""
        needs = f"`each group from {self.name}` needs groups, and `{self.name}` has none."
        return f"{needs} `group NAME`, beneath the dataset, makes a part of it a group."


@dataclass(frozen=True, kw_only=True)
class TooMuchMaterial(Mended):
    """The verb takes nothing after this word, or only one thing.

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
