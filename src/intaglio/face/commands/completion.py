"""`gen completion`: what lets a shell complete commands, options and scripts. Made from the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from intaglio.face.catalogue import COMMANDS
from intaglio.face.refusal import Exit, Refused
from intaglio.face.terminal import Terminal
from intaglio.face.usage import HELP, Arguments, Command
from intaglio.lang.nearest import nearest


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Print the completion of a shell."""
    if arguments.shell not in SHELLS:
        likely = nearest(arguments.shell, SHELLS) or "bash"
        raise Refused(f"I know {', '.join(SHELLS)}, and not `{arguments.shell}`.", f"gen completion {likely}")
    print(SHELLS[arguments.shell]())
    return Exit.DONE


def _options(command: Command) -> str:
    return " ".join(option.name for option in (*command.options, HELP))


def _bash() -> str:
    cases = "\n".join(f'    {command.name}) options="{_options(command)}" ;;' for command in COMMANDS.values())
    return f"""_gen() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" options=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "{" ".join(COMMANDS)} help --help --version" -- "$word"))
    return
  fi
  if [ "${{COMP_WORDS[1]}}" = help ]; then
    COMPREPLY=($(compgen -W "{" ".join(COMMANDS)}" -- "$word"))
    return
  fi
  case "${{COMP_WORDS[1]}}" in
{cases}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -X '!*.gen' -- "$word") $(compgen -d -- "$word")) ;;
  esac
}}
complete -o filenames -F _gen gen"""


def _zsh() -> str:
    commands = "\n".join(f"    '{command.name}:{_zsh_text(command.summary)}'" for command in COMMANDS.values())
    cases = "\n".join(f"    {command.name}) {_zsh_arguments(command)} ;;" for command in COMMANDS.values())
    return f"""#compdef gen
_gen() {{
  local -a commands
  commands=(
{commands}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words; (( CURRENT-- ))
  case $command in
{cases}
  esac
}}
compdef _gen gen"""


def _zsh_arguments(command: Command) -> str:
    options = [
        f"'{option.name}[{_zsh_text(option.doc)}]{':value:_files' if option.value else ''}'"
        for option in (*command.options, HELP)
    ]
    return " ".join(["_arguments", *options, "'*:script:_files -g \"*.gen\"'"])


def _zsh_text(text: str) -> str:
    escaped = text.replace("'", "'\\''")
    for letter in "[]:":
        escaped = escaped.replace(letter, f"\\{letter}")
    return escaped


def _fish() -> str:
    lines = ["complete -c gen -f"]
    for command in COMMANDS.values():
        summary = _fish_text(command.summary)
        lines.append(f"complete -c gen -n __fish_use_subcommand -a {command.name} -d '{summary}'")
        for option in (*command.options, HELP):
            value = " -r" if option.value else ""
            doc = _fish_text(option.doc)
            seen = f"'__fish_seen_subcommand_from {command.name}'"
            lines.append(f"complete -c gen -n {seen} -l {option.name.removeprefix('--')}{value} -d '{doc}'")
    lines.append("complete -c gen -n 'not __fish_use_subcommand' -a '(__fish_complete_suffix .gen)'")
    return "\n".join(lines)


def _fish_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'")


SHELLS: Mapping[str, Callable[[], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
