"""Every command: what it may be told, and its page. Data only, so that the whole list costs nothing to read."""

from __future__ import annotations

from collections.abc import Mapping

from intaglio.face.usage import JSON, PLAIN, REPLACE, STORE, Command, Option

RUN = Command(
    "run",
    ("SCRIPT", "[STAGE…]"),
    "Make what the script asks for, and only what is out of date.",
    about="Make what the script asks for. What was made before and still holds is taken from the store; "
    "with names of stages, only they and what they need are made. Ctrl-C stops and keeps what was finished.",
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
    options=(JSON, Option("--brief", "One line for each mistake."), PLAIN),
    examples=(
        ("gen check table.gen", "each mistake, with a line to paste"),
        ("gen check *.gen --brief", "a line each"),
    ),
)
FMT = Command(
    "fmt",
    ("SCRIPT…",),
    "Set the script in its usual layout. Never changes what it makes.",
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
    options=(STORE, JSON, PLAIN),
    examples=(("gen open table.gen attempts", "its pictures"),),
)
STATUS = Command(
    "status",
    ("[SCRIPT]",),
    "Say what is kept, and how large it is.",
    options=(STORE, JSON, PLAIN),
    examples=(("gen status table.gen", "its stages"), ("gen status", "the store of this folder")),
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

GROUPS: Mapping[str, tuple[Command, ...]] = {
    "Make": (NEW, RUN, WATCH, OPEN),
    "Understand": (CHECK, PLAN, WHY, STATUS, EXPLAIN),
    "Write": (FMT, COMPLETION),
}
COMMANDS: Mapping[str, Command] = {command.name: command for group in GROUPS.values() for command in group}
