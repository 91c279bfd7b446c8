"""What a list shows of a record finds it in the list's search."""

from __future__ import annotations

from datetime import date

from app import listing
from app.fields import CountField, Described, FlagField, MoneyField, PercentField, QuantityField
from app.fields.showing import text_of
from app.keeping import keeping
from app.listing import Criteria
from app.office import Office
from app.records.base import Record
from app.register import Register
from app.subjects.hardship.aid.register import PAYMENTS
from app.subjects.insurance.enrolments.register import ENROLMENTS
from app.subjects.insurance.register import PRODUCTS
from app.subjects.members.register import MEMBERS
from app.subjects.unions.grassroots.register import UNIONS
from tests.app.test_registry import MAKERS
from tests.factories.insurance import make_enrolment, make_product
from tests.factories.people import make_batch, make_file, make_member, make_payment
from tests.factories.unions import make_seat, make_union
from tests.helpers.every_register import every_register

_NUMBERS = (CountField, FlagField, MoneyField, PercentField, QuantityField)


def _found(register: Register, search: str) -> list[int]:
    return listing.ids(register, Criteria(search))


def _shown_words(register: Register, record: Record) -> dict[str, str]:
    """Return what the columns show that hold words or days, by their headings."""
    texts = [
        (column, text_of(column, record, brief=True))
        for column in register.columns
        if isinstance(column, Described) and not isinstance(column, _NUMBERS) and not column.guarded
    ]
    return {column.heading: text for column, text in texts if len(text) > 1}


@every_register
def test_every_word_that_a_list_shows_finds_its_record(office: Office, register: Register) -> None:
    record = keeping.save(register, MAKERS[register.key]())
    for heading, text in _shown_words(register, record).items():
        assert record.id in _found(register, text), f"{heading} {text}"


def test_a_union_is_found_by_the_name_of_its_chair(office: Office) -> None:
    union = make_union()
    make_union()
    make_seat(union, name="顾惠珍", post="主席")
    assert _found(UNIONS, "顾惠珍") == _found(UNIONS, "ghz") == [union.id]


def test_a_union_is_not_found_by_a_chair_who_left(office: Office) -> None:
    make_seat(make_union(), name="顾惠珍", post="主席", left_on=date(2011, 3, 8))
    assert _found(UNIONS, "顾惠珍") == []


def test_a_record_is_found_by_the_new_name_of_what_it_points_to(office: Office) -> None:
    product = make_product()
    enrolment = make_enrolment(product)
    product.name = "住院补充保障甲款"
    keeping.save(PRODUCTS, product)
    assert _found(ENROLMENTS, "甲款") == [enrolment.id]


def test_one_character_is_a_part_of_a_name_and_not_of_a_term(office: Office) -> None:
    someone, another = make_file(name="高美英"), make_file(name="沈巧云")
    batch = make_batch(occasion="高温")
    payment = make_payment(batch, someone)
    make_payment(batch, another)
    assert _found(PAYMENTS, "高") == [payment.id]


def test_a_day_finds_the_records_of_that_day(office: Office) -> None:
    member = make_member(approved_on=date(2011, 3, 8))
    make_member(approved_on=date(2011, 3, 18))
    for day in ("2011年3月8日", "2011-3-8", "2011.3.8"):
        assert _found(MEMBERS, day) == [member.id]


def test_digits_are_a_part_of_a_number_and_no_day(office: Office) -> None:
    make_member(approved_on=date(2011, 3, 8), member_no="A-1")
    assert _found(MEMBERS, "20110308") == []
