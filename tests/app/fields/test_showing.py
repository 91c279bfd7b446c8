"""How a record's value is written, and when it is hidden: the same on a list and on a form."""

from __future__ import annotations

import pytest

from app.fields import Described, text_of
from app.printing.filling import Filling
from app.printing.layout import PrintColumn
from app.subjects.hardship.aid.records import AidPayment
from app.subjects.hardship.files.records import HardshipFile
from tests.factories.people import new_file

FILE = new_file(
    name="陆建国", id_number="11010519491231002X", bank_card="6222021001116245702", bank_name="工商银行"
)


@pytest.mark.parametrize(
    ("field", "hidden", "in_full"),
    [
        (HardshipFile.id_number, "110105********002X", "11010519491231002X"),
        (HardshipFile.bank_card, "**** **** **** 5702", "6222 0210 0111 6245 702"),
        (HardshipFile.name, "陆建国", "陆建国"),
    ],
)
def test_a_guarded_value_is_hidden_wherever_it_is_not_asked_for_in_full(
    field: Described, hidden: str, in_full: str
) -> None:
    column, form = PrintColumn(field), Filling(FILE, full_ids=False)
    assert {text_of(field, FILE), column.cell(FILE), form.value(field)} == {hidden}
    asked = {column.cell(FILE, full_ids=True), Filling(FILE, full_ids=True).value(field)}
    assert {text_of(field, FILE, in_full=True), *asked} == {in_full}


def test_another_value_is_hidden_where_a_list_says_so_whoever_asks() -> None:
    column = PrintColumn(HardshipFile.name, masked=True)
    assert {column.cell(FILE), column.cell(FILE, full_ids=True)} == {"陆*国"}


def test_what_is_referred_to_is_called_by_its_name_alone_where_there_is_little_room() -> None:
    payment = AidPayment(file=FILE)
    assert text_of(AidPayment.file, payment, brief=True) == "陆建国"
