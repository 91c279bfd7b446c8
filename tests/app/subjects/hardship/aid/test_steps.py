"""What a batch of aid is asked before it is approved (domain 3.7)."""

from __future__ import annotations

from datetime import date

import pytest

from app.fields.problems import Blocked
from app.office import Office
from app.subjects.hardship.aid.records import AidPayment
from app.subjects.hardship.aid.register import BATCHES
from tests.factories.people import make_batch, make_file, make_fund
from tests.helpers.problems import advance


def test_a_payment_that_lacks_what_its_way_of_paying_asks_for_is_not_approved(office: Office) -> None:
    make_fund()
    file = make_file()
    batch = make_batch(file)
    AidPayment.update(pay_mode="银行卡").execute()
    with pytest.raises(Blocked, match=f"{file.name}：发放方式为“银行卡”，请填写银行卡号"):
        advance(BATCHES, batch, "审批", {"approved_by": "李强", "approved_on": date(2011, 1, 20)})
