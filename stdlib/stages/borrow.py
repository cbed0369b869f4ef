"""borrow: take up a model that someone else has trained.

`borrow NAME from PLACE` makes a model. The place is a folder, a file, or `hf:owner/model`; `at` says which revision of
it, so that the same score means the same model next year. `licence` says on what terms it was lent, and goes along with
everything that is made with it.

    gen 1

    borrow diffusion from hf:someone/small-model at v1.5
      licence openrail-m

    sample attempts with diffusion
      prompt "a bowl of lemons"
      count 4
"""

from __future__ import annotations

from typing import Annotated

from intaglio.lang.vocabulary import Name
from intaglio.runtime.contract import Params, later, setting


class Borrow(Params):
    """What may stand beneath `borrow`."""

    licence: Annotated[str, Name()] | None = setting(
        None, "On what terms it was lent, as its lender says.", keyed=False, sweeps=False, terms=True
    )


borrow = later(
    "borrow", __doc__ or "", makes="model", params=Borrow, sources=("path",), sources_required=True, compute=True
)
