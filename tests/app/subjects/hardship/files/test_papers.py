"""The papers of hardship files (domain 3.5 and 3.6)."""

from __future__ import annotations

from datetime import date

import pytest

from app.keeping import keeping
from app.office import Office
from app.records.profile import profile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.hardship.reviews.records import HardshipEvidence
from app.subjects.hardship.reviews.register import EVIDENCE
from app.subjects.office.profile.register import PROFILE
from tests.factories.people import make_file, new_file
from tests.helpers.problems import blocked, warned


@pytest.mark.parametrize(
    ("outlay", "proof", "no_proof"),
    [
        ("exp_illness", "医保结算单", "学费收据"),
        ("exp_disability", "诊断", "收入证明"),
        ("exp_school", "学籍证明", "诊断"),
        ("exp_housing", "其他", "诊断"),
        ("exp_other", "其他", "诊断"),
    ],
)
def test_outlay_without_its_papers_is_doubtful(
    office: Office, outlay: str, proof: str, no_proof: str
) -> None:
    file = make_file(**{outlay: 6_000_00})
    keeping.save(EVIDENCE, HardshipEvidence(file=file, kind=no_proof))
    assert "还没有证明" in warned(HARDSHIP, file)[outlay]
    keeping.save(EVIDENCE, HardshipEvidence(file=file, kind=proof))
    assert outlay not in warned(HARDSHIP, file)
    assert outlay not in warned(HARDSHIP, make_file())


def test_what_stands_in_the_national_system_was_entered_by_somebody(office: Office) -> None:
    file = make_file(national_system_on=date(2011, 2, 1), entered_by="李强")
    assert blocked(HARDSHIP, file) == {}
    file.entered_by = None
    assert "请填写录入人" in blocked(HARDSHIP, file)["entered_by"]


def test_an_open_file_tells_the_place_of_the_household(office: Office) -> None:
    assert "household_region" in warned(HARDSHIP, make_file(household_region=None))
    assert "household_region" not in warned(HARDSHIP, make_file(household_region="310104"))


def test_a_notice_runs_for_the_working_days_that_are_set(office: Office) -> None:
    # 4 to 11 January 2011, a weekend between: five working days after the first.
    notice = {"notice_from": date(2011, 1, 4), "notice_result": "无异议"}
    assert "notice_to" not in warned(HARDSHIP, new_file(**notice, notice_to=date(2011, 1, 11)))
    short = new_file(**notice, notice_to=date(2011, 1, 10))
    assert "公示只有 4 个工作日，应不少于 5 个工作日" in warned(HARDSHIP, short)["notice_to"]
    settings = profile()
    settings.notice_days = 4
    keeping.save(PROFILE, settings)
    assert "notice_to" not in warned(HARDSHIP, short)
