"""Reports read well where there is little to tell: an empty office, no year before, a quarter of the year."""

from __future__ import annotations

import re
from datetime import date

import pytest

from app.office import Office
from app.registry import find_figure
from app.rules.periods import year
from app.summary.compose import compose
from app.summary.document import Document
from app.summary.reports import REPORTS, YEAR, Report
from app.summary.template import quoted_in
from app.summary.texts import brought_along
from tests.factories.contracts import make_contract, make_count
from tests.factories.people import make_enterprise

Y2011 = year(2011)
_ODD = ("＿＿", "—；", "—。", "None", "{{", "{%", "0人组成", "；现总", "；现将")
_ODD_POINTS = ("、、", "，，", "，。", "；。", "。；", "。。", "：。", "（）", "“”")


def _report(report: Report, of: int = 2011, *, mark: bool = False) -> Document:
    return compose(brought_along(report), report.period(of), mark=mark)


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.key)
def test_an_empty_office_has_a_title_and_a_list_of_what_is_left_out(office: Office, report: Report) -> None:
    document = _report(report)
    named = {quote.figure.label for quote in quoted_in(brought_along(report), report.period(2011))}
    own = {one.label for one in (find_figure(label) for label in named) if one.topic == "office"}
    assert document.title.startswith("泰祥社区工会2011年")
    left_out = {label for told in document.left_out for label in told.split("、")}
    assert left_out | set(document.gaps) >= {"会员", "受理争议"}
    assert not {quote.figure.label for quote in document.quotes if quote.value.number} - own


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.key)
def test_an_empty_office_invents_no_number(office: Office, report: Report) -> None:
    body = _report(report).text.replace(
        f"{date.today().year}年{date.today().month}月{date.today().day}日", ""
    )
    assert set(re.findall(r"[0-9]+", body)) <= {"2011"}


def test_an_empty_office_marks_each_sentence_without_records_where_it_is_asked_to(office: Office) -> None:
    document = _report(YEAR, mark=True)
    assert "〔未登记：报刊征订、征订任务完成率〕" in document.text
    assert document.text.count("〔未登记：") >= len(document.left_out)


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize("of", [2009, 2010, 2011, 2012])
@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.key)
def test_no_report_of_the_sample_has_holes(report: Report, of: int) -> None:
    document = _report(report, of)
    assert [odd for odd in _ODD + _ODD_POINTS if odd in document.text] == []
    assert document.gaps == ()
    assert document.doubts == ()
    headings = [
        line.text for line in document.lines if re.match(r"[一二三四五]、|（[一二三四五六]）", line.text)
    ]
    assert len(headings) == len(set(headings))


@pytest.mark.usefixtures("open_sample")
def test_without_a_year_before_nothing_is_compared() -> None:
    assert "覆盖企业245家；" in _report(YEAR, 2009).text
    assert "覆盖企业624家，比上年同期增长" in _report(YEAR, 2010).text


def test_a_public_units_contract_is_not_among_those_of_the_private_ones(office: Office) -> None:
    make_contract(employer=make_enterprise(name="国营一厂", ownership_kind="国有企业").name)
    make_contract()
    text = _report(YEAR).text
    assert "非公企业集体合同签约单位达到1个，其中1家独立工会；覆盖企业1家；覆盖职工120人。" in text


def test_a_comparison_with_nothing_prints_a_dash_where_a_text_asks_for_it(office: Office) -> None:
    make_contract()
    text = compose("签约{{ 集体合同签约单位 }}个，比上年{{ 集体合同签约单位.增减 }}。", Y2011).text
    assert text == "签约1个，比上年—。"


@pytest.mark.parametrize(
    ("labor", "services", "told"),
    [
        (7, 0, "7人签订了劳动合同。"),
        (0, 2, "2人签订了劳务合同和劳务协议。"),
        (7, 2, "9人签订了劳动合同、劳务合同和劳务协议，其中7人签订劳动合同，2人签订劳务合同和劳务协议。"),
    ],
)
def test_only_those_kinds_of_contract_are_named_that_somebody_signed(
    office: Office, labor: int, services: int, told: str
) -> None:
    make_count(labor_contracts=labor, service_contracts=services, service_agreements=0)
    assert told in re.split(r"(?<=。)|\n", _report(YEAR).text)


@pytest.mark.usefixtures("open_sample")
def test_a_single_number_a_month_is_no_span() -> None:
    assert ("动态信息3篇" in _report(YEAR, 2010).text, "动态信息3—4篇" in _report(YEAR, 2011).text) == (
        True,
        True,
    )


@pytest.mark.usefixtures("open_sample")
def test_many_new_unions_are_counted_and_few_are_named() -> None:
    assert "新成立基层工会96家" in _report(YEAR, 2010).text
    assert "新成立广达汽车修配有限责任公司工会委员会" in _report(YEAR, 2011).text


@pytest.mark.usefixtures("open_sample")
def test_returns_are_told_of_in_the_quarter_in_which_they_were_entered() -> None:
    told = ["录入统计年报" in _report(report).text for report in REPORTS if report.quarter]
    assert told == [False, False, False, True]
