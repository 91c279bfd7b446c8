"""The life of titles, bulletins, returns, interns and things lent (domain 9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from app import listing
from app.errors import Refused
from app.fields.problems import Blocked
from app.keeping import keeping
from app.listing import Criteria
from app.office import Office
from app.records.base import Record
from app.register import Register
from app.subjects.publications.bulletins.records import Bulletin
from app.subjects.publications.bulletins.register import BULLETINS, RECIPIENTS
from app.subjects.publications.club.records import ClubItem
from app.subjects.publications.club.register import CLUB, LENDINGS
from app.subjects.publications.interns.records import Intern
from app.subjects.publications.interns.register import INTERNS
from app.subjects.publications.records import Periodical
from app.subjects.publications.register import PUBLICATIONS
from app.subjects.publications.returns.register import RETURNS
from tests.factories.publications import (
    make_assessment,
    make_bulletin,
    make_distribution,
    make_draft,
    make_entered_return,
    make_intern,
    make_item,
    make_lending,
    make_missing_return,
    make_quota,
    make_recipient,
    make_return,
    make_subscription,
    make_title,
    new_item,
)
from tests.helpers.problems import advance, forbidden, step_called

OUT_OF_USE = {"changed_on": date(2011, 6, 1), "change_reason": "老化"}
BACK = {"returned_on": date(2011, 6, 9), "condition": "完好"}
STATES: dict[str, tuple[Register, dict[str, Callable[[], Record]]]] = {
    "titles": (
        PUBLICATIONS,
        {"在订": make_title, "停订": lambda: make_title(status="停订")},
    ),
    "bulletins": (
        BULLETINS,
        {
            "拟稿": make_draft,
            "已审批": lambda: make_bulletin(status="已审批", sent_on=None),
            "已报送": make_bulletin,
            "作废": lambda: make_draft(status="作废"),
        },
    ),
    "returns": (
        RETURNS,
        {
            "未报": make_missing_return,
            "已收": make_return,
            "已录入国家软件": make_entered_return,
            "退回修改": lambda: make_return(status="退回修改", check_note="女会员数不符"),
        },
    ),
    "interns": (
        INTERNS,
        {
            "见习中": make_intern,
            "见习期满": lambda: make_intern(status="见习期满"),
            "提前终止": lambda: make_intern(status="提前终止", status_reason="找到工作"),
        },
    ),
    "club": (
        CLUB,
        {
            "在用": make_item,
            "维修": lambda: make_item(status="维修", **OUT_OF_USE),
            "报废": lambda: make_item(status="报废", **OUT_OF_USE),
            "遗失": lambda: make_item(status="遗失", **OUT_OF_USE),
        },
    ),
    "lendings": (
        LENDINGS,
        {
            "借出": lambda: make_lending(make_item()),
            "已归还": lambda: make_lending(make_item(), status="已归还", **BACK),
        },
    ),
}
STEPS = {
    "titles": {"停订": {"在订"}, "恢复征订": {"停订"}},
    "bulletins": {
        "审批": {"拟稿"},
        "报送": {"已审批"},
        "退回重写": {"已审批"},
        "作废": {"拟稿", "已审批"},
    },
    "returns": {
        "收表": {"未报", "退回修改"},
        "录入国家软件": {"已收"},
        "登记催报": {"未报"},
        "退回修改": {"已收", "已录入国家软件"},
    },
    "interns": {"见习期满": {"见习中"}, "提前终止": {"见习中"}},
    "club": {
        "送修": {"在用"},
        "修好": {"维修"},
        "报废": {"在用", "维修"},
        "登记遗失": {"在用", "维修"},
        "找回": {"遗失"},
    },
    "lendings": {"归还": {"借出"}, "续借": {"借出"}},
}


@pytest.mark.parametrize("kind", STEPS)
def test_a_step_starts_from_its_states_only(office: Office, kind: str) -> None:
    register, makers = STATES[kind]
    assert {step.title for step in register.steps} == STEPS[kind].keys()
    assert register.status is not None
    assert makers.keys() == set(register.status.offered)
    for state, make in makers.items():
        record = make()
        offered = {step.title for step in register.next_steps(record)}
        assert offered == {title for title, sources in STEPS[kind].items() if state in sources}
        for title in STEPS[kind].keys() - offered:
            with pytest.raises(Refused, match="不能"):
                advance(register, record, title)


@pytest.mark.parametrize("kind", STEPS)
def test_a_step_asks_for_what_it_needs(office: Office, kind: str) -> None:
    register, makers = STATES[kind]
    for title, sources in STEPS[kind].items():
        asked = [one.name for one in step_called(register, title).asks]
        record = makers[min(sources)]()
        told = forbidden(register, record, title, **dict.fromkeys(asked))
        kept = {one for one in asked if type(record).described()[one].default is None}
        assert told.keys() >= kept, title


def test_a_title_says_how_its_last_year_stands(office: Office) -> None:
    title = make_title()
    make_subscription(title, year=2010, copies=102, ordered_on=date(2009, 12, 15))
    make_quota(title)
    make_subscription(title, copies=100)
    make_distribution(title, copies=30)
    kept = Periodical.get_by_id(title.id)
    assert (kept.latest_year, kept.latest_quota, kept.latest_copies, kept.latest_handed_out) == (
        2011, 110, 100, 30,
    )  # fmt: skip
    assert PUBLICATIONS.headline is not None
    assert PUBLICATIONS.headline(kept) == "2011年度订 100 份，已派发 30 份　任务 110 份，还差 10 份"
    make_subscription(title, copies=10, mode="赠阅", unit_price=0)
    assert PUBLICATIONS.headline(Periodical.get_by_id(title.id)).endswith("已完成")


def test_a_bulletin_is_approved_sent_somewhere_and_counted(office: Office) -> None:
    draft = make_draft()
    approved = advance(BULLETINS, draft, "审批", {"reviewer": "王芳", "approved_on": date(2011, 3, 9)})
    assert "还没有报送渠道" in forbidden(BULLETINS, approved, "报送", sent_on=date(2011, 3, 10))["sent_on"]
    make_recipient(approved)
    used = make_recipient(approved, channel="行政办", adopted=True, adopted_on=date(2011, 3, 20))
    sent = advance(BULLETINS, Bulletin.get_by_id(draft.id), "报送", {"sent_on": date(2011, 3, 10)})
    assert (sent.status, sent.channels, sent.adoptions) == ("已报送", 2, 1)
    assert BULLETINS.headline is not None
    assert BULLETINS.headline(sent) == "2011年3月已报送 1 篇，任务 3 篇，还差 2 篇"
    keeping.to_bin(RECIPIENTS, [used.id])
    assert Bulletin.get_by_id(draft.id).adoptions == 0


def test_what_is_written_anew_is_approved_anew(office: Office) -> None:
    back = advance(BULLETINS, make_bulletin(status="已审批", sent_on=None), "退回重写", {"remark": "太长"})
    assert (back.status, back.reviewer, back.approved_on) == ("拟稿", None, None)


def test_a_return_is_asked_for_received_sent_back_and_entered(office: Office) -> None:
    one = make_missing_return()
    for day in (20, 25):
        one = advance(RETURNS, one, "登记催报", {"reminded_on": date(2011, 10, day)})
    assert (one.reminders, one.reminded_on) == (2, date(2011, 10, 25))
    counts = {"received_on": date(2011, 10, 26), "workers": 100, "members": 80}
    one = advance(RETURNS, one, "收表", counts)
    one = advance(RETURNS, one, "退回修改", {"check_note": "缺女会员数"})
    one = advance(RETURNS, one, "收表", {"received_on": date(2011, 10, 28)})
    entered = {"entered_on": date(2011, 10, 28), "entered_by": "李强"}
    with pytest.raises(Blocked, match="逻辑检查通过后"):
        advance(RETURNS, one, "录入国家软件", {**entered, "check_result": "有问题"})
    one = advance(RETURNS, one, "录入国家软件", {**entered, "check_result": "通过"})
    assert one.status == "已录入国家软件"
    one = advance(RETURNS, one, "退回修改", {"check_note": "区里要求更正"})
    assert (one.check_result, one.entered_on, one.entered_by) == (None, None, None)


def test_an_internship_is_finished_when_every_month_was_assessed(office: Office) -> None:
    intern = make_intern()
    views = {"mentor_view": "好", "office_view": "同意"}
    make_assessment(intern, "2011-07")
    told = forbidden(INTERNS, Intern.get_by_id(intern.id), "见习期满", **views)
    assert told == {"status": "缺月度考评：2011年8月、2011年9月，请先补齐"}
    for month in ("2011-08", "2011-09"):
        make_assessment(intern, month)
    done = advance(INTERNS, Intern.get_by_id(intern.id), "见习期满", views)
    assert (done.status, done.assessed, done.unassessed) == ("见习期满", 3, "")


def test_an_internship_is_not_finished_before_its_end(office: Office) -> None:
    today = date.today()
    intern = make_intern(first_day=today, last_day=today + timedelta(days=1), agreement_on=today)
    assert (
        "还没有满" in forbidden(INTERNS, intern, "见习期满", mentor_view="好", office_view="好")["last_day"]
    )


def test_what_is_lent_is_missing_until_it_is_back(office: Office) -> None:
    item = make_item()
    lending = make_lending(item, pieces=2)
    kept = ClubItem.get_by_id(item.id)
    assert (kept.lent, kept.available) == (2, 2)
    assert CLUB.headline is not None
    assert CLUB.headline(kept) == "共 4 件，借出 2 件，可借 2 件"
    assert "还有 2 件借出未还" in forbidden(CLUB, kept, "报废", **OUT_OF_USE)["status"]
    advance(LENDINGS, lending, "归还", {**BACK, "condition": "遗失"})
    kept = ClubItem.get_by_id(item.id)
    assert (kept.lent, kept.lost, kept.available) == (0, 2, 2)
    assert advance(CLUB, kept, "报废", OUT_OF_USE).status == "报废"


def test_a_loan_is_prolonged_once_to_a_later_day(office: Office) -> None:
    lending = make_lending(make_item())
    assert "应晚于" in forbidden(LENDINGS, lending, "续借", due_on=date(2011, 6, 15))["due_on"]
    longer = advance(LENDINGS, lending, "续借", {"due_on": date(2011, 6, 29)})
    assert (longer.status, longer.renewals, longer.due_on) == ("借出", 1, date(2011, 6, 29))
    assert "renewals" in forbidden(LENDINGS, longer, "续借", due_on=date(2011, 7, 13))


def test_the_overdue_loans_can_be_listed(office: Office) -> None:
    item, tomorrow = make_item(), date.today() + timedelta(days=1)
    late = make_lending(item)
    make_lending(item, borrower="王芳", due_on=tomorrow)
    make_lending(item, borrower="李强", status="已归还", **BACK)
    assert listing.ids(LENDINGS, Criteria(filters={"逾期未还": (True,)})) == [late.id]


def test_a_list_of_what_was_done_long_ago_need_not_say_its_state(office: Office) -> None:
    told: list[tuple[Register, Any, str, str]] = [
        (BULLETINS, Bulletin(sent_on=date(2011, 3, 10), approved_on=date(2011, 3, 9)), "sent_on", "已报送"),
        (RETURNS, RETURNS.record(received_on=date(2011, 10, 8)), "received_on", "已收"),
        (RETURNS, RETURNS.record(entered_on=date(2011, 10, 9)), "entered_on", "已录入国家软件"),
        (LENDINGS, LENDINGS.record(returned_on=date(2011, 6, 9)), "returned_on", "已归还"),
    ]
    for register, record, name, state in told:
        assert register.after_import is not None
        register.after_import(record, frozenset({name}))
        assert record.status == state
        record.status = "别的"
        register.after_import(record, frozenset({name, "status"}))
        assert record.status == "别的"


def test_the_worth_of_things_is_pieces_times_price(office: Office) -> None:
    assert keeping.save(CLUB, new_item(unit_price=28_50)).worth == 114_00
