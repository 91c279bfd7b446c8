"""The texts that come along tell of the whole period; what a running one has not seen is not said."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from app.office import Office
from app.rules import periods
from app.rules.periods import Period
from app.subjects.publications.bulletins.records import Bulletin
from app.summary.compose import compose
from app.summary.reports import REPORTS, Report, report_named
from app.summary.template import days_in_words, evaluate, quoted_in
from app.summary.texts import brought_along, text_of
from tests.factories.disputes import make_case
from tests.factories.employment import make_intention
from tests.factories.insurance import make_enrolment, new_claim, new_consultation
from tests.factories.people import make_member
from tests.factories.publications import new_bulletin
from tests.factories.unions import make_independent
from tests.helpers.figures import stored

Y2011 = periods.year(2011)
FIRST_DAYS = [date(2011, month, 1) for month in range(1, 13)]
LAST_DAYS = [date(2011, month, monthrange(2011, month)[1]) for month in range(1, 13)]
DAYS = [*FIRST_DAYS, *LAST_DAYS]
TODAY = date.today()
RUNNING = periods.custom(TODAY - timedelta(days=100), TODAY + timedelta(days=60))


def _accepted(day: date) -> None:
    make_case("结案", applied_on=day, accepted_on=day, closed_on=day, outcome="和解")


def _granted(day: date) -> None:
    stored(new_claim(granted=100_00, granted_on=day, status="已给付"))


def _joined(day: date) -> None:
    make_member(applied_on=day, approved_on=day, is_migrant_worker=True)


def _founded(day: date) -> None:
    make_independent(founded_on=day, term_start=day)


def _asked(day: date) -> None:
    stored(new_consultation(asked_on=day, persons=100))


def _sent(day: date) -> None:
    stored(new_bulletin(sent_on=day, status="已报送", kind=Bulletin.kind.offered[0]))


def _single(day: date) -> None:
    make_enrolment(paid_on=day)


def _wished(day: date) -> None:
    make_intention(registered_on=day)


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.key)
def test_the_text_that_comes_along_speaks_of_no_part_of_its_period(office: Office, report: Report) -> None:
    period = report.period(2011)
    spoken = {one.period for one in quoted_in(brought_along(report), period)}
    assert spoken <= {period, period.compared_on(date(2012, 1, 1))}


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.key)
def test_the_text_that_comes_along_names_no_month(report: Report) -> None:
    plain = re.sub(r"\{[{%].*?[}%]\}", "", brought_along(report))
    assert re.findall(r"[0-9—]+月|[上下]半年|季度|至今", plain) == []


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (_joined, "全年共发展会员24名，其中农民工会员24名"),
        (_founded, "新成立基层工会24家"),
        (_accepted, "全年共受理劳动争议24起"),
        (_granted, "为24人次办理了住院和大病医疗给付，给付总金额2400元"),
        (_asked, "全年接待工会互助医疗保障咨询近2500人次"),
        (_single, "散户共24人次办理互助保障参保"),
        (_wished, "就业意向登记24人次"),
        (_sent, "全年共报送信息24篇"),
    ],
)
def test_every_month_of_the_year_is_told(office: Office, make: Callable[[date], None], told: str) -> None:
    for day in DAYS:
        make(day)
    assert told in compose(brought_along(), Y2011).text


@pytest.mark.parametrize(
    ("key", "days", "told"),
    [
        ("half1", (date(2011, 1, 1), date(2011, 6, 30)), "受理劳动争议2起"),
        ("half2", (date(2011, 7, 1), date(2011, 12, 31)), "受理劳动争议2起"),
        ("quarter1", (date(2011, 1, 1), date(2011, 3, 31)), "受理劳动争议2起"),
        ("quarter4", (date(2011, 10, 1), date(2011, 12, 31)), "受理劳动争议2起"),
    ],
)
def test_the_first_and_the_last_day_of_a_part_are_told(
    office: Office, key: str, days: tuple[date, ...], told: str
) -> None:
    report = report_named(key)
    for day in days:
        _accepted(day)
    assert told in compose(brought_along(report), report.period(2011)).text


@pytest.mark.usefixtures("open_sample")
def test_the_sample_office_tells_parts_of_the_year_in_its_own_words() -> None:
    spoken = {one.period.label for one in quoted_in(text_of(2011), Y2011)}
    assert {"2011年4—12月", "2011年1—11月", "2011年上半年"} <= spoken


@pytest.mark.usefixtures("open_sample")
def test_the_text_that_comes_along_tells_the_sample_office_of_december() -> None:
    own, whole = (compose(text, Y2011).text for text in (text_of(2011), brought_along()))
    assert "为2766人次办理" in own
    told = re.search(r"为([0-9]+)人次办理了住院", whole)
    assert told is not None
    assert int(told[1]) > 2766


@pytest.mark.parametrize(
    ("period", "today", "words"),
    [
        (periods.year(2011), date(2012, 1, 9), ("全年", "2011年末", "上年末")),
        (periods.year(2011), date(2011, 12, 31), ("全年", "2011年末", "上年末")),
        (periods.year(2026), date(2026, 11, 29), ("截至11月29日", "截至2026年11月29日", "上年同期")),
        (periods.half(2011, 1), date(2012, 1, 9), ("上半年", "2011年上半年末", "上年同期")),
        (periods.quarter(2026, 4), date(2026, 11, 29), ("截至11月29日", "截至2026年11月29日", "上年同期")),
        (
            periods.statistics_year(2027),
            date(2026, 11, 29),
            ("截至2026年11月29日", "截至2026年11月29日", "上年同期"),
        ),
    ],
)
def test_the_end_of_a_period_is_said_when_it_has_come(
    period: Period, today: date, words: tuple[str, str, str]
) -> None:
    assert days_in_words(period, today) == words


def test_a_running_period_is_told_up_to_today(office: Office) -> None:
    day = f"{TODAY.year}年{TODAY.month}月{TODAY.day}日"
    make_member(applied_on=TODAY, approved_on=TODAY)
    text = compose("总结\n{{ 期末 }}会员{{ 会员 }}人。", RUNNING).text
    assert text == f"总结\n截至{day}会员1人。"
    assert evaluate("上年期末", RUNNING) == "上年同期"


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.key)
def test_no_end_of_a_year_that_has_not_come_stands_in_the_text(office: Office, report: Report) -> None:
    make_member(applied_on=date(2011, 3, 1), approved_on=date(2011, 3, 1))
    make_case("受理")
    document = compose(brought_along(report), RUNNING)
    assert not re.search("年末|年底|全年", document.text)
    assert not [told for told in document.doubts if "正文写有" in told]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("全年发展会员{{ 新发展会员 }}名，年末会员{{ 会员 }}人。", ["全年", "年末"]),
        (f"{RUNNING.last.year}年底完成。", [f"{RUNNING.last.year}年底"]),
        ("比上年末有所增加，去年全年如此，2010年末也是，明年底再看。", []),
    ],
)
def test_the_writers_own_words_for_the_end_of_a_running_year_are_doubtful(
    office: Office, text: str, words: list[str]
) -> None:
    make_member(applied_on=TODAY, approved_on=TODAY)
    told = [one for one in compose(f"总结\n{text}", RUNNING).doubts if "正文写有" in one]
    assert [re.search("“(.*?)”", one)[1] for one in told] == words  # type: ignore[index]


def test_a_sentence_about_the_end_of_a_running_year_is_not_printed(office: Office) -> None:
    """What 年末 will be nobody knows before the year's end; what stands beside it is told."""
    make_member(applied_on=TODAY, approved_on=TODAY)
    text = compose("总结\n现有会员{{ 会员 }}人；年末会员达到{{ 会员 }}人。工作照常。", RUNNING).text
    assert text == "总结\n现有会员1人。工作照常。"


def test_a_year_that_is_over_may_be_told_to_its_end(office: Office) -> None:
    assert compose("总结\n全年工作完成，年末总结。", Y2011).doubts == ()


@pytest.mark.parametrize("period", [RUNNING, Y2011], ids=["running", "over"])
def test_a_report_is_dated_the_day_it_is_written(office: Office, period: Period) -> None:
    assert evaluate("成稿日期", period) == f"{TODAY.year}年{TODAY.month}月{TODAY.day}日"
