# `make site` builds the site, `make test` proves everything. Both set up what they need on the first run.
# The stamp files say what is done, so that a second run only checks.

PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site test test-all definitions versions bench lighthouse serve words lint clean distclean system-programs
.DEFAULT_GOAL := site

site: .venv/ready
	$(BIN)/hardday build

serve: .venv/ready
	$(BIN)/hardday serve

# Collect the site's words from code, templates and library into the catalogues; what is not translated is listed.
words: .venv/ready
	$(BIN)/python -m generator.language.extract

test: lint node_modules/.ready system-programs
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

# The same with 100,000 drawn definitions instead of hundreds and all else that takes long, as CI runs it.
test-all: export HARDDAY_ALL := 1
test-all: test

# 100,000 drawn definitions with days of their own, of which the tests expand the first: an hour of one core, shared by all.
definitions: .venv/ready
	$(BIN)/python tests/pressure/expanding.py 0 100000

# A chosen part of the tests with each supported Python, and with the lowest and the highest versions of what hardday needs;
# test-all runs those of which every version is said: the lowest, and newer Pythons with what the project is pinned to.
versions: .venv/ready
	$(BIN)/python -m tools.versions

# Build a hundred varied plans in every way that matters, beside stock MkDocs and Zensical; docs/speed.md tells of it.
bench: .venv/ready
	$(BIN)/python -m tools.bench $(BENCH)

# How quick a phone finds the pages: three runs of Lighthouse each. On a machine that does nothing else, since other work
# is measured as the page's own slowness; so it is no part of the tests.
lighthouse: export HARDDAY_ALONE := 1
lighthouse: .venv/ready node_modules/.ready system-programs
	$(BIN)/python -m pytest -p no:xdist -rP -m alone tests/hosting

lint: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

.venv/ready: pyproject.toml constraints.txt
	@tools/python-is-new-enough $(PYTHON)
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]' -c constraints.txt
	@$(BIN)/python -m compileall -q generator
	@touch $@

system-programs:
	@tools/system-programs

# Without a lock file: it would record the address of the registry that this machine happens to use.
node_modules/.ready: package.json | system-programs
	npm install --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@

# Also the sites that were up before, which `hardday rollback` could put back.
clean:
	rm -rf build .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find site -mindepth 1 ! -name .gitignore -delete

distclean: clean
	rm -rf .venv node_modules
