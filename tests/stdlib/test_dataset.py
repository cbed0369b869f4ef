"""`dataset`: what is gathered, what is left out, and in which order."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from intaglio.lang import ir
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Cancelled, Changed, Fault, Given
from intaglio.stdlib.images import curating, video
from intaglio.stdlib.stages import dataset as module
from intaglio.stdlib.stages.dataset import dataset
from tests.stdlib.context import Bench
from tests.stdlib.pictures import encoded, from_, picture, png_that_claims, step, when

FOUR_FPS = 4


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def put(folder: Path, **pictures: Image.Image | bytes) -> None:
    """Write files: `_jpg` at the end of a name is its suffix; a picture becomes what the suffix says."""
    folder.mkdir(parents=True, exist_ok=True)
    for word, what in pictures.items():
        stem, _, suffix = word.rpartition("_")
        path = folder / f"{stem}.{suffix}"
        if isinstance(what, bytes):
            path.write_bytes(what)
        else:
            what.save(path)


def many(folder: Path, count: int, width: int = 32, height: int = 24) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(count):
        picture(width, height, seed=i).save(folder / f"{i}.png")


def names(made: Artifact, part: str | None = None) -> tuple[str, ...]:
    return ImageSet(made, part).names


def film(path: Path, frames: int = 12, size: tuple[int, int] = (32, 24), rate: int = FOUR_FPS) -> None:
    av = pytest.importorskip("av")
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=rate, options={"crf": "1"})
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for i in range(frames):
            grey = np.full((size[1], size[0], 3), 10 + i * 15, np.uint8)
            out.mux(stream.encode(av.VideoFrame.from_ndarray(grey, format="rgb24")))
        out.mux(stream.encode(None))


# Gathering --------------------------------------------------------------------------------------------------------


def test_a_folder_gives_its_images_in_natural_order_with_folders_inside_it(bench: Bench, tmp_path: Path) -> None:
    put(tmp_path / "photos", a9_png=picture(seed=1), a10_png=picture(seed=2))
    put(tmp_path / "photos" / "b", c_png=picture(seed=3))
    made = bench.make(dataset, steps=[from_("./photos/")])

    assert ("a9.png", "a10.png", "b/c.png") == names(made)
    np.testing.assert_array_equal(np.asarray(picture(seed=2)), ImageSet(made)[1])


def test_sources_follow_each_other_as_written(bench: Bench, tmp_path: Path) -> None:
    put(tmp_path / "b", x_png=picture())
    put(tmp_path / "a", y_png=picture(), z_jpg=picture())

    assert ("x.png", "y.png") == names(bench.make(dataset, steps=[from_("./b/"), from_("./a/*.png")]))
    assert ("z.jpg", "x.png") == names(bench.make(dataset, steps=[from_("./a/z.jpg", "./b/")]))


def test_a_stage_is_a_source_and_a_group_of_it_too(bench: Bench, tmp_path: Path) -> None:
    put(tmp_path / "a", y_png=picture(8, 8))
    pixels = [np.full((4, 4, 3), i, np.uint8) for i in range(2)]
    given = bench.images(pixels, name=["0", "1"], group=["medusae", "corals"])

    made = bench.make(
        dataset,
        steps=[from_(stages=["stage-0"]), from_("./a/", stages=["stage-1.corals"])],
        sources=[given, Given(given, "corals")],
    )
    assert ("0", "1", "y.png", "1") == names(made)
    assert ("medusae", "corals", None, "corals") == ImageSet(made).groups


def test_inputs_are_told_apart_by_their_stage_wherever_the_text_names_them(bench: Bench) -> None:
    one, two = (bench.images([np.full((4, 4, 3), i, np.uint8)], name=[str(i)]) for i in (1, 2))
    made = bench.make(
        dataset,
        steps=[from_(stages=["one"])],
        groups={"medusae": [from_(stages=["two"])]},
        sources=[Given(two, stage="two"), Given(one, stage="one")],
    )

    assert ("1", "2") == names(made)
    assert (None, "medusae") == ImageSet(made).groups


def test_groups_see_their_own_images_first_and_the_dataset_then_sees_all(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 4, width=40)
    many(tmp_path / "b", 4, width=60)
    made = bench.make(
        dataset,
        steps=[step("keep", every=ir.Every(amount=2, unit="images"))],
        groups={"medusae": [from_("./a/"), step("resize", size=(10,))], "corals": [from_("./b/")]},
    )
    images = ImageSet(made)

    assert ("medusae", "medusae", "corals", "corals") == images.groups
    assert (0, 0, 1, 1) == images.classes
    assert {(10, 17), (24, 60)} == set(images.sizes)
    assert ("0.png", "2.png") == names(made, "corals")


def test_a_group_with_no_images_left_keeps_its_number(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 1)
    gone = [from_("./a/"), step("drop", condition=when("width", ">", 1))]
    made = bench.make(dataset, groups={"medusae": gone, "corals": [from_("./a/")]})

    assert (1,) == ImageSet(made).classes


def test_a_credit_beneath_a_source_goes_before_the_dataset_s_own_and_enters_no_key(
    bench: Bench, tmp_path: Path
) -> None:
    many(tmp_path / "a", 1)
    said = [from_("./a/", beneath={"credit": "Anna", "licence": "CC0-1.0"}), from_("./a/")]
    params = bench.context(dataset, {"credit": "Bela"}, steps=said).params

    assert [{"credit": "Anna", "licence": "CC0-1.0"}, {"credit": "Bela"}] == module.credits(params)
    quiet = bench.context(dataset, steps=[from_("./a/"), from_("./a/")])
    assert module.keyed(quiet.params) == module.keyed(params)


# What is no image -------------------------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_what_cannot_be_read_is_left_out_and_named(bench: Bench, tmp_path: Path) -> None:
    put(
        tmp_path / "photos",
        good_png=picture(),
        text_jpg=b"not a picture",
        empty_png=b"",
        torn_jpg=encoded(picture(), "JPEG")[:-100],
        bomb_png=png_that_claims(13_000, 13_000),
    )
    made = bench.make(dataset, steps=[from_("./photos/")])
    ((code, message),) = bench.remarks

    assert ("good.png",) == names(made)
    assert "G404" == code
    assert message == (
        "4 files in ./photos/ could not be read as images: bomb.png (too large), empty.png (empty), "
        "text.jpg (not an image) and 1 more. I left them out."
    )


LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from intaglio.runtime.contract import Fault
from intaglio.stdlib.stages.dataset import dataset
from intaglio.stdlib.images import curating
from tests.stdlib.context import Bench
from tests.stdlib.pictures import from_

have = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmSize")) << 10
resource.setrlimit(resource.RLIMIT_AS, (have + (300 << 20),) * 2)
try:
    Bench(Path(sys.argv[1])).make(dataset, steps=[from_("./photos/")])
except Fault as fault:
    print(fault.message)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much memory a process has")
def test_too_little_memory_ends_the_stage_and_leaves_no_photograph_out(root: Path, tmp_path: Path) -> None:
    put(tmp_path / "photos", large_png=Image.new("RGB", (11_000, 11_000)), small_png=picture())
    command = [sys.executable, "-W", "ignore", "-c", LITTLE_MEMORY, str(tmp_path)]
    ended = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)

    assert "There was not enough memory to open large.png.\n" == ended.stdout


def test_nothing_but_broken_files_is_a_fault(bench: Bench, tmp_path: Path) -> None:
    put(tmp_path / "photos", a_png=b"", b_png=b"")

    with pytest.raises(Fault, match=r"None of the 2 files in \./photos/ could be read"):
        bench.make(dataset, steps=[from_("./photos/")])


def test_nothing_left_names_the_step_that_most_were_lost_to(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 5)
    strict = [step("keep", condition=when("width", ">=", 1024)), step("drop", condition=when("brightness", ">", 0))]

    with pytest.raises(Fault) as caught:
        bench.make(dataset, steps=[from_("./a/"), *strict])
    told = (
        "None of 5 images remain; they were lost to `keep width >= 1024 px` (5). The largest width among them is 32 px."
    )
    assert told == caught.value.message
    assert "keep width >= 32 px" == caught.value.hint
    assert "keep 1" == caught.value.path


def test_of_images_of_which_not_all_are_held_none_is_called_the_largest(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(curating, "HELD", 3)
    many(tmp_path / "a", 5)

    with pytest.raises(Fault) as caught:
        bench.make(dataset, steps=[from_("./a/"), step("keep", condition=when("width", ">=", 1024))])
    assert "None of 5 images remain; they were lost to `keep width >= 1024 px` (5)." == caught.value.message
    assert "keep width >= 32 px" == caught.value.hint


def test_what_would_stay_is_measured_where_it_was_lost_and_said_so_that_it_does(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 5)
    light = step("drop", condition=when("brightness", ">", 0.001))
    steps = [from_("./a/"), step("keep", condition=when("width", ">", 1)), step("resize", size=(16,)), light]

    with pytest.raises(Fault) as caught:
        bench.make(dataset, steps=steps)
    hint = caught.value.hint
    assert hint is not None
    assert caught.value.message.endswith(f" is {hint.rpartition(' ')[2]}."), "it is rounded once"
    least = float(hint.removeprefix("drop brightness > ").removesuffix("%")) / 100
    kept = bench.make(dataset, steps=[*steps[:-1], step("drop", condition=when("brightness", ">", least))])

    assert "drop 1" == caught.value.path
    assert len(ImageSet(kept)) > 0


def test_very_few_left_is_a_remark(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 20)
    picture(64, 48).save(tmp_path / "a" / "big.png")
    bench.make(dataset, steps=[from_("./a/"), step("keep", condition=when("width", ">=", 60))])

    assert [("G402", "1 of 21 images remain; they were lost to `keep width >= 60 px` (20).")] == bench.remarks


def test_a_file_that_changed_since_it_was_digested_is_not_consumed(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 2)
    context = bench.context(dataset, steps=[from_("./a/")])
    picture(seed=9).save(tmp_path / "a" / "1.png")

    with pytest.raises(Changed):
        dataset.run(context)


def test_cancelling_ends_it(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 40)
    context = bench.context(dataset, steps=[from_("./a/")])

    def stop(done: int, total: int) -> None:
        if done == 3:
            raise Cancelled

    context.on_progress = stop
    with pytest.raises(Cancelled):
        dataset.run(context)
    assert not (context.result / "images.json").exists()


# Choosing ---------------------------------------------------------------------------------------------------------


def photograph(root: Path, name: str) -> Image.Image:
    return Image.open(root / "tests" / "images" / name).convert("RGB")


def test_near_twins_are_dropped_and_the_first_is_kept(bench: Bench, root: Path, tmp_path: Path) -> None:
    twin = photograph(root, "cc0/pail.webp")
    put(
        tmp_path / "a",
        a_png=twin,
        b_jpg=twin.resize((twin.width // 2, twin.height // 2)),
        c_png=photograph(root, "cc0/discus.webp"),
        d_png=Image.eval(twin, lambda v: v * 9 // 10),
    )
    made = bench.make(dataset, steps=[from_("./a/"), step("drop", condition=when("likeness", ">", 0.9))])

    assert ("a.png", "c.png") == names(made)


def test_likeness_joins_other_measures_in_one_condition(bench: Bench, root: Path, tmp_path: Path) -> None:
    twin = photograph(root, "cc0/pail.webp")
    put(tmp_path / "a", a_png=twin, b_png=twin.resize((120, 160)), c_png=twin.resize((200, 260)))
    small_twin = ir.Joined(operator="and", left=when("likeness", ">", 0.9), right=when("width", "<", 150))

    assert ("a.png", "c.png") == names(bench.make(dataset, steps=[from_("./a/"), step("drop", condition=small_twin)]))


def test_a_width_is_the_true_one_even_where_a_thumbnail_is_made(bench: Bench, tmp_path: Path) -> None:
    put(tmp_path / "a", wide_jpg=picture(1000, 800), slim_jpg=picture(999, 800))
    wide = step("keep", condition=when("width", ">=", 1000))

    assert ("wide.jpg",) == names(bench.make(dataset, steps=[from_("./a/"), wide, step("resize", size=(16,))]))


def test_pick_keeps_what_a_list_names_and_tells_of_names_that_mean_nothing(bench: Bench, tmp_path: Path) -> None:
    put(tmp_path / "a", x_png=picture(seed=1), y_png=picture(seed=2))
    put(tmp_path / "a" / "in", x_png=picture(seed=3), z_png=picture(seed=4))
    put(tmp_path, chosen_txt=b"-- by hand\n\nin/x.png\nz.png\nx.png\nlost.png\n")
    made = bench.make(dataset, steps=[from_("./a/"), step("pick", path="./chosen.txt")])

    assert ("in/x.png", "in/z.png", "x.png") == tuple(sorted(names(made)))
    assert [("G405", "./chosen.txt names what is not among the images: lost.png.")] == bench.remarks


def test_a_file_name_that_occurs_twice_picks_neither(bench: Bench, tmp_path: Path) -> None:
    put(tmp_path / "a" / "one", x_png=picture(seed=1))
    put(tmp_path / "a" / "two", x_png=picture(seed=2), y_png=picture(seed=3))
    put(tmp_path, chosen_txt=b"x.png\ny.png\n")

    assert ("two/y.png",) == names(bench.make(dataset, steps=[from_("./a/"), step("pick", path="./chosen.txt")]))


def test_a_renamed_file_is_noticed_only_where_a_list_goes_by_names(bench: Bench, tmp_path: Path) -> None:
    put(tmp_path / "a", x_png=picture())
    put(tmp_path, chosen_txt=b"x.png\n")

    def facts(*steps: ir.Step) -> list[tuple[str, str]]:
        files = bench.context(dataset, steps=steps).files
        return [(role, source.digest) for role, found in files.items() for source in found]

    plain, picking = [from_("./a/")], [from_("./a/"), step("pick", path="./chosen.txt")]
    before = facts(*plain), facts(*picking)
    (tmp_path / "a" / "x.png").rename(tmp_path / "a" / "w.png")

    assert before[0] == facts(*plain)
    assert before[1] != facts(*picking)


@pytest.mark.parametrize("word", ["take", "balance"])
def test_what_is_taken_by_chance_keeps_its_order_and_does_not_hang_on_the_others(
    bench: Bench, tmp_path: Path, word: str
) -> None:
    many(tmp_path / "a", 30)
    take = [from_("./a/"), step(word, count=10)]
    chosen = names(bench.make(dataset, steps=take, seed=5))
    (tmp_path / "a" / f"{next(i for i in range(30) if f'{i}.png' not in chosen)}.png").unlink()

    assert 10 == len(chosen)
    assert sorted(chosen, key=lambda name: int(name[:-4])) == list(chosen)
    assert chosen == names(bench.make(dataset, steps=take, seed=5))
    assert chosen != names(bench.make(dataset, steps=take, seed=6))


def test_shuffling_keeps_every_image(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 12)
    shuffled = names(bench.make(dataset, steps=[from_("./a/"), step("shuffle")], seed=1))

    assert sorted(shuffled) == sorted(f"{i}.png" for i in range(12))
    assert shuffled != tuple(f"{i}.png" for i in range(12))


def test_balance_takes_of_each_group_and_tells_of_those_that_have_fewer(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 6)
    many(tmp_path / "b", 2)
    groups = {"medusae": [from_("./a/")], "corals": [from_("./b/")]}
    made = bench.make(dataset, steps=[step("balance", count=3)], groups=groups)

    assert ("medusae",) * 3 + ("corals",) * 2 == ImageSet(made).groups
    assert ["`corals` has 2 images, fewer than the 3 that `balance` allows."] == [m for _, m in bench.remarks]


def test_balance_tells_of_many_small_groups_at_once(bench: Bench, tmp_path: Path) -> None:
    names = "abcdef"
    for name in names:
        many(tmp_path / name, 1)
    bench.make(dataset, steps=[step("balance", count=3)], groups={name: [from_(f"./{name}/")] for name in names})

    (told,) = (message for _, message in bench.remarks)
    assert told.startswith("6 groups have fewer images than the 3 that `balance` allows: `a` has 1, ")


def test_a_seed_matters_only_where_chance_has_a_part(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 3)

    def draws(*steps: ir.Step) -> bool:
        return module.draws(bench.context(dataset, steps=[from_("./a/"), *steps]).params)

    assert not draws(step("grey"))
    assert draws(step("shuffle"))
    assert (
        bench.make(dataset, steps=[from_("./a/")], seed=1).digest == bench.make(dataset, steps=[from_("./a/")]).digest
    )


# Captions ---------------------------------------------------------------------------------------------------------


def test_captions_come_from_a_table_from_sidecars_or_from_the_script(bench: Bench, tmp_path: Path) -> None:
    put(tmp_path / "a", x_png=picture(seed=1), y_png=picture(seed=2), x_txt=b"a bowl\n")
    put(tmp_path, table_csv=b'file,caption\ny.png,"lemons, three"\n')

    def captions(**values: str) -> tuple[str | None, ...]:
        return ImageSet(bench.make(dataset, steps=[from_("./a/"), step("caption", **values)])).captions

    assert (None, "lemons, three") == captions(from_="./table.csv")
    assert ("a bowl", None) == captions(from_="sidecars")
    assert ("fruit", "fruit") == captions(text="fruit")


# Films ------------------------------------------------------------------------------------------------------------


def test_a_film_gives_its_frames_with_rate_and_times(bench: Bench, tmp_path: Path) -> None:
    film(tmp_path / "walk.mp4")
    images = ImageSet(bench.make(dataset, steps=[from_("./walk.mp4")]))

    assert FOUR_FPS == images.rate
    assert tuple(i / FOUR_FPS for i in range(12)) == images.times
    assert [10 + 15 * i for i in range(12)] == pytest.approx([int(frame.mean()) for frame in images], abs=3)


@pytest.mark.parametrize(
    ("line", "rate", "times"),
    [
        ([step("skip", time=1.0), step("until", time=2.0)], 4, (1.0, 1.25, 1.5, 1.75)),
        ([step("keep", every=ir.Every(amount=5, unit="frames"))], 0.8, (0, 1.25, 2.5)),
        ([step("skip", time=1.0), step("keep", every=ir.Every(amount=3, unit="frames"))], 4 / 3, (1.0, 1.75, 2.5)),
        ([step("rate", rate=2.0)], 2, (0, 0.5, 1.0, 1.5, 2.0, 2.5)),
        ([step("until", time=0.5), step("rate", rate=8.0)], 8, (0, 0.125, 0.25, 0.375)),
    ],
)
def test_a_film_is_cut_and_thinned(
    bench: Bench, tmp_path: Path, line: Sequence[ir.Step], rate: float, times: tuple[float, ...]
) -> None:
    film(tmp_path / "walk.mp4")
    images = ImageSet(bench.make(dataset, steps=[from_("./walk.mp4"), *line]))

    assert rate == pytest.approx(images.rate)
    assert times == pytest.approx(images.times)
    assert [10 + 15 * int(time * FOUR_FPS) for time in times] == pytest.approx(
        [int(frame.mean()) for frame in images], abs=3
    )


def test_skipping_at_the_dataset_does_not_cut_before_steps_that_stand_above_it(bench: Bench, tmp_path: Path) -> None:
    film(tmp_path / "walk.mp4")
    every = step("keep", every=ir.Every(amount=5, unit="frames"))
    images = ImageSet(bench.make(dataset, steps=[from_("./walk.mp4"), every, step("skip", time=1.0)]))

    assert (1.25, 2.5) == images.times


def test_frames_of_a_film_with_broad_pixels_come_in_their_true_proportion(bench: Bench, tmp_path: Path) -> None:
    av = pytest.importorskip("av")
    with av.open(str(tmp_path / "broad.mp4"), "w") as out:
        stream = out.add_stream("libx264", rate=FOUR_FPS)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        stream.codec_context.sample_aspect_ratio = Fraction(16, 9)
        grey = av.VideoFrame.from_ndarray(np.full((64, 64, 3), 99, np.uint8), format="rgb24")
        out.mux([*stream.encode(grey), *stream.encode(None)])

    assert ((64, 114),) == ImageSet(bench.make(dataset, steps=[from_("./broad.mp4")])).sizes


def test_one_frame_may_be_shown_by_many_threads_at_once(tmp_path: Path) -> None:
    film(tmp_path / "walk.mp4", size=(640, 480))
    with video.Film(tmp_path / "walk.mp4") as opened, ThreadPoolExecutor(4) as pool:
        for frame in opened.frames():
            shown = set(pool.map(lambda _, frame=frame: frame.image().tobytes(), range(8)))

            assert 1 == len(shown)


def test_photographs_beside_a_film_are_no_frames(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 1)
    film(tmp_path / "a" / "walk.mp4")

    assert ImageSet(bench.make(dataset, steps=[from_("./a/")])).rate is None


def test_a_film_that_breaks_off_gives_the_frames_before(bench: Bench, tmp_path: Path) -> None:
    film(tmp_path / "whole.mkv", frames=16, size=(160, 120))
    (tmp_path / "torn.mkv").write_bytes((tmp_path / "whole.mkv").read_bytes()[:-600])
    whole, torn = (bench.make(dataset, steps=[from_(f"./{name}.mkv")]) for name in ("whole", "torn"))
    count = len(ImageSet(torn))

    assert 0 < count < 16
    assert ImageSet(whole).digests[:count] == ImageSet(torn).digests


def test_a_film_of_which_nothing_is_left_is_named(bench: Bench, tmp_path: Path) -> None:
    film(tmp_path / "torn.mkv", size=(160, 120))
    (tmp_path / "torn.mkv").write_bytes((tmp_path / "torn.mkv").read_bytes()[:900])

    with pytest.raises(
        Fault, match=r"torn\.mkv \(broken off: at most \d+% of it is there\) could not be read as a film"
    ):
        bench.make(dataset, steps=[from_("./torn.mkv")])


@pytest.mark.parametrize("step_", [step("pick", path="./a.txt"), step("caption", text=None, from_="./a.txt")])
def test_a_list_of_a_word_processor_is_told_as_what_it_is(bench: Bench, tmp_path: Path, step_: ir.Step) -> None:
    put(tmp_path / "photos", a_png=picture())
    (tmp_path / "a.txt").write_bytes(b"{\\rtf1 a.png}")

    with pytest.raises(Fault, match=r"^a\.txt is rich text, and plain text is wanted\."):
        bench.make(dataset, steps=[from_("./photos/"), step_])


def test_what_only_calls_itself_a_film_is_left_out(bench: Bench, tmp_path: Path) -> None:
    put(tmp_path / "a", x_mp4=b"no film", y_png=picture())
    bench.make(dataset, steps=[from_("./a/")])

    assert ["1 file in ./a/ could not be read as a film: x.mp4 (not a film). I left it out."] == [
        message for _, message in bench.remarks
    ]


def test_a_missing_pyav_is_a_fault_with_the_line_to_paste(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, x_mp4=b"film")
    monkeypatch.setitem(__import__("sys").modules, "av", None)

    with pytest.raises(Fault) as caught:
        bench.make(dataset, steps=[from_("./x.mp4")])
    assert "pip install 'intaglio[video]'" == caught.value.hint


# Sameness ---------------------------------------------------------------------------------------------------------


def test_the_same_files_and_steps_give_the_same_bytes(bench: Bench, root: Path, tmp_path: Path) -> None:
    (tmp_path / "images").symlink_to(root / "tests" / "images")
    steps = [
        from_("./images/cc0/", "./images/public-domain/"),
        step("keep", condition=when("width", ">=", 100)),
        step("drop", condition=when("likeness", ">", 0.96)),
        step("crop", around="square", place="centre"),
        step("resize", size=(32,)),
        step("mirror"),
        step("shuffle"),
    ]
    first, second = bench.make(dataset, steps=steps, seed=3), bench.make(dataset, steps=steps, seed=3)

    assert 14 == len(ImageSet(first))
    assert first.digest == second.digest
    assert first.seen["origins.json"].read_bytes() == second.seen["origins.json"].read_bytes()
    assert first.seen["steps.json"].read_bytes() == second.seen["steps.json"].read_bytes()
    assert {"origins.json", "steps.json"} == set(first.seen)


def test_progress_counts_every_image(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 5)
    bench.make(dataset, steps=[from_("./a/")])

    assert (5, 5, "images", {}) == bench.told[-1]
    assert sorted(done for done, *_ in bench.told) == [done for done, *_ in bench.told]


def test_the_key_sees_steps_and_measures_and_no_paths(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 1)
    many(tmp_path / "b", 1)

    def key(*steps: ir.Step) -> dict[str, Any]:
        return module.keyed(bench.context(dataset, steps=steps).params)

    keep = step("keep", condition=when("blur", "<", 0.4))
    assert key(from_("./a/"), keep) == key(from_("./b/"), keep)
    assert key(from_("./a/"), keep) != key(from_("./a/"))
    assert {"blur": 1} == key(from_("./a/"), keep)["measures"]
    json.dumps(key(from_("./a/"), keep))
