"""The version is said once, in pyproject.toml, and told everywhere else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from app import cli
from app.version import version

ROOT = Path(__file__).resolve().parents[2]


def test_the_program_knows_the_version_of_its_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert version() == project["project"]["version"]


def test_the_command_line_tells_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out == f"union-office {version()}\n"
