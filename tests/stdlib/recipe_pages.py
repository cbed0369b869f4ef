"""`docs/recipes.md` lists the recipes that ship. What it says of them is written from their files: `make accept`."""

from __future__ import annotations

from pathlib import Path

from intaglio.face.recipes import said, standard, usage
from intaglio.lang.borrowing import STANDARD
from intaglio.lang.checker.definitions import Definition

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "recipes.md"
HEADING = "## The recipes of std/recipes\n"


def written() -> str:
    """The page as it should be: what stands above the list is kept."""
    before, heading, _ = PAGE.read_text("utf-8").partition(HEADING)
    assert heading, f"{PAGE} has no heading {HEADING!r}"
    return before + heading + "".join(f"\n{_section(recipe)}" for recipe in standard().values())


def _section(recipe: Definition) -> str:
    rows = [f"| `{each.name}` | `{said(each)}` | {each.doc} |" for each in recipe.parameters]
    gives = ", ".join(f"`{node.parts[-1]}`" for _, node in recipe.gives)
    lines = [
        f"### {recipe.name}",
        "",
        recipe.doc,
        "",
        f"    use {recipe.name} from {STANDARD} at {recipe.version}",
        f"    {usage(recipe)}",
        "",
        "| it takes | | |",
        "|---|---|---|",
        *rows,
        "",
        f"It gives {gives}. [Its text](../stdlib/recipes/{recipe.name}.gen) may be copied into a score and changed.",
        "",
    ]
    return "\n".join(lines)


def accept() -> None:
    """Write the page."""
    PAGE.write_text(written(), encoding="utf-8")


if __name__ == "__main__":  # as `make accept` calls it
    accept()
