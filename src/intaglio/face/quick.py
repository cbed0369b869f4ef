"""The run with nothing to do, from its arguments to its last line, with `sys` and `os` alone.

Anything that is not plainly such a run is answered with None, and goes the long way. What both ways say and do alike
stands here, for this is the end that may load nothing.
"""

# pathlib would cost half of the time of such a run.
# ruff: noqa: PTH118, PTH120

import os
import sys

from intaglio.runtime.world import unchanged

FOLDER = ".intaglio"  # the store, beside the script
VARIABLE = "INTAGLIO_STORE"
REFUSED = 2  # exit code where nothing could be begun, or nothing said
CLOSED_PIPE = 141  # exit code that a shell shows for a program whose reader has gone


def run(argv: list[str]) -> int | None:
    """`gen run` with these arguments, if all that it would do is say that nothing is to be done."""
    flags, words = _read(argv)
    if flags is None or not words or (flags["--json"] and words[1:]):
        return None
    script, only = words[0], tuple(words[1:])
    root = flags["--store"] or os.environ.get(VARIABLE) or os.path.join(os.path.dirname(script), FOLDER)
    fresh = unchanged.unchanged(script, root, only)
    if fresh is None:
        return None
    stages = [stage for stage in fresh.stages if not only or stage.name in only]
    if flags["--json"]:
        text = "\n".join([*(stage.told for stage in stages), fresh.done])
    else:
        text = nothing_to_do(script, [(stage.name, stage.saved) for stage in stages])
    return _write(text + "\n") if text.replace("\n", "").isprintable() else None


def _read(argv: list[str]) -> tuple[dict[str, str] | None, list[str]]:
    flags = {"--store": "", "--json": "", "--plain": "", "--replace": ""}
    words = []
    rest = iter(argv)
    for word in rest:
        if word == "--store":
            flags[word] = next(rest, "-")
            if flags[word].startswith("-"):  # it has no value
                return None, []
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
    head = f"Nothing to do: {all_fresh(len(stages))}."
    places = [(name, relative(path)) for name, saved in stages for path in saved]
    if places:
        width = max(len(name) for name, _ in places)
        return "\n".join([head, "", *(f"  {name:<{width}}  {path}" for name, path in places)])
    return f"{head}\n\n  gen open {_quoted(script)} {_quoted(stages[-1][0])}" if stages else head


def all_fresh(count: int) -> str:
    """That so many stages are all that there are, and fresh."""
    return "its one stage is fresh" if count == 1 else f"{all_of(count)} stages are fresh"


def all_of(count: int) -> str:
    """`both`, `all 3`."""
    return "both" if count == 2 else f"all {count}"


def relative(path: str) -> str:
    """A path as one would type it here."""
    here = os.path.relpath(path)
    if here.startswith(os.path.join("..", "..")):
        return path
    return here if here.startswith("..") else os.path.join(".", here)


def _quoted(word: str) -> str:
    plain = all(letter.isalnum() or letter in "-_./" for letter in word) and word
    return word if plain else "'" + word.replace("'", "'\"'\"'") + "'"


def _write(text: str) -> int:
    out = sys.stdout
    if out is None:
        return 0
    out.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # it is the stream that Python opened
    try:
        out.write(text)
        out.flush()
    except OSError as error:
        return unheard(error)
    return 0


def unheard(error: OSError) -> int:
    """Say that what there is to say cannot be written: nobody reads it, or a full disk lies behind it.

    What is still buffered goes nowhere, for Python would try again at its end, and say so in its own way. Returns the
    exit code.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return CLOSED_PIPE
    try:
        if sys.stderr is not None:
            sys.stderr.write(f"What gen says could not be written: {(error.strerror or str(error)).lower()}.\n")
            sys.stderr.flush()
    except OSError:  # nor can that
        os.dup2(nowhere, sys.stderr.fileno())
    return REFUSED
