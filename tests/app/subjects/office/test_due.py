"""What daily office work asks to be done, and when (domain 10 and 12.3)."""

from __future__ import annotations

from datetime import date

import pytest

from app.keeping import keeping
from app.office import Office
from app.register import Due
from app.subjects.office.archive.due import archive_due
from app.subjects.office.archive.register import ARCHIVE
from app.subjects.office.company_visits.due import follow_ups_due
from app.subjects.office.meetings.due import meetings_due
from app.subjects.office.regulations.due import rules_due
from app.subjects.office.venues.due import places_due
from app.subjects.office.venues.register import VENUES
from app.subjects.office.visits.due import visits_due
from tests.factories.paperwork import (
    make_archived_file,
    make_company_visit,
    make_item,
    make_meeting,
    make_planned,
    make_rule,
    make_venue,
    make_visit,
)
from tests.factories.people import make_file
from tests.helpers.problems import advance

TODAY = date(2011, 3, 8)


def test_a_meeting_is_told_three_days_ahead_and_until_it_is_written_down(office: Office) -> None:
    meeting = make_planned(name="例会", held_on=TODAY)
    make_meeting(held_on=TODAY)
    assert list(meetings_due(date(2011, 3, 4))) == []
    assert list(meetings_due(date(2011, 3, 5))) == [Due("会议", "例会", meeting.id, 3)]
    assert list(meetings_due(date(2011, 3, 9))) == [
        Due("会议记录未登记", "例会", meeting.id, -1, by="登记召开")
    ]


def test_a_rule_that_holds_is_looked_at_on_its_day(office: Office) -> None:
    rule = make_rule(title="会议制度", review_by=date(2011, 4, 7))
    make_rule(review_by=TODAY, status="废止", repealed_on=date(2011, 3, 8), change_reason="由新制度代替")
    assert list(rules_due(TODAY)) == [
        Due("制度检查", "《会议制度》", rule.id, 30, "请核对是否需要修订", by="下次检查日期")
    ]
    assert list(rules_due(date(2011, 3, 7))) == []


def test_what_was_lent_from_the_archive_is_told_from_the_day_before(office: Office) -> None:
    item = make_item(
        title="2010年文件", status="借出", borrower="王芳", lent_on=TODAY, due_on=date(2011, 3, 22)
    )
    assert list(archive_due(date(2011, 3, 20))) == []
    assert list(archive_due(date(2011, 3, 23))) == [
        Due("档案应归还", "王芳 借 2010年文件", item.id, -1, by="归还")
    ]


@pytest.mark.parametrize(
    ("today", "days"), [(date(2020, 12, 31), None), (date(2021, 1, 2), 29), (date(2021, 2, 1), -1)]
)
def test_an_archived_hardship_file_is_told_when_its_ten_years_end(
    office: Office, today: date, days: int | None
) -> None:
    item = make_archived_file(date(2011, 2, 1), title="陆建国困难职工档案")
    told = Due("档案保管期满", "陆建国困难职工档案", item.id, days or 0, "请鉴定后销毁或续存")
    assert list(archive_due(today)) == ([] if days is None else [told])


def test_what_was_destroyed_or_is_kept_for_ever_is_no_longer_told(office: Office) -> None:
    item = make_archived_file(date(2011, 2, 1))
    make_item(retention="永久")
    gone = {"gone_on": date(2021, 2, 1), "approved_by": "王芳", "witness": "李强"}
    advance(ARCHIVE, item, "销毁", gone)
    assert list(archive_due(date(2021, 3, 1))) == []


def test_a_closed_hardship_file_that_was_never_archived_is_told_too(office: Office) -> None:
    file = make_file(name="陆建国", status="退档(脱困)", closed_on=date(2011, 2, 1), close_reason="脱困")
    name = f"陆建国（{file.file_no}）"
    assert list(archive_due(date(2020, 12, 31))) == []
    assert list(archive_due(date(2021, 2, 3))) == [
        Due("困难档案退档满10年", name, None, -3, "请归档并鉴定销毁")
    ]


def test_an_open_matter_is_told_until_it_is_settled(office: Office) -> None:
    visit = make_visit(name="王芳", answer_by=date(2011, 3, 23))
    make_visit(name="李强")
    make_visit(status="已答复", result="已解释", closed_on=TODAY)
    assert list(visits_due(date(2011, 3, 24))) == [
        Due("来访待处理", "王芳（困难帮扶）", visit.id, -1, by="答复"),
        Due("来访待处理", "李强（困难帮扶）", visit.id + 1, 0, by="答复"),
    ]


def test_what_a_visit_left_to_do_is_told_a_week_ahead(office: Office) -> None:
    left = {"problems": "未签合同", "status": "待跟进", "follow_up_by": date(2011, 4, 8)}
    visit = make_company_visit(unit_name="有司建筑公司", **left)
    make_company_visit()
    assert list(follow_ups_due(date(2011, 3, 31))) == []
    assert list(follow_ups_due(date(2011, 4, 1))) == [
        Due("走访跟进", "有司建筑公司", visit.id, 7, by="登记跟进")
    ]


def test_an_office_that_keeps_its_places_is_told_which_kind_it_lacks(office: Office) -> None:
    assert list(places_due(TODAY)) == []
    make_venue()
    venue = make_venue(kind="活动场所")
    assert list(places_due(TODAY)) == [Due("场所“三到位”", "还缺学习场所", None, 0)]
    make_venue(kind="学习场所")
    assert list(places_due(TODAY)) == []
    advance(VENUES, venue, "停用", {"closed_on": TODAY, "closed_reason": "搬迁"})
    assert list(places_due(TODAY)) == [Due("场所“三到位”", "还缺活动场所", None, 0)]


def test_what_is_in_the_bin_asks_for_nothing(office: Office) -> None:
    item = make_item(counted_from=date(2001, 1, 1))
    keeping.to_bin(ARCHIVE, [item.id])
    assert list(archive_due(TODAY)) == []
