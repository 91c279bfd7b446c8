"""What was done in a month, held against records made for the purpose."""

from __future__ import annotations

from datetime import date

import pytest

from app.agenda.month import as_text, done, month_of
from app.keeping import keeping
from app.office import Office
from app.subjects.hardship.aid import acts as aid
from app.subjects.hardship.aid.records import AidPayment, AidStatus
from app.subjects.hardship.aid.register import PAYMENTS
from app.subjects.members import figures as members
from app.subjects.members.register import MEMBERS
from tests.factories.donations import make_donation, make_drive
from tests.factories.people import make_batch, make_event, make_file, make_fund, make_member

MARCH = month_of(date(2011, 3, 14))


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2011, 3, 14), date(2011, 3, 1), date(2011, 3, 31)),
        (date(2012, 2, 29), date(2012, 2, 1), date(2012, 2, 29)),
        (date(2011, 12, 31), date(2011, 12, 1), date(2011, 12, 31)),
    ],
)
def test_a_month_runs_from_its_first_day_to_its_last(day: date, first: date, last: date) -> None:
    assert tuple(month_of(day)) == (first, last)


def test_members_count_on_the_day_of_their_approval(office: Office) -> None:
    for day in (date(2011, 3, 10), date(2011, 3, 10), date(2011, 3, 2), date(2011, 4, 1)):
        make_member(approved_on=day, applied_on=date(2011, 2, 1))
    assert [(one.day.day, one.text, one.count) for one in done(MARCH)] == [
        (10, "发展会员 2 名", 2),
        (2, "发展会员 1 名", 1),
    ]


def test_what_is_in_the_recycle_bin_was_not_done(office: Office) -> None:
    member = make_member(approved_on=date(2011, 3, 10))
    keeping.to_bin(MEMBERS, [member.id])
    assert done(MARCH) == []


def test_aid_tells_persons_and_money(office: Office) -> None:
    make_fund(10_000_00)
    opened = date(2010, 12, 1)
    files = [make_file(applied_on=opened, approved_on=opened, opened_on=opened) for _ in range(2)]
    batch = make_batch(*files, amount=500_00, planned_on=date(2011, 3, 8))
    aid.mark_paid(aid.approve(batch, "李明", date(2011, 3, 7)), date(2011, 3, 8))
    assert [one.text for one in done(MARCH)] == ["发放帮扶金 2 人次，1,000.00 元"]


def send_back(payment: AidPayment) -> None:
    payment.status, payment.status_reason = AidStatus.RETURNED.value, "卡号错误"
    keeping.save(PAYMENTS, payment)


def test_aid_that_is_approved_and_not_handed_out_was_not_given(office: Office) -> None:
    make_fund(10_000_00)
    file = make_file()
    aid.approve(make_batch(file, planned_on=date(2011, 3, 8)), "李明", date(2011, 3, 7))
    assert [one.text for one in done(MARCH)] == []


def test_aid_that_came_back_was_not_given(office: Office) -> None:
    make_fund(10_000_00)
    files = [make_file(), make_file()]
    batch = make_batch(*files, amount=500_00, planned_on=date(2011, 3, 8))
    aid.mark_paid(aid.approve(batch, "李明", date(2011, 3, 7)), date(2011, 3, 8))
    send_back(AidPayment.get())
    assert [one.text for one in done(MARCH)] == ["发放帮扶金 1 人次，500.00 元"]


def test_a_rejoining_member_is_told_where_she_came_back(office: Office) -> None:
    member = make_member(approved_on=date(2011, 3, 10))
    make_event(member, "退会", date(2011, 3, 12))
    make_event(member, "入会", date(2011, 3, 20))
    assert [(one.day.day, one.count) for one in done(MARCH)] == [(10, 1)]
    assert members.joined.number(MARCH) == 1


def test_gifts_in_kind_are_told_as_such(office: Office) -> None:
    drive = make_drive(held_on=date(2011, 3, 1))
    make_donation(drive, donated_on=date(2011, 3, 2), amount=100_00)
    make_donation(drive, donated_on=date(2011, 3, 2), amount=None, mode="实物", goods="棉被十条")
    assert {one.text for one in done(MARCH)} == {"收到捐款 1 人次，100.00 元", "收到实物捐赠 1 批"}


def test_a_click_leads_to_the_register_that_lists_the_records(office: Office) -> None:
    test_aid_that_came_back_was_not_given(office)
    assert [one.register_key for one in done(MARCH)] == ["hardship.batches"]


def test_the_report_is_written_from_the_first_day_on(office: Office) -> None:
    for day in (10, 2):
        make_member(approved_on=date(2011, 3, day), applied_on=date(2011, 2, 1))
    assert as_text(done(MARCH)) == "3月2日：发展会员 1 名。\n3月10日：发展会员 1 名。"
