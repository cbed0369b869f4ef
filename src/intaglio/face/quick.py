"""The run with nothing to do, from its arguments to its last line, with `sys` and `os` alone.

Anything that is not plainly such a run is answered with None, and goes the long way.
"""

# pathlib would cost half of the time of such a run.
# ruff: noqa: PTH118, PTH120

import os
import sys

from intaglio.runtime import unchanged

FOLDER = ".intaglio"  # the store, beside the script
VARIABLE = "INTAGLIO_STORE"
CLOSED_PIPE = 141  # what a shell shows for a program whose reader has gone
UNWRITTEN = 2


def run(argv: list[str]) -> int | None:
    """`gen run` with these arguments, if all that it would do is say that nothing is to be done."""
    flags, words = _read(argv)
    if flags is None or not words or (flags["--json"] and words[1:]):
        return None
    script, only = words[0], tuple(words[1:])
    root = flags["--store"] or os.environ.get(VARIABLE) or os.path.join(os.path.dirname(script), FOLDER)
    stages = unchanged.unchanged(script, root, only)
    if stages is None:
        return None
    stages = [stage for stage in stages if not only or stage.name in only]
    text = _objects(stages) if flags["--json"] else nothing_to_do(script, [(s.name, s.saved) for s in stages])
    return _write(text + "\n") if text.replace("\n", "").isprintable() else None


def _read(argv: list[str]) -> tuple[dict[str, str] | None, list[str]]:
    flags = {"--store": "", "--json": "", "--plain": "", "--replace": ""}
    words = []
    rest = iter(argv)
    for word in rest:
        if word == "--store":
            flags[word] = next(rest, "")
        elif word.startswith("--store="):
            flags["--store"] = word[8:]
        elif word in flags:
            flags[word] = word
        elif word.startswith("-"):
            return None, []
        else:
            words.append(word)
    return flags, words


def nothing_to_do(script: str, stages: list[tuple[str, tuple[str, ...]]]) -> str:
    """That all stages, each with where it was saved, are fresh; and where to look."""
    count = len(stages)
    head = "Nothing to do: " + ("its one stage is fresh." if count == 1 else f"all {count} stages are fresh.")
    places = [(name, relative(path)) for name, saved in stages for path in saved]
    if places:
        width = max(len(name) for name, _ in places)
        return "\n".join([head, "", *(f"  {name:<{width}}  {path}" for name, path in places)])
    return f"{head}\n\n  gen open {_quoted(script)} {_quoted(stages[-1][0])}" if stages else head


def relative(path: str) -> str:
    """A path as one would type it here."""
    here = os.path.relpath(path)
    if here.startswith(os.path.join("..", "..")):
        return path
    return here if here.startswith("..") else os.path.join(".", here)


def _quoted(word: str) -> str:
    plain = all(letter.isalnum() or letter in "-_./" for letter in word) and word
    return word if plain else "'" + word.replace("'", "'\"'\"'") + "'"


def _objects(stages: list[unchanged.Stage]) -> str:
    import json

    skipped = [
        {"event": "skipped", "stage": s.name, "reason": "fresh", "key": s.key, "saved": list(s.saved)} for s in stages
    ]
    done = {"event": "done", "made": 0, "fresh": len(stages), "failed": 0, "waiting": 0, "seconds": 0.0}
    return "\n".join(json.dumps(event) for event in [*skipped, {**done, "cancelled": False}])


def _write(text: str) -> int:
    out = sys.stdout
    if out is None:
        return 0
    out.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # it is the stream that Python opened
    try:
        out.write(text)
        out.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        return CLOSED_PIPE
    except OSError as error:  # a full disk behind it; Python would try again at its end, and say so in its own way
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        sys.stderr.write(f"What gen has to say could not be written: {error.strerror}.\n")
        return UNWRITTEN
    return 0
