"""`gen print`: the script itself, set as a page. Makes nothing else; a script with mistakes is set all the same."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from intaglio.face.formats import again, format_of
from intaglio.face.interchange import key_of
from intaglio.face.loading import refusing
from intaglio.face.printing.folio import Folio, folio
from intaglio.face.printing.typesetting import PAGED, PAPERS, Setting, typeset
from intaglio.face.printing.web import page
from intaglio.face.printing.writing import Writing
from intaglio.face.reading import text_of
from intaglio.face.refusal import Exit, Refused
from intaglio.face.session import Session
from intaglio.face.terminal import Terminal
from intaglio.face.text import pasted, several, visible
from intaglio.face.usage import Arguments
from intaglio.face.writing import give
from intaglio.lang.ir import Program
from intaglio.lang.nearest import nearest
from intaglio.lang.script import has_mistake, read
from intaglio.lang.world import Nowhere

FORMATS = (*PAGED, "html")
MOMENT = "SOURCE_DATE_EPOCH"


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Write the page or pages, and print where they lie."""
    session = Session.at(arguments.script, arguments.store)
    form = format_of(arguments, FORMATS, "pdf")
    how = Setting(form, _paper(arguments), _folder(arguments.fonts), moment_of(os.environ))
    text = text_of(session.script)
    program = _program(session, text)
    what = folio(text, session.script.stem, program, key_of(program) if program is not None else None)
    pages, lacking = _set(what, how)
    target = Path(arguments.to) if arguments.to else session.script.with_suffix(f".{form}")
    files = dict(zip(names(target, len(pages)), pages, strict=True))
    with refusing():
        homes, allow = (Path.cwd(), session.script.parent), again(arguments, "replace", None)
        give(files, target, session.store(), replace_others=arguments.replace, allow=allow, homes=homes)
    print("\n".join(visible(str(path)) for path in files))
    _remark(session.script, text, program, lacking)
    return Exit.DONE


def names(target: Path, count: int) -> list[Path]:
    """Where each page goes: `wall.png`, or `wall-1.png` and so on where there are several."""
    if count == 1:
        return [target]
    digits = len(str(count))
    return [target.with_name(f"{target.stem}-{number:0{digits}}{target.suffix}") for number in range(1, count + 1)]


def _set(what: Folio, how: Setting) -> tuple[Sequence[bytes], Sequence[Writing]]:
    if how.form == "html":
        return [page(what)], ()  # the reader's browser has its own fonts
    pages = typeset(what, how)
    return pages.data, pages.lacking


def _program(session: Session, text: str) -> Program | None:
    """What the text means, whatever lies on this disk: the same text has the same page everywhere."""
    return read(text, session.vocabulary, Nowhere(), session.lender).program


def _paper(arguments: Arguments) -> str:
    paper = (arguments.paper or "a4").lower()
    if paper in PAPERS:
        return paper
    likely = again(arguments, "paper", nearest(paper, PAPERS) or "a4")
    raise Refused(f"`gen print` knows no paper `{arguments.paper}`. It has {', '.join(PAPERS)}.", likely)


def _folder(asked: str | None) -> Path | None:
    if asked is not None and not Path(asked).is_dir():
        raise Refused(f"There is no folder {asked} to take fonts from.")
    return None if asked is None else Path(asked)


def moment_of(environment: Mapping[str, str]) -> int | None:
    """The one date that a page may carry: that of a build which says so."""
    said = environment.get(MOMENT, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 12 else None


def _remark(script: Path, text: str, program: Program | None, lacking: Sequence[Writing]) -> None:
    """Say what the page lacks, beside what was asked for."""
    for writing in lacking:
        fonts = " or ".join(writing.fonts[:2])
        package = shlex.join(["sudo", "apt", "install", writing.package])
        print(
            f"No font here has all of the {writing.name} in it, so that there are empty boxes. {fonts} has "
            f"that: install it ({package} on Debian and Ubuntu), or name its folder with --fonts.",
            file=sys.stderr,
        )
    if program is None:
        told = Session.at(script).glance(text).diagnostics  # as `gen check` counts them, with what this disk lacks
        mistakes = sum(has_mistake([each]) for each in told)
        check = pasted("gen", "check", script)
        print(
            f"{visible(str(script))} has {several(mistakes, 'mistake')}. The page says what is written, and has no "
            f"key. To see them: {check}",
            file=sys.stderr,
        )
