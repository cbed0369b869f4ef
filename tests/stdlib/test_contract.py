"""What every stage kind promises, tried on each: its example is run on real photographs, by the real path.

A new kind is found by itself. Its settings are said in every way that their annotations allow (`saying`).
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from intaglio.face.session import words
from intaglio.lang import vocabulary as v
from intaglio.runtime.contract import Kind
from intaglio.runtime.keys import digests
from intaglio.runtime.keys.manifest import plain
from intaglio.runtime.plan.planner import PlannedCell
from intaglio.runtime.plan.settings import keyed_settings
from intaglio.runtime.run.crew import Crew
from intaglio.stdlib.registry import kinds, module_of
from tests.desk import Desk, Ran
from tests.stdlib import examples, saying

HEAVY = ("torch", "diffusers", "PIL", "av", "numpy")
ALL = list(kinds().values())
RUNNING = [kind for kind in ALL if kind.run is not None]
NOTHING_TO_SAY_ALONE = {  # what only means something beside another line, to a sweep, or to another sort of model
    ("compose", "columns"),
    ("compose", "mix"),
    ("measure", "against"),
    ("perform", "code"),  # goes with what else is said, and with the file
    ("perform", "makes"),
    ("print", "page"),
    ("sample", "blend"),
    ("sample", "group"),
    ("sample", "mix"),
    ("sample", "sampler"),
    ("sample", "steps"),
    ("train", "condition"),
    ("train", "judge"),  # which is that of a gan after `with`
    ("train", "beta"),
    ("train", "pairing"),
    ("train", "schedule"),
    ("train", "size"),
    ("walk", "sampler"),
    ("walk", "steps"),
}

PICKING = {"step"}  # says which of a training's models is meant; what that holds is keyed


def named(kind: Kind[Any]) -> str:
    return kind.name


# What is declared --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ALL, ids=named)
def test_every_setting_and_step_is_documented(kind: Kind[Any]) -> None:
    fields = dict(kind.params.model_fields)
    for word, step in kind.steps.items():
        assert step.__doc__, f"the step {word}"
        fields |= {f"{word}.{name}": field for name, field in step.model_fields.items()}
        beneath = getattr(step, "beneath", None)
        fields |= {f"{word}.{name}": field for name, field in (beneath.model_fields.items() if beneath else ())}

    undocumented = [name for name, field in fields.items() if not field.description and name != "texts"]

    assert [] == undocumented


@pytest.mark.parametrize("kind", ALL, ids=named)
def test_every_kind_has_a_page_that_ends_in_an_example(kind: Kind[Any]) -> None:
    assert f"\n{kind.name} " in examples.score(kind.doc)


def test_importing_a_kind_loads_nothing_heavy() -> None:
    program = (
        "import importlib, sys\n"
        f"for name in {[module_of(kind.name) for kind in ALL]!r}:\n"
        "    importlib.import_module(name)\n"
        f"    heavy = [library for library in {HEAVY!r} if library in sys.modules]\n"
        "    if heavy: sys.exit(f'{name} loads {heavy}')\n"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert "" == done.stderr


# What happens when it runs -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Workshop:
    """Workers for all, that note what is written; its home and its place for temporary files are empty folders."""

    folder: Path
    crew: Crew

    def desk(self, name: str, text: str) -> Desk:
        """A desk with the photographs, and a store of its own."""
        folder = self.folder / name
        examples.lay_out(folder, text)
        (folder / "one.txt").write_text("discus.webp\n")
        (folder / "two.txt").write_text("cup.webp\n")
        return Desk(folder, self.crew)

    def noted(self) -> list[str]:
        """What the workers have written so far, each `what path`."""
        log = self.folder / "writes"
        return log.read_text("utf-8").splitlines() if log.exists() else []

    def strays(self) -> list[str]:
        """What lies where only somebody's home, or the system's place for temporary files, would be."""
        places = [self.folder / name for name in ("home", "tmp", "here")]
        return [str(path.relative_to(self.folder)) for place in places for path in place.rglob("*")]


@pytest.fixture(scope="module")
def workshop(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("workshop")
    with pytest.MonkeyPatch.context() as patch:
        for name, variable in (("home", "HOME"), ("tmp", "TMPDIR")):
            (folder / name).mkdir()
            patch.setenv(variable, str(folder / name))
        patch.delenv("TORCHINDUCTOR_CACHE_DIR", raising=False)  # torch sets it for itself where another test uses it
        (folder / "here").mkdir()
        patch.chdir(folder / "here")
        patch.setenv("INTAGLIO_WRITES", str(folder / "writes"))
        patch.setenv("PYTHONPATH", str(root / "tests" / "inside"), prepend=":")
        patch.setenv("PYTHONDONTWRITEBYTECODE", "1")
        crew = Crew.local(1, folder / "worker", light=1)
        yield Workshop(folder, crew)
        crew.close()


@dataclass(frozen=True)
class Tried:
    """A kind's example, run twice in fresh stores, and what the first run wrote."""

    desk: Desk
    stage: str  # the one of the kind
    first: Ran
    second: Ran
    written: list[str]


@pytest.fixture(scope="module")
def tried(workshop: Workshop) -> Any:
    """`tried(kind)` runs a kind's example, the first time that it is asked for."""

    @cache
    def run(name: str) -> Tried:
        text = examples.score(kinds()[name].doc)
        desk, again = workshop.desk(name, text), workshop.desk(f"{name}-again", text)
        before = len(workshop.noted())
        first = desk.run(text)
        written = workshop.noted()[before:]
        assert [] == first.failures
        return Tried(desk, _stage(text, name), first, again.run(text), written)

    return run


def _stage(text: str, verb: str) -> str:
    """The last stage of a kind in a score."""
    return re.findall(rf"^{verb} (\S+)", text, re.M)[-1]


@pytest.mark.parametrize("kind", RUNNING, ids=named)
def test_the_example_makes_the_same_bytes_twice(kind: Kind[Any], tried: Any) -> None:
    it: Tried = tried(kind.name)

    assert it.stage in it.first.made
    assert it.first.made == it.second.made
    assert it.first.keys == it.second.keys
    assert it.first.digests == it.second.digests
    assert _saved(it.first) == _saved(it.second)


def _saved(ran: Ran) -> list[bytes]:
    """The bytes of all that `save` placed."""
    places = [Path(place) for event in ran.events for place in getattr(event, "saved", ())]
    files = [file for place in places for file in ([place] if place.is_file() else sorted(place.iterdir()))]
    return [file.read_bytes() for file in files]


@pytest.mark.parametrize("kind", RUNNING, ids=named)
def test_a_kind_writes_nothing_outside_its_own_folder(kind: Kind[Any], tried: Any, workshop: Workshop) -> None:
    it: Tried = tried(kind.name)
    store, shop = re.escape(str(it.desk.folder / ".intaglio")), re.escape(str(workshop.folder))
    working = rf"{store}/tmp/[0-9a-f]{{32}}/(result|seen|segment-\d+)(/.+)?"
    finished = rf"{store}/items(/[0-9a-f]{{2}}(/[0-9a-f]{{32}}(/loose)?)?)?"  # pictures, by way of the context
    journeys = rf"{store}/(tmp/[0-9a-f]{{32}}/)?journeys(/[0-9a-f]{{16}}|/[0-9a-f]{{10}}\.lock)?"  # images on their way
    torch = rf"{re.escape(tempfile.gettempdir())}/torchinductor_\w+"  # made once on a machine, for a compiler
    own = re.compile(rf"\S+ ({working}|{finished}|{journeys}|{torch}|{shop}/worker/torch|{shop}/tmp/.+)")
    outside = [note for note in it.written if not own.fullmatch(note)]
    lying = {path.name for path in it.desk.folder.iterdir()}
    asked_for = {"out"} if "save ./out/" in examples.score(kind.doc) else set()

    assert [] == outside
    assert [] == workshop.strays()
    performed = {"solarise.py"} if kind.own is not None else set()

    assert {"photos", "score.gen", "one.txt", "two.txt", ".intaglio", *asked_for, *performed} == lying


# Settings ----------------------------------------------------------------------------------------------------------

VERBS = {kind.name: words().verbs[kind.name] for kind in RUNNING}
SETTINGS = [(name, setting) for name, verb in VERBS.items() for setting in verb.settings.values()]
KEYED = [(name, s) for name, s in SETTINGS if s.keyed and s.name != "seed" and not s.arrives_later]
UNKEYED = [(name, s) for name, s in SETTINGS if not (s.keyed or s.arrives_later or s.name in PICKING)]
RUNNING_STEPS = [(name, s) for name, verb in VERBS.items() for s in verb.steps.values() if not s.arrives_later]
STEPS = [(name, step) for name, step in RUNNING_STEPS if step.name != "from"]
BENEATH = [
    (name, step.name, setting)
    for name, verb in VERBS.items()
    for step in verb.steps.values()
    for setting in step.beneath.values()
]


def called(value: object) -> str:
    return value.name if isinstance(value, v.Setting) else str(value)


@dataclass(frozen=True)
class Page:
    """The example of a kind, to be said otherwise."""

    kind: str
    text: str

    @classmethod
    def of(cls, kind: str) -> Page:
        return cls(kind, examples.score(kinds()[kind].doc))

    def without(self, *settings: str) -> Page:
        """The same without these settings of its last stage."""
        head, body = self._parts()
        kept = [line for line in body if not re.match(rf"  ({'|'.join(map(re.escape, settings))})( |$)", line)]
        return Page(self.kind, "\n".join([*head, *kept]) + "\n")

    def saying(self, line: str, beneath: str | None = None) -> str:
        """The text with a line more in its last stage; `beneath` puts it below the first line of that word there."""
        head, body = self._parts()
        if beneath is None:
            return "\n".join([*head, *body, f"  {line}"]) + "\n"
        at = next(i for i, each in enumerate(body) if each.startswith(f"  {beneath} "))
        word = line.split()[0]
        rest = [each for each in body[at + 1 :] if not each.startswith(f"    {word} ")]
        return "\n".join([*head, *body[: at + 1], f"    {line}", *rest]) + "\n"

    def _parts(self) -> tuple[list[str], list[str]]:
        lines = self.text.rstrip("\n").split("\n")
        at = max(i for i, line in enumerate(lines) if line.startswith(f"{self.kind} ")) + 1
        assert not any(line and not line.startswith(" ") for line in lines[at:]), "the example ends in its own kind"
        return lines[:at], lines[at:]

    def stages(self) -> dict[str, str]:
        """The stages that may be named, each with what it makes."""
        made = re.findall(r"^([a-z]+) (\S+)", self.text, re.M)
        return {name: words().verbs[verb].makes for verb, name in made if verb in words().verbs}


def base(kind: str, setting: v.Setting) -> Page:
    """The example with nothing said of a setting, nor of those that stand for it, nor of a place to save; and with what
    it says something only beside.
    """
    rivals = {each for group in VERBS[kind].alone if setting.name in group for each in group}
    page = Page.of(kind).without(setting.name, "save", *rivals)
    others = [VERBS[kind].settings[word] for word in setting.beside if word in VERBS[kind].settings]
    return Page(kind, page.saying(saying.lines(others[0], page.stages())[0])) if others else page


def is_refused(desk: Desk, text: str, stage: str) -> bool:
    """Whether a plan says that a stage cannot be made: of a group that its model never learnt, no picture is keyed."""
    return next(each for each in desk.plan(text).stages if each.name == stage).fault is not None


def cell(desk: Desk, text: str, stage: str) -> PlannedCell:
    """The one cell of a stage as it is planned. All that it is made of is in the store."""
    planned = {each.name: each for each in desk.plan(text).stages}
    (found,) = planned[stage].cells
    assert found.key is not None, planned[stage].reason
    return found


def facts(kind: str, of: PlannedCell) -> str:
    """What a key may depend on here, as one text: the settings that are keyed, what files hold, the seed."""
    files = [(role, source.digest) for role, found in (of.files or {}).items() for source in found]
    return repr((plain(keyed_settings(kinds()[kind], of.params, of.sources)), sorted(files), of.seed))


@pytest.mark.parametrize(("kind", "setting"), KEYED + STEPS, ids=called)
def test_a_keyed_setting_changes_the_key_whichever_of_its_values_changes(
    kind: str, setting: v.Setting, tried: Any
) -> None:
    it: Tried = tried(kind)
    page = base(kind, setting)
    texts = [page.saying(line) for line in saying.lines(setting, page.stages())]
    said = [text for text in (page.text, *texts) if it.desk.checks(text) and not is_refused(it.desk, text, it.stage)]
    cells = {text: cell(it.desk, text, it.stage) for text in said}
    params = {repr(plain(each.params)) + facts(kind, each) for each in cells.values()}

    assert len(params) > 1 or (kind, setting.name) in NOTHING_TO_SAY_ALONE
    assert len(params) == len({each.key for each in cells.values()})


@pytest.mark.parametrize(("kind", "setting"), [(k, s) for k, s in KEYED if s.plain], ids=called)
def test_saying_what_a_setting_comes_to_anyway_changes_no_key(kind: str, setting: v.Setting, tried: Any) -> None:
    it: Tried = tried(kind)
    page = base(kind, setting)
    if not it.desk.checks(page.text):
        pytest.skip("it must be said")
    unsaid = cell(it.desk, page.text, it.stage)
    value = getattr(unsaid.params, setting.key)
    if value is None or value is False or value == ():
        pytest.skip("what it comes to cannot be said")
    said = cell(it.desk, page.saying(saying.line(setting, value)), it.stage)

    assert unsaid.key == said.key


@pytest.mark.parametrize("kind", RUNNING, ids=named)
def test_a_seed_changes_the_key_of_what_draws_and_of_nothing_else(kind: Kind[Any], tried: Any) -> None:
    it: Tried = tried(kind.name)
    page = base(kind.name, VERBS[kind.name].settings["seed"])
    keys = {cell(it.desk, page.saying(f"seed {seed}"), it.stage).key for seed in (0, 1, 2)}

    assert (3 if kind.draws is True else 1) == len(keys)


@pytest.mark.parametrize(("kind", "setting"), UNKEYED, ids=called)
def test_an_unkeyed_setting_changes_no_key_and_no_byte(
    kind: str, setting: v.Setting, tried: Any, workshop: Workshop
) -> None:
    page = Page.of(kind).without(setting.name)
    said = re.search(r"^  save \S*?(\.\w+)$", Page.of(kind).text, re.M)
    suffix = said[1] if said and setting.name == "save" else "/"  # a suffix says a format, which is keyed
    lines = [line.rstrip("/") + suffix if line.endswith("/") else line for line in saying.lines(setting)]

    assert_observes(tried(kind), list(map(page.saying, lines)), workshop)


@pytest.mark.parametrize(("kind", "step", "setting"), BENEATH, ids=called)
def test_what_stands_beneath_a_step_changes_no_key_and_no_byte(
    kind: str, step: str, setting: v.Setting, tried: Any, workshop: Workshop
) -> None:
    assert not setting.keyed
    assert_observes(tried(kind), [Page.of(kind).saying(line, beneath=step) for line in saying.lines(setting)], workshop)


def assert_observes(it: Tried, texts: list[str], workshop: Workshop) -> None:
    """Whichever of these texts is run, the stage's key is the same; and so are the bytes, in a store of their own."""
    said = [text for text in texts if it.desk.checks(text)]
    keys = [[cell(it.desk, text, it.stage).key] for text in said]
    ran = workshop.desk(f"observed-{digests.of_value(said[-1])}", said[-1]).run(said[-1])
    later = [failure for failure in ran.failures if "arrives later" in failure]  # it can be said, and not yet be run

    assert [it.first.keys[it.stage]] * len(said) == keys
    assert later or it.stage in ran.made, ran.failures
    assert later or it.first.digests[it.stage] == ran.digests[it.stage]
