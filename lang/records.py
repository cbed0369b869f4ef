"""Dataclasses that are quickly made. A frozen one is frozen for the type checker, which looks at every line of ours;
while a program runs nothing stops who would change one.

Half of what it took to check a short script anew was spent on making dataclasses: `dataclasses` compiles each method of
each of them as it is declared, and most are never called; and it loads what reads Python's own source, to write texts
that nobody asks for. Here each method is compiled when it is first called, and `dataclasses` is loaded when somebody
asks it about one of ours. Without methods that keep it frozen an instance takes a third of the time, too.

A record inherits from records alone, and in one with slots a method names the class that it calls up to: `super()`
without words is at a loss there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any

OWN = "__own_fields__"  # where a class has its fields, by name
LIBRARY = "__dataclass_fields__"  # where `dataclasses` looks for them
MISSING: Any = object()


class Field:
    """One field of a record, as `dataclasses.field` has it."""

    __slots__ = ("compare", "default", "default_factory", "hash", "init", "kw_only", "name", "repr")

    def __init__(
        self,
        default: Any = MISSING,
        default_factory: Any = MISSING,
        init: bool = True,
        repr: bool = True,
        hash: bool | None = None,
        compare: bool = True,
        kw_only: bool | None = None,
    ) -> None:
        self.name = ""
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare, self.kw_only = init, repr, hash, compare, kw_only


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import fields as fields
    from dataclasses import replace as replace
else:

    def dataclass(cls: type | None = None, /, *, frozen: bool = False, **said: Any) -> Any:
        """As `dataclasses.dataclass`."""

        def made(cls: type) -> type:
            return _made(cls, frozen=frozen, **said)

        return made if cls is None else made(cls)

    def field(**said: Any) -> Any:
        """As `dataclasses.field`."""
        return Field(**said)

    def fields(of: Any) -> tuple[Field, ...]:
        """The fields of a record, or of an instance of one."""
        return (*_fields(of if isinstance(of, type) else of.__class__).values(),)

    def replace(record: Any, /, **changes: Any) -> Any:
        """As `dataclasses.replace`."""
        for name, each in _fields(record.__class__).items():
            if each.init and name not in changes:
                changes[name] = getattr(record, name)
        return record.__class__(**changes)


def _fields(cls: type) -> Mapping[str, Field]:
    """The fields of a record by name. What the library makes of a record has others, and is its own."""
    made = next(base for base in cls.__mro__ if LIBRARY in vars(base))
    assert OWN in vars(made), f"{made.__name__} is none of ours"
    found: Mapping[str, Field] = vars(made)[OWN]
    return found


class _Asked:
    """What `dataclasses` has of each of its own, made when it first asks for it."""

    of: Any  # whose it is

    def __init__(self, name: str, **said: Any) -> None:
        self._name, self._said = name, said

    def __get__(self, instance: object, cls: type) -> Any:
        import dataclasses

        kinds = dict[str, Any]()
        for each in reversed(self.of.__mro__):
            kinds |= vars(each).get("__annotations__", {})
        fields = [(name, kinds[name], _said(each, dataclasses)) for name, each in vars(self.of)[OWN].items()]
        found = getattr(dataclasses.make_dataclass(self.of.__name__, fields, **self._said), self._name)
        setattr(self.of, self._name, found)
        return found


def _said(field: Field, dataclasses: Any) -> Any:
    """A field as `dataclasses` has it."""
    said = {name: getattr(field, name) for name in Field.__slots__ if name != "name"}
    return dataclasses.field(**{name: value for name, value in said.items() if value is not MISSING})


Writer = Callable[[Any], "Written"]  # of a class, the method that it is to have
Written = tuple[str, dict[str, Any]]  # its text from its parameters on, and the values that the text names


def _made(
    cls: type, *, frozen: bool, eq: bool = True, order: bool = False, slots: bool = False, kw_only: bool = False
) -> type:
    own = {each.name: each for each in _own(cls, kw_only=kw_only)}
    assert all(OWN in vars(base) for base in cls.__mro__ if LIBRARY in vars(base)), "a record inherits from records"
    inherited = {name: each for base in cls.__mro__[:0:-1] for name, each in vars(base).get(OWN, {}).items()}
    every = inherited | own
    places = [each for each in every.values() if each.init and not each.kw_only]
    _check_order(places)
    asked = [_Asked(name, frozen=frozen, order=order) for name in (LIBRARY, "__dataclass_params__")]
    given: dict[str, Any] = {OWN: every, LIBRARY: asked[0], "__dataclass_params__": asked[1]}
    if "__match_args__" not in vars(cls):
        given["__match_args__"] = tuple([each.name for each in places])
    later: dict[str, Writer | None] = {"__init__": _init}
    if eq:
        later |= {"__eq__": _comparison("=="), "__hash__": _hash if frozen else None}
    if order:
        later |= {
            f"__{name}__": _comparison(sign) for name, sign in (("lt", "<"), ("le", "<="), ("gt", ">"), ("ge", ">="))
        }
    methods = {name: writer and _later(name, writer) for name, writer in later.items()}
    for name, method in (*methods.items(), ("__repr__", _shown)):
        if name not in cls.__dict__ or (name == "__hash__" and cls.__hash__ is None):
            given[name] = method
    done = _with_slots(cls, every, given) if slots else _with(cls, given)
    for told in (*asked, *filter(None, methods.values())):
        told.of = done  # type: ignore[attr-defined]
    return done


def _check_order(places: Sequence[Field]) -> None:
    """Raise TypeError where what has to be said stands after what need not be."""
    last: Field | None = None
    for each in places:
        if each.default is not MISSING or each.default_factory is not MISSING:
            last = each
        elif last is not None:
            raise TypeError(f"non-default argument {each.name!r} follows default argument {last.name!r}")


def _own(cls: type, *, kw_only: bool) -> Iterator[Field]:
    """The fields that a class declares itself; what it declares them with gives way to their defaults."""
    for name, kind in vars(cls).get("__annotations__", {}).items():
        said = kind if isinstance(kind, str) else repr(kind)
        if said.removeprefix("typing.").startswith("ClassVar"):
            continue
        assert not said.removeprefix("dataclasses.").startswith(("InitVar", "KW_ONLY")), "not known here"
        default = getattr(cls, name, MISSING)
        assert isinstance(default, Field) or type(default).__name__ != "Field", "it is not ours"
        each = default if isinstance(default, Field) else Field()
        if each is default:
            if each.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, each.default)
        elif not isinstance(default, MemberDescriptorType):
            each.default = default
        assert each.default.__class__.__hash__ is not None, f"all instances would share one {name}"
        each.name, each.kw_only = name, kw_only if each.kw_only is None else each.kw_only
        yield each


def _with(cls: type, given: Mapping[str, Any]) -> type:
    """The class, with what it is given."""
    for name, value in given.items():
        setattr(cls, name, value)
    return cls


def _with_slots(cls: type, every: Mapping[str, Field], given: Mapping[str, Any]) -> type:
    """The same, with a slot for each field that is not an inherited one."""
    taken = {name for base in cls.__mro__[1:-1] for name in vars(base).get("__slots__", ())}
    body = {name: value for name, value in vars(cls).items() if name not in every and name not in _LOOSE}
    slots = {"__slots__": tuple([name for name in every if name not in taken])}
    slotted = type(cls)(cls.__name__, cls.__bases__, {**body, **given, **slots})
    slotted.__qualname__ = cls.__qualname__
    return slotted


_LOOSE = frozenset(("__dict__", "__weakref__"))  # what a class without slots has for its instances


def _later(name: str, writer: Writer) -> Callable[..., Any]:
    """A method that puts the one that is written in its own place, when it is first called. It is told whose it is."""

    def method(self: Any, *given: Any, **named: Any) -> Any:
        cls = method.of  # type: ignore[attr-defined]
        text, values = writer(cls)
        exec(f"def {name}{text}", values)  # of names of fields, which stand in our own code
        values[name].__qualname__ = f"{cls.__qualname__}.{name}"
        if cls.__dict__.get(name) is method:  # and not one that somebody put around it
            setattr(cls, name, values[name])
        return values[name](self, *given, **named)

    return method


# Methods -----------------------------------------------------------------------------------------------------------


def _init(cls: Any) -> Written:
    """`__init__`: what is only named stands last."""
    values: dict[str, Any] = {"__missing": MISSING}  # names that no field has
    places, names, lines = ["self"], list[str](), list[str]()
    for each in fields(cls):
        name, value, default = each.name, each.name, ""
        if each.default_factory is not MISSING:
            values[f"__make_{name}"], default = each.default_factory, "=__missing"
            value = f"__make_{name}() if {name} is __missing else {name}" if each.init else f"__make_{name}()"
        elif each.default is not MISSING:
            values[f"__default_{name}"], default = each.default, f"=__default_{name}"
            value = name if each.init else f"__default_{name}"
        if each.init:
            (names if each.kw_only else places).append(name + default)
        if each.init or default:
            lines.append(f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    return f"({', '.join([*places, *['*'][: len(names)], *names])}): {'; '.join(lines) or 'pass'}", values


def _comparison(sign: str) -> Writer:
    """A method that compares two of a class by the values of their fields."""

    def written(cls: Any) -> Written:
        names = [each.name for each in fields(cls) if each.compare]
        text = f"{_values('self', names)} {sign} {_values('other', names)}"
        return f"(self, other): return {text} if other.__class__ is self.__class__ else NotImplemented", {}

    return written


def _hash(cls: Any) -> Written:
    names = [each.name for each in fields(cls) if (each.compare if each.hash is None else each.hash)]
    return f"(self): return hash({_values('self', names)})", {}


def _values(instance: str, names: Sequence[str]) -> str:
    return f"({''.join(f'{instance}.{name}, ' for name in names)})"


@recursive_repr()
def _shown(self: Any) -> str:
    """A dataclass and its fields, as `dataclasses` shows them."""
    said = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(said)})"
