"""`gen docs`: the reference; a verb, a word beneath one or of the language, or a recipe, in the terminal; all of it in
the browser, or written as a page or as Markdown.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from intaglio import __version__
from intaglio.face import recipes
from intaglio.face.commands.open import show
from intaglio.face.objects import spelled
from intaglio.face.reference import web
from intaglio.face.reference.entries import MUST, Entry, entries
from intaglio.face.reference.language import WORDS, Word
from intaglio.face.reference.pages import doc_of, pages
from intaglio.face.reference.senses import Sense, senses, where
from intaglio.face.refusal import Exit, Refused
from intaglio.face.session import words
from intaglio.face.terminal import Terminal
from intaglio.face.text import pasted, visible, wrap
from intaglio.face.usage import Arguments, columns, table
from intaglio.face.writing import give
from intaglio.lang.nearest import nearest
from intaglio.lang.vocabulary import Verb
from intaglio.lang.wording import listed

ITEM = "- "
MANY = 5  # senses of one word past which each is only named: a layer is a choice of fourteen lines


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Print the verbs, or one of them; or write the whole reference, and say where."""
    if arguments.open:
        print(visible(str(_opened(os.environ))))
    elif arguments.to is not None:
        _write(Path(arguments.to), arguments.replace)
        print(visible(arguments.to))
    elif arguments.json and arguments.word in WORDS:
        print(spelled({"words": [{"name": arguments.word, **asdict(WORDS[arguments.word])}]}))
    elif arguments.json and _is_beneath(arguments.word):
        print(spelled({"senses": [asdict(sense) for sense in senses(words())[arguments.word]]}))
    elif arguments.json:
        print(spelled({"verbs": [*map(_data, [_verb(arguments.word)] if arguments.word else words().verbs.values())]}))
    elif arguments.word is not None:
        print("\n\n".join(_pages(arguments.word, terminal)))
    else:
        rows = [(name, doc_of(verb).summary) for name, verb in words().verbs.items()]
        print(table("Verbs", rows, terminal))
        print("\n" + table("Words of the language", [(name, word.summary) for name, word in WORDS.items()], terminal))
        print("\nOne of them, a word beneath a verb, or a recipe: gen docs truncation")
        print("All of it, in the browser: gen docs --open")
    return Exit.DONE


def _is_beneath(word: str | None) -> bool:
    """Whether a word is one that stands beneath verbs, and not one itself."""
    return word is not None and word not in words().verbs and word in senses(words())


def _verb(name: str) -> Verb:
    verbs = words().verbs
    if name in verbs:
        return verbs[name]
    likely = nearest(name, (*verbs, *WORDS, *recipes.names(), *senses(words())))
    told = f"There is no verb `{visible(name)}`, no word beneath a verb or of the language, and no recipe of that name."
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


def _pages(word: str, terminal: Terminal) -> list[str]:
    """The page of a word; of one that is several things, as `drift` is a recipe and a setting, all of them."""
    found = []
    if word in WORDS:
        found.append(_word(word, WORDS[word], terminal))
    elif word not in words().verbs and word in recipes.names():
        found.append(recipes.page(word, terminal))
    if _is_beneath(word):
        found.append(_senses(word, senses(words())[word], terminal))
    return found or [_told(_verb(word), terminal)]


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


def _senses(word: str, every: Sequence[Sense], terminal: Terminal) -> str:
    """What a word beneath verbs is: each of its senses with its line, where these are few; and where to read on."""
    parts = []
    for alike in [every] if len(every) > MANY else [[sense] for sense in every]:
        lines = wrap(f"{word}: {listed(where(alike, words()), 'and')}.", terminal.page)
        lines[0] = lines[0].replace(word, terminal.paint(word, "strong"), 1)
        if len(every) <= MANY:
            lines += columns([_line(alike[0].line.entry, alone=True)], terminal)
        parts += ["\n".join(lines), *(_paragraphs(alike[0].line.said, terminal))]
    verbs = list(dict.fromkeys(verb for sense in every for verb in sense.verbs))
    rows = [(f"gen docs {verb}", "all that stands beneath it, and an example") for verb in verbs[:MANY]]
    return "\n\n".join([*parts, table("Read on", rows, terminal)])


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


def _line(entry: Entry, *, alone: bool = False) -> tuple[str, str]:
    """A row of a table of entries, whose brackets hold defaults; of one that stands `alone`, in words."""
    default = (_in_words(entry.default) if alone else f" ({entry.default})") if entry.default else ""
    values = "; ".join(entry.values).replace("[measures](images.md)", "measures")
    said = [entry.doc.replace("**", ""), f"{values[:1].upper()}{values[1:]}{default}." if values else ""]
    return entry.written, " ".join([*filter(None, said), *(["May be swept."] if entry.sweeps else [])])


def _in_words(default: str) -> str:
    return f"; {default}" if default == MUST else f"; where nothing is said, {default}"


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
