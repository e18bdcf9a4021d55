# make site: build the site into site/        make test: run every test
# Both create .venv and install what they need, once; they install again when a list of packages changes.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site serve test lint audit soak lock clean

site: .venv/.site
	$(BIN)/guidelines build

serve: .venv/.site
	$(BIN)/guidelines serve

test: .venv/.test tools
	$(BIN)/pytest -n 2 --dist loadfile

lint: .venv/.test
	$(BIN)/ruff check macros tests benchmarks
	$(BIN)/mypy

# Accessibility of every page in four languages; takes long.
audit: .venv/.test tools site
	$(BIN)/python tests/audit.py
	$(BIN)/pytest --every-file tests/build/test_pdf.py

# 200 random edits, each built quickly and by MkDocs, and compared; takes half an hour.
soak: .venv/.test
	$(BIN)/python tests/soak.py

# Debian's Chromium and dictionaries are used by the tests only; Pango sets the type of the files for printing.
.PHONY: tools
tools:
	@{ command -v chromium && command -v soffice && command -v hunspell && hunspell -d tr_TR -l </dev/null && .venv/bin/python -c 'import weasyprint'; } >/dev/null 2>&1 || tests/install-tools

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.site: pyproject.toml requirements.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	touch $@

.venv/.test: .venv/.site requirements-dev.lock
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.lock
	touch $@

# Write the lock files anew from pyproject.toml, in an environment of their own.
lock:
	rm -rf .venv-lock && $(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install --quiet --editable .
	.venv-lock/bin/pip freeze --exclude-editable > requirements.lock
	.venv-lock/bin/pip install --quiet --editable '.[dev]'
	.venv-lock/bin/pip freeze --exclude-editable > requirements-dev.lock
	rm -rf .venv-lock

clean:
	rm -rf site .venv .cache
