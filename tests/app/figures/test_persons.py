"""Who is one person: with a number once and none another time, never by a name alone (domain 0.3)."""

from __future__ import annotations

from datetime import date

import pytest

from app.registry import find_figure
from app.rules.periods import year
from app.subjects.employment.intentions.records import JobIntention
from app.subjects.hardship.aid.records import AidPayment
from tests.factories.employment import make_intention
from tests.factories.people import (
    make_batch,
    make_enterprise,
    make_file,
    make_member,
    make_payment,
    resident_id,
)
from tests.factories.publications import make_item, make_lending

pytestmark = pytest.mark.usefixtures("office")

FIRM = "上海天成科技有限公司"
Y2011 = year(2011)


def _paid(occasion: str, *, number: str | None, employer: str | None = FIRM, name: str = "张伟") -> None:
    """Pay aid; who gave no number stands so in old lists that were taken in."""
    payment = make_payment(
        make_batch(occasion=occasion), name=name, employer=employer, id_number=number or resident_id()
    )
    AidPayment.update(id_number=number, status="已发放", paid_on=date(2011, 3, 8)).where(
        AidPayment.id == payment.id
    ).execute()


def _persons() -> int | None:
    return find_figure("帮扶人数").number(Y2011)


def test_aid_with_a_number_and_without_went_to_one_person() -> None:
    number = resident_id()
    _paid("春节", number=number)
    _paid("国庆", number=None)
    assert _persons() == 1


def test_the_unit_may_be_written_in_another_way() -> None:
    make_enterprise(name=FIRM, short_name="天成")
    _paid("春节", number=resident_id())
    _paid("国庆", number=None, employer="天成")
    assert _persons() == 1


def test_the_hardship_file_tells_the_number_too() -> None:
    file = make_file(name="张伟", employer=FIRM)
    _paid("春节", number=file.id_number, employer="别处")
    _paid("国庆", number=None)
    assert _persons() == 1


@pytest.mark.parametrize("employer", ["浦江机电有限公司", None])
def test_a_name_alone_makes_nobody_the_same(employer: str | None) -> None:
    _paid("春节", number=resident_id())
    _paid("国庆", number=None, employer=employer)
    assert _persons() == 2


def test_of_two_numbers_none_is_guessed() -> None:
    """Two of one name at one firm, and one who gave no number: nobody can tell which, so three."""
    _paid("春节", number=resident_id())
    _paid("国庆", number=resident_id())
    _paid("元旦", number=None)
    assert _persons() == 3


def test_a_file_with_another_number_contradicts_what_was_paid() -> None:
    make_file(name="张伟", employer=FIRM)
    _paid("春节", number=resident_id())
    _paid("国庆", number=None)
    assert _persons() == 2


def test_another_sex_or_birth_is_another_person() -> None:
    """王芳, a man, gave no number; 王芳, a woman with a number, has the same telephone: two."""
    one = make_intention(name="王芳", mobile="13800138000")
    other = make_intention(name="王芳", mobile="13800138000", id_number=None, registered_on=date(2011, 4, 2))
    seekers = find_figure("就业意向登记人数")
    assert seekers.number(Y2011) == 1
    sex = "男" if one.sex == "女" else "女"
    JobIntention.update(sex=sex).where(JobIntention.id == other.id).execute()
    assert seekers.number(Y2011) == 2


def test_a_member_who_borrows_by_name_is_that_member() -> None:
    member = make_member(name="张伟", employer=FIRM)
    for values in ({"member": member, "borrower": "张伟"}, {"borrower": "张伟", "unit": FIRM}):
        make_lending(make_item(), lent_on=date(2011, 3, 8), **values)
    assert find_figure("俱乐部借用人数").number(Y2011) == 1
