"""The reference's pages, in Markdown: verbs, what is said of a work, measures of images, messages.

Everything is told from the vocabulary, the kinds' docstrings and the catalogue of messages. Nothing here names a kind.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from intaglio.face.reference.entries import Entry, entries, entry, may_be
from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.diagnostics import CATALOGUE
from intaglio.lang.explanation import explanation
from intaglio.lang.vocabulary import UNITS, Choice, Setting, Verb, Vocabulary
from intaglio.lang.wording import listed, thing

FIRST = "README.md"
SUFFIX = ".webp"
EXAMPLE = "\n    gen 1\n"
PICTURES = "../../src/intaglio/face/reference/pictures"  # from docs/reference
MADE = "<!-- Made by `make reference`. Change the stage kinds' schemas and docstrings, not this page. -->"
LATER = "*Arrives later:* it is checked, and not run yet."
HEAD = ("written", "may be", "default", "`each`", "what it does")


@dataclass(frozen=True, slots=True)
class Doc:
    """A kind's docstring, in parts."""

    summary: str  # `teach a model from images`
    text: str  # paragraphs, in Markdown
    example: str  # a score, not indented


def doc_of(verb: Verb) -> Doc:
    """A verb's page, as its file says it: a line `verb: summary.`, paragraphs, and an example."""
    before, _, example = inspect.cleandoc(verb.doc).partition(EXAMPLE)
    first, _, text = before.partition("\n")
    summary = first.partition(": ")[2].rstrip(".")
    return Doc(summary, text.strip(), inspect.cleandoc(EXAMPLE + example) + "\n")


def picture_of(verb: str) -> Traversable | None:
    """What a verb's example makes; None for what makes nothing to look at, or arrives later."""
    found = resources.files("intaglio.face.reference") / "pictures" / f"{verb}{SUFFIX}"
    return found if found.is_file() else None


def pages(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Every page, by the name of its file."""
    found = {FIRST: _first(vocabulary), "work.md": _work(vocabulary), "images.md": _measures(vocabulary)}
    found |= {f"{name}.md": verb_page(verb) for name, verb in vocabulary.verbs.items()}
    found["messages.md"] = _messages()
    return {name: f"{MADE}\n\n{text.strip()}\n" for name, text in found.items()}


# Verbs -------------------------------------------------------------------------------------------------------------


def verb_page(verb: Verb) -> str:
    """All that there is to say of a verb."""
    doc = doc_of(verb)
    parts = [f"# {verb.name}", f"**{_capital(doc.summary)}.** {_joins(verb)}", doc.text]
    parts += [LATER] if verb.arrives_later else []
    parts += ["## Example", _indented(doc.example)]
    parts += [_picture(verb)] if picture_of(verb.name) is not None else []
    parts += ["## Settings", _table(entries(verb.settings)), *_beneath(verb.settings.values()), *_alone(verb)]
    if verb.steps:
        order = "Done in order, each on what the line above left. Any may be said again."
        parts += ["## Steps", order, _table(entries(verb.steps), settings=False), *_beneath(verb.steps.values())]
    if verb.groups:
        parts += ["## Groups", "`group NAME` names a part; steps beneath it see its images only, and come first."]
    if verb.texts:
        parts += ["## Lines", "Beneath it stand texts in quotation marks, a line each."]
    return "\n\n".join(part for part in parts if part)


def _joins(verb: Verb) -> str:
    """What it makes, and what may stand after `from` and `with`."""
    said = [f"Makes {thing(verb.makes)}." if not verb.makes_as else _makes_as(verb)]
    for word, kinds, required, many in (
        ("from", verb.sources, verb.sources_required, verb.many_sources),
        ("with", verb.models, verb.models_required, verb.many_models),
    ):
        if kinds:
            several = ", one or several" if many else ""
            said.append(f"`{word}`: {listed(map(thing, kinds))}{several}{'' if required else '; may be left out'}.")
    for unfed in verb.unfed:
        words = listed([f"`{unfed.said_by} {word}`" for word in unfed.words], "and")
        needed = listed([f"`{word}`" for word in unfed.needs], "and")
        said.append(f"With {words}, nothing stands after `from`, and {needed} must be said.")
    return " ".join(said)


def _makes_as(verb: Verb) -> str:
    """What it makes, where one of its settings says that."""
    kind = verb.settings[verb.makes_as].slots[0].type
    words = kind.offered if isinstance(kind, Choice) else (verb.makes,)
    return f"Makes {listed(map(thing, words))}, as `{verb.makes_as}` says."


def _alone(verb: Verb) -> list[str]:
    return [f"At most one of {listed([f'`{word}`' for word in words], 'and')} may be said." for words in verb.alone]


def _beneath(settings: Iterable[Setting]) -> list[str]:
    """The settings that may stand beneath a setting or step."""
    parts = []
    for setting in settings:
        if setting.beneath:
            parts += [f"Beneath `{setting.name}`:", _table(entry(setting).beneath, settings=False)]
    return parts


def _picture(verb: Verb) -> str:
    return f"![What the example of {verb.name} makes]({PICTURES}/{verb.name}{SUFFIX})"


def _indented(score: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in score.rstrip("\n").split("\n"))


def _table(rows: Sequence[Entry], *, settings: bool = True) -> str:
    """Settings as a table; steps and lines beneath others have neither defaults nor sweeps."""
    head = HEAD if settings else (HEAD[0], HEAD[1], HEAD[4])
    lines = [_row(head), _row(["---"] * len(head))]
    for row in rows:
        middle = (row.default, "yes" if row.sweeps else "") if settings else ()
        lines.append(_row((f"`{row.written}`", "; ".join(row.values), *middle, row.doc)))
    return "\n".join(lines)


def _row(texts: Iterable[str]) -> str:
    return "| " + " | ".join(text.replace("|", "\\|") for text in texts) + " |"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# The rest ----------------------------------------------------------------------------------------------------------


def _first(vocabulary: Vocabulary) -> str:
    rows = [("verb", "makes", "what it does"), ("---", "---", "---")]
    for name, verb in vocabulary.verbs.items():
        later = " *Later.*" if verb.arrives_later else ""
        rows.append((f"[`{name}`]({name}.md)", verb.makes, f"{_capital(doc_of(verb).summary)}.{later}"))
    units = listed([f"`{unit}`" for unit in UNITS], "and", len(UNITS))
    return "\n\n".join(
        [
            "# Reference",
            "Every word of the language `gen 1`, told from the stage kinds themselves. `gen docs --open` shows "
            "the same as one page, and `gen docs WORD` a verb, a setting, step or choice, a word of the language or a "
            "recipe in the terminal.",
            "\n".join(map(_row, rows)),
            "- [What is said of a work](work.md)\n- [Measures of images](images.md)\n- [Messages](messages.md)\n"
            "- [The IR's schema](ir-schema.json), for other programs",
            f"Units: {units}.",
            "In a written form, words in capitals stand for values, square brackets hold what may be left out, and `…` "
            "means that more may follow. `each` tells whether a setting may be swept.",
        ]
    )


def _work(vocabulary: Vocabulary) -> str:
    rows = entries(vocabulary.work)
    lead = '`work "Title"` stands at the margin, and these beneath it. All may be left out; they go with every result.'
    return "\n\n".join(["# The work", lead, _table(rows, settings=False)])


def _measures(vocabulary: Vocabulary) -> str:
    lines = [_row(("measure", "from, to", "what it measures")), _row(["---"] * 3)]
    for name, measure in vocabulary.measures.items():
        later = " **Arrives later.**" if measure.arrives_later else ""
        lines.append(_row((f"`{name}`", may_be(measure.type), f"{measure.doc}{later}")))
    lead = (
        "Conditions after `keep` and `drop` compare measures with values: `keep width >= 400 px and blur < 40%`. They "
        "may be joined with `and` and `or`, and turned round with `not`."
    )
    return "\n\n".join(["# Measures of images", lead, "\n".join(lines)])


def _messages() -> str:
    parts = [
        "# Messages",
        "What `gen check` may say. A mistake keeps a script from running; a remark does not. `gen explain CODE` shows "
        "each in the terminal.",
    ]
    parts += [_message(code, fault) for code, fault in sorted(CATALOGUE.items())]
    return "\n\n".join(parts)


def _message(code: str, fault: type[Diagnostic]) -> str:
    page = explanation(fault)
    parts = [f"## {code} {fault.title}", *(["*A remark.*"] if fault.level is Level.REMARK else []), *page.paragraphs]
    return "\n\n".join([*parts, "**wrong**", _indented(page.wrong), "**right**", _indented(page.right)])
