# The two commands are `make run` and `make test`; both set up all they need in .venv first. `make help` lists the rest.

VENV ?= .venv
PY := $(VENV)/bin/python
PACKAGE_VENV ?= build/package-venv
READY := $(VENV)/.ready
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup run test test-real demo-shot lint atlas-check bench wheel-check package lock

help:  ## what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY)  ## only set up .venv

$(READY): requirements-dev.lock pyproject.toml tools/make_venv.sh
	@sh tools/make_venv.sh $(VENV)
	@touch $@

run: $(READY)  ## open Knotbook; options by ARGS="--demo" or ARGS="--diary PATH"
	@$(PY) -m knotbook $(ARGS)

test: $(READY)  ## run the tests; needs no screen
	@QT_QPA_PLATFORM=offscreen $(PY) -m knotbook.shell.probe
	$(PY) -m pytest $(ARGS)

test-real: $(READY)  ## real mouse and keys on a real window under Xvfb; needs xvfb openbox xdotool at-spi2-core python3-pyatspi
	$(PY) -m pytest -m realwindow tests/realwindow $(ARGS)

demo-shot: $(READY)  ## paint the screens of the demo diary into demo-shots/; needs no screen
	@QT_QPA_PLATFORM=offscreen $(PY) -m knotbook.shell.probe
	QT_QPA_PLATFORM=offscreen $(PY) -m tools.screenshots $(ARGS)

lint: $(READY)  ## style, types and floors
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-cache

atlas-check: $(READY)  ## hold the drawn map against the measured anatomy
	QT_QPA_PLATFORM=offscreen $(PY) -m tools.atlas_check $(ARGS)

wheel-check: $(READY)  ## build the wheel, install it apart and read every asset from it
	$(PY) -m tools.wheel_check

bench: $(READY)  ## every benchmark: ratios against the floors
	$(PY) -m benchmarks $(ARGS)

package:  ## build the packages into dist/ and check and try them; ARGS="--no-smoke" or ARGS="--reuse"
	@sh tools/make_package_venv.sh $(PACKAGE_VENV)
	PYTHONPATH=src:. $(PACKAGE_VENV)/bin/python -m tools.packages $(ARGS)

lock:  ## pin the dependencies anew (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --group dev \
	    pyproject.toml -p 3.11 -o requirements-dev.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --group package \
	    -c requirements-dev.lock pyproject.toml -p 3.11 -o requirements-package.lock
