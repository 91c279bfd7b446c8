"""An old record whose day nobody knows comes in incomplete, with the day open, and is shown and counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.checking.ledger import check_ledger
from app.exchange.blank import days_asked
from app.exchange.importing import Report, open_session, report_of
from app.figures.standing import standing
from app.listing import Criteria, count, matching
from app.office import Office
from app.records.base import database
from app.register import INCOMPLETE, Register
from app.registry import figures, find_register, registers
from app.rules.periods import year
from app.subjects.disputes.figures import mediators
from app.subjects.disputes.mediation.records import Mediator
from app.subjects.members.register import MEMBERSHIP_EVENTS
from tests.app.exchange.books import write_book
from tests.factories import people
from tests.factories.disputes import make_mediator

OLD: dict[str, dict[str, str]] = {
    "disputes.mediators": {"姓名": "陈正"},
    "disputes": {"申请人": "张三", "被申请人": "甲公司", "调解员": "陈调解"},
    "members.dues": {"会员": "张三", "所属年月": "2011-04"},
    "office.honours": {"荣誉名称": "先进工会"},
    "office.rules": {"制度名称": "印章管理办法"},
    "office.venues": {"场所名称": "职工书屋"},
    "office.archive": {"题名": "一九九八年度选举材料"},
}

Take = Callable[..., Report]


@pytest.fixture
def take(office: Office, tmp_path: Path) -> Take:
    people.make_member(name="张三")

    def taken(register: Register, row: dict[str, str], *, incomplete: bool = True) -> Report:
        if register.key == "disputes":
            make_mediator(name="陈调解")
        path = write_book(tmp_path / "a.xlsx", [list(row), list(row.values())])
        session = open_session(register, path, incomplete=incomplete)
        session.import_rows()
        return report_of(session)

    return taken


@pytest.mark.parametrize("key", OLD)
def test_a_day_that_nobody_knows_stays_open_and_is_to_be_filled_in(take: Take, key: str) -> None:
    register = find_register(key)
    report = take(register, OLD[key])
    assert (report.new, report.problems) == (1, [])
    (day,) = days_asked(register)
    assert [one.__data__[day.name] for one in register.record.alive()] == [None]
    assert count(register, Criteria(filters={INCOMPLETE: (True,)})) == 1


@pytest.mark.parametrize("key", OLD)
def test_a_record_without_its_day_is_listed_checked_and_counted(take: Take, key: str) -> None:
    register = find_register(key)
    take(register, OLD[key])
    assert len(list(matching(register, Criteria()))) == 1
    list(register.due(date(2011, 12, 31)) if register.due is not None else ())
    for figure in figures():
        list(standing(figure, year(2011)))
    assert not [one for one in check_ledger() if "读不出来" in one.sentence]


@pytest.mark.parametrize("key", OLD)
def test_unless_incomplete_records_are_wanted_the_day_is_asked_for(take: Take, key: str) -> None:
    register = find_register(key)
    (day,) = days_asked(register)
    report = take(register, OLD[key], incomplete=False)
    assert f"请填写{day.label}" in [problem.sentence for problem in report.problems]


def test_the_day_of_an_event_cannot_be_told_from_anything_else(take: Take) -> None:
    """A member's state is the one that the last event left: without its day there is no last one."""
    report = take(MEMBERSHIP_EVENTS, {"会员": "张三", "事件": "转出"})
    assert (report.new, "请填写日期" in [one.sentence for one in report.problems]) == (0, True)


def test_a_mediator_appointed_nobody_knows_when_serves_until_he_leaves(office: Office) -> None:
    make_mediator()
    Mediator.update(appointed_on=None).execute()
    assert mediators.value(year(2011)) == (1, "1")


@pytest.mark.parametrize("register", [one for one in registers() if days_asked(one)], ids=lambda one: one.key)
def test_the_file_leaves_open_what_may_be_forgotten_and_nothing_else(
    office: Office, register: Register
) -> None:
    rows = database.execute_sql(f'PRAGMA table_info("{register.record._meta.table_name}")')
    required = {name: bool(not_null) for _, name, _, not_null, *_ in rows}
    assert all(required[day.column_name] != day.forgotten for day in days_asked(register))
