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
    elsewhere=(("--dry-run", "plan"), ("-n", "plan")),
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
    "Makes nothing. With --fix it mends what can be meant in one way only: margins, punctuation, quotation marks, the "
    "spelling of units, words of other tools. What is a guess it leaves to you, and shows.",
    options=(
        JSON,
        Option("--brief", "One line for each, whatever their number."),
        Option("--fix", "Mend what can be meant in one way only, say which lines, and show what is left."),
        Option("--diff", "With --fix: change nothing; show what would change."),
        PLAIN,
    ),
    examples=(
        ("gen check table.gen", "each mistake, with a line to paste"),
        ("gen check *.gen --brief", "a line each"),
        ("gen check --fix --diff table.gen", "what --fix would do"),
        ("gen check --fix table.gen", "and do it"),
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
SHOW = Command(
    "show",
    ("SCRIPT", "[NAME]"),
    "Play a show, on screens or into a film.",
    about="Play a show that gen run left ready, in windows of a browser on this machine, one for each screen; F fills "
    "the screen. It goes on where it was. With --to it is written as a film instead, or, with --to -, poured as raw "
    "video into a pipe. It keeps no picture: with --frame, one is made again from the journal. Ctrl-C ends it.",
    options=(
        STORE,
        Option("--port", "Where its pages are served, on this machine only; 7373 without it.", "N"),
        Option("--osc", "Let OSC messages to this port move what moves in its models; from this machine only.", "PORT"),
        Option("--for", "How long it plays: 90s, 10min, 2h.", "TIME"),
        Option(
            "--to", "A film to write (.mp4, .webm, .gif), - for a pipe, or, with --frame, a picture (.png).", "FILE"
        ),
        Option("--frame", "Make this picture of the journal again, by its number.", "N"),
        Option("--size", "How long the shorter side of that picture is; 2400 px without it.", "PX"),
        Option("--replace", "Write over a file that is there."),
        Option("--plain", "Open no browser; only print the addresses."),
    ),
    examples=(
        ("gen show passersby.gen", "on its screens"),
        ("gen show passersby.gen --osc 9000", "on its screens, led by faders"),
        ("gen show passersby.gen --to passersby.mp4 --for 60s", "a minute of it as a film"),
        ("gen show passersby.gen --to - | mpv --fs -", "without a browser"),
        ("gen show passersby.gen --frame 1206 --to print.png", "one of its pictures, for a print"),
    ),
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
    "Explain a message by its code, or a recipe by its name; without one, list them all.",
    options=(PLAIN,),
    examples=(
        ("gen explain G204", "the whole page behind a message"),
        ("gen explain contact-sheet", "a recipe that comes with gen, and what it takes"),
    ),
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
PRINT = Command(
    "print",
    ("SCRIPT",),
    "Set the script itself as a page, to be hung or read.",
    about="Set the text of the script as a page to be hung or read: its notes in italics and in the margin, and at its "
    "foot the edition, with the work's key. It lies beside the script, unless said otherwise. A script with mistakes "
    "is set all the same.",
    options=(
        Option("--as", "pdf, svg, png or html; pdf without it.", "FORMAT"),
        Option("--paper", "a0 to a6; a4 without it. Larger paper, larger letters.", "PAPER"),
        Option("--to", "Where to write it; its ending may say the format.", "FILE"),
        Option("--fonts", "A folder of fonts to set it with, where the system has none for its letters.", "DIR"),
        Option("--replace", "Write over a file that gen did not write, or that was edited since."),
        STORE,
    ),
    examples=(
        ("gen print table.gen", "table.pdf, on A4"),
        ("gen print table.gen --paper a2 --to wall.pdf", "for a wall"),
        ("gen print table.gen --as html", "a page for the web, of one file"),
    ),
)
CARD = Command(
    "card",
    ("SCRIPT", "STAGE"),
    "Set what a dataset is as a page: its sources, steps, gaps, pictures.",
    about="Set what a dataset is as a page, for those who see or use what is made of it: how many images there are and "
    "in which groups, whose they are and on what terms, what each step left, what is missing, which are near twins, "
    "and a sheet of them. It lies beside the script, unless said otherwise. The dataset must have been made.",
    options=(
        Option("--as", "html or pdf; html without it.", "FORMAT"),
        Option("--to", "Where to write it; its ending may say the format.", "FILE"),
        Option("--replace", "Write over a file that gen did not write, or that was edited since."),
        STORE,
    ),
    examples=(
        ("gen card table.gen fruit", "fruit-card.html, one file"),
        ("gen card table.gen fruit --to fruit.pdf", "for paper"),
    ),
    of="dataset",
)
GRAPH = Command(
    "graph",
    ("SCRIPT",),
    "Draw what is made from what, and with which model.",
    about="Draw the stages of a script, what each is made from (a line) and with which model (a dashed line); sweeps, "
    "groups, and what a run would keep or make.",
    options=(
        Option("--as", "svg, dot or mermaid; svg without it.", "FORMAT"),
        Option("--to", "Where to write it; its ending may say the format. Without it, it is printed.", "FILE"),
        Option("--replace", "Write over a file that gen did not write, or that was edited since."),
        STORE,
    ),
    examples=(
        ("gen graph table.gen --to table.svg", "a drawing"),
        ("gen graph table.gen --as mermaid", "for a page in Markdown"),
    ),
)
DOCS = Command(
    "docs",
    ("[WORD]",),
    "The reference: every verb and setting, with an example and its picture.",
    about="The reference, made from the stage kinds themselves: every verb with its settings, their units, ranges, "
    "defaults and choices, and an example; and in all of it, what the example makes, measures, and every message. "
    "Of a setting, a step or a choice (`gen docs truncation`) it tells where it stands, and of a word of the language "
    "(`gen docs let`) or a recipe that ships (`gen docs contact-sheet`) what that is for. Without a word it lists all.",
    options=(
        Option("--open", "Show all of it as one page in the browser. It needs no network."),
        Option("--to", "Write it: one page (a file that ends in .html), or Markdown (a folder).", "PLACE"),
        Option("--replace", "Write over files that are there already, and other than these."),
        Option("--json", "Say it as JSON, for programs: each verb, and how its settings are written."),
        PLAIN,
    ),
    examples=(
        ("gen docs train", "one verb, here"),
        ("gen docs truncation", "one setting, step or choice"),
        ("gen docs let", "one word of the language"),
        ("gen docs --open", "all of it"),
        ("gen docs --to reference.html", "all of it, as one file"),
    ),
)
IR = Command(
    "ir",
    ("[SCRIPT]",),
    "Print a checked script for other programs to read.",
    about="Print what a script means, as JSON for other programs: names resolved, arithmetic done, sizes in pixels and "
    "times in seconds, and no places or notes. With --schema, the schema that it keeps to, which has a version.",
    options=(Option("--json", "On one line."), Option("--schema", "The JSON schema, in place of a script.")),
    examples=(("gen ir table.gen --json", "for a program"), ("gen ir --schema", "what may be in it")),
)

TRUST = Command(
    "trust",
    ("[SCRIPT]",),
    "Say that the Python a script performs may run, after having seen it.",
    about="Show each Python file that a script performs, where it lies, how large it is and what it holds, and ask "
    "whether it may run as you. Nothing of it runs before. What you trust is written down for you alone, outside of "
    "every project, by where the file lies and by what it holds: one that is edited or moved asks again.",
    options=(
        Option("--yes", "Ask nothing: you have read it."),
        Option("--list", "Say what you trust."),
        Option("--revoke", "Trust a script's files, or one file, no longer."),
        PLAIN,
    ),
    examples=(
        ("gen trust table.gen", "look at its code, and say yes or no"),
        ("gen trust --list", "all that you trust"),
        ("gen trust --revoke table.gen", "none of its code runs any more"),
    ),
)

GROUPS: Mapping[str, tuple[Command, ...]] = {
    "Make": (NEW, RUN, WATCH, TRUST, OPEN, SHOW),
    "Understand": (CHECK, PLAN, WHY, GRAPH, EXPLAIN, DOCS),
    "Keep": (STATUS, PIN, UNPIN, GC, FSCK),
    "Write": (FMT, PRINT, CARD, IR, COMPLETION),
}
COMMANDS: Mapping[str, Command] = {command.name: command for group in GROUPS.values() for command in group}
