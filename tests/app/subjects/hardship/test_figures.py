"""Figures of hardship files, festive visits and aid (domain 3.10 and 11.2, F038 to F042)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.figures.wording import explain
from app.keeping import keeping
from app.office import Office
from app.records.base import Record
from app.registry import find_figure
from app.rules.periods import year
from app.subjects.hardship import figures as hardship
from app.subjects.hardship.aid.records import AidBatch, AidPayment
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.hardship.reviews.records import HardshipReview
from app.subjects.hardship.reviews.register import REVIEWS
from tests.factories.people import (
    make_batch,
    make_file,
    make_fund,
    make_kin,
    make_payment,
    new_payment,
    resident_id,
)
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, stored
from tests.helpers.problems import advance

_OPEN = (
    "FROM hardship_file WHERE deleted_at IS NULL AND opened_on <= '2011-12-31' "
    "AND (closed_on IS NULL OR closed_on > '2011-12-31')"
)
_PAID = f"FROM aid_payment WHERE deleted_at IS NULL AND status = '已发放' AND paid_on {IN}"
SAMPLE: Expected = {
    "在档困难职工": f"SELECT COUNT(*) {_OPEN}",
    "梯度帮扶对象": f"SELECT COUNT(*) {_OPEN}",
    "已解困": 0,  # nobody told of it in 2011
    "新解困": 0,
    "脱困退档": f"SELECT COUNT(*) FROM hardship_file WHERE closed_on {IN} AND close_reason = '脱困'",
    "在档困难家庭": f"SELECT COUNT(*) {_OPEN}",
    "在档困难人口": f"SELECT SUM(family_size) {_OPEN}",
    "申请困难建档": f"SELECT COUNT(*) FROM hardship_file WHERE applied_on {IN}",
    "新建困难档案": f"SELECT COUNT(*) FROM hardship_file WHERE opened_on {IN}",
    "退出困难档案": f"SELECT COUNT(*) FROM hardship_file WHERE closed_on {IN}",
    "不予困难建档": f"SELECT COUNT(*) FROM hardship_file WHERE applied_on {IN} AND status = '不予建档'",
    "录入全国系统": f"SELECT COUNT(*) {_OPEN} AND national_system_on <= '2011-12-31'",
    "全国系统录入率": f"SELECT 1000 * SUM(national_system_on <= '2011-12-31') / COUNT(*) {_OPEN}",
    "困难档案复核": f"SELECT COUNT(*) FROM hardship_review WHERE reviewed_on {IN}",
    "慰问企业": 17,
    "困难慰问人数": 47,
    "困难慰问人次": f"SELECT COUNT(*) {_PAID} AND aid_kind = '送温暖慰问'",
    "困难慰问金额": 23_800_00,
    "困难慰问物资折价": f"SELECT TOTAL(amount) {_PAID} AND aid_kind = '送温暖慰问' AND pay_mode = '实物'",
    "领取慰问金人数": 47,
    "发放慰问金人次": f"SELECT COUNT(*) {_PAID} AND aid_kind = '送温暖慰问' AND pay_mode <> '实物'",
    "困难慰问人均金额": 506_38,
    "困难慰问次均金额": f"SELECT SUM(amount) / COUNT(*) {_PAID} AND aid_kind = '送温暖慰问'",
    "慰问节日": 2,
    "金秋助学": 0,
    "金秋助学金额": 0,
    "帮扶户数": f"SELECT COUNT(DISTINCT file_id) {_PAID}",
    "帮扶人数": f"SELECT COUNT(DISTINCT id_number) {_PAID}",
    "帮扶人次": f"SELECT COUNT(*) {_PAID}",
    "帮扶资金": f"SELECT SUM(amount) {_PAID}",
    "帮扶物资折价": f"SELECT TOTAL(amount) {_PAID} AND pay_mode = '实物'",
    "建档外帮扶人次": f"SELECT COUNT(*) {_PAID} AND file_id IS NULL",
    "帮扶资金到账": f"SELECT SUM(amount) FROM fund_income WHERE received_on {IN}",
}

_OPEN_BEFORE = {name: date(2010, 3, 1) for name in ("applied_on", "approved_on", "opened_on")}
_LATER = {name: date(2012, 3, 1) for name in ("applied_on", "approved_on", "opened_on", "national_system_on")}


def _file(_: object, **values: object) -> Record:
    return make_file(**({"national_system_on": date(2011, 2, 1), "entered_by": "王芳"} | values))


def _applied(_: object, day: date = date(2011, 3, 1)) -> Record:
    return make_file(applied_on=day, approved_on=None, opened_on=day)


def _closed(_: object, closed_on: date = date(2011, 6, 1)) -> Record:
    return make_file(status="退档(脱困)", closed_on=closed_on, close_reason="脱困", **_OPEN_BEFORE)


def _declined(_: object, applied_on: date = date(2011, 3, 1)) -> Record:
    return make_file(applied_on=applied_on, approved_on=None, opened_on=None, status="不予建档")


def _review(file: object, reviewed_on: date = date(2011, 6, 1)) -> Record:
    return keeping.save(REVIEWS, HardshipReview(file=file, reviewed_on=reviewed_on, reviewed_by="王芳"))


def _rich_batch(**values: Any) -> AidBatch:  # noqa: ANN401  # as what they are handed to takes them
    make_fund()
    return make_batch(status="已审批", approved_by="王芳", approved_on=date(2011, 1, 20), **values)


def _paid(
    batch: AidBatch, file: HardshipFile | None = None, *, paid_on: date = date(2011, 1, 25), **values: object
) -> AidPayment:
    told = {"status": "已发放", "paid_on": paid_on, "signed": True}
    return make_payment(batch, file, **(told | values))


def _visited_once() -> tuple[AidBatch, HardshipFile]:
    """Somebody was visited at the Spring Festival; a batch of National Day is ready for the same person."""
    _paid(_rich_batch(), file := make_file(**_OPEN_BEFORE))
    return _rich_batch(name="2011年国庆困难职工慰问", occasion="国庆", planned_on=date(2011, 9, 28)), file


def _visited_again(given: tuple[AidBatch, HardshipFile], paid_on: date = date(2011, 9, 28)) -> Record:
    return _paid(*given, paid_on=paid_on)


_SCHOOL: dict[str, Any] = {"aid_kind": "子女助学", "occasion": "金秋助学"}
_PAID_ON = {"paid_on": date(2011, 8, 20)}
CASES = (
    Case(
        _file,
        _LATER,
        {
            "在档困难职工": 1,
            "在档困难家庭": 1,
            "在档困难人口": 1,
            "录入全国系统": 1,
            "梯度帮扶对象": 1,
        },
    ),
    Case(
        lambda _, **values: make_file(**({"above_since": date(2011, 3, 1)} | values)),
        {"above_since": date(2012, 3, 1)},
        {"已解困": 1, "新解困": 1},
        same=("脱困退档",),
        edges=(YEAR.last,),
    ),
    Case(
        lambda _, **values: _closed(None, **values),
        {"closed_on": date(2012, 6, 1)},
        {"脱困退档": 1},
    ),
    Case(_file, {"national_system_on": date(2012, 3, 1)}, {"录入全国系统": 1}),
    Case(_applied, {"day": date(2012, 3, 1)}, {"申请困难建档": 1, "新建困难档案": 1}),
    Case(_file, _LATER, {"全国系统录入率": 500}, before=make_file),
    Case(_closed, {"closed_on": date(2012, 6, 1)}, {"退出困难档案": 1}),
    Case(_declined, {"applied_on": date(2010, 3, 1)}, {"不予困难建档": 1}),
    Case(_review, {"reviewed_on": date(2012, 6, 1)}, {"困难档案复核": 1}, before=make_file),
    Case(
        _visited_again,
        {"paid_on": date(2012, 1, 4)},
        {
            "困难慰问人次": 2,
            "发放慰问金人次": 2,
            "困难慰问金额": 1000_00,
            "困难慰问人均金额": 1000_00,
            "慰问节日": 2,
            "帮扶人次": 2,
            "帮扶资金": 1000_00,
        },
        before=_visited_once,
        same=("慰问企业", "困难慰问人数", "领取慰问金人数", "帮扶户数", "帮扶人数"),
    ),
    Case(
        _paid,
        {"paid_on": date(2012, 1, 4)},
        {
            "慰问企业": 1,
            "困难慰问人数": 1,
            "领取慰问金人数": 1,
            "帮扶户数": 1,
            "帮扶人数": 1,
            "建档外帮扶人次": 1,
            "困难慰问次均金额": 500_00,
        },
        before=_rich_batch,
    ),
    Case(
        lambda batch, **values: _paid(batch, pay_mode="实物", goods="大米", goods_count=2, **values),
        {"paid_on": date(2012, 1, 4)},
        {"困难慰问物资折价": 500_00, "帮扶物资折价": 500_00, "困难慰问人次": 1, "帮扶人数": 1},
        before=_rich_batch,
        same=("困难慰问金额", "帮扶资金", "领取慰问金人数", "发放慰问金人次"),
    ),
    Case(
        lambda _, **values: stored(
            new_payment(make_batch(**_SCHOOL), status="已发放", **(_PAID_ON | values))
        ),
        {"paid_on": date(2012, 1, 4)},
        {"金秋助学": 1, "金秋助学金额": 500_00, "帮扶人次": 1},
        same=("困难慰问人次",),
    ),
    Case(
        lambda _, **values: make_fund(300_00, **values),
        {"received_on": date(2012, 1, 1)},
        {"帮扶资金到账": 300_00},
    ),
)

test_sample, test_following, test_complete, test_explained = hold(hardship, SAMPLE, CASES)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("day", "still_open"), [(date(2011, 12, 31), 0), (date(2012, 1, 1), 1)])
def test_a_file_is_no_longer_open_on_the_day_it_is_closed(day: date, still_open: int) -> None:
    _closed(None, closed_on=day)
    told = [find_figure(label).number(YEAR) for label in ("在档困难职工", "退出困难档案")]
    assert told == [still_open, 1 - still_open]


AIDED = ("帮扶户数", "帮扶人数", "帮扶人次")


def _aided() -> list[int | None]:
    return [find_figure(label).number(YEAR) for label in AIDED]


@pytest.mark.usefixtures("office")
def test_a_wife_aided_outside_the_file_is_of_its_household() -> None:
    """一户一档: who lives with the file's holder is no second household (domain 3.5 and 3.10)."""
    file = make_file(**_OPEN_BEFORE)
    wife = make_kin(file, relation="配偶")
    batch = _rich_batch()
    _paid(batch, file)
    _paid(batch, name=wife.name, id_number=wife.id_number)
    assert _aided() == [1, 2, 2]


@pytest.mark.usefixtures("office")
def test_a_relative_who_lives_elsewhere_is_a_household_alone() -> None:
    file = make_file(**_OPEN_BEFORE)
    son = make_kin(file, relation="子", lives_together=False)
    batch = _rich_batch()
    _paid(batch, file)
    _paid(batch, name=son.name, id_number=son.id_number)
    assert _aided() == [2, 2, 2]


@pytest.mark.usefixtures("office")
def test_who_was_aided_before_the_file_and_after_it_is_one_household() -> None:
    number = resident_id()
    _paid(_rich_batch(), name="王芳", id_number=number, paid_on=date(2011, 1, 25))
    file = make_file(name="王芳", id_number=number, **dict.fromkeys(_OPEN_BEFORE, date(2011, 5, 4)))
    batch = _rich_batch(name="2011年国庆困难职工慰问", occasion="国庆", planned_on=date(2011, 9, 28))
    _paid(batch, file, paid_on=date(2011, 9, 28))
    assert _aided() == [1, 1, 2]


@pytest.mark.usefixtures("office")
def test_an_old_and_a_new_file_of_one_person_are_one_household() -> None:
    """Closed in March and opened anew in June of one year: one household in every figure of files."""
    closing = {"status": "退档(脱困)", "close_reason": "脱困"}
    old = make_file(**_OPEN_BEFORE)
    _paid(_rich_batch(), old)
    old.status, old.close_reason, old.closed_on = *closing.values(), date(2011, 3, 1)
    keeping.save(HARDSHIP, old)
    again = dict.fromkeys(_OPEN_BEFORE, date(2011, 6, 1))
    new = make_file(name=old.name, id_number=old.id_number, **again)
    batch = _rich_batch(name="2011年国庆困难职工慰问", occasion="国庆", planned_on=date(2011, 9, 28))
    _paid(batch, new, paid_on=date(2011, 9, 28))
    assert _aided() == [1, 1, 2]
    new.status, new.close_reason, new.closed_on = *closing.values(), date(2011, 11, 1)
    keeping.save(HARDSHIP, new)
    assert find_figure("退出困难档案").number(YEAR) == 1
    assert find_figure("申请困难建档").number(YEAR) == 1


@pytest.mark.usefixtures("office")
def test_a_wife_who_had_a_file_of_her_own_is_of_the_household_that_names_her_last() -> None:
    hers = make_file(sex="女", **_OPEN_BEFORE)
    _paid(_rich_batch(), hers)
    hers.status, hers.close_reason, hers.closed_on = "退档(其他)", "其他", date(2011, 3, 1)
    keeping.save(HARDSHIP, hers)
    his = make_file(**dict.fromkeys(_OPEN_BEFORE, date(2011, 6, 1)))
    make_kin(his, relation="配偶", name=hers.name, id_number=hers.id_number)
    batch = _rich_batch(name="2011年国庆困难职工慰问", occasion="国庆", planned_on=date(2011, 9, 28))
    _paid(batch, his, paid_on=date(2011, 9, 28))
    assert _aided() == [1, 2, 2]


@pytest.mark.usefixtures("office")
def test_a_grown_child_with_a_later_file_of_its_own_is_another_household() -> None:
    """The parents' closed file still names the son; his own names him last."""
    closed = {"status": "退档(脱困)", "close_reason": "脱困", "closed_on": date(2010, 9, 1)}
    parents = make_file(**_OPEN_BEFORE, **closed)
    son = make_kin(parents, relation="子")
    his = make_file(name=son.name, id_number=son.id_number, **dict.fromkeys(_OPEN_BEFORE, date(2010, 11, 1)))
    batch = _rich_batch()
    _paid(batch, his)
    _paid(batch, name=parents.name, id_number=parents.id_number)
    assert _aided() == [2, 2, 2]


@pytest.mark.usefixtures("office")
def test_a_corrected_number_of_the_file_makes_no_second_person() -> None:
    file = make_file(**_OPEN_BEFORE)
    _paid(_rich_batch(), file)
    file.id_number = resident_id(file.birth_date, file.sex)
    keeping.save(HARDSHIP, file)
    batch = _rich_batch(name="2011年国庆困难职工慰问", occasion="国庆", planned_on=date(2011, 9, 28))
    _paid(batch, file, paid_on=date(2011, 9, 28))
    assert _aided() == [1, 1, 2]


@pytest.mark.usefixtures("office")
def test_who_has_no_employer_adds_a_person_and_no_enterprise() -> None:
    _paid(_rich_batch(), employer="灵活就业")
    assert [find_figure(label).number(YEAR) for label in ("慰问企业", "困难慰问人数")] == [0, 1]


@pytest.mark.usefixtures("office")
def test_what_was_approved_and_not_paid_does_not_count() -> None:
    make_payment(_rich_batch(), status="已审批")
    assert [find_figure(label).number(YEAR) for label in ("困难慰问人次", "帮扶资金")] == [0, 0]


@pytest.mark.usefixtures("open_sample")
def test_explanations() -> None:
    assert explain(find_figure("慰问企业"), YEAR) == (
        "17 家 = 发放日期在2011年、状态为已发放、帮扶类别为送温暖慰问、写明工作单位的帮扶记录的工作单位数"
    )
    assert explain(find_figure("困难慰问人均金额"), YEAR) == (
        "506.38 元 = 困难慰问金额 23,800.00 ÷ 领取慰问金人数 47"
    )


@pytest.mark.usefixtures("open_sample")
def test_aid_by_kind_and_fund_keeps_events_and_persons_apart() -> None:
    persons, events = (cross.read(YEAR) for cross in (hardship.PERSONS_BY_FUND, hardship.AID_BY_FUND))
    funds = ["上级工会经费补助", "本级工会经费"]
    assert [persons.cell("送温暖慰问", fund) for fund in (*funds, None)] == [32, 24, 47]
    assert [events.cell("送温暖慰问", fund) for fund in (*funds, None)] == [32, 24, 56]


@pytest.mark.usefixtures("office")
def test_school_things_in_kind_are_no_school_money() -> None:
    """A child given 500.00, another a bag worth 80.00: two were aided, with 500.00 in cash (domain 3.7)."""
    batch = make_batch(**_SCHOOL)
    given: dict[str, Any] = {"status": "已发放", "paid_on": date(2011, 8, 20)}
    stored(new_payment(batch, amount=500_00, **given))
    stored(new_payment(batch, amount=80_00, pay_mode="实物", goods="书包", goods_count=1, **given))
    labels = ("金秋助学", "金秋助学金额", "帮扶资金", "帮扶物资折价")
    assert [find_figure(label).number(YEAR) for label in labels] == [2, 500_00, 500_00, 80_00]


@pytest.mark.usefixtures("office")
def test_money_is_shared_among_those_who_got_money() -> None:
    """500 yuan to one, rice to another: the one got 500, and nobody 250."""
    batch = _rich_batch()
    _paid(batch, make_file(**_OPEN_BEFORE))
    _paid(batch, make_file(**_OPEN_BEFORE), pay_mode="实物", goods="大米", goods_count=2)
    told = [hardship.visits_mean.number(YEAR), hardship.visits_mean_each.number(YEAR)]
    assert told == [500_00, 500_00]


def _without_number(payment: AidPayment) -> None:
    """Let a payment lack the number, as those of old lists do."""
    AidPayment.update(id_number=None).where(AidPayment.id == payment.id).execute()


@pytest.mark.usefixtures("office")
def test_namesakes_with_numbers_of_their_own_are_two_persons_and_two_households() -> None:
    """Two of one name at one firm: the number tells them apart (domain 0.3)."""
    batch = _rich_batch()
    _paid(batch, name="张伟")
    _paid(batch, name="张伟")
    assert _aided() == [2, 2, 2]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("employer", "aided"), [("浦江机电有限公司", [2, 2, 2]), (None, [1, 1, 2])])
def test_namesakes_without_numbers_are_told_apart_by_their_units(
    employer: str | None, aided: list[int]
) -> None:
    """Name and unit tell a person; one who is aided twice at one unit is one (domain 0.3)."""
    told: dict[str, Any] = {} if employer is None else {"employer": employer}
    _without_number(_paid(_rich_batch(), name="张伟"))
    batch = _rich_batch(name="2011年国庆困难职工慰问", occasion="国庆", planned_on=date(2011, 9, 28))
    _without_number(_paid(batch, name="张伟", paid_on=date(2011, 9, 28), **told))
    assert _aided() == aided


@pytest.mark.usefixtures("office")
def test_a_namesake_of_a_holder_and_of_a_son_at_home_is_a_household_alone() -> None:
    """Neither name leads to the file: the other two have its numbers."""
    file = make_file(**_OPEN_BEFORE, name="张伟")
    son = make_kin(file, relation="子", name="张小伟")
    batch = _rich_batch()
    _paid(batch, file)
    _paid(batch, name=son.name, id_number=son.id_number)
    _paid(batch, name="张伟")
    _paid(batch, name="张小伟")
    assert _aided() == [3, 4, 4]


@pytest.mark.usefixtures("office")
def test_a_third_of_two_holders_names_who_gave_no_number_is_guessed_to_be_neither() -> None:
    holders = [make_file(**_OPEN_BEFORE, name="张伟") for _ in range(2)]
    batch = _rich_batch()
    for file in holders:
        _paid(batch, file)
    _without_number(_paid(batch, name="张伟"))
    assert [*_aided(), find_figure("在档困难职工").number(YEAR)] == [3, 3, 3, 2]


@pytest.mark.usefixtures("office")
def test_who_left_the_household_before_is_one_alone() -> None:
    """Divorced in September 2010 and aided in 2011: two households, and one person in his."""
    file = make_file(**_OPEN_BEFORE)
    gone = {"lives_together": False, "left_on": date(2010, 9, 1)}
    wife = make_kin(file, relation="配偶", sex="女", **gone)
    batch = _rich_batch()
    _paid(batch, file)
    _paid(batch, name=wife.name, id_number=wife.id_number)
    assert [*_aided(), find_figure("在档困难人口").number(YEAR)] == [2, 2, 2, 1]


@pytest.mark.usefixtures("office")
def test_who_moved_into_a_household_with_an_older_file_is_of_it_from_then_on() -> None:
    """His own file of 2010 is closed, hers is of 2009: since 2012 they live in one household (domain 3.5)."""
    her_file = make_file(**dict.fromkeys(_OPEN_BEFORE, date(2009, 3, 1)))
    closed = {"status": "退档(脱困)", "close_reason": "脱困", "closed_on": date(2010, 9, 1)}
    his = make_file(**_OPEN_BEFORE, **closed)
    make_kin(her_file, relation="配偶", id_number=his.id_number, name=his.name, joined_on=date(2012, 5, 1))
    for number, aided in ((2011, [2, 2, 2]), (2013, [1, 2, 2])):
        planned = date(number, 2, 1)
        batch = _rich_batch(name=f"{number}年慰问", year=number, planned_on=planned)
        _paid(batch, her_file, paid_on=planned)
        _paid(batch, name=his.name, id_number=his.id_number, paid_on=planned)
        assert [find_figure(label).number(year(number)) for label in AIDED] == aided


@pytest.mark.usefixtures("office")
def test_two_households_that_became_one_were_two_before() -> None:
    """In 2012 they marry and her file is closed: at the end of 2011 there were two households of one each."""
    hers = make_file(**dict.fromkeys(_OPEN_BEFORE, date(2009, 3, 1)))
    his = make_file(**_OPEN_BEFORE)
    hers.status, hers.close_reason, hers.closed_on = "退档(其他)", "其他", date(2012, 6, 1)
    keeping.save(HARDSHIP, hers)
    make_kin(his, relation="配偶", id_number=hers.id_number, name=hers.name, joined_on=date(2012, 5, 1))
    homes, heads = find_figure("在档困难职工"), find_figure("在档困难人口")
    assert [(homes.number(year(number)), heads.number(year(number))) for number in (2011, 2012)] == [
        (2, 2),
        (1, 2),
    ]


@pytest.mark.usefixtures("office")
def test_whose_household_it_was_is_no_other_because_the_holder_applies_again() -> None:
    """Aided together in 2010; divorced, she has a file of 2012, and he applies again today: one household."""
    closed = {"status": "退档(脱困)", "close_reason": "脱困", "closed_on": date(2011, 5, 20)}
    his = make_file(**_OPEN_BEFORE, **closed)
    wife = make_kin(his, relation="配偶", lives_together=False, left_on=date(2011, 8, 1))
    make_file(name=wife.name, id_number=wife.id_number, **dict.fromkeys(_OPEN_BEFORE, date(2012, 1, 4)))
    day = date(2010, 4, 1)
    batch = _rich_batch(name="2010年春季慰问", year=2010, planned_on=day)
    for person in (his, wife):
        _paid(batch, name=person.name, id_number=person.id_number, paid_on=day)
    assert find_figure("帮扶户数").number(year(2010)) == 1
    advance(HARDSHIP, his, "重新申请")
    assert find_figure("帮扶户数").number(year(2010)) == 1


def test_low_incomes_and_the_watched_are_helped_beside_those_in_hardship(office: Office) -> None:
    for category in ("深度困难", "相对困难", "意外致困", "低收入", "低收入", "防困"):
        make_file(category=category)
    assert find_figure("梯度帮扶对象").number(YEAR) == 6
    assert find_figure("梯度帮扶对象·低收入").number(YEAR) == 2
    for label in ("在档困难职工", "在档困难家庭", "在档困难人口"):
        assert find_figure(label).number(YEAR) == 3
    assert [part.label for part in find_figure("在档困难职工").parts if "低收入" in part.label] == []


def test_who_fell_back_from_the_watched_was_watched_until_then(office: Office) -> None:
    file = make_file(category="防困")
    keeping.assign(file, {"category": "相对困难", "told_on": date(2012, 2, 1)})
    keeping.save(HARDSHIP, file)
    assert find_figure("在档困难职工").number(YEAR) == 0
    assert find_figure("在档困难职工").number(year(2012)) == 1
