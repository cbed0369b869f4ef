"""Handover: what another process needs to teach the same networks, in a folder: JSON, and tensors as safetensors.

The networks themselves follow as the state that the first process is in (`training.STATE`), so what they began with, or
were restored to, only that one has to know.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from intaglio.stdlib.nn.regimen import Regimen
from intaglio.stdlib.nn.training import Lesson

NOTE, TENSORS = "lesson.json", "lesson.safetensors"


@dataclass(frozen=True, slots=True)
class Handover:
    """A lesson; the settings of `train` as JSON; and the step from which `count` processes share it."""

    lesson: Lesson
    params: str
    freeze: Sequence[str]
    begin: int
    count: int

    def write(self, folder: Path) -> None:
        """Write it to a folder."""
        lesson = self.lesson
        note = {
            "height": lesson.height,
            "width": lesson.width,
            "sets": len(lesson.sets),
            "regimen": asdict(lesson.regimen),
            "operations": [*lesson.operations],
            "groups": lesson.groups,
            "params": self.params,
            "freeze": [*self.freeze],
            "begin": self.begin,
            "count": self.count,
            "threads": torch.get_num_threads(),
        }
        tensors = {f"set-{number}": each.permute(0, 2, 3, 1).contiguous() for number, each in enumerate(lesson.sets)}
        if lesson.numbers is not None:
            tensors["numbers"] = lesson.numbers.contiguous()
        (folder / NOTE).write_text(json.dumps(note))
        save_file(tensors, folder / TENSORS)

    @classmethod
    def read(cls, folder: Path) -> Handover:
        """Read it from a folder, and compute with as many threads as there: the bits must be the same."""
        note, tensors = json.loads((folder / NOTE).read_text()), load_file(folder / TENSORS)
        torch.set_num_threads(note["threads"])
        lesson = Lesson(
            note["height"],
            note["width"],
            [tensors[f"set-{number}"].permute(0, 3, 1, 2) for number in range(note["sets"])],
            Regimen(**note["regimen"]),
            note["operations"],
            note["groups"],
            tensors.get("numbers"),
        )
        return cls(lesson, note["params"], note["freeze"], note["begin"], note["count"])
