"""A batch as its bank takes it: each bank's own columns, digits whole, nobody with a doubtful account."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from app.errors import Refused
from app.fields.problems import Blocked
from app.keeping import keeping
from app.office import Office
from app.subjects.hardship.aid import acts
from app.subjects.hardship.aid.records import AidBatch, AidPayment
from app.subjects.hardship.aid.register import PAYMENTS
from app.subjects.hardship.bank_sheets.sheet import banks, table_for
from tests.factories.people import make_bank_layout, make_batch, make_file, make_fund, make_payment

pytestmark = pytest.mark.usefixtures("office")

LI, WANG = "6222020200012345670", "6217001180012345677"
"""Two account numbers whose last digit agrees with the rule of Luhn."""


def batch_by_card(*, approve: bool = True, **changed: object) -> AidBatch:
    """A batch of two transfers and one payment in cash."""
    make_fund()
    batch = make_batch(pay_mode="银行卡")
    card = {"pay_mode": "银行卡", "bank_name": "工商银行漕河泾支行"}
    make_payment(batch, make_file(), bank_card=LI, bank_holder="李红", **card)
    make_payment(batch, make_file(), amount=1_234_50, **(card | {"bank_card": WANG, "bank_holder": "王强"}))
    make_payment(batch, make_file(), pay_mode="现金")
    if changed:
        first = AidPayment.select().where(AidPayment.bank_card == LI).get()
        AidPayment.update(**changed).where(AidPayment.id == first.id).execute()
    return acts.approve(batch, "陆敏", date(2011, 1, 20)) if approve else batch


def test_whoever_is_paid_by_card_stands_with_the_whole_number_and_the_amount() -> None:
    table = table_for(batch_by_card())
    assert table.headings == ("户名", "开户行", "账号", "金额", "附言")
    assert table.rows == (
        ("李红", "工商银行漕河泾支行", LI, Decimal("500.00"), "2011年春节困难职工慰问"),
        ("王强", "工商银行漕河泾支行", WANG, Decimal("1234.50"), "2011年春节困难职工慰问"),
    )


def test_the_last_row_counts_the_transfers_and_adds_them_up() -> None:
    assert table_for(batch_by_card()).lines[-1] == ("合计 2 笔", "", "", Decimal("1734.50"), "")


def test_a_bank_gets_its_own_columns_in_its_own_order() -> None:
    make_bank_layout(columns="序号、账号、户名、金额", has_total=False, separator="竖线", note="帮困金")
    table = table_for(batch_by_card(), "工商银行")
    assert table.headings == ("序号", "账号", "户名", "金额")
    assert table.rows[0] == ("1", LI, "李红", Decimal("500.00"))
    assert (len(table.rows), table.separator) == (2, "|")


def test_the_banks_of_the_settings_are_offered_by_name() -> None:
    make_bank_layout(bank="建设银行")
    make_bank_layout(bank="工商银行")
    assert sorted(banks()) == sorted(["建设银行", "工商银行"])


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"bank_holder": None}, "没有户名"),
        ({"bank_card": None}, "没有账号"),
        ({"bank_card": "6222020200012345678"}, "校验位不符"),
    ],
)
def test_a_doubtful_account_keeps_the_list_from_the_bank(changed: dict[str, object], words: str) -> None:
    """A transfer to a wrong account comes back after weeks, or not at all: the person is named."""
    batch = batch_by_card()
    first = AidPayment.select().where(AidPayment.bank_card == LI).get()
    AidPayment.update(**changed).where(AidPayment.id == first.id).execute()
    with pytest.raises(Refused, match=f"{re.escape(first.name)}.*{words}"):
        table_for(batch)


def test_a_draft_does_not_go_to_the_bank() -> None:
    with pytest.raises(Refused, match="还没有审批"):
        table_for(batch_by_card(approve=False))


def test_a_payment_that_came_back_is_not_sent_again() -> None:
    batch = batch_by_card()
    returned = AidPayment.select().where(AidPayment.bank_card == LI).get()
    returned.status, returned.status_reason = "作废", "账户已销"
    keeping.save(PAYMENTS, returned)
    assert [row[0] for row in table_for(batch).lines] == ["王强", "合计 1 笔"]


def test_a_batch_of_cash_has_nothing_for_the_bank() -> None:
    make_fund()
    batch = acts.approve(make_batch(make_file()), "陆敏", date(2011, 1, 20))
    with pytest.raises(Refused, match="没有用银行卡发放"):
        table_for(batch)


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ("户名、账号", "缺少金额"),
        ("户名、账号、金额、工号", "没有“工号”"),
        ("户名、户名、账号、金额", "写了 2 次"),
    ],
)
def test_a_layout_the_bank_could_not_pay_by_is_refused(columns: str, words: str) -> None:
    with pytest.raises(Blocked, match=words):
        make_bank_layout(columns=columns)


def test_the_bank_of_the_file_goes_into_the_payment(office: Office) -> None:
    file = make_file(bank_card=LI, bank_name="工商银行", bank_holder="李红")
    (recipient,) = acts.candidates([file.id])
    assert recipient.bank_name == "工商银行"
