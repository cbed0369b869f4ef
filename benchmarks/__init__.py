"""Benchmarks: what Intaglio costs, side by side in one run with what an artist would use otherwise.

`make bench` measures all and writes docs/benchmarks.md; `make bench ARGS="engines folder"` measures some, and prints.
Nothing here is part of the program.
"""
