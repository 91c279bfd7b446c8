"""Every month of an internship is assessed when it is over (domain 9.4)."""

from __future__ import annotations

from datetime import date

from app.office import Office
from app.register import Due
from app.subjects.publications.interns.due import assessments_due
from tests.factories.publications import make_assessment, make_intern


def test_a_month_that_is_over_and_was_not_assessed_is_overdue(office: Office) -> None:
    intern = make_intern()
    assert list(assessments_due(date(2011, 7, 31))) == []
    assert list(assessments_due(date(2011, 8, 2))) == [
        Due("月度考评", "陆小安", intern.id, -2, "缺 2011年7月", by="月度考评")
    ]
    make_assessment(intern)
    assert list(assessments_due(date(2011, 8, 2))) == []


def test_all_months_that_lack_are_named_once(office: Office) -> None:
    intern = make_intern()
    make_assessment(intern, "2011-08")
    assert next(one.text for one in assessments_due(date(2011, 10, 3))) == (
        "月度考评：陆小安，缺 2011年7月、2011年9月"
    )


def test_an_internship_that_ends_asks_for_its_appraisal(office: Office) -> None:
    intern = make_intern()
    for month in ("2011-07", "2011-08"):
        make_assessment(intern, month)
    assert list(assessments_due(date(2011, 9, 22))) == []
    assert list(assessments_due(date(2011, 9, 23))) == [
        Due("见习期满", "陆小安", intern.id, 7, "请作见习鉴定", by="见习期满")
    ]


def test_who_broke_off_owes_nothing(office: Office) -> None:
    make_intern(status="提前终止", status_reason="找到工作")
    assert list(assessments_due(date(2011, 10, 3))) == []
