"""Formats: what the name after `save` ends in, against what can be made and what `format` says."""

from __future__ import annotations

import posixpath
from re import IGNORECASE

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.desk import mend
from intaglio.lang.checker.settings import Owner, Said
from intaglio.lang.patterns import pattern
from intaglio.lang.vocabulary import FILES, SAVED_AS, Choice
from intaglio.lang.wording import listed

_ENDING = pattern(r"\.[a-z][a-z0-9]{0,5}", IGNORECASE)  # of a file: the `.2` of `./v1.2` is none


def agree(said: Said, owner: Owner) -> None:
    """Tell of a suffix that nothing can be made in, or that is not the `format` asked for. A folder is left be."""
    path, setting = said.values.get("save"), owner.words.get("format")
    if not isinstance(path, str):
        return
    if setting is None or not isinstance(setting.slots[0].type, Choice):
        _agree_with_what_is_made(path, said, owner)
        return
    stem, suffix = posixpath.splitext(path)
    choices = setting.slots[0].type.offered
    ending, wanted = suffix[1:].lower(), said.values.get("format")
    if not ending or path.endswith("/") or (ending in choices and wanted in (None, ending)):
        return
    line = said.lines["save"]
    node = line.values[0]
    fitting = str(wanted) if wanted in choices else owner.desk.nearest(ending, choices) or choices[0]
    because = f"`{suffix}` is not a format that `{owner.name}` makes. It makes {', '.join(choices)}."
    if ending in choices:
        because = f"`format` asks for {wanted}, and the name after `save` ends in `{suffix}`."
    facts = mend(line, node.start, node.end, f"{stem}.{fitting}")
    owner.desk.say(wrong.values.NotAChoice(word="save", choices=choices, given=ending, because=because, **facts))


def _agree_with_what_is_made(path: str, said: Said, owner: Owner) -> None:
    """Tell of a suffix that no copy has of what the stage makes: a folder would be called so."""
    makes = owner.made.makes if owner.made is not None else ""
    stem, suffix = posixpath.splitext(path)
    known = SAVED_AS.get(makes)
    pictured = makes in ("images", "frames")
    if known is None or not _ENDING.fullmatch(suffix) or suffix[1:].lower() in known:
        return
    if pictured and suffix.lower() in FILES:
        return  # that one file holds one picture is told once it is known how many there are
    line = said.lines["save"]
    node = line.values[0]
    fitting = f"{stem}/" if pictured else f"{stem}.{known[0]}"
    files = "a folder of png files" if pictured else listed([f"`.{each}`" for each in known], "and", len(known))
    because = f"`{suffix}` is not a file that `{owner.name}` can be saved as. What it makes is saved as {files}."
    facts = mend(line, node.start, node.end, fitting)
    owner.desk.say(wrong.values.NotAChoice(word="save", choices=known, given=suffix[1:], because=because, **facts))
