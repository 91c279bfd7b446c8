"""What an applicant for aid signs (domain 3.9)."""

from __future__ import annotations

from pathlib import Path

from app.office import Office
from tests.factories.people import make_file, make_kin
from tests.helpers.paper import print_out


def test_the_household_that_lives_together_gives_leave_to_be_checked(office: Office, tmp_path: Path) -> None:
    file = make_file(name="陆建国")
    make_kin(file, name="周小梅", relation="配偶")
    make_kin(file, name="陆远", relation="父亲", lives_together=False)
    text = print_out(tmp_path, "hardship.consent", record=file.id).joined
    assert "本人陆建国" in text
    assert "周小梅（配偶）" in text
    assert "陆远" not in text


def test_the_pledge_states_the_income_of_the_file(office: Office, tmp_path: Path) -> None:
    file = make_file(name="陆建国", own_monthly_income=1_860_00, family_other_income=2_200_00)
    make_kin(file, relation="配偶", monthly_income=1_300_00)
    text = print_out(tmp_path, "hardship.pledge", record=file.id).joined
    # ((1,860 + 1,300) × 12 + 2,200) = 40,120 a year; ÷ 12 ÷ 2 = 1,671.67
    assert all(sum_ in text for sum_ in ("1860.00元", "2200.00元", "40120.00元", "1671.67元"))


def test_the_blank_pledge_leaves_room_for_every_sum(office: Office, tmp_path: Path) -> None:
    text = print_out(tmp_path, "hardship.pledge", blank=True).joined
    assert text.count("＿＿＿＿＿＿元") == 4
