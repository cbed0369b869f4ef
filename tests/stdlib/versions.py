"""The guard of kinds' versions: what code stood behind each version when it was last accepted.

A result is found again by its kind's version, so code that changes results must change the version. For each kind
`versions.lock` holds its version and a digest of the syntax of its file and of all of `stdlib` that it imports,
docstrings and comments left out. `make accept` writes it anew: do so after bumping a version, or when you know that
the results are the same.
"""

from __future__ import annotations

import ast
from pathlib import Path

from intaglio.runtime import digests
from intaglio.stdlib.registry import kinds, module_of

ROOT = Path(__file__).resolve().parents[2]
LOCK = Path(__file__).with_name("versions.lock")
OURS = "intaglio.stdlib"


def current() -> dict[str, str]:
    """For each kind that runs, `version digest` as it is now."""
    return {
        name: f"{kind.version} {code_digest(module_of(name))}" for name, kind in kinds().items() if kind.run is not None
    }


def accepted() -> dict[str, str]:
    """For each kind, `version digest` as it was accepted."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    return {line.split(" ", 1)[0]: line.split(" ", 1)[1] for line in lines}


def code_digest(module: str) -> str:
    """The digest of the syntax of a module and of all of `stdlib` that it imports, directly or not."""
    reached, waiting = {}, [module]
    while waiting:
        name = waiting.pop()
        path = file_of(name)
        if name not in reached and path is not None:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            reached[name] = shape(without_docstrings(tree))
            waiting.extend(imported(tree))
    return digests.of_value(sorted(reached.items()))


def shape(node: object) -> object:
    """The syntax of a node as plain lists. `ast.dump` differs from one Python to the next in what it leaves out."""
    if isinstance(node, ast.AST):
        fields = [[name, shape(value)] for name, value in ast.iter_fields(node) if value not in (None, [])]
        return [type(node).__name__, *fields]
    return [shape(each) for each in node] if isinstance(node, list) else repr(node)


def file_of(module: str) -> Path | None:
    """Where a module of ours lies; None for a name inside a module."""
    base = ROOT.joinpath(*module.split(".")[1:])
    return next((p for p in (base.with_suffix(".py"), base / "__init__.py") if p.is_file()), None)


def imported(tree: ast.Module) -> list[str]:
    """The modules of `stdlib` that a module imports anywhere in it."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return [name for name in found if name.startswith(OURS)]


def without_docstrings(tree: ast.Module) -> ast.Module:
    """The same module with its docstrings emptied, and the words of settings too: they explain and do nothing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(
            node
        ):
            node.body = node.body[1:] or [ast.Pass()]
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "setting":
            node.args = node.args[:1]
            node.keywords = [word for word in node.keywords if word.arg != "doc"]
    return tree


if __name__ == "__main__":
    LOCK.write_text("".join(f"{name} {told}\n" for name, told in current().items()), encoding="utf-8")
