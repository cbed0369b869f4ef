"""Habits: a line that is written as it would be elsewhere comes in, the lines that it may be meant as go out.

Python, Processing, YAML, Markdown, spreadsheets and plain speech each have their way to say what a line says. A line
that does not follow the grammar is held against these; where what comes of it does, it is read as that, and told of
once. Repair, which knows only tokens, comes after.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from intaglio.lang.diagnostics.syntax import SETTINGS_APART, SETTINGS_WITHOUT_COMMAS
from intaglio.lang.elsewhere import JOINED, NUMERALS, QUALITIES, SIGNS, numeral
from intaglio.lang.grammar import is_read
from intaglio.lang.lists import VALUE

NAMING = frozenset({"group", "recipe", "use"})  # words that names follow, beside verbs
MOST_RAISED = 1_000_000_000  # a power that comes to more is no number of a score's
LONGEST = 300  # characters of a line that is looked at for habits; what takes long is told by repair


class Habit(NamedTuple):
    """A line as it was written elsewhere: the place of it that tells so, why, and how gen would say it."""

    start: int
    end: int
    why: str
    meant: tuple[str, ...]  # the likeliest first; a line break within stands for one in the script


def recognise(text: str) -> Habit | None:
    """The habit that a line shows, if what comes of it can be read."""
    if len(text) > LONGEST or _SENTENCE.search(text):
        return None
    for pattern, rewritten, why in _HABITS:
        found = pattern.search(text)
        if found is None:
            continue
        meant = tuple(line for line in dict.fromkeys(rewritten(found)) if line != text and _is_meant(line))
        if meant:
            start, end = found.span("at" if "at" in pattern.groupindex else 0)
            return Habit(start, max(end, start + 1), why, meant)
    return None


def _is_meant(text: str) -> bool:
    """Whether a line follows the grammar, and each of several lines. A note says nothing, and does."""
    return text.startswith("--") or all(map(is_read, text.split("\n")))


_ATTRIBUTE = re.compile(r"([^\W\d][\w-]*)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_BRACED = re.compile(r"\{([^{}]*)\}")

Rewriting = Callable[["re.Match[str]"], Iterator[str]]

# A sentence is a note without its dashes, and what wears quotation marks is read by its setting.
_SENTENCE = re.compile(r"^[A-Z].*\s\S+.*[.!?…]$")
_WORDED = r"(?!(?:after|artist|caption|consent|credit|edition|licence|prompt|statement|title|trigger|work)\b)"
_NAME = r"[^\W\d][\w-]*"
_UNIT = r"(?:px|pixels?|pix|%|percent|mm|cm|fps|epochs|steps|s|secs?|seconds?|ms|min|minutes?|h|hours?)"
_ESCAPE = r"&(?:quot|apos|amp|lt|gt|nbsp|#\d{1,6});"
_FIGURE = r"\d{1,6}(?:\.\d{1,6})?"
_NUMERAL = "|".join(sorted(NUMERALS, key=len, reverse=True))
_LARGE = r"(?:From|FROM|With|WITH|Each|EACH|Let|LET|Takes|TAKES)\s"  # how a line may begin
_RANGED = re.compile(r"\brange\(\s*(?:(\d+)\s*,\s*)?(\d+)\s*(?:,\s*(\d+)\s*)?\)")
_LISTED = re.compile(r"[\[({]([^\[\](){}]*)[\])}]")
_ITEM = re.compile(rf"(?<=[-*•]\s)\s*({VALUE})(?=\s+[-*•]\s|$)")
_OUTSIDE = r"(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"  # of quotation marks
_THIRD = r"(?:all|early|middle|late)"
_LAYER = r"(?:all|early|middle|late|(?:layer|inward)-\d+)"


def _put(*templates: str) -> Rewriting:
    """What stands in the place of the match, with its groups; the rest of the line stays."""

    def rewritten(found: re.Match[str]) -> Iterator[str]:
        for template in templates:
            yield found.string[: found.start()] + found.expand(template) + found.string[found.end() :]

    return rewritten


def _made(say: Callable[[re.Match[str]], str]) -> Rewriting:
    """The same for every such place in the line, where what stands there has to be worked out."""

    def rewritten(found: re.Match[str]) -> Iterator[str]:
        yield found.re.sub(say, found.string)

    return rewritten


def _listed(found: re.Match[str]) -> Iterator[str]:
    """`- resize 32 px`, a line of a list; `> resize 32 px` and `4    resize 32 px` have their own margin behind it."""
    yield found["said"]
    yield f"  {found['said']}"
    yield f"-- {found['said']}"


def _itemised(found: re.Match[str]) -> Iterator[str]:
    """`augment:` and, beneath it, `- flip` and `- shift`: the values of one setting."""
    yield f"{found[1]} {', '.join(_ITEM.findall(found[3]))}"


def _noted(found: re.Match[str]) -> Iterator[str]:
    said = found["said"].lstrip("#")
    yield f"-- {said}"


def _called(found: re.Match[str]) -> Iterator[str]:
    """`resize(32, 32)`: two numbers may be a size."""
    said = [each.strip() for each in found[2].split(",")]
    if len(said) == 2 and all(each.isdecimal() for each in said):
        yield f"{found[1]} {said[0]} px by {said[1]} px"
    yield f"{found[1]} {found[2].strip()}"


def _parametrised(found: re.Match[str]) -> Iterator[str]:
    """`recipe soften(pictures)`: what it takes stands beneath, and is probably images; or nobody can tell."""
    names = [each.strip() for each in found[3].split(",")]
    word = "use" if found[1] == "use" else "recipe"
    if word == "recipe" and all(re.fullmatch(_NAME, each) for each in names):
        yield "\n".join([f"recipe {found[2]}", *(f"  takes {each} as images" for each in names)])
    yield f"{word} {found[2]}"


def _borrowed(found: re.Match[str]) -> Iterator[str]:
    yield f"{found[1]} from {found[2].removeprefix('in ').strip()}{found[3]}"


def _called_by_name(found: re.Match[str]) -> Iterator[str]:
    """`train(dreamer, from=fruit, model="gan")`: what is made, and of what; the rest stands beneath."""
    said = [each.strip().replace("'", '"') for each in re.split(rf",{_OUTSIDE}", found[2])]
    keywords = {
        each[1]: _bare(each[2]) for each in (re.fullmatch(rf"({_NAME})\s*=\s*(.+)", each) for each in said) if each
    }
    plain = [_bare(each) for each in said if "=" not in each]
    name = plain.pop(0) if plain else keywords.pop("name", f"my-{found[1]}")
    given = [(word, keywords.pop(word)) for word in ("from", "with") if word in keywords]
    for first in ("from", "with"):
        clauses = " ".join(f"{word} {of}" for word, of in (*((first, of) for of in plain[:1]), *given))
        settings = [f"  {word} {value}" for word, value in keywords.items()]
        yield "\n".join([f"{found[1]} {name} {clauses}".rstrip(), *settings])


def _assigned(found: re.Match[str]) -> Iterator[str]:
    """`dreamer = train(fruit, steps=400)`: what is made, and of what; the rest stands beneath."""
    name, verb = found[1], found[2]
    of, *said = (each.strip().replace("'", '"') for each in re.split(rf",{_OUTSIDE}", found[3]))
    keywords = [re.fullmatch(rf"({_NAME})\s*=\s*(.+)", each) for each in said]
    lines = [f"  {each[1]} {_bare(each[2])}" for each in keywords if each]
    for settings in (lines, []) if lines else ([],):
        yield from ("\n".join([f"{verb} {name} {word} {of}", *settings]) for word in ("from", "with"))


def _bare(value: str) -> str:
    """A word that wears quotation marks only because another language asks for them."""
    word = re.fullmatch(rf'"({_NAME})"', value)
    return word[1] if word else value


def _small(found: re.Match[str]) -> str:
    return found[1].lower()


def _layers(found: re.Match[str]) -> Iterator[str]:
    """`invert at late, early`: two lines."""
    yield "\n".join(found[1] + layer for layer in re.findall(_LAYER, found[2]))


def _numbered_layers(found: re.Match[str]) -> Iterator[str]:
    """`ablate at layer 1`; `at layers 1, 2` and `at layers 1 to 3` are lines of their own."""
    counts = re.sub(r"(\d+)\s+to\s+(\d+)", _all_between, found[4])
    yield "\n".join(f"{found[1]}{found[3]}-{number}" for number in re.findall(r"\d+", counts))


def _all_between(found: re.Match[str]) -> str:
    first, last = int(found[1]), min(int(found[2]), int(found[1]) + 63)
    return ", ".join(map(str, range(first, last + 1)))


def _clock(found: re.Match[str]) -> str:
    minutes, seconds = int(found[1]), int(found[2])
    return f"{minutes * 60 + seconds} s"


def _inches(found: re.Match[str]) -> Iterator[str]:
    yield f"{found.string[:-1]} in"


def _hexadecimal(found: re.Match[str]) -> str:
    return "#" + "".join(f"{min(int(found[each]), 255):02x}" for each in (1, 2, 3))


def _power(found: re.Match[str]) -> str:
    return f"{Decimal(10) ** max(-12, min(int(found[1]), 12)):f}"


def _raised(found: re.Match[str]) -> str:
    """`2**5`, where that is a number that anyone would write out."""
    worth = int(found[1]) ** int(found[2])
    return str(worth) if worth < MOST_RAISED else found[0]


def _marked(found: re.Match[str]) -> Iterator[str]:
    """A path with a space in it, up to what does not belong to it."""
    path = found[0].rstrip()
    yield found.string[: found.start()] + f'"{path}"' + found.string[found.start() + len(path) :]


def _escaped(found: re.Match[str]) -> Iterator[str]:
    inside = found[2].replace('"', '\\"')
    yield f'{found[1]} "{inside}"'


def _defaulted(found: re.Match[str]) -> Iterator[str]:
    """`takes n = 4`: its sort is seen in what it is without being said."""
    value = found[3]
    if value.isdecimal():
        yield (
            f"{found[1]} as 1 to {max(100, 2 * int(value))} = {value}" if int(value) else f"{found[1]} as 0 to 100 = 0"
        )
    elif value.startswith('"'):
        yield f"{found[1]} as text = {value}"
    elif value.startswith("#"):
        yield f"{found[1]} as colour = {value}"


def _ored(found: re.Match[str]) -> Iterator[str]:
    yield found[1] + re.sub(r"\s*,\s*", " or ", found[2]) + (found[3] or "")


def _headed(found: re.Match[str]) -> Iterator[str]:
    """`sample v with dreamer, count 3, seed 4`: the settings beneath, with their values; or each word by itself."""
    said = found["said"]
    whole = re.split(rf",\s*(?={_NAME}\s+[^\s,]){_OUTSIDE}", said)
    apart = re.split(rf",\s*(?={_NAME}\b){_OUTSIDE}", said)
    yield from ("\n  ".join([found[1], *settings]) for settings in (whole, apart))


def _for_all(found: re.Match[str]) -> Iterator[str]:
    """`for all seeds 1 to 4`: a plural may be one setting's."""
    yield f"each {found[2]} {found[3]}"
    yield f"each {found[2].removesuffix('s')} {found[3]}"


def _looped(found: re.Match[str]) -> Iterator[str]:
    """`for i in range(6):` counts for the sake of it, as a seed does."""
    by = f" by {found[5]}" if found[5] else ""
    values = f"{found[3] or 0} to {max(int(found[4]) - 1, 0)}{by}"
    yield from (f"each {name} {values}" for name in (found[2], "seed"))


def _swept(found: re.Match[str]) -> Iterator[str]:
    """`for waist in [2, 8, 64]:`, `each seed in range(1, 6)`: the values, without what holds them elsewhere."""
    said = found["values"].strip()
    listed = _LISTED.fullmatch(said)
    values = listed[1].rstrip(", ") if listed else said
    yield f"each {found['name']} {_RANGED.sub(_counted, values)}"


def _counted(found: re.Match[str]) -> str:
    """`range(1, 10, 2)` ends before its end."""
    by = f" by {found[3]}" if found[3] else ""
    return f"{found[1] or 0} to {max(int(found[2]) - 1, 0)}{by}"


def _spaced(found: re.Match[str]) -> Iterator[str]:
    """`linspace(0, 1, 5)`: so many numbers, both ends among them. Where their step cannot be written, each of them."""
    low, high, count = Decimal(found[2]), Decimal(found[3]), int(found[4])
    if count < 2 or low >= high:
        return
    step = (high - low) / (count - 1)
    before, after = found.string[: found.start()], found.string[found.end() :]
    if step == round(step, 6):
        yield f"{before}{found[2]} to {found[3]} by {step.normalize():f}{after}"
    yield before + ", ".join(f"{round(low + step * number, 4).normalize():f}" for number in range(count)) + after


def _arranged(found: re.Match[str]) -> Iterator[str]:
    """`arange(0, 1, 0.25)`: ends before its end."""
    low, high, step = Decimal(found[2]), Decimal(found[3]), Decimal(found[4] or 1)
    if step <= 0 or low >= high:
        return
    last = low + step * ((high - low - Decimal("1e-9")) // step)
    by = f" by {step.normalize():f}" if found[4] else ""
    yield f"{found.string[: found.start()]}{found[2]} to {last.normalize():f}{by}{found.string[found.end() :]}"


def _unescaped(found: re.Match[str]) -> Iterator[str]:
    from html import unescape  # few scores need it

    yield unescape(found.string).replace("\xa0", " ")


def _tagged(found: re.Match[str]) -> Iterator[str]:
    """`<film src="fruit" speed="4 fps">`: what is made, and of what; the rest stands beneath."""
    verb, said = found[2].lower(), dict(_ATTRIBUTE.findall(found[3]))
    said = {word.lower(): value.strip("\"'") for word, value in said.items()}
    name = next((said.pop(word) for word in ("name", "id") if word in said), f"my-{verb}")
    of = next((said.pop(word) for word in ("src", "from", "source", "href", "data") if word in said), None)
    model = said.pop("with", None)
    given = [f"{word} {value}" for word, value in (("from", of), ("with", model)) if value]
    yield "\n  ".join([" ".join([f"{verb} {name}", *given]), *(f"{word} {value}" for word, value in said.items())])
    if verb not in _verbs():
        yield f"-- {found.string}"


def _commanded(found: re.Match[str]) -> Iterator[str]:
    r"""`\film{slides}{fruit}`: what is made, and of what; `\begin{document}` is nothing that a score says."""
    verb, said, more = found[2], [each.strip() for each in _BRACED.findall(found[3])], found[4] or ""
    if len(said) == 2:
        yield from (f"{verb} {said[0]} {word} {said[1]}{more}" for word in ("from", "with"))
    elif more:
        return
    elif len(said) == 1 and verb not in ("begin", "end"):
        yield from (f"{verb} {said[0]}", f'{verb} "{said[0]}"')
    if verb not in _verbs():
        yield f"-- {found.string}"


def _verbs() -> frozenset[str]:
    from intaglio.lang.tokens import VERBS  # which reads the grammar's layout, and few scores need it

    return VERBS


def _counted_on(found: re.Match[str]) -> Iterator[str]:
    """`1, 2, ..., 4` and `10, 20, …, 60`: numbers that go on in even steps are a range; others are none."""
    numbers = [int(each) for each in re.findall(r"\d+", found[0])]
    steps = {after - before for before, after in pairwise(numbers)} or {1}
    rest = found.string[found.end() :]
    last = re.match(r"\d+", rest)
    if last is None or len(steps) > 1 or min(steps) < 1:
        return
    by = f" by {step}" if (step := min(steps)) > 1 else ""
    yield f"{found.string[: found.start()]}{found[1]} to {last[0]}{by}{rest[last.end() :]}"


def _in_figures(found: re.Match[str]) -> Iterator[str]:
    """`steps two hundred`; what is called by two words is none."""
    figures = numeral(found["at"])
    if figures is not None and found[1] not in _verbs() | NAMING:
        yield f"{found[1]} {figures}{found[3] or ''}"


_SIDES = {
    **dict.fromkeys(("larger", "bigger", "greater", "wider", "more"), "width >="),
    **dict.fromkeys(("taller", "higher"), "height >="),
    **dict.fromkeys(("smaller", "narrower", "less"), "width <"),
    **dict.fromkeys(("lower", "shorter"), "height <"),
}


def _sided(found: re.Match[str]) -> Iterator[str]:
    yield f"{found[1]} {_SIDES[found[2]]} {found.string[found.end() :]}"


def _spoilt(found: re.Match[str]) -> Iterator[str]:
    yield f"drop {QUALITIES[found[1]]}"


_MEASURE = rf"(?i:{'|'.join(SIGNS)})"
_UNSIGNED = rf"{_MEASURE}\s+{_FIGURE}(?:\s*{_UNIT})?(?=\s*(?:$|,\s|\s(?:and|or)\s+(?:not\s+)?{_MEASURE}\b))"
_EACH_UNSIGNED = re.compile(rf"(?<=\s)(not\s+)?(?P<said>{_UNSIGNED})")


def _signed(found: re.Match[str]) -> Iterator[str]:
    """`keep width 400 px`: each measure with the sign that it mostly has there, which `not` turns round."""
    verb = found[1]

    def with_sign(bare: re.Match[str]) -> str:
        measure, worth = bare["said"].split(maxsplit=1)
        is_kept = (verb == "keep") is not bool(bare[1])
        return f"{bare[1] or ''}{measure.lower()} {SIGNS[measure.lower()][0 if is_kept else 1]} {worth}"

    yield re.sub(r"\s*,\s+", f" {JOINED.get(verb, 'and')} ", _EACH_UNSIGNED.sub(with_sign, found.string))


_SIGN = "A condition compares with a sign: `>=`, `<=`, `>` or `<`."
_COMPARED = {
    "at least": ">=",
    "at most": "<=",
    "more than": ">",
    "greater than": ">",
    "larger than": ">",
    "wider than": ">",
    "over": ">",
    "above": ">",
    "less than": "<",
    "smaller than": "<",
    "lower than": "<",
    "under": "<",
    "below": "<",
}


def _compared(found: re.Match[str]) -> str:
    return _COMPARED[found[1]]


_THIRDS = "Which layers a line is about follows `at`: `at early`, `at middle`, `at late`, `at all`."
_LOOP = "gen has no loops. `each` makes one result for every value of a setting: `each seed 1 to 6`."
_AT = "Which layer a line is about follows `at`, and each layer has a line of its own."
_FROM = "A stage's material follows `from`, and the model that it is made with follows `with`."
_EACH = "A sweep is `each`, the setting and its values, separated by commas."
_SIGNS = "A script has each sign as it is read, not as HTML writes it."
_TAGS = "Tags belong to HTML. A line is a word and its values, and what belongs to it is indented beneath it."
_COMMANDS = "A backslash and braces belong to LaTeX. A line is a word and its values."
_LET = "A value gets its name from `let`, at the margin, with an equals sign. A setting goes without."
_CALL = "gen has no calls. A line is a word and its values, without parentheses."
_SIDES_JOINED = "The two sides of a size are joined with `by`."
_RANGE = "A range is written with `to`, and its step with `by`: `1 to 9 by 2`."

_HABITS: tuple[tuple[re.Pattern[str], Rewriting, str], ...] = tuple(
    (re.compile(pattern), rewritten, why)
    for pattern, rewritten, why in (
        # Marks around a line, and before it.
        (r"^(?P<said>(?P<at>```|~~~)\w*)$", _noted, "This mark belongs to Markdown. A script goes without it."),
        (r"^(?P<at>/\*+|<!--+)\s*(?P<said>.*?)\s*(?:\*+/|--+>)$", _noted, "A note begins with two dashes, `--`."),
        (
            rf"^(?P<at>\d+[.):|]?)\s*(?<!\d)(?P<said>{_NAME}.*)$",
            _listed,
            "This line begins with a number that numbers it. A line of a script begins with its word.",
        ),
        (
            rf"^(?P<at>[-*•‣▪·+>](?:\s+[-*•‣▪·+>])*)\s+(?P<said>{_NAME}.*)$",
            _listed,
            "A line begins with its word, and gen needs no mark before it. A note begins with two dashes.",
        ),
        (
            r"^(?P<at>%+|;+|!+|REM|rem)\s+(?P<said>\S.*)$",
            _noted,
            "A note begins with two dashes, `--`.",
        ),
        (
            rf"^((?:each\s+)?{_NAME})\s*(?P<at>:)((?:\s+[-*•]\s+{VALUE})+)$",
            _itemised,
            "A list stands behind its word, on the same line, and its values are separated by commas.",
        ),
        # HTML, LaTeX
        (
            rf"(?P<at>{_ESCAPE}(?:.*{_ESCAPE})?)",
            _unescaped,
            _SIGNS,
        ),
        (
            rf"^(?P<at><({_NAME})((?:\s+{_NAME}\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))+)\s*/?>)(?:\s*</{_NAME}>)?$",
            _tagged,
            _TAGS,
        ),
        (r"^(?P<said>(?P<at></?[A-Za-z][^<>]*>).*)$", _noted, _TAGS),
        (
            rf"^(?P<at>\\({_NAME})\*?(?:\[[^\[\]]*\])?((?:\{{[^{{}}]*\}})+))(\s+(?:from|with)\s.+)?$",
            _commanded,
            _COMMANDS,
        ),
        (rf"^(?P<said>(?P<at>\\{_NAME})(?:[\s*{{\[].*)?)$", _noted, _COMMANDS),
        (rf"(?<=\s)(?P<at>\\{_NAME}\{{([^{{}}]*)\}})", _put(r"\2"), _COMMANDS),
        (
            r"(?P<at>[「『《〈‹])([^「」『』《》〈〉‹›\"]*)[」』》〉›]",
            _put(r'"\2"'),
            "A text wears quotation marks, straight or curly.",
        ),
        (
            rf"^(?P<at>please|now|then|do|make|create|build|let there be)\s+(?:an?\s+|the\s+)?"
            rf"({_NAME}\s+{_NAME}\s+(?:from|with)\s.+)$",
            _put(r"\2"),
            "A line begins with its verb.",
        ),
        (rf"^(?P<at>an?|the)\s+({_NAME}\s+{_NAME}\s+(?:from|with)\s.+)$", _put(r"\2"), "A line begins with its verb."),
        # Python, Processing
        (
            r"^(?P<said>(?P<at>import|#include|require|using)\b.*)$",
            _noted,
            "gen has no libraries to import. A recipe is borrowed with `use`.",
        ),
        (r"^from\s+(\S+)\s+import\s+([\w-]+)$", _put(r"use \2 from \1 at v1"), "A recipe is borrowed with `use`."),
        (
            rf"^({_NAME})\s*=\s*({_NAME})(?:\s*\(|\s+)([^()]*[^()\s;])\)?;?$",
            _assigned,
            "A stage is its verb, then the name of what it makes, then `from` and its material.",
        ),
        (
            rf"^(let\s+{_NAME})\s+(?P<at>{_NAME})\s*=\s*(?=[^=\s])",
            _put(r"\1-\2 = "),
            "Names of two words are joined with a hyphen, so that they stay one name.",
        ),
        (rf"^({_NAME})\s*(?P<at>:=)\s*([^=:\s].*?);?$", _put(r"let \1 = \3", r"\1 \3"), _LET),
        (
            rf"^(?P<at>const|var|val|final|int|float|define|set)\s+({_NAME})\s*:?=\s*([^=\s].*?);?$",
            _put(r"let \2 = \3"),
            _LET,
        ),
        (
            rf"^({_NAME})\s*(?P<at>=)\s*({_NAME})\s+((?:from|with)\s+\S.*)$",
            _put(r"\3 \1 \4"),
            "A stage is its verb, then the name of what it makes, then `from` and its material.",
        ),
        (
            rf"^(use\s+{_NAME}),?\s+(?P<at>(?:in\s+)?[^\s,\"]*/[^\s,\"]*)((?:\s+at\s+\S+)?)$",
            _borrowed,
            "Where a recipe is borrowed from follows `from`.",
        ),
        (
            rf"^(recipe|use|def|function|func|fn|macro)\s+({_NAME})\s*\((.*)\)\s*[:{{]?$",
            _parametrised,
            "What a recipe takes stands beneath it, a line each.",
        ),
        (
            rf"^({_NAME})\.({_NAME})\(.*\);?$",
            _put(r"\2 my-\2 with \1", r"\2 my-\2 from \1"),
            "gen has no calls. A stage is its verb, its name, and what it is made from or with.",
        ),
        (rf"^({_NAME})\s*\(\s*({_NAME}\b[^()]*=[^()]*)\)\s*[;:]?$", _called_by_name, _CALL),
        (rf"^({_NAME})\s*\(([^()]*)\);?$", _called, _CALL),
        (rf"^({_NAME})\s*\[\s*(\d+\s*,\s*\d+)\s*\]$", _called, "The two sides of a size are joined with `by`."),
        (
            r"(?<!\w)(?P<at>[fFrRbBuU]{1,2})(?=\")",
            _put(""),
            "A text is its quotation marks and what stands between them.",
        ),
        (
            rf"^(?P<at>for)\s+(?:each\s+)?({_NAME}|_)\s+in\s+range\(\s*(?:(\d+)\s*,\s*)?(\d+)\s*(?:,\s*(\d+)\s*)?\)\s*:?$",
            _looped,
            _LOOP,
        ),
        (rf"^(?P<at>for)\s+each\s+({_NAME}\s+[^\s,].*?):?$", _put(r"each \2"), _EACH),
        (rf"^(?P<at>for)\s+(?:all|any|every)\s+({_NAME})\s+(?:(?:in|=|from)\s+)?(.+?):?$", _for_all, _EACH),
        (rf"^(?P<at>for)\s+(?:each\s+)?(?P<name>{_NAME})\s+(?:in|=|from)\s+(?P<values>.+?):?$", _swept, _EACH),
        (rf"^each\s+(?P<name>{_NAME})\s+(?P<at>in|of)\s+(?P<values>.+?):?$", _swept, _EACH),
        (rf"^(?P<at>every)\s+({_NAME})\s+(.+)$", _put(r"each \2 \3"), _EACH),
        (r"^(each\s.+?)[,;]?\s+(?P<at>each\s.+)$", _put("\\1\n\\2"), "Each sweep has a line of its own."),
        (r"\brgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)[^)]*\)", _made(_hexadecimal), "A colour is written `#rrggbb`."),
        (
            r"(?<![\w.])(\d{1,4})\s?(?:\^|\*\*)\s?(\d{1,2})(?!\d|\.\d)",
            _made(_raised),
            "gen has no powers. The number is written out.",
        ),
        (r"\b10\s?(?:\^|\*\*)\s?(-?\d+)\b", _made(_power), "gen has no powers. A small number is written out."),
        (
            rf"^({_NAME}\s+\d[^,]*)(?P<at>,)\s+(?=every\s)",
            _put(r"\1 "),
            "How often follows `every`, without a comma before it.",
        ),
        # Recipes
        (
            rf"^(?:take|takes|input|inputs|accepts|param)\s+({_NAME})\s*(?:\bas\b|:)\s*(.+)$",
            _put(r"takes \1 as \2"),
            "What a recipe takes is said with `takes`, its name, `as` and its sort.",
        ),
        (
            rf"^(takes\s+{_NAME})\s*(?P<at>=)\s*(\S.*)$",
            _defaulted,
            "What a recipe takes is said with `takes`, its name, `as` and its sort. A value to begin with comes last.",
        ),
        (
            rf"^(takes\s+{_NAME}\s+as\s+)([^=]*,[^=]*)(=.*)?$",
            _ored,
            "Words to choose from are joined with `or`.",
        ),
        # Joining words
        (
            rf"(?:(?<=\s)|^(?={_LARGE}))"
            r"(From|FROM|With|WITH|At|AT|Every|EVERY|And|AND|Or|OR|Not|NOT|Is|IS|To|TO|(?<=[\d%xsm]\s)(?:By|BY)|As|AS"
            r"|Each|EACH|Let|LET|Takes|TAKES)(?=\s(?:[^\"]*\"[^\"]*\")*[^\"]*$)",
            _made(_small),
            "gen writes its words in small letters.",
        ),
        (
            rf"^{_WORDED}({_NAME}\s+{_NAME}),?\s+"
            r"(?P<at>of|on|out of|from|form|fro|frm|in|von|aus|de|des|du|da)\s+(?=\S)",
            _put(r"\1 from ", r"\1 with "),
            _FROM,
        ),
        (
            rf"^{_WORDED}({_NAME}\s+{_NAME}),?\s+(?P<at>using|via|with|wiht|whit|through|mit|avec|con|com)\s+(?=\S)",
            _put(r"\1 with ", r"\1 from "),
            _FROM,
        ),
        (
            rf"^({_NAME})\s*(?P<at>\|>?|->|=>|>|→|➜|⇒)\s*({_NAME}\s+{_NAME})$",
            _put(r"\3 from \1", r"\3 with \1"),
            _FROM,
        ),
        (
            rf"^({_NAME})\s+(from\s+{_NAME})\s+(?:as\s+|called\s+|named\s+|into\s+)?(?P<at>{_NAME})$",
            _put(r"\1 \3 \2"),
            "After its verb stands the name of what it makes, and then what that is made from.",
        ),
        (rf"^({_NAME}(?:\s[^,]*)?)\s+(?P<at>on|in|to|for)\s+(?={_LAYER}$)", _put(r"\1 at "), _AT),
        (rf"^({_NAME}(?:\s.*)?\sat\s+)({_LAYER}(?:(?:\s*[,&+]|\s+and)\s*{_LAYER})+)$", _layers, _AT),
        (rf"^({_NAME}(?:\s[^,]*)?)(?P<at>,(?:\s*at)?)\s+(?={_LAYER}$)", _put(r"\1 at "), _AT),
        (
            rf"^({_NAME})\s+(?P<at>(?:(?:at|on|in)\s+)?({_LAYER}))(?:,\s*|\s+)([-\d.][^,]*)$",
            _put(r"\1 \4 at \3"),
            "How much stands right after its word, and which layers come last, after `at`.",
        ),
        (rf"^(.*\sat\s+)(?:the\s+)?({_THIRD})\s+(?P<at>layers?|ones?)$", _put(r"\1\2"), _THIRDS),
        (
            rf"^({_NAME}(?:\s[^,]*?)?)\s+(?:on\s+|in\s+)?(?:the\s+)?({_THIRD})\s+(?P<at>layers?)$",
            _put(r"\1 at \2"),
            _THIRDS,
        ),
        (
            r"^(.*\sat\s+)(?P<at>(layer|inward)s?\s+(\d+(?:(?:\s*[,&+]|\s+and|\s+to)\s*\d+)*))$",
            _numbered_layers,
            "A layer is one word, with a hyphen: `layer-1`. Each has a line of its own.",
        ),
        (
            rf"^({_NAME}\s+{_NAME})\s*(?P<at><-|<=|<|←|=)\s*(?={_NAME})",
            _put(r"\1 from ", r"\1 with "),
            _FROM,
        ),
        (
            rf"^({_NAME}\s+{_NAME}\s+from\s+[^\s,]+(?:,\s*[^\s,]+)*)\s+(?P<at>using|via|on|through|by)\s+(?={_NAME}$)",
            _put(r"\1 with "),
            _FROM,
        ),
        (
            rf"^({_NAME}\s+{_NAME}(?:\s+(?:from|with)\s+[^\s,\"]+(?:,\s*[^\s,\"]+)*?)+)"
            rf"\s*(?P<at>,)\s*(?!from\b|with\b)(?P<said>{_NAME}\s+[^\s,].*)$",
            _headed,
            SETTINGS_WITHOUT_COMMAS,
        ),
        (
            rf"^({_NAME}\s+{_NAME}(?:\s+(?:from|with)\s+[^\s,]+(?:,\s*[^\s,]+)*)+)\s+(?P<at>at)\s+({_NAME}\s+[\d.].*)$",
            _put("\\1\n  \\3"),
            SETTINGS_APART,
        ),
        (
            rf"^({_NAME}\s[^,;]*[\d\"%][^,;\s]*(?:\s[a-z]+)?),\s+(?P<at>{_NAME}\s+\S.*)$",
            _put("\\1\n\\2"),
            SETTINGS_APART,
        ),
        (rf"^([^;]+);\s*(?P<at>{_NAME}\s.+?);?$", _put("\\1\n\\2"), SETTINGS_APART),
        # Numbers, times, ranges
        (
            rf"^{_WORDED}({_NAME}|let\s+{_NAME}\s*=)\s+"
            rf"(?P<at>(?:{_NUMERAL})(?:[\s-]+(?:and\s+)?(?:{_NUMERAL}))+)(\s+(?:{_UNIT}|images|frames))?$",
            _in_figures,
            "Numbers are written in figures.",
        ),
        (
            rf"^({_NAME})\s+({_NAME})\s+(?P<at>{_UNIT})\s+by\s+({_NAME})\s+{_UNIT}$",
            _put(r"\1 \2 by \4"),
            "A unit stands after a number. What a `let` names has its unit there: `let side = 32 px`.",
        ),
        (
            rf"^({_NAME}\s+{_NAME})\s+(?P<at>{_UNIT})$",
            _put(r"\1"),
            "A unit stands after a number. What a `let` names has its unit there: `let side = 32 px`.",
        ),
        (r"\b(\d+):([0-5]\d)(?![:\d])", _made(_clock), "A time is a number and its unit: `90 s`, or `1.5 min`."),
        (
            r"(?P<at>\bframes?\s*(?:/|per)\s*s(?:ec(?:ond)?)?|(?:(?<=\d)|(?<=\d ))[fк]/[sс])\b",
            _put("fps"),
            "Frames a second are written `fps`.",
        ),
        (
            r"^(balance|batch|count|epochs|latent|steps?|take|warm-up)\s+"
            r"(?P<at>(\d{1,3})[ '’\u00a0\u202f](?!\3\b)(\d{3})(?:[ '’\u00a0\u202f](\d{3}))?)(?![\w.])",
            _put(r"\1 \3\4\5"),
            "A large number is written in one piece: `20000`, or `20_000`.",
        ),
        (r"^year\s+.*?\b(\d{4})\b.*$", _put(r"year \1"), "A year is one whole number."),
        (
            r"(?<![\w.])(\d+)(?:\s*,\s*\d+)*\s*,\s*(?P<at>\.\.\.?|…)\s*,\s*(?=\d)",
            _counted_on,
            _RANGE,
        ),
        (r"(?<=\d)\s*(?:\.\.\.?|…|[–—]|[-=]>|→)\s*(?=\d)", _put(" to "), _RANGE),
        (r"(?<=\d)\s+(?P<at>through|thru|until|till|up to)\s+(?=\d)", _put(" to "), _RANGE),
        (
            rf"\b(?P<at>(?:np\.|numpy\.|torch\.)?linspace)\(\s*({_FIGURE})\s*,\s*({_FIGURE})\s*,\s*(?:(?:num|steps)\s*=\s*)?(\d{{1,2}})\s*\)",
            _spaced,
            _RANGE,
        ),
        (
            rf"\b(?P<at>(?:np\.|numpy\.|torch\.)?arange)\(\s*({_FIGURE})\s*,\s*({_FIGURE})\s*(?:,\s*({_FIGURE})\s*)?\)",
            _arranged,
            _RANGE,
        ),
        (_RANGED.pattern, _made(_counted), _RANGE),
        (r"(?<=%)\s+(?P<at>of\s+[\w\s-]+)$", _put(""), "A share says how much, and its line says of what."),
        (r"^(?:layout\s+)?(?P<at>side\s+by\s+side)$", _put("layout beside"), "gen's word for it is `beside`."),
        (r"(?<=\d)(?P<at>\+)$", _put(""), "A number stands by itself."),
        (
            r"(\bto\s+[\d.]+(?:\s*(?!step)[a-z%]+)?)\s+(?P<at>(?:in\s+)?steps?(?:\s+of)?)\s+(?=[\d.])",
            _put(r"\1 by "),
            _RANGE,
        ),
        (r"(?<=px)\s*[x×*]\s*(?=\d)", _put(" by "), _SIDES_JOINED),
        (r"\b(\d+)\s*(?P<at>[xX])\s*(\d+)(?:\s*px)?$", _put(r"\1 px by \3 px"), _SIDES_JOINED),
        (
            rf"^({_NAME}\s+{_NAME}),?\s+(\d+),?\s+(?P<at>(?:out\s+)?of)\s+(\d+)$",
            _put(r"\1, \2, \4"),
            "Several values on one line are separated by commas: which one, and then of how many.",
        ),
        (
            r"^(?P<at>every)\s+(\d+)(?:st|nd|rd|th)\s+(frame|image)s?$",
            _put(r"keep every \2 \3s"),
            "Of every so many images one stays with `keep every`, which takes a plain number: `keep every 5 frames`.",
        ),
        (r"\bevery\s+(\d+)(?P<at>st|nd|rd|th)\b", _put(r"every \1"), "`every` takes a plain number: `every 5 frames`."),
        (r"^[^\"]*\d(?P<at>\")$", _inches, "gen does not measure in inches. Paper is measured in `mm`."),
        # Conditions
        (
            rf"^((?:keep|drop)\s+(?:not\s+)?{_NAME})\s*(?P<at>=)\s*(?=[\w\"#])",
            _put(r"\1 is "),
            "For `=` gen writes `is` in a condition.",
        ),
        (
            rf"^(keep|drop)\s+(?P<at>(?:only|just|all)(?:\s+(?:the|those|images?|pictures|photos|with|where|whose|that))*"
            rf"|(?:where|with|whose|if))\s+(?={_NAME}\s*(?:[<>=!]|is\b))",
            _put(r"\1 "),
            "A condition follows its word: `keep width >= 400 px`.",
        ),
        (
            rf"^(keep|drop)\s+(?:images?\s+|pictures\s+|what\s+is\s+|those\s+)?({'|'.join(_SIDES)})\s+than\s+(?=\d)",
            _sided,
            "A condition says what it measures: `width >= 400 px`.",
        ),
        (
            rf"^(?:drop|remove|delete|exclude|filter)\s+(?:out\s+|all\s+|the\s+)*({'|'.join(QUALITIES)})\s+{_NAME}$",
            _spoilt,
            "What is dropped is said by a measure of it, and how much of that is too much.",
        ),
        (
            rf"(?<=\s)({'|'.join(_COMPARED)})(?=\s+[\d.])",
            _made(_compared),
            _SIGN,
        ),
        (rf"^(keep|drop)(?=\s)[^\"]*?\s(?P<at>{_UNSIGNED})", _signed, _SIGN),
        (
            rf"^(keep|drop)\s+({_NAME})\s*([<>]=?.+?)\s+(and|or)\s+(?=[<>])",
            _put(r"\1 \2 \3 \4 \2 "),
            "Each half of a condition says what it measures.",
        ),
        (
            r"^((?:keep|drop)\s.*[\w%])\s+(?P<at>&)\s+(?=\w)",
            _put(r"\1 and "),
            "gen has no `&`. Conditions are joined by `and`.",
        ),
        (
            r"(?<=[\w%])\s+(?P<at>&)\s+(?=\w)",
            _put(", "),
            "gen has no `&`. Several values on one line are separated by commas.",
        ),
        # Texts and paths
        (
            r"^(save|sound|pick)\s+(?P<at>in|into|on|under|inside)\s+(?=\S*/|\")",
            _put(r"\1 "),
            "A path follows its word.",
        ),
        (
            r"^([^\W\d][\w-]*)\s+\"(.*\".*)\"$",
            _escaped,
            'Inside a text, a quotation mark has a backslash before it: `\\"`.',
        ),
        (r"(?<=\s)\*\.(?=\w)", _put("./*."), "A path begins with its folder; the one beside the script is `./`."),
        (
            r"(?<![^\s,])(?:~|\.{1,2}|[A-Za-z]:|[\w.-]+)?/[^\s,;\"]*[^\s,;\"/]"
            r"(?:\s+(?!(?:from|with|at|every)\s|--|[.~/\d])[^\s,;\"]+)+",
            _marked,
            "A path with a space in it wears quotation marks.",
        ),
        (
            rf"^([^\",]+\s(?:from|with)\s[^\"]+?)(?P<at>,)\s+(?!from\b|with\b)({_NAME}\s+[^\s,].*)$",
            _put("\\1\n  \\3"),
            "A line that ends in a comma goes on in the next. Without the comma it ends.",
        ),
        (r"\s*,?\s+(?P<at>and|or|then)$", _put(""), "A line ends where it ends. Nothing joins it to the next."),
        (r"^(?P<at>by)\s+(?=\")", _put("artist "), "Whose work it is, says `artist`."),
        (r"(?<=[^\W\d_])\.$", _put(""), "A line ends where it ends. gen needs no full stop."),
    )
)
