"""Clustering: images sorted into groups by what they look like."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from intaglio.runtime.artifacts.images import ImageSet
from intaglio.stdlib.images import clustering, decoding, measuring
from intaglio.stdlib.stages.dataset import dataset
from tests.stdlib import inside
from tests.stdlib.context import Bench
from tests.stdlib.pictures import from_, picture, png_that_claims, shown, step
from tests.stdlib.studio import Studio
from tests.stdlib.test_dataset import film

KINDS = ("#c02020", "#20a040", "#2030c0", "#e0e0d0")


def of_kind(kind: int, seed: int, size: tuple[int, int] = (40, 30)) -> Image.Image:
    """A picture in which one of `KINDS` prevails."""
    return Image.blend(Image.new("RGB", size, KINDS[kind]), picture(*size, seed=seed), 0.3)


def looks(kinds: list[int]) -> list[bytes]:
    return [measuring.look(shown(of_kind(kind, seed))) for seed, kind in enumerate(kinds)]


MIXED = [0, 1, 2, 0, 3, 1, 2, 2, 3, 0, 1, 0] * 4


@pytest.mark.parametrize("seed", range(5))
def test_images_of_a_kind_come_together_and_are_numbered_as_they_are_met(seed: int) -> None:
    expected = [{0: 0, 1: 1, 2: 2, 3: 3}[kind] for kind in MIXED]

    assert expected == clustering.clustered(looks(MIXED), 4, seed).tolist()


@pytest.mark.parametrize("seed", range(5))
def test_an_image_more_moves_no_other_where_groups_lie_apart(seed: int) -> None:
    known = looks([*MIXED, 2])
    before = clustering.clustered(known[:-1], 4, seed).tolist()

    assert before == clustering.clustered(known, 4, seed).tolist()[:-1]


def test_the_order_of_the_list_is_no_matter_but_for_the_numbers() -> None:
    known = looks(MIXED)
    order = np.random.default_rng(0).permutation(len(known))
    before = clustering.clustered(known, 5, 0)
    after = clustering.clustered([known[place] for place in order], 5, 0)

    pairs = {(int(before[place]), int(number)) for place, number in zip(order, after, strict=True)}
    assert len(pairs) == len(set(before.tolist()))


def test_there_are_no_more_groups_than_images_that_differ() -> None:
    known = looks([0, 1])

    assert [0, 1, 0, 0] == clustering.clustered([known[0], known[1], known[0], known[0]], 9, 0).tolist()
    assert [0] == clustering.clustered(known[:1], 3, 0).tolist()


def test_no_image_is_nearer_to_another_group_than_to_its_own() -> None:
    known = [measuring.look(shown(picture(30, 30, seed=i))) for i in range(60)]
    labels = clustering.clustered(known, 6, 0)
    points = np.frombuffer(b"".join(known), np.uint8).reshape(60, -1) * np.tile((1.0, 2.0, 2.0), 36)
    centres = np.stack([np.floor(points[labels == i].mean(axis=0) + 0.5) for i in range(6)])
    nearest = ((points[:, None] - centres[None]) ** 2).sum(axis=2).argmin(axis=1)

    np.testing.assert_array_equal(nearest, labels)


# In a dataset -----------------------------------------------------------------------------------------------------

SORTED = "dataset table from ./photos/\n  cluster 4\n  resize 8 px\n"


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    (tmp_path / "photos").mkdir()
    for i, kind in enumerate(MIXED[:12]):
        of_kind(kind, i).save(tmp_path / "photos" / f"{i:02}.png")
    return Studio(tmp_path, inside.crew())


def test_groups_have_numbers_for_names_and_are_there_for_later_steps(studio: Studio) -> None:
    made = studio.run(f"{SORTED}\ndataset few from table\n  balance 1\n")
    table, few = ImageSet(*made["table"]), ImageSet(*made["few"])

    assert ("cluster-1", "cluster-2", "cluster-3", "cluster-4") == table.group_names
    assert [f"cluster-{kind + 1}" for kind in MIXED[:12]] == list(table.groups)
    assert {*table.group_names} == {*few.groups}
    assert 4 == len(few)


def test_another_number_or_seed_decodes_nothing_and_one_image_more_that_one(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoded: list[object] = []
    real = decoding.developed

    def watched(data: bytes, share: float) -> Image.Image:
        decoded.append(len(data))
        return real(data, share)

    studio.run(SORTED)
    monkeypatch.setattr(decoding, "developed", watched)
    studio.run(SORTED.replace("cluster 4", "cluster 2"))
    studio.run(SORTED + "  seed 3\n")
    assert [] == decoded
    assert [] == studio.ran(SORTED)

    of_kind(1, 99).save(studio.folder / "photos" / "99.png")
    ((made,),) = studio.run(SORTED).values()
    assert 1 == len(set(decoded))
    assert "cluster-2" == ImageSet(made).groups[-1]
    assert (1, 12) == studio.counts["table"]


def test_names_are_no_matter(studio: Studio) -> None:
    groups = "dataset table from ./photos/\n  cluster 4\n  group GROUP\n    from ./more/\n"
    (studio.folder / "more").mkdir()
    of_kind(0, 50).save(studio.folder / "more" / "a.png")
    studio.run(groups.replace("GROUP", "medusae"))
    (studio.folder / "more" / "a.png").rename(studio.folder / "more" / "b.png")

    assert [] == studio.ran(groups.replace("GROUP", "corals"))
    ((made,),) = studio.run(groups.replace("GROUP", "corals")).values()
    assert "cluster-1" == ImageSet(made).groups[-1]
    assert 4 == len(ImageSet(made).group_names)


def test_inside_a_group_others_are_left_alone_and_numbers_go_on(bench: Bench, tmp_path: Path) -> None:
    for place, kinds in {"a": (0, 1), "b": (2, 3), "c": (0,)}.items():
        (tmp_path / place).mkdir()
        for i, kind in enumerate(kinds):
            of_kind(kind, i).save(tmp_path / place / f"{i}.png")
    cluster = step("cluster", count=2)
    groups = {"one": [from_("./a/"), cluster], "two": [from_("./b/"), cluster], "three": [from_("./c/")]}
    made = ImageSet(bench.make(dataset, groups=groups))

    assert ("cluster-1", "cluster-2", "cluster-3", "cluster-4", "three") == made.groups
    assert {"three", "cluster-1", "cluster-2", "cluster-3", "cluster-4"} == set(made.group_names)


def test_fewer_kinds_than_groups_are_remarked_on_and_what_is_broken_is_left_out(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    picture(3, 3).save(tmp_path / "a" / "1.png")
    (tmp_path / "a" / "2.png").write_bytes(png_that_claims(90, 90))
    made = ImageSet(bench.make(dataset, steps=[from_("./a/"), step("cluster", count=3)]))

    assert ("cluster-1",) == made.groups
    assert [
        "Only 1 of these look different, so `cluster 3` made no more groups.",
        "1 file in ./a/ could not be read as an image: 2.png (broken off). I left it out.",
    ] == [message for _, message in bench.remarks]


def test_frames_of_a_film_are_sorted_and_stay_in_their_order(bench: Bench, tmp_path: Path) -> None:
    film(tmp_path / "x.mp4")
    steps: list[Any] = [from_("./x.mp4"), step("cluster", count=2), step("resize", size=(8,))]
    made = ImageSet(bench.make(dataset, steps=steps))

    assert ["cluster-1"] * 6 + ["cluster-2"] * 6 == [str(group) for group in made.groups]
    assert [image.mean().round() for image in made] == sorted(image.mean().round() for image in made)
    assert 4 == made.rate


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)
