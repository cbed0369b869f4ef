"""The guard of kinds' versions: what code stood behind each version when it was last accepted.

A result is found again by its kind's version, so code that changes results must change the version. For each kind
`versions.lock` holds its version and the digest of all that its results flow through (`reaching`).

`make accept` writes the lock anew: for kinds whose version was raised, and for those whose results are the same.
Whether they are is tried: the score in the kind's docstring is run with the code of the last release, and with that of
now. A version that was in no release has no results that anyone keeps, and may still come to mean something else.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

if __name__ == "__main__":  # as `make accept` calls it: then what tests share is not found yet
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from intaglio.stdlib.registry import kinds, module_of
from tests.stdlib import examples, reaching

ROOT = Path(__file__).resolve().parents[2]
LOCK = Path("tests/stdlib/versions.lock")
BUMP = "raise its version, or run `make accept` if its results are the same"

Versions = Mapping[str, tuple[int, str]]  # of each kind: its version, and the digest of the code behind it


def current(root: Path = ROOT) -> Versions:
    """Each kind that runs, as it is now."""
    running = {name: kind for name, kind in kinds().items() if kind.run is not None}
    return {name: (kind.version, reaching.digest(module_of(name), root)) for name, kind in running.items()}


def accepted(root: Path = ROOT) -> Versions:
    """Each kind as it was accepted."""
    return _read((root / LOCK).read_text(encoding="utf-8"))


def moved(old: Versions, new: Versions) -> list[str]:
    """The kinds whose version or code is not what it was."""
    return [name for name in new if old.get(name) != new[name]]


def refusals(root: Path = ROOT) -> dict[str, str]:
    """The kinds that have moved and cannot be accepted, each with the reason."""
    old, new, release = accepted(root), current(root), _last_release(root)
    released = {} if release is None else _read(_git(root, "show", f"{release}:{LOCK}").decode())
    why: dict[str, str] = {}
    for name in moved(old, new):
        version = new[name][0]
        if version < max(old.get(name, (0, ""))[0], released.get(name, (0, ""))[0]):
            why[name] = f"version {version} was left behind long ago, and its results may still lie in a store"
        elif release is not None and released.get(name, (0, ""))[0] == version and not _same(name, release, root):
            why[name] = f"its results are not those of {release}: raise its version"
    return why


def write(root: Path = ROOT) -> None:
    """Put down every kind as it is now."""
    lines = [f"{name} {version} {digest}\n" for name, (version, digest) in current(root).items()]
    (root / LOCK).write_text("".join(lines), encoding="utf-8")


def _read(text: str) -> Versions:
    return {name: (int(version), digest) for name, version, digest in map(str.split, text.splitlines())}


# Results of a release ----------------------------------------------------------------------------------------------


def _last_release(root: Path) -> str | None:
    """The tag of the last release that has a lock; None before the first."""
    try:
        tags = _git(root, "tag", "--merged", "HEAD", "--sort=-version:refname", "--list", "v*").decode().split()
    except (OSError, subprocess.CalledProcessError):  # not a clone
        return None
    return next((tag for tag in tags if re.fullmatch(r"v\d+(\.\d+)*", tag) and _has_lock(root, tag)), None)


def _has_lock(root: Path, tag: str) -> bool:
    return bool(_git(root, "ls-tree", "--name-only", tag, str(LOCK)).strip())


def _same(name: str, release: str, root: Path) -> bool:
    """Whether a kind makes of its example, as the release has it, what it made of it then."""
    with tempfile.TemporaryDirectory() as folder:
        then = Path(folder) / "then"
        with tarfile.open(fileobj=io.BytesIO(_git(root, "archive", release))) as archive:
            archive.extractall(then, filter="data")
        score = examples.score((then / "stdlib" / "stages" / f"{name}.py").read_text(encoding="utf-8"))
        before = examples.results(score, name, then, Path(folder) / "before")
        return before is not None and before == examples.results(score, name, root, Path(folder) / "after")


def _git(root: Path, *words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=root, capture_output=True, check=True).stdout


def main() -> int:
    """`make accept`. Returns the exit code."""
    why = refusals()
    if why:
        print("Nothing was accepted.", *(f"  {name}: {reason}." for name, reason in why.items()), sep="\n")
        return 1
    told = moved(accepted(), current())
    write()
    print(f"Accepted: {', '.join(told)}." if told else "Nothing has moved.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
