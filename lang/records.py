"""Dataclasses that are quickly made. A frozen one is frozen for the type checker, which looks at every line of ours;
while a program runs nothing stops who would change one.

Half of what it took to check a short script anew was spent on making dataclasses: `dataclasses` compiles each method of
each of them as it is declared, and most are never called. Here each is compiled when it is first called. Without
methods that keep it frozen an instance takes a third of the time, too.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls: type | None = None, /, *, frozen: bool = False, **said: Any) -> Any:
        """As `dataclasses.dataclass`."""

        def made(cls: type) -> type:
            return _made(cls, frozen=frozen, **said)

        return made if cls is None else made(cls)


Writer = Callable[[Any], "Written"]  # of a class, the method that it is to have
Written = tuple[str, dict[str, Any]]  # its text from its parameters on, and the values that the text names


def _made(cls: type, *, frozen: bool, eq: bool = True, order: bool = False, **said: Any) -> type:
    done: Any = dataclasses.dataclass(init=False, repr=False, eq=False, **said)(cls)
    methods: dict[str, Any] = {"__init__": _later(done, "__init__", _init), "__repr__": _shown}
    if eq:
        methods["__eq__"] = _later(done, "__eq__", _comparison("=="))
        methods["__hash__"] = _later(done, "__hash__", _hash) if frozen else None
    if order:
        for name, sign in {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}.items():
            methods[name] = _later(done, name, _comparison(sign))
    for name, method in methods.items():
        if name not in cls.__dict__ or (name == "__hash__" and cls.__hash__ is None):
            setattr(done, name, method)
    return done  # type: ignore[no-any-return]  # the same class, or one with slots


def _later(cls: Any, name: str, writer: Writer) -> Callable[..., Any]:
    """A method that puts the one that is written in its own place, when it is first called."""

    def method(self: Any, *given: Any, **named: Any) -> Any:
        text, values = writer(cls)
        exec(f"def {name}{text}", values)  # of names of fields, which stand in our own code
        values[name].__qualname__ = f"{cls.__qualname__}.{name}"
        if cls.__dict__.get(name) is method:  # and not one that somebody put around it
            setattr(cls, name, values[name])
        return values[name](self, *given, **named)

    return method


# Methods -----------------------------------------------------------------------------------------------------------


def _init(cls: Any) -> Written:
    """`__init__`: what is only named stands last. `InitVar` is not known."""
    assert not any("InitVar" in str(kind) for kind in vars(cls).get("__annotations__", {}).values())
    values: dict[str, Any] = {"__missing": dataclasses.MISSING}  # names that no field has
    places, names, lines = ["self"], list[str](), list[str]()
    for field in dataclasses.fields(cls):
        name, value, default = field.name, field.name, ""
        if field.default_factory is not dataclasses.MISSING:
            values[f"__make_{name}"], default = field.default_factory, "=__missing"
            value = f"__make_{name}() if {name} is __missing else {name}" if field.init else f"__make_{name}()"
        elif field.default is not dataclasses.MISSING:
            values[f"__default_{name}"], default = field.default, f"=__default_{name}"
            value = name if field.init else f"__default_{name}"
        if field.init:
            (names if field.kw_only else places).append(name + default)
        if field.init or default:
            lines.append(f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    return f"({', '.join([*places, *['*'][: len(names)], *names])}): {'; '.join(lines) or 'pass'}", values


def _comparison(sign: str) -> Writer:
    """A method that compares two of a class by the values of their fields."""

    def written(cls: Any) -> Written:
        names = [each.name for each in dataclasses.fields(cls) if each.compare]
        text = f"{_values('self', names)} {sign} {_values('other', names)}"
        return f"(self, other): return {text} if other.__class__ is self.__class__ else NotImplemented", {}

    return written


def _hash(cls: Any) -> Written:
    names = [each.name for each in dataclasses.fields(cls) if (each.compare if each.hash is None else each.hash)]
    return f"(self): return hash({_values('self', names)})", {}


def _values(instance: str, names: Sequence[str]) -> str:
    return f"({''.join(f'{instance}.{name}, ' for name in names)})"


@recursive_repr()
def _shown(self: Any) -> str:
    """A dataclass and its fields, as `dataclasses` shows them."""
    fields = (f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(fields)})"
