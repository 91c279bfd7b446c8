"""Letters of supervision: their day of answer, their rules, what is due, and how they stand on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.office import Office
from app.register import Due
from app.subjects.disputes.supervision.due import letters_due
from app.subjects.disputes.supervision.register import SUPERVISION
from tests.factories.disputes import make_letter, new_letter
from tests.helpers.paper import print_out
from tests.helpers.problems import advance, blocked, warned


def test_an_answer_is_due_in_fifteen_working_days_unless_the_letter_says_another_day(office: Office) -> None:
    # Tuesday 8 March 2011: three weeks of five working days, no holiday among them
    assert make_letter().due_on == date(2011, 3, 29)
    assert make_letter(stated_due=date(2011, 3, 15)).due_on == date(2011, 3, 15)


def test_a_proposal_says_about_whom_and_goes_to_somebody_else(office: Office) -> None:
    proposal = {"kind": "建议书", "unit_name": "区人社局"}
    assert "about_unit" in blocked(SUPERVISION, new_letter(**proposal))
    assert blocked(SUPERVISION, new_letter(about_unit="甲公司", **proposal)) == {}
    assert "about_unit" in warned(SUPERVISION, new_letter(about_unit="区人社局", **proposal))


def test_the_same_letter_of_a_day_is_doubted(office: Office) -> None:
    first = make_letter()
    assert "unit_name" in warned(SUPERVISION, new_letter(unit_name=first.unit_name))
    assert warned(SUPERVISION, new_letter(unit_name=first.unit_name, kind="提示函")) == {}


@pytest.mark.parametrize(("day", "days"), [("2011-03-23", None), ("2011-03-24", 5), ("2011-04-01", -3)])
def test_who_has_not_answered_is_told_five_days_before_and_until_they_do(
    office: Office, day: str, days: int | None
) -> None:
    letter = make_letter(unit_name="甲公司")
    found = list(letters_due(date.fromisoformat(day)))
    if days is None:
        assert found == []
        return
    late = "请催办，仍不答复的报上级工会" if days < 0 else ""
    assert found == [Due("意见书待答复", "甲公司", letter.id, days, late, by="登记答复")]


def test_who_answered_is_not_told_any_more(office: Office) -> None:
    letter = make_letter()
    advance(SUPERVISION, letter, "登记答复", {"answered_on": date(2011, 3, 20), "answer": "已安排补发"})
    assert list(letters_due(date(2011, 4, 1))) == []


def test_the_letter_bears_its_kind_the_unit_the_matter_and_the_last_day(
    office: Office, tmp_path: Path
) -> None:
    letter = make_letter(unit_name="甲公司", demands="补发工资")
    paper = print_out(tmp_path, "disputes.supervision_letter", record=letter.id)
    for words in (
        "工会劳动法律监督意见书",
        "甲公司：",
        "拖欠 12 名职工 1 月工资",
        "补发工资",
        "2011年3月29日前",
    ):
        assert words in paper.joined
