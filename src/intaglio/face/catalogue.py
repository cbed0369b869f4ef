"""Every command: what it may be told, and its page. Data only, so that the whole list costs nothing to read."""

from __future__ import annotations

from collections.abc import Mapping

from intaglio.face.usage import JSON, PLAIN, REPLACE, STORE, Command, Option

RUN = Command(
    "run",
    ("SCRIPT", "[STAGE…]"),
    "Make what the script asks for, and only what is out of date.",
    about="Make what the script asks for. What was made before and still holds is taken from the store; "
    "with names of stages, only they and what they need are made. Ctrl-C stops and keeps what was finished, and of a "
    "training how far it came.",
    options=(STORE, JSON, PLAIN, REPLACE),
    examples=(
        ("gen run table.gen", "everything"),
        ("gen run table.gen attempts", "one stage, and what it needs"),
        ("gen run table.gen --json", "an object a line, for programs"),
    ),
)
WATCH = Command(
    "watch",
    ("SCRIPT",),
    "Run it, and again whenever the script or its images change.",
    about="Run the script, then again at every save of it or of an image that it reads. A script with a mistake shows "
    "its mistake, and what was running goes on. A training that would take or throw away more than a minute is held: "
    "its cost is shown, and Enter begins it. Ctrl-C ends it.",
    options=(STORE, PLAIN, REPLACE, Option("--yes", "Begin dear trainings without asking.")),
    examples=(("gen watch table.gen", "leave it open beside your editor"),),
)
CHECK = Command(
    "check",
    ("SCRIPT…",),
    "Read the script and show every mistake. Makes nothing.",
    about="Read the script and show every mistake and remark; of very many the first fifty, and how to see the rest. "
    "Makes nothing.",
    options=(JSON, Option("--brief", "One line for each, whatever their number."), PLAIN),
    examples=(
        ("gen check table.gen", "each mistake, with a line to paste"),
        ("gen check *.gen --brief", "a line each"),
    ),
)
FMT = Command(
    "fmt",
    ("SCRIPT…",),
    "Set the script in its usual layout. Never changes what it makes.",
    about="Set the script in its usual layout, which never changes what it makes. One with mistakes is set as far as "
    "it is understood.",
    options=(
        Option("--check", "Change nothing; exit with 1 where something would change."),
        Option("--diff", "Change nothing; show what would change."),
    ),
    examples=(("gen fmt table.gen", "in place"), ("gen fmt --diff table.gen", "only show it")),
)
PLAN = Command(
    "plan",
    ("SCRIPT",),
    "Say what a run would do, and why. Makes nothing.",
    options=(STORE, JSON, PLAIN),
    examples=(("gen plan table.gen", "a line for each stage"),),
)
WHY = Command(
    "why",
    ("SCRIPT", "STAGE"),
    "Say what has changed since a stage was made.",
    options=(STORE, JSON, PLAIN),
    examples=(("gen why table.gen dreamer", "old and new, side by side"),),
)
OPEN = Command(
    "open",
    ("SCRIPT", "STAGE"),
    "Look at what a stage made.",
    about="Write what a stage made as ordinary pictures, film or sheet into a folder of the store, "
    "show it where there is a display, and print where it lies.",
    options=(STORE, JSON, Option("--plain", "Show nothing; only print where it lies.")),
    examples=(("gen open table.gen attempts", "its pictures"),),
)
STATUS = Command(
    "status",
    ("[SCRIPT]",),
    "Say what is kept, and how large it is.",
    options=(STORE, JSON, PLAIN),
    about="Say what is kept of each stage of a script, or, without one, of each script that uses the store of this "
    "folder; how large it is, and how much of it could be freed.",
    examples=(("gen status table.gen", "its stages"), ("gen status", "all scripts of this folder's store")),
)
EXPLAIN = Command(
    "explain",
    ("[CODE]",),
    "Explain a message by its code; without one, list them all.",
    options=(PLAIN,),
    examples=(("gen explain G204", "the whole page behind a message"),),
)
NEW = Command(
    "new",
    ("NAME",),
    "Begin: a folder with a small score and pictures to try it on.",
    examples=(("gen new first-table", "then: cd first-table && gen run first-table.gen"),),
)
COMPLETION = Command(
    "completion",
    ("SHELL",),
    "Print what lets bash, zsh or fish complete commands.",
    examples=(
        ("gen completion bash >> ~/.bashrc", "bash"),
        ('gen completion zsh > "${fpath[1]}/_gen"', "zsh"),
        ("gen completion fish > ~/.config/fish/completions/gen.fish", "fish"),
    ),
)

PIN = Command(
    "pin",
    ("SCRIPT", "[STAGE]"),
    "Keep what a stage has come to, whatever becomes of it.",
    about="Keep what a stage and all that it is made of have come to, or the whole script as it is made now, so that "
    "gen gc leaves it alone, also when the script has gone on.",
    options=(STORE,),
    examples=(
        ("gen pin table.gen dreamer", "this training, and its images"),
        ("gen pin table.gen", "all of it, as for an exhibition"),
    ),
)
UNPIN = Command(
    "unpin",
    ("SCRIPT", "[STAGE]"),
    "Let gen gc decide again about what was pinned.",
    options=(STORE,),
    examples=(("gen unpin table.gen dreamer", "every version of it that was pinned"),),
)
GC = Command(
    "gc",
    ("[SCRIPT]",),
    "Free what nothing needs any more.",
    about="Remove from the store of this folder, or of a script, what nothing needs any more. What is pinned stays, "
    "and what scripts make as they stand, what their last 3 runs came to, and what a running gen is at. It may be used "
    "beside one.",
    options=(
        STORE,
        Option("--dry-run", "Remove nothing; say what would go."),
        Option("--keep", "How many of the last runs of each script are kept; 3 without it.", "N"),
        Option("--to", "Free more, until no more than that is left: what was used longest ago first.", "SIZE"),
        JSON,
        PLAIN,
    ),
    examples=(
        ("gen gc --dry-run", "what would go, by name"),
        ("gen gc --keep 1", "only what scripts came to last"),
        ("gen gc --to 2GB", "as much as makes it fit"),
    ),
)
FSCK = Command(
    "fsck",
    ("[SCRIPT]",),
    "Read all that is kept, and set aside what is damaged.",
    about="Read everything in the store of this folder, or of a script, say what is not as it was written, and set "
    "that aside. What is needed of it is made again by the next run. Exits with 1 where there was any.",
    options=(STORE, JSON, PLAIN),
    examples=(("gen fsck", "after a disk has failed, or to be sure"),),
)

GROUPS: Mapping[str, tuple[Command, ...]] = {
    "Make": (NEW, RUN, WATCH, OPEN),
    "Understand": (CHECK, PLAN, WHY, EXPLAIN),
    "Keep": (STATUS, PIN, UNPIN, GC, FSCK),
    "Write": (FMT, COMPLETION),
}
COMMANDS: Mapping[str, Command] = {command.name: command for group in GROUPS.values() for command in group}
