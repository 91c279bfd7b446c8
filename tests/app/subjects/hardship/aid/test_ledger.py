"""The ledger of aid, the course of one person, and what the funds went to (domain 3.9)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from app.office import Office
from app.printing.layout import PrintRequest
from app.records.terms import FUND_SOURCES
from app.rules.periods import year
from app.subjects.hardship.aid import acts as aid
from app.subjects.hardship.aid.ledger import AID_SPENDING
from app.subjects.hardship.files.records import HardshipFile
from tests.factories.people import make_batch, make_file, make_fund, make_kin, make_payment
from tests.helpers.paper import print_out
from tests.helpers.plain_sql import rows


def _two_years() -> tuple[HardshipFile, HardshipFile]:
    """One helped at two festivals of 2011 and once in 2010 before that, another once in 2011."""
    make_fund()
    make_fund(fund_source="社会捐助")
    opened = date(2009, 6, 1)
    days = {"applied_on": opened, "approved_on": opened, "opened_on": opened}
    first, second = make_file(name="陆建国", **days), make_file(name="仇志明", **days)
    autumn = make_batch(first, amount=300_00, occasion="国庆", planned_on=date(2011, 9, 28))
    spring = make_batch(first, second, amount=500_00)
    before = make_batch(first, year=2010, planned_on=date(2010, 2, 8), amount=200_00)
    illness = make_batch(
        first, aid_kind="生活救助", occasion="日常", fund_source="社会捐助", planned_on=date(2011, 5, 3)
    )
    for batch in (autumn, spring, before, illness):
        aid.approve(batch, "李明", batch.planned_on)
    return first, second


def test_the_ledger_goes_by_days_whatever_was_entered_first(office: Office, tmp_path: Path) -> None:
    _two_years()
    text = print_out(tmp_path, "hardship.aid_ledger", period=year(2011)).text
    days = ("2011年1月25日", "2011年5月3日", "2011年9月28日")
    assert [text.index(day) for day in days] == sorted(text.index(day) for day in days)
    assert "2010年2月8日" not in text
    assert "共 2 人、4 人次" in text
    assert "1,800.00" in text


def test_what_is_only_planned_is_not_in_the_ledger(office: Office, tmp_path: Path) -> None:
    _two_years()
    make_payment(make_batch(occasion="五一", planned_on=date(2011, 5, 1)), make_file(name="周小梅"))
    assert "周小梅" not in print_out(tmp_path, "hardship.aid_ledger", period=year(2011)).text


def test_one_person_has_all_years_on_a_sheet_and_nobody_elses(office: Office, tmp_path: Path) -> None:
    first, _ = _two_years()
    text = print_out(tmp_path, "hardship.aid_course", record=first.id).text
    assert "陆建国历年受助记录" in text
    assert text.index("2010年2月8日") < text.index("2011年1月25日")
    assert "¥1,500.00" in text
    assert first.id_number not in text
    assert "仇志明" not in text


def test_who_was_never_helped_has_no_sheet(office: Office, tmp_path: Path) -> None:
    first, _ = _two_years()
    nobody = make_file(name="周小梅")
    assert print_out(tmp_path, "hardship.aid_course", ids=(first.id, nobody.id)).result.pages == 1


def test_the_funds_are_told_by_kind_as_plain_sql_counts_them(office: Office) -> None:
    _two_years()
    (part,) = AID_SPENDING.parts(PrintRequest(date(2011, 12, 31), period=year(2011)))
    told = {
        (source, kind.title): (spent.households, spent.persons, len(spent.payments), spent.amount)
        for kind in part.records
        for source in (*FUND_SOURCES, None)
        if (spent := kind.of(source)).payments
    }
    counted = rows(
        office.path,
        "SELECT p.fund_source, p.aid_kind, COUNT(DISTINCT p.file_id), COUNT(DISTINCT p.id_number), "
        "COUNT(*), SUM(p.amount) FROM aid_payment p JOIN aid_batch b ON b.id = p.batch_id "
        "WHERE b.planned_on BETWEEN '2011-01-01' AND '2011-12-31' GROUP BY 1, 2",
    )
    assert {(source, kind): tuple(rest) for source, kind, *rest in counted} == {
        about: figures for about, figures in told.items() if about[0] and about[1] != "合计"
    }
    assert told[None, "合计"] == (2, 2, 4, 1_800_00)


def test_the_use_of_funds_is_printed_with_its_definition(office: Office, tmp_path: Path) -> None:
    _two_years()
    text = print_out(tmp_path, "hardship.aid_spending", period=year(2011)).text
    assert "2户 2人\n3人次" in text
    assert "1,300.00元" in text
    assert "2户 2人\n4人次" in text
    assert "1,800.00元" in text
    assert "人次逐次计算" in text


def test_the_use_of_funds_counts_a_household_once_and_goods_beside_the_money(
    office: Office, tmp_path: Path
) -> None:
    """A wife aided outside the file is of its household; what is given in kind is no money (domain 3.10)."""
    make_fund()
    file = make_file()
    wife = make_kin(file, relation="配偶")
    batch = make_batch(file, planned_on=date(2011, 1, 25))
    given: dict[str, Any] = {"pay_mode": "实物", "goods": "大米", "goods_count": 2, "amount": 120_00}
    make_payment(batch, name=wife.name, id_number=wife.id_number, **given)
    aid.approve(batch, "李明", batch.planned_on)
    (part,) = AID_SPENDING.parts(PrintRequest(date(2011, 12, 31), period=year(2011)))
    row = next(iter(part.records)).of("本级工会经费")
    assert (row.households, row.persons, row.amount, row.goods) == (1, 2, 500_00, 120_00)
    ledger = print_out(tmp_path, "hardship.aid_ledger", period=year(2011)).text
    assert "共 2 人、2 人次，其中物资折价 120.00 元" in ledger


def test_the_longest_name_stands_whole_above_what_the_list_is(office: Office, tmp_path: Path) -> None:
    first, _ = _two_years()
    HardshipFile.update(name="阿卜杜热合曼·买买提依明·艾合买提·吐尔逊江·阿布都卡德").execute()
    page, *_ = print_out(tmp_path, "hardship.aid_course", record=first.id).pages
    assert "阿布都卡德\n历年受助记录\n" in page.replace("\r\n", "\n")
