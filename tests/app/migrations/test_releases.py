"""A file that a released version wrote opens in this one, whole and sound.

`releases` holds a small office of each version, as it wrote it: a member, a hardship file and a batch with
one payment of 500 yuan, all invented.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from app.checking.file_check import check_file
from app.office import close_office, open_office
from app.subjects.hardship.aid.records import AidPayment
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.members.records import Member

RELEASES = sorted((Path(__file__).parent / "releases").glob("*.union.gz"))


@pytest.fixture(params=RELEASES, ids=lambda path: path.name.removesuffix(".union.gz"))
def office_of_a_release(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of what a release wrote."""
    path = tmp_path / "old.union"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def test_its_records_are_read_as_they_were_entered(office_of_a_release: Path) -> None:
    open_office(office_of_a_release)
    told = (Member.get().name, HardshipFile.get().name, AidPayment.get().name, AidPayment.get().amount)
    close_office()
    assert told == ("王小明", "李桂兰", "李桂兰", 500_00)


def test_the_file_is_sound_before_it_has_been_opened(office_of_a_release: Path) -> None:
    """A check only reads: what later versions added is not there yet, and is not missed."""
    assert [finding for finding in check_file(office_of_a_release) if not finding.note] == []


def test_the_file_is_sound_when_it_has_been_opened(office_of_a_release: Path) -> None:
    open_office(office_of_a_release)
    close_office()
    assert [finding for finding in check_file(office_of_a_release) if not finding.note] == []
