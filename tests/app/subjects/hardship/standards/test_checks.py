"""How much aid a category may get: one region's rules of domain 3.7, entered as settings."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.fields.problems import Blocked
from app.office import Office
from app.subjects.hardship.aid.records import AidPayment
from app.subjects.hardship.aid.register import BATCHES, PAYMENTS
from app.subjects.hardship.standards.records import AidStandard
from app.subjects.hardship.standards.register import AID_STANDARDS
from tests.factories.people import (
    make_batch,
    make_file,
    make_fund,
    make_payment,
    make_poverty_line,
    make_standard,
    new_payment,
)
from tests.helpers.problems import advance, blocked, warned

SHARE = {"own_share": 10_000_00}
STUDENT = {"student_name": "王小明", "school": "市二中学"}


def _payment(category: str, aid_kind: str, amount: int, **values: object) -> AidPayment:
    file = make_file(category=category)
    return new_payment(make_batch(aid_kind=aid_kind, occasion="日常"), file, amount=amount, **values)


def test_a_year_of_living_aid_stays_within_ten_poverty_lines(office: Office) -> None:
    make_poverty_line(505_00)
    make_standard("深度困难", "生活救助", lines=10)
    assert blocked(PAYMENTS, _payment("深度困难", "生活救助", 5050_00)) == {}
    told = blocked(PAYMENTS, _payment("深度困难", "生活救助", 5050_01))
    assert "不超过低保标准的 10 倍（5,050.00 元）" in told["amount"]
    assert blocked(PAYMENTS, _payment("相对困难", "生活救助", 5050_01)) == {}


def test_what_was_paid_before_in_the_year_counts_and_another_year_does_not(office: Office) -> None:
    make_poverty_line(505_00)
    make_standard("深度困难", "生活救助", lines=10)
    file = make_file(category="深度困难")
    living: dict[str, Any] = {"aid_kind": "生活救助"}
    make_payment(make_batch(occasion="日常", **living), file, amount=5000_00)
    again = new_payment(make_batch(occasion="春节", **living), file, amount=50_01)
    assert "本年已发 5,000.00 元" in blocked(PAYMENTS, again)["amount"]
    again.amount = 50_00
    assert blocked(PAYMENTS, again) == {}
    later = make_batch(occasion="春节", year=2012, planned_on=date(2012, 1, 10), **living)
    assert blocked(PAYMENTS, new_payment(later, file, amount=5000_00)) == {}


def test_medical_aid_stays_within_the_own_share(office: Office) -> None:
    assert blocked(PAYMENTS, _payment("深度困难", "医疗救助", 10_000_00, **SHARE)) == {}
    assert (
        "超过医疗自付金额"
        in blocked(PAYMENTS, _payment("深度困难", "医疗救助", 10_000_01, **SHARE))["amount"]
    )


def test_medical_aid_is_a_share_of_the_own_share_up_to_a_sum(office: Office) -> None:
    make_standard("相对困难", "医疗救助", share=800, most=16_000_00)
    assert blocked(PAYMENTS, _payment("相对困难", "医疗救助", 8_000_00, **SHARE)) == {}
    assert (
        "自付金额的 80.0%" in blocked(PAYMENTS, _payment("相对困难", "医疗救助", 8_000_01, **SHARE))["amount"]
    )
    dear = {"own_share": 30_000_00}
    assert blocked(PAYMENTS, _payment("相对困难", "医疗救助", 16_000_00, **dear)) == {}
    assert (
        "全年 16,000.00 元"
        in blocked(PAYMENTS, _payment("相对困难", "医疗救助", 16_000_01, **dear))["amount"]
    )


def test_aid_for_schooling_is_counted_by_the_student(office: Office) -> None:
    make_poverty_line(505_00)
    make_standard("深度困难", "子女助学", lines=10)
    file = make_file(category="深度困难")
    first = make_batch(aid_kind="子女助学", occasion="金秋助学")
    make_payment(first, file, amount=5000_00, **STUDENT)
    second = make_batch(aid_kind="子女助学", occasion="日常")
    same = new_payment(second, file, amount=1000_00, **STUDENT)
    assert "amount" in blocked(PAYMENTS, same)
    same.student_name = "王小芳"
    assert blocked(PAYMENTS, same) == {}


def test_one_kind_only_may_be_had_in_a_year_where_the_rules_say_so(office: Office) -> None:
    make_standard("相对困难", "医疗救助", only_kind=True)
    file = make_file(category="相对困难")
    make_payment(make_batch(), file)  # a visit on a festival is no such kind
    medical = new_payment(make_batch(aid_kind="医疗救助", occasion="日常"), file, **SHARE)
    assert blocked(PAYMENTS, medical) == {}
    make_payment(make_batch(aid_kind="生活救助", occasion="日常"), file)
    assert "一年只享受一种帮扶，2011年已发生活救助" in blocked(PAYMENTS, medical)["aid_kind"]


def test_the_standard_of_the_last_year_holds_until_another_is_entered(office: Office) -> None:
    make_standard("深度困难", "生活救助", year=2009, most=900_00)
    assert "amount" in blocked(PAYMENTS, _payment("深度困难", "生活救助", 1000_00))
    make_standard("深度困难", "生活救助", year=2011, most=1000_00)
    make_standard("深度困难", "生活救助", year=2012, most=1_00)
    assert blocked(PAYMENTS, _payment("深度困难", "生活救助", 1000_00)) == {}


def test_a_batch_beyond_the_standard_is_not_approved(office: Office) -> None:
    make_fund()
    file = make_file(category="深度困难")
    batch = make_batch(file, amount=1000_00, aid_kind="生活救助", occasion="日常")
    make_standard("深度困难", "生活救助", most=900_00)
    with pytest.raises(Blocked, match=r"不超过全年 900\.00 元"):
        advance(BATCHES, batch, "审批", {"approved_by": "王芳", "approved_on": date(2011, 1, 20)})


@pytest.mark.parametrize(
    ("told", "doubtful"),
    [
        ({"grade": "高三"}, None),
        ({"grade": "大一", "school": "华东师范大学"}, None),
        ({"grade": "小学五年级"}, "grade"),
        ({"grade": "初二"}, "grade"),
        ({"school": "陆军军医大学"}, "school"),
        ({"grade": "公费师范生"}, "grade"),
        ({"grade": "中外合作办学"}, "grade"),
    ],
)
def test_schooling_that_is_usually_not_aided_is_doubtful(
    office: Office, told: dict[str, str], doubtful: str | None
) -> None:
    payment = _payment("深度困难", "子女助学", 2000_00, **(STUDENT | told))
    assert set(warned(PAYMENTS, payment)) & {"grade", "school"} == ({doubtful} if doubtful else set())


def test_a_standard_is_entered_once_and_sets_a_limit(office: Office) -> None:
    rule = make_standard("深度困难", "生活救助", lines=10)
    assert blocked(AID_STANDARDS, rule) == {}
    told = {"year": 2011, "category": "深度困难", "aid_kind": "生活救助"}
    assert blocked(AID_STANDARDS, AidStandard(**told)).keys() == {"aid_kind", "most"}
    assert blocked(AID_STANDARDS, AidStandard(**(told | {"year": 2012, "only_kind": True}))) == {}
