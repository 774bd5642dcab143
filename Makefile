# Everything a person or a machine does with this checkout. `make` alone lists it.
SHELL := /bin/sh
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.setup
DEMO := out/demo
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

# The first Python that is new enough; `make setup PYTHON=/path/to/python3.12` to choose another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	if command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))'; \
	then echo $$p; break; fi; done)

.DEFAULT_GOAL := help
.PHONY: help setup demo browser test lint types format docs scoreboard shots clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## a virtual environment in .venv with Rashomon and what its tests need

$(STAMP): pyproject.toml
	@test -n "$(PYTHON)" || { echo "Rashomon needs Python 3.11 or newer, and none was found on PATH." \
		"Install it, or name it: make setup PYTHON=/path/to/python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) can't make virtual environments (on Debian or Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@test -x $(BIN)/python || { echo "Making $(VENV) with $(PYTHON)"; $(PYTHON) -m venv $(VENV); }
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(VENV) was made with a Python older than 3.11; remove it and run make setup again." >&2; exit 1; }
	@echo "Installing Rashomon and its tools into $(VENV) (a few minutes the first time)"
	@$(BIN)/python -m pip install --quiet --upgrade pip
	@$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

demo: setup ## read the samples, write a dossier, print what was found
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@$(BIN)/rashomon read samples/reports --case $(DEMO)/orrenia.db
	@$(BIN)/rashomon dossier $(DEMO)/orrenia.db -o $(DEMO)/dossier.html >/dev/null
	@echo "Dossier: $(CURDIR)/$(DEMO)/dossier.html (open it in a browser)"

browser: # a Chromium for the tests that open pages; they are skipped without one, but not in CI
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || test -n "$(CHROMIUM)" || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing Chromium for the tests that open pages"; \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; \
		else echo "No Chromium: the tests that open pages are skipped (on Debian or Ubuntu: apt install chromium)."; fi; }

test: setup browser ## the tests
	$(BIN)/python -m pytest

lint: setup ## ruff: rules and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## mypy --strict
	$(BIN)/mypy

format: setup ## put the layout right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: setup ## write the pages of docs/ that are made from the code, and draw docs/graphs.md
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/draw.py

scoreboard: setup ## measure quality and speed: make scoreboard DATA=folder
	@test -n "$(DATA)" || { echo "Say where the annotated passages are: make scoreboard DATA=folder" >&2; exit 2; }
	$(BIN)/python bench/scoreboard.py "$(DATA)"

shots: demo ## pictures of the demo dossier into docs/shots (needs Chromium)
	$(BIN)/python bench/shots.py $(DEMO)/dossier.html docs/shots --height 900 --widths 1440,390

clean: ## remove what demo, tests and builds left behind (not .venv)
	rm -rf out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests bench docs samples -name __pycache__ -type d -prune -exec rm -rf {} +
