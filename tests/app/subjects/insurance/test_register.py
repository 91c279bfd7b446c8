"""The lives of enrolments and claims in mutual insurance (domain 8.2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from app.errors import Refused
from app.fields.problems import Blocked
from app.keeping import keeping
from app.listing import Criteria, ids
from app.office import Office
from app.register import Register
from app.subjects.insurance.claims.records import MutualClaim
from app.subjects.insurance.claims.register import CLAIMS
from app.subjects.insurance.enrolments.register import ENROLMENTS
from app.subjects.insurance.records import MutualEnrolment, MutualGroup
from app.subjects.insurance.register import GROUPS
from tests.factories.insurance import make_claim, make_enrolment, make_group, make_product
from tests.helpers.problems import advance, step_called

Step = tuple[set[str], str, dict[str, object]]
DAY = date(2011, 6, 8)
CLAIM_STEPS: dict[str, Step] = {
    "报上级": ({"受理"}, "报上级", {"own_share": 2_000_00, "claimed": 900_00}),
    "登记给付": ({"报上级"}, "已给付", {"granted": 762_71, "granted_on": DAY}),
    "退回补材料": ({"受理", "报上级"}, "补材料", {"lacking": "出院小结"}),
    "材料补齐": ({"补材料"}, "受理", {}),
    "不予给付": ({"受理", "补材料", "报上级"}, "不予给付", {"refused_reason": "不在保障范围"}),
    "重新受理": ({"不予给付"}, "受理", {}),
}
CLAIM_REACHED: dict[str, dict[str, object]] = {
    "受理": {},
    "补材料": {"lacking": "出院小结"},
    "报上级": {},
    "已给付": {"granted": 500_00, "granted_on": DAY},
    "不予给付": {"refused_reason": "不在保障范围"},
}
GROUP_STEPS: dict[str, Step] = {
    "完成参保": (
        {"办理中"},
        "已完成",
        {"fee_received": 720_00, "received_on": date(2010, 12, 3), "completed_on": date(2010, 12, 20)},
    ),
    "重新办理": ({"已完成"}, "办理中", {}),
}
ENROLMENT_STEPS: dict[str, Step] = {
    "登记缴费": ({"待缴"}, "有效", {"paid_on": date(2010, 12, 10)}),
    "登记到期": ({"有效"}, "到期", {}),
    "退保": ({"待缴", "有效"}, "退保", {"withdrawn_on": date(2010, 12, 20)}),
    "撤销退保": ({"退保"}, "待缴", {}),
}


def _claim(state: str) -> MutualClaim:
    return make_claim(status=state, **CLAIM_REACHED[state])


def _enrolment(state: str) -> MutualEnrolment:
    values: dict[str, object] = {"paid_on": None} if state == "待缴" else {}
    if state == "退保":
        values = {"withdrawn_on": date(2010, 12, 20)}
    return make_enrolment(status=state, **values)


def _group(state: str) -> MutualGroup:
    return make_group(status=state, **(GROUP_STEPS["完成参保"][2] if state == "已完成" else {}))


LIVES = {
    "claims": (CLAIMS, CLAIM_STEPS, _claim),
    "enrolments": (ENROLMENTS, ENROLMENT_STEPS, _enrolment),
    "groups": (GROUPS, GROUP_STEPS, _group),
}
STEPS = [(life, title) for life, (_, steps, _) in LIVES.items() for title in steps]


def _asking() -> list[tuple[str, str]]:
    return [(life, title) for life, title in STEPS if LIVES[life][1][title][2]]


@pytest.mark.parametrize("life", LIVES)
def test_no_step_is_untested(life: str) -> None:
    register, steps, _ = LIVES[life]
    assert {step.title for step in register.steps} == steps.keys()


@pytest.mark.parametrize(("life", "title"), STEPS)
def test_a_step_starts_from_its_states_only(office: Office, life: str, title: str) -> None:
    register, steps, make = LIVES[life]
    sources, target, asked = steps[title]
    for state in _states(register):
        record: Any = make(state)
        assert (step_called(register, title) in register.next_steps(record)) == (state in sources)
        if state in sources:
            assert advance(register, record, title, asked).status == target
        else:
            with pytest.raises(Refused, match=f"现在是“{state}”，不能“{title}”"):
                advance(register, record, title, asked)


def _states(register: Register) -> Sequence[str]:
    return register.status.offered if register.status is not None else ()


@pytest.mark.parametrize(("life", "title"), _asking())
def test_a_step_asks_for_what_it_needs(office: Office, life: str, title: str) -> None:
    register, steps, make = LIVES[life]
    sources, _, asked = steps[title]
    with pytest.raises(Blocked) as error:
        advance(register, make(min(sources)), title, dict.fromkeys(asked))
    assert {problem.field.name for problem in error.value.problems} >= asked.keys()


def test_a_running_cover_is_not_ended(office: Office) -> None:
    this_year = make_product(year=date.today().year, cover_to=date.today())
    with pytest.raises(Blocked, match="还没有到期"):
        advance(ENROLMENTS, make_enrolment(this_year), "登记到期")


def test_nobody_withdraws_midway(office: Office) -> None:
    with pytest.raises(Blocked, match="不能中途退保"):
        advance(ENROLMENTS, make_enrolment(), "退保", {"withdrawn_on": date(2011, 3, 1)})


def test_a_claim_outside_the_cover_does_not_go_up(office: Office) -> None:
    claim = make_claim(admitted_on=date(2010, 12, 30))
    with pytest.raises(Blocked, match="不在保障期内"):
        advance(CLAIMS, claim, "报上级", {"own_share": 1_00, "claimed": 1_00})
    assert advance(CLAIMS, claim, "不予给付", {"refused_reason": "不在保障期"}).status == "不予给付"


def test_a_claim_taken_up_again_forgets_the_refusal(office: Office) -> None:
    assert advance(CLAIMS, _claim("不予给付"), "重新受理").refused_reason is None


def test_a_corrected_name_is_corrected_on_the_claims(office: Office) -> None:
    claim = make_claim(make_enrolment(name="王方"))
    enrolment = MutualEnrolment.get_by_id(claim.enrolment_id)
    enrolment.name = "王芳"
    keeping.save(ENROLMENTS, enrolment)
    assert MutualClaim.get_by_id(claim.id).name == "王芳"
    assert ids(CLAIMS, Criteria("wangfang")) == [claim.id]


def test_an_enrolment_takes_its_claims_along(office: Office) -> None:
    claim = make_claim()
    keeping.to_bin(ENROLMENTS, [claim.enrolment.id])
    assert MutualClaim.alive().count() == 0
    keeping.restore(ENROLMENTS, [claim.enrolment.id])
    assert MutualClaim.alive().count() == 1


def test_those_covered_today_and_those_to_renew_are_found(office: Office) -> None:
    today = date.today()
    soon = {"cover_from": today - timedelta(days=9), "cover_to": today + timedelta(days=60)}
    later = soon | {"cover_to": today + timedelta(days=61)}
    over = {"cover_from": today - timedelta(days=9), "cover_to": today - timedelta(days=1)}
    first, second = make_enrolment(**soon), make_enrolment(**later)
    make_enrolment(**over)
    make_enrolment(**soon, status="待缴", paid_on=None)
    assert set(ids(ENROLMENTS, Criteria(filters={"保障中": (True,)}))) == {first.id, second.id}
    assert ids(ENROLMENTS, Criteria(filters={"即将到期": (True,)})) == [first.id]


def test_a_unit_tells_what_its_list_of_names_adds_up_to(office: Office) -> None:
    group = make_group()
    make_enrolment(group.product, group=group, mode="单位集体", employer=group.unit_name)
    assert (group.premium_due, group.roster) == (720_00, "1 人，60.00 元")
