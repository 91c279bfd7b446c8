"""What an office has that a copy of it lacks, in numbers."""

from __future__ import annotations

from pathlib import Path

from app.keeping import keeping
from app.office import Office, close_office
from app.safekeeping.backup import back_up
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


def test_an_unchanged_office_is_told_as_the_same(office: Office, tmp_path: Path) -> None:
    make_member()
    assert compare_with_open(back_up(tmp_path).path).sentence == "与现在的内容相同。"


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
