# make lab    JupyterLab on notebooks/start.ipynb
# make test   everything that must hold before a change is merged
# make check  the same without browser, notebooks and servers: some two minutes
# make format ruff's formatter and its safe fixes
#
# Each sets up what it needs in .venv, and again only after pyproject.toml has changed.

PYTHON ?= python3
PY := .venv/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: lab test check format clean
.DELETE_ON_ERROR:

lab: .venv/lab.stamp
	@$(PY) -m kit lab

test: .venv/dev.stamp
	@$(PY) tests/browser/chromium.py
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) -m pytest -n 2 --dist loadfile tests --ignore tests/browser
	$(PY) -m pytest --nbval tests/browser notebooks

check: .venv/dev.stamp
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) -m pytest -n 2 tests/language tests/learner tests/test_layers.py tests/test_vocab.py

format: .venv/dev.stamp
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

clean:
	rm -rf .venv dist .hypothesis .mypy_cache .pytest_cache .ruff_cache

.venv/lab.stamp: pyproject.toml | $(PY)
	$(PY) -m pip install --quiet --editable .
	@touch $@

.venv/dev.stamp: pyproject.toml | $(PY)
	$(PY) -m pip install --quiet --editable '.[dev]'
	@touch $@ .venv/lab.stamp

$(PY):
	@command -v $(PYTHON) >/dev/null || \
	  { echo 'Seiji Kit needs Python 3.11 or later: apt-get install python3 python3-venv' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Seiji Kit needs Python 3.11 or later: make PYTHON=/path/to/a/newer/python3' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo 'Seiji Kit needs the venv module of Python: apt-get install python3-venv' >&2; exit 1; }
	@echo 'Setting up .venv: some minutes, once.'
	@$(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet --upgrade pip
