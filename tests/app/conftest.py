"""The sample office and a closed year, made once for all who count in them; a folder with permissions.

The program is imported by the fixtures that need it, as above.
"""

from __future__ import annotations

import encodings
import importlib
import os
import pkgutil
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from app.subjects.disputes.cases.records import DisputeCase
    from tests.helpers.verdicts import Verdicts

_NOBODY = 65534


def _load_what_is_imported_late() -> None:
    """Import what this user may no longer be able to: Python itself may lie in another user's home."""
    importlib.import_module("logging.handlers")
    for package in (importlib.import_module("app"), encodings):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "migrations" not in module.name and not module.name.endswith(("mbcs", "oem", "cp65001")):
                importlib.import_module(module.name)


@pytest.fixture
def ordinary_folder(blank_office: Path) -> Iterator[Path]:
    """Act as an ordinary user while the test runs, in a folder of that user's own with 台账.union in it."""
    folder = Path(tempfile.mkdtemp(prefix="union-office-"))
    path = Path(shutil.copy(blank_office, folder / "台账.union"))
    _load_what_is_imported_late()
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root:
        os.chown(folder, _NOBODY, _NOBODY)
        os.chown(path, _NOBODY, _NOBODY)
        os.seteuid(_NOBODY)
    yield folder
    if is_root:
        os.seteuid(0)
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def judged_sample(sample_file: Path) -> Verdicts:
    """What the checks say of the records of the sample office."""
    from app.office import close_office, open_office
    from tests.helpers.verdicts import judge

    open_office(sample_file, read_only=True)
    verdicts = judge()
    close_office()
    return verdicts


@pytest.fixture(scope="session")
def closed_file(tmp_path_factory: pytest.TempPathFactory, blank_office: Path) -> Path:
    """An office file with one case of 2011, the year closed; made once, for it takes seconds."""
    from app.office import close_office, open_office
    from app.statistics.closing import close_year
    from tests.factories.disputes import make_case

    path = Path(shutil.copy(blank_office, tmp_path_factory.mktemp("closed") / "closed.union"))
    open_office(path)
    make_case("受理")
    close_year(2011)
    close_office()
    return path


@pytest.fixture
def closed_2011(tmp_path: Path, closed_file: Path) -> Iterator[DisputeCase]:
    """The only case of an open office whose year 2011 is closed."""
    from app.office import close_office, open_office
    from app.subjects.disputes.cases.records import DisputeCase

    open_office(Path(shutil.copy(closed_file, tmp_path / "closed.union")))
    yield DisputeCase.get()
    close_office()


@pytest.fixture
def open_sample(sample_file: Path) -> Iterator[Path]:
    """The sample office, open for reading."""
    from app.office import close_office, open_office

    open_office(sample_file, read_only=True)
    yield sample_file
    close_office()
