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
    """End at once. Python would take apart all that was read, which takes a twentieth of the time that reading it took;
    nobody waits for that, but for who counts calls or lines, and for threads.
    """
    if sys.getprofile() or sys.gettrace() or "threading" in sys.modules:
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return  # what could not be said is told at the usual end
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
