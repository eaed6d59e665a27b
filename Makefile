PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test build check bench load lint screenshots pins clean

run: .venv/.runtime
	$(BIN)/python -m analytics build
	$(BIN)/streamlit run app.py

test: .venv/.dev
	sh scripts/install_chromium.sh
	sh scripts/install_nginx.sh
	sh scripts/install_axe.sh
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

build: .venv/.runtime
	$(BIN)/python -m analytics build

check: .venv/.dev
	$(BIN)/python -m analytics check
	sh scripts/audit_dependencies.sh

bench: .venv/.dev
	$(BIN)/python -m tests.bench

load: .venv/.dev
	$(BIN)/python -m tests.load

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy analytics

screenshots: .venv/.dev
	$(BIN)/python -m tests.browser.screenshots

pins: .venv/.dev
	sh scripts/pin_packages.sh

clean:
	rm -rf build

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.runtime: requirements.txt constraints.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/.dev: requirements-dev.txt .venv/.runtime
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@
