from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import intaglio


def test_importing_the_package_loads_next_to_nothing() -> None:
    code = "import sys; before = set(sys.modules); import intaglio; print(*(set(sys.modules) - before))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.split() == ["intaglio"]


def test_a_work_is_checked_planned_run_and_looked_at(score: Path) -> None:
    work = intaglio.open(score)
    events: list[str] = []

    work.run("colours", listen=lambda event: events.append(event.event))
    made = work["colours"]

    assert work.check() == ()
    assert [*work] == ["colours", "plate"]
    assert events[0] == "started"
    assert events[-1] == "done"
    assert [stage.state.value for stage in work.plan().stages] == ["fresh", "new"]
    assert [image.size for image in made.images] == [(11, 8)] * 4
    assert sorted(path.suffix for path in made.path.iterdir()) == [".png"] * 4
    assert made.manifest.kind == "dataset"
    assert made.key == work.plan().stages[0].key
    assert made.digest == made.artifact.digest
    assert made.current


def test_mistakes_are_an_exception_with_every_diagnostic(score: Path) -> None:
    score.write_text("gen 1\nsampel x\nsampel y\n")

    with pytest.raises(intaglio.Mistakes) as caught:
        intaglio.open(score).run()

    assert [each.span.line for each in caught.value.diagnostics if each.code == "G101"] == [2, 3]
    assert f"{score}:2:1: G101" in str(caught.value)


def test_a_stage_that_fails_is_an_exception_that_names_it(score: Path) -> None:
    score.write_text(score.read_text().replace("  resize 8 px", "  keep width > 900 px"))

    with pytest.raises(intaglio.StageFailed) as caught:
        intaglio.open(score).run()

    assert [each.stage for each in caught.value.failures] == ["colours"]
    assert "colours (line 4)" in str(caught.value)


def test_a_copy_that_is_not_gen_s_to_write_over_is_told_with_the_line_that_allows_it(score: Path) -> None:
    (score.parent / "out").mkdir()
    (score.parent / "out" / "plate.png").write_text("mine")

    with pytest.raises(intaglio.StageFailed, match=f"Try: gen run {score} --replace"):
        intaglio.open(score).run()


def test_what_is_not_there_is_refused(score: Path) -> None:
    work = intaglio.open(score)

    with pytest.raises(intaglio.Refused, match="`colours` is not made yet"):
        work["colours"]
    with pytest.raises(intaglio.Refused, match="No line in the script makes `nothing`"):
        work.run("nothing")


def test_a_stage_that_is_not_there_gets_the_nearest_name_and_all_there_are(score: Path) -> None:
    with pytest.raises(KeyError) as caught:
        intaglio.open(score)["plaet"]

    assert "No line in the script makes `plaet`. It makes colours, plate. Try: work['plate']" == str(caught.value)


def test_opening_what_is_not_there_says_so_at_once_and_what_is(score: Path) -> None:
    with pytest.raises(intaglio.Refused) as near:
        intaglio.open(score.with_name("colour.gen"))
    with pytest.raises(intaglio.Refused, match=f"{score.parent} holds {score.name}"):
        intaglio.open(score.with_name("entirely-different.gen"))

    assert str(near.value) == f"There is no file {score.with_name('colour.gen')}. Try: {score}"


def test_a_work_and_its_results_are_written_out_on_a_line(score: Path) -> None:
    work = intaglio.open(score).run("colours")

    assert f"Work({str(score)!r})" == repr(work)
    assert "Result('colours', makes='images', cells=1, current=True)" == repr(work["colours"])
    assert len(repr(work.session)) < 500


def test_the_store_may_lie_elsewhere(score: Path, tmp_path: Path) -> None:
    intaglio.open(score, store=tmp_path / "else").run("colours")

    assert (tmp_path / "else" / "records").is_dir()
    assert not (tmp_path / ".intaglio").exists()
