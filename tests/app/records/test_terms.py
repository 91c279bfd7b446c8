"""The words that offices write for the terms of a list: the same in every register."""

from __future__ import annotations

import pytest

from app.fields import ChoiceField
from app.registry import find_register


@pytest.mark.parametrize(
    ("register", "field", "written", "term"),
    [
        ("members", "household_type", "农村", "农业"),
        ("members", "household_type", "非农业户口", "非农业"),
        ("hardship", "household_type", "农业户口", "农业"),
        ("hardship.batches", "occasion", "中秋节", "中秋"),
        ("hardship.batches", "occasion", "五一劳动节", "五一"),
        ("hardship.batches", "pay_mode", "打卡", "银行卡"),
        ("hardship.payments", "pay_mode", "银行转账", "银行卡"),
        ("hardship.donations", "donor_kind", "企业", "单位"),
        ("hardship.donations", "mode", "汇款", "转账"),
        ("members.dues", "mode", "银行转账", "转账"),
        ("members.care", "festival", "五一劳动节", "劳动节"),
        ("unions", "union_type", "独立", "独立工会"),
        ("unions", "ownership_kind", "事业单位", "机关事业"),
        ("publications.returns", "union_type", "单独基层工会", "独立工会"),
        ("publications.returns", "ownership", "民营企业", "私营"),
    ],
)
def test_a_term_is_known_by_what_offices_write_for_it(
    register: str, field: str, written: str, term: str
) -> None:
    choice = find_register(register).record.described()[field]
    assert isinstance(choice, ChoiceField)
    assert choice.parse(written) == term
