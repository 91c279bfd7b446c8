# `make run` and `make test` need nothing before them; the rest is for developers.
PYTHON := .venv/bin/python
READY := .venv/ready
SAMPLE := build/sample.union

# Qt aborts where the display named in the environment cannot be reached.
has_display = [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] && \
	( $(PYTHON) -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication([])' ) 2>/dev/null

# Debian's own Python leaves the library that PyInstaller ships to a package of its own.
libpython = $(shell $(PYTHON) -c 'import sys; sys.base_prefix == "/usr" and print("libpython%d.%d" % sys.version_info[:2])')

.DELETE_ON_ERROR:
.PHONY: run test pictures manual bench proofs check build package venv clean

run: $(SAMPLE)
	@if $(has_display); then \
		echo "Opening the window on $(SAMPLE)"; exec .venv/bin/union-office $(SAMPLE); \
	else \
		echo "There is no display here, so the main job is done without a window:"; \
		$(PYTHON) -m ui.headless build/headless; \
	fi

# What was compiled is kept: both workers and the programs that tests start would compile all of it again.
test bench: export PYTHONDONTWRITEBYTECODE =

test: check
	$(PYTHON) -m pytest --numprocesses 2 --dist loadfile

# Everything the window shows, on four screens, light and dark: build/pictures. Some minutes.
pictures: venv
	$(PYTHON) -m tests.pictures $(SCENES)

# The pictures of the manual from the real window, and the manual as PDF in build.
manual: venv
	$(PYTHON) -m tests.pictures.manual

# One table of all that is measured, each beside its floor: make bench SIZES="10000 1000000". Half an hour.
bench: venv
	$(PYTHON) -m pip install --quiet --editable '.[bench]'
	$(PYTHON) -m pytest --override-ini addopts= --import-mode=importlib --capture=no tests/benchmarks

proofs: venv
	$(PYTHON) -m tests.proofs build/proofs

check: venv
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

build: venv manual
	@.ci/need binutils icu-devtools $(libpython)
	$(PYTHON) -m PyInstaller --noconfirm --log-level ERROR build.spec

# The packages that an office is given, in dist, and what is promised of the folder in them.
package: build
	@.ci/need dpkg-dev
	$(PYTHON) resources/packaging/linux/package.py
	$(PYTHON) -m pytest --override-ini addopts= --import-mode=importlib tests/installed

venv: $(READY)

$(READY): pyproject.toml .ci/setup .ci/need
	@.ci/setup
	@touch $@

$(SAMPLE): | venv
	@mkdir -p $(@D)
	.venv/bin/union-office sample $@

clean:
	rm -rf build dist .venv *.egg-info .*_cache
