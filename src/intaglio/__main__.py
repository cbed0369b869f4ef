"""The command `gen`. A run with nothing to do ends here, before anything but `sys` and `os` is loaded."""

import os
import sys


def main() -> int:
    """Run the command line. Returns the exit code."""
    argv = sys.argv[1:]
    if argv[:1] == ["run"]:
        from intaglio.face import quick

        code = quick.run(argv[1:])
        if code is not None:
            return code
    import gc
    import signal

    gc.disable()  # nothing that is loaded goes away again; the command says how seldom it is looked for
    # Nothing is begun yet that could be kept: a Ctrl-C while libraries load ends it at once, and says nothing.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from intaglio.face.command import main as command

    code = command(argv)
    if argv[:1] == ["check"]:
        _end(code)
    return code


def _end(code: int) -> None:
    """End at once: to take apart all that was read would take Python a twentieth of the time that reading it took. A
    program with threads, or one that is watched, ends as any does.
    """
    if "threading" in sys.modules or _is_watched():
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return  # what could not be said is told at the usual end
    os._exit(code)


def _is_watched() -> bool:
    """Whether somebody counts its calls or lines, who says how many at the end."""
    monitoring = getattr(sys, "monitoring", None)  # from Python 3.12 on
    counts = monitoring is not None and any(map(monitoring.get_tool, range(6)))
    return counts or sys.getprofile() is not None or sys.gettrace() is not None


if __name__ == "__main__":
    sys.exit(main())
