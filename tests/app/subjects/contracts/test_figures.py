"""The figures of collective contracts and head counts (domain 6.5; F013 to F023)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from app.figures.wording import explain
from app.keeping import keeping
from app.office import Office
from app.records.base import Record
from app.records.profile import Profile
from app.registry import find_figure
from app.rules.periods import Period, half, year
from app.subjects.contracts import figures as contracts
from app.subjects.contracts.collective.records import CollectiveContract
from app.subjects.contracts.headcounts.records import LaborContractCount
from app.subjects.contracts.headcounts.register import HEADCOUNTS
from app.subjects.unions.enterprises.register import ENTERPRISES
from tests.factories.contracts import make_area, make_contract, make_count, new_contract, new_row
from tests.factories.people import make_enterprise
from tests.factories.unions import make_independent
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, stored, sums_hold
from tests.helpers.lives import entered_on
from tests.helpers.plain_sql import rows

IN_FORCE = """FROM collective_contract AS c WHERE c.deleted_at IS NULL AND c.effective_on <= '2011-12-31'
    AND c.start_on <= '2011-12-31' AND c.end_on >= '2011-12-31'
    AND (c.ended_on IS NULL OR c.ended_on > '2011-12-31')"""
COVERED = """FROM contract_coverage WHERE deleted_at IS NULL AND contract_id IN
    (SELECT c.id FROM collective_contract AS c WHERE c.status = '生效' AND c.kind = """
COUNTED = f"FROM labor_contract_count WHERE deleted_at IS NULL AND counted_on {IN}"
COVERABLE = f"""
    WITH most AS (
        SELECT enterprise_id AS unit, MAX(workers) AS covered {COVERED} '集体合同')
        GROUP BY COALESCE(enterprise_id, employer)
    )
    SELECT SUM(MAX(COALESCE(employee_count, 0), COALESCE(covered, 0)))
        + (SELECT COALESCE(SUM(covered), 0) FROM most WHERE unit IS NULL)
    FROM enterprise LEFT JOIN most ON unit = enterprise.id WHERE enterprise.deleted_at IS NULL
"""
"""All the workers of the units on the register, and of those that a contract covers beside them."""
SAMPLE: Expected = {
    "集体合同签约单位": 81,
    "非公签约单位": 81,
    "覆盖企业": 686,
    "覆盖职工": 10230,
    "非公覆盖企业": 686,  # no firm of the sample that a contract covers is public
    "非公覆盖职工": 10230,
    "覆盖女职工": f"SELECT SUM(women) {COVERED} '集体合同')",
    "工资专项签约单位": 23,
    "工资专项覆盖企业": f"SELECT COUNT(DISTINCT employer) {COVERED} '工资专项集体合同')",
    "工资专项覆盖职工": f"SELECT SUM(workers) {COVERED} '工资专项集体合同')",
    "女职工专项签约单位": f"SELECT COUNT(*) {IN_FORCE} AND c.kind LIKE '女职工%'",
    "女职工专项覆盖企业": f"SELECT COUNT(DISTINCT employer) {COVERED} '女职工权益保护专项集体合同')",
    "女职工专项覆盖女职工": f"SELECT SUM(women) {COVERED} '女职工权益保护专项集体合同')",
    "有效合同": f"SELECT COUNT(*) {IN_FORCE}",
    "签订合同": f"SELECT COUNT(*) FROM collective_contract WHERE signed_on {IN}",
    "续签合同": f"SELECT COUNT(renewed_from_id) FROM collective_contract WHERE signed_on {IN}",
    "到期合同": f"SELECT COUNT(*) FROM collective_contract WHERE effective_on <> '' AND end_on {IN}",
    "应签约单位": 985,  # all who signed are on the register
    "应签约独立工会": 111,
    "集体合同签约率": 82,  # 81 of 985
    "独立工会签约单位": 63,
    "独立工会签约率": 568,  # 63 of 111
    "应覆盖职工": COVERABLE,
    "集体合同覆盖率": f"SELECT CAST(ROUND(10230000.0 / ({COVERABLE})) AS INTEGER)",
    "签订劳动合同和劳务合同": 9415,
    "劳动合同人数": 6514,
    "劳务人数": 2901,
    "劳务合同人数": f"SELECT SUM(service_contracts) {COUNTED}",
    "劳务协议人数": f"SELECT SUM(service_agreements) {COUNTED}",
    "未签合同人数": f"SELECT SUM(unsigned) {COUNTED}",
    "劳动合同统计单位": f"SELECT COUNT(DISTINCT employer) {COUNTED}",
}

EARLIER = {
    "congress_on": date(2010, 3, 1),
    "signed_on": date(2010, 3, 8),
    "filed_on": date(2010, 3, 15),
    "effective_on": date(2010, 3, 28),
    "start_on": date(2010, 4, 1),
    "end_on": date(2013, 3, 31),
}
EXPIRED = EARLIER | {"end_on": date(2011, 3, 31), "status": "到期"}
ENDED = {"status": "终止", "ended_on": date(2011, 9, 1), "end_reason": "单位注销"}
FILED = {"status": "已报送", "effective_on": None, "review_result": None}


def _of(**given: object) -> Callable[..., Record]:
    def make(base: object, **values: object) -> CollectiveContract:
        return make_contract(**(given | values))

    return make


def _renewal(former: CollectiveContract, **values: object) -> CollectiveContract:
    return make_contract(**({"renewed_from": former, "employer": former.employer} | values))


def _as_told(former: CollectiveContract | None, **values: object) -> CollectiveContract:
    """Keep a contract whose days need not follow each other, of whatever came before it."""
    return stored(new_contract(renewed_from=former, **values))


def _count(_: object, **values: object) -> LaborContractCount:
    return make_count(**({"unsigned": 5} | values))


def _beside_four_hundred() -> None:
    """Register a firm of 400 that nobody covers: of 520 workers, those covered among them, 120 are 23.1 %."""
    make_enterprise(employee_count=400)


PRIVATE = {"非公签约单位": 1, "非公覆盖企业": 1, "非公覆盖职工": 120}
GENERAL = {"集体合同签约单位": 1, "覆盖企业": 1, "覆盖职工": 120, "覆盖女职工": 50} | PRIVATE
WAGE = {"工资专项签约单位": 1, "工资专项覆盖企业": 1, "工资专项覆盖职工": 120}
WOMEN = {"女职工专项签约单位": 1, "女职工专项覆盖企业": 1, "女职工专项覆盖女职工": 50}
YEARLONG = {"kind": "工资专项集体合同", "end_on": date(2012, 3, 31)}
CASES = (
    Case(_of(), EXPIRED, GENERAL | {"有效合同": 1, "独立工会签约单位": 1}),
    Case(_of(), ENDED, GENERAL | {"有效合同": 1}),
    Case(_of(), FILED, GENERAL | {"有效合同": 1}),
    Case(_of(), YEARLONG, GENERAL),
    Case(
        _of(employer="国营一厂"),
        ENDED,
        {"集体合同签约单位": 1, "覆盖企业": 1, "覆盖职工": 120},
        before=lambda: make_enterprise(name="国营一厂", ownership_kind="国有企业"),
        same=tuple(PRIVATE),
    ),
    Case(_of(**YEARLONG), ENDED, WAGE, same=("集体合同签约单位", "覆盖企业")),
    Case(_of(kind="女职工权益保护专项集体合同"), ENDED, WOMEN),
    Case(_of(), {"signer_type": "小区工会"}, {"独立工会签约单位": 1}),
    Case(_of(), EARLIER, {"签订合同": 1}),
    Case(_of(**EXPIRED), {"end_on": date(2012, 3, 31)}, {"到期合同": 1}),
    Case(_as_told, {"signed_on": date(2010, 3, 8)}, {"签订合同": 1}),
    Case(
        _as_told,
        {"signed_on": date(2010, 3, 8)},
        {"续签合同": 1, "签订合同": 1},
        before=lambda: make_contract(**EXPIRED),
    ),
    Case(_renewal, {"renewed_from": None}, {"续签合同": 1}, before=lambda: make_contract(**EXPIRED)),
    Case(
        _of(),
        ENDED,
        # the firm signs without a registered union, so that three could have signed
        {"集体合同签约率": 333, "独立工会签约率": 333, "应签约单位": 3, "应签约独立工会": 3},
        before=lambda: [make_independent(), make_independent()],
    ),
    Case(_of(), ENDED, {"集体合同覆盖率": 231, "应覆盖职工": 520}, before=_beside_four_hundred),
    Case(
        _count,
        {"counted_on": date(2012, 1, 31)},
        {
            "签订劳动合同和劳务合同": 95,
            "劳动合同人数": 80,
            "劳务人数": 15,
            "劳务合同人数": 12,
            "劳务协议人数": 3,
            "未签合同人数": 5,
            "劳动合同统计单位": 1,
        },
    ),
)

test_sample, test_following, test_complete, test_explained = hold(contracts, SAMPLE, CASES)


@pytest.mark.usefixtures("open_sample")
def test_eighty_one_units_are_eighteen_compounds_and_sixty_three_independent_ones() -> None:
    parts = {part.label: part.number(YEAR) for part in find_figure("集体合同签约单位").parts}
    assert (parts["集体合同签约单位·小区工会"], parts["集体合同签约单位·独立工会"]) == (18, 63)


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize(("label", "percent"), [("覆盖企业", 10), ("覆盖职工", 11)])
def test_coverage_grew_by_ten_and_eleven_percent(label: str, percent: int) -> None:
    now, before = find_figure(label).number(YEAR), find_figure(label).number(YEAR.year_before)
    assert now is not None
    assert before
    grown = Decimal(100) * (now - before) / before
    assert grown.quantize(Decimal(1), ROUND_HALF_UP) == percent


def test_an_enterprise_under_two_contracts_counts_once_with_most_of_its_workers(office: Office) -> None:
    make_area(("第一商店", 30), ("第二商店", 20))
    make_contract(employer="第一商店", covered_workers=40, covered_women=15)
    assert (find_figure("覆盖企业").number(YEAR), find_figure("覆盖职工").number(YEAR)) == (2, 60)


@pytest.mark.parametrize(
    ("name", "day", "counts"),
    [
        ("start_on", date(2011, 12, 31), True),
        ("start_on", date(2012, 1, 1), False),
        ("effective_on", date(2011, 12, 31), True),
        ("effective_on", date(2012, 1, 1), False),
        ("end_on", date(2011, 12, 31), True),
        ("end_on", date(2011, 12, 30), False),
        ("ended_on", date(2012, 1, 1), True),
        ("ended_on", date(2011, 12, 31), False),
    ],
)
def test_a_contract_is_in_force_from_its_first_day_to_its_last(
    office: Office, name: str, day: date, counts: bool
) -> None:
    for kind in ("集体合同", "工资专项集体合同", "女职工权益保护专项集体合同"):
        contract = stored(new_contract(kind=kind, **{name: day}))
        stored(new_row(contract, contract.employer))
    labels = ("集体合同签约单位", "覆盖企业", "工资专项签约单位", "女职工专项签约单位")
    assert [find_figure(label).number(YEAR) for label in labels] == [counts] * len(labels)
    assert find_figure("有效合同").number(YEAR) == 3 * counts


def test_a_contract_ended_in_september_was_in_force_in_the_first_half(office: Office) -> None:
    make_contract(**ENDED)
    assert [find_figure("有效合同").number(period) for period in (half(2011, 1), YEAR)] == [1, 0]


def test_a_public_unit_has_signed_but_is_not_a_private_one(office: Office) -> None:
    owners = (("国有企业", None), ("国有企业", True), ("私营企业", False), ("私营企业", None))
    for number, (ownership, private) in enumerate(owners):
        unit = make_enterprise(name=f"第{number}厂", ownership_kind=ownership, is_non_public=private)
        make_contract(employer=unit.name)
    assert (find_figure("集体合同签约单位").number(YEAR), find_figure("非公签约单位").number(YEAR)) == (4, 2)
    assert [part.number(YEAR) for part in find_figure("非公签约单位").parts if part.number(YEAR)] == [2]


@pytest.mark.usefixtures("office")
def test_a_firm_that_was_privatised_since_belonged_to_the_state_until_then() -> None:
    """It is of the state in 2011 and private from May 2013 on: no private firm of 2011 is invented."""
    state = {"ownership_kind": "国有企业", "is_non_public": False, "told_on": date(2010, 1, 1)}
    unit = entered_on(make_enterprise(name="国棉厂", **state), date(2010, 1, 1))
    make_contract(employer="国棉厂")
    unit.ownership_kind, unit.is_non_public, unit.told_on = "私营企业", True, date(2013, 5, 1)
    keeping.save(ENTERPRISES, unit)
    counted = {label: [find_figure(label).number(year(at)) for at in (2011, 2013)] for label in PRIVATE}
    assert counted == {"非公签约单位": [0, 1], "非公覆盖企业": [0, 1], "非公覆盖职工": [0, 120]}


def test_the_last_count_of_each_unit_counts(office: Office) -> None:
    for unit, day, persons in (
        ("甲厂", (2010, 11, 30), 50),
        ("甲厂", (2011, 6, 30), 60),
        ("乙厂", (2010, 11, 30), 7),
    ):
        make_count(employer=unit, counted_on=date(*day), labor_contracts=persons)
    contracts_of = find_figure("劳动合同人数")
    assert [contracts_of.number(period) for period in (year(2009), year(2010), YEAR)] == [0, 57, 67]


def test_without_its_last_count_the_one_before_counts(office: Office) -> None:
    unit = make_enterprise(name="甲厂")
    make_count(employer=unit.name, counted_on=date(2011, 6, 30), labor_contracts=50)
    last = make_count(employer=unit.name, labor_contracts=60)
    keeping.to_bin(HEADCOUNTS, [last.id])
    assert (find_figure("劳动合同人数").number(YEAR), find_figure("劳动合同统计单位").number(YEAR)) == (50, 1)


@pytest.mark.parametrize(
    ("label", "query"),
    [
        ("有效合同", f"SELECT kind, COUNT(*) {IN_FORCE} GROUP BY 1"),
        ("签订合同", f"SELECT kind, COUNT(*) FROM collective_contract WHERE signed_on {IN} GROUP BY 1"),
    ],
)
def test_they_are_parted_as_plain_sql_parts_them(open_sample: Path, label: str, query: str) -> None:
    parts = {part.label.partition("·")[2]: part.number(YEAR) for part in find_figure(label).parts}
    assert {name: number for name, number in parts.items() if number} == dict(rows(open_sample, query))


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize("period", [year(2010), YEAR], ids=str)
def test_the_parts_add_up(period: Period) -> None:
    sums_hold(contracts, period)


def test_a_unit_with_two_kinds_of_signer_is_told_where_the_parts_are_added(office: Office) -> None:
    for signer in ("独立工会", "小区工会"):
        make_contract(employer="甲厂", signer_type=signer)
    sentence = contracts.SUMS[0].disagreement(YEAR)
    assert sentence == "集体合同签约单位 1 ≠ 集体合同签约单位·独立工会 1 + 集体合同签约单位·小区工会 1 = 2"


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        (
            "集体合同签约单位",
            "81 个 = 2011年12月31日有效、合同种类为集体合同的集体合同的签约单位数；同一单位只计一次",
        ),
        (
            "集体合同签约率",
            "8.2% = 集体合同签约单位 81 ÷ 应签约单位 985；以全部基层工会和工会没有登记的签约单位为基数",
        ),
        ("劳动合同人数", "6,514 人 = 截至2011年12月31日各单位最近一次有效的劳动合同人数的劳动合同人数合计"),
    ],
)
def test_they_say_what_they_are(label: str, sentence: str) -> None:
    assert explain(find_figure(label), YEAR) == sentence


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("counted", "years", "stands"),
    [
        (date(2009, 12, 31), 2, True),
        (date(2009, 12, 30), 2, False),
        (date(2010, 12, 30), 1, False),
        (date(2008, 12, 31), 3, True),
    ],
)
def test_a_head_count_lapses_after_the_years_that_are_set(counted: date, years: int, stands: bool) -> None:
    """Two by default: of a firm that nobody counted since, nobody knows who works there."""
    Profile.update(count_years=years).execute()
    make_count(counted_on=counted)
    assert find_figure("劳动合同统计单位").number(YEAR) == int(stands)
    assert find_figure("签订劳动合同和劳务合同").number(YEAR) == (95 if stands else 0)


@pytest.mark.usefixtures("office")
def test_nobody_is_employed_by_a_firm_that_closed() -> None:
    unit = make_enterprise(name="甲厂", business_status="注销", closed_on=date(2011, 6, 1))
    make_count(employer=unit.name, counted_on=date(2010, 12, 31))
    assert [find_figure("签订劳动合同和劳务合同").number(year(at)) for at in (2010, 2011)] == [95, 0]


@pytest.mark.usefixtures("office")
def test_the_firms_that_are_covered_belong_to_those_who_could_be() -> None:
    """100 on the register and 900 covered elsewhere are 90 % of 1,000, and not 900 % of 100."""
    make_enterprise(name="甲厂", employee_count=100)
    make_contract(employer="乙厂", covered_workers=900, covered_women=0)
    assert find_figure("集体合同覆盖率").number(YEAR) == 900


@pytest.mark.usefixtures("office")
def test_a_firm_on_the_register_counts_with_the_larger_number_of_its_workers() -> None:
    """120 covered of a firm that is down with 100: all of them, and no more than all."""
    make_enterprise(name="甲厂", employee_count=100)
    make_contract(employer="甲厂", covered_workers=120, covered_women=0)
    assert [find_figure(label).number(YEAR) for label in ("应覆盖职工", "集体合同覆盖率")] == [120, 1000]


@pytest.mark.usefixtures("office")
def test_the_covered_firms_of_last_year_belong_into_last_years_share() -> None:
    """2010: 300 of 300 + 100; 2011, when that contract is over: 900 of 900 + 100."""
    make_enterprise(name="甲厂", employee_count=100)
    stored(new_contract(employer="丙厂", covered_workers=300, **EXPIRED))
    stored(new_contract(employer="乙厂", covered_workers=900))
    for contract, workers in (("丙厂", 300), ("乙厂", 900)):
        stored(new_row(CollectiveContract.get(CollectiveContract.employer == contract), contract, workers))
    assert [find_figure("集体合同覆盖率").number(year(at)) for at in (2010, 2011)] == [750, 900]


@pytest.mark.usefixtures("office")
def test_a_firm_of_the_state_is_covered_but_no_private_one() -> None:
    make_enterprise(name="甲厂", ownership_kind="国有企业", is_non_public=False, employee_count=90)
    make_area(("甲厂", 50), ("乙厂", 30))
    told = {"覆盖企业": 2, "覆盖职工": 80, "非公覆盖企业": 1, "非公覆盖职工": 30}
    assert {label: find_figure(label).number(YEAR) for label in told} == told


@pytest.mark.usefixtures("office")
def test_who_signs_belongs_to_those_who_could() -> None:
    """Five firms sign, one of them has a registered union, and another union signs nothing: 5 of 6."""
    unit = make_enterprise(name="甲厂")
    make_independent(unit)
    make_independent()
    for name in ("甲厂", "乙厂", "丙厂", "丁厂", "戊厂"):
        make_contract(employer=name)
    rates = [find_figure(label).number(YEAR) for label in ("集体合同签约率", "独立工会签约率")]
    assert rates == [833, 833]
