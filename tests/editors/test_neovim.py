"""Neovim, set up as docs/editors.md says, shows mistakes in a score, mends one, and renames a recipe with its file."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.editors.engines import EDITORS, GRAMMAR, compiled
from tests.face.server.shared import RECIPE, SCORE, lie

OLDEST = (0, 10)
SETUP = re.compile(r"```lua\n(.*?)```", re.DOTALL)
PATIENCE = 60_000  # milliseconds; the machine may be busy


def is_new_enough() -> bool:
    nvim = shutil.which("nvim")
    told = (
        "" if nvim is None else subprocess.run([nvim, "--version"], capture_output=True, text=True, check=False).stdout
    )
    found = re.search(r"v(\d+)\.(\d+)", told)
    return found is not None and (int(found[1]), int(found[2])) >= OLDEST


pytestmark = pytest.mark.skipif(not is_new_enough(), reason="needs Neovim 0.10")

OPENED = """
local client
vim.wait(PATIENCE, function()
  client = vim.lsp.get_clients({ bufnr = 0 })[1]
  return client and client.initialized
end, 50)
local function line(number) return vim.api.nvim_buf_get_lines(0, number, number + 1, false)[1] end
local function tell(value) vim.fn.writefile({ vim.json.encode(value) }, "told.json") end
"""

MENDED = """
vim.wait(PATIENCE, function() return #vim.diagnostic.get(0) > 0 end, 50)
local found = vim.diagnostic.get(0)[1]
local document = { uri = vim.uri_from_bufnr(0) }
local place = { line = found.lnum, character = found.col }
local range = { start = place, ["end"] = place }
local asked = { textDocument = document, range = range, context = { diagnostics = {} } }
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", asked, PATIENCE)
for _, each in pairs(answers) do vim.lsp.util.apply_workspace_edit(each.result[1].edit, client.offset_encoding) end
local captures = {}
for _, each in ipairs(vim.treesitter.get_captures_at_pos(0, 2, 0)) do table.insert(captures, each.capture) end
tell({ filetype = vim.bo.filetype, code = found.code, place = found.col, line = line(found.lnum), captures = captures })
vim.cmd("qa!")
"""

RENAMED = """
vim.api.nvim_win_set_cursor(0, { 8, 3 })
vim.lsp.buf.rename("recall")
vim.wait(PATIENCE, function() return vim.fn.filereadable("recipes/recall.gen") == 1 end, 50)
vim.cmd("wa!")
tell({})
vim.cmd("qa!")
"""


def nvim(folder: Path, score: str, program: str) -> Any:
    """What Neovim tells that opens a score in a folder and runs a program then."""
    home = folder / "home"
    editors = home / "intaglio" / "editors" / "tree-sitter-gen"
    editors.mkdir(parents=True)
    compiled(editors)
    (editors / "queries").symlink_to(GRAMMAR / "queries")
    (home / ".config" / "nvim").mkdir(parents=True)
    found = SETUP.search((EDITORS.parent / "docs" / "editors.md").read_text("utf-8"))
    assert found is not None
    (home / ".config" / "nvim" / "init.lua").write_text(found[1], "utf-8")
    server = home / "bin" / "gen-lsp"
    server.parent.mkdir()
    server.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m intaglio.face.server.main "$@"\n', "utf-8")
    server.chmod(0o755)
    (folder / "program.lua").write_text((OPENED + program).replace("PATIENCE", str(PATIENCE)), "utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment |= {"HOME": str(home), "PATH": f"{server.parent}:{environment['PATH']}", "INTAGLIO_STORE": ""}
    command = ["nvim", "--headless", score, "-c", "luafile program.lua"]
    subprocess.run(command, cwd=folder, env=environment, timeout=180, check=True, capture_output=True)
    return json.loads((folder / "told.json").read_text("utf-8"))


def test_a_mistake_is_shown_where_it_is_and_mended(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "score.gen").write_text(
        "gen 1\n\ndataset 静物𝔄 from ./x/\n  resize 8  -- 🍎\n\nprint b from 静物𝔄\n", "utf-8"
    )

    told = nvim(tmp_path, "score.gen", MENDED)

    assert {"filetype": "gen", "code": "G203", "place": 9, "captures": ["keyword"]} == {
        name: told[name] for name in ("filetype", "code", "place", "captures")
    }
    assert "  resize 8 px  -- 🍎" == told["line"]


def test_a_recipe_is_renamed_with_its_file(tmp_path: Path) -> None:
    score, recipe = lie(tmp_path)

    nvim(tmp_path, "score.gen", RENAMED)

    assert SCORE.replace("remember", "recall") == score.read_text("utf-8")
    assert RECIPE.replace("remember", "recall") == recipe.with_name("recall.gen").read_text("utf-8")
    assert not recipe.exists()
