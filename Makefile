# `make run` and `make test` need nothing before them; the rest is for developers.
PYTHON := .venv/bin/python
READY := .venv/ready
SAMPLE := build/sample.union

# Qt aborts where the display named in the environment cannot be reached.
has_display = [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] && \
	( $(PYTHON) -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication([])' ) 2>/dev/null

.DELETE_ON_ERROR:
.PHONY: run test check build venv clean

run: $(SAMPLE)
	@if $(has_display); then \
		echo "Opening the window on $(SAMPLE)"; exec .venv/bin/union-office $(SAMPLE); \
	else \
		echo "There is no display here, so the main job is done without a window:"; \
		$(PYTHON) -m ui.headless build/headless; \
	fi

test: check
	$(PYTHON) -m pytest --numprocesses 2

check: venv
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

build: venv
	@.ci/need binutils
	$(PYTHON) -m PyInstaller --noconfirm --log-level WARN build.spec

venv: $(READY)

$(READY): pyproject.toml .ci/setup .ci/need
	@.ci/setup
	@touch $@

$(SAMPLE): | venv
	@mkdir -p $(@D)
	.venv/bin/union-office sample $@

clean:
	rm -rf build dist .venv *.egg-info .*_cache
