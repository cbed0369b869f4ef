"""Papers: what each size of paper measures. Loads no library: a check asks what fits on them."""

from __future__ import annotations

from collections.abc import Mapping

USUAL_MARGIN = 10  # mm: what is offered where another leaves no room; it suits every one of them

PAPERS: Mapping[str, tuple[int, int]] = {  # mm, ISO 216: the shorter side first
    "a0": (841, 1189),
    "a1": (594, 841),
    "a2": (420, 594),
    "a3": (297, 420),
    "a4": (210, 297),
    "a5": (148, 210),
    "a6": (105, 148),
}
