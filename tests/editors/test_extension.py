"""The extension for VS Code: what is packaged, what it promises, and what its snippets say."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image

import intaglio
from intaglio.lang.parser import parse
from intaglio.lang.script import read
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import Nowhere
from tests.editors.engines import EXTENSION
from tests.lang.pages import STANDARD
from tests.needs import needed

MANIFEST = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
SNIPPETS = json.loads((EXTENSION / "snippets/gen.json").read_text(encoding="utf-8"))
WORKS = sorted((Path(__file__).resolve().parents[1] / "works").glob("*.gen"))


@pytest.fixture(scope="module")
def vsix(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The package, made as `make vsix` makes it."""
    needed("node", shutil.which("npm"))
    needed("editors/vscode/node_modules (make vsix)", (EXTENSION / "node_modules/.bin/vsce").exists())
    made = tmp_path_factory.mktemp("vsix") / "gen.vsix"
    subprocess.run(["npm", "run", "--silent", "package", "--", "--out", made], cwd=EXTENSION, check=True)
    return ZipFile(made)


def test_all_that_the_manifest_names_is_in_the_package(vsix: ZipFile) -> None:
    manifest = json.loads(vsix.read("extension/package.json"))
    contributes = manifest["contributes"]
    named = [manifest["main"], manifest["icon"]]
    named += [said["path"] for said in (*contributes["grammars"], *contributes["snippets"])]
    named += [contributes["languages"][0]["configuration"], "./README.md", "./CHANGELOG.md", "./LICENSE.txt"]

    assert [] == [name for name in named if f"extension/{name.removeprefix('./')}" not in vsix.namelist()]


def test_the_package_holds_the_client_and_the_licences_of_its_libraries_but_no_folder_of_them(vsix: ZipFile) -> None:
    names = vsix.namelist()
    licences = vsix.read("extension/dist/LIBRARIES.txt").decode()

    assert b"textDocument/didChange" in vsix.read("extension/dist/extension.js")
    assert {"vscode-languageclient", "minimatch"} <= set(re.findall(r"^== (\S+)", licences, re.MULTILINE))
    assert [] == [name for name in names if "node_modules" in name]


def test_the_package_is_called_as_the_manifest_says(vsix: ZipFile) -> None:
    told = vsix.read("extension.vsixmanifest").decode()

    assert 'Id="gen" Version="0.1.0" Publisher="intaglio"' in told


def test_the_extension_has_the_version_and_the_licence_of_the_package(root: Path) -> None:
    assert intaglio.__version__ == MANIFEST["version"]
    assert (root / "LICENSE").read_text() == (EXTENSION / "LICENSE").read_text()


def test_nothing_is_run_in_a_folder_that_is_not_trusted() -> None:
    trust = MANIFEST["capabilities"]["untrustedWorkspaces"]
    programs = [name for name in MANIFEST["contributes"]["configuration"]["properties"] if name.endswith("path")]
    running = [each for each in MANIFEST["contributes"]["commands"] if each["command"] != "gen.restart"]

    assert ("limited", programs) == (trust["supported"], trust["restrictedConfigurations"])
    assert {"isWorkspaceTrusted"} == {each["enablement"] for each in running}


def test_each_command_of_the_manifest_is_one_of_the_extension() -> None:
    promised = {each["command"] for each in MANIFEST["contributes"]["commands"]}
    kept = set(re.findall(r"'(gen\.\w+)': ", (EXTENSION / "extension.js").read_text(encoding="utf-8")))

    assert promised == kept


def test_the_icon_is_a_picture_of_128_pixels() -> None:
    icon = Image.open(EXTENSION / "icon.png")

    assert ("PNG", (128, 128)) == (icon.format, icon.size)


def test_the_list_of_libraries_names_no_place_that_they_come_from() -> None:
    told = (EXTENSION / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved"' not in told


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_is_a_piece_of_score(name: str) -> None:
    assert () == parse(filled_in(SNIPPETS[name]["body"])).diagnostics


def test_the_snippets_of_verbs_say_only_what_there_is(words: Vocabulary) -> None:
    verbs = [name for name, said in SNIPPETS.items() if said["prefix"] in words.verbs]
    score = "\n".join(filled_in(SNIPPETS[name]["body"]) for name in ("Score", *verbs))
    score = score.replace("dataset table\n", "dataset table-2\n", 1)
    score += "\ntrain memory from table\n  model autoencoder\n"
    found = read(score, words, Nowhere())

    assert [] == [str(diagnostic) for diagnostic in found.diagnostics if diagnostic.code != "G305"]


@pytest.mark.parametrize("path", WORKS, ids=lambda path: path.stem)
def test_the_stages_that_can_be_opened_are_those_that_the_checker_finds(path: Path, words: Vocabulary) -> None:
    needed("node", shutil.which("node"))
    text = path.read_text(encoding="utf-8")
    stages = f"require({json.dumps(str(EXTENSION / 'stages.js'))}).stagesOf(require('fs').readFileSync(0, 'utf8'))"
    command = ["node", "-p", f"JSON.stringify({stages})"]
    found = json.loads(subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout)
    script = read(text, words, Nowhere(), STANDARD)

    assert script.program is not None
    written = dict.fromkeys(outermost(stage.name, script.uses) for stage in script.program.stages)
    assert list(written) == [stage["name"] for stage in found]


def outermost(stage: str, uses: Iterable[str]) -> str:
    """What is written of a stage: it, or the use of a recipe that it is made in, which is opened by its own name."""
    return min((use for use in uses if stage.startswith(f"{use}.")), key=len, default=stage)


def filled_in(body: str | list[str]) -> str:
    """A snippet with its first choices and its own examples for what is to be filled in."""
    text: Any = "\n".join(body) if isinstance(body, list) else body
    text = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text).replace("$0", "")
