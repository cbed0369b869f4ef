"""Faults of recipes, borrowed or one's own: G501, G502, G504 to G511."""

from __future__ import annotations

from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.diagnostics.mended import Mended
from intaglio.lang.records import dataclass
from intaglio.lang.wording import listed, ticked


@dataclass(frozen=True, kw_only=True)
class NoSuchRecipe(Mended):
    """A recipe is borrowed by its name, from a folder (or `std/recipes`, which comes with gen), at a version.

    In a folder, `NAME.gen` holds the recipe NAME. Its line says which version it is, `recipe soften at v2`, and is v1
    where it says none. A folder `v2/` inside holds the recipes as they were at v2, so that older works keep theirs.

    wrong
        use contact-shet from std/recipes at v1

    right
        use contact-sheet from std/recipes at v1
    """

    code = "G501"
    title = "No such recipe"

    name: str
    source: str
    version: str | None = None
    versions: tuple[str, ...] = ()  # that there are of it; none where there is no recipe of this name
    holds: tuple[str, ...] = ()  # the names that there are
    because: str = ""

    def __post_init__(self) -> None:
        """The title says what is not there."""
        if self.versions and not self.because:
            object.__setattr__(self, "title", "No such version")

    def message(self) -> str:
        """Says what there is instead."""
        if self.because:
            return self.because
        if self.versions:
            return f"{self.source} has `{self.name}` at {listed(self.versions, 'and')}, and not at {self.version}."
        at = f" at {self.version}" if self.version else ""
        said = f"{self.source} has no `{self.name}`{at}."
        if self.paste is None and self.holds:
            said += f" It has {listed(self.holds, 'and', 24)}."
        return said


@dataclass(frozen=True, kw_only=True)
class NoVersion(Mended):
    """A recipe borrowed from elsewhere may change. The version says which one this work was made with.

    wrong
        use contact-sheet from std/recipes

    right
        use contact-sheet from std/recipes at v1
    """

    code = "G502"
    title = "No version"

    def message(self) -> str:
        """Says why."""
        return "A recipe changes under your feet unless you say which one you mean."


@dataclass(frozen=True, kw_only=True)
class NotTaken(Mended):
    """Beneath the use of a recipe stand the settings that the recipe takes, `seed` and `save`, and nothing else.

    wrong
        use contact-sheet from std/recipes at v1
        contact-sheet plate from attempts
          colums 8

    right
        use contact-sheet from std/recipes at v1
        contact-sheet plate from attempts
          columns 8
    """

    code = "G504"
    title = "A recipe asked for what it does not take"

    recipe: str
    word: str
    takes: tuple[str, ...]
    from_: tuple[str, ...] = ()  # what it takes after `from`
    with_: tuple[str, ...] = ()

    def message(self) -> str:
        """Lists what it takes."""
        for word, names in (("from", self.from_), ("with", self.with_)):
            if self.word in names:
                return f"What `{self.recipe}` takes as `{self.word}` stands after `{word}`, beside its name."
        if not self.takes:
            return f"`{self.recipe}` takes no `{self.word}`. It takes no settings at all."
        return f"`{self.recipe}` takes no `{self.word}`. It takes {listed(self.takes, 'and', 40)}."


@dataclass(frozen=True, kw_only=True)
class TermsUnstated(Diagnostic):
    """A model that someone else has trained was lent on terms, and the script does not say which.

    It is a remark: nobody but you can know them. Where a model was found, a page of it usually says. What `licence`
    says goes along with all that is made with the model, so that it can still be answered when a picture hangs on a
    wall.

    wrong
        borrow diffusion from hf:someone/small-model at v1.5

    right
        borrow diffusion from hf:someone/small-model at v1.5
          licence openrail-m
    """

    code = "G505"
    title = "Licence unstated"
    level = Level.REMARK

    name: str
    owner: str
    setting: str

    def message(self) -> str:
        """Names what was lent."""
        return f"`{self.name}` is lent by someone, and no `{self.setting}` beneath `{self.owner}` says on what terms."


@dataclass(frozen=True, kw_only=True)
class MistakenRecipe(Mended):
    """The borrowed recipe itself has a mistake, in its own file. `gen check` of that file shows all of them.

    wrong
        use soften from ./recipes/ at v1

    right
        use soften from ./recipes/ at v2
    """

    code = "G506"
    title = "A recipe with a mistake"

    recipe: str
    file: str
    line: int
    mistake: str

    def message(self) -> str:
        """Says where it is, and what."""
        return f"`{self.recipe}` cannot be used as it is: {self.file} has a mistake on line {self.line}. {self.mistake}"


@dataclass(frozen=True, kw_only=True)
class BorrowedFromNowhere(Mended):
    """`use` names a recipe, the folder that it is borrowed from, and its version.

    wrong
        use contact-sheet at v1

    right
        use contact-sheet from std/recipes at v1
    """

    code = "G507"
    title = "Borrowed from nowhere"

    def message(self) -> str:
        """Says what stands after `from`."""
        return "After `from` stands the folder that a recipe is borrowed from, or `std/recipes`, which comes with gen."


@dataclass(frozen=True, kw_only=True)
class TooDeep(Mended):
    """Recipes may use recipes. gen stops past a depth that nobody follows, and where stages become too many.

    wrong
        recipe flood
          takes pictures as images
          gives a

          tide a from pictures
          tide b from pictures
          …

        flood wall from table

    right
        recipe flood
          takes pictures as images
          gives a

          tide a from pictures

        flood wall from table
    """

    code = "G508"
    title = "More than anyone can follow"

    recipe: str
    most: int
    deep: bool  # too deep; else too many

    def message(self) -> str:
        """Says the bound."""
        if self.deep:
            return f"`{self.recipe}` uses recipes that use recipes, more than {self.most} deep."
        return f"With this use of `{self.recipe}` the score comes to more than {self.most:,} stages."


@dataclass(frozen=True, kw_only=True)
class LeadsOut(Mended):
    """Paths in a borrowed recipe begin at its own file and stay in the folder that it was borrowed from.

    So a recipe that comes from someone else cannot take in what was never meant for it. What should lie elsewhere is
    given to the recipe, as material or as a `path` that it takes.

    wrong
        recipe haze
          takes pictures as images
          gives hazy

          dataset hazy from pictures
            pick ../../private/chosen.txt

    right
        recipe haze
          takes pictures as images
          takes list as path
          gives hazy

          dataset hazy from pictures
            pick list
    """

    code = "G509"
    title = "A path that leaves its folder"

    path: str

    def message(self) -> str:
        """Says what may be reached."""
        return (
            f"{self.path} leads out of the folder that this recipe is borrowed from, and a recipe stays in that. What"
            " lies elsewhere is given to it, as images or as a `path` that it takes."
        )


@dataclass(frozen=True, kw_only=True)
class UnknownType(Mended):
    """After `as` stands what may be given to a recipe: a sort of thing, a range of numbers, or words to choose from.

    `images`, `frames`, `model` and `texts` are made by stages; `text`, `path`, `colour`, `size`, `axes` and `flag` are
    said beneath the use. `or` joins what may be said: `1 to 1000 or axes`, `pixels or features`, `text or nothing`.

    wrong
        recipe small
          takes pictures as imges
          gives little

          dataset little from pictures
            resize 64 px

    right
        recipe small
          takes pictures as images
          gives little

          dataset little from pictures
            resize 64 px
    """

    code = "G510"
    title = "Nothing that a recipe could take"

    said: str
    ours: str = ""  # what gen calls a word of another language
    because: str = ""

    def message(self) -> str:
        """Says what is meant, or lists the types."""
        if self.because:
            return self.because
        if self.ours:
            is_range = self.ours[0].isdecimal()
            return (
                f"A number is said as the range it may be in: `{self.ours}`."
                if is_range
                else f"gen calls this `{self.ours}`."
            )
        none = f"`{self.said}` is nothing that a recipe could take."
        if self.paste is not None:
            return none
        types = f"{ticked(TYPES, 'or')}, a range of numbers, or words to choose from: `pixels or features`"
        return f"{none} It takes {types}."


@dataclass(frozen=True, kw_only=True)
class NeverSpokenOf(Mended):
    """A recipe takes something, and none of its lines speaks of it. Whatever is given by that name changes nothing.

    wrong
        recipe small
          takes pictures as images
          takes side as size
          gives little

          dataset little from pictures
            resize 64 px

    right
        recipe small
          takes pictures as images
          takes side as size
          gives little

          dataset little from pictures
            resize side
    """

    code = "G511"
    title = "Taken, and never used"
    level = Level.REMARK

    name: str

    def message(self) -> str:
        """Names it."""
        return f"No line of this recipe speaks of `{self.name}`."


TYPES = ("images", "frames", "model", "texts", "text", "path", "colour", "size", "axes", "flag")
