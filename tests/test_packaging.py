"""What is packed, and that it works where it is unpacked: wheel, source archive, editable install, bare imports."""

from __future__ import annotations

import ast
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOMS = ("lang", "runtime", "stdlib")


def files_of(folder: Path) -> set[str]:
    """The relative names of the real files below a folder, links to folders not followed."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and not any(parent.is_symlink() for parent in path.parents if parent != folder and folder in parent.parents)
    }


def run(command: Sequence[str | Path], where: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=where, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def build(project: Path, target: str, out: Path) -> Path:
    """The wheel or the source archive of a project, built with what is installed and nothing from elsewhere."""
    run([sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", out], project)
    (made,) = out.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(root, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(root, "sdist", tmp_path_factory.mktemp("sdist"))


def names_in_wheel(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return [name for name in archive.namelist() if ".dist-info/" not in name]


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_the_rooms_and_the_face_once_and_nothing_else(root: Path, wheel: Path) -> None:
    expected = {f"intaglio/{room}/{name}" for room in ROOMS for name in files_of(root / room)}
    expected |= {f"intaglio/{name}" for name in files_of(root / "src" / "intaglio")}

    actual = names_in_wheel(wheel)

    assert sorted(expected) == sorted(actual)


@pytest.mark.slow
def test_the_source_archive_holds_no_links_and_makes_the_same_wheel(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        links = [member.name for member in archive.getmembers() if not (member.isfile() or member.isdir())]
        archive.extractall(tmp_path, filter="data")
    (project,) = tmp_path.iterdir()

    again = build(project, "wheel", tmp_path / "wheel")

    assert [] == links
    assert sorted(names_in_wheel(wheel)) == sorted(names_in_wheel(again))


def test_licence_and_notice_are_in_the_source_tree(root: Path) -> None:
    assert "Apache License" in (root / "LICENSE").read_text("utf-8")
    assert "examples/" in (root / "NOTICE").read_text("utf-8")


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """The Python of an environment in which nothing is installed."""
    place = tmp_path / "fresh"
    venv.create(place, with_pip=True, symlinks=True)
    return place / "bin" / "python"


def lend_libraries(python: Path) -> None:
    """Let an environment see this one's libraries, but not this one's editable installs."""
    site = Path(run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], python.parent))
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")


@pytest.mark.slow
def test_an_installed_wheel_imports_and_has_its_command(wheel: Path, fresh: Path, tmp_path: Path) -> None:
    run([fresh, "-m", "pip", "install", "--no-deps", "--no-index", wheel], tmp_path)

    place = run([fresh, "-c", "import intaglio; print(intaglio.__file__)"], tmp_path)
    version = run([fresh.parent / "gen", "--version"], tmp_path)

    assert Path(place).is_relative_to(fresh.parent.parent)
    assert "0.1.0" in version


@pytest.mark.slow
def test_an_installed_wheel_knows_its_stages_and_recipes(wheel: Path, fresh: Path, tmp_path: Path) -> None:
    run([fresh, "-m", "pip", "install", "--no-deps", "--no-index", wheel], tmp_path)
    lend_libraries(fresh)

    kinds = run([fresh, "-c", "from intaglio.stdlib import registry; print(*sorted(registry.kinds()))"], tmp_path)
    recipe = run([fresh.parent / "gen", "explain", "contact-sheet"], tmp_path)

    assert {"dataset", "film", "print", "rebuild", "sample", "train", "walk"} <= set(kinds.split())
    assert "use contact-sheet from std/recipes at v1" in recipe


@pytest.mark.slow
def test_an_editable_install_imports_from_the_checkout(root: Path, fresh: Path, tmp_path: Path) -> None:
    lend_libraries(fresh)
    pip = [fresh, "-m", "pip", "install", "--no-deps", "--no-index", "--no-build-isolation", "--ignore-installed"]
    run([*pip, "--editable", root], tmp_path)

    program = "import intaglio.lang as l, intaglio.runtime.contract as c; print(l.__file__, c.__file__, sep='\\n')"
    places = run([fresh, "-c", program], tmp_path)
    version = run([fresh.parent / "gen", "--version"], tmp_path)

    expected = [root / "lang" / "__init__.py", root / "runtime" / "contract.py"]
    assert expected == [Path(place).resolve() for place in places.splitlines()]
    assert "0.1.0" in version


def test_in_a_clean_clone_an_editor_finds_where_a_name_of_another_room_is_defined(root: Path, tmp_path: Path) -> None:
    """What go-to-definition goes by: a file on the path `src`, beneath which the name is bound at the top."""
    if not (root / ".git").exists():
        pytest.skip("this is no clone")
    clone = tmp_path / "clone"
    run(["git", "clone", "--quiet", root, clone], tmp_path)
    tree = ast.parse((clone / "src" / "intaglio" / "face" / "api.py").read_text("utf-8"))
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module]
    places = {
        alias.name: clone / "src" / f"{(node.module or '').replace('.', '/')}.py"
        for node in imports
        if (node.module or "").startswith(("intaglio.runtime.", "intaglio.lang."))
        for alias in node.names
    }

    undefined = [name for name, place in places.items() if name not in bound_in(place)]

    assert len(places) > 5
    assert [] == undefined
    assert [] == [name for name, place in places.items() if not place.resolve().is_relative_to(clone)]


def bound_in(file: Path) -> set[str]:
    """The names that a file gives a meaning at its top."""
    body = ast.parse(file.read_text("utf-8")).body
    stored = [node for statement in body if isinstance(statement, ast.Assign) for node in ast.walk(statement)]
    defined = {node.name for node in body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    return defined | {node.id for node in stored if isinstance(node, ast.Name)}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_refuses_to_be_imported_under_its_bare_name(root: Path, room: str) -> None:
    done = subprocess.run([sys.executable, "-c", f"import {room}"], cwd=root, capture_output=True, text=True)

    assert 1 == done.returncode
    assert f"import intaglio.{room}, not {room}" in done.stderr


def test_every_installed_library_of_the_project_is_pinned(root: Path) -> None:
    import tomllib

    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [Requirement(line) for line in [*project["dependencies"], *(line for extra in extras for line in extra)]]
    lines = [line for line in (root / "constraints.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    pinned = {canonicalize_name(line.split("==")[0]): line.split("==")[1] for line in lines}

    unpinned = [
        str(requirement)
        for requirement in wanted
        if not requirement.specifier.contains(pinned.get(canonicalize_name(requirement.name), "0"))
    ]

    assert [] == unpinned
