"""Printing: a script becomes a text on a page. `folio` says what stands there; `typesetting` and `web` set it."""
