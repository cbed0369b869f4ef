"""A step that finds groups is one file: it is planted in a copy of the code, and everyone knows the groups it finds."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from intaglio.stdlib import finders
from intaglio.stdlib.measures import VERSIONS
from tests.stdlib.conftest import photographs

TONES = '''"""tones: images sorted from dark to light."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from intaglio.lang.vocabulary import Finds, Number
from intaglio.runtime.contract import Line, setting
from intaglio.stdlib.finders import Finder, Numbers, Remark, Said, Sight


class Tones(Line):
    """Sort the images into groups from dark to light, named `tone-1` and so on."""

    finds: ClassVar[Finds] = Finds("tone", "tones", count="levels")

    levels: Annotated[int, Number(2, 9, whole=True, usual=3)] = setting(doc="How many groups.")


def _sort(sights: Sequence[Sight], said: Said, seed: int, remark: Remark) -> Numbers:
    light = [sum(sight.look) for sight in sights]
    return [sum(other < each for other in light) * said["levels"] // len(light) for each in light]


FINDER = Finder(word="tones", line=Tones, sort=_sort)
'''

# The same step, but for who says how many groups there are: nobody before it has run.
BURSTS = TONES.replace('"tone", "tones", count="levels"', '"burst", "bursts"').replace('"tones"', '"bursts"')

PROBE = """
import json, sys
from pathlib import Path
from intaglio.face.session import Session
from intaglio.runtime.artifacts.images import ImageSet
from tests.stdlib import inside

text = sys.stdin.read()
session = Session.at(Path("score.gen"))
script = session.understand(text.replace("|", ""))
told = {"mistakes": [each.message() for each in script.diagnostics]}
if "|" in text:
    from intaglio.face.server import completion
    from tests.face.server.pages import marked
    told["offered"] = [item.label for item in completion.items(*marked(text))]
elif script.program is not None:
    store = session.store()
    plan = session.plan(script.program, store)
    told["planned"] = {stage.name: [cell.point.labels() for cell in stage.cells] for stage in plan.stages}
    execution = session.execution(script, store, session.files(store), inside.crew(), ["table"])
    assert not [event for event in execution.events() if type(event).__name__ == "Failed"]
    (cell,) = execution.planned["table"].cells
    told["groups"] = ImageSet(cell.artifact).groups
    told["measures"] = list(cell.manifest.settings["measures"])
print(json.dumps(told))
"""

SCORE = """gen 1

dataset table from ./photos/
  {step}

train eye from table
  model gan
  condition group

sample each-one with eye
  each group from table

dataset dark from table.{part}
  save ./dark/
"""


class Planted:
    """A copy of the code with one more file in it, and a folder with photographs."""

    def __init__(self, root: Path, folder: Path, file: str, text: str) -> None:
        self._root, self._code, self._folder = root, folder / "code", folder / "work"
        for room in ("lang", "runtime", "stdlib", "src"):
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(root / room, self._code / room, symlinks=True, ignore=ignored)
        (self._code / "stdlib" / "finders" / file).write_text(text)
        self._folder.mkdir()
        photographs(self._folder)

    def told(self, text: str) -> dict[str, Any]:
        """What this code says of a score; where a `|` stands in it, what may stand there."""
        path = os.pathsep.join([str(self._code / "src"), str(self._root)])
        command = [sys.executable, "-c", PROBE]
        env = {**os.environ, "PYTHONPATH": path}
        done = subprocess.run(command, cwd=self._folder, env=env, input=text, capture_output=True, text=True)
        assert not done.returncode, done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer


@pytest.fixture(scope="module")
def counted(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Planted:
    return Planted(root, tmp_path_factory.mktemp("counted"), "tones.py", TONES)


@pytest.fixture(scope="module")
def uncounted(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Planted:
    return Planted(root, tmp_path_factory.mktemp("uncounted"), "bursts.py", BURSTS)


def test_groups_that_a_new_step_counts_are_checked_planned_and_found(counted: Planted) -> None:
    told = counted.told(SCORE.format(step="tones 3", part="tone-1"))

    assert [] == told["mistakes"]
    assert [{"group": f"tone-{number}"} for number in (1, 2, 3)] == told["planned"]["each-one"]
    assert ["tone-1", "tone-2", "tone-3"] == sorted({*told["groups"]})
    assert ["look"] == told["measures"]


def test_a_group_that_it_does_not_find_is_told_with_those_that_it_does(counted: Planted) -> None:
    told = counted.told(SCORE.format(step="tones 3", part="tone-4"))

    assert ["`table` has no part called `tone-4`. It has tone-1, tone-2 and tone-3."] == told["mistakes"]


@pytest.mark.parametrize("first", ["cluster 3", "shots"])
def test_groups_that_are_found_last_are_all_that_a_check_a_plan_and_a_run_know(counted: Planted, first: str) -> None:
    score = SCORE.format(step=f"{first}\n  cluster 2", part="cluster-2")
    told = counted.told(score)

    assert [] == told["mistakes"]
    assert [{"group": "cluster-1"}, {"group": "cluster-2"}] == told["planned"]["each-one"]
    assert ["cluster-1", "cluster-2"] == sorted({*told["groups"]})
    beyond = counted.told(score.replace("table.cluster-2", "table.cluster-4"))
    assert ["`table` has no part called `cluster-4`. It has cluster-1 and cluster-2."] == beyond["mistakes"]


def test_groups_that_are_found_last_in_a_group_are_all_that_it_has_and_the_next_one_goes_on_counting(
    counted: Planted,
) -> None:
    beneath = "".join(f"  group {name}\n    from ./photos/\n    cluster 3\n    cluster 2\n" for name in ("one", "two"))
    score = SCORE.replace(" from ./photos/\n  {step}", f"\n{beneath.rstrip()}")
    told = counted.told(score.format(part="cluster-4"))
    names = [f"cluster-{number}" for number in (1, 2, 3, 4)]

    assert [] == told["mistakes"]
    assert [{"group": name} for name in names] == told["planned"]["each-one"]
    assert names == sorted({*told["groups"]})
    (mistake,) = counted.told(score.format(part="cluster-5"))["mistakes"]
    assert mistake.endswith("It has cluster-1, cluster-2, cluster-3 and cluster-4.")


def test_a_new_step_is_offered_with_the_others(counted: Planted) -> None:
    pytest.importorskip("pygls")
    told = counted.told("gen 1\n\ndataset table from ./photos/\n  |")

    assert {"cluster", "shots", "tones"} <= set(told["offered"])


def test_groups_that_nobody_can_count_are_reached_by_name_and_swept_by_none(uncounted: Planted) -> None:
    swept = SCORE.format(step="bursts 2", part="burst-7")
    named = uncounted.told(swept.replace("each group from table", "each group burst-1, burst-2"))
    (mistake,) = uncounted.told(swept)["mistakes"]

    assert [] == named["mistakes"]
    assert [{"group": "burst-1"}, {"group": "burst-2"}] == named["planned"]["each-one"]
    assert "Nobody can tell how many bursts `table` has before it was made." in mistake
    assert "`each group burst-1, burst-2` names them." in mistake


@pytest.mark.parametrize("finder", finders.every().values(), ids=list(finders.every()))
def test_a_finder_is_called_as_its_file_is_and_goes_by_what_is_keyed(finder: finders.Finder) -> None:
    file = Path(finders.__file__).parent / f"{finder.word.replace('-', '_')}.py"

    assert file.exists()
    assert finder.line.finds is not None
    assert finder.measures <= VERSIONS.keys()
