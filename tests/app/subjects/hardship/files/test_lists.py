from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.errors import Refused
from app.office import Office
from app.records.profile import profile
from app.rules import periods
from app.subjects.hardship.files.records import HardshipFile
from tests.factories.people import make_file, make_kin
from tests.helpers.paper import Paper, print_out

NOTICED: dict[str, object] = {
    "status": "公示中",
    "applied_on": date(2011, 3, 1),
    "visited_on": date(2011, 3, 3),
    "discussed_on": date(2011, 3, 5),
    "consent_on": date(2011, 3, 5),
    "notice_from": date(2011, 3, 7),
    "notice_to": date(2011, 3, 14),
    "approved_on": None,
    "opened_on": None,
}


def set_profile(**values: object) -> None:
    office = profile()
    for name, value in values.items():
        setattr(office, name, value)
    office.save()


def notice(folder: Path, **asked: Any) -> Paper:  # noqa: ANN401  # as what they are handed to takes them
    return print_out(folder, "hardship.notice", **asked)


def make_noticed(**values: object) -> HardshipFile:
    return make_file(**(NOTICED | values))


def test_the_roster_lists_the_files_that_were_open_on_the_day(office: Office, tmp_path: Path) -> None:
    make_file(name="陆建国")
    closed = {"status": "退档(脱困)", "close_reason": "脱困"}
    make_file(name="仇志明", closed_on=date(2011, 6, 30), **closed)
    make_file(name="周小梅", approved_on=date(2011, 8, 1), opened_on=date(2011, 8, 1))
    june = print_out(tmp_path, "hardship.roster", period=periods.through_month(2011, 5)).text
    december = print_out(tmp_path, "hardship.roster", period=periods.year(2011)).text
    assert [name in june for name in ("陆建国", "仇志明", "周小梅")] == [True, True, False]
    assert [name in december for name in ("陆建国", "仇志明", "周小梅")] == [True, False, True]
    assert "截至2011年5月31日 共 2 户" in june


def test_only_what_is_shown_in_public_now_is_printed_for_the_wall(office: Office, tmp_path: Path) -> None:
    noticed, closed = make_noticed(name="陆建国"), make_file(name="仇志明")
    paper = notice(tmp_path, ids=(noticed.id, closed.id))
    assert ("陆*国" in paper.text, "仇*明" in paper.text) == (True, False)
    with pytest.raises(Refused, match="只印公示中的"):
        notice(tmp_path, ids=(closed.id,))


def test_a_file_in_the_recycle_bin_is_not_on_the_roster(office: Office, tmp_path: Path) -> None:
    make_file(name="陆建国")
    binned = make_file(name="仇志明")
    HardshipFile.update(deleted_at=date(2011, 5, 1)).where(HardshipFile.id == binned.id).execute()
    assert "仇志明" not in print_out(tmp_path, "hardship.roster").text


def test_the_roster_has_the_columns_the_rules_name(office: Office, tmp_path: Path) -> None:
    make_file(mobile="13850176642", own_monthly_income=1860_00)
    text = print_out(tmp_path, "hardship.roster").text
    for heading in ("档案编号", "身份证号", "工作单位", "困难类别", "主要致困原因", "建档日期", "联系电话"):
        assert heading in text
    assert "1,860.00" in text
    assert "患重特大疾病" in text


def test_the_roster_hides_the_middle_of_a_telephone_number(office: Office, tmp_path: Path) -> None:
    make_file(mobile="13850176642")
    text = print_out(tmp_path, "hardship.roster").text
    assert "138****6642" in text
    assert "13850176642" not in text


def test_lists_lie_and_the_notice_stands(office: Office, tmp_path: Path) -> None:
    make_file()
    make_noticed()
    ((width, height),) = print_out(tmp_path, "hardship.roster").sizes
    assert width > height
    ((width, height),) = notice(tmp_path).sizes
    assert width < height


def test_the_notice_shows_masked_name_employer_category_and_what_is_planned(
    office: Office, tmp_path: Path
) -> None:
    make_noticed(name="李小明", employer="有司建筑公司", category="深度困难", level="区级")
    assert "1 李*明 有司建筑公司 深度困难 区级建档帮扶" in notice(tmp_path).text


def test_the_notice_tells_its_days_and_whom_to_call(office: Office, tmp_path: Path) -> None:
    set_profile(notice_phone="021-64160000")
    make_noticed()
    paper = notice(tmp_path)
    assert "公示期为2011年3月7日至2011年3月14日。" in paper.joined
    assert "公示起止日期：2011年3月7日至2011年3月14日" in paper.text
    assert "监督电话：021-64160000" in paper.text


def test_the_notice_shows_nothing_else_of_the_file(office: Office, tmp_path: Path) -> None:
    file = make_noticed(
        name="李小明",
        id_number="310104198005060134",
        mobile="13850176642",
        address="泰祥小区12号503室",
        own_monthly_income=987_65,
        family_other_income=4321_00,
        exp_illness=3126_00,
        main_cause="患重特大疾病",
        other_causes=("子女上学",),
        cause_text="工地坠落致骨折",
        health="肺病",
        bank_card="6222021001098550188",
        bank_name="工商银行",
        bank_holder="李小明",
        remark="父亲卧床",
        birth_date=date(1980, 5, 6),
    )
    make_kin(file, name="李天赐", relation="子", workplace="泰祥小学", birth_date=date(2003, 1, 1))
    text = notice(tmp_path, full_ids=True).joined
    hidden = (
        *("李小明", "19800506", "0134", "3850176642", "138*", "12号503", "987.65", "4,321", "3,126"),
        *("患重", "疾病", "子女", "骨折", "肺病", "0188", "工商银行", "卧床", "李天赐", "泰祥小学", "5月6日"),
    )
    assert [words for words in hidden if words in text] == []


def test_the_notice_shows_whole_names_where_the_office_says_so(office: Office, tmp_path: Path) -> None:
    set_profile(mask_names=False)
    make_noticed(name="阿依古丽·买买提")
    assert "阿依古丽·买买提" in notice(tmp_path).text


def test_files_of_different_notice_days_have_notices_of_their_own(office: Office, tmp_path: Path) -> None:
    make_noticed(name="李小明")
    make_noticed(name="周小梅", notice_from=date(2011, 3, 9), notice_to=date(2011, 3, 16))
    first, second = notice(tmp_path).pages
    assert "李*明" in first
    assert "周*梅" not in first
    assert "2011年3月9日至2011年3月16日" in second


def test_only_files_on_public_notice_are_on_it_unless_a_period_is_asked_for(
    office: Office, tmp_path: Path
) -> None:
    make_noticed(name="李小明")
    make_file(name="周小梅", **(NOTICED | {"status": "待审批", "notice_result": "无异议"}))
    assert "周*梅" not in notice(tmp_path).text
    assert "周*梅" in notice(tmp_path, period=periods.year(2011)).text


def test_unit_and_date_stand_at_the_right_below_the_notice_with_room_for_a_seal(
    office: Office, tmp_path: Path
) -> None:
    make_noticed()
    with pypdfium2.PdfDocument(notice(tmp_path).path) as document:
        page = document[0].get_textpage()
        text = page.get_text_range()
        phone = page.get_charbox(text.rindex("监督电话"))
        unit = page.get_charbox(text.rindex("泰祥社区工会"))
        day = page.get_charbox(text.rindex("2011年3月7日"))
        page.close()
    seal = 45 * 72 / 25.4
    assert min(unit[0], day[0]) > 595 / 2
    assert day[3] < unit[1] < phone[1]
    assert (unit[3] + day[1]) / 2 < phone[1] - seal / 3
    assert max(unit[2], day[2]) < 595 - 15 * 72 / 25.4


def test_the_blank_notice_has_its_text_with_room_for_the_days(office: Office, tmp_path: Path) -> None:
    text = print_out(tmp_path, "hardship.notice", blank=True).joined
    assert "公示期为＿＿年＿＿月＿＿日至" in text
    assert "如有异议" in text
    assert "监督电话：" in text
