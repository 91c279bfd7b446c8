"""Honours taken in from somebody else's list."""

from __future__ import annotations

from pathlib import Path

from app.exchange.importing import import_book
from app.office import Office
from app.subjects.office.honours.records import Honour
from app.subjects.office.honours.register import HONOURS


def test_a_foreign_list_need_not_say_whether_a_name_is_a_persons_or_a_units(
    office: Office, tmp_path: Path
) -> None:
    (book := tmp_path / "book.csv").write_text(
        "表彰日期,荣誉称号,级别,表彰单位,获奖单位或个人,工作单位\n"
        "2011-4-28,优秀工会工作者,区,区总工会,王芳,泰祥物业\n"
        "2011-4-29,模范职工小家,地市级,市总工会,泰祥物业,\n"
        "2011-12-20,模范职工之家,区县级,区总工会,泰祥社区工会,\n",
        encoding="utf-8",
    )
    report = import_book(HONOURS, book)
    assert report.done, report.problems
    told = [(honour.recipient_kind, honour.level) for honour in Honour.select().order_by(Honour.id)]
    assert told == [("个人", "区级"), ("单位", "市级"), ("本会", "区级")]
