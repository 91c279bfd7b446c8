"""The lists of a donation drive on paper (domain 3.8 and 12.2)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.records.profile import profile
from app.subjects.hardship.donations.records import DonationDrive
from tests.factories.donations import make_donation, make_drive, make_use
from tests.helpers.paper import print_out


def _drive() -> DonationDrive:
    drive = make_drive(theme="物业有真情，有难大家帮")
    make_donation(drive, donor="陆建国", employer="泰祥物业", amount=100_00, mobile="13850176642")
    make_donation(drive, donor="泰祥物业管理有限公司", donor_kind="单位", amount=7400_00, mode="转账")
    make_donation(drive, donor="仇志明", anonymous=True, amount=19_00)
    make_donation(drive, donor="周小梅", amount=None, mode="实物", goods="毛毯", goods_count=3)
    return drive


def test_the_register_of_donors_names_everybody_and_has_room_to_sign(office: Office, tmp_path: Path) -> None:
    paper = print_out(tmp_path, "hardship.donors", record=_drive().id)
    for word in ("捐款登记表", "陆建国", "7,400.00", "仇志明", "毛毯3", "签名", "泰祥物业行业工会"):
        assert word in paper.text
    assert "7,519.00" in paper.text
    assert "柒仟伍佰壹拾玖元整" in paper.joined
    assert "公开募捐资格" in paper.joined


def test_the_register_of_donors_prints_empty_too(office: Office, tmp_path: Path) -> None:
    paper = print_out(tmp_path, "hardship.donors", blank=True)
    assert "姓名/单位" in paper.text
    assert "签名" in paper.text


def test_the_notice_names_nobody_who_asked_not_to_be_named(office: Office, tmp_path: Path) -> None:
    text = print_out(tmp_path, "hardship.donors", record=_drive().id, public=True).text
    assert "捐款公示名单" in text
    assert "匿名" in text
    assert "仇志明" not in text
    assert "仇*明" not in text


def test_the_notice_thanks_donors_by_their_names_whatever_is_set_for_the_aided(
    office: Office, tmp_path: Path
) -> None:
    """Names of the aided are hidden to spare them; a donor is thanked."""
    assert profile().mask_names
    text = print_out(tmp_path, "hardship.donors", record=_drive().id, public=True).text
    assert "陆建国" in text
    assert "泰祥物业管理有限公司" in text


def test_the_notice_tells_amounts_and_purpose_but_no_telephone(office: Office, tmp_path: Path) -> None:
    paper = print_out(tmp_path, "hardship.donors", record=_drive().id, public=True)
    assert "7,519.00" in paper.text
    assert "帮助物业行业困难职工" in paper.joined
    assert "6642" not in paper.text


def test_the_account_tells_what_came_in_what_went_out_and_what_is_left(
    office: Office, tmp_path: Path
) -> None:
    drive = _drive()
    make_use(drive, amount=5000_00, recipient="单小芸", used_on=date(2011, 7, 1), voucher_no="07-1")
    paper = print_out(tmp_path, "hardship.donation_account", record=drive.id)
    assert "收入合计 7519.00 元，支出合计 5000.00 元，结余 2519.00 元" in paper.joined
    assert "单小芸" in paper.text
    assert "毛毯" not in paper.text


def test_each_move_of_the_account_says_what_was_left_and_the_last_row_adds_up(
    office: Office, tmp_path: Path
) -> None:
    drive = make_drive()
    make_donation(drive, donor="陆建国", amount=100_00, donated_on=date(2011, 6, 1), receipt_no="01")
    make_use(drive, amount=80_00, recipient="单小芸", used_on=date(2011, 7, 2), voucher_no="02")
    make_donation(drive, donor="仇志明", amount=50_00, donated_on=date(2011, 7, 3), receipt_no="03")
    text = print_out(tmp_path, "hardship.donation_account", record=drive.id).text
    assert "陆建国捐款 100.00 100.00 01" in text
    assert "80.00 20.00 02" in text
    assert "仇志明捐款 50.00 70.00 03" in text
    assert "合计 150.00 80.00 70.00" in text
