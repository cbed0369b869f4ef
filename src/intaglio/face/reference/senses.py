"""Senses: a word that stands beneath a verb, or is a value there, comes in; where it does, and what it is, goes out.

One word may be several things: `rate` is a step of one verb, and a setting of others. Verbs have pages of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from intaglio.face.reference.entries import Entry, entry, measure
from intaglio.face.reference.pages import doc_of
from intaglio.lang.vocabulary import Choice, Condition, Either, Setting, ValueType, Verb, Vocabulary
from intaglio.lang.wording import listed, ticked

ITEM = "- "


@dataclass(frozen=True, slots=True)
class Line:
    """The line that a word is, or that it stands in: then it is that `of` the line's own word, as choices are.

    `said` is what the page of a verb says of a choice, in an item of its own; "" where there is none.
    """

    what: str  # `a setting`, `a choice`
    of: str
    entry: Entry
    said: str = ""


@dataclass(frozen=True, slots=True)
class Sense:
    """One of the things that a word is, and beneath which verbs it is that."""

    line: Line
    verbs: tuple[str, ...]


def senses(vocabulary: Vocabulary) -> Mapping[str, tuple[Sense, ...]]:
    """Every word that is a setting, a step, a line beneath one, a choice, or a measure; with all that it is."""
    found: dict[str, dict[Line, list[str]]] = {}
    for verb, word, line in _all(vocabulary):
        found.setdefault(word, {}).setdefault(line, []).append(verb)
    return {word: tuple(Sense(line, tuple(verbs)) for line, verbs in each.items()) for word, each in found.items()}


def where(every: Sequence[Sense], vocabulary: Vocabulary) -> list[str]:
    """`a setting beneath `sample` and `walk``; choices of several lines of the same verbs are told of at once."""
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for sense in every:
        of = alike.setdefault((sense.line.what, sense.verbs), [])
        of += [sense.line.of] if sense.line.of else []
    return [
        " ".join([what, *(["of", ticked(of, "and")] if of else []), "beneath", _verbs(verbs, vocabulary)])
        for (what, verbs), of in alike.items()
    ]


def told(word: str, vocabulary: Vocabulary) -> str:
    """All that a word is, in one sentence without its stop."""
    return f"`{word}` is {listed(where(senses(vocabulary)[word], vocabulary), 'and')}"


def _verbs(verbs: tuple[str, ...], vocabulary: Vocabulary) -> str:
    return "every verb" if set(vocabulary.verbs) <= set(verbs) else ticked(verbs, "and")


def _all(vocabulary: Vocabulary) -> Iterator[tuple[str, str, Line]]:
    """Each verb, each word that may stand beneath it, and what that is."""
    for name, verb in vocabulary.verbs.items():
        items = dict(_items(verb))
        for what, settings in (("a setting", verb.settings), ("a step", verb.steps)):
            for setting in settings.values():
                yield from ((name, word, line) for word, line in _of(setting, what, "", items))
    for setting in vocabulary.work.values():
        yield "work", setting.name, Line("a line", "", entry(setting))
    comparing = [name for name, verb in vocabulary.verbs.items() if _compares(verb)]
    for name, of in vocabulary.measures.items():
        yield from ((verb, name, Line("a measure, in conditions", "", measure(of))) for verb in comparing)


def _of(setting: Setting, what: str, within: str, items: Mapping[str, str]) -> Iterator[tuple[str, Line]]:
    written = entry(setting)
    yield setting.name, Line(what, within, written)
    yield from ((word, Line("a choice", setting.name, written, items.get(word, ""))) for word in _choices(setting))
    for beneath in setting.beneath.values():
        yield from _of(beneath, "a line", setting.name, items)


def _choices(setting: Setting) -> Iterable[str]:
    """The words that may stand in a line, each once."""
    slots = (*setting.slots, *(slot for form in setting.forms.values() for slot in form))
    kinds = [kind for slot in slots for kind in _kinds(slot.type) if isinstance(kind, Choice)]
    words = [word for kind in kinds for word in (*kind.words, *dict(kind.aliases))]
    return dict.fromkeys([*words, *setting.forms])


def _kinds(kind: ValueType) -> Iterator[ValueType]:
    if isinstance(kind, Either):
        for option in kind.options:
            yield from _kinds(option)
    else:
        yield kind


def _compares(verb: Verb) -> bool:
    settings = (*verb.settings.values(), *verb.steps.values())
    return any(isinstance(kind, Condition) for each in settings for slot in each.slots for kind in _kinds(slot.type))


def _items(verb: Verb) -> Iterator[tuple[str, str]]:
    """The items of the lists on a verb's page that begin with a word in backticks, by that word."""
    for paragraph in doc_of(verb).text.split("\n\n"):
        for item in f"\n{paragraph}".split(f"\n{ITEM}")[1:] if paragraph.startswith(ITEM) else ():
            begins = re.match(r"`([a-z0-9-]+)`", item)
            if begins is not None:
                yield begins[1], " ".join(item.split())
