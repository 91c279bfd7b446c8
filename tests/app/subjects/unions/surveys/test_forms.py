from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.surveys.records import SurveyItem
from tests.factories.people import make_enterprise
from tests.factories.unions import make_item, make_survey
from tests.helpers.paper import print_out


def test_each_unit_of_a_survey_has_its_form(office: Office, tmp_path: Path) -> None:
    survey = make_survey(name="2011年11月企业排摸")
    make_item(survey, unit_name="甲厂", visited_by="侯雅琴", visited_on=date(2011, 11, 8))
    make_item(survey, unit_name="乙厂")
    make_item(make_survey(), unit_name="丙厂")
    first, second = print_out(tmp_path, "unions.surveys.forms", record=survey.id).pages
    assert "单位名称 甲厂" in first
    assert "走访人 侯雅琴 走访日期 2011年11月8日" in first
    assert "排摸名称：2011年11月企业排摸" in first
    assert "单位名称 乙厂" in second


def test_the_form_tells_what_the_unit_was_when_it_was_surveyed(office: Office, tmp_path: Path) -> None:
    unit = make_enterprise(employee_count=60)
    survey = make_survey()
    make_item(survey, enterprise=unit, employee_count=60)
    Enterprise.update(employee_count=95).execute()
    assert "职工人数 60" in print_out(tmp_path, "unions.surveys.forms", record=survey.id).text


def test_what_was_found_is_ticked(office: Office, tmp_path: Path) -> None:
    survey = make_survey(threshold=25)
    make_item(survey, employee_count=30, intention="观望")
    text = print_out(tmp_path, "unions.surveys.forms", record=survey.id).text
    assert "□有　　■无" in text
    assert "25人以上 ■是　　□否" in text
    assert "□愿意　■观望　□拒绝" in text


def test_an_enterprise_to_be_visited_has_a_form_of_what_is_known(office: Office, tmp_path: Path) -> None:
    unit = make_enterprise(name="广达汽车修配公司", employee_count=86, contact_name="吕慧敏")
    make_enterprise(name="歇业厂", business_status="歇业")
    (page,) = print_out(tmp_path, "unions.enterprises.form").pages
    assert "广达汽车修配公司" in page
    assert "联系人 吕慧敏" in page
    assert "50人以上 ■是" in page
    assert print_out(tmp_path, "unions.enterprises.form", record=unit.id).pages == (page,)


def test_the_blank_form_has_nothing_ticked(office: Office, tmp_path: Path) -> None:
    (page,) = print_out(tmp_path, "unions.surveys.forms", blank=True).pages
    assert "■" not in page
    assert "None" not in page
    asked = (
        "有",
        "无",
        "是",
        "否",
        "是",
        "否",
        *SurveyItem.intention.offered,
        *Enterprise.business_status.offered,
        *SurveyItem.ownership_kind.offered,
    )
    assert page.count("□") == len(asked)
    assert all(f"□{choice}" in page for choice in asked)
