"""observing: previews that are asked for when a training has ended, or is on its way, and other places to save to."""

from __future__ import annotations

from pathlib import Path

import pytest

from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store.store import Store
from tests.matrix.studio import TRAINING, Studio, Told

MODELS = ["gan", "autoencoder", "vae", "vae-gan", "diffusion"]


def score(*, preview: str | None = None, model: str = "autoencoder", steps: int = 12, save: str | None = None) -> str:
    said = [] if preview is None else [f"  preview {preview}"]
    said += [] if save is None else [f"  save {save}"]
    text = TRAINING.replace("steps 12", "\n".join([f"steps {steps}", *said])).replace("autoencoder", model)
    return text.replace("  latent 8\n", "" if model == "diffusion" else "  latent 8\n")


def seen(studio: Studio, told: Told) -> dict[str, bytes]:
    """The previews of the training, as a new process finds them."""
    artifact = Store(studio.store).find(Key(told.keys["dreamer"]))
    assert artifact is not None
    return {name: path.read_bytes() for name, path in artifact.seen.items() if name.endswith(".png")}


def ran(studio: Studio, text: str) -> Told:
    studio.write(text)
    told = studio.run()
    assert (0, []) == (told.code, told.of("failed")), told.text
    return told


def named(*steps: int) -> list[str]:
    return [f"preview-{step:06d}.png" for step in steps]


@pytest.mark.slow
@pytest.mark.parametrize("model", MODELS)
def test_a_preview_that_is_edited_afterwards_is_drawn_from_what_was_kept(
    model: str, academy: Studio, tmp_path: Path
) -> None:
    before = ran(academy, score(model=model, preview="3 every 4 steps"))
    after = ran(academy, score(model=model, preview="2 every 4 steps"))
    again = ran(academy, score(model=model, preview="2 every 4 steps"))
    afresh = Studio.at(tmp_path / "afresh", "")
    whole = ran(afresh, score(model=model, preview="2 every 4 steps"))

    assert ["dreamer"] == after.made
    assert [(3, 0, "previews")] == [(each["made"], each["reused"], each["unit"]) for each in after.of("finished")]
    assert [] == again.made
    assert [] == after.of("remark")
    assert before.keys == after.keys == whole.keys
    assert seen(academy, after) == seen(afresh, whole)
    assert named(4, 8, 12) == sorted(seen(academy, after))
    assert [] == academy.damage()


@pytest.mark.slow
def test_moments_that_were_not_kept_are_told_with_a_line_that_shows_what_was(academy: Studio) -> None:
    ran(academy, score(preview="2 every 4 steps"))
    after = ran(academy, score(preview="2 every 2 steps"))
    (remark,) = after.of("remark")
    offered = ran(academy, score(preview=remark["hint"].removeprefix("preview ")))

    assert "3 of 6 previews cannot be drawn any more: what the model was after 2, 6, 10 steps" in remark["message"]
    assert "steps 4, 8, 12 are kept" in remark["message"]
    assert "preview 2 every 4 steps" == remark["hint"]
    assert ([], []) == (offered.of("remark"), [each for each in offered.of("finished") if each["made"]])
    assert named(4, 8, 12) == sorted(seen(academy, offered))


@pytest.mark.slow
def test_a_first_preview_of_a_finished_training_shows_its_end(academy: Studio, tmp_path: Path) -> None:
    ran(academy, score())
    after = ran(academy, score(preview="4 every 12 steps"))
    afresh = Studio.at(tmp_path / "afresh", "")

    assert ["dreamer"] == after.made
    assert [] == after.of("remark")
    assert seen(academy, after) == seen(afresh, ran(afresh, score(preview="4 every 12 steps")))


@pytest.mark.slow
def test_a_result_whose_course_was_let_go_still_shows_its_end(academy: Studio, tmp_path: Path) -> None:
    ran(academy, score())
    for note in academy.store.glob("chains/*.json"):
        note.unlink()
    after = ran(academy, score(preview="4 every 6 steps"))
    (remark,) = after.of("remark")
    afresh = Studio.at(tmp_path / "afresh", "")
    whole = seen(afresh, ran(afresh, score(preview="4 every 6 steps")))

    assert "after 6 steps was not kept" in remark["message"]
    assert seen(academy, after) == {name: whole[name] for name in named(12)}


@pytest.mark.slow
def test_a_preview_that_is_edited_on_the_way_is_drawn_as_if_it_had_been_said_at_first(
    academy: Studio, tmp_path: Path
) -> None:
    ran(academy, score(preview="2 every 3 steps", steps=6))
    on = ran(academy, score(preview="4 every 3 steps"))
    afresh = Studio.at(tmp_path / "afresh", "")
    whole = ran(afresh, score(preview="4 every 3 steps"))
    (dreamer,) = [each for each in on.of("finished") if each["stage"] == "dreamer"]

    assert (6, 6, "steps") == (dreamer["made"], dreamer["reused"], dreamer["unit"])
    assert seen(academy, on) == seen(afresh, whole)
    assert academy.results() | afresh.results() == academy.results()


@pytest.mark.slow
def test_a_preview_that_is_taken_away_takes_no_picture_with_it(academy: Studio) -> None:
    before = ran(academy, score(preview="2 every 4 steps"))
    after = ran(academy, score())

    assert [] == after.made
    assert seen(academy, before) == seen(academy, after)


@pytest.mark.slow
def test_a_place_to_save_a_model_is_edited_and_nothing_runs(academy: Studio) -> None:
    ran(academy, score(save="./out/model/"))
    placed = {path.name: path.read_bytes() for path in (academy.out / "model").iterdir()}
    after = ran(academy, score(save="./out/other/"))

    assert [] == after.made
    assert placed == {path.name: path.read_bytes() for path in (academy.out / "other").iterdir()}


@pytest.mark.slow
def test_a_preview_that_cannot_be_drawn_afterwards_is_told_and_blocks_nothing(academy: Studio, tmp_path: Path) -> None:
    before = ran(academy, score(preview="3 every 4 steps"))
    academy.write(score(preview="2 every 4 steps").replace("count 10", "count 6"))
    note = tmp_path / "failed"
    done = academy.run(env={"INTAGLIO_FAIL": "worker:open:*:5:previews.json", "INTAGLIO_FAILED": str(note)})
    (remark,) = done.of("remark")

    assert "previews.json" in note.read_text()
    assert (0, []) == (done.code, done.of("failed")), done.text
    assert "There is more to see of it" in remark["message"]
    assert "attempts" in done.made
    assert before.keys["dreamer"] == done.keys["dreamer"]

    after = academy.run()

    assert ["dreamer"] == after.made
    assert [] == after.of("remark")


@pytest.mark.slow
def test_a_training_that_draws_previews_first_tells_of_its_steps_when_it_learns(academy: Studio) -> None:
    ran(academy, score(preview="3 every 4 steps"))
    told = ran(academy, score(preview="2 every 4 steps", steps=40))
    learning = [each for each in told.of("progress") if each["unit"] == "steps"]

    assert "previews" in {each["unit"] for each in told.of("progress")}
    assert {40} == {each["total"] for each in learning}
    assert 40 == learning[-1]["done"]


@pytest.mark.slow
def test_previews_are_looked_at_with_gen_open(academy: Studio) -> None:
    ran(academy, score(preview="3 every 4 steps", model="gan"))
    opened = academy.gen("open", "score.gen", "dreamer", "--plain")
    folder = academy.folder / opened.text.splitlines()[0]

    assert 0 == opened.code, opened.text
    assert set(named(4, 8, 12)) <= {path.name for path in folder.iterdir()}

    before = (folder / "preview-000004.png").read_bytes()
    more = ran(academy, score(preview="2 every 4 steps", model="gan"))
    academy.gen("open", "score.gen", "dreamer", "--plain")

    assert before != (folder / "preview-000004.png").read_bytes() == seen(academy, more)["preview-000004.png"]
