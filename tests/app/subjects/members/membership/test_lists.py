"""The changes of the roll and the dues of a year on paper (domain 1.5)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from app.office import Office
from app.printing.layout import PrintRequest
from app.rules.periods import through_month, year
from app.subjects.members.membership.lists import MOVEMENTS
from app.subjects.members.membership.records import DuesPayment, MembershipEvent
from app.subjects.members.records import Member
from tests.factories.people import make_event, make_member
from tests.helpers.paper import print_out
from tests.helpers.plain_sql import rows

TODAY = date(2011, 12, 31)


def _roll() -> Member:
    """Two from before, one of them retained and then gone; two who joined in March."""
    make_member(name="陆建国", applied_on=date(2010, 5, 1), approved_on=date(2010, 5, 4))
    gone = make_member(name="仇志明", applied_on=date(2010, 5, 1), approved_on=date(2010, 5, 4))
    make_event(gone, "保留会籍", date(2011, 2, 9))
    make_event(gone, "退会", date(2011, 4, 9))
    make_member(name="周小梅")
    make_member(name="单福根")
    return gone


def _rows(last_month: int) -> dict[str, tuple[Any, ...]]:
    (part,) = MOVEMENTS.parts(PrintRequest(TODAY, period=through_month(2011, last_month)))
    return {row.about[0]: row.figures for row in part.records}


def test_opening_and_increase_less_decrease_is_closing_in_every_row(office: Office) -> None:
    _roll()
    for before, *moved, after in _rows(6).values():
        *came, increase = moved[:4]
        *went, decrease = moved[4:]
        assert (sum(came), sum(went)) == (increase, decrease)
        assert before + increase - decrease == after


def test_the_members_at_the_end_are_those_whose_last_event_was_a_coming(office: Office) -> None:
    _roll()
    kinds = rows(
        office.path,
        "SELECT (SELECT kind FROM membership_event e WHERE e.member_id = m.id AND e.deleted_at IS NULL "
        "AND e.happened_on <= '2011-06-30' ORDER BY happened_on DESC, id DESC LIMIT 1) FROM member m",
    )
    on_roll = sum(kind in ("入会", "转入", "恢复会籍") for (kind,) in kinds)
    assert on_roll == 3
    assert _rows(6)["合计"][-1] == on_roll


def test_who_leaves_after_membership_was_retained_is_no_second_loss(office: Office) -> None:
    _roll()
    months = _rows(6)
    assert months["2011年2月"][-2] == 1
    assert months["2011年4月"][-2] == 0
    assert months["合计"] == (2, 2, 0, 0, 2, 0, 1, 0, 0, 0, 0, 1, 3)


def test_a_member_in_the_recycle_bin_is_not_counted(office: Office) -> None:
    gone = _roll()
    Member.update(deleted_at="2011-05-01 00:00:00").where(Member.id == gone.id).execute()
    assert _rows(6)["合计"][0] == 1


def test_the_changes_are_printed_month_by_month(office: Office, tmp_path: Path) -> None:
    _roll()
    paper = print_out(tmp_path, "members.movements", period=through_month(2011, 6))
    assert "期末在册 3 人" in paper.text
    assert "1 2011年1月 2 0 0 0 0 0 0 0 0 0 0 0 2" in paper.text
    assert "\n合计 2 2 0 0 2 0 1 0 0 0 0 1 3" in paper.text


def test_the_changes_stop_at_today(office: Office, tmp_path: Path) -> None:
    _roll()
    text = print_out(tmp_path, "members.movements", period=year(2011), today=date(2011, 3, 20)).text
    assert "2011年3月" in text
    assert "2011年4月" not in text


def _pay(member: Member, month: str, fen: int) -> None:
    DuesPayment.create(member=member, month=month, due=fen, paid=fen, paid_on=date(2011, 3, 1))


def test_the_dues_of_a_year_stand_under_their_months(office: Office, tmp_path: Path) -> None:
    member = make_member(name="陆建国")
    _pay(member, "2011-03", 9_30)
    _pay(member, "2011-12", 12_00)
    _pay(member, "2010-12", 7_00)
    paper = print_out(tmp_path, "members.dues_sheet", period=year(2011))
    assert "2011年会费收缴登记表" in paper.text
    assert "陆建国 9.30 12.00 21.30" in paper.text
    assert "人民币贰拾壹元叁角" in paper.joined


def test_who_is_on_the_roll_but_paid_nothing_has_a_row_to_sign(office: Office, tmp_path: Path) -> None:
    make_member(name="陆建国")
    make_member(name="仇志明", status="待审批", approved_on=None)
    text = print_out(tmp_path, "members.dues_sheet", period=year(2011)).text
    assert "陆建国" in text
    assert "仇志明" not in text


def test_dues_in_the_recycle_bin_are_not_printed(office: Office, tmp_path: Path) -> None:
    member = make_member(name="陆建国")
    _pay(member, "2011-03", 9_30)
    DuesPayment.update(deleted_at="2011-05-01 00:00:00").execute()
    assert "9.30" not in print_out(tmp_path, "members.dues_sheet", period=year(2011)).text


def test_only_the_events_of_members_make_the_list(office: Office) -> None:
    assert not MembershipEvent.select().exists()
    assert list(MOVEMENTS.parts(PrintRequest(TODAY))) == []
