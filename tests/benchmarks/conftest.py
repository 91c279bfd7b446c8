"""The offices that `make bench` measures in, and the one table that it ends with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.offices import SIZES, grow, import_members
from tests.helpers.measured import LINES, table


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Measure in an office of each size whatever asks for its members."""
    if "members" in metafunc.fixturenames:
        metafunc.parametrize("members", SIZES)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print all that was measured and found right."""
    if LINES:
        terminalreporter.section("measured, in time of the processor")
        terminalreporter.write_line(table(LINES))


@pytest.fixture(scope="session")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """Give the closed office with so many members, imported once; nobody may change it."""
    made: dict[int, Path] = {}

    def office_of(members: int) -> Path:
        if members not in made:
            made[members] = import_members(tmp_path_factory.mktemp("members"), members)
        return made[members]

    return office_of


@pytest.fixture(scope="session")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The closed sample office grown to 100,000 records over all registers; nobody may change it."""
    return grow(tmp_path_factory.mktemp("large"))
