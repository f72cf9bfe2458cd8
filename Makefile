# Everything a new user or developer types. Needs Python 3.11 or later, and make; sets up the rest itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test setup check lock clean

demo: $(READY)  ## import the seed articles into a fresh database and show who attends
	@rm -f demo.db demo.db-wal demo.db-shm
	$(BIN)/timeline --db demo.db import seeds
	$(BIN)/timeline --db demo.db who-attended "beijing parade"
	$(BIN)/timeline --db demo.db trade --reporter "North Korea"
	@echo
	@echo "Where to go next:"
	@echo "  . $(BIN)/activate; export TIMELINE_DB=demo.db"
	@echo '  timeline who-attended "beijing parade" --evidence   # the words that prove each row'
	@echo "  timeline show participant \"Kim Jong-un\"              # everything known of one participant"
	@echo "  timeline import your-article.txt                    # add your own"
	@echo "  timeline --help                                     # all commands; docs/cli.md has them on one page"

test: $(READY)  ## pass every test, on SQLite files and on a PostgreSQL server of their own
	$(BIN)/pytest -q -n 2 --cov --cov-report=term:skip-covered

setup: $(READY)  ## make the virtual environment with everything pinned

check: $(READY)  ## all checks, the tests among them
	scripts/check

lock:  ## resolve the lock files again from pyproject.toml
	scripts/lock

clean:
	rm -rf $(VENV) demo.db demo.db-wal demo.db-shm

$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed; this is " + sys.version.split()[0] + ": make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)
