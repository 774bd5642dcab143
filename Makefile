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
.PHONY: help setup demo page browser test lint types format docs scoreboard speed faults shots package lock licences clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## a virtual environment in .venv with Rashomon and what its tests need

$(STAMP): pyproject.toml requirements/dev.txt
	@test -n "$(PYTHON)" || { echo "Rashomon needs Python 3.11 or newer, and none was found on PATH." \
		"Install it, or name it: make setup PYTHON=/path/to/python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) can't make virtual environments (on Debian or Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@test -x $(BIN)/python || { echo "Making $(VENV) with $(PYTHON)"; $(PYTHON) -m venv $(VENV); }
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(VENV) was made with a Python older than 3.11; remove it and run make setup again." >&2; exit 1; }
	@echo "Installing Rashomon and its tools into $(VENV) (a few minutes the first time)"
	@$(BIN)/python requirements/install.py
	@touch $@

# The dossier's page. Without a new enough Node.js the static page is the dossier, and the page's own tests are skipped.
BUILT := src/rashomon/show/built/page.js
NODE_OK := $(shell command -v npm >/dev/null 2>&1 && node -e 'const [a, b] = process.versions.node.split("."); process.exit(+a > 22 || (+a === 22 && +b >= 12) || (+a === 20 && +b >= 19) ? 0 : 1)' 2>/dev/null && echo yes)

page: $(BUILT) ## the dossier's page, built with npm

$(BUILT): page/node_modules/.setup page/basemap.mjs $(shell find page/src page/vite.config.ts -type f)
ifeq ($(NODE_OK),yes)
	@cd page && npm run --silent build
	@touch $@
endif

page/node_modules/.setup: page/package.json page/package-lock.json
ifeq ($(NODE_OK),yes)
	@echo "Installing what the dossier's page is built with (npm)"
	@cd page && npm ci --silent --no-audit --no-fund
	@touch $@
else
	@echo "No Node.js 20.19 or newer with npm: dossiers will be the static page (https://nodejs.org, then make page)."
endif

demo: setup page ## read the samples, write a dossier, print what was found
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

test: setup page browser ## the tests
	$(BIN)/python -m pytest
ifeq ($(NODE_OK),yes)
	@cd page && npm run --silent test
endif

lint: setup page ## ruff, and prettier with tsc for the page: rules, layout, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
ifeq ($(NODE_OK),yes)
	@cd page && npm run --silent lint
endif

types: setup ## mypy --strict
	$(BIN)/mypy

format: setup ## put the layout right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: setup ## write the pages of docs/ that are made from the code, and draw docs/graphs.md
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/draw.py

scoreboard: setup ## measure quality: make scoreboard DATA=folder
	@test -n "$(DATA)" || { echo "Say where the annotated passages are: make scoreboard DATA=folder" >&2; exit 2; }
	$(BIN)/python bench/scoreboard.py "$(DATA)"

faults: setup ## kill, fill up and damage cases, count what is lost: make faults KILLS=200
	$(BIN)/python bench/faults.py --kills $(or $(KILLS),200)

speed: setup page ## measure speed, memory and growth on this machine, beside others' figures (about ten minutes)
	$(BIN)/python bench/speed.py

shots: demo ## pictures of the demo dossier into docs/shots (needs Chromium)
	$(BIN)/python bench/shots.py $(DEMO)/dossier.html docs/shots --widths 1440 --themes light \
		--views explore,incident,disagreements,network,outlets

package: setup page ## the wheel and the source archive into dist/, tried in an environment of their own
	$(BIN)/python requirements/package.py dist

LOCKED := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url
lock: setup ## write requirements/*.txt anew: the newest versions that pyproject.toml allows, with their hashes
	@$(BIN)/python -m pip install --quiet uv
	@rm -f requirements/run.txt requirements/dev.txt
	$(BIN)/uv pip compile $(LOCKED) pyproject.toml --output-file requirements/run.txt
	$(BIN)/uv pip compile $(LOCKED) pyproject.toml --extra dev --constraints requirements/run.txt \
		--output-file requirements/dev.txt

licences: setup ## write docs/licences.md: what is installed with Rashomon, and under which terms
	$(BIN)/python docs/licences_page.py > docs/licences.md

clean: ## remove what demo, tests and builds left behind (not .venv)
	rm -rf out build dist src/rashomon/show/built .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests bench docs samples -name __pycache__ -type d -prune -exec rm -rf {} +
