# Two commands are enough on a fresh machine with Python 3.11 and make:
#   make demo    set up, make pictures from photographs, say where they are
#   make test    set up, pass the tests
# Plain make 3.81, sh and pip; nothing else is needed.

VENV = .venv
BIN = $(VENV)/bin
READY = $(VENV)/ready
DEMO = examples/still-life/table.gen
EXTRAS = video,faces,print,osc,lsp,dev
AT_ONCE = -n 2 --dist loadfile  # tests of one file stay together, with what they share

EXTENSION = editors/vscode
LIBRARIES = $(EXTENSION)/node_modules/.package-lock.json

.PHONY: demo test evidence lint types layers bench wheel editors vsix parser accept reference clean help

help:
	@echo "make demo     make pictures from real photographs, and say where they are"
	@echo "make test     pass the tests (make test ALL=1: the slow ones too)"
	@echo "make evidence try what must survive in full, for hours, and write down what was found"
	@echo "make lint     style of the code, by ruff"
	@echo "make types    types, by mypy, strictly"
	@echo "make layers   which room may import which, by import-linter"
	@echo "make bench    measure beside doit, DVC and Snakemake, and write docs/benchmarks.md"
	@echo "              (make bench ARGS=gans: gans on photographs, for hours, and write docs/gans.md)"
	@echo "make wheel    dist/intaglio-*.whl and its source archive"
	@echo "make editors  write the grammars that editors colour scores by"
	@echo "make vsix     editors/vscode/gen.vsix, the extension for VS Code (needs node)"
	@echo "make parser   editors/tree-sitter-gen/gen.so, for Neovim (needs a C compiler)"
	@echo "make accept   write down the code of each kind's version, once it was raised or results are the same,"
	@echo "              what docs/recipes.md says of each recipe, and the vocabulary of the kinds"
	@echo "make reference  docs/reference, its pictures and the printed examples, from what they are made of"
	@echo "make clean    take away what make made, but no pictures"

# The environment is made anew only when what it is made of has changed.
$(READY): pyproject.toml constraints.txt
	@python=""; \
	for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  if command -v $$name >/dev/null 2>&1 && \
	     $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$name; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "Intaglio needs Python 3.11 or newer, and I found none."; \
	  echo "On macOS: brew install python@3.13, or python.org. On Debian and Ubuntu: sudo apt install python3 python3-venv."; \
	  exit 1; \
	fi; \
	echo "Setting up $(VENV) with $$($$python --version). This happens once, and takes some minutes."; \
	if ! $$python -m venv $(VENV); then \
	  echo "This Python cannot make environments. On Debian and Ubuntu: sudo apt install python3-venv."; \
	  rm -rf $(VENV); \
	  exit 1; \
	fi
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[$(EXTRAS)]"
	@touch $(READY)

demo: $(READY)
	@$(BIN)/gen run $(DEMO)
	@echo
	@echo "The pictures are in examples/still-life/out/."
	@echo "Change a line of $(DEMO) and say make demo again: only what the line reaches is made anew."
	@echo
	@echo "To have gen itself in this terminal, paste: source $(BIN)/activate"
	@echo "Then, for one: gen plan $(DEMO)"

# What tries many random moments, bits or edits takes few of them here, more with ALL=1, and all for the evidence.
test: $(READY)
	@INTAGLIO_COUNTS=$(if $(ALL),many,few) $(BIN)/python -m pytest $(AT_ONCE) $(if $(ALL),,-m "not slow") $(ARGS)

# By hand, and for some rows alone with make evidence ARGS="-k kill". Rows that fail keep what was written of them.
evidence: $(READY)
	@rm -f .evidence
	@INTAGLIO_COUNTS=full INTAGLIO_FOUND=$(CURDIR)/.evidence $(BIN)/python -m pytest tests/matrix $(ARGS); \
	failed=$$?; $(BIN)/python tests/matrix/evidence.py .evidence; exit $$failed

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(READY)
	@$(BIN)/mypy

layers: $(READY)
	@$(BIN)/lint-imports

# Its peers are installed by pip into an environment of their own, the first time.
bench: $(READY)
	@$(BIN)/python -m benchmarks $(ARGS)

wheel: $(READY)
	@$(BIN)/python -m hatchling build

editors: $(READY)
	@$(BIN)/python -m editors

# npm's own list of what it installed says when that was.
$(LIBRARIES): $(EXTENSION)/package-lock.json
	@cd $(EXTENSION) && npm ci --silent
	@touch $(LIBRARIES)

vsix: $(LIBRARIES)
	@cd $(EXTENSION) && npm run --silent package

parser:
	@$(CC) -shared -fPIC -O2 -I editors/tree-sitter-gen/src -o editors/tree-sitter-gen/gen.so editors/tree-sitter-gen/src/parser.c
	@echo "editors/tree-sitter-gen/gen.so"

accept: $(READY)
	@$(BIN)/python -m tests.lang.tables
	@$(BIN)/python tests/stdlib/versions.py
	@$(BIN)/python -m tests.stdlib.recipe_pages
	@$(BIN)/python -m tests.stdlib.written_words

# Pictures first: a page shows those that there are. Texts are tested to be current; pictures, to be there.
reference: $(READY)
	@PYTHONPATH=. $(BIN)/python tests/reference/pictures.py
	@$(BIN)/gen docs --to docs/reference --replace
	@$(BIN)/gen ir --schema > docs/reference/ir-schema.json
	@for score in examples/*/*.gen; do $(BIN)/gen print $$score --replace || exit 1; done

clean:
	rm -rf $(EXTENSION)/node_modules $(EXTENSION)/dist $(EXTENSION)/gen.vsix editors/tree-sitter-gen/gen.so
	rm -rf $(VENV) .venv-bench dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
