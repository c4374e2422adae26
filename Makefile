# Everything a person types. `make` alone lists the targets.
PYTHON ?= python3
PORT ?= 5000
SEEDS ?= 10000

BIN := .venv/bin
PY := $(BIN)/python
FLASK := $(BIN)/flask --app app
PIP := $(PY) -m pip install -qq --compile --require-hashes
CATALOGUES := $(wildcard translations/*/LC_MESSAGES/*.po)
TYPED := $(wildcard rules kazakh checks)

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
# A start without bytecode takes three times as long.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run dev test quick lint content law bench fmt prove words setup

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: setup ## set up, load and serve a demonstration on http://127.0.0.1:5000 (PORT=...)
	@TARMAQ_DEMO=1 TARMAQ_BIND=127.0.0.1:$(PORT) exec $(PY) -m deploy.serve

dev: setup ## the same with one process that reloads when a file changes
	@TARMAQ_DEMO=1 $(PY) -m deploy.serve --prepare-only
	@TARMAQ_DEMO=1 exec $(FLASK) --debug run --host 127.0.0.1 --port $(PORT)

test: setup .venv/.tools ## every test, browser and PostgreSQL too where they are installed
	@$(PY) -m pytest -q -n 2 --dist loadfile

quick: setup .venv/.tools ## the tests of a minute: no browser, no PostgreSQL, nothing that goes over everything
	@$(PY) -m pytest -q -n 2 --dist loadfile -m "not browser and not postgres and not thorough"

lint: setup .venv/.tools ## ruff, mypy (strict: rules, kazakh, checks), djlint
	@$(BIN)/ruff check .
	@if [ -n "$(TYPED)" ]; then $(BIN)/mypy $(TYPED); fi
	@if [ -d templates ]; then $(BIN)/djlint --lint --quiet templates; fi
	@$(PY) -m deploy.words --check

content: setup ## read every document of content/ and run its proofs, without a database
	@$(FLASK) content check

law: setup ## acts, editions and rules, and what each of them is known from
	@$(FLASK) law list

bench: setup .venv/.tools ## measure the speed and size of pages and workers
	@$(PY) -m bench

words: setup ## take the words of the interface into translations/
	@$(PY) -m deploy.words

fmt: setup .venv/.tools ## bring content/ into its canonical form and sort imports
	@$(FLASK) content fmt
	@$(BIN)/ruff check --quiet --select I --fix .

prove: setup ## prove every task over many variants (SEEDS=10000)
	@$(FLASK) content prove --seeds $(SEEDS)

setup: .venv/.runtime static/vendor/manifest.json translations/.compiled

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Tarmaq needs Python 3.11 or later; $(PYTHON) is older. Try: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "This Python cannot make environments. Run: sudo apt-get install python3-venv"; exit 1; }
	@echo "Tarmaq: making the Python environment in .venv"
	@$(PYTHON) -m venv --clear .venv

.venv/.runtime: requirements.txt | .venv/bin/pip
	@echo "Tarmaq: installing the packages of requirements.txt"
	@$(PIP) -r requirements.txt
	@touch $@

.venv/.tools: requirements-dev.txt .venv/.runtime
	@echo "Tarmaq: installing the tools of requirements-dev.txt"
	@$(PIP) -r requirements-dev.txt
	@touch $@

static/vendor/manifest.json: package.json package-lock.json deploy/build_assets.py | .venv/.runtime
	@echo "Tarmaq: copying the front-end libraries to static/vendor"
	@$(PY) -m deploy.build_assets

translations/.compiled: $(CATALOGUES) | .venv/.runtime
	@mkdir -p translations
	@if [ -n "$(CATALOGUES)" ]; then $(BIN)/pybabel --quiet compile -d translations; fi
	@touch $@
