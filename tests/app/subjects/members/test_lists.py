from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.rules import periods
from tests.factories.people import make_event, make_member
from tests.helpers.paper import print_out


def test_the_roster_lists_who_was_on_the_roll_on_the_day(office: Office, tmp_path: Path) -> None:
    make_member(name="陆建国")
    make_event(make_member(name="仇志明"), "转出", date(2011, 7, 1), other_union="区总工会")
    june = print_out(tmp_path, "members.roster", period=periods.half(2011, 1)).text
    december = print_out(tmp_path, "members.roster", period=periods.year(2011)).text
    assert "仇志明" in june
    assert "仇志明" not in december
    assert "截至2011年12月31日 共 1 人" in december


def test_the_roster_is_ordered_by_pinyin(office: Office, tmp_path: Path) -> None:
    for name in ("周小梅", "阿依古丽·买买提", "仇志明"):
        make_member(name=name)
    text = print_out(tmp_path, "members.roster").text
    places = [text.index(name) for name in ("阿依古丽", "仇志明", "周小梅")]
    assert places == sorted(places)


def test_the_roster_of_the_office_has_birth_month_date_of_joining_and_hides_the_telephone(
    office: Office, tmp_path: Path
) -> None:
    make_member(birth_date=date(1980, 5, 6), mobile="13850176642", is_migrant_worker=True)
    text = print_out(tmp_path, "members.roster").text
    assert "1980年5月" in text
    assert "1980年5月6日" not in text
    assert "是 2011年3月8日" in text
    assert "138****6642" in text
    assert "13850176642" not in text


def test_the_roster_printed_in_full_has_the_telephone_too(office: Office, tmp_path: Path) -> None:
    make_member(mobile="13850176642")
    assert "13850176642" in print_out(tmp_path, "members.roster", full_ids=True).text


def test_the_version_for_the_wall_shows_neither_number_nor_telephone_nor_birth(
    office: Office, tmp_path: Path
) -> None:
    make_member(
        name="陆建国",
        id_number="310104198005060134",
        mobile="13850176642",
        address="泰祥小区12号",
        card_no="31010001",
        remark="家中有病人",
    )
    text = print_out(tmp_path, "members.roster", public=True, full_ids=True).joined
    assert "工会会员花名册（张贴版）" in text
    assert "陆建国" in text
    hidden = ("310104", "0134", "3850", "6642", "1980", "12号", "31010001", "病人", "内部资料")
    assert [words for words in hidden if words in text] == []


def test_both_rosters_lie(office: Office, tmp_path: Path) -> None:
    make_member()
    for public in (False, True):
        ((width, height),) = print_out(tmp_path, "members.roster", public=public).sizes
        assert width > height
