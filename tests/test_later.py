"""What is known, checked, and not run yet: kinds, settings, steps, choices, measures. Versions shorten the lists."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

from intaglio.lang.script import read
from intaglio.lang.vocabulary import Choice, Either, Setting, ValueType, Verb, Vocabulary
from intaglio.lang.world import Nowhere
from intaglio.stdlib import registry

LATER = ["borrow", "tune", "write"]
SETTINGS = {
    "sample": ["guidance", "prompt", "size"],
    "show": ["prompts"],
    "vary": ["strength", "prompt", "guidance", "steps", "sampler", "mask", "size"],
}
CHOICES = {
    "dataset derive": ["pose", "depth"],
    "sample sampler": ["euler-a", "lcm"],
}
MEASURES = ["lettering"]


def running(words: Vocabulary) -> list[Verb]:
    return [verb for verb in words.verbs.values() if not verb.arrives_later]


def lines_of(verb: Verb) -> list[Setting]:
    return [*verb.settings.values(), *verb.steps.values()]


def choices_in(kind: ValueType) -> list[Choice]:
    if isinstance(kind, Either):
        return [choice for option in kind.options for choice in choices_in(option)]
    return [kind] if isinstance(kind, Choice) else []


def test_these_kinds_and_no_others_arrive_later(words: Vocabulary) -> None:
    actual = sorted(verb.name for verb in words.verbs.values() if verb.arrives_later)

    assert LATER == actual


def test_these_settings_and_steps_and_no_others_arrive_later(words: Vocabulary) -> None:
    actual = {verb.name: [line.name for line in lines_of(verb) if line.arrives_later] for verb in running(words)}

    assert SETTINGS == {name: later for name, later in actual.items() if later}


def test_these_choices_and_no_others_arrive_later(words: Vocabulary) -> None:
    actual = {
        f"{verb.name} {line.name}": [w for slot in line.slots for choice in choices_in(slot.type) for w in choice.later]
        for verb in running(words)
        for line in lines_of(verb)
    }

    assert CHOICES == {name: later for name, later in actual.items() if later}


def test_these_measures_and_no_others_arrive_later(words: Vocabulary) -> None:
    assert MEASURES == [measure.name for measure in words.measures.values() if measure.arrives_later]


@pytest.mark.parametrize("name", registry.kinds())
def test_the_example_of_a_kind_asks_for_nothing_later_unless_the_kind_is_itself(name: str, words: Vocabulary) -> None:
    kind = registry.kinds()[name]
    example = textwrap.dedent(kind.doc[kind.doc.index("\n    gen 1\n") :]).strip() + "\n"

    script = read(example, words, Nowhere())

    assert (name in LATER) == bool(script.later)


@pytest.mark.parametrize("name", LATER)
def test_a_kind_that_arrives_later_has_a_reference_page_that_ends_in_an_example(name: str) -> None:
    kind = registry.kinds()[name]

    assert kind.doc.startswith(f"{name}: ")
    assert "\n    gen 1\n" in kind.doc


@pytest.mark.parametrize("name", LATER)
def test_every_setting_and_step_of_a_kind_that_arrives_later_is_documented(name: str) -> None:
    kind = registry.kinds()[name]
    models = [kind.params, *kind.steps.values()]
    undocumented = [
        f"{model.__name__}.{field}"
        for model in models
        for field, info in model.model_fields.items()
        if not info.description
    ]

    assert [] == undocumented


def test_importing_the_kinds_loads_no_heavy_library() -> None:
    program = (
        "import sys; from intaglio.stdlib import registry; registry.kinds();"
        "print([name for name in ('torch', 'diffusers', 'PIL', 'av', 'numpy') if name in sys.modules])"
    )
    actual = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()

    assert "[]" == actual
