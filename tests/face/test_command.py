from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest

from intaglio.face.catalogue import COMMANDS
from intaglio.face.command import main
from intaglio.face.commands.explain import FAMILIES
from intaglio.face.interruption import SIGNALS
from intaglio.face.refusal import Exit
from intaglio.face.text import visible
from intaglio.lang.diagnostics import CATALOGUE
from intaglio.lang.explanation import explanation
from tests.face.conftest import Gen

Output = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("words", "told", "paste"),
    [
        (["rnu", "table.gen"], "no command `rnu`", "gen run table.gen"),
        (["frobnicate"], "It knows new, run", "gen --help"),
        (["table.gen"], "What shall I do with table.gen?", "gen run table.gen"),
        (["check", "--breif", "a.gen"], "no option `--breif`", "gen check --brief a.gen"),
        (["plan", "a.gen", "--zzz"], "It has --store, --json, --plain, --help", None),
        (["run"], "needs a script", "gen run SCRIPT [STAGE…]"),
        (["why", "a.gen"], "needs the name of a stage", "gen why SCRIPT STAGE"),
        (["run", "a.gen", "--store"], "needs a value after it", "gen run --help"),
        (["fmt", "--check=yes", "a.gen"], "takes no value", "gen fmt --help"),
        (["new", "a", "b"], "do not know what to do with `b`", "gen new a"),
        (["plan", "a.gen", "plate", "--json", "sheet"], "do not know what to do with `plate`", "gen plan a.gen --json"),
        (["print", "a.gen", "--to", "plate", "plate"], "do not know what to do with `pl", "gen print a.gen --to plate"),
        (["graph", "--store=x", "a b.gen", "c"], "do not know what to do with `c`", "gen graph --store=x 'a b.gen'"),
        (["docs", "train", "model"], "do not know what to do with `model`", "gen docs train"),
        (["--halp"], "no option `--halp`", "gen --help"),
        (["--json"], "`--json` goes with a command", "gen status --json"),
        (["--store"], "`--store` goes with a command", "gen status --store DIR"),
        (["help", "rnu"], "no command `rnu`", "gen help run"),
        (["help", "run", "plan"], "one command at a time", "gen help run"),
        (["completion", "fsh"], "bash, zsh, fish", "gen completion fish"),
        (["explain", "G2O4"], "no message with the code", "gen explain G204"),
        (["explain", "contact-shet"], "no recipe of that name", "gen explain contact-sheet"),
        (["explain", "train"], "is a verb", "gen docs train"),
        (["explain", "weights"], "is a setting beneath `merge`", "gen docs weights"),
        (["explain", "vae"], "is a choice of `model` beneath `train`", "gen docs vae"),
        (["explain", "save"], "is a setting beneath every verb", "gen docs save"),
        (["explain", "let"], "is a word of the language", "gen docs let"),
        (["explain", "truncaton"], "no message with the code", "gen docs truncation"),
        (["docs", "truncaton"], "There is no verb", "gen docs truncation"),
        (["docs", "zzzz"], "There is no verb", "gen docs"),
        (["explain", "trian"], "no message with the code", "gen docs train"),
    ],
)
def test_what_is_not_understood_gets_the_nearest_thing_and_exit_code_2(
    words: list[str], told: str, paste: str | None, capsys: Output
) -> None:
    code = main(words)

    shown = capsys.readouterr().err
    assert code == 2
    assert told in shown
    assert paste is None or f"Try   {paste}\n" in shown
    assert "usage:" not in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_page_with_an_example_of_itself(name: str, capsys: Output) -> None:
    assert main([name, "--help"]) == 0

    shown = capsys.readouterr().out
    assert shown.startswith(f"gen {name}")
    assert "Examples" in shown
    assert all(line == line.rstrip() for line in shown.split("\n"))


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_is_its_page(name: str, capsys: Output) -> None:
    assert main([name, "--help"]) == 0
    page = capsys.readouterr().out

    assert main(["help", name]) == 0
    assert page == capsys.readouterr().out


def test_the_options_that_help_says_many_commands_have_are_had_by_many(capsys: Output) -> None:
    assert main(["--help"]) == 0

    told = set(re.findall(r"--[a-z]+", capsys.readouterr().out.split("Options of many commands")[1].split("More")[0]))
    lacking = {option: [c for c in COMMANDS.values() if option not in {o.name for o in c.options}] for option in told}

    assert {"--store", "--json", "--plain"} == told
    assert [option for option, commands in lacking.items() if len(commands) > 2 / 3 * len(COMMANDS)] == []


def test_every_way_of_ending_is_in_the_help(capsys: Output) -> None:
    assert main(["--help"]) == 0

    listed = set(re.findall(r"\b\d+\b", capsys.readouterr().out.split("Exit codes")[1]))
    signals = {str(128 + number) for number in SIGNALS}
    assert {str(code.value) for code in Exit} | signals <= listed


def test_help_names_every_command(capsys: Output) -> None:
    assert main(["--help"]) == 0

    shown = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n  {name} " not in shown] == []
    assert [line for line in shown.split("\n") if len(line) > 80] == []


def test_the_version_is_the_package_s(capsys: Output) -> None:
    import intaglio

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"intaglio {intaglio.__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_command_and_option(shell: str, capsys: Output) -> None:
    assert main(["completion", shell]) == 0

    shown = capsys.readouterr().out
    options = {option.name.removeprefix("--") for command in COMMANDS.values() for option in command.options}
    assert [word for word in (*COMMANDS, *options) if word not in shown] == []


def test_bash_reads_its_completion(capsys: Output) -> None:
    main(["completion", "bash"])

    script = capsys.readouterr().out + '\nCOMP_WORDS=(gen pl); COMP_CWORD=1; _gen; echo "${COMPREPLY[*]}"'
    told = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout == "plan\n"


def test_explain_prints_the_page_behind_every_message(capsys: Output) -> None:
    assert main(["explain"]) == 0
    listed = capsys.readouterr().out.split()
    assert [code for code in CATALOGUE if code not in listed] == []

    for code, fault in CATALOGUE.items():
        assert main(["explain", code.lower()]) == 0
        page = capsys.readouterr().out
        assert fault.title in page
        assert visible(explanation(fault).wrong.split("\n")[0]) in page
        assert main(["explain", code[1:]]) == main(["explain", fault.title]) == 0
        assert page * 2 == capsys.readouterr().out


@pytest.mark.parametrize("columns", ["60", "100"])
def test_the_page_of_a_message_fits_a_terminal(columns: str, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for code in CATALOGUE:
        assert main(["explain", code]) == 0

    shown = capsys.readouterr().out.split("\n")
    assert [line for line in shown if len(line) > min(78, int(columns))] == []


def test_every_family_of_messages_has_a_name_and_every_message_a_family() -> None:
    assert set(FAMILIES) == {code[:2] for code in CATALOGUE}


UNREADABLE = {
    "missing.gen": (None, "There is no file"),
    "folder.gen": ("folder", "is a folder"),
    "latin.gen": (b'gen 1\nwork "caf\xe9"\n', "on line 2, at column 10, there is the byte 0xe9"),
    "sixteen.gen": ("gen 1".encode("utf-16"), "iconv -f UTF-16"),
    "huge.gen": (b"-- x\n" * 1_700_000, "at most 8,000,000"),
}


@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.parametrize("command", ["check", "run", "plan", "fmt", "watch"])
def test_a_script_that_cannot_be_read_is_refused_kindly(
    name: str, command: str, tmp_path: Path, capsys: Output
) -> None:
    content, told = UNREADABLE[name]
    path = tmp_path / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content == "folder":
        path.mkdir()

    assert main([command, str(path)]) == 2
    assert told in " ".join(capsys.readouterr().err.split())


def test_a_name_with_a_slip_gets_the_file_that_is_there(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "table.gen").write_text("gen 1\n")

    assert main(["check", str(tmp_path / "tabel.gen")]) == 2
    assert str(tmp_path / "table.gen") in capsys.readouterr().err


@pytest.mark.parametrize(("asked", "there"), [("zok", "zok.gen"), ("zokk.gen", "zok.gen"), ("zok.gne", "zok.gen")])
def test_a_name_with_a_slip_gets_the_file_that_is_there_among_very_many(
    asked: str, there: str, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (*"abcdefghijklmnop", "zok"):
        (tmp_path / f"{name}.gen").write_text("gen 1\n")
    monkeypatch.chdir(tmp_path)

    assert main(["run", asked, "--plain"]) == 2
    assert f"There is no file {asked}.\n\n  Try   gen run {there} --plain\n" == capsys.readouterr().err


def test_of_very_many_scripts_a_message_lists_the_first_and_says_how_many_more_there_are(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abcdefghijklmnop":
        (tmp_path / f"{name}.gen").write_text("gen 1\n")
    monkeypatch.chdir(tmp_path)

    for words in (["run", "elsewhere-altogether.gen"], ["run"]):
        assert main(words) == 2
        assert "holds a.gen, b.gen" in (told := " ".join(capsys.readouterr().err.split()))
        assert "k.gen, l.gen and 4 more." in told


def test_a_script_in_another_folder_is_called_by_its_whole_name(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "works").mkdir()
    (tmp_path / "works" / "table.gen").write_text("gen 1\n")
    monkeypatch.chdir(tmp_path)

    assert main(["run", "table"]) == 2
    assert "There is no file table; table.gen lies in another folder." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("here", "asked", "there"),
    [
        (".", "table.gen", "works/table.gen"),
        ("works/photos", "table.gen", "../table.gen"),
        (".", "works", "works/table.gen"),
    ],
)
def test_a_script_that_lies_in_another_folder_is_offered_with_the_whole_line(
    here: str, asked: str, there: str, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "works" / "photos").mkdir(parents=True)
    (tmp_path / "works" / "table.gen").write_text("gen 1\n")
    monkeypatch.chdir(tmp_path / here)

    assert main(["run", asked, "--plain"]) == 2
    assert f"gen run {there} --plain" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["run", "a b.gen", "--dry-run"], "gen plan 'a b.gen'"),
        (["run", "--store", "kept", "a.gen", "plate", "-n"], "gen plan a.gen --store kept"),
        (["print", "a.gen", "--to", "out/x.jpg"], "gen print a.gen --to out/x.png"),
        (["graph", "a.gen", "--to", "x.mmmd", "--as", "mermaind"], "gen graph a.gen --to x.mmmd --as mermaid"),
    ],
)
def test_what_is_called_otherwise_here_is_offered_by_its_name(words: list[str], offered: str, capsys: Output) -> None:
    assert main(words) == 2
    assert offered in " ".join(capsys.readouterr().err.split())


def test_what_is_offered_can_be_pasted_whatever_the_script_is_called(score: Path, capsys: Output) -> None:
    odd = score.rename(score.with_name("my first score.gen"))
    again = shlex.quote(str(odd))

    for command in ("run", "why", "open", "pin"):
        words = [command, str(odd), "plaet"]
        assert main(words) == 2
        assert f"Try   gen {command} {again} plate\n" in capsys.readouterr().err
    assert main(["open", str(odd), "plate"]) == 2
    assert f"Try   gen run {again} plate\n" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["open", "pin", "show"])
def test_what_is_offered_keeps_the_store(command: str, score: Path, capsys: Output) -> None:
    score.write_text(f"{score.read_text()}\ntrain eye from colours\n  model gan\n  steps 1\n\nshow room with eye\n")
    store = score.with_name("kept here")
    stage = "room" if command == "show" else "plate"

    assert main([command, str(score), stage, "--store", str(store)]) == 2
    assert f"Try   gen run {score} {stage} --store '{store}'\n" in capsys.readouterr().err


def test_after_a_run_what_it_made_is_opened_from_its_store(score: Path, capsys: Output) -> None:
    store = score.with_name("kept")
    score.write_text("gen 1\n\ndataset colours from ./photos/\n")

    assert main(["run", str(score), "--store", str(store), "--plain"]) == 0
    assert f"gen open {score} colours --store {store}\n" in capsys.readouterr().out
    assert main(["pin", str(score), "--store", str(score.with_name(".intaglio"))]) == 2
    assert f"Try   gen run {score}\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("check my first score.gen", "gen check 'my first score.gen'"),
        ("check --brief other.gen my first score.gen", "gen check --brief other.gen 'my first score.gen'"),
        ("run my first score.gen plate --plain", "gen run 'my first score.gen' plate --plain"),
        ("plan --store kept my first score.gen", "gen plan --store kept 'my first score.gen'"),
    ],
)
def test_a_name_with_blanks_that_was_said_without_quotation_marks_is_offered_with_them(
    words: str, offered: str, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my first score.gen").write_text("gen 1\n")
    (tmp_path / "other.gen").write_text("gen 1\n")
    monkeypatch.chdir(tmp_path)

    assert main(words.split()) == 2
    assert "my first score.gen has a blank in its name." in (told := capsys.readouterr().err)
    assert f"Try   {offered}\n" in told


def test_words_that_stand_apart_are_no_name_with_blanks(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a b.gen").write_text("gen 1\n")
    monkeypatch.chdir(tmp_path)

    assert main(["check", "a", "--brief", "b.gen"]) == 2
    assert "There is no file a" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (
            "run colours.gen colours plaet --replace --store kept",
            "run colours.gen colours plate --replace --store kept",
        ),
        ("why --store=kept colours.gen plaet --json", "why --store=kept colours.gen plate --json"),
        ("card colours.gen coluors --as pdf", "card colours.gen colours --as pdf"),
        ("pin --store plaet colours.gen plaet", "pin --store plaet colours.gen plate"),
    ],
)
def test_a_stage_s_name_with_a_slip_is_offered_with_all_else_as_it_was_said(
    words: str, offered: str, score: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(score.parent)

    assert main(words.split()) == 2
    assert f"Try   gen {offered}\n" in capsys.readouterr().err


def test_a_script_that_may_not_be_read_is_refused(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "locked.gen"
    path.write_text("gen 1\n")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("whoever runs this may read everything")

    assert main(["check", str(path)]) == 2
    assert "may not be read" in capsys.readouterr().err


def test_an_empty_script_is_no_mistake(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "empty.gen").write_text("")

    assert main(["check", str(tmp_path / "empty.gen")]) == 0
    assert main(["run", str(tmp_path / "empty.gen"), "--plain"]) == 0
    assert "makes nothing yet" in capsys.readouterr().out


def test_ten_thousand_lines_of_mistakes_are_all_told(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "long.gen").write_text("gen 1\n" + "sampel x\n  cuont 4\n\n-- \x1b[31m\n" * 2500)

    assert main(["check", "--brief", str(tmp_path / "long.gen")]) == 1

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 2500
    assert "\x1b" not in "".join(lines)


def test_check_as_json_is_one_object(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "t.gen"
    path.write_text("gen 1\n\nsample x with nobody\n  cuont 4\n")

    assert main(["check", "--json", str(path)]) == 1

    data = json.loads(capsys.readouterr().out)
    assert data["mistakes"] == sum(each["level"] == "mistake" for each in data["diagnostics"])
    assert {"G102", "G103"} <= {each["code"] for each in data["diagnostics"]}
    assert {each["file"] for each in data["diagnostics"]} == {str(path)}


def test_a_fault_of_ours_is_one_calm_page_with_its_details_in_a_file(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    from intaglio.face.commands import check

    def broken(*_: object) -> int:
        raise ZeroDivisionError("a mistake of ours")

    (tmp_path / ".intaglio").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(check, "run", broken)

    assert main(["check", "t.gen"]) == 70

    shown = capsys.readouterr().err
    (details,) = (tmp_path / ".intaglio" / "faults").iterdir()
    assert "Traceback" not in shown
    assert details.name in shown
    assert "ZeroDivisionError: a mistake of ours" in details.read_text()


def test_the_details_of_a_fault_go_where_no_stranger_can_have_laid_a_link(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    from intaglio.face.commands import check

    def broken(*_: object) -> int:
        raise ZeroDivisionError("a mistake of ours")

    precious = tmp_path / "precious"
    precious.write_text("mine")
    shared = tmp_path / "shared"
    shared.mkdir()
    now = time.time()
    for second in range(-2, 20):  # whatever second it happens in
        at = time.strftime("%Y%m%d-%H%M%S", time.localtime(now + second))
        (shared / f"gen-fault-{at}.txt").symlink_to(precious)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(shared))
    monkeypatch.setattr(check, "run", broken)

    assert main(["check", "t.gen"]) == 70

    (details,) = (path for path in shared.iterdir() if not path.is_symlink())
    assert "mine" == precious.read_text()
    assert 0o600 == details.stat().st_mode & 0o777
    assert str(details) in "".join(capsys.readouterr().err.split())


def test_colour_is_for_terminals_that_want_it() -> None:
    class Screen:
        def isatty(self) -> bool:
            return True

        def fileno(self) -> int:
            raise OSError

    from intaglio.face.terminal import look

    assert look(Screen(), {}).colour  # type: ignore[arg-type]
    assert not look(Screen(), {"NO_COLOR": "1"}).colour  # type: ignore[arg-type]
    assert look(Screen(), {"NO_COLOR": "1"}).live  # type: ignore[arg-type]
    assert not look(Screen(), {"TERM": "dumb"}).live  # type: ignore[arg-type]
    assert not look(Screen(), {}, plain=True).colour  # type: ignore[arg-type]
    assert look(Screen(), {"COLUMNS": "60"}).width == 60  # type: ignore[arg-type]


def test_output_that_nobody_reads_or_that_cannot_be_written_is_no_traceback(tmp_path: Path, gen: Gen) -> None:
    (tmp_path / "t.gen").write_text("gen 1\n" + "sampel x\n" * 5000)
    command = f"{sys.executable} -m intaglio check --brief t.gen"  # more than a pipe holds

    for where, code in (("| head -1", 141), ("> /dev/full", 2), (">&-", 1)):
        told = subprocess.run(
            ["bash", "-c", f"{command} {where}; exit ${{PIPESTATUS[0]}}"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in told.stderr
        assert "Exception ignored" not in told.stderr
        assert code == told.returncode


EVERY_WAY = """
--version, --help, help run, new first, completion zsh, explain, explain G204, check colours.gen, plan colours.gen,
check colours.gen --json, why colours.gen plate, status, status colours.gen, run colours.gen --json,
fmt --diff crooked.gen, fmt --check crooked.gen
"""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [way.strip() for way in EVERY_WAY.split(",")])
def test_a_full_disk_behind_the_output_is_one_calm_line_whatever_was_asked(words: str, score: Path) -> None:
    (score.parent / "crooked.gen").write_text("gen 1\n\ndataset   a from ./photos/\n")
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "intaglio", *words.split()]
        told = subprocess.run(command, cwd=score.parent, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert 2 == told.returncode
    assert "What gen says could not be written: no space left on device.\n" == told.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_where_not_even_the_refusal_can_be_written_the_exit_code_still_tells(score: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "intaglio", "run", "nowhere.gen"]
        told = subprocess.run(command, cwd=score.parent, stdout=full, stderr=full, check=False)

    assert 2 == told.returncode


def test_a_terminal_without_our_letters_still_gets_an_answer(score: Path, gen: Gen) -> None:
    score.write_text("gen 1\nsampel é\n")

    told = gen("check", score, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert told.returncode == 1
    assert "Traceback" not in told.stderr


def test_a_script_that_is_not_named_is_found_and_so_are_its_stages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "pear.png").touch()
    score = "gen 1\n\ndataset table from ./photos/\n  resize 32 px\n\nprint plate from table\n  save ./plate.png\n"
    (tmp_path / "table.gen").write_text(score, "utf-8")

    def told(*words: str) -> str:
        assert main(words) == 2
        return " ".join(capsys.readouterr().err.split())

    assert told("run", "--replace").endswith("Try gen run --replace table.gen")
    assert told("why").endswith("Try gen why table.gen STAGE")
    assert "The script makes table, plate. Try gen why table.gen plate" in told("why", "table.gen")
    (tmp_path / "again.gen").write_text(score, "utf-8")
    assert "This folder holds again.gen, table.gen." in told("check")
