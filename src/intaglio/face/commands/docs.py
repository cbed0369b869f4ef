"""`gen docs`: the reference; a verb, a word of the language or a recipe in the terminal, all of it in the browser, or
written as a page or as Markdown.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from intaglio import __version__
from intaglio.face import recipes
from intaglio.face.commands.open import show
from intaglio.face.objects import spelled
from intaglio.face.reference import web
from intaglio.face.reference.entries import Entry, entries
from intaglio.face.reference.language import WORDS, Word
from intaglio.face.reference.pages import doc_of, pages
from intaglio.face.refusal import Exit, Refused
from intaglio.face.session import words
from intaglio.face.terminal import Terminal
from intaglio.face.text import pasted, visible, wrap
from intaglio.face.usage import Arguments, table
from intaglio.face.writing import give
from intaglio.lang.nearest import nearest
from intaglio.lang.vocabulary import Verb

ITEM = "- "


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Print the verbs, or one of them; or write the whole reference, and say where."""
    if arguments.open:
        print(visible(str(_opened(os.environ))))
    elif arguments.to is not None:
        _write(Path(arguments.to), arguments.replace)
        print(visible(arguments.to))
    elif arguments.json and arguments.word in WORDS:
        print(spelled({"words": [{"name": arguments.word, **asdict(WORDS[arguments.word])}]}))
    elif arguments.json:
        print(spelled({"verbs": [*map(_data, [_verb(arguments.word)] if arguments.word else words().verbs.values())]}))
    elif arguments.word in WORDS:
        print(_word(arguments.word, WORDS[arguments.word], terminal))
    elif arguments.word is not None and arguments.word not in words().verbs and arguments.word in recipes.names():
        print(recipes.page(arguments.word, terminal))
    elif arguments.word is not None:
        print(_told(_verb(arguments.word), terminal))
    else:
        rows = [(name, doc_of(verb).summary) for name, verb in words().verbs.items()]
        print(table("Verbs", rows, terminal))
        print("\n" + table("Words of the language", [(name, word.summary) for name, word in WORDS.items()], terminal))
        print("\nOne of them, or a recipe: gen docs WORD   All of it, in the browser: gen docs --open")
    return Exit.DONE


def _verb(name: str) -> Verb:
    verbs = words().verbs
    if name in verbs:
        return verbs[name]
    likely = nearest(name, (*verbs, *WORDS, *recipes.names()))
    told = f"There is no verb `{visible(name)}`, nor a word of the language or a recipe of that name."
    raise Refused(told, pasted("gen", "docs", *([likely] if likely else [])))


def _data(verb: Verb) -> dict[str, Any]:
    """A verb as `--json` prints it. In what is `written`, words in capitals stand for values."""
    settings, steps = ([asdict(entry) for entry in entries(words)] for words in (verb.settings, verb.steps))
    summary, later = doc_of(verb).summary, verb.arrives_later
    return {
        "name": verb.name,
        "summary": summary,
        "later": later,
        "makes": verb.makes,
        "settings": settings,
        "steps": steps,
    }


# In the terminal ---------------------------------------------------------------------------------------------------


def _told(verb: Verb, terminal: Terminal) -> str:
    """A verb's page."""
    doc = doc_of(verb)
    parts = [f"{terminal.paint(verb.name, 'strong')}: {doc.summary}."]
    parts += _paragraphs(doc.text, terminal)
    parts += ["Arrives later: it is checked, and not run yet."] if verb.arrives_later else []
    parts.append(_score(doc.example))
    parts.append(table("Settings", [*map(_line, entries(verb.settings))], terminal))
    if verb.steps:
        parts.append(table("Steps, in order", [*map(_line, entries(verb.steps))], terminal))
    return "\n\n".join(parts)


def _word(name: str, word: Word, terminal: Terminal) -> str:
    """The page of a word of the language."""
    parts = [f"{terminal.paint(name, 'strong')}: {word.summary}.", *_paragraphs(word.text, terminal)]
    parts.append(_score(word.example))
    if name == "work":
        parts.append(table("Beneath it", [*map(_line, entries(words().work))], terminal))
    return "\n\n".join(parts)


def _score(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.rstrip().split("\n"))


def _paragraphs(text: str, terminal: Terminal) -> list[str]:
    """Paragraphs as wide as the page; each item of a list begins a line, and goes on beneath its first word."""
    return ["\n".join(_wrapped(paragraph, terminal.page)) for paragraph in text.split("\n\n") if paragraph]


def _wrapped(paragraph: str, width: int) -> Iterator[str]:
    if not paragraph.startswith(ITEM):
        yield from wrap(" ".join(paragraph.split()), width)
        return
    for item in f"\n{paragraph}".split(f"\n{ITEM}")[1:]:
        first, *rest = wrap(" ".join(item.split()), width - len(ITEM))
        yield f"{ITEM}{first}"
        yield from (" " * len(ITEM) + line for line in rest)


def _line(entry: Entry) -> tuple[str, str]:
    default = f" ({entry.default})" if entry.default else ""
    values = "; ".join(entry.values).replace("[measures](images.md)", "measures")
    said = [entry.doc.replace("**", ""), f"{values[:1].upper()}{values[1:]}{default}." if values else ""]
    return entry.written, " ".join([*filter(None, said), *(["May be swept."] if entry.sweeps else [])])


# Written -----------------------------------------------------------------------------------------------------------


def _write(place: Path, replace: bool) -> None:
    """One page, or a folder of Markdown."""
    allow = pasted("gen", "docs", "--to", place, "--replace")
    homes = [Path.cwd(), *([place] if place.parent.is_dir() else [])]
    made = pages(words())
    if place.suffix.lower() == ".html":
        give({place: web.page(made, words())}, place, None, replace_others=replace, allow=allow, homes=homes)
    else:
        files = {place / name: text.encode("utf-8") for name, text in made.items()}
        give(files, place / "README.md", None, replace_others=replace, allow=allow, homes=homes)


def _opened(environment: Mapping[str, str]) -> Path:
    """Where the page lies that is shown: written anew each time, so that it is this version's."""
    folder = _cache(environment) / "intaglio" / f"reference-{__version__}"
    place = folder / "reference.html"
    give({place: web.page(pages(words()), words())}, place, None, replace_others=True)
    show(folder)
    return place


def _cache(environment: Mapping[str, str]) -> Path:
    """The artist's folder for what can be made again."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    said = environment.get("XDG_CACHE_HOME", "")
    return Path(said) if said.startswith("/") else Path.home() / ".cache"
