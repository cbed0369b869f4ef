"""Which room may import which, and which library may be loaded where.

The order of the rooms is held by import-linter (`make layers`, in pyproject.toml); here are the rules that depend on
whether an import stands at the top of a file or inside a function.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Import:
    """One import statement's library, and whether it runs when its file is loaded."""

    file: str
    line: int
    library: str
    at_once: bool

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.library}"


def imports_in(tree: ast.AST, file: str, at_once: bool = True) -> Iterator[Import]:
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.Import(names=names):
                for name in names:
                    yield Import(file, node.lineno, name.name.split(".")[0], at_once)
            case ast.ImportFrom(module=str(module), level=0):
                yield Import(file, node.lineno, module.split(".")[0], at_once)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                yield from imports_in(node, file, at_once=False)
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                pass
            case _:
                yield from imports_in(node, file, at_once)


@pytest.fixture(scope="module")
def imports(root: Path) -> list[Import]:
    """Every import of the project's own code, that of type checking left out."""
    files = [path for room in ("lang", "runtime", "stdlib") for path in (root / room).rglob("*.py")]
    files += [*(root / "src" / "intaglio").glob("*.py"), *(root / "src" / "intaglio" / "face").rglob("*.py")]
    found: list[Import] = []
    for path in files:
        name = path.relative_to(root).as_posix()
        found += imports_in(ast.parse(path.read_text("utf-8")), name)
    assert len(found) > 100
    return found


def outside(imports: list[Import], library: str, *allowed: str) -> list[str]:
    return [str(i) for i in imports if i.library == library and not any(fnmatch(i.file, glob) for glob in allowed)]


def test_only_what_makes_the_tables_of_the_grammar_knows_lark(imports: list[Import]) -> None:
    assert [] == outside(imports, "lark", "lang/tables.py")


def test_only_digests_know_xxhash(imports: list[Import]) -> None:
    assert [] == outside(imports, "xxhash", "runtime/keys/digests.py")


@pytest.mark.parametrize("library", ["rich", "pygls", "starlette", "uvicorn"])
def test_only_the_face_knows_how_things_are_displayed(imports: list[Import], library: str) -> None:
    assert [] == outside(imports, library, "src/intaglio/*")


@pytest.mark.parametrize("library", ["torch", "diffusers"])
def test_torch_is_loaded_by_nn_alone_or_inside_a_function(imports: list[Import], library: str) -> None:
    loaded = [i for i in imports if i.at_once]

    assert [] == outside(loaded, library, "stdlib/nn/*")


@pytest.mark.parametrize("library", ["numpy", "PIL", "av", "safetensors"])
def test_no_room_loads_an_image_library_before_it_works_on_images(imports: list[Import], library: str) -> None:
    loaded = [i for i in imports if i.at_once]

    rooms = (
        "stdlib/nn/*",
        "stdlib/images/*",
        "stdlib/instruments/*",
        "stdlib/showing/*",
        "src/intaglio/face/showing/*",
        "src/intaglio/face/cards/card.py",
    )
    assert [] == outside(loaded, library, *rooms)


# Reading its own grammar is the one thing that the language may open.
DOES_IO = ["asyncio", "glob", "io", "os", "pathlib", "shutil", "socket", "subprocess", "sys", "tempfile", "threading"]
ASKS_THE_WORLD = ["datetime", "random", "secrets", "time", "uuid"]


@pytest.mark.parametrize("library", [*DOES_IO, *ASKS_THE_WORLD])
def test_the_language_neither_reads_nor_writes_and_asks_no_clock(imports: list[Import], library: str) -> None:
    inside = [i for i in imports if i.file.startswith("lang/")]

    assert [] == outside(inside, library)


def test_the_language_opens_nothing(root: Path) -> None:
    opened = [
        f"{path.relative_to(root)}:{node.lineno}"
        for path in (root / "lang").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"open", "print", "input"}
    ]

    assert [] == opened


@pytest.mark.slow
def test_the_rooms_stand_in_one_order(root: Path) -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"], cwd=root, capture_output=True, text=True
    )

    assert 0 == done.returncode, done.stdout
