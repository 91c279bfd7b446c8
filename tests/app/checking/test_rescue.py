"""What can still be read of a damaged file comes into a new office; what cannot is listed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.checking.rescue import rescue
from app.errors import Refused
from app.keeping.history import of
from app.office import Office, close_office, newest_version, open_office
from app.records.profile import profile
from app.safekeeping.automatic import keep_copy
from app.safekeeping.soundness import faults_of
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.members.records import Member
from tests.factories.people import make_file, make_kin, make_member
from tests.helpers.passwords import encrypted_copy, key, spoil_page

PAGE = 4096


@pytest.fixture
def file(office: Office) -> Path:
    """A closed office of many members and two households."""
    for _ in range(200):
        make_member()
    for name in ("仇永福", "陆建国"):
        make_kin(make_file(name=name))
    close_office()
    return office.path


def test_of_a_sound_file_everything_is_taken_with_its_history(file: Path, tmp_path: Path) -> None:
    result = rescue(file, tmp_path / "新.union")
    assert result.lost == []
    assert faults_of(tmp_path / "新.union") == []
    open_office(tmp_path / "新.union")
    assert Member.select().count() == 200
    assert [change.action for change in of(Member.get_by_id(1))] == ["新建"]


def test_a_damaged_page_hides_the_rows_on_it_only(file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(file)) as plain:
        (page,) = plain.execute(
            "SELECT pageno FROM dbstat WHERE name = 'member' AND pagetype = 'leaf' LIMIT 1 OFFSET 2"
        ).fetchone()
    content = bytearray(file.read_bytes())
    content[(page - 1) * PAGE : page * PAGE] = b"\xff" * PAGE
    file.write_bytes(content)
    result = rescue(file, tmp_path / "新.union")
    open_office(tmp_path / "新.union")
    assert 150 < Member.select().count() < 200
    assert any("“会员”有" in sentence and "读不出来" in sentence for sentence in result.lost)


def _pages_of_contents(file: Path) -> list[int]:
    query = "SELECT pageno FROM dbstat WHERE name = 'sqlite_schema' ORDER BY pageno"
    with closing(sqlite3.connect(file)) as plain:
        return [page for (page,) in plain.execute(query)]


def _spoil(file: Path, pages: list[int]) -> None:
    content = bytearray(file.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = b"\xff" * PAGE
    file.write_bytes(content)


@pytest.mark.parametrize("pages", [slice(0, 1), slice(1, 2), slice(None)], ids=["first", "second", "all"])
def test_without_its_contents_the_records_are_found_all_the_same(
    file: Path, tmp_path: Path, pages: slice
) -> None:
    """The tables begin where they do in an office that was just made."""
    _spoil(file, _pages_of_contents(file)[pages])
    result = rescue(file, tmp_path / "新.union")
    open_office(tmp_path / "新.union")
    assert Member.select().count() == 200
    assert result.lost == ["文件的目录已损坏，各表是按新建的台账的目录读出的，请核对。"]
    close_office()
    assert [path.name for path in tmp_path.iterdir()] == ["新.union"]


def test_the_contents_of_a_copy_lead_to_tables_that_lie_elsewhere(file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(file)) as plain:
        plain.execute("VACUUM")
    open_office(file)
    keep_copy()
    make_member(name="单小娟")
    close_office()
    _spoil(file, _pages_of_contents(file))
    result = rescue(file, tmp_path / "新.union")
    open_office(tmp_path / "新.union")
    assert Member.select().count() == 201
    assert result.lost[0].startswith("文件的目录已损坏，各表是按备份“test-")


def test_where_nothing_tells_where_the_tables_lie_that_is_said(file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(file)) as plain:
        plain.execute("VACUUM")
    _spoil(file, _pages_of_contents(file))
    with pytest.raises(Refused, match="目录已损坏，没有备份能说明各表在哪里"):
        rescue(file, tmp_path / "新.union")
    assert list(tmp_path.iterdir()) == []


def test_an_encrypted_file_without_its_contents_is_read_too(file: Path, tmp_path: Path) -> None:
    secret = encrypted_copy(file, tmp_path / "密.union")
    open_office(secret, key())
    keep_copy()
    close_office()
    spoil_page(secret, 1)
    result = rescue(secret, tmp_path / "新.union", key())
    open_office(tmp_path / "新.union", key())
    assert Member.select().count() == 200
    assert len(result.lost) == 1


def test_whoever_belonged_to_a_lost_record_is_told(file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(file)) as plain, plain:
        plain.execute("PRAGMA foreign_keys = OFF")
        plain.execute("DELETE FROM hardship_file WHERE id = 1")
    result = rescue(file, tmp_path / "新.union")
    open_office(tmp_path / "新.union")
    assert HardshipFile.select().count() == 1
    assert HardshipFamily.select().where(HardshipFamily.file == 1).count() == 0
    assert any("没有救出" in sentence for sentence in result.lost)


def test_of_a_file_of_a_later_version_it_is_told_that_something_may_be_left(
    file: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(file)) as plain:
        plain.execute(f"PRAGMA user_version = {newest_version() + 1}")
    assert any("更新版本" in sentence for sentence in rescue(file, tmp_path / "新.union").lost)


def test_a_file_of_which_nothing_is_left_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "坏.union").write_bytes(b"x" * 10_000)
    with pytest.raises(Refused, match="一条记录也读不出来"):
        rescue(tmp_path / "坏.union", tmp_path / "新.union")
    assert not (tmp_path / "新.union").exists()


def test_a_file_that_is_there_is_not_overwritten(file: Path, tmp_path: Path) -> None:
    (tmp_path / "新.union").write_text("kept")
    with pytest.raises(Refused, match="已经存在"):
        rescue(file, tmp_path / "新.union")


def test_an_office_whose_own_row_is_lost_gets_another(file: Path, tmp_path: Path) -> None:
    """Where nobody can read what it is called, it is called so, with the settings of a new one."""
    with closing(sqlite3.connect(file)) as plain, plain:
        for (trigger,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            plain.execute(f'DROP TRIGGER "{trigger}"')
        plain.execute("DELETE FROM profile")
    rescued = rescue(file, tmp_path / "new.union")
    assert [one for one in rescued.lost if "本会资料" in one]
    open_office(tmp_path / "new.union")
    assert (profile().name, profile().notice_days) == ("救出的台账", 5)
    close_office()
