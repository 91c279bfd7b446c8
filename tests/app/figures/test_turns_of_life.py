"""Right numbers through the turns of life: firms renamed, unions founded anew, days at the year's edge.

Each value is counted by hand from what happened, as the docstring tells it.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from app.exchange.importing import import_book
from app.keeping import keeping, merging, undoing
from app.office import Office
from app.registry import find_figure, find_register
from app.rules.periods import Period, custom, half, through_month, year
from app.subjects.unions.enterprises.register import ENTERPRISES
from app.subjects.unions.grassroots.register import UNIONS
from app.summary.compose import compose
from app.summary.reports import YEAR
from app.summary.texts import brought_along
from tests.factories.contracts import make_area, make_contract, make_count
from tests.factories.disputes import make_case
from tests.factories.people import make_enterprise, make_member
from tests.factories.unions import make_union
from tests.helpers.lives import entered_on


def _numbers(label: str, *years: int) -> list[int | None]:
    figure = find_figure(label)
    return [figure.number(year(one)) for one in years]


def test_a_firm_renamed_twice_is_one_firm_under_all_its_names(office: Office) -> None:
    """Counted under each name at the end of each year, once with other brackets: one firm, its last count."""
    names = ("上海泰祥（集团）电器有限公司", "上海泰祥电气有限公司", "泰祥智能科技有限公司")
    make_count(employer=names[0], counted_on=date(2009, 12, 31))
    firm = make_enterprise(name=names[0])
    for place, name in enumerate(names[1:]):
        keeping.assign(firm, {"name": name})
        keeping.save(ENTERPRISES, firm)
        make_count(employer=name, counted_on=date(2010 + place, 12, 31))
    make_count(employer="上海泰祥(集团) 电器有限公司", counted_on=date(2011, 6, 30))
    assert _numbers("劳动合同统计单位", 2009, 2010, 2011) == [1, 1, 1]
    one = _numbers("签订劳动合同和劳务合同", 2009)
    assert _numbers("签订劳动合同和劳务合同", 2010, 2011) == one * 2


def test_the_contract_of_a_firm_that_closed_in_september_stands_no_more_at_the_years_end(
    office: Office,
) -> None:
    """In force from April 2011 to 2013, the firm struck off on 30 September: signed in the first half."""
    firm = make_enterprise(name="佳禾园餐饮管理有限公司", told_on=date(2010, 1, 1))
    make_contract(employer=firm.name, start_on=date(2011, 4, 1), end_on=date(2013, 3, 31))
    keeping.assign(firm, {"business_status": "注销", "told_on": date(2011, 9, 30)})
    keeping.save(ENTERPRISES, firm)
    signed = find_figure("集体合同签约单位")
    assert [signed.number(half(2011, 1)), signed.number(year(2011))] == [1, 0]


@pytest.mark.parametrize(
    ("closed", "open_then", "rate"), [(date(2011, 12, 31), 0, 1000), (date(2012, 1, 1), 1, 0)]
)
def test_a_case_closed_on_new_years_eve_is_of_the_old_year(
    office: Office, closed: date, open_then: int, rate: int
) -> None:
    """Accepted on 20 December: what is closed on the last day is closed in the year, a day later is not."""
    make_case("结案", accepted_on=date(2011, 12, 20), applied_on=date(2011, 12, 20), closed_on=closed)
    assert _numbers("受理争议", 2011, 2012) == [1, 0]
    assert _numbers("受理争议未结", 2011) == [open_then]
    assert _numbers("办结率", 2011) == [rate]


def test_the_leap_day_is_of_february_and_compares_with_all_of_the_last(office: Office) -> None:
    """Two joined on 29 February 2012, one on 28 February 2011 and one on 1 March 2011."""
    for day in (date(2012, 2, 29), date(2012, 2, 29), date(2011, 2, 28), date(2011, 3, 1)):
        make_member(applied_on=day, approved_on=day)
    joined = find_figure("新发展会员")
    period = through_month(2012, 2)
    assert [joined.number(period), joined.number(joined.year_before(period))] == [2, 1]


def test_a_union_dissolved_and_founded_anew_is_two_foundings_and_one_union_at_a_time(office: Office) -> None:
    """Founded 2006, dissolved in May 2010, founded anew under its name in March 2011."""
    gone = {"status": "撤销", "status_date": date(2010, 5, 1), "status_reason": "单位搬迁"}
    old = make_union(founded_on=date(2006, 3, 1), term_start=date(2006, 3, 1), **gone)
    make_union(name=old.name, founded_on=date(2011, 3, 1), term_start=date(2011, 3, 1))
    assert _numbers("基层工会", 2009, 2010, 2011) == [1, 0, 1]
    assert _numbers("新建工会", 2006, 2010, 2011) == [1, 0, 1]
    assert _numbers("撤销工会", 2009, 2010, 2011) == [0, 1, 0]


@pytest.mark.parametrize("period", [year(2011), half(2011, 1)], ids=["year", "half"])
def test_the_text_of_an_office_with_three_records_tells_these_and_no_nought(
    office: Office, period: Period
) -> None:
    """One joined in March, one case was accepted in April, one firm is registered: nothing else is said.

    That no case is closed is said: 办结率0%.
    """
    make_member(applied_on=date(2011, 3, 1), approved_on=date(2011, 3, 1))
    make_case("受理")
    make_enterprise()
    text = compose(brought_along(YEAR), period).text
    assert "发展会员1名" in text
    assert "受理劳动争议1起" in text
    assert not re.search(r"(?<![0-9.])0(?:名|人|家|起|户|份|次|元)", text)


def test_a_contract_renewed_early_is_one_unit_that_has_signed(office: Office) -> None:
    """From April 2010 to March 2012, renewed from October 2011 for two years: one firm until it ends."""
    firm = make_enterprise(told_on=date(2010, 1, 1))
    in_2010 = {"congress_on": 1, "signed_on": 8, "filed_on": 15, "effective_on": 28}
    days = {name: date(2010, 3, day) for name, day in in_2010.items()}
    old = make_contract(employer=firm.name, start_on=date(2010, 4, 1), end_on=date(2012, 3, 31), **days)
    renewed = {"start_on": date(2011, 10, 1), "end_on": date(2013, 9, 30), "renewed_from": old}
    make_contract(employer=firm.name, **renewed)
    assert _numbers("集体合同签约单位", 2009, 2010, 2011, 2012, 2013) == [0, 1, 1, 1, 0]
    assert _numbers("覆盖企业", 2010, 2011, 2012, 2013) == [1, 1, 1, 0]


def test_the_text_of_an_empty_office_tells_nothing_that_was_not(office: Office) -> None:
    """Nothing is recorded: neither a number nor a success is told of the half-year."""
    text = compose(brought_along(YEAR), half(2011, 1)).text
    told = text.replace("2011年", "").partition("日期")[0]
    assert "新的成效" not in told
    assert not re.search(r"\d+(?:名|人|家|起|户|份|次|元|%)", told)


def test_two_interns_of_one_name_and_day_are_told_apart_by_their_schools(
    office: Office, tmp_path: Path
) -> None:
    """Lists of two schools, one after the other: two came on 4 July 2011."""
    for school in ("第四大学", "第六大学"):
        book = tmp_path / f"{school}.csv"
        heading = "姓名,学校,带教人,见习开始,见习结束,协议签订日期"
        book.write_text(f"{heading}\n陆小安,{school},王芳,2011-7-4,2011-9-30,2011-7-1\n", "utf-8-sig")
        assert import_book(find_register("publications.interns"), book, on_duplicate="skip").done
    assert _numbers("见习人员", 2011) == [2]


def _count(employer: str, day: date, people: int) -> None:
    none = dict.fromkeys(("service_contracts", "service_agreements"), 0)
    make_count(employer=employer, counted_on=day, labor_contracts=people, **none)


@pytest.mark.parametrize("day", [None, date(2011, 6, 30)])
def test_a_firm_that_closed_and_opened_again_was_closed_in_between(office: Office, day: date | None) -> None:
    """Closed on 30 June 2011, open again from September: whether or not the day of closing is left there."""
    firm = entered_on(make_enterprise(told_on=date(2010, 1, 1)), date(2010, 1, 1))
    closed, opened = {"business_status": "歇业", "closed_on": date(2011, 6, 30)}, {"business_status": "正常"}
    for values, told_on in ((closed, date(2011, 6, 30)), (opened | {"closed_on": day}, date(2011, 9, 1))):
        keeping.assign(firm, values | {"told_on": told_on})
        keeping.save(ENTERPRISES, firm)
    there = find_figure("登记企业")
    summer = custom(date(2011, 7, 1), date(2011, 8, 31))
    assert [there.number(period) for period in (year(2010), half(2011, 1), summer, year(2011))] == [
        1,
        0,
        0,
        1,
    ]


def test_a_new_firm_under_the_former_name_of_another_is_another_firm(office: Office) -> None:
    """Renamed in 2010; the firm that then took the old name counts 50 of its own: two firms, 150."""
    firm = make_enterprise(name="上海东方机械厂", told_on=date(2009, 1, 1))
    _count(firm.name, date(2010, 6, 30), 100)
    keeping.assign(firm, {"name": "上海西方机械厂"})
    keeping.save(ENTERPRISES, firm)
    make_enterprise(name="上海东方机械厂", told_on=date(2011, 1, 1))
    _count("上海东方机械厂", date(2011, 6, 30), 50)
    assert _numbers("签订劳动合同和劳务合同", 2010, 2011) == [100, 150]
    assert _numbers("劳动合同统计单位", 2010, 2011) == [1, 2]


def test_two_firms_that_were_one_are_one_from_the_first_count_on_and_two_again_when_taken_back(
    office: Office,
) -> None:
    """100 in June under one name, 60 in December under the other: one firm with 100, then 60."""
    first, second = make_enterprise(name="甲电器有限公司"), make_enterprise(name="乙电器有限公司")
    _count(first.name, date(2010, 12, 31), 100)
    _count(second.name, date(2011, 12, 31), 60)
    merging.merge(ENTERPRISES, first, second)
    assert _numbers("签订劳动合同和劳务合同", 2010, 2011) == [100, 60]
    undoing.undo()
    assert _numbers("签订劳动合同和劳务合同", 2010, 2011) == [100, 160]
    undoing.redo()
    assert _numbers("劳动合同统计单位", 2010, 2011) == [1, 1]


def test_a_union_that_signs_under_its_former_name_is_registered(office: Office) -> None:
    """One union under two names signed for two areas: who could sign are these, no third."""
    union = make_union(name="祥和大厦联合工会")
    make_area(("甲厂", 10), union_name="祥和大厦联合工会")
    keeping.assign(union, {"name": "祥和楼宇联合工会"})
    keeping.save(UNIONS, union)
    make_area(("乙厂", 10), employer="祥和二期", union_name="祥和大厦联合工会")
    assert _numbers("应签约单位", 2011) == [1]
