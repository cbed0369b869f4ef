"""Formats: what the name after `save` ends in, against what can be made and what `format` says."""

from __future__ import annotations

import posixpath

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.desk import mend
from intaglio.lang.checker.settings import Owner, Said
from intaglio.lang.vocabulary import Choice


def agree(said: Said, owner: Owner) -> None:
    """Tell of a suffix that nothing can be made in, or that is not the `format` asked for. A folder is left be."""
    path, setting = said.values.get("save"), owner.words.get("format")
    if not isinstance(path, str) or setting is None or not isinstance(setting.slots[0].type, Choice):
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
