"""Writes what editors colour scores by: `python -m editors`, or `make editors`.

The parser in C is made of `grammar.js` by the tree-sitter command, where there is one. `src/made-of.txt` says which
`grammar.js` that was, so that a test can tell when it is another.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from editors import textmate, treesitter

HERE = Path(__file__).resolve().parent
TREE = HERE / "tree-sitter-gen"
MADE_OF = TREE / "src/made-of.txt"
ABI = "14"  # what every tree-sitter since 2022 reads: Neovim 0.10, Helix 25.01


def files() -> dict[Path, str]:
    """Each written file and what it should hold, but for what tree-sitter makes."""
    return {
        HERE / "vscode/syntaxes/gen.tmLanguage.json": textmate.grammar(),
        HERE / "textmate/Gen.tmLanguage": textmate.property_list(),
        TREE / "grammar.js": treesitter.grammar(),
        TREE / "queries/highlights.scm": treesitter.highlights(),
    }


def made_of() -> str:
    """What `made-of.txt` should hold: the digest of the grammar."""
    return hashlib.sha256(treesitter.grammar().encode()).hexdigest() + "  grammar.js\n"


def main() -> int:
    """Write all files. Returns 1 where the parser is not made of this grammar and cannot be made here."""
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
    if MADE_OF.exists() and MADE_OF.read_text(encoding="utf-8") == made_of():
        return 0
    command = shutil.which("tree-sitter")
    if command is None:
        print("The grammar has changed, and its parser is made by `tree-sitter`, which is not here.")
        print("It comes with `cargo install tree-sitter-cli`, `npm install -g tree-sitter-cli`,")
        print("or on Debian 13 and Ubuntu 24.10 with `apt install tree-sitter-cli`. Then say `make editors` again.")
        return 1
    subprocess.run([command, "generate", "--no-bindings", "--abi", ABI], cwd=TREE, check=True)
    MADE_OF.write_text(made_of(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
