"""write: put words into the score.

`write NAME` makes texts: prompts, captions, titles, a line each, in quotation marks beneath it.

    gen 1

    borrow diffusion from hf:someone/small-model at v1.5
      licence openrail-m

    write litany
      "a bowl, seen once"
      "a bowl, in the light of a screen"

    sample trials with diffusion
      each prompt from litany
"""

from __future__ import annotations

from intaglio.runtime.contract import Params, later


class Write(Params):
    """`write` has lines of text, and no settings of its own."""


write = later("write", __doc__ or "", makes="texts", params=Write, texts=True)
