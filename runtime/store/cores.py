"""How many physical cores there are: the number of threads that a machine computes with best."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

MOST = 8


def threads() -> int:
    """Physical cores that this process may use, at most 8."""
    return max(1, min(MOST, _physical()))


def _physical() -> int:
    if sys.platform == "darwin":
        told = subprocess.run(["sysctl", "-n", "hw.physicalcpu"], capture_output=True, text=True, check=False).stdout
        return int(told) if told.strip().isdigit() else os.cpu_count() or 1
    if not hasattr(os, "sched_getaffinity"):
        return os.cpu_count() or 1
    allowed = os.sched_getaffinity(0)
    return len({_core(number) for number in allowed})


def _core(number: int) -> str:
    """What the logical processors of one physical core have in common; its own number where the system does not say."""
    siblings = Path(f"/sys/devices/system/cpu/cpu{number}/topology/thread_siblings_list")
    try:
        return siblings.read_text()
    except OSError:
        return str(number)
