"""Valid records of daily office work; a test names only the values that it is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

from app.keeping import keeping
from app.subjects.office.archive.records import ArchiveItem
from app.subjects.office.archive.register import ARCHIVE
from app.subjects.office.cash.records import CashEntry
from app.subjects.office.cash.register import CASH
from app.subjects.office.company_visits.records import CompanyVisit
from app.subjects.office.company_visits.register import COMPANY_VISITS
from app.subjects.office.goals.records import Goal
from app.subjects.office.goals.register import GOALS
from app.subjects.office.handovers.records import Handover
from app.subjects.office.handovers.register import HANDOVERS
from app.subjects.office.honours.records import Honour
from app.subjects.office.honours.register import HONOURS
from app.subjects.office.meetings.records import Meeting, MeetingAttendee
from app.subjects.office.meetings.register import ATTENDEES, MEETINGS
from app.subjects.office.nominations.records import Nomination
from app.subjects.office.nominations.register import NOMINATIONS
from app.subjects.office.regulations.records import Regulation
from app.subjects.office.regulations.register import REGULATIONS
from app.subjects.office.seal_uses.records import SealUse
from app.subjects.office.seal_uses.register import SEAL_USES
from app.subjects.office.shortcomings.records import Shortcoming
from app.subjects.office.shortcomings.register import SHORTCOMINGS
from app.subjects.office.training.records import Training
from app.subjects.office.training.register import TRAININGS
from app.subjects.office.venues.records import Venue
from app.subjects.office.venues.register import VENUES
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from tests.factories.people import make_enterprise, make_file, make_member, person_name

_numbers = count(1)


def new_meeting(**values: object) -> Meeting:
    """Return a committee meeting of 2011 that was held, not saved yet."""
    defaults = {
        "held_on": date(2011, 3, 8),
        "name": f"第{next(_numbers)}次委员会会议",
        "kind": "委员会会议",
        "chair": "王芳",
        "recorder": "李强",
        "stated_expected": 6,
        "stated_attended": 5,
        "topics": "讨论困难职工帮扶名单",
        "resolutions": "同意上报 47 户",
        "status": "已召开",
    }
    return Meeting(**(defaults | values))


def make_meeting(**values: object) -> Meeting:
    """Save a committee meeting of 2011 that was held."""
    return keeping.save(MEETINGS, new_meeting(**values))


def make_planned(**values: object) -> Meeting:
    """Save a meeting that is to be held, nobody on its list."""
    nothing = dict.fromkeys(("chair", "recorder", "stated_expected", "stated_attended", "resolutions"))
    return make_meeting(**(nothing | {"status": "拟开"} | values))


def new_attendee(meeting: Meeting, **values: object) -> MeetingAttendee:
    """Return somebody who is to come to a meeting, not saved yet."""
    return MeetingAttendee(meeting=meeting, **({"name": person_name(), "unit": "泰祥物业"} | values))


def make_attendee(meeting: Meeting, **values: object) -> MeetingAttendee:
    """Save somebody who is to come to a meeting."""
    return keeping.save(ATTENDEES, new_attendee(meeting, **values))


def new_rule(**values: object) -> Regulation:
    """Return a rule that has held since 2011, not saved yet."""
    defaults = {
        "issued_on": date(2011, 3, 8),
        "title": f"第{next(_numbers)}号工作制度",
        "kind": "女职工工作",
        "content": "每季度联系一次",
    }
    return Regulation(**(defaults | values))


def make_rule(**values: object) -> Regulation:
    """Save a rule that has held since 2011."""
    return keeping.save(REGULATIONS, new_rule(**values))


def new_item(**values: object) -> ArchiveItem:
    """Return a file of papers of 2010, kept for ten years, not saved yet."""
    defaults = {
        "archived_on": date(2011, 3, 8),
        "title": f"2010年文件汇编{next(_numbers)}",
        "kind": "文书",
        "dated": "2010",
        "retention": "10年",
        "counted_from": date(2011, 1, 1),
    }
    return ArchiveItem(**(defaults | values))


def make_item(**values: object) -> ArchiveItem:
    """Save a file of papers of 2010, to be kept for ten years."""
    return keeping.save(ARCHIVE, new_item(**values))


def new_seal_use(**values: object) -> SealUse:
    """Return a seal put on two copies of a report, not saved yet."""
    defaults = {
        "used_on": date(2011, 3, 8),
        "document": f"2011年第{next(_numbers)}号报告",
        "copies": 2,
        "reason": "报区总工会",
        "approved_by": "王芳",
        "handled_by": "李强",
    }
    return SealUse(**(defaults | values))


def make_seal_use(**values: object) -> SealUse:
    """Save a seal put on two copies of a report."""
    return keeping.save(SEAL_USES, new_seal_use(**values))


def new_visit(**values: object) -> Visit:
    """Return a visitor with an open matter, not saved yet."""
    defaults = {
        "visited_on": date(2011, 3, 8),
        "name": person_name(),
        "mobile": "13800138000",
        "subject": "困难帮扶",
        "matter": "丈夫患病，咨询帮扶条件",
        "received_by": "李强",
    }
    return Visit(**(defaults | values))


def make_visit(**values: object) -> Visit:
    """Save a visitor with an open matter."""
    return keeping.save(VISITS, new_visit(**values))


def new_company_visit(**values: object) -> CompanyVisit:
    """Return a visit to an enterprise that leaves nothing to do, not saved yet."""
    defaults = {
        "visited_on": date(2011, 3, 8),
        "unit_name": f"第{next(_numbers)}服饰有限公司",
        "visited_by": "李强",
        "situation": "职工 80 人，尚未建会",
    }
    return CompanyVisit(**(defaults | values))


def make_company_visit(**values: object) -> CompanyVisit:
    """Save a visit to an enterprise that leaves nothing to do."""
    return keeping.save(COMPANY_VISITS, new_company_visit(**values))


def new_entry(**values: object) -> CashEntry:
    """Return a line of dues that came in, not saved yet."""
    defaults = {
        "booked_on": date(2011, 3, 8),
        "summary": "收一季度会费",
        "direction": "收",
        "subject": "会费收入",
        "fund": "会费",
        "amount": 1_000_00,
    }
    return CashEntry(**(defaults | values))


def make_entry(**values: object) -> CashEntry:
    """Save a line of dues that came in."""
    return keeping.save(CASH, new_entry(**values))


def new_spending(**values: object) -> CashEntry:
    """Return a line of 300 yuan spent on an event, not saved yet."""
    defaults = {
        "summary": "牌艺赛奖品",
        "direction": "支",
        "subject": "职工活动支出",
        "amount": 300_00,
        "voucher_no": "3-1",
    }
    return new_entry(**(defaults | values))


def make_spending(**values: object) -> CashEntry:
    """Save a line of 300 yuan spent on an event."""
    return keeping.save(CASH, new_spending(**values))


def new_venue(**values: object) -> Venue:
    """Return the office's room, not saved yet."""
    defaults = {
        "name": f"工会办公室{next(_numbers)}",
        "kind": "办公场所",
        "place": "泰祥小区1号底楼",
        "opened_on": date(2008, 5, 20),
        "area": 24,
    }
    return Venue(**(defaults | values))


def make_venue(**values: object) -> Venue:
    """Save the office's room."""
    return keeping.save(VENUES, new_venue(**values))


def new_honour(**values: object) -> Honour:
    """Return a title of 2011 that a unit was granted, not saved yet."""
    defaults = {
        "granted_on": date(2011, 3, 8),
        "title": f"第{next(_numbers)}批模范职工小家",
        "level": "区级",
        "granted_by": "区总工会",
        "recipient_kind": "单位",
        "recipient": "泰祥物业",
    }
    return Honour(**(defaults | values))


def make_honour(**values: object) -> Honour:
    """Save a title of 2011 that a unit was granted."""
    return keeping.save(HONOURS, new_honour(**values))


def new_goal(**values: object) -> Goal:
    """Return a goal of 2011 that no figure counts, half of it reached, not saved yet."""
    defaults = {
        "year": 2011,
        "title": f"第{next(_numbers)}项培训",
        "target": 20,
        "unit": "人",
        "stated": 10,
    }
    return Goal(**(defaults | values))


def make_goal(**values: object) -> Goal:
    """Save a goal of 2011 that no figure counts, half of it reached."""
    return keeping.save(GOALS, new_goal(**values))


def new_nomination(**values: object) -> Nomination:
    """Return a nomination of a person for a title of the district, not saved yet."""
    defaults: dict[str, object] = {
        "nominated_on": date(2011, 3, 1),
        "title": "五一劳动奖章",
        "level": "区级",
        "granted_by": "区总工会",
        "recipient": "王芳",
        "employer": "恰尔斯",
    }
    return Nomination(**(defaults | values))


def make_nomination(**values: object) -> Nomination:
    """Save a nomination of a person."""
    return keeping.save(NOMINATIONS, new_nomination(**values))


def new_training(**values: object) -> Training:
    """Return a course of 2011 that the office held for 40 chairs of unions, not saved yet."""
    defaults = {
        "began_on": date(2011, 3, 8),
        "title": f"第{next(_numbers)}期工会主席培训班",
        "kind": "工会主席培训",
        "people": 40,
        "hours": 8,
    }
    return Training(**(defaults | values))


def make_training(**values: object) -> Training:
    """Save a course of 2011 that the office held."""
    return keeping.save(TRAININGS, new_training(**values))


def new_shortcoming(**values: object) -> Shortcoming:
    """Return a problem of 2011 with its remedy, not saved yet."""
    defaults = {"year": 2011, "problem": f"第{next(_numbers)}个问题", "remedy": "加强走访"}
    return Shortcoming(**(defaults | values))


def make_shortcoming(**values: object) -> Shortcoming:
    """Save a problem of 2011 with its remedy."""
    return keeping.save(SHORTCOMINGS, new_shortcoming(**values))


def make_handover(**values: object) -> Handover:
    """Save a handover at the end of 2011."""
    usual = {"handed_on": date(2011, 12, 30), "giver": "王芳", "taker": "周小梅", "keys": "办公室2把"}
    return keeping.save(HANDOVERS, Handover(**{**usual, **values}))


def make_archived_file(closed_on: date, **values: object) -> ArchiveItem:
    """Save a hardship file that was closed on a day, and the piece of the archive it became."""
    file = make_file(status="退档(脱困)", closed_on=closed_on, close_reason="脱困")
    return make_item(hardship_file=file, kind="困难职工档案", counted_from=closed_on, dated=None, **values)


MAKERS: dict[str, Callable[[], Any]] = {
    "office": lambda: make_meeting(starts_at="14:00", place="会议室", proceedings="第一行\n第二行"),
    "office.attendees": lambda: make_attendee(make_meeting(), member=make_member(), post="委员"),
    "office.rules": lambda: make_rule(joint_unit="社区妇联", document_no="泰工〔2011〕3号", posted=True),
    "office.archive": lambda: make_item(pages=120, author="本会", place="2号柜"),
    "office.seal": lambda: make_seal_use(applicant="赵六", remark="一\n二"),
    "office.visits": lambda: make_visit(
        people=3, status="已答复", closed_on=date(2011, 3, 10), result="已受理申请\n三日内入户"
    ),
    "office.company_visits": lambda: make_company_visit(
        enterprise=make_enterprise(), problems="未签合同", status="待跟进", follow_up_by=date(2011, 4, 8)
    ),
    "office.cash": lambda: make_entry(counterpart="泰祥物业", voucher_no="0012", remark="一\n二"),
    "office.goals": lambda: make_goal(
        title="新建工会",
        target=2,
        unit="家",
        figure="新建工会",
        stated=None,
        set_by="区总工会",
        remark="一\n二",
    ),
    "office.shortcomings": lambda: make_shortcoming(handled_by="李强", solved_on=date(2011, 11, 8)),
    "office.honours": lambda: make_honour(document_no="沪工〔2011〕3号", level="市级", remark="一\n二"),
    "office.venues": lambda: make_venue(equipment="桌椅\n电脑", hung_sign=True),
    "office.nominations": lambda: make_nomination(
        deeds="第一行\n第二行",
        notice_from=date(2011, 3, 2),
        notice_to=date(2011, 3, 9),
        notice_result="有异议",
        objection="已查明不实",
        sent_on=date(2011, 3, 10),
        granted_on=date(2011, 4, 28),
        status="已授予",
        document_no="区工〔2011〕3号",
        remark="一\n二",
    ),
    "office.training": lambda: make_training(
        ended_on=date(2011, 3, 9),
        teacher="李明",
        passed=38,
        cost=3_200_00,
        content="集体协商\n财务",
        remark="一\n二",
    ),
    "office.handovers": lambda: make_handover(
        witness="李明", seals="工会公章1枚\n财务专用章1枚", remark="一\n二"
    ),
}
"""A record with many values for each register of the tab, by the register's key."""


def fill() -> None:
    """Save something in every register of the tab, and values that spreadsheets like to spoil."""
    for make in MAKERS.values():
        make()
    make_spending(voucher_no="0012", remark="-无")
    make_spending(voucher_no="0012", amount=50_00, summary="=纪念品")
    make_archived_file(date(2011, 2, 1), place="=1号柜")
    make_visit(name="𠮷田·买买提", unit="00012")
    make_attendee(make_planned(), absence="请假")
