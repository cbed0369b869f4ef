"""Reaching: from a module of ours to the syntax of all that its results flow through.

In goes a module's name; out comes the syntax of everything it defines, and of every definition in `stdlib` and
`runtime` that this reaches by names, however far. So a change of `digests.derive` reaches every kind that draws, and a
new function beside it none. What explains and does nothing is left out: docstrings, comments, annotations of functions,
the words of settings.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from intaglio.runtime.keys import digests

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("intaglio.stdlib", "intaglio.runtime")
# Whose files are found by walking their folder: who reaches one reaches all of it.
WALKED = frozenset({"intaglio.stdlib.sorts", "intaglio.stdlib.finders"})
BESIDES = frozenset({"intaglio.runtime.contract"})  # how a kind is declared and called: no pixel comes from there


@dataclass(frozen=True, order=True)
class Place:
    """A definition at the top of a module, by its name; what stands there without one is called ""."""

    module: str
    name: str

    def __str__(self) -> str:
        return f"{self.module}.{self.name}"


def digest(module: str, root: Path = ROOT) -> str:
    """The digest of all that a module of ours reaches."""
    return digests.of_value(sorted((str(place), shapes) for place, shapes in reached(module, root).items()))


def reached(module: str, root: Path = ROOT) -> dict[Place, list[object]]:
    """The syntax of each definition that a module has or reaches."""
    files = _Files(root)
    found: dict[Place, list[object]] = {}
    waiting = [*files.all_of(module)]
    while waiting:
        place = waiting.pop()
        if place not in found:
            nodes = files.module(place.module).definitions.get(place.name, [])
            found[place] = [_shaped(node) for node in nodes]
            waiting += [each for node in nodes for each in files.named_in(node, place.module)]
            waiting.append(Place(place.module, ""))
            waiting += [each for inner in files.walked(place.module) for each in files.all_of(inner)]
    return found


@dataclass(frozen=True)
class _Module:
    """The top of a module: what it defines, by name, and what its imports call what."""

    definitions: Mapping[str, list[ast.stmt]]
    imports: Mapping[str, tuple[str, str | None]]  # the local name: a module, and a name in it; None for all of it


@dataclass(frozen=True)
class _Files:
    """The modules of ours below a checkout, each read once."""

    root: Path
    _read: dict[str, _Module] = field(default_factory=dict)

    def path(self, name: str) -> Path | None:
        """Where a module of ours lies; None for what is none."""
        if not name.startswith(ROOMS):
            return None
        base = self.root.joinpath(*name.split(".")[1:])
        return next((path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()), None)

    def module(self, name: str) -> _Module:
        if name not in self._read:
            path = self.path(name)
            assert path is not None, f"there is no module {name}"
            self._read[name] = self._taken_apart(_parsed(path.read_text(encoding="utf-8")))
        return self._read[name]

    def all_of(self, name: str) -> Iterator[Place]:
        """Everything that a module defines; nothing for one that no result comes from."""
        if self._counts(name):
            yield from (Place(name, each) for each in self.module(name).definitions)

    def walked(self, name: str) -> list[str]:
        """The modules that a package finds by walking its folder."""
        path = self.path(name)
        if name not in WALKED or path is None:
            return []
        return [f"{name}.{each.stem}" for each in sorted(path.parent.glob("*.py")) if not each.stem.startswith("_")]

    def named_in(self, node: ast.stmt, module: str) -> Iterator[Place]:
        """The definitions of ours that a piece of a module's syntax names."""
        uses, here = _uses(node), self.module(module)
        imports = {**here.imports, **self._imports(uses.imports)}
        for used, after_dot in uses.names:
            if used in imports:
                target, name = imports[used]
                yield from self._meant(target, after_dot if name is None else name)
            elif used in here.definitions:
                yield Place(module, used)

    def _meant(self, module: str, name: str | None) -> Iterator[Place]:
        """What a name in a module stands for: a definition, what was imported under it there, or the whole module."""
        if not self._counts(module):
            return
        inside = self.module(module)
        if name is not None and name in inside.definitions:
            yield Place(module, name)
        elif name is not None and name in inside.imports:
            yield from self._meant(*inside.imports[name])
        else:
            yield from self.all_of(module)

    def _counts(self, module: str) -> bool:
        return module not in BESIDES and self.path(module) is not None

    def _taken_apart(self, tree: ast.Module) -> _Module:
        definitions: dict[str, list[ast.stmt]] = {"": []}
        running = [each for each in tree.body if not _is_for_types(each)]
        for statement in running:
            if not isinstance(statement, ast.Import | ast.ImportFrom) and not _is_docstring(statement):
                for name in _bound(statement) or [""]:
                    definitions.setdefault(name, []).append(statement)
        return _Module(definitions, self._imports(running))

    def _imports(self, nodes: Iterable[ast.AST]) -> dict[str, tuple[str, str | None]]:
        """What the import statements among these nodes call what."""
        found: dict[str, tuple[str, str | None]] = {}
        for node in nodes:
            if isinstance(node, ast.Import):
                found |= {alias.asname: (alias.name, None) for alias in node.names if alias.asname}
            elif isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    meant = (inner, None) if self.path(inner) is not None else (node.module, alias.name)
                    found[alias.asname or alias.name] = meant
        return found


def _bound(statement: ast.stmt) -> list[str]:
    """The names that a statement at the top of a module gives a meaning."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [statement.name]
    stored = [node for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    return list(dict.fromkeys(node.id for node in stored))


def _is_for_types(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and getattr(statement.test, "id", "") == "TYPE_CHECKING"


def _is_docstring(statement: ast.stmt) -> bool:
    """A text that stands alone: of a module, class or function, or beneath a field."""
    return isinstance(statement, ast.Expr) and isinstance(getattr(statement.value, "value", None), str)


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def _bare(node: ast.stmt) -> ast.stmt:
    bare: ast.stmt = _Barer().visit(copy.deepcopy(node))
    return bare


@cache
def _shaped(node: ast.stmt) -> object:
    return _shape(_bare(node))


@dataclass(frozen=True)
class _Uses:
    """The names in a piece of syntax, each with what follows its dot, and the imports in it."""

    names: frozenset[tuple[str, str | None]]
    imports: tuple[ast.AST, ...]


@cache
def _uses(node: ast.stmt) -> _Uses:
    nodes = [*ast.walk(_bare(node))]
    after_dot = {id(each.value): each.attr for each in nodes if isinstance(each, ast.Attribute)}
    names = frozenset((each.id, after_dot.get(id(each))) for each in nodes if isinstance(each, ast.Name))
    return _Uses(names, tuple(each for each in nodes if isinstance(each, ast.Import | ast.ImportFrom)))


class _Barer(ast.NodeTransformer):
    """Takes off what explains and does nothing. Annotations in a class stay: those of settings are bounds."""

    def __init__(self) -> None:
        self._in_function = False

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        outside, self._in_function = self._in_function, True
        node.returns = None
        self._speechless(node)
        self.generic_visit(node)
        self._in_function = outside
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        outside, self._in_function = self._in_function, False
        self._speechless(node)
        self.generic_visit(node)
        self._in_function = outside
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if self._in_function:
            node.annotation = ast.Constant(None)
        return self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if getattr(node.func, "id", "") == "setting":
            node.args = node.args[:1]
            node.keywords = [word for word in node.keywords if word.arg != "doc"]
        return self.generic_visit(node)

    def _speechless(self, node: ast.FunctionDef | ast.ClassDef) -> None:
        node.body = [each for each in node.body if not _is_docstring(each)] or [ast.Pass()]


def _shape(node: object) -> object:
    """The syntax of a node as plain lists. `ast.dump` differs from one Python to the next in what it leaves out."""
    if isinstance(node, ast.AST):
        fields = [[name, _shape(value)] for name, value in ast.iter_fields(node) if value not in (None, [])]
        return [type(node).__name__, *fields]
    return [_shape(each) for each in node] if isinstance(node, list) else repr(node)
