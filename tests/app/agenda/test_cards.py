"""The cards of the desk: the figures that the tab 统计 tells, by hand-computed cases."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.agenda.cards import CardText, backup_card, cards
from app.agenda.month import done
from app.figures.reading import read_value
from app.keeping import keeping
from app.office import Office
from app.rules import periods
from app.safekeeping.backup import back_up
from app.safekeeping.backup_log import note
from app.subjects.hardship import figures as hardship
from app.subjects.hardship.aid import acts as aid
from app.subjects.hardship.aid.records import AidBatch, AidPayment, AidStatus
from app.subjects.hardship.aid.register import PAYMENTS
from tests.factories import people

TODAY = date(2011, 6, 1)


def shown(today: date = TODAY) -> dict[str, CardText]:
    return {card.title: card for card in cards(today)}


def test_the_card_of_members_counts_those_on_the_roll(office: Office) -> None:
    days = [date(2010, 12, 31), date(2011, 1, 1), TODAY, date(2011, 6, 2)]
    for day in days:
        people.make_member(applied_on=day, approved_on=day)
    people.make_member(status="待审批", approved_on=None)
    left = people.make_member()
    people.make_event(left, "退会", date(2011, 5, 1))
    card = shown()["会员（人）"]
    on_roll = sum(day <= TODAY for day in days)
    joined = sum(date(2011, 1, 1) <= day <= TODAY for day in (*days, left.approved_on or TODAY))
    assert (card.value, card.note) == (str(on_roll), f"本年新发展 {joined} 名")


def test_the_cards_of_aid_count_times_people_and_money_of_the_year(office: Office) -> None:
    first, second = people.make_file(), people.make_file()
    people.make_fund()
    spring = people.make_batch(first, second, amount=300_00)
    autumn = people.make_batch(first, amount=500_50, name="2011年国庆", occasion="国庆")
    people.make_batch(second, amount=800_00, name="尚未审批", occasion="中秋")
    for batch in (spring, autumn):
        hand_out(batch)
    told = shown()
    assert told["在档困难职工（户）"].value == "2"
    assert told["在档困难职工（户）"].note == "本年已帮扶 2 人"
    assert (told["本年帮扶（人次）"].value, told["本年帮扶（人次）"].note) == ("3", "金额 1,100.50 元")
    assert shown(date(2012, 6, 1))["本年帮扶（人次）"].value == "0"


def hand_out(batch: AidBatch) -> None:
    aid.mark_paid(aid.approve(batch, "王芳", date(2011, 1, 20)), date(2011, 1, 25))


def test_aid_that_was_only_approved_or_came_back_is_not_counted(office: Office) -> None:
    first, second = people.make_file(), people.make_file()
    people.make_fund()
    hand_out(people.make_batch(first, second, amount=300_00))
    aid.approve(people.make_batch(first, amount=500_00, occasion="国庆"), "王芳", date(2011, 5, 9))
    payment = AidPayment.get(AidPayment.file == second)
    payment.status, payment.status_reason = AidStatus.RETURNED.value, "卡号错误"
    keeping.save(PAYMENTS, payment)
    card = shown()["本年帮扶（人次）"]
    assert (card.value, card.note) == ("1", "金额 300.00 元")
    assert shown()["在档困难职工（户）"].note == "本年已帮扶 1 人"
    y2011 = periods.year(2011)
    told = [read_value(figure, y2011).text for figure in (hardship.aid, hardship.aid_money)]
    assert told == ["1", "300.00"]
    assert [one.text for one in done(y2011) if "帮扶金" in one.text] == ["发放帮扶金 1 人次，300.00 元"]


def test_an_office_never_backed_up_says_so(office: Office) -> None:
    assert backup_card(TODAY).value == "尚未备份"


@pytest.mark.parametrize(
    ("days", "value", "note"),
    [(0, "今天", ""), (1, "昨天", ""), (6, "6 天前", ""), (7, "7 天前", "已超过一周，请备份")],
)
def test_the_card_of_the_backup_says_how_old_it_is(
    office: Office, tmp_path: Path, days: int, value: str, note: str
) -> None:
    made = back_up(tmp_path)
    card = backup_card(made.at.date() + timedelta(days=days))
    assert card.value == f"{value} {made.at:%H:%M}"
    assert card.note == (note or f"已核验，在 {tmp_path}")


def test_a_backup_from_the_future_does_not_count(office: Office, tmp_path: Path) -> None:
    """A clock that was wrong must not silence the reminder for years."""
    made = back_up(tmp_path)
    yesterday = made.at.date() - timedelta(days=1)
    assert backup_card(yesterday).value == "尚未备份"


def test_what_kept_a_copy_from_being_made_is_told(office: Office, tmp_path: Path) -> None:
    back_up(tmp_path)
    note(trouble="自动备份的第二处找不到，请插好U盘；下次会再试。")
    card = backup_card(TODAY)
    assert (card.value, card.note) == ("没有做成", "自动备份的第二处找不到，请插好U盘；下次会再试。")
