"""The list by which the work is handed over: what was under way on that day, and what no register holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from tests.factories.contracts import make_contract
from tests.factories.disputes import make_case, make_success
from tests.factories.paperwork import make_handover
from tests.factories.people import make_batch, make_file
from tests.helpers.paper import print_out

DAY = date(2011, 4, 10)


def test_open_cases_unpaid_batches_and_contracts_soon_to_end_are_listed(
    office: Office, tmp_path: Path
) -> None:
    case = make_case("调解中")
    make_batch(make_file(), name="五一慰问", occasion="五一", planned_on=date(2011, 4, 28))
    make_contract(
        employer="甲厂", congress_on=None, signed_on=date(2010, 6, 1), filed_on=date(2010, 6, 5),
        effective_on=date(2010, 6, 20), start_on=date(2010, 7, 1), end_on=date(2011, 6, 30),
    )  # fmt: skip
    make_batch(make_file(), name="国庆慰问", occasion="国庆", planned_on=date(2011, 9, 28))
    make_contract(employer="乙厂")  # ends in 2014
    handover = make_handover(handed_on=DAY, keys="办公室2把", seals="工会公章1枚", backups="保险柜内移动硬盘")
    text = print_out(tmp_path, "office.handover", record=handover.id).joined
    told = (str(case.case_no), "五一慰问", "甲厂", "办公室2把", "工会公章1枚", "保险柜内移动硬盘")
    assert [words for words in told if words not in text] == []
    assert "乙厂" not in text
    assert "国庆慰问" not in text


def test_what_was_closed_by_then_is_not_handed_over_and_what_was_closed_later_is(
    office: Office, tmp_path: Path
) -> None:
    """A list printed again years later still says what the taker took over."""
    case = make_success()  # closed on 15 April 2011
    before, after = (make_handover(handed_on=day) for day in (DAY, date(2011, 4, 20)))
    assert str(case.case_no) in print_out(tmp_path, "office.handover", record=before.id).text
    assert str(case.case_no) not in print_out(tmp_path, "office.handover", record=after.id).text


def test_both_sign_before_a_witness(office: Office, tmp_path: Path) -> None:
    text = print_out(tmp_path, "office.handover", record=make_handover(witness="李明").id).text
    assert "移交人（签名）： 接交人（签名）： 监交人（签名）：" in text
