# Ambassade's doors. `make` alone lists them.
# Python's packages live in .venv. Each stamp in it (.runtime, .test, .dev, .bench) stands for one lock file of requirements/, so that a
# lock that changed is installed again, and nothing is done twice.

PYTHON ?= python3
PORT ?= 8000
PYTEST_ARGS ?=
SIZES ?= 1000 10000
PEERS ?= ambassade hugo pelican
RUNS ?= 3
BENCH_ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
LOG := $(VENV)/pip.log
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE := CUSTOM_COMPILE_COMMAND="make requirements" $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe \
	--strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

# Runs pip; where it fails, one line says why, and its own words stay in the log.
define pip
	@$(PIP) $(1) >$(LOG) 2>&1 || { \
		if grep -qiE 'NewConnection|NameResolution|Temporary failure in name|ConnectTimeout|ReadTimeout|ProxyError|Connection (broken|refused|reset)|Network is unreachable' $(LOG); \
		then echo "The package index cannot be reached: check the network (or pip's settings), then say make again. pip's words: $(LOG)" >&2; \
		else cat $(LOG) >&2; echo "pip could not finish: $(1)" >&2; fi; \
		exit 1; }
endef

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help venv build publish check serve test audit bench lint catalogue docs requirements chromium picture clean

help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

venv: $(VENV)/.runtime ## Install what the site needs into .venv

build: $(VENV)/.runtime ## Build the site into output/
	@$(BIN)/ambassade build

publish: $(VENV)/.runtime ## Build the site for production (publishconf.py) into output/
	@$(BIN)/ambassade build --settings publishconf.py

check: $(VENV)/.runtime ## Check the reviews, the stories and the settings
	@$(BIN)/ambassade check

serve: $(VENV)/.runtime ## Show the site at http://127.0.0.1:8000/, up to date with what is saved (PORT=…)
	@$(BIN)/ambassade serve --port $(PORT) || [ $$? -eq 130 ]

test: $(VENV)/.test chromium ## Run the tests on two cores (PYTEST_ARGS=…)
	@$(BIN)/python -m pytest -n 2 $(PYTEST_ARGS)

audit: $(VENV)/.test chromium ## Run Lighthouse on every kind of page of the sample site
	@$(BIN)/python -m pytest -m audit tests/budgets $(PYTEST_ARGS)

bench: $(VENV)/.bench ## Compare with Hugo and plain Pelican (SIZES="1000 10000" PEERS="ambassade hugo pelican" RUNS=3)
	@$(BIN)/python -m bench.compare --sizes $(SIZES) --peers $(PEERS) --runs $(RUNS) $(BENCH_ARGS)

lint: $(VENV)/.dev ## Check the code: style, types, who imports whom
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

catalogue: $(VENV)/.dev ## Gather the sentences of code and theme for the translators
	@mkdir -p .cache
	@$(BIN)/python -m babel.messages.frontend -q extract -F plugins/ambassade/locale/extract.cfg --no-location --sort-output --omit-header -o .cache/ambassade.pot .
	@for po in plugins/ambassade/locale/*/ambassade.po; do \
		$(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --no-wrap \
			-l "$$(basename "$$(dirname "$$po")")" -i .cache/ambassade.pot -o "$$po" && \
		grep -vE '^"(Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By):' "$$po" >.cache/ambassade.po && \
		cat .cache/ambassade.po >"$$po" || exit 1; \
	done

docs: $(VENV)/.runtime ## Write the generated pages of docs/ anew
	@$(BIN)/python -m ambassade docs

requirements: $(VENV)/.dev ## Lock requirements/*.txt anew (UPGRADE=1 takes newer versions)
	@$(COMPILE) $(if $(UPGRADE),--upgrade) --output-file requirements/runtime.txt pyproject.toml requirements/runtime.in
	@$(COMPILE) $(if $(UPGRADE),--upgrade) --output-file requirements/test.txt requirements/test.in
	@$(COMPILE) $(if $(UPGRADE),--upgrade) --output-file requirements/dev.txt requirements/dev.in
	@$(COMPILE) $(if $(UPGRADE),--upgrade) --output-file requirements/bench.txt requirements/bench.in

chromium: $(VENV)/.test
	@$(BIN)/python -m tests.chromium >/dev/null || .ci/install-chromium

picture: $(VENV)/.test chromium build ## Take the picture of the sample site for README
	@$(BIN)/python -m tools.take_picture

clean: ## Remove the built site and every cache; .venv stays
	@rm -rf output .ambassade .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache build dist
	@find plugins tests -name __pycache__ -type d -prune -exec rm -rf {} +

# --- The stamps ---------------------------------------------------------------------------------------------------------

$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null || { echo "Ambassade needs Python 3.11 or newer, and $(PYTHON) is not there: install it, or say make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Ambassade needs Python 3.11 or newer, and $(PYTHON) is $$("$(PYTHON)" --version 2>&1): say make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) came without venv or ensurepip: install them (Debian and Ubuntu: apt-get install python3-venv), then say make again" >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV)

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the site needs into $(VENV) …"
	$(call pip,install --require-hashes -r requirements/runtime.txt)
	$(call pip,install --no-deps --no-build-isolation --editable .)
	@# Where Python is told not to write compiled modules, each start would compile them all: a second; words too.
	@$(BIN)/python -m compileall -q plugins/ambassade || true
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -c 'from ambassade.locale import *; [*map(translations, spoken_languages())]'
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.runtime
	@echo "Installing what the tests need into $(VENV) …"
	$(call pip,install --require-hashes -r requirements/test.txt)
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.test
	@echo "Installing the code checkers into $(VENV) …"
	$(call pip,install --require-hashes -r requirements/dev.txt)
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.runtime
	@echo "Installing what Ambassade is compared with into $(VENV) …"
	$(call pip,install --require-hashes -r requirements/bench.txt)
	@touch $@
