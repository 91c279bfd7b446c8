"""Life cycles and special things of daily office work (domain 10)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.agenda.month import done
from app.exchange.importing import import_book
from app.office import Office
from app.rules.periods import custom
from app.subjects.office.archive.records import ArchiveItem
from app.subjects.office.archive.register import ARCHIVE
from app.subjects.office.cash.records import CashEntry
from app.subjects.office.cash.register import CASH
from app.subjects.office.company_visits.register import COMPANY_VISITS
from app.subjects.office.meetings.records import Meeting
from app.subjects.office.meetings.register import MEETINGS
from app.subjects.office.regulations.register import REGULATIONS
from app.subjects.office.venues.register import VENUES
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from tests.factories.paperwork import (
    make_archived_file,
    make_attendee,
    make_company_visit,
    make_item,
    make_meeting,
    make_planned,
    make_rule,
    make_seal_use,
    make_venue,
    make_visit,
    new_meeting,
)
from tests.helpers.problems import advance, forbidden

TOLD = {"held_on": date(2011, 3, 8), "chair": "王芳", "recorder": "李强", "resolutions": "无"}


def test_a_meeting_is_held_once_somebody_signed_in(office: Office) -> None:
    meeting = make_planned()
    make_attendee(meeting)
    meeting = Meeting.get_by_id(meeting.id)
    assert forbidden(MEETINGS, meeting, "登记召开", **TOLD).keys() == {"stated_attended"}
    make_attendee(meeting, signed_in=True)
    meeting = advance(MEETINGS, Meeting.get_by_id(meeting.id), "登记召开", TOLD)
    assert (meeting.status, meeting.expected, meeting.attended) == ("已召开", 2, 1)


def test_who_sits_in_is_not_counted(office: Office) -> None:
    meeting = make_planned()
    for role in ("出席", "出席", "列席"):
        make_attendee(meeting, role=role, signed_in=True)
    meeting = Meeting.get_by_id(meeting.id)
    assert (meeting.expected, meeting.attended) == (2, 2)


def test_a_meeting_tells_who_should_have_come_and_who_did(office: Office) -> None:
    assert MEETINGS.headline is not None
    assert MEETINGS.headline(make_meeting()) == "应到 6 人，实到 5 人"
    assert MEETINGS.headline(new_meeting(stated_attended=None)) == ""


def test_a_planned_meeting_is_cancelled_with_a_reason_and_taken_up_again(office: Office) -> None:
    meeting = make_planned()
    assert "cancel_reason" in forbidden(MEETINGS, meeting, "取消会议")
    meeting = advance(MEETINGS, meeting, "取消会议", {"cancel_reason": "主持人外出"})
    assert advance(MEETINGS, meeting, "恢复").status == "拟开"


def test_a_rule_is_revised_and_at_last_repealed(office: Office) -> None:
    rule = advance(
        REGULATIONS, make_rule(), "修订", {"revised_on": date(2012, 1, 4), "change_reason": "增加条款"}
    )
    assert rule.status == "修订"
    assert "repealed_on" in forbidden(REGULATIONS, rule, "废止")
    rule = advance(
        REGULATIONS, rule, "废止", {"repealed_on": date(2013, 1, 4), "change_reason": "由新制度代替"}
    )
    assert rule.status == "废止"


def test_what_was_lent_comes_back_and_forgets_its_borrower(office: Office) -> None:
    lent = {"borrower": "王芳", "lent_on": date(2011, 4, 8), "due_on": date(2011, 4, 22)}
    item = advance(ARCHIVE, make_item(), "借出", lent)
    assert item.status == "借出"
    item = advance(ARCHIVE, item, "归还")
    assert (item.status, item.borrower, item.lent_on, item.due_on) == ("在库", None, None, None)


def test_a_hardship_file_is_destroyed_ten_years_after_its_closing_by_two_people(office: Office) -> None:
    item = make_archived_file(date(2011, 2, 1))
    told = {"approved_by": "王芳", "witness": "李强"}
    assert "还没有到期" in forbidden(ARCHIVE, item, "销毁", **told, gone_on=date(2021, 1, 31))["gone_on"]
    assert "witness" in forbidden(ARCHIVE, item, "销毁", approved_by="王芳", gone_on=date(2021, 2, 1))
    assert advance(ARCHIVE, item, "销毁", told | {"gone_on": date(2021, 2, 1)}).status == "已销毁"


def test_a_matter_is_answered_or_passed_on(office: Office) -> None:
    day = date(2011, 3, 10)
    assert "result" in forbidden(VISITS, make_visit(), "答复", closed_on=day)
    assert advance(VISITS, make_visit(), "答复", {"closed_on": day, "result": "已解释"}).status == "已答复"
    assert "passed_to" in forbidden(VISITS, make_visit(), "转办", closed_on=day)
    passed = advance(VISITS, make_visit(), "转办", {"closed_on": day, "passed_to": "街道信访办"})
    assert passed.status == "已转办"


def test_what_is_found_later_is_followed_up_too(office: Office) -> None:
    told = {"problems": "未签合同", "follow_up_by": date(2011, 4, 8)}
    visit = advance(COMPANY_VISITS, make_company_visit(), "转为待跟进", told)
    done_then = {"followed_on": date(2011, 4, 1), "follow_up": "已全部签订"}
    assert advance(COMPANY_VISITS, visit, "登记跟进", done_then).status == "已跟进"


def test_a_place_is_closed_and_opened_again(office: Office) -> None:
    told = {"closed_on": date(2011, 4, 19), "closed_reason": "装修"}
    venue = advance(VENUES, make_venue(), "停用", told)
    assert venue.status == "停用"
    venue = advance(VENUES, venue, "恢复使用")
    assert (venue.status, venue.closed_on, venue.closed_reason) == ("在用", None, None)


def test_a_foreign_book_of_visitors_says_by_its_answers_what_is_settled(
    office: Office, tmp_path: Path
) -> None:
    (book := tmp_path / "book.csv").write_text(
        "日期,来访人,反映问题,接待人,处理结果,转办单位\n"
        "2011-3-8,王芳,咨询,李强,已解释,\n2011-3-9,赵六,欠薪,李强,,区总工会\n2011-3-10,钱七,咨询,李强,,\n",
        encoding="utf-8",
    )
    report = import_book(VISITS, book)
    assert report.done, report.problems
    told = [(one.status, one.closed_on) for one in Visit.select().order_by(Visit.id)]
    assert told == [("已答复", date(2011, 3, 8)), ("已转办", date(2011, 3, 9)), ("待处理", None)]


def test_a_foreign_cash_book_need_not_say_twice_whether_money_came_in(office: Office, tmp_path: Path) -> None:
    (book := tmp_path / "book.csv").write_text(
        "日期,摘要,科目,资金来源,金额\n2011-3-8,会费,会费收入,会费,100\n2011-3-9,奖品,职工活动支出,会费,30\n",
        encoding="utf-8",
    )
    report = import_book(CASH, book)
    assert report.done, report.problems
    told = [(one.direction, one.balance) for one in CashEntry.select().order_by(CashEntry.id)]
    assert told == [("收", "100.00"), ("支", "70.00")]


def test_the_work_of_a_day_is_told(office: Office) -> None:
    day = date(2011, 3, 8)
    make_meeting()
    make_planned()
    make_rule()
    make_item()
    make_seal_use()
    make_visit(people=3)
    make_company_visit()
    told = {one.text for one in done(custom(day, day)) if one.register_key.startswith("office")}
    assert told == {
        "召开会议 1 次",
        "出台制度 1 项",
        "归档 1 件",
        "用印 1 次，2 份",
        "接待来访 1 件，3 人次",
        "走访企业 1 次",
    }


def test_a_piece_whose_time_is_over_is_found_by_a_filter(office: Office) -> None:
    over = make_item(counted_from=date(2001, 1, 1))
    make_item(retention="永久")
    (found,) = (one for one in ARCHIVE.filters if getattr(one, "title", "") == "保管期满")
    assert [item.id for item in ArchiveItem.alive().where(found.where())] == [over.id]  # type: ignore[union-attr]
