# Each command is one recipe; `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help install test test-guests test-fast lint format types contracts validate bench tables
.PHONY: words constraints ci

VENV ?= .venv
EXTRAS ?= dev
PYTHON ?= $(if $(wildcard $(VENV)/bin/python),$(VENV)/bin/python,python3)

help: ## list the recipes
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: ## make .venv and install the project in it, with everything for development
	python3 -m venv $(VENV)
	$(VENV)/bin/python -m pip install -q -c constraints.txt -e '.[$(EXTRAS)]'

test: ## run all tests, on all cores
	$(PYTHON) -m pytest -n auto

test-guests: ## run the tests with libraries and programs of others, as far as they are there
	$(PYTHON) -m pytest -m guest -n auto --dist loadgroup

test-fast: ## run the tests that take milliseconds, on all cores
	$(PYTHON) -m pytest -m 'not slow' -n auto

lint: ## check style and format
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

format: ## set the format and mend what can be mended
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

types: ## check types, strictly
	$(PYTHON) -m mypy

contracts: ## check the layers, the circles and the doors
	$(PYTHON) -c 'from importlinter.cli import lint_imports_command as main; main()'

validate: ## check the project's own package (exit 1: its articles contradict each other)
	$(PYTHON) -m factcheck validate

bench: ## measure what is measured, side by side
	$(PYTHON) -m benchmarks.start_up

tables: ## build the parser's tables and the words of figures again, after a change in theirs
	$(PYTHON) -m factcheck.records.build_initializers
	$(PYTHON) -m factcheck.lang.build_tables
	$(PYTHON) -m factcheck.quantities.build_lexicon

words: ## write what CLDR knows of each language again, for the reader of quantities
	$(PYTHON) tools/build_words.py

constraints: ## pin today's versions of everything in constraints.txt
	.ci/pin

ci: ## all of it on a clean copy of HEAD in fresh environments
	.ci/run
