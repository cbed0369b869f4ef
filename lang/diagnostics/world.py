"""Faults of a script against the disk around it: G401, G403, G408, G409, G410, G412, G414, G416; remarks: G407, G411,
G415, G417.

Remarks of a run on what lies there: G402, G404-G406, G413.
"""

from __future__ import annotations

from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.diagnostics.mended import Mended
from intaglio.lang.records import dataclass
from intaglio.lang.span import Span
from intaglio.lang.wording import listed, no_plain_text

SHOWN = 6  # names of a folder's listing
NAMED = 3  # files named in a remark; the others are counted
NO_PLACE = Span(0, 0, 0)


@dataclass(frozen=True, kw_only=True)
class NoSuchPlace(Mended):
    """Paths begin at the folder that the script lies in. Nothing lies where this one leads.

    wrong
        dataset fruit from ./photos/stil-life/

    right
        dataset fruit from ./photos/still-life/
    """

    code = "G401"
    title = "No such folder"

    path: str
    folder: str  # the nearest folder that does exist, as one would write it
    holds: tuple[str, ...]
    whole: bool = False  # it begins at the root of a disk
    beside: bool = False  # it lies beside the script, under a shorter path
    because: str = ""  # what is wrong with the path, wherever it leads

    def __post_init__(self) -> None:
        """The title says whether a folder or a file was looked for."""
        if not self.path.endswith("/"):
            object.__setattr__(self, "title", "No such file")

    def message(self) -> str:
        """Says where I looked, and what is there."""
        if self.because:
            return self.because
        where = ", from the root of the disk," if self.whole else " next to this script"
        said = f"I looked for {self.path}{where} and found nothing there."
        if self.beside and not self.whole:
            return f"{said} A path begins where the script lies, from wherever gen is called."
        if not self.holds:
            return said
        return f"{said} {self.folder} holds: {listed([name.rstrip('/') for name in self.holds], 'and', SHOWN)}"


@dataclass(frozen=True, kw_only=True)
class NoImageThere(Mended):
    """The place is there, and no image or film lies in it, nor in the folders within. Notes and tables (`.txt`, `.csv`,
    `.json`) are passed over, and so is what is hidden. A group needs an image of its own, as a dataset does.

    wrong
        dataset fruit from ./recipes/

    right
        dataset fruit from ./photos/
    """

    code = "G414"
    title = "No image there"

    path: str
    holds: tuple[tuple[str, int], ...]  # how many files of each ending
    is_file: bool = False
    what: str = ""  # of a file that is something else: `a PDF`
    is_empty: bool = False  # a folder that holds nothing at all

    def message(self) -> str:
        """Says what is there instead."""
        if self.what:
            return f"{self.path} is {self.what}, and no image."
        if self.is_file:
            return f"{self.path} is no image: a dataset passes over files that end in {self.holds[0][0]}."
        if self.is_empty:
            return f"{self.path} is empty."
        if not self.holds:
            return f"{self.path} holds no image, and no folder in it does."
        files = [f"{count:,} {ending} file{'' if count == 1 else 's'}" for ending, count in self.holds]
        return f"{self.path} holds {listed(files, 'and', SHOWN)}, and no image."


@dataclass(frozen=True, kw_only=True)
class NoImageBeside(NoImageThere):
    """Of the places that a dataset is made from, one holds no image, nor do the folders within. The dataset is made
    from the others. (A place that is empty altogether is a mistake, G414, and so is the only one of a group.)

    wrong
        dataset fruit from ./photos/, ./recipes/

    right
        dataset fruit from ./photos/
    """

    code = "G415"
    title = "No image in one of the places"
    level = Level.REMARK


@dataclass(frozen=True, kw_only=True)
class NotYetFilled(Diagnostic):
    """A place that a dataset reads is empty, or not there yet, and another stage of the script saves its images there.

    The run that fills it makes no such dataset; the next one does. Where images are saved only to be read again, `from`
    and the name of their stage needs no second run.

    wrong
        film night from drift
          save ./night.mp4
        dataset frames from ./night.mp4

    right
        film night from drift
          save ./night.mp4
        dataset frames from drift
    """

    code = "G417"
    title = "Not filled yet"
    level = Level.REMARK

    path: str
    name: str  # of the stage that fills it

    def message(self) -> str:
        """Names the place, and who fills it."""
        return f"No image is in {self.path} yet. `{self.name}` saves there, and the next run takes that in."


@dataclass(frozen=True, kw_only=True)
class NotPlainText(Mended):
    """Lists and tables are plain text: a name a line, or a table of commas (`.csv`). What word processors and programs
    for tables write holds type and layout besides, and is no text by itself.

    TextEdit makes plain text under Format, Make Plain Text; Word, Pages and LibreOffice, where a file is saved or
    exported; programs for tables export csv.

    wrong
        dataset chosen from ./photos/
          pick ./chosen.rtf

    right
        dataset chosen from ./photos/
          pick ./chosen.txt
    """

    code = "G416"
    title = "Not plain text"

    path: str
    what: str  # by its ending: `rich text`
    is_table: bool = False

    def message(self) -> str:
        """Says what it is, and how it becomes text."""
        return no_plain_text(self.path, self.what, is_table=self.is_table)


@dataclass(frozen=True, kw_only=True)
class SameCopy(Mended):
    """Two stages save to one place, so that one copy would lie over the other.

    wrong
        film night from drift
          save ./out/night.mp4
        film both from table, drift
          save ./out/night.mp4

    right
        film night from drift
          save ./out/night.mp4
        film both from table, drift
          save ./out/both.mp4
    """

    code = "G403"
    title = "Two works in one file"

    name: str
    other: str
    path: str

    def message(self) -> str:
        """Names both."""
        return f"`{self.other}` and `{self.name}` both save to {self.path}."


@dataclass(frozen=True, kw_only=True)
class SavedAmongSources(Mended):
    """A copy lies in a folder that a dataset of the same script reads. At the next run the dataset holds it too.

    What is made from that dataset is then made again, from its own output, each time.

    wrong
        dataset fruit from ./photos/
        print plate from fruit
          save ./photos/plates/

    right
        dataset fruit from ./photos/
        print plate from fruit
          save ./photos-made/plates/
    """

    code = "G407"
    title = "Saved among its own material"
    level = Level.REMARK

    name: str  # of the dataset
    folder: str

    def message(self) -> str:
        """Names the dataset and its folder."""
        return (
            f"`{self.name}` reads what lies in {self.folder}, so at the next run it takes these copies in, and what"
            " is made from it is made again. A folder beside it keeps them apart."
        )


@dataclass(frozen=True, kw_only=True)
class NotTrusted(Mended):
    """`perform` runs Python that lies beside the script, and nobody has said yet that this file may run.

    Whatever a score says, opening, checking and planning it runs no code that came with it. Python may do on this
    machine whatever you may: so a file runs only after `gen trust`, which shows it and asks. That holds for the file as
    it is then; once it was edited, or lies somewhere else, it has to be said again. Until then its settings are not
    known, and what is said by them is not checked.

    wrong
        perform solarised from table
          code ./solarise.py
          makes images

    right
        perform solarised from table
          code ./trusted.py
          makes images
    """

    code = "G411"
    title = "Not trusted yet"
    level = Level.REMARK

    path: str

    def message(self) -> str:
        """Says what is not done, and what would be."""
        return (
            f"{self.path} has not been run, and its settings are not known. `gen trust`, with the name of this script,"
            " shows it and asks whether it may run as you, with all that you may do."
        )


@dataclass(frozen=True, kw_only=True)
class NoCode(Mended):
    """What `perform` runs is one file, which lies in the folder of its script or in one beneath, behind no link out.

    So all that runs is where the score is, and is seen by whoever is given it.

    wrong
        perform solarised from table
          code ../elsewhere.py

    right
        perform solarised from table
          code ./trusted.py
    """

    code = "G410"
    title = "Nothing that could be performed"

    because: str

    def message(self) -> str:
        """Says why."""
        return self.because


@dataclass(frozen=True, kw_only=True)
class NotInstalled(Mended):
    """A word needs a library that does not come with gen unless it is asked for, since it is large and few need it.

    The message has the line for a terminal that installs it, into the same Python that gen runs in. Nothing else of the
    script has to change, and what was made with the library before is found again.

    wrong
        dataset faces from ./photos/
          crop face, 35%

    right
        dataset faces from ./photos/
          crop subject, 35%
    """

    code = "G412"
    title = "Not installed here"

    what: str  # that needs it, as it is said
    library: str
    install: str  # the line for a shell

    def message(self) -> str:
        """Says what needs which library, and how it is had."""
        said = f"`{self.what}` needs {self.library}, which is not installed. This line in a terminal installs it:"
        return f"{said}\n{self.install}"  # by itself, so that it is pasted as a whole


@dataclass(frozen=True, kw_only=True)
class MakesOtherwise(Mended):
    """What a performed file makes is said twice: by its stage, and by the script, so that the score reads whole.

    wrong
        perform solarised from table
          code ./trusted.py
          makes table

    right
        perform solarised from table
          code ./trusted.py
          makes images
    """

    code = "G409"
    title = "The code makes something else"

    path: str
    makes: str
    said: str

    def message(self) -> str:
        """Says both."""
        return f"{self.path} makes {self.makes}, and this stage says {self.said}."


@dataclass(frozen=True, kw_only=True)
class OneFile(Mended):
    """What lies after `save` ends as the name of one file does, and there are several pictures, or another format than
    png, which pictures are saved as. A path that ends in `/` is a folder, and holds as many pictures as there are.

    wrong
        sample attempts with dreamer
          count 2
          save ./out/attempts.png

    right
        sample attempts with dreamer
          count 2
          save ./out/attempts/
    """

    code = "G408"
    title = "One file for several pictures"

    file: str
    many: int  # pictures; 0 where the script does not say

    def __post_init__(self) -> None:
        """The title says what does not fit."""
        if self.many < 2:
            object.__setattr__(self, "title", "A format that pictures are not saved in")

    def message(self) -> str:
        """Says what there is to save."""
        if self.many > 1:
            return (
                f"`{self.file}` is one file, and there are {self.many} pictures. A path that ends in `/` is a folder."
            )
        return (
            f"`{self.file}` is one file, and pictures are saved as .png. A path that ends in `/` is a folder of them."
        )


# Told by a run ----------------------------------------------------------------------------------------------------
# What these are about lies on the disk, so they have no place in the script.


@dataclass(frozen=True, kw_only=True)
class TooLittleLeft(Diagnostic):
    """Conditions left fewer than a tenth of the images.

    Often one of them is stricter than it was meant to be: a width that few photographs have, or a share of blur that
    only the crispest stay below. The remark names the step that most were lost to, and how many.

    wrong
        dataset table
          from ./photos/
          keep width >= 4000 px

    right
        dataset table
          from ./photos/
          keep width >= 1000 px
    """

    code = "G402"
    title = "Too little left"
    level = Level.REMARK

    span: Span = NO_PLACE
    kept: int
    found: int
    step: str  # that most were lost to, as it is written
    lost: int  # to it
    alone: bool  # whether none were lost to another

    def message(self) -> str:
        """Says how many are left, and where most of the others went."""
        who = "they" if self.alone else "most"
        return f"{self.kept:,} of {self.found:,} images remain; {who} were lost to `{self.step}` ({self.lost:,})."


@dataclass(frozen=True, kw_only=True)
class UnreadableImages(Diagnostic):
    """Some files in a place could not be read as images. They were left out, and all others taken.

    The reason stands after each name. A file is *empty*; it is *broken off*, as when a download or a copy was cut
    short; it is *damaged* inside; it is *too large* to be opened safely (more than 134 million pixels); or it is *not
    an image*, whatever it is called: a note, a web page that was saved in its place, a format that is not read here
    (JPEG, PNG, WebP, GIF, TIFF, BMP, PPM, JPEG 2000 and AVIF are). A film that is broken off says how much of it is
    there; one that *was never finished*, as when a camera lost its power, lacks its index. *A link that leads nowhere*
    points to something that was moved, or lies on a disk that is not there now.

    Nothing has to be mended. To have a file taken, copy or export it anew; to have nothing said, move it elsewhere, or
    name what you want with a `*`.

    wrong
        dataset table from ./photos/

    right
        dataset table from ./photos/*.jpg
    """

    code = "G404"
    title = "Images I cannot read"
    level = Level.REMARK

    span: Span = NO_PLACE
    place: str  # as the script names it
    names: tuple[str, ...]  # each with its reason in brackets
    films: bool = False  # whether all of them are called as films are

    def message(self) -> str:
        """Names some of them, each with its reason."""
        one, many = ("a film", "films") if self.films else ("an image", "images")
        if len(self.names) == 1:
            return f"1 file in {self.place} could not be read as {one}: {self.names[0]}. I left it out."
        told = f"{len(self.names):,} files in {self.place} could not be read as {many}"
        return f"{told}: {_some(self.names)}. I left them out."


@dataclass(frozen=True, kw_only=True)
class NamesNobody(Diagnostic):
    """A list names images that are not there: a `pick`, or a table of captions.

    A name is the path of an image as seen from the folder that `from` names, or its file name where only one image is
    called so. Names are looked for among the images that `from` brings, before any step leaves some of them out.

    wrong
        dataset chosen
          from ./photos/still-life/
          pick ./chosen.txt

    right
        dataset chosen
          from ./photos/
          pick ./chosen.txt
    """

    code = "G405"
    title = "Names of no image"
    level = Level.REMARK

    span: Span = NO_PLACE
    list: str  # as the script names it
    names: tuple[str, ...]

    def message(self) -> str:
        """Names the list, and what it names."""
        return f"{self.list} names what is not among the images: {_some(self.names)}."


@dataclass(frozen=True, kw_only=True)
class FilmBreaksOff(Diagnostic):
    """A film is damaged from some frame on. The frames before that are taken.

    Films that were cut short while they were recorded or copied end so. Many players and converters can still reach
    what lies behind the damage; `until` says where to stop, so that nothing has to be said.

    wrong
        dataset street from ./walk.mp4

    right
        dataset street
          from ./walk.mp4
          until 40 s
    """

    code = "G406"
    title = "A film that breaks off"
    level = Level.REMARK

    span: Span = NO_PLACE
    name: str
    frames: int  # before the damage

    def message(self) -> str:
        """Says how much of it is taken."""
        return f"{self.name} is damaged; the {self.frames:,} frames before that stay."


@dataclass(frozen=True, kw_only=True)
class NobodyFound(Diagnostic):
    """`crop face` found no face in some of the images. They were left out, and all others cut.

    A face is found where it looks into the camera, more or less upright, and is no smaller than a twentieth of the
    image's shorter side. Profiles, faces under hats and hands, and most drawn ones are not.

    To have such images all the same, cut them around what stands out (`crop subject`), or put them into a group of
    their own. `keep faces >= 1` above the line says that they are not wanted, and nothing is remarked on.

    wrong
        dataset sitters from ./photos/
          crop face, 35%

    right
        dataset sitters from ./photos/
          keep faces >= 1
          crop face, 35%
    """

    code = "G413"
    title = "Nobody there"
    level = Level.REMARK

    span: Span = NO_PLACE
    place: str  # as the script names it; "" for what a film or a stage brought
    names: tuple[str, ...]

    def message(self) -> str:
        """Names some of them."""
        place = f" of {self.place}" if self.place else ""
        if len(self.names) == 1:
            return f"No face was found in 1 image{place}: {self.names[0]}. I left it out."
        return f"No face was found in {len(self.names):,} images{place}: {_some(self.names)}. I left them out."


def _some(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
