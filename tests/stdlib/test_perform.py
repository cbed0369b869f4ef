"""perform: code of one's own as a stage. What it may make, what goes wrong in it, and what no worker takes from it."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from intaglio.face.session import Session
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.run.events import Failed, Remarked
from tests.desk import Desk
from tests.stdlib import examples
from tests.stdlib.conftest import photographs

SCORE = """gen 1

dataset fruit from ./photos/

perform own from fruit
  code ./own.py
"""
HEAD = '''"""own: what a test performs."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np

from intaglio.lang.vocabulary import Number
from intaglio.runtime.artifacts.images import ImageSet, ImageWriter
from intaglio.runtime.contract import Context, Fault, Made, Params, setting, stage
from intaglio.runtime.keys.digests import derive


class Own(Params):
    """What may be said beneath it."""

    level: Annotated[int, Number(0, 255, whole=True)] = setting(7, "How bright.")
    look: Literal["plain", "odd"] = setting("plain", "How it looks.")
    told: Annotated[int, Number(0, 9, whole=True)] = setting(0, "Said, and no more.", keyed=False)


'''
FLAT = (
    HEAD
    + '''@stage("own", version=1, makes="images", params=Own, draws=True)
def own(context: Context[Own]) -> Made:
    """One picture."""
    noise = np.random.default_rng(derive(context.seed, "own", 0)).integers(0, 9, (4, 6, 3))
    with ImageWriter(context.result, context.seen) as out:
        out.add((context.params.level + noise).astype(np.uint8))
    return Made(1)
'''
)


def doing(body: str, makes: str = "images") -> str:
    """A file whose function does this."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    return f'{HEAD}@stage("own", version=1, makes="{makes}", params=Own)\ndef own(context):\n{lines}\n'


@pytest.fixture
def desk(tmp_path: Path, crew: Crew) -> Desk:
    photographs(tmp_path, 3)
    return Desk(tmp_path, crew)


def trusting(desk: Desk, text: str, name: str = "own.py") -> None:
    """Write a file, and trust it."""
    (desk.folder / name).write_text(text, encoding="utf-8")
    examples.trust(desk.folder, f"./{name}")


def failure(desk: Desk, text: str, score: str = SCORE) -> Failed:
    """What keeps a trusted file from being performed."""
    trusting(desk, text)
    (failed,) = [event for event in desk.run(score).events if isinstance(event, Failed)]
    return failed


# What it comes to --------------------------------------------------------------------------------------------------


def test_a_stage_is_made_once_and_found_again(desk: Desk) -> None:
    trusting(desk, FLAT)

    assert (["fruit", "own"], []) == (desk.run(SCORE).made, desk.run(SCORE).made)


@pytest.mark.parametrize(
    ("said", "makes_again"),
    [
        ("level 8", True),
        ("look odd", True),
        ("seed 3", True),
        ("level 7", False),
        ("told 4", False),
        ("makes images", False),
    ],
)
def test_what_changes_its_pictures_is_keyed_and_nothing_else(desk: Desk, said: str, makes_again: bool) -> None:
    trusting(desk, FLAT)
    desk.run(SCORE)

    assert makes_again == ("own" in desk.run(f"{SCORE}  {said}\n").made)


def test_a_sweep_over_its_own_setting_has_a_result_for_each_value(desk: Desk) -> None:
    trusting(desk, FLAT)

    made = desk.run(f"{SCORE}  each level 10, 200\n").artifacts("own")

    assert [True, False] == [ImageSet(each)[0].mean() < 100 for each in made]


def test_code_that_changed_and_makes_the_same_stops_the_wave(desk: Desk) -> None:
    score = f"{SCORE}\ndataset after from own\n  grey\n"
    trusting(desk, FLAT)
    desk.run(score)
    trusting(desk, FLAT + "\n# a note\n")

    reasons = {stage.name: stage.reason for stage in desk.plan(score).stages}
    made = desk.run(score).made

    assert "the code ./own.py: 1 changed" == reasons["own"]
    assert ["own"] == made


def test_why_tells_its_own_settings_as_they_are_said(desk: Desk) -> None:
    trusting(desk, FLAT)
    desk.run(SCORE)

    (own,) = [stage for stage in desk.plan(f"{SCORE}  level 9\n").stages if stage.name == "own"]

    assert "level: 7 -> 9" == own.reason


def test_its_settings_are_checked_as_those_of_any_verb(desk: Desk) -> None:
    trusting(desk, FLAT)
    said = {
        line: [each.code for each in desk.read(f"{SCORE}  {line}\n").diagnostics] for line in ("level 300", "levl 3")
    }

    assert {"level 300": ["G204"], "levl 3": ["G102"]} == said


def test_a_table_can_be_saved(desk: Desk) -> None:
    rows = "(context.result / 'table.csv').write_text('a,b\\n1,2\\n')\nreturn Made(1, unit='rows')"
    trusting(desk, doing(rows, "table"))

    desk.run(f"{SCORE}  makes table\n  save ./out/own.csv\n")

    assert "a,b\n1,2\n" == (desk.folder / "out" / "own.csv").read_text()


def test_a_model_made_of_a_model_draws(desk: Desk) -> None:
    copied = (
        "for name, path in context.models[0].artifact.result.items():\n"
        "    (context.result / name).write_bytes(path.read_bytes())\n"
        "return Made(1, unit='models')"
    )
    trusting(desk, doing(copied, "model"))
    score = (
        "gen 1\n\ndataset fruit from ./photos/\n  crop square\n  resize 16 px\n\ntrain m from fruit\n  model gan\n"
        "  steps 1\n\nperform own with m\n  code ./own.py\n  makes model\n\nsample a with m\n  count 2\n\n"
        "sample b with own\n  count 2\n"
    )

    ran = desk.run(score)

    assert ran.artifacts("a")[0].digest == ran.artifacts("b")[0].digest


def test_the_page_shows_the_very_code_that_is_tried(root: Path) -> None:
    page = (root / "docs" / "perform.md").read_text("utf-8")

    assert f"```python\n{(examples.OWN / 'solarise.py').read_text('utf-8')}```" in page


# What goes wrong ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("x = 1\nreturn x / 0", "./own.py, line 26: ZeroDivisionError: division by zero."),
        ("import sys\nsys.exit(3)", "./own.py, line 26: it left by itself (SystemExit)."),
        ("raise Fault('The lamp is off.')", "The lamp is off."),
        ("import beside", "./own.py, line 25: ModuleNotFoundError: No module named 'beside'. beside.py lies beside it"),
        ("return None", "./own.py returned NoneType."),
        ("return Made(1)", "./own.py should make images, and did not: its result holds none."),
        ("(context.result / 'x').symlink_to('/etc/passwd')\nreturn Made(1)", "./own.py left x in its result"),
        ("(context.result / 'images.json').write_text('{}')\nreturn Made(1)", "what lies there is damaged"),
        ("open('/nowhere/at/all')", "FileNotFoundError: [Errno 2]"),
    ],
)
def test_what_goes_wrong_in_it_is_told_with_its_line_and_no_traceback(desk: Desk, body: str, told: str) -> None:
    (desk.folder / "beside.py").write_text("(open('marker', 'w'))")

    failed = failure(desk, doing(body))

    assert told in failed.message
    assert "Traceback" not in failed.message
    assert "stdlib" not in failed.message


def test_a_setting_whose_type_does_not_hold_what_its_line_says_is_told_by_its_name(desk: Desk) -> None:
    text = FLAT.replace("Number(0, 255, whole=True)]", "Number(0, 255, whole=True), Field(multiple_of=7)]")
    text = text.replace("import numpy as np", "import numpy as np\nfrom pydantic import Field")

    failed = failure(desk, text, f"{SCORE}  level 5\n")

    assert failed.message.startswith("./own.py declares its setting `level` as a type that does not hold 5")


def test_what_python_says_in_full_is_written_down(desk: Desk) -> None:
    failed = failure(desk, doing("x = 1\nreturn x / 0"))
    log = desk.folder / ".intaglio" / "perform.log"

    assert str(log) in failed.message
    assert "ZeroDivisionError: division by zero" in log.read_text()


def test_code_that_ends_its_process_is_told_as_a_worker_that_ended(desk: Desk) -> None:
    failed = failure(desk, doing("import os\nos._exit(3)"))

    assert "The worker ended by itself (code 3)" in failed.message


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("a,b\n1\n", "row 2 of table.csv has not as many values"),
        ("", "the first row of table.csv has no head"),
        ("a,\n1,2\n", "the first row of table.csv has no head"),
    ],
)
def test_a_table_that_is_none_is_told(desk: Desk, rows: str, told: str) -> None:
    body = f"(context.result / 'table.csv').write_text({rows!r})\nreturn Made(1)"

    assert told in failure(desk, doing(body, "table"), f"{SCORE}  makes table\n").message


def test_a_model_that_nothing_could_draw_with_is_told(desk: Desk) -> None:
    body = "(context.result / 'model.json').write_text('{}')\n(context.result / 'model.safetensors').write_bytes(b'')"
    failed = failure(desk, doing(body + "\nreturn Made(1)", "model"), f"{SCORE}  makes model\n")

    assert "./own.py should make model, and did not" in failed.message


def test_a_stage_that_is_stopped_while_its_code_heeds_nothing_ends_within_moments_and_all_that_it_began(
    desk: Desk,
) -> None:
    body = (
        "import subprocess\n"
        "other = subprocess.Popen(['sleep', '300'])\n"
        "(context.seen / 'begun').write_text(str(other.pid))\n"
        "while True:\n    pass"
    )
    trusting(desk, doing(body))
    session = Session.at(desk.folder / "score.gen")
    (desk.folder / "score.gen").write_text(SCORE)
    script, store = session.read(), session.store()
    execution = session.execution(script, store, session.files(store), desk.crew)
    stopped: list[float] = []
    others: list[int] = []

    def stop() -> None:
        while (
            not (said := [path.read_text() for path in desk.folder.glob(".intaglio/tmp/*/seen/begun")]) or not said[0]
        ):
            time.sleep(0.01)
        others.append(int(said[0]))
        stopped.append(time.monotonic())
        execution.cancel()

    threading.Thread(target=stop, daemon=True).start()
    events = list(execution.events())
    took = time.monotonic() - stopped[0]

    assert [] == [event for event in events if isinstance(event, Failed)]
    assert took < 2.5  # the second that a worker has, and a busy machine
    assert _has_ended(others[0])


def _has_ended(process: int) -> bool:
    """Whether a program that a worker began is over, or only waits for somebody to take note of it."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def test_progress_and_remarks_are_told(desk: Desk) -> None:
    trusting(desk, FLAT.replace("    return Made(1)", "    context.remark('It is late.')\n    return Made(1)"))

    assert ["It is late."] == [event.message for event in desk.run(SCORE).events if isinstance(event, Remarked)]


# What no worker takes from it --------------------------------------------------------------------------------------


def test_what_code_does_to_its_worker_reaches_no_other_stage(desk: Desk) -> None:
    """One file changes numpy for whoever comes after it in the process; the other draws as if it had not."""
    spoiling = FLAT.replace("    return Made(1)", "    np.random.default_rng = None\n    return Made(1)")
    score = SCORE.replace("own.py", "spoiling.py") + "\nperform second from own\n  code ./own.py\n"
    trusting(desk, FLAT)
    alone = desk.run(SCORE).digests["own"]
    trusting(desk, spoiling, "spoiling.py")

    ran = desk.run(score)

    assert [] == ran.failures
    assert alone == ran.digests["second"]


def test_what_runs_is_what_was_trusted_whatever_lies_there_when_it_runs(desk: Desk) -> None:
    """The file is put in another's place between the plan and the run, with the times that it had."""
    trusting(desk, FLAT)
    session = Session.at(desk.folder / "score.gen")
    (desk.folder / "score.gen").write_text(SCORE)
    script, store = session.read(), session.store()
    files = session.files(store)
    execution = session.execution(script, store, files, desk.crew)
    files.trusted("./own.py")
    marker = desk.folder / "marker"
    (desk.folder / "own.py").write_text(f"open({str(marker)!r}, 'w')\n{FLAT}")

    (failed,) = [event for event in execution.events() if isinstance(event, Failed)]

    assert "you have not said that you trust it as it is now" in failed.message
    assert not marker.exists()


def test_what_python_compiled_and_left_beside_it_is_not_run(desk: Desk) -> None:
    """A `.pyc` that claims to be of the trusted file is brought along, as a project could."""
    import importlib.util
    import py_compile

    trusting(desk, FLAT)
    marker, other = desk.folder / "marker", desk.folder / "other.py"
    other.write_text(f"open({str(marker)!r}, 'w')\n{FLAT}")
    planted = Path(importlib.util.cache_from_source(str(desk.folder / "own.py")))
    planted.parent.mkdir()
    py_compile.compile(str(other), str(planted), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)

    assert [] == desk.run(SCORE).failures
    assert not marker.exists()
