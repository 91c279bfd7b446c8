"""The application to join and the letter of transfer (domain 1.5)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.records.profile import Profile
from app.subjects.members.membership.records import DuesPayment
from tests.factories.people import make_event, make_member
from tests.helpers.paper import print_out


def test_the_application_is_the_pledge_of_the_settings(office: Office, tmp_path: Path) -> None:
    Profile.update(pledge="我志愿加入工会，履行会员义务。").execute()
    member = make_member(name="陆建国", status="待审批", approved_on=None)
    paper = print_out(tmp_path, "members.application", record=member.id)
    assert "我志愿加入工会，履行会员义务。" in paper.joined
    assert "姓名：陆建国" in paper.text
    assert "日期：2011年3月1日" in paper.text
    assert paper.sizes[0][0] < paper.sizes[0][1]


def test_a_transfer_is_told_on_letter_and_counterfoil_alike(office: Office, tmp_path: Path) -> None:
    told = {"other_union": "衡山路工会", "status_reason": "调动", "status_date": date(2011, 6, 9)}
    member = make_member(name="陆建国", status="已转出", card_no="0231000003", **told)
    paper = print_out(tmp_path, "members.transfer", record=member.id)
    stub, letter, _ = paper.text.split("骑缝盖章")
    for piece in (stub, letter):
        assert all(word in piece.replace("\n", "") for word in ("陆建国", "衡山路工会", "0231000003"))
    assert "2011年6月9日" in letter
    assert paper.result.pages == 1


def test_counterfoil_letter_and_receipt_bear_the_number_of_the_leaving(
    office: Office, tmp_path: Path
) -> None:
    """The receipt comes back by itself: only the number tells to which letter it belongs."""
    member = make_member(name="陆建国")
    make_event(member, "转出", date(2011, 6, 9), other_union="衡山路工会", voucher_no="2011-07")
    paper = print_out(tmp_path, "members.transfer", record=member.id)
    stub, letter, receipt = paper.text.split("骑缝盖章")
    assert all("第 2011-07 号" in piece for piece in (stub, letter, receipt))
    assert "回执" in receipt
    assert "陆建国" in receipt


def test_the_transfer_says_until_when_dues_were_paid(office: Office, tmp_path: Path) -> None:
    member = make_member(name="陆建国", other_union="衡山路工会")
    for month in ("2011-04", "2011-05"):
        DuesPayment.create(member=member, month=month, due=10_00, paid=10_00)
    DuesPayment.create(member=member, month="2011-06", due=10_00, paid=0)
    paper = print_out(tmp_path, "members.transfer", record=member.id)
    assert paper.joined.count("会费已交至2011年5月") == 2
