"""The lists of unions, committees and ending terms (domain 2.6)."""

from __future__ import annotations

from datetime import date

from app.office import Office
from app.printing.layout import ListPrint, PrintRequest
from app.rules import periods
from app.subjects.unions.grassroots.lists import COMMITTEE_LIST, TERMS_LIST, UNIONS_LIST
from tests.factories.people import make_enterprise
from tests.factories.unions import make_independent, make_seat, make_union

TODAY = date(2011, 12, 31)


def _cells(asked: ListPrint, request: PrintRequest) -> list[dict[str, str]]:
    (part,) = asked.parts(request)
    return [
        {column.title: column.cell(record, day=request.as_of) for column in asked.columns}
        for record in part.records
    ]


def test_the_list_of_unions_names_unit_workers_chair_and_term(office: Office) -> None:
    unit = make_enterprise(name="广达汽车修配有限责任公司", employee_count=86)
    union = make_independent(unit, member_count=41, female_member_count=9, term_end_set=None)
    make_seat(union, name="王芳", post="主席", phone="13800138000")
    (row,) = _cells(UNIONS_LIST, PrintRequest(TODAY))
    assert row == {
        "工会名称": "广达汽车修配有限责任公司工会委员会",
        "类型": "独立工会",
        "依托单位": "广达汽车修配有限责任公司",
        "所有制": "私营",
        "职工人数": "86",
        "会员人数": "41",
        "女会员": "9",
        "主席": "王芳",
        "电话": "13800138000",
        "成立时间": "2009年6月1日",
        "届次": "1",
        "换届到期日": "2012年6月1日",
        "备注": "",
    }


def test_the_list_of_unions_is_that_of_a_day(office: Office) -> None:
    make_union(name="老工会")
    make_union(name="新工会", founded_on=date(2011, 4, 12), term_start=date(2011, 4, 12))
    listed = _cells(UNIONS_LIST, PrintRequest(TODAY, periods.year(2010)))
    assert [row["工会名称"] for row in listed] == ["老工会"]


def test_the_committee_of_our_own_union_is_listed_in_the_order_of_seats(office: Office) -> None:
    make_seat(make_union(), post="主席")
    own = make_union(is_own=True)
    make_seat(own, name="李强", post="主席", party_post="社区书记", birth_month="1965-03")
    make_seat(own, name="王芳", post="副主席", duty="主管工会工作")
    make_seat(own, name="赵明", post="委员", left_on=date(2010, 6, 1))
    listed = _cells(COMMITTEE_LIST, PrintRequest(TODAY))
    assert [(row["职务"], row["姓名"]) for row in listed] == [("主席", "李强"), ("副主席", "王芳")]
    assert (listed[0]["行政职务"], listed[0]["出生年月"]) == ("社区书记", "1965年3月")
    assert listed[1]["分工"] == "主管工会工作"


def test_terms_that_are_over_or_end_within_half_a_year_are_listed_with_the_days_left(office: Office) -> None:
    for name, end in (
        ("过期工会", date(2011, 12, 21)),
        ("将到工会", date(2012, 6, 30)),
        ("还早工会", date(2012, 7, 31)),
    ):
        make_union(name=name, term_end_set=end)
    listed = _cells(TERMS_LIST, PrintRequest(TODAY, periods.year(2011)))
    assert [(row["工会名称"], row["剩余天数"]) for row in listed] == [
        ("过期工会", "逾期 10 天"),
        ("将到工会", "182 天"),
    ]
    (part,) = TERMS_LIST.parts(PrintRequest(TODAY, periods.year(2011)))
    assert part.heads[1:] == ("截至2011年12月31日", "共 2 家")
