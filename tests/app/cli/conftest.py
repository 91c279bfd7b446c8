"""An office with a few records, and commands run as a person would."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.cli import run
from app.office import close_office, create
from tests.factories import people
from tests.helpers.commands import Told


@pytest.fixture(scope="module")
def kept_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a member, a hardship file and a batch, made once."""
    path = tmp_path_factory.mktemp("kept") / "kept.union"
    create(path, "泰祥社区工会", code="TY")
    people.make_member(name="单小娟")
    people.make_batch(people.make_file(name="仇永福"))
    close_office()
    return path


@pytest.fixture
def file(kept_office: Path, tmp_path: Path) -> Path:
    """A copy of that office, closed."""
    return Path(shutil.copy(kept_office, tmp_path / "台账.union"))


@pytest.fixture
def done(capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a command that is to succeed, and return what it said."""

    def told(*words: object) -> str:
        code = run([str(word) for word in words])
        said = capsys.readouterr()
        assert (code, said.err) == (0, "")
        return said.out.rstrip("\n")

    return told


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a command that is to be refused, and return why."""

    def told(*words: object) -> str:
        code = run([str(word) for word in words])
        said = capsys.readouterr().err
        assert code == 1
        assert "Traceback" not in said
        return said.rstrip("\n")

    return told


@pytest.fixture
def misused(capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a command that is written wrongly, and return what was wrong."""

    def told(*words: object) -> str:
        code = run([str(word) for word in words])
        said = capsys.readouterr().err.rstrip("\n")
        assert code == 2
        assert said.count("\n") == 0
        return said

    return told
