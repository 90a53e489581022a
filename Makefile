# What a contributor does, in one place. Run `make check` before a pull request.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: check lint types imports test docs catalogue snapshots package clean

check: lint types imports test

$(BIN)/pytest: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet -e '.[dev]'
	@touch $@

lint: $(BIN)/pytest
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(BIN)/pytest
	$(BIN)/mypy

imports: $(BIN)/pytest
	PYTHONPATH=plugins/wodlang-strength/src $(BIN)/lint-imports

test: $(BIN)/pytest
	$(BIN)/pytest -n auto --dist loadfile

# Documentation that is generated from the code.
docs: $(BIN)/pytest
	$(BIN)/python docs/make_rule_pages.py
	$(BIN)/python docs/make_report_picture.py
	$(BIN)/python docs/make_command_help.py
	$(BIN)/python docs/make_pack_api.py

# The index of the exercise catalogue, after an edit of its files.
catalogue: $(BIN)/pytest
	$(BIN)/python -m wodlang.model.catalogue.build

# Expected reports and trees, after a change that is meant; read the diff.
snapshots: $(BIN)/pytest
	WOD_WRITE_SNAPSHOTS=1 $(BIN)/pytest -q

package: $(BIN)/pytest
	rm -rf dist
	$(BIN)/python -m build --outdir dist

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache
