"""The checker: what a script comes to, whatever it says."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from intaglio.lang import elsewhere, ir
from intaglio.lang.checker import draft, lines, steps
from intaglio.lang.checker import settings as settled
from intaglio.lang.checker.bound import Bound
from intaglio.lang.checker.census import OWN_VERBS
from intaglio.lang.checker.definitions import GIVES
from intaglio.lang.checker.settings import Said, sweeps_of
from intaglio.lang.diagnostic import Level
from intaglio.lang.diagnostics import CATALOGUE
from intaglio.lang.explanation import explanation
from intaglio.lang.nearest import distance, nearest
from intaglio.lang.parser import parse
from intaglio.lang.script import Script, glance, read
from intaglio.lang.vocabulary import UNITS, Vocabulary
from intaglio.lang.world import Nowhere
from tests.lang.pages import STANDARD
from tests.lang.test_repair import slip

HERE = Path(__file__).resolve().parent.parent
WORKS = sorted((HERE / "works").glob("*.gen"))
BROKEN = HERE / "broken.gen"


class Disk(Nowhere):
    """The world of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def exists(self, path: str) -> bool:
        return (self.folder / path).exists()

    def listing(self, path: str) -> tuple[str, ...]:
        place = self.folder / path
        entries = sorted(place.iterdir()) if place.is_dir() else []
        return tuple(e.name + "/" * e.is_dir() for e in entries if not e.name.startswith("."))


def codes(script: Script) -> list[str]:
    return [diagnostic.code for diagnostic in script.diagnostics]


def program(text: str, words: Vocabulary) -> ir.Program:
    script = read("gen 1\n" + text, words, Nowhere())
    assert script.program is not None, [d.message() for d in script.diagnostics]
    return script.program


def stage(text: str, words: Vocabulary) -> ir.Stage:
    """The last stage of a text."""
    return program(text, words).stages[-1]


# The scores that are the target ------------------------------------------------------------------------------------


# What asks for what arrives later; and a diffusion that learns groups apart, which none does yet.
LATER = {"cabinet": ["G110", "G328"], "film": [], "passersby": ["G110"], "table": []}


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.stem)
def test_the_four_works_check_clean_but_for_a_remark_on_what_arrives_later(work: Path, words: Vocabulary) -> None:
    script = read(work.read_text("utf-8"), words, Nowhere(), STANDARD)

    assert LATER[work.stem] == codes(script)
    assert script.program is not None


BREAKS = {
    6: "G201",
    9: "G401",
    10: "G001",
    11: "G003",
    16: "G101",
    19: "G205",
    20: "G005",
    21: "G106",
    22: "G004",
    23: "G102",
    25: "G105",
    27: "G302",
    28: "G204",
    29: "G207",
    30: "G206",
    32: "G103",
    33: "G202",
    36: "G104",
    39: "G301",
    40: "G203",
    41: "G208",
    42: "G007",
    44: "G304",
    48: "G303",
    49: "G006",
    50: "G008",
}


AGAIN = """
recipe twice
  takes gan as 1 to 9 = 3
  takes many as 1 to 99 = 2

  train inner from ./photos/
    model gan
    epochs many

let many = 4

train one from ./photos/
  model gan
  epochs many
  each seed 1, 2

train other from ./photos/
  model gan
  epochs many
  each seed 1, 2

group apart
  let gan = 3

  train third from ./photos/
    model gan

twice fourth
"""
AXES = """
recipe plain
  gives sheet

  dataset d from ./photos/
    resize 64 px

  sample drawn with nobody

  print sheet from drawn
    columns manny

recipe other
  takes shots as images
  takes many as 1 to 9 = 3
  gives sheet

  print sheet from shots
    columns manny
    rows many

dataset some from ./photos/
  resize 64 px

dataset more from ./photos/
  resize 64 px
"""


@pytest.mark.parametrize("text", [*(path.read_text("utf-8") for path in WORKS), AGAIN, AXES], ids=range(len(WORKS) + 2))
def test_a_line_that_stood_above_says_what_it_would_say_alone(
    text: str, words: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(script: Script) -> object:
        stages = [(each.said.values, each.said.sweeps, each.steps.steps) for each in script._stages]
        return stages, [(each.code, each.span, each.message()) for each in script.diagnostics]

    chance, heard = random.Random(7), list[object]()

    def hears(*given: object) -> object:
        heard.append(lines.heard(*given))  # type: ignore[arg-type]
        return heard[-1]

    for _ in range(60):
        twice = text + slip(text, chance)[0]
        for module in (settled, steps):
            monkeypatch.setattr(module, "heard", hears)
        remembered = said(glance(twice, words, Nowhere(), STANDARD))
        for module in (settled, steps):
            monkeypatch.setattr(module, "heard", lambda *given: lines.UNHEARD)
        assert said(glance(twice, words, Nowhere(), STANDARD)) == remembered
    assert any(each is not lines.UNHEARD for each in heard)


def test_all_faults_of_the_broken_score_are_told_in_one_run(words: Vocabulary) -> None:
    script = read(BROKEN.read_text("utf-8"), words, Disk(HERE))

    actual = {diagnostic.span.line: diagnostic.code for diagnostic in script.diagnostics}

    assert BREAKS == actual
    assert 26 == len(script.diagnostics) == len(set(codes(script)))


WORDS_ALONE = {"G208"}  # which of several values was meant to stay, where none may be swept, nobody can tell


def test_every_fault_of_the_broken_score_has_a_place_and_a_line_to_paste(words: Vocabulary) -> None:
    text = BROKEN.read_text("utf-8").split("\n")

    for diagnostic in read("\n".join(text), words, Disk(HERE)).diagnostics:
        span = diagnostic.span
        assert 1 <= span.column < span.end <= len(text[span.line - 1]) + 1
        assert diagnostic.suggestion() or diagnostic.code in WORDS_ALONE
        assert diagnostic.message()


# What a script comes to --------------------------------------------------------------------------------------------


def test_quantities_are_in_base_units_and_sums_are_exact(words: Vocabulary) -> None:
    text = "let wide = 256 px\nlet high = wide * 9 / 16\ndataset a from ./b/\n  resize wide by high\n  skip 2 min\n"

    actual = [step.values for step in stage(text, words).steps[1:]]

    assert [{"size": (256, 144)}, {"time": 120.0}] == actual


def test_pixels_round_half_up(words: Vocabulary) -> None:
    text = "let odd = 101 px\ndataset a from ./b/\n  resize odd / 2\n"

    actual = stage(text, words).steps[1].values

    assert {"size": (51,)} == actual


def test_a_sweep_in_shares_ends_where_it_says(words: Vocabulary) -> None:
    text = "borrow m from hf:a/b\nsample s with m\n  each mix 20% to 80% by 15%\n"

    actual = stage(text, words).sweeps

    assert (ir.Sweep(setting="mix", values=(0.2, 0.35, 0.5, 0.65, 0.8), percent=True),) == actual


@pytest.mark.parametrize(
    ("said", "percent"),
    [
        ("0% to 100% by 25%", True),
        ("0, near", True),
        ("far * 2", True),
        ("reach", True),
        ("0 to 1 by 0.25", False),
        ("wide", False),
    ],
)
def test_a_sweep_knows_whether_it_is_said_in_percent(said: str, percent: bool, words: Vocabulary) -> None:
    lets = "let near = 25%\nlet far = near\nlet wide = 0.5\nlet reach = 0 to 100% by 50%\n"

    (sweep,) = stage(f"borrow m from hf:a/b\n{lets}sample s with m\n  each mix {said}\n", words).sweeps

    assert percent == sweep.percent


def test_swept_settings_are_not_also_settings_and_seeds_are_neither(words: Vocabulary) -> None:
    text = "borrow m from hf:a/b\nsample s with m\n  each seed 1 to 3\n  count 4\n  save ./out/\n"

    actual = stage(text, words)

    assert ({"count": 4}, (1, 2, 3), "./out/") == (actual.settings, actual.sweeps[0].values, actual.save)
    assert actual.seed is None


def test_sources_of_a_dataset_are_steps_with_their_credits(words: Vocabulary) -> None:
    text = 'borrow m from hf:a/b\nsample s with m\ndataset a from s, ./b/\n  from ./c/\n    credit "Anna"\n  mirror\n'

    actual = stage(text, words)

    first = ir.Step(word="from", values={"paths": ("./b/",), "stages": ({"stage": "s", "part": None},)})
    second = ir.Step(word="from", values={"paths": ("./c/",), "stages": ()}, beneath={"credit": "Anna"})
    assert (first, second, ir.Step(word="mirror", values={})) == actual.steps
    assert (ir.Input(stage="s"),) == actual.sources
    assert () == actual.paths


def test_conditions_become_values(words: Vocabulary) -> None:
    text = "dataset a from ./b/\n  keep not blur > 40% and 64 px <= width\n"

    actual = stage(text, words).steps[1].values["condition"]

    blurred = ir.Compared(measure="blur", operator=">", value=0.4)
    wide = ir.Compared(measure="width", operator=">=", value=64)
    assert ir.Joined(operator="and", left=ir.Negated(value=blurred), right=wide) == actual


def test_lines_of_several_values_become_dicts(words: Vocabulary) -> None:
    text = "dataset a from ./b/\ntrain t from a\n  model gan\n  preview 16 every 25 epochs\n"

    actual = stage(text, words).settings

    assert {"model": "gan", "preview": {"count": 16, "every": ir.Every(amount=25, unit="epochs")}} == actual


def test_groups_keep_their_steps_apart(words: Vocabulary) -> None:
    text = "dataset a\n  group left\n    from ./b/\n    mirror\n  group right\n    from ./c/\n  resize 8 px\n"

    actual = stage(text, words)

    assert [("left", ["from", "mirror"]), ("right", ["from"])] == [
        (group.name, [step.word for step in group.steps]) for group in actual.groups
    ]
    assert ["resize"] == [step.word for step in actual.steps]


def test_stages_of_a_margin_group_are_named_through_it_and_found_on_their_lines(words: Vocabulary) -> None:
    text = "gen 1\ngroup night\n  dataset a from ./b/\n  print p from a\n"

    script = read(text, words, Nowhere())

    assert {"night.a": 3, "night.p": 4} == script.lines
    assert script.program is not None
    assert (ir.Input(stage="night.a"),) == script.program.stages[1].sources


def test_a_script_knows_the_line_of_every_path_that_a_stage_names(words: Vocabulary) -> None:
    text = 'gen 1\ndataset a\n  group b\n    from ./b/, "./c d/"\n  from ./b/\n  pick ./b.txt\ndataset e from ./b/\n'

    assert {("a", "./b/"): 5, ("a", "./c d/"): 4, ("a", "./b.txt"): 6, ("e", "./b/"): 7} == (
        read(text, words, Nowhere()).paths
    )


def test_a_script_knows_each_line_as_a_run_calls_it(words: Vocabulary) -> None:
    text = (
        "gen 1\ndataset a\n  group b\n    from ./b/\n    keep width > 9 px\n  keep width > 9 px\n  keep width > 8 px\n"
    )
    roles = read(text, words, Nowhere()).roles

    asked = ("group 1: keep 1", "keep 1", "keep 2")
    assert [5, 6, 7] == [roles["a", role] for role in asked]


def test_a_dataset_calls_its_lines_as_its_script_does(words: Vocabulary) -> None:
    from intaglio.stdlib.images.levels import levels
    from intaglio.stdlib.stages.dataset import Dataset

    text = (
        "gen 1\ndataset a\n  group b\n    from ./b/\n    keep width > 9 px\n  group c\n    from ./c/\n"
        "    keep width > 8 px\n    keep width > 7 px\n  keep width > 6 px\n"
    )
    script = read(text, words, Nowhere())
    assert script.program is not None
    (stage,) = script.program.stages
    own = levels(Dataset(steps=stage.steps, groups=stage.groups))

    said = {role for level in own for role, _ in level.lines("keep")}
    assert said == {role for _, role in script.roles if role.rpartition(" ")[0].endswith("keep")}


def test_both_spellings_come_to_one_value(words: Vocabulary) -> None:
    british = program("dataset a from ./b/\n  crop square, centre\n  grey\n", words)
    american = program("dataset a from ./b/\n  crop square, center\n  gray\n", words)

    assert british == american


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.stem)
def test_the_parameters_of_every_stage_of_the_works_are_taken_by_their_kind(work: Path, words: Vocabulary) -> None:
    from intaglio.stdlib import registry

    script = read(work.read_text("utf-8"), words, Nowhere(), STANDARD)
    assert script.program is not None

    for one in script.program.stages:
        kind = registry.kinds().get(one.kind)
        if kind is not None:
            kind.params.model_validate(one.settings)
            for step in (*one.steps, *(step for group in one.groups for step in group.steps)):
                kind.steps[step.word].model_validate(step.values)


def test_a_program_survives_json(words: Vocabulary) -> None:
    for work in WORKS:
        script = read(work.read_text("utf-8"), words, Nowhere(), STANDARD)
        assert script.program is not None

        again = ir.Program.model_validate_json(script.program.model_dump_json())

        assert script.program == again


def test_the_order_of_settings_and_notes_is_not_part_of_what_a_script_comes_to(words: Vocabulary) -> None:
    plain = "dataset a from ./b/\ntrain t from a\n  model gan\n  epochs 4\n"
    other = "-- A note.\ndataset a from ./b/\ntrain t from a  -- two\n  epochs 4 epochs\n\n  model gan\n"

    assert program(plain, words) == program(other, words)


# Any text ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "\n\n", "-- only a note\n", "\ufeff", "\x00", "   "])
def test_an_empty_script_gets_a_kind_remark(text: str, words: Vocabulary) -> None:
    script = read(text, words, Nowhere())

    if text != "\x00":
        assert ["G015"] == codes(script)
        assert script.program == ir.Program()


FRAGMENTS = st.sampled_from(
    """gen 1 work dataset train sample film print group let recipe takes gives use each from with at every to by and or
    not is = == , : ( ) { } " “ ” ./photos/ hf:a/b #ffffff v1.2 1 0.5 1e999 -3 40 % px s fps epochs seed save model gan
    guidance a b a.b medusae keep drop width blur likeness resize crop square centre mirror preview as 8 × − ≥ -- \t
    \n \n \n \n\x20\x20 \n\x20\x20 \n\x20\x20\x20\x20 каталог 猫""".replace("\\n", "\n").split(" ")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS, max_size=40))
@example(fragments=["gan\n", "at", "gen", "at"])  # nothing is left of its second line
def test_no_text_made_of_words_raises(words: Vocabulary, fragments: list[str]) -> None:
    text = " ".join(fragments)
    script = read(text, words, Nowhere())

    mistakes = [d for d in script.diagnostics if d.level is Level.MISTAKE]
    assert (script.program is None) == bool(mistakes)
    assert all(d.message() is not None and (d.suggestion() is None or d.suggestion()) for d in script.diagnostics)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_no_text_at_all_raises(words: Vocabulary, text: str) -> None:
    assert read(text, words, Nowhere()).text == text


def test_a_work_with_one_token_changed_is_told_of_near_the_change(words: Vocabulary) -> None:
    """At least nine changes in ten that are told of are told of first on the line that was changed."""
    chance = random.Random(1735)
    told = near = 0
    for work in WORKS * 40:
        lines = work.read_text("utf-8").split("\n")
        number = chance.choice([n for n, line in enumerate(lines) if line.strip() and "--" not in line])
        lines[number] = _one_token_changed(lines[number], chance)
        found = [d for d in read("\n".join(lines), words, Nowhere(), STANDARD).diagnostics if d.code != "G110"]
        if found:
            told += 1
            near += any(abs(d.span.line - number - 1) <= 1 for d in found)

    assert told > 80
    assert near / told > 0.9


def _one_token_changed(line: str, chance: random.Random) -> str:
    tokens = line.split(" ")
    place = chance.choice([n for n, token in enumerate(tokens) if token])
    tokens[place] = chance.choice(
        ["", tokens[place] + tokens[place], tokens[place][:-1] or "x", "{", "by", "999999999"]
    )
    return " ".join(tokens)


# Size --------------------------------------------------------------------------------------------------------------


def chain(length: int) -> str:
    links = "".join(f"rebuild s{i} from s{i - 1} with m\n" for i in range(1, length))
    return f"gen 1\ndataset p from ./p/\ntrain m from p\n  model autoencoder\ndataset s0 from ./a/\n{links}"


def test_a_chain_of_ten_thousand_stages_is_checked(words: Vocabulary) -> None:
    script = read(chain(10_000), words, Nowhere())

    assert [] == codes(script)
    assert script.program is not None
    assert 10_002 == len(script.program.stages)


def test_a_circle_of_ten_thousand_stages_is_told_of_once(words: Vocabulary) -> None:
    text = chain(10_000).replace("dataset s0 from ./a/", "rebuild s0 from s9999 with m")

    assert ["G303"] == codes(read(text, words, Nowhere()))


def test_ten_thousand_names_of_values_are_worked_out(words: Vocabulary) -> None:
    lets = "".join(f"let a{i} = a{i + 1}\n" for i in range(10_000))

    script = read(f"gen 1\n{lets}let a10000 = 5 px\ndataset d from ./a/\n  resize a0\n  save ./b/\n", words, Nowhere())

    assert script.program is not None
    assert {"size": (5,)} == script.program.stages[0].steps[1].values


def test_groups_nested_without_end_are_refused(words: Vocabulary) -> None:
    text = "gen 1\n" + "".join(f"{'  ' * depth}group g{depth}\n" for depth in range(2_000))

    assert {"G108"} == set(codes(read(text, words, Nowhere())))


@pytest.mark.parametrize(
    "line",
    [
        "let a = " + "(" * 5_000 + "1",
        "let a = " + " + ".join("1" * 1 for _ in range(5_000)),
        "let a = " + "9" * 100_000,
    ],
    ids=["parentheses", "sum", "digits"],
)
def test_a_line_without_end_is_refused(line: str, words: Vocabulary) -> None:
    script = read(f"gen 1\n{line}\n", words, Nowhere())

    assert script.program is None


def test_ten_times_the_lines_take_about_ten_times_as_long(words: Vocabulary) -> None:
    """Nothing looks through all names for each name: mistakes cost what right lines cost."""

    def seconds(count: int) -> float:
        wrong = "".join(f"sample p{i}-{count} with dreemer{i}\n  truncaton 0.5\n" for i in range(count))
        text = f"{chain(count)}{wrong}"
        begin = time.process_time()
        read(text, words, Nowhere())
        return time.process_time() - begin

    seconds(50)
    small, large = seconds(300), seconds(3_000)

    assert large < 40 * small


class Told(int):
    """A number that counts how often it is compared with another."""

    times = 0

    def __eq__(self, other: object) -> bool:
        Told.times += 1
        return int(self) == other

    __hash__ = int.__hash__


@pytest.mark.parametrize("asked", [False, True], ids=["by itself", "in a recipe"])
def test_no_value_of_a_sweep_is_compared_with_all_before_it(asked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Told, "times", 0)
    values = tuple(Told(number % 700) for number in range(1_400))
    bound = Bound("many", parse("takes many as 0 to 700\n").tree.lines[0])
    said = Said(sweeps=[draft.Sweep(setting="seed", values=values)], called=(("seed", bound),) if asked else ())

    found = sweeps_of(said)[0].values

    assert Told.times <= 1_400
    assert values[: 700 if asked else 1_400] == found


# Did you mean ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "b", "expected"), [("", "", 0), ("a", "", 1), ("abc", "acb", 1), ("gann", "gan", 1), ("kitten", "sitting", 3)]
)
def test_the_distance_of_two_words(a: str, b: str, expected: int) -> None:
    assert expected == distance(a, b) == distance(b, a)


@given(st.text("abcé-1", max_size=12), st.text("abcé-1", max_size=12), st.integers(0, 8))
@settings(deadline=None)
def test_a_distance_is_counted_as_far_as_it_matters(a: str, b: str, most: int) -> None:
    assert min(distance(a, b), most + 1) == min(distance(a, b, most), most + 1)


def test_a_word_like_none_is_not_guessed() -> None:
    assert nearest("xyzzy", ["gan", "diffusion"]) is None


@given(st.text("abc", max_size=6), st.lists(st.text("abc", max_size=6), max_size=6))
def test_a_guess_is_one_of_the_options_and_a_word_is_its_own(word: str, options: list[str]) -> None:
    guess = nearest(word, options)

    assert guess is None or guess in options
    if word in options:
        assert guess is not None
        assert distance(word, guess) == 0 or guess.startswith(word) or word.startswith(guess)


# The catalogue -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_every_diagnostic_has_a_title_and_a_page_with_both_scores(code: str) -> None:
    page = explanation(CATALOGUE[code])

    assert CATALOGUE[code].title
    assert all((*page.paragraphs, page.wrong, page.right))


# Words from elsewhere ----------------------------------------------------------------------------------------------


def test_every_word_from_elsewhere_leads_to_one_that_some_verb_knows(words: Vocabulary) -> None:
    known = {name for verb in words.verbs.values() for name in (*verb.settings, *verb.steps)} | {"from", "group"}
    known |= set(words.work) | {name for step in words.verbs["dataset"].steps.values() for name in step.beneath}

    assert set() == {ours for found in elsewhere.SETTINGS.values() for ours in found} - known
    assert set() == set(elsewhere.VERBS.values()) - {*words.verbs, *OWN_VERBS, GIVES[0]}
    assert set() == set(elsewhere.UNITS.values()) - {*UNITS}


def test_a_word_that_is_vague_or_that_gen_sees_to_is_a_word_from_elsewhere() -> None:
    known = {*elsewhere.SETTINGS, *elsewhere.BY_ITSELF, *elsewhere.VERBS, *elsewhere.UNITS}

    assert set() == {word for word in elsewhere.VAGUE if word.replace("-", "") not in known}
    assert elsewhere.by_itself("num_workers") == elsewhere.by_itself("num-workers") != ""


@pytest.mark.parametrize(
    ("word", "why"), [(word, why) for why, said in elsewhere._INSTEAD.items() for word in said.split()]
)
def test_what_stands_here_for_a_word_from_elsewhere_is_told(word: str, why: str, words: Vocabulary) -> None:
    settings = [(verb, key) for verb, key in (("train", "model"), ("print", "paper"))]
    told = [
        each
        for verb, key in settings
        for each in read(
            f"gen 1\ndataset a from ./photos/\n{verb} b from a\n  {key} {word}\n", words, Nowhere()
        ).diagnostics
        if each.code == "G205" and why in each.message()
    ]

    assert 1 == len(told)
    assert elsewhere.beside(word) in (told[0].paste or "")


def test_a_further_line_is_of_a_word_that_is_told_of() -> None:
    told = {word.replace("-", "") for said in elsewhere._INSTEAD.values() for word in said.split()}

    assert set() == set(elsewhere._BESIDE) - told


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("zero", "0"),
        ("eleven", "11"),
        ("twenty-five", "25"),
        ("hundred", "100"),
        ("Two hundred and fifty", "250"),
        ("thousand", "1000"),
        ("two thousand and five", "2005"),
        ("one thousand two hundred thirty four", "1234"),
        ("hundred thousand", "100000"),
        ("nine hundred ninety nine thousand nine hundred ninety nine", "999999"),
    ],
)
def test_a_number_in_words_is_one_in_figures(said: str, figures: str) -> None:
    assert figures == elsewhere.numeral(said)


@pytest.mark.parametrize(
    "said",
    [
        "thousand thousand",
        "ten two",
        "zero hundred",
        "two thousand five thousand",
        "zero five",
        "twenty zero",
        "twenty ten",
        "five two",
        "two hundred hundred",
        "two thousand hundred",
        "five and",
        "and five",
        "and",
        "",
        "two dozen",
    ],
)
def test_words_that_are_no_number_together_are_none(said: str) -> None:
    assert elsewhere.numeral(said) is None


@pytest.mark.parametrize(
    ("line", "there", "offered"),
    [
        ("perform b from a\n  code ./plya.pyy\n  makes images", "play.py", "code ./play.py"),
        ("perform b from a\n  code ./plya.yp\n  makes images", "play.py", "code ./play.py"),
        ("dataset b from a\n  pick ./prompts.tx", "prompts.txt", "pick ./prompts.txt"),
        ("dataset b from a\n  pick ./prompts.png", "prompts.txt", "pick ./prompts.txt"),
        ("dataset b from a\n  pick ./prompts.rtf", "promts.rtf", None),
        ("dataset b from ./plum.heic", "plum.jpg", "dataset b from ./plum.jpg"),
        ("dataset b from ./plum.tx", "plum.txt", None),
        ("dataset b from ./plum.ge", "plum.gen", None),
    ],
)
def test_a_file_is_offered_that_the_line_can_use(
    line: str, there: str, offered: str | None, tmp_path: Path, words: Vocabulary
) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / there).touch()
    script = read(f"gen 1\ndataset a from ./photos/\n{line}\n", words, Disk(tmp_path))
    told = next(each for each in script.diagnostics if each.code == "G401")

    assert offered == told.paste


@pytest.mark.parametrize("count", ["3", "few"])
def test_groups_that_are_found_are_reached_by_their_numbers(count: str, words: Vocabulary) -> None:
    found = f"dataset found from table\n  cluster {count}\n\ndataset some from found.cluster-1, found.cluster-3"
    script = read(f"gen 1\nlet few = 3\n\ndataset table from ./photos/\n\n{found}\n", words, Nowhere(), STANDARD)

    assert [] == [told.message() for told in script.diagnostics if told.level is Level.MISTAKE]
