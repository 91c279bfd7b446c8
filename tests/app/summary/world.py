"""A report with everything in it, for what is written to files."""

from __future__ import annotations

from datetime import date

from app.rules import periods
from app.statistics.overruling import overrule
from app.subjects.disputes import figures as disputes
from app.summary.compose import compose
from app.summary.document import Document
from tests.factories.disputes import make_case

Y2011 = periods.year(2011)
TEXT = """{{ 工会名称 }}{{ 年度 }}年工作总结
{{ 年度 }}年，各方面工作取得了较大的成效。现总结如下：
一、维权工作
（一）劳动争议
1、共受理{{ 受理争议 }}起劳动争议案件，比上年{{ 受理争议.增减 }}，涉及{{ 争议涉及人数 }}人。
2、上半年受理{{ 受理争议.上半年 }}起，第一季度办结率{{ 办结率.第一季度 }}。
二、下一步打算
继续努力。
{{ 工会名称 }}
{{ 年度 }}年12月31日"""


def report(text: str = TEXT) -> Document:
    """Three disputes of 2011 and two of 2010; a person knows of a fourth."""
    for _ in range(3):
        make_case("受理", people_count=1)
    for _ in range(2):
        make_case("受理", applied_on=date(2010, 4, 6), accepted_on=date(2010, 4, 6))
    overrule(disputes.accepted, Y2011, "4", "有一起登记在邻近社区", "王娜")
    return compose(text, Y2011)
