"""Abreast: several settings on one line, be it that of their verb (`train m from fruit model gan`) or one beneath it.

A line that does not follow the grammar comes in; the lines that it holds go out, each to be read where it stands, and
that is told. No word is lost: a line that does not come apart into such as follow the grammar goes out as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from intaglio.lang import diagnostics as wrong
from intaglio.lang import elsewhere
from intaglio.lang.automaton import Token
from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.settings import SURE, unit_for
from intaglio.lang.elsewhere import UNITS as THEIR_UNITS
from intaglio.lang.elsewhere import spelt
from intaglio.lang.grammar import is_read, tokens, understand
from intaglio.lang.records import dataclass, replace
from intaglio.lang.repair import read_line
from intaglio.lang.span import Span
from intaglio.lang.spelling import spell
from intaglio.lang.tree import Line
from intaglio.lang.vocabulary import RESERVED, UNITS, Flag, Setting, Verb

MOST = 100  # words and signs of a line that is looked at
OPTION = re.compile(r"(?:^|\s)--(?=[^\W\d])")
MATERIAL = {"FROM": "sources", "WITH": "models"}
BEGINS_A_VALUE = frozenset({"NUMBER", "STRING", "PATH", "COLOUR", "NAME", "LEFT", "SIGN", "NOT", "FROM", "EVERY"})
SURELY_A_VALUE = frozenset({"NUMBER", "STRING", "PATH", "COLOUR"})
WAITS = frozenset("FROM WITH AT EVERY AS OR AND NOT IS TO BY DOT SIGN SCALE COMPARE EQUAL LEFT".split())
BETWEEN = frozenset({"COMMA", "AND", "LEFT", "WITH"})  # what stands between two settings, and ends no line
BRACKETS = frozenset("[]{}:;")
ASSIGNS = frozenset({"=", ":", ":="})


class _Parted(NamedTuple):
    """Lines that stood on one, where they stand, and as they may be pasted, the likeliest first."""

    lines: tuple[Line, ...]
    place: Span
    ways: tuple[str, ...]
    has_comma: bool  # whether one stands before them
    why: str  # what else the line has from elsewhere, and a blank; empty where that is nothing


def with_settings_beneath(line: Line, words: Mapping[str, Setting], desk: Desk, verb: Verb | None = None) -> Line:
    """The line of a stage, of a group in one or of the work, with the settings that stand on it beneath it, which is
    told.
    """
    is_open = _is_broken(line) or (bool(line.repairs) and len(line.pieces) == 1)
    said = tokens(line.text) if is_open and line.head is not None and line.text.startswith(line.head.text) else ()
    words = {word: setting for word, setting in words.items() if word not in RESERVED}  # `from` begins no setting here
    if not 3 <= len(said) <= MOST or said[0].type != "NAME" or said[1].type not in ("NAME", "STRING"):
        return line
    found = _parted(line, _Run([*said[:2]], []), _Cutter(words, desk, verb), said)
    if found is None:
        return line
    _say(found, desk)
    first, *settings = found.lines
    return replace(first, _children=(*settings, *line.children))


def each_alone(lines: tuple[Line, ...], words: Mapping[str, Setting], desk: Desk) -> tuple[Line, ...]:
    """Lines beneath a verb, those that hold several settings taken apart, which is told."""
    if not any(map(_is_broken, lines)):
        return lines
    return tuple(part for line in lines for part in _alone(line, words, desk))


def _alone(line: Line, words: Mapping[str, Setting], desk: Desk) -> tuple[Line, ...]:
    said = tokens(line.text) if _is_broken(line) else ()
    lead = 2 if said and said[0].type == "EACH" else 1
    setting = words.get(spelt(said[lead - 1])) if lead + 1 < len(said) <= MOST else None
    if setting is None or line.form not in ("plain", "each"):
        return (line,)
    found = _parted(line, _Run([*said[:lead]], [], setting, is_setting=True), _Cutter(words, desk), said)
    if found is None:
        return (line,)
    _say(found, desk)
    *others, last = found.lines
    return (*others, replace(last, _children=line.children))


def _say(found: _Parted, desk: Desk) -> None:
    why = wrong.syntax.SETTINGS_WITHOUT_COMMAS if found.has_comma else wrong.syntax.SETTINGS_APART
    habit = partial(wrong.syntax.HabitFromElsewhere, span=found.place, why=found.why + why, is_read=True)
    first, *rest = (habit(paste=way) for way in found.ways)
    desk.say(replace(first, instead=tuple(rest)))


def tell_options(line: Line, verb: Verb, desk: Desk, joined: str) -> None:
    """Tell of a note of a stage, or of one of its lines, that reads like options of a command: `--count 3 --seed 2`."""
    if desk.outer is not None or desk.page is not None:
        return  # it is told where the recipe is read for itself
    options = [each.strip() for each in OPTION.split(line.note)[1:]]
    said = [re.sub(r"^([\w-]+)\s*[=:]\s*", r"\1 ", each) for each in options]
    words = {**verb.settings, **verb.steps}
    if not said or any(spelt(each.split(" ")[0]) not in words or not is_read(each) for each in said):
        return
    end = line.pieces[-1]
    shown = desk.text[end.line - 1].rfind(line.note)
    place = Span(end.line, shown + 1, shown + 1 + len(line.note))
    paste = joined.join([line.text, *map(spell, said)])
    desk.say(wrong.syntax.OptionsInANote(span=place, paste=paste, owner=verb.name))


def _is_broken(line: Line) -> bool:
    """Whether a line does not follow the grammar, and is not read as what it is meant as."""
    return bool(line.repairs) and line.repairs[0].action != "rewrite"


def _parted(line: Line, first: _Run, cutter: _Cutter, said: Sequence[Token]) -> _Parted | None:
    """A line in parts; None where it has no further settings, or does not come apart into lines that can be read."""
    runs = [*cutter.runs(first, said)]
    settings = [run for run in runs if run.is_setting and run is not first]
    if not any(run.setting for run in settings):
        return None
    text = _without(line.text, ((mark.start_pos, mark.end_pos) for run in runs for mark in run.marks))
    alone = _without(text, ((run.start, run.end) for run in settings))
    texts = [text[run.start : run.end] for run in settings]
    read = read_line(alone)  # blanks stand for what was taken out, so that its places are those of the line
    heads = (alone,) if not read.repairs else read.habit.meant if read.habit is not None else ()
    if not heads or read.sentence.form == "broken" or not all(map(is_read, texts)):
        return None
    is_swept = said[0].type == "EACH"
    beneath = []
    for run, each in zip(settings, texts, strict=True):
        form, head, values, clauses, _ = understand(each)
        part = line.part(run.start, run.end, deeper=not first.is_setting)
        beneath.append(replace(part, form=form, head=head, values=values, clauses=clauses, text=each))
    pasted = [spell(_in_our_words(part, cutter.ours(part))) for part in beneath]
    for number, run in enumerate(settings):
        if is_swept and run.tokens[0].type != "EACH" and any(token.type in ("COMMA", "TO") for token in run.tokens):
            beneath[number] = replace(beneath[number], form="each")
            pasted[number] = f"each {pasted[number]}"
    stage = replace(line, values=read.sentence.values, clauses=read.sentence.clauses, _children=())
    begins = settings[0].start if read.habit is None else min(read.habit.start, settings[0].start)
    place = line.span(begins, settings[-1].end)
    joined = "\n" if first.is_setting else "\n  " + " " * (line.pieces[0].column - 1)  # as far in as it stands
    ways = tuple(joined.join([" ".join(head.split()), *pasted]) for head in heads if "\n" not in head)
    has_comma = any(mark.type == "COMMA" for run in runs if run not in settings for mark in run.marks)
    why = f"{read.habit.why} " if read.habit is not None else ""
    return _Parted((stage, *beneath), place, ways, has_comma, why) if ways else None


def _in_our_words(line: Line, setting: Setting | None) -> str:
    """What a line says, with our word for its setting, and the unit that it takes, where it is another tool's."""
    if setting is None or line.head is None:
        return line.text
    end, unit = unit_for(line, setting)
    text = line.text
    return f"{text[: line.head.start]}{setting.name}{text[line.head.end : end]}{unit}{text[end:]}"


def _without(text: str, places: Iterable[tuple[int, int]]) -> str:
    """A text with blanks in some places, so that the others stay where they are."""
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


@dataclass(slots=True)
class _Run:
    """Tokens that follow each other: of the stage itself, or of one setting."""

    tokens: list[Token]
    marks: list[Token]  # that no line of gen's has: between settings, or after their words
    setting: Setting | None = None  # the one that it says, or nearly says
    is_setting: bool = False

    @property
    def start(self) -> int:
        return self.tokens[0].start_pos

    @property
    def end(self) -> int:
        return self.tokens[-1].end_pos


class _Cutter:
    """Cuts a stage's line before each word that is one of its settings, or can only be meant as one."""

    def __init__(self, words: Mapping[str, Setting], desk: Desk, verb: Verb | None = None) -> None:
        self._words, self._desk, self._verb = words, desk, verb

    def runs(self, first: _Run, said: Sequence[Token]) -> Iterator[_Run]:
        """The runs of a line, of which the first has begun."""
        run, lead = first, len(first.tokens)
        joined: set[str] = set()
        for number, token in enumerate(said[lead:], lead):
            before = said[number - 1]
            after = said[number + 1] if number + 1 < len(said) else None
            begins_material = self._joins(token, run, joined)
            if token.type in MATERIAL and (begins_material or not run.is_setting):
                joined.add(str(token))
            if begins_material:
                fresh = _Run([token], [])
            elif self._begins(token, before, after, run):
                word = after if token.type == "EACH" and after is not None else token
                fresh = _Run([token], [], self._meant(word), is_setting=True)
            elif run.is_setting and before is run.tokens[0] and (token.type == "EQUAL" or token in ASSIGNS):
                run.marks.append(token)
                continue
            else:
                run.tokens.append(token)
                continue
            yield _trimmed(run)
            run = fresh
        yield _trimmed(run)

    def _joins(self, token: Token, run: _Run, joined: Iterable[str]) -> bool:
        """Whether a token begins what the stage is made of, after a setting: `sample y count 3 with m`."""
        takes = MATERIAL.get(token.type)
        if takes is None or self._verb is None or not run.is_setting or token in joined:
            return False
        clauses = {slot.clause for slot in run.setting.slots} if run.setting is not None else set()
        return bool(getattr(self._verb, takes)) and str(token) not in clauses and (len(run.tokens) > 1 or _is_flag(run))

    def _begins(self, token: Token, before: Token, after: Token | None, run: _Run) -> bool:
        """Whether a token is the first word of a setting."""
        if token.type == "EACH":
            return after is not None and spelt(after) in self._words
        if run.is_setting and run.tokens[-1].type == "EACH":
            return False
        if token.type != "NAME" or before.type in WAITS - BETWEEN or before in ASSIGNS:
            return False
        is_said = after is not None and (after.type in SURELY_A_VALUE or after in ASSIGNS)
        is_next = is_said and spelt(token) in self._words and [each.type for each in run.tokens[-2:-1]] != ["EVERY"]
        if before.type == "NUMBER" and _is_unit(token) and not is_next:
            return False  # `every 400 steps`; in `batch 4 steps 20` it is the next setting
        if token == before and not (_is_unit(before) and run.tokens[-2:-1] and run.tokens[-2].type == "NUMBER"):
            return False  # in `every 400 steps steps 1600` it is no slip
        if run.is_setting and len(run.tokens) == 1 and not _is_flag(run):
            return False  # what the setting before is to be
        if before.type == "WITH" and not (after is not None and after.type in SURELY_A_VALUE):
            return False
        setting = self._words.get(spelt(token))
        if setting is not None:
            return _takes_nothing(setting) or (after is not None and (after.type in BEGINS_A_VALUE or after in ASSIGNS))
        if before.type == "COMMA":
            return False
        return self._is_of_another(token) or (is_said and self._meant(token) is not None)

    def _meant(self, token: Token) -> Setting | None:
        """The setting that a word is, is in other tools, or is a slip of the hand away from."""
        ours = spelt(token) if spelt(token) in self._words else elsewhere.setting(token, self._words)
        nearest = ours or self._desk.nearest(token, self._words, SURE)
        return None if nearest is None else self._words[nearest]

    def ours(self, line: Line) -> Setting | None:
        """The setting that a line says by a word of another tool; None where it is no such word."""
        word = line.head.text if line.head is not None else ""
        name = None if spelt(word) in self._words else elsewhere.setting(word, self._words)
        return None if name is None else self._words[name]

    def _is_of_another(self, token: Token) -> bool:
        """Whether a word is a setting of another verb only, which is told once it stands by itself."""
        return any(spelt(token) in verb.settings for verb in self._desk.vocabulary.verbs.values())


def _is_unit(word: str) -> bool:
    return word in UNITS or word in THEIR_UNITS


def _is_flag(run: _Run) -> bool:
    return run.setting is not None and _takes_nothing(run.setting)


def _takes_nothing(setting: Setting) -> bool:
    """Whether a setting may be said without a value."""
    return not any(slot.required and not isinstance(slot.type, Flag) for slot in setting.slots)


def _trimmed(run: _Run) -> _Run:
    """Without the marks at its end that stood between it and what follows."""
    while len(run.tokens) > 1 and _is_between(run.tokens):
        run.marks.append(run.tokens.pop())
    return run


def _is_between(said: Sequence[Token]) -> bool:
    kinds = [token.type for token in said]
    closes = kinds[-1] == "RIGHT" and kinds.count("RIGHT") > kinds.count("LEFT")
    return closes or kinds[-1] in BETWEEN or (kinds[-1] == "STRAY" and said[-1] in BRACKETS)
