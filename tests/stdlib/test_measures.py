"""The measures of images, on named photographs and on pictures whose measure is known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from intaglio.lang import ir
from intaglio.lang.script import read
from intaglio.lang.vocabulary import Vocabulary, offered
from intaglio.lang.world import Nowhere
from intaglio.stdlib.images import conditions, finding, maps, measuring
from intaglio.stdlib.images.photo import FileBase, Photo
from intaglio.stdlib.measures import FINDS, LOOK, MAPS, MEASURES, SHOTS, VERSIONS
from tests.stdlib.pictures import picture, shown, when

KNOWN = {  # version 1 of each: a change of these numbers is a new version
    "cc0/discus.webp": {"brightness": 0.200, "contrast": 0.325, "colour": 0.181, "blur": 0.285},
    "cc0/pail.webp": {"brightness": 0.476, "contrast": 0.335, "colour": 0.171, "blur": 0.151},
}


def flat(colour: str) -> Photo:
    return shown(Image.new("RGB", (64, 64), colour))


@pytest.mark.parametrize("name", KNOWN)
def test_photographs_measure_what_they_measured(root: Path, name: str) -> None:
    photo = Photo(FileBase((root / "tests" / "images" / name).read_bytes))
    actual = {measure: measuring.measure(measure, photo) for measure in KNOWN[name]}

    assert KNOWN[name] == pytest.approx(actual, abs=0.01)


@pytest.mark.parametrize(
    ("colour", "brightness", "strength"), [("black", 0, 0), ("white", 1, 0), ("#ff0000", 0.298, 1)]
)
def test_flat_colours_measure_their_lightness_and_strength(colour: str, brightness: float, strength: float) -> None:
    assert brightness == pytest.approx(measuring.measure("brightness", flat(colour)), abs=0.003)
    assert strength == measuring.measure("colour", flat(colour))
    assert 0 == measuring.measure("contrast", flat(colour))
    assert 1 == measuring.measure("blur", flat(colour))


def test_half_black_and_half_white_has_all_the_contrast_there_is() -> None:
    halves = Image.new("RGB", (64, 64))
    halves.paste("white", (0, 0, 32, 64))

    assert 1 == measuring.measure("contrast", shown(halves))


def test_sizes_are_those_of_the_image_as_it_stands() -> None:
    photo = shown(picture(64, 48)).cut(0, 0, 48, 48).sized(30, 30)

    assert (30, 30) == (measuring.measure("width", photo), measuring.measure("height", photo))


def test_blurring_a_photograph_raises_its_blur_and_its_size_does_not(root: Path) -> None:
    image = Photo(FileBase((root / "tests" / "images" / "cc0" / "pail.webp").read_bytes)).image()
    blurs = [measuring.measure("blur", shown(image.filter(ImageFilter.GaussianBlur(r)))) for r in (0, 1, 2, 4)]
    large = shown(image.resize((image.width * 2, image.height * 2), Image.Resampling.LANCZOS))

    assert sorted(blurs) == blurs
    assert blurs[-1] > blurs[0] + 0.4
    assert blurs[0] == pytest.approx(measuring.measure("blur", large), abs=0.1)


def test_an_image_of_one_pixel_can_be_measured() -> None:
    for name in set(offered(MEASURES)) - {"likeness", "faces"}:
        assert 0 <= measuring.measure(name, shown(Image.new("RGB", (1, 1))))


def test_a_photograph_is_like_itself_in_other_sizes_and_formats_and_unlike_others(root: Path) -> None:
    paths = sorted((root / "tests" / "images").glob("*/*.webp"))
    photos = [Photo(FileBase(path.read_bytes)) for path in paths]
    digests = np.stack([measuring.perceptual(photo) for photo in photos])

    for index, photo in enumerate(photos):
        smaller = shown(photo.image().resize((photo.size[0] * 2 // 3, photo.size[1] * 2 // 3)))
        assert measuring.likeness(measuring.perceptual(smaller), digests[index : index + 1]) > 0.95
        others = np.delete(digests, index, axis=0)
        assert measuring.likeness(digests[index], others) < 0.75


def test_likeness_is_1_to_a_twin_and_0_to_nobody() -> None:
    one = measuring.perceptual(shown(picture()))

    assert 1 == measuring.likeness(one, one[None])
    assert 0 == measuring.likeness(one, np.zeros((0, 32), np.uint8))
    assert 0 == measuring.likeness(one, ~one[None])


def test_every_measure_find_map_and_look_has_a_version() -> None:
    assert {*MEASURES, *FINDS, *MAPS, LOOK, SHOTS} == VERSIONS.keys()
    assert FINDS == finding.FOUND.keys()
    assert MAPS == maps.DRAWN.keys()


# Conditions -------------------------------------------------------------------------------------------------------

values = {"width": 100.0, "blur": 0.5}
atoms = st.builds(
    when, st.sampled_from(sorted(values)), st.sampled_from(sorted(conditions.OPERATORS)), st.floats(0, 200)
)
trees = st.recursive(
    atoms,
    lambda inner: (
        st.builds(ir.Negated, value=inner)
        | st.builds(ir.Joined, operator=st.sampled_from(["and", "or"]), left=inner, right=inner)
    ),
    max_leaves=8,
)


@given(trees)
def test_a_condition_and_its_negation_are_never_both_true(condition: ir.Condition) -> None:
    assert conditions.holds(condition, values.__getitem__) is not conditions.holds(
        ir.Negated(value=condition), values.__getitem__
    )


@given(trees)
def test_a_condition_takes_only_measures_that_it_speaks_of(condition: ir.Condition) -> None:
    taken: set[str] = set()

    def measure(name: str) -> float:
        taken.add(name)
        return values[name]

    conditions.holds(condition, measure)
    assert taken <= conditions.asks(condition)


def test_a_condition_reads_as_it_was_written() -> None:
    both = ir.Joined(operator="and", left=when("width", ">=", 400), right=ir.Negated(value=when("blur", ">", 0.4)))

    assert "width >= 400 px and not blur > 40%" == conditions.told(both)


# Told -------------------------------------------------------------------------------------------------------------

OPERATORS = st.sampled_from([">=", "<=", ">", "<", "is", "!="])
COMPARED = st.one_of(
    st.builds(when, st.sampled_from(["width", "height"]), OPERATORS, st.integers(1, 1_000_000)),
    st.builds(when, st.sampled_from(["brightness", "blur", "likeness"]), OPERATORS, st.decimals(0, 1, places=9)),
    st.builds(when, st.just("faces"), OPERATORS, st.integers(0, 1000)),
)
CONDITIONS = st.recursive(
    COMPARED,
    lambda inner: st.one_of(
        st.builds(lambda value: ir.Negated(value=value), inner),
        st.builds(
            lambda operator, left, right: ir.Joined(operator=operator, left=left, right=right),
            st.sampled_from(["and", "or"]),
            inner,
            inner,
        ),
    ),
    max_leaves=6,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(condition=CONDITIONS)
def test_a_condition_is_told_as_the_line_that_says_it(words: Vocabulary, condition: ir.Condition) -> None:
    told = conditions.told(condition)
    program = read(f"gen 1\ndataset table\n  from ./photos/\n  keep {told}\n", words, Nowhere()).program

    assert program is not None, told
    assert condition == program.stages[0].steps[1].values["condition"], told


def test_a_condition_is_told_with_no_more_brackets_than_it_needs() -> None:
    small, dark, wide = when("height", "<", 9), when("brightness", "<", 0.2), when("width", ">", 99)
    either = ir.Joined(operator="or", left=small, right=dark)
    both = ir.Joined(operator="and", left=small, right=dark)

    assert "(height < 9 px or brightness < 20%) and width > 99 px" == conditions.told(
        ir.Joined(operator="and", left=either, right=wide)
    )
    assert "height < 9 px and brightness < 20% or width > 99 px" == conditions.told(
        ir.Joined(operator="or", left=both, right=wide)
    )
    assert "not (height < 9 px or brightness < 20%)" == conditions.told(ir.Negated(value=either))
