"""`python -m tests.lang.tables`: have Lark make the tables of the grammar anew, after a change of `grammar.lark`."""

from pathlib import Path

from intaglio.lang import grammar, tables

KEPT = Path(__file__).parents[2] / "lang" / "grammar.json"

if __name__ == "__main__":
    KEPT.write_text(tables.written(grammar.source()), "utf-8")
