# Two commands for everybody, each from nothing: they need Python >= 3.10 (with venv) and make.
#   make demo   installs factx in .venv-demo, runs it on a real statement and writes a page to look at
#   make test   installs factx and its test tools in .venv-test and runs the tests
# The rest is for those who change factx; see CONTRIBUTING.md.

.DEFAULT_GOAL := help
.PHONY: help demo test slow lint types quality speed growth gate peers lowest fuzz clean

ifndef PYTHON
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python3.10 python; do \
	"$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1 && echo "$$python" && break; done)
endif

GOLD ?= ../shared/bench
TEST := .venv-test/bin/python
DEMO := .venv-demo/bin/python
PAGE := out/security-rebuttal.html

# An environment whose interpreter has gone is made anew.
$(foreach env,demo test lowest peers,$(shell test -e .venv-$(env)/installed && { .venv-$(env)/bin/python -c '' 2>/dev/null || rm -f .venv-$(env)/installed; }))

define environment
@test -n "$(PYTHON)" || { echo "make: no Python 3.10 or newer with venv found (on Debian: apt install python3-venv); or say which: make $(MAKECMDGOALS) PYTHON=/path/to/python" >&2; exit 1; }
@echo "installing into $(@D) ..."
@"$(PYTHON)" -m venv --clear $(@D)
@$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip
endef
INSTALL = @$(@D)/bin/python -m pip install --quiet --disable-pip-version-check

help:
	@sed -n 's/^#   //p' Makefile
	@echo "make slow | lint | types | quality | speed | growth | gate | peers | lowest | fuzz | clean"

.venv-demo/installed: pyproject.toml
	$(environment)
	$(INSTALL) -e ".[cli]"
	@touch $@

.venv-test/installed: pyproject.toml
	$(environment)
	$(INSTALL) -e ".[all,dev]"
	@touch $@

.venv-lowest/installed: pyproject.toml benchmarks/lowest.txt
	$(environment)
	$(INSTALL) -e ".[dev]" -c benchmarks/lowest.txt
	@touch $@

.venv-peers/installed: benchmarks/peers.txt pyproject.toml
	$(environment)
	$(INSTALL) -e . -r benchmarks/peers.txt
	@touch $@

demo: .venv-demo/installed
	@mkdir -p out
	@echo; echo "factx extract examples/statements/security-rebuttal.txt"; echo
	@$(DEMO) -m factx extract examples/statements/security-rebuttal.txt --format table
	@$(DEMO) -m factx extract examples/statements/security-rebuttal.txt --format html -o $(PAGE)
	@echo; echo "The same as a page: open $(PAGE)"

test: .venv-test/installed
	@$(TEST) -m pytest -n 2 --dist worksteal -m "not slow" $(PYTEST_ARGS)

slow: .venv-test/installed
	@$(TEST) -m pytest -n 2 --dist worksteal -m slow $(PYTEST_ARGS)

lint: .venv-test/installed
	@$(TEST) -m ruff check .
	@$(TEST) -m ruff format --check .

types: .venv-test/installed
	@$(TEST) -m mypy --strict factx

quality: .venv-test/installed
	@$(TEST) benchmarks/quality.py $(GOLD)

speed: .venv-test/installed
	@$(TEST) benchmarks/speed.py $(GOLD)

growth: .venv-test/installed
	@$(TEST) benchmarks/growth.py $(PARTS)

gate: .venv-test/installed
	@$(TEST) benchmarks/gate.py $(GOLD)

peers: .venv-peers/installed
	@.venv-peers/bin/python benchmarks/peers.py $(GOLD)

lowest: .venv-lowest/installed
	@.venv-lowest/bin/python -m pytest -n 2 $(PYTEST_ARGS)

# SECONDS=3600 make fuzz
SECONDS ?= 60
fuzz: .venv-test/installed
	@$(TEST) tests/fuzz/fuzz.py --seconds $(SECONDS)

clean:
	rm -rf .venv-demo .venv-test .venv-lowest .venv-peers out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
