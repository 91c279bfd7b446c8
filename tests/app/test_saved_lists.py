"""Lists saved under a name: they ask what was asked, of whatever the office holds later."""

from __future__ import annotations

import pytest

from app import saved_lists
from app.errors import Refused
from app.listing import Criteria
from app.office import Office
from app.records import saved_lists as kept
from app.subjects.insurance.claims.register import CLAIMS
from app.subjects.members.register import MEMBERS
from tests.factories.insurance import make_product
from tests.factories.people import make_member

REGISTERS = {MEMBERS.key: MEMBERS, CLAIMS.key: CLAIMS}


def counts() -> dict[str, int]:
    return {one.saved.name: one.count for one in saved_lists.counted(REGISTERS)}


def test_a_saved_list_counts_what_it_finds_now(office: Office) -> None:
    make_member(name="王芳", sex="女"), make_member(name="王强", sex="男")
    saved_lists.keep(MEMBERS, Criteria(search="王", filters={"sex": ("女",)}), "姓王的女会员")
    assert counts() == {"姓王的女会员": 1}
    make_member(name="王敏", sex="女")
    assert counts() == {"姓王的女会员": 2}


def test_years_yes_and_no_and_conditions_are_asked_again(office: Office) -> None:
    filters = {"approved_on": (2009, 2011), "is_migrant_worker": (False,), "资料不全": (True,)}
    saved = saved_lists.keep(MEMBERS, Criteria(filters=filters), "农民工")
    assert saved_lists.criteria_of(MEMBERS, saved) == Criteria(filters=filters)


def test_a_record_that_was_chosen_is_found_again_and_a_gone_one_is_passed_over(office: Office) -> None:
    product = make_product()
    saved = saved_lists.keep(CLAIMS, Criteria(filters={"product": (product,)}), "春节")
    criteria = saved_lists.criteria_of(CLAIMS, saved)
    assert criteria is not None
    assert [one.id for one in criteria.filters["product"]] == [product.id]  # type: ignore[attr-defined]
    lost = saved_lists.keep(CLAIMS, Criteria(filters={"product": (product,), "no_such": ("x",)}), "不明")
    kept.SavedList.update(filters='{"product": [99999], "no_such": ["x"]}').where(
        kept.SavedList.id == lost.id
    ).execute()
    assert counts() == {"春节": 0}


@pytest.mark.parametrize("filters", ["{kaputt", "[]", '{"name": 5}'])
def test_a_damaged_list_is_left_out(office: Office, filters: str) -> None:
    saved = saved_lists.keep(MEMBERS, Criteria(filters={"sex": ("女",)}), "女会员")
    kept.SavedList.update(filters=filters).where(kept.SavedList.id == saved.id).execute()
    assert counts() == {}


def test_a_name_stands_once_and_is_never_empty(office: Office) -> None:
    first = saved_lists.keep(MEMBERS, Criteria(search="王"), "王")
    second = saved_lists.keep(MEMBERS, Criteria(search="李"), "李")
    for name in ("李", " "):
        with pytest.raises(Refused):
            kept.rename(first, name)
    kept.rename(first, " 姓王 ")
    kept.forget(second)
    assert [one.name for one in kept.all_lists()] == ["姓王"]


def test_a_name_is_proposed_from_what_was_chosen() -> None:
    criteria = Criteria(search="王", filters={"sex": ("女",), "approved_on": (2011,)})
    assert set(saved_lists.proposed_name(MEMBERS, criteria).split()) == {"王", "女", "2011年"}
