"""What an office has that a copy of it lacks, in numbers."""

from __future__ import annotations

from pathlib import Path

from app.keeping import keeping
from app.office import Office, close_office, create, open_office
from app.records import drafts
from app.records.base import change
from app.records.drafts import Place
from app.records.profile import Profile
from app.safekeeping.backup import back_up, save_copy
from app.safekeeping.comparing import compare_with_open
from app.safekeeping.restore import restore
from app.subjects.unions.enterprises.register import ENTERPRISES
from tests.factories.people import make_enterprise, make_member


def test_what_was_entered_since_is_counted_by_register(office: Office, tmp_path: Path) -> None:
    make_member()
    copy = back_up(tmp_path).path
    for _ in range(3):
        make_member()
    make_enterprise()
    told = compare_with_open(copy)
    assert "会员 3 人" in told.sentence
    assert "企业 1" in told.sentence
    assert told.sentence.startswith("会少 ")


def test_what_was_changed_since_is_counted(office: Office, tmp_path: Path) -> None:
    enterprise = make_enterprise()
    copy = back_up(tmp_path).path
    enterprise.contact_mobile = "13900139000"
    keeping.save(ENTERPRISES, enterprise)
    assert compare_with_open(copy).sentence == "1 条记录会回到以前的内容。"


def test_what_only_the_copy_has_is_told_too(office: Office, tmp_path: Path) -> None:
    """A restore is undone by what it kept aside: that is not the same as what is there now."""
    enterprise = make_enterprise()
    make_member()
    before = back_up(tmp_path).path
    make_member()
    enterprise.contact_mobile = "13900139000"
    keeping.save(ENTERPRISES, enterprise)
    after = back_up(tmp_path).path
    close_office()
    restore(before, office.path)
    open_office(office.path)
    said = compare_with_open(after).sentence
    assert said == "会多 会员 1 人、会籍变动 1 条，1 条记录会是更新的内容。"


def test_what_was_typed_and_not_saved_since_is_told(office: Office, tmp_path: Path) -> None:
    copy = back_up(tmp_path).path
    drafts.keep(Place("members", None), {"name": "王芳"})
    assert compare_with_open(copy).sentence == "没有存完的 1 处会丢掉。"


def test_an_unchanged_office_is_told_as_the_same(office: Office, tmp_path: Path) -> None:
    make_member()
    assert compare_with_open(back_up(tmp_path).path).sentence == "内容没有不同。"


def test_a_copy_of_another_office_is_told_as_one(office: Office, tmp_path: Path) -> None:
    """Its records have the numbers of ours; nobody shall take it for the same."""
    make_member()
    close_office()
    create(tmp_path / "别的.union", "别的工会", code="BD")
    make_member()
    copy = back_up(tmp_path).path
    close_office()
    open_office(office.path)
    told = compare_with_open(copy).sentence
    assert told.startswith("这是另一份台账“别的工会”的备份，不是现在这份的：会少 会员 1 人")


def test_an_office_under_another_name_is_the_same_office(office: Office, tmp_path: Path) -> None:
    copy = back_up(tmp_path).path
    with change():
        Profile.update(name="改名的工会").execute()
    assert "另一份台账" not in compare_with_open(copy).sentence


def test_records_that_went_their_own_ways_since_are_not_the_same(office: Office, tmp_path: Path) -> None:
    """After the copy here and there one member joined, and both got the same number."""
    copy = save_copy(tmp_path / "副本.union").path
    make_member()
    close_office()
    open_office(copy)
    make_member()
    close_office()
    open_office(office.path)
    assert compare_with_open(copy).sentence.startswith("会少 会员 1 人")


def test_a_restore_says_what_it_took_away_and_is_undone_by_what_it_kept(
    office: Office, tmp_path: Path
) -> None:
    make_member()
    copy = back_up(tmp_path).path
    make_member()
    close_office()
    restored = restore(copy, office.path)
    assert "会员 1 人" in restored.lacks
    assert restored.aside is not None
    assert "会少" not in restore(restored.aside, office.path).lacks
