"""The office's books on paper: meetings, seals, visitors, visits, the archive, the cash book (domain 10)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.errors import Refused
from app.office import Office
from app.rules.periods import year
from tests.factories.paperwork import (
    make_archived_file,
    make_attendee,
    make_company_visit,
    make_entry,
    make_item,
    make_meeting,
    make_planned,
    make_seal_use,
    make_spending,
    make_visit,
)
from tests.helpers.paper import print_out


def test_the_record_of_a_meeting_is_upright_and_names_who_came_and_who_did_not(
    office: Office, tmp_path: Path
) -> None:
    meeting = make_meeting(stated_expected=None, stated_attended=None, starts_at="14:00", place="二楼会议室")
    make_attendee(meeting, name="陆建国", signed_in=True)
    make_attendee(meeting, name="欧阳秀兰", absence="病假")
    make_attendee(meeting, name="周小梅", role="列席", signed_in=True)
    paper = print_out(tmp_path, "office.minutes", record=meeting.id)
    ((width, height),) = paper.sizes
    assert width < height
    for words in ("2011年3月8日", "14:00", "二楼会议室", "讨论困难职工帮扶名单", "同意上报 47 户"):
        assert words in paper.joined
    for words in ("陆建国", "欧阳秀兰（病假）", "周小梅", "主持人（签名）：", "记录人（签名）："):
        assert words in paper.joined


def test_the_record_of_a_meeting_prints_empty_too(office: Office, tmp_path: Path) -> None:
    paper = print_out(tmp_path, "office.minutes", blank=True)
    assert paper.result.pages == 1
    assert "缺席及原因" in paper.joined


def test_the_sign_in_sheet_lists_those_who_are_to_come(office: Office, tmp_path: Path) -> None:
    meeting = make_planned(name="三月例会")
    make_attendee(meeting, name="陆建国", post="委员")
    make_attendee(make_planned(name="四月例会"), name="周小梅")
    paper = print_out(tmp_path, "office.sign_in", record=meeting.id)
    for words in ("三月例会签到表", "陆建国", "委员", "签名"):
        assert words in paper.text
    assert "周小梅" not in paper.text


def test_a_cancelled_meeting_is_printed_only_when_asked_for(office: Office, tmp_path: Path) -> None:
    meeting = make_planned(status="取消", cancel_reason="主持人外出")
    with pytest.raises(Refused):
        print_out(tmp_path, "office.minutes", period=year(2011))
    assert print_out(tmp_path, "office.minutes", record=meeting.id).result.pages == 1


def test_the_book_of_seals_has_room_to_sign(office: Office, tmp_path: Path) -> None:
    make_seal_use(document="会员名册", copies=3)
    make_seal_use(document="介绍信", used_on=date(2010, 3, 8))
    paper = print_out(tmp_path, "office.seal_book", period=year(2011))
    for words in ("用印登记簿", "会员名册", "工会公章", "用印人签名", "共 1 次"):
        assert words in paper.joined
    assert "介绍信" not in paper.text


def test_the_book_of_visitors_masks_their_telephones_and_tells_the_outcome(
    office: Office, tmp_path: Path
) -> None:
    make_visit(name="陆建国", status="已答复", closed_on=date(2011, 3, 10), result="已受理申请")
    make_visit(name="周小梅", status="已转办", closed_on=date(2011, 3, 10), passed_to="街道信访办")
    paper = print_out(tmp_path, "office.visit_book", period=year(2011))
    for words in ("来访接待登记簿", "陆建国", "已受理申请", "转办：街道信访办", "138****8000", "共 2 件"):
        assert words in paper.joined
    assert "13800138000" not in paper.text


def test_the_book_of_visits_tells_what_is_left_to_do(office: Office, tmp_path: Path) -> None:
    make_company_visit(problems="未签合同", status="待跟进", follow_up_by=date(2011, 4, 8))
    paper = print_out(tmp_path, "office.company_visit_book", period=year(2011))
    assert "2011年4月8日前跟进" in paper.joined


def test_the_list_of_the_archive_tells_where_things_are(office: Office, tmp_path: Path) -> None:
    item = make_item(place="2号柜", pages=120)
    paper = print_out(tmp_path, "office.archive_list", period=year(2011))
    for words in (item.archive_no, item.title, "2号柜", "120", "10年"):
        assert words in paper.joined


def test_what_is_to_be_destroyed_is_what_is_past_its_time(office: Office, tmp_path: Path) -> None:
    item = make_archived_file(date(2011, 2, 1), title="陆建国困难职工档案")
    make_item(title="2011年文件", retention="30年")
    paper = print_out(tmp_path, "office.destruction", today=date(2021, 2, 1))
    for words in ("档案销毁清单", "陆建国困难职工档案", "2021年1月31日", "监销人：", "共 1 卷"):
        assert words in paper.joined
    assert "2011年文件" not in paper.text
    with pytest.raises(Refused):
        print_out(tmp_path, "office.destruction", today=date(2021, 1, 31))
    assert print_out(tmp_path, "office.destruction", record=item.id).result.pages == 1


def test_the_cash_book_opens_adds_up_each_month_and_closes(office: Office, tmp_path: Path) -> None:
    make_entry(booked_on=date(2010, 12, 31), subject="上年结转", amount=500_00)
    make_entry(booked_on=date(2011, 3, 1))
    make_spending(booked_on=date(2011, 3, 8))
    make_spending(booked_on=date(2011, 5, 4), amount=120_50, voucher_no="5-1")
    lines = print_out(tmp_path, "office.cash_book", period=year(2011)).text.split("\n")
    told = {
        words: next(line for line in lines if words in line) for words in ("期初余额", "3月合计", "5月合计")
    }
    assert "500.00" in told["期初余额"]
    assert "1,000.00 300.00 1,200.00" in told["3月合计"]
    assert "0.00 120.50 1,079.50" in told["5月合计"]
    joined = "".join(lines)
    assert "本期合计 1,000.00 420.50 1,079.50" in " ".join(lines)
    assert "期末余额 1,079.50 元（人民币壹仟零柒拾玖元伍角）" in joined
    assert "共 3 笔" in joined


def test_the_totals_of_a_cash_book_bear_no_number(office: Office, tmp_path: Path) -> None:
    make_entry(booked_on=date(2011, 3, 1))
    make_spending(booked_on=date(2011, 5, 4))
    lines = print_out(tmp_path, "office.cash_book", period=year(2011)).text.split("\n")
    assert [line.split()[0] for line in lines if "2011年3月1日" in line or "2011年5月4日" in line] == [
        "1",
        "2",
    ]
    assert all(not line[0].isdecimal() or line.startswith("2011年") for line in lines if "合计" in line)
