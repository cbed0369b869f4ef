"""gen trust, and what a stranger's project can do: nothing of its code runs before somebody has said that it may."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from intaglio.face.command import main
from intaglio.face.server.documents import page_of
from intaglio.face.server.text import Sheet
from intaglio.runtime.world import code
from intaglio.runtime.world.trust import Ledger
from tests.face.conftest import Gen

SCORE = """gen 1

dataset colours from ./photos/
  resize 8 px

perform own from colours
  code ./own.py
  level 9

print plate from colours
  save ./out/plate.png
"""
CODE = '''"""own: what a project performs."""
open({marker!r}, "a").write("run ")

from typing import Annotated

from intaglio.lang.vocabulary import Number
from intaglio.runtime.artifacts.images import ImageSet, ImageWriter
from intaglio.runtime.contract import Made, Params, setting, stage


class Own(Params):
    """What may be said beneath it."""

    level: Annotated[int, Number(0, 255, whole=True)] = setting(7, "How bright.")


@stage("own", version=1, makes="images", params=Own)
def own(context):
    """The same images."""
    images = ImageSet(context.sources[0].artifact)
    with ImageWriter(context.result, context.seen) as out:
        for image in images:
            out.add(image)
    return Made(len(images))
'''


class Project:
    """A stranger's, in a folder with pictures; and the ledger of who opens it."""

    def __init__(self, folder: Path, ledger: Path) -> None:
        self.folder, self.ledger = folder, ledger
        self.script, self.marker, self.code = folder / "colours.gen", folder / "marker", folder / "own.py"
        self.script.write_text(SCORE, encoding="utf-8")
        self.code.write_text(CODE.format(marker=str(self.marker)), encoding="utf-8")
        self.exit = 0  # of the last command

    def told(self, *words: str, env: Mapping[str, str] | None = None, answer: str | None = None) -> str:
        """All that a command says, in the folder of the project. Without an answer nobody is there to be asked."""
        said = io.StringIO()
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(said):
            patch.chdir(self.folder)
            patch.setattr(sys, "stdin", io.StringIO() if answer is None else Terminal(answer))
            for name, value in {"XDG_CONFIG_HOME": str(self.ledger), **(env or {})}.items():
                patch.setenv(name, value)
            self.exit = main(words)
        return said.getvalue()

    def is_trusted(self, env: Mapping[str, str] | None = None) -> bool:
        """Whether a run would run its code."""
        checked = "G411" not in self.told("check", "colours.gen", env=env)
        planned = "have not said that you trust it" not in " ".join(self.told("plan", "colours.gen", env=env).split())
        assert checked == planned
        return checked

    @property
    def runs(self) -> int:
        """How often its code was run."""
        return self.marker.read_text().count("run") if self.marker.exists() else 0


class Terminal(io.StringIO):
    """Somebody who is there."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def project(score: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(score.parent, tmp_path_factory.mktemp("somebody"))


# Before it is trusted ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "check",
        "plan",
        "fmt",
        "ir",
        "graph",
        "run",
        "why own",
        "status",
        "print --to page.svg --as svg",
        "open own",
        "pin",
    ],
)
def test_no_command_runs_code_that_nobody_trusts(project: Project, words: str) -> None:
    verb, *rest = words.split()

    project.told(verb, "colours.gen", *rest)

    assert 0 == project.runs


def test_a_run_refuses_the_stage_shows_its_line_and_makes_the_others(project: Project) -> None:
    told = project.told("run", "colours.gen", "--plain")

    assert 3 == project.exit
    assert "colours.gen:7" in told
    assert "code ./own.py" in told
    assert "read and change your files" in told
    assert "gen trust colours.gen" in told
    assert (project.folder / "out" / "plate.png").exists()


def test_to_a_plan_and_a_run_it_waits_for_trust_and_has_not_failed(project: Project) -> None:
    plan = project.told("plan", "colours.gen")
    states = {
        each["name"]: each["state"] for each in json.loads(project.told("plan", "colours.gen", "--json"))["stages"]
    }
    run = project.told("run", "colours.gen", "--plain")

    assert "waits for you to trust ./own.py" in " ".join(plan.split())
    assert "1 waits for your trust" in plan
    assert "waits" == states["own"]
    assert "own: waits for your trust" in run
    assert "`own` waits for your trust" in run
    assert "1 waits for your trust" in run
    assert "failed" not in run
    assert "could not be made" not in run


def test_a_check_remarks_on_it_once_and_takes_its_words_as_they_come(project: Project) -> None:
    told = project.told("check", "colours.gen", "--brief")

    assert (0, 1) == (project.exit, told.count("G411"))
    assert "G102" not in told


def test_an_editor_runs_none_of_it_and_knows_its_words_once_it_is_trusted(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(project.ledger))
    known, told, runs = [], [], []
    for _ in range(2):
        page = page_of(project.script.as_uri(), Sheet(SCORE), 1)
        known.append("level" in {word for seat in page.outline.seats for word in seat.words})
        told.append([each.code for each in page.script.diagnostics])
        runs.append(project.runs)
        project.told("trust", "colours.gen", "--yes")

    assert ([False, True], [["G411"], []], [0, 1]) == (known, told, runs)


# Saying so ---------------------------------------------------------------------------------------------------------


def test_trusting_shows_the_file_and_then_it_runs(project: Project) -> None:
    shown = project.told("trust", "colours.gen", "--yes")
    project.told("run", "colours.gen")

    assert (0, 2) == (project.exit, project.runs)
    assert all(part in shown for part in (str(project.code), "class Own(Params):", "It will run as you do", "`level`"))
    assert code.read(project.folder, "./own.py").digest in shown


def test_checking_and_planning_run_none_of_it_when_it_is_trusted(project: Project) -> None:
    project.told("trust", "colours.gen", "--yes")
    asked = project.runs
    for verb in ("check", "plan", "graph"):
        project.told(verb, "colours.gen")

    assert (1, 1) == (asked, project.runs)


def test_nobody_is_asked_who_is_not_there(project: Project) -> None:
    told = project.told("trust", "colours.gen")

    assert (2, 0) == (project.exit, project.runs)
    assert "gen trust colours.gen --yes" in told


@pytest.mark.parametrize(("answer", "runs"), [("y\n", 1), ("yes\n", 1), ("\n", 0), ("n\n", 0), ("", 0)])
def test_whoever_is_there_is_asked(project: Project, answer: str, runs: int) -> None:
    told = project.told("trust", "colours.gen", answer=answer)

    assert (0 if runs else 3, runs) == (project.exit, project.runs)
    assert "May it run? [y/N]" in told


def test_an_edited_file_asks_again_and_one_put_back_does_not(project: Project) -> None:
    before, known = project.code.read_text(), []
    project.told("trust", "colours.gen", "--yes")
    for text in (before, before + "# more\n", before):
        project.code.write_text(text)
        known.append(project.is_trusted())

    assert [True, False, True] == known


def test_the_same_file_elsewhere_asks_again(project: Project) -> None:
    project.told("trust", "colours.gen", "--yes")
    (project.folder / "sub").mkdir()
    project.code.rename(project.folder / "sub" / "own.py")
    project.script.write_text(SCORE.replace("./own.py", "./sub/own.py"))

    assert not project.is_trusted()


def test_what_is_trusted_is_listed_and_taken_back(project: Project) -> None:
    project.told("trust", "colours.gen", "--yes")
    listed = project.told("trust", "--list")
    project.told("trust", "--revoke", "colours.gen")

    assert str(project.code) in listed
    assert not project.is_trusted()
    assert "You trust no code" in project.told("trust", "--list")


def test_a_file_is_shown_whole_to_the_right_and_with_nothing_that_a_terminal_obeys(project: Project) -> None:
    hidden = f"x = 1;{' ' * 300}import os\n"
    project.code.write_text(f"{hidden}y = '\x1b[2J\u202e'\n", encoding="utf-8")

    shown = project.told("trust", "colours.gen")

    assert "import os" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = (", "own.py, line 1: Python cannot read it"),
        ("1 / 0\n", "line 1: ZeroDivisionError"),
        ("x = 1\n", "holds no function under `@stage(…)`"),
        ("import os\nos._exit(3)\n", "ended the process that asked it"),
        (CODE.replace('makes="images"', 'makes="film"'), "makes film"),
        (CODE.replace("    level:", "    code:"), "has a setting `code`"),
        (CODE.replace("Number(0, 255, whole=True)", "object()"), "could say"),
        (CODE.replace("Annotated[int, Number(0, 255, whole=True)]", "float"), "could say"),
        (CODE.replace(", whole=True", ""), "declares its setting `level` as a type that does not hold"),
        (CODE.replace("setting(7,", "setting(7.5,"), "declares its setting `level` as a type that does not hold 7.5"),
        (CODE.replace("setting(7,", "setting(-1,"), "declares its setting `level` as a type that does not hold -1"),
        (CODE.replace("Annotated[int,", "Annotated[str,"), "declares its setting `level` as a type that does not hold"),
        (CODE.replace("params=Own)", "params=Own, gathers=True)"), "says `gathers=`"),
    ],
)
def test_code_that_cannot_be_performed_is_told_and_not_trusted(project: Project, text: str, told: str) -> None:
    project.code.write_text(text.replace("{marker!r}", repr(str(project.marker))), encoding="utf-8")
    said = project.told("trust", "colours.gen", "--yes")

    assert told in " ".join(said.split())
    assert 2 == project.exit
    assert "You trust no code" in project.told("trust", "--list")


def test_a_file_that_makes_something_else_than_the_score_says_is_a_mistake(project: Project) -> None:
    project.told("trust", "colours.gen", "--yes")
    project.script.write_text(SCORE.replace("  level 9\n", "  makes table\n"))

    told = project.told("check", "colours.gen")

    assert "G409" in told
    assert "makes images" in told


# What a project brings ---------------------------------------------------------------------------------------------


def planted(project: Project, folder: Path) -> None:
    """A ledger that says that the project's code is trusted, as the user's own would say it."""
    project.told("trust", "colours.gen", "--yes")
    folder.parent.mkdir(parents=True, exist_ok=True)
    (project.ledger / "intaglio").rename(folder)
    project.marker.unlink()


@pytest.mark.parametrize("where", [".config/intaglio", ".intaglio/trust", ".intaglio/config/intaglio"])
def test_a_ledger_in_the_project_is_not_believed(project: Project, where: str) -> None:
    planted(project, project.folder / where)

    assert not project.is_trusted()


@pytest.mark.parametrize("said", [".config", "./.config", "", "~/.config"])
def test_a_relative_place_for_the_ledger_says_nothing(project: Project, said: str, tmp_path: Path) -> None:
    planted(project, project.folder / ".config" / "intaglio")
    home = project.ledger / "home"
    home.mkdir()

    assert not project.is_trusted({"XDG_CONFIG_HOME": said, "HOME": str(home)})


def test_a_ledger_that_the_environment_puts_into_the_project_is_neither_believed_nor_written(project: Project) -> None:
    planted(project, project.folder / ".config" / "intaglio")
    here = {"XDG_CONFIG_HOME": str(project.folder / ".config")}

    trusted = project.is_trusted(here)
    told = project.told("trust", "colours.gen", "--yes", env=here)

    assert not trusted
    assert (2, 0) == (project.exit, project.runs)
    assert "`XDG_CONFIG_HOME`" in told


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o666])
def test_a_line_of_the_ledger_that_others_may_open_is_not_believed(project: Project, mode: int) -> None:
    project.told("trust", "colours.gen", "--yes")
    (line,) = project.ledger.glob("intaglio/trust/*.json")
    line.chmod(mode)

    assert not project.is_trusted()


def test_a_line_of_the_ledger_that_is_damaged_or_a_link_trusts_nothing(project: Project) -> None:
    project.told("trust", "colours.gen", "--yes")
    (line,) = project.ledger.glob("intaglio/trust/*.json")
    whole, known = line.read_bytes(), [project.is_trusted()]
    for text in (b"", b"{}", b"[]", b"null", whole[:-9], whole.replace(b'"Verb"', b'"Unit"'), b"[" * 100_000):
        line.write_bytes(text)
        known.append(project.is_trusted())
    line.unlink()
    (project.ledger / "copy").write_bytes(whole)
    line.symlink_to(project.ledger / "copy")
    known.append(project.is_trusted())

    assert [True, *[False] * 8] == known


def test_a_home_in_the_project_brings_no_trust(project: Project) -> None:
    """As a container that has its home in the folder of what it works on."""
    planted(project, project.folder / "home" / ".config" / "intaglio")

    assert not project.is_trusted({"XDG_CONFIG_HOME": "", "HOME": str(project.folder / "home")})


def test_a_score_right_in_somebodys_home_has_the_trust_of_its_user(project: Project) -> None:
    planted(project, project.folder / ".config" / "intaglio")

    assert project.is_trusted({"XDG_CONFIG_HOME": "", "HOME": str(project.folder)})


@pytest.mark.parametrize("way", ["link", "folder", "dots", "absolute"])
def test_code_outside_of_the_folder_is_refused_whatever_leads_there(
    project: Project, way: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "own.py"
    project.code.rename(outside)
    said = {
        "link": "./own.py",
        "folder": "./lent/own.py",
        "dots": os.path.relpath(outside, project.folder),
        "absolute": str(outside),
    }[way]
    if way == "link":
        project.code.symlink_to(outside)
    if way == "folder":
        (project.folder / "lent").symlink_to(outside.parent)
    project.script.write_text(SCORE.replace("./own.py", said))

    checked = project.told("check", "colours.gen")
    told = project.told("trust", "colours.gen", "--yes")

    assert "G410" in checked
    assert "leads out of the folder" in " ".join(told.split())  # wrapped where the path is long
    assert 0 == project.runs


def test_a_link_to_other_code_asks_for_that(project: Project) -> None:
    project.told("trust", "colours.gen", "--yes")
    project.code.rename(project.folder / "first.py")
    (project.folder / "second.py").write_text((project.folder / "first.py").read_text())
    project.code.symlink_to("second.py")

    assert not project.is_trusted()


def test_logs_that_a_project_brings_as_links_lead_nowhere(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A store that comes along may hold links in the place of logs, which are begun anew by every run."""
    mine = tmp_path_factory.mktemp("home") / "mine.txt"
    mine.write_text("mine")
    (project.folder / ".intaglio").mkdir()
    names = ("worker.log", "worker-1.log", "worker-2.log", "perform.log")
    for name in names:
        (project.folder / ".intaglio" / name).symlink_to(mine)
    project.code.write_text(project.code.read_text().replace("    return Made", "    1 / 0\n    return Made"))
    project.told("trust", "colours.gen", "--yes")

    told = project.told("run", "colours.gen")

    assert "ZeroDivisionError" in told
    assert "mine" == mine.read_text()


def test_a_pipe_in_the_place_of_code_is_not_waited_for(project: Project) -> None:
    project.code.unlink()
    os.mkfifo(project.code)

    assert "no file that could be run" in " ".join(project.told("check", "colours.gen").split())


def test_a_file_larger_than_anybody_reads_is_refused(project: Project) -> None:
    project.code.write_bytes(b"#" * (code.LARGEST + 1))

    assert "nobody reads that" in " ".join(project.told("check", "colours.gen").split())


def test_modules_that_lie_beside_the_score_are_nobodys(project: Project, gen: Gen) -> None:
    """What a project calls `numpy.py` is not what its stage, or gen, gets by that name."""
    for name in ("numpy.py", "json.py", "helper.py", "sitecustomize.py", "usercustomize.py"):
        (project.folder / name).write_text(f"open({str(project.marker)!r}, 'a').write('run ')\n")
    project.code.write_text(project.code.read_text().replace("\nfrom typing", "\nimport json, numpy\nfrom typing"))
    env = {"PYTHONSAFEPATH": "1", "XDG_CONFIG_HOME": str(project.ledger)}  # as the command `gen` has it

    trusted = gen("trust", "colours.gen", "--yes", env=env)
    ran = gen("run", "colours.gen", env=env)

    assert (0, 0) == (trusted.returncode, ran.returncode)
    assert 2 == project.runs  # when it was asked for its settings, and when it was performed


def test_a_trusted_file_is_known_by_the_user_who_trusts_it_alone(project: Project) -> None:
    project.told("trust", "colours.gen", "--yes")
    lines = [*Ledger(project.ledger / "intaglio" / "trust").all()]

    assert [str(project.code)] == [line.place for _, line in lines if line is not None]
    assert {0o600} == {path.stat().st_mode & 0o777 for path, _ in lines}
    assert 0o700 == (project.ledger / "intaglio" / "trust").stat().st_mode & 0o777
