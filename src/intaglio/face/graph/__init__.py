"""The graph of a script: what is made from what. `net` says what there is; the others draw it, each in its way."""
