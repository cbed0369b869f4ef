"""Peers: the engines that Intaglio is measured beside, in an environment of their own, installed when asked for."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / ".venv-bench"
NAMES = ("doit", "dvc", "snakemake")


@dataclass(frozen=True, slots=True)
class Peer:
    """A command that is there, and its version."""

    command: Path
    version: str


def installed() -> Mapping[str, Peer]:
    """Those that pip can install here. The others are told of, and left out."""
    if not (PLACE / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", PLACE], check=True)
    found = {name: _peer(name) or _install(name) for name in NAMES}
    return {name: peer for name, peer in found.items() if peer is not None}


def alone(*names: str) -> Path | None:
    """A folder with these packages and nothing that they ask for, to be put on a path; None where pip cannot.

    For one that asks for libraries which the environment has already, or which nobody here calls.
    """
    place = PLACE / f"alone-{names[0]}"
    if not place.exists():
        print(f"Laying {names[0]} into {PLACE.name} …", flush=True)
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        told = subprocess.run([*pip, "--target", place, *names], capture_output=True, text=True, check=False)
        if told.returncode:
            print(f"{names[0]} cannot be installed here, and is left out: {told.stderr.strip().splitlines()[-1]}")
            return None
    return place


def version_in(place: Path, name: str) -> str:
    """The version of a package that lies in such a folder."""
    (found,) = importlib.metadata.distributions(name=name, path=[str(place)])
    return found.version


def _install(name: str) -> Peer | None:
    print(f"Installing {name} into {PLACE.name} …", flush=True)
    pip = [PLACE / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", name]
    told = subprocess.run(pip, capture_output=True, text=True, check=False)
    if told.returncode:
        print(f"{name} cannot be installed here, and is left out: {told.stderr.strip().splitlines()[-1]}", flush=True)
    return _peer(name)


def _peer(name: str) -> Peer | None:
    ask = "import importlib.metadata, sys; print(importlib.metadata.version(sys.argv[1]))"
    told = subprocess.run([PLACE / "bin" / "python", "-c", ask, name], capture_output=True, text=True, check=False)
    return None if told.returncode else Peer(PLACE / "bin" / name, told.stdout.strip())
