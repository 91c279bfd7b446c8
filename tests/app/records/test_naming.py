"""Rows that name a unit are linked to it from the day it is known, and stay so (domain 0.3, 2.3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playhouse.test_utils import count_queries

from app.exchange import undo
from app.exchange.cells import OnDuplicate
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.figures.reading import read
from app.keeping import history, keeping
from app.keeping.lookup import suggestions
from app.office import Office
from app.records import naming, relinking
from app.records.base import Record, change, database
from app.records.called import called
from app.records.naming import NamedLink
from app.register import Register, register_of
from app.registry import RECORDS, find_figure
from app.rules.periods import year
from app.subjects.activities.contests.register import PARTICIPANTS
from app.subjects.activities.figures import units as activity_units
from app.subjects.activities.records import ActivityParticipant, ActivityTeam
from app.subjects.contracts.collective.records import CollectiveContract, ContractCoverage
from app.subjects.contracts.collective.register import CONTRACTS
from app.subjects.contracts.figures import counted_units, covered, signed_workers, signers, workers
from app.subjects.contracts.headcounts.records import LaborContractCount
from app.subjects.contracts.headcounts.register import HEADCOUNTS
from app.subjects.disputes.cases.records import DisputeParty
from app.subjects.disputes.supervision.records import SupervisionLetter
from app.subjects.employment.fairs.records import FairEmployer
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.insurance.records import MutualEnrolment, MutualGroup
from app.subjects.members.records import EarlierMember, Member
from app.subjects.members.register import MEMBERS
from app.subjects.office.company_visits.records import CompanyVisit
from app.subjects.office.honours.records import Honour
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.enterprises.register import ENTERPRISES
from app.subjects.unions.figures import covered_units
from app.subjects.unions.grassroots.records import CoveredUnit, GrassrootsUnion
from app.subjects.unions.grassroots.register import UNIONS
from app.subjects.unions.surveys.records import SurveyItem
from tests.factories.activities import make_activity, make_participant, make_team
from tests.factories.contracts import make_area, make_contract, make_count
from tests.factories.disputes import make_case, make_letter, make_party
from tests.factories.employment import make_employer, make_fair
from tests.factories.insurance import make_enrolment, make_group
from tests.factories.paperwork import make_company_visit, make_honour
from tests.factories.people import make_enterprise, make_file, make_member
from tests.factories.unions import make_covered, make_item, make_survey, make_union
from tests.helpers.lives import entered_on
from tests.helpers.problems import blocked, warned

FIRM = "上海天成（闵行）科技有限公司"
VARIANTS = ("上海天成(闵行)科技有限公司", "上海天成 (闵行) 科技有限公司", "上海天成闵行科技有限责任公司")
_FORMER_EMPLOYER: Any = EarlierMember.described()["enterprise"]
ROWS: dict[NamedLink, Callable[[str], Record]] = {
    Member.enterprise: lambda name: make_member(employer=name),
    _FORMER_EMPLOYER: lambda name: _moved_on(make_member(employer=name)),
    HardshipFile.enterprise: lambda name: make_file(employer=name),
    MutualGroup.enterprise: lambda name: make_group(unit_name=name),
    MutualEnrolment.enterprise: lambda name: make_enrolment(employer=name),
    CollectiveContract.enterprise: lambda name: make_contract(employer=name),
    ContractCoverage.enterprise: lambda name: _row(make_area((name, 10))),
    LaborContractCount.enterprise: lambda name: make_count(employer=name),
    FairEmployer.enterprise: lambda name: make_employer(make_fair(), name=name),
    DisputeParty.enterprise: lambda name: make_party(make_case(), role="第三人", kind="单位", name=name),
    CoveredUnit.enterprise: lambda name: make_covered(make_union(), unit_name=name),
    SurveyItem.enterprise: lambda name: make_item(make_survey(), unit_name=name),
    CompanyVisit.enterprise: lambda name: make_company_visit(unit_name=name),
    Honour.enterprise: lambda name: make_honour(recipient_kind="单位", recipient=name),
    SupervisionLetter.enterprise: lambda name: make_letter(unit_name=name),
    ActivityTeam.enterprise: lambda name: make_team(make_activity(), unit_name=name),
}


def _row(contract: CollectiveContract) -> ContractCoverage:
    found: ContractCoverage = ContractCoverage.get(ContractCoverage.contract == contract)
    return found


def _moved_on(member: Member) -> Record:
    """Let a member work elsewhere from now on; return what she said before."""
    entered_on(member, date(2011, 3, 8))
    member = Member.get_by_id(member.id)
    keeping.assign(member, {"employer": "上海浦江电器厂"})
    keeping.save(MEMBERS, member)
    found: Record = EarlierMember.get()
    return found


def _unit(row: Record) -> Any:  # noqa: ANN401  # of whatever kind the row's unit is
    """Return the enterprise a row is linked to in the file."""
    kept: Any = type(row).get_by_id(row.id)
    return kept.enterprise


def _rename(unit: Enterprise, name: str, **values: object) -> Enterprise:
    unit = Enterprise.get_by_id(unit.id)
    keeping.assign(unit, {"name": name, **values})
    return keeping.save(ENTERPRISES, unit)


def _save_again(row: Record) -> None:
    register = register_of(type(row))
    assert register is not None
    keeping.save(register, type(row).get_by_id(row.id))


def test_every_row_with_a_name_and_a_link_beside_it_is_tried_here() -> None:
    links = {link for model in RECORDS for link in naming.links_of(model)}
    assert links - {CollectiveContract.union, Honour.union} == set(ROWS)


_EACH = pytest.mark.parametrize("link", ROWS, ids=lambda link: link.model.__name__)


@_EACH
def test_rows_are_linked_to_an_enterprise_that_is_registered_after_them(
    office: Office, link: NamedLink
) -> None:
    row = ROWS[link](VARIANTS[0])
    assert _unit(row) is None
    unit = make_enterprise(name=FIRM)
    assert _unit(row) == unit


@_EACH
def test_a_row_is_linked_when_it_is_entered_after_the_enterprise(office: Office, link: NamedLink) -> None:
    unit = make_enterprise(name=FIRM)
    assert _unit(ROWS[link](VARIANTS[1])) == unit


@_EACH
def test_renaming_the_enterprise_and_saving_the_row_keep_the_link(office: Office, link: NamedLink) -> None:
    unit, row = make_enterprise(name=FIRM), ROWS[link](FIRM)
    _rename(unit, "浦江机电有限公司")
    assert _unit(row) == unit
    _save_again(row)
    assert _unit(row) == unit


@_EACH
def test_a_row_follows_its_enterprise_into_the_bin_and_back(office: Office, link: NamedLink) -> None:
    unit, row = make_enterprise(name=FIRM), ROWS[link](FIRM)
    keeping.to_bin(ENTERPRISES, [unit.id])
    assert type(row).select(link).where(type(row).id == row.id).tuples().first() == (None,)
    keeping.restore(ENTERPRISES, [unit.id])
    assert _unit(row) == unit


@pytest.mark.parametrize("written", VARIANTS)
def test_brackets_blanks_and_the_legal_form_do_not_matter(office: Office, written: str) -> None:
    row = make_count(employer=written)
    assert _unit(row) is None
    unit = make_enterprise(name=FIRM)
    assert _unit(row) == unit


def test_a_short_name_given_later_links_the_rows_that_use_it(office: Office) -> None:
    row, unit = make_count(employer="天成科技"), make_enterprise(name=FIRM)
    assert _unit(row) is None
    _rename(unit, FIRM, short_name="天成、天成科技")
    assert _unit(row) == unit


def test_the_name_before_becomes_a_former_name(office: Office) -> None:
    unit = make_enterprise(name=FIRM, short_name="天成科技")
    renamed = _rename(unit, "浦江机电有限公司")
    assert renamed.short_name == f"天成科技、{FIRM}"
    assert _unit(make_count(employer=VARIANTS[0])) == unit
    assert _unit(make_count(employer="浦江机电有限公司", counted_on=date(2010, 12, 31))) == unit


def test_a_name_written_better_is_no_former_name(office: Office) -> None:
    assert _rename(make_enterprise(name="天成 有限公司"), "天成有限公司").short_name is None


def test_renaming_is_undone_without_a_trace_and_without_losing_a_row(office: Office) -> None:
    unit = make_enterprise(name=FIRM)
    row = make_count(employer=FIRM)
    renamed = _rename(unit, "浦江机电有限公司")
    later = make_count(employer="浦江机电有限公司", counted_on=date(2010, 12, 31))
    history.put_back(ENTERPRISES, renamed, history.of(renamed)[0])
    back = Enterprise.get_by_id(unit.id)
    assert (back.name, back.short_name) == (FIRM, None)
    assert _unit(row) == unit == _unit(later)
    _save_again(later)
    assert _unit(later) == unit


def test_a_name_taken_from_an_enterprise_leads_to_the_only_other_that_bears_it(office: Office) -> None:
    wrong = make_enterprise(name=FIRM, short_name="天成")
    row = make_count(employer="天成")
    right = make_enterprise(name="天成食品厂")
    _rename(wrong, FIRM, short_name=None)
    assert _unit(row) == wrong  # nothing says who else it could be
    _rename(right, right.name, short_name="天成")
    assert _unit(row) == right


def test_a_row_whose_text_names_another_unit_is_linked_to_that(office: Office) -> None:
    make_enterprise(name=FIRM)
    other, row = make_enterprise(name="浦江机电有限公司"), make_count(employer=FIRM)
    row.employer = other.name
    keeping.save(HEADCOUNTS, row)
    assert _unit(row) == other
    row.employer = "无人知道的厂"
    keeping.save(HEADCOUNTS, row)
    assert _unit(row) is None


def test_a_name_of_two_is_asked_and_never_guessed(office: Office) -> None:
    one, two = make_enterprise(name=FIRM, short_name="天成"), make_enterprise(name="天成", block="东兰")
    row = make_count(employer="天 成")
    assert _unit(row) is None
    told = warned(HEADCOUNTS, row)["employer"]
    assert one.name in told
    assert f"“{two.name}”" in told


def test_a_name_of_two_is_asked_where_rows_have_no_link(office: Office) -> None:
    make_enterprise(name=FIRM, short_name="天成")
    make_enterprise(name="天成食品厂", short_name="天成")
    guest = make_participant(make_activity(), employer="天成")
    assert "“天成食品厂”" in warned(PARTICIPANTS, guest)["employer"]


def test_the_names_of_many_rows_are_looked_for_once_each(office: Office) -> None:
    make_enterprise(name=FIRM, short_name="天成")
    make_enterprise(name="天成食品厂", short_name="天成")
    guests = [ActivityParticipant(employer=name) for name in ("天成", "浦江厂", "天成", None, "浦江厂")]
    with count_queries() as asked:
        told = naming.doubts(guests)
    assert [len(problems) for problems in told] == [1, 0, 1, 0, 0]
    with count_queries() as asked_alone:
        naming.doubts(guests[:2])
    assert asked.count == asked_alone.count


def test_of_two_the_one_that_was_chosen_stays_until_the_text_says_another(office: Office) -> None:
    one, two = (
        make_enterprise(name=FIRM, short_name="天成"),
        make_enterprise(name="天成食品厂", short_name="天成"),
    )
    row = make_count(employer="天成")
    keeping.assign(row, {"enterprise": two})
    assert warned(HEADCOUNTS, row).get("employer") is None
    keeping.save(HEADCOUNTS, row)
    _save_again(row)
    assert _unit(row) == two
    row = LaborContractCount.get_by_id(row.id)
    row.employer = FIRM
    assert _unit(keeping.save(HEADCOUNTS, row)) == one


def test_a_unit_may_be_chosen_under_a_name_that_nobody_registered(office: Office) -> None:
    unit = make_enterprise(name=FIRM)
    row = make_count(employer="天成二分店", enterprise=unit)
    _save_again(row)
    assert _unit(row) == unit
    keeping.to_bin(ENTERPRISES, [unit.id])
    keeping.restore(ENTERPRISES, [unit.id])
    assert _unit(row) == unit


def test_whoever_writes_a_name_of_two_is_offered_the_full_names_of_both(office: Office) -> None:
    make_enterprise(name=FIRM, short_name="天成")
    make_enterprise(name="浦江机电有限公司", short_name="天成")
    offered = suggestions(LaborContractCount.employer, "天成")
    assert set(offered) == {FIRM, "浦江机电有限公司"}


def test_what_is_linked_stays_linked_when_another_takes_the_name(office: Office) -> None:
    unit, row = make_enterprise(name="天成厂"), make_count(employer="天成厂")
    _rename(unit, "浦江机电有限公司")
    make_enterprise(name="天成 厂")
    _save_again(row)
    assert _unit(row) == unit
    assert warned(HEADCOUNTS, LaborContractCount.get_by_id(row.id)) == {}
    assert _unit(make_count(employer="天成厂", counted_on=date(2010, 12, 31))) is None


def test_of_two_names_alike_the_one_written_exactly_is_meant(office: Office) -> None:
    make_enterprise(name="天成科技有限责任公司")
    unit = make_enterprise(name="天成科技有限公司")
    assert _unit(make_count(employer="天成科技有限公司")) == unit


def test_a_person_called_like_a_firm_is_not_the_firm(office: Office) -> None:
    make_enterprise(name="王芳")
    person = make_party(make_case(), role="第三人", kind="个人", name="王芳")
    assert _unit(person) is None


def test_a_unit_that_was_chosen_under_another_name_stays(office: Office) -> None:
    unit, other = make_enterprise(name=FIRM), make_enterprise(name="浦江机电有限公司")
    row = make_covered(make_union(), enterprise=unit, unit_name="天成二分店")
    _rename(other, other.name, short_name="天成二分店")
    assert _unit(row) == unit
    keeping.to_bin(ENTERPRISES, [unit.id])
    keeping.restore(ENTERPRISES, [unit.id])
    assert _unit(row) in (unit, other)


def test_a_contract_is_linked_to_its_union_under_the_same_rules(office: Office) -> None:
    contract = make_contract(union_name="东兰大厦工会")
    union = make_union(name="东兰大厦工会委员会")
    assert CollectiveContract.get_by_id(contract.id).union == union
    union = GrassrootsUnion.get_by_id(union.id)
    union.name = "浦江大厦联合工会"
    keeping.save(UNIONS, union)
    keeping.save(CONTRACTS, CollectiveContract.get_by_id(contract.id))
    assert CollectiveContract.get_by_id(contract.id).union == union


def test_the_history_tells_of_the_link_and_an_open_form_can_still_be_kept(office: Office) -> None:
    row = make_count(employer=FIRM)
    opened = LaborContractCount.get_by_id(row.id)
    make_enterprise(name=FIRM)
    assert history.of(row)[0].items == (("所属企业", "", FIRM),)
    opened.remark = "已核对"
    keeping.save(HEADCOUNTS, opened)
    assert _unit(row).name == FIRM


def _take_in(register: Register, *rows: list[str], on_duplicate: OnDuplicate = "skip") -> ImportSession:
    from app.exchange.cells import Options

    session = ImportSession.of(register, Sheet("名单", list(rows)), Options(on_duplicate))
    session.import_rows()
    assert session.done, session.problems
    return session


HEADING = ["单位名称", "所有制类型", "联系人", "职工人数"]


def test_enterprises_that_are_imported_take_over_the_rows_that_name_them(office: Office) -> None:
    row = make_count(employer=FIRM)
    done = _take_in(ENTERPRISES, HEADING, [VARIANTS[0], "私营企业", "王芳", "20"])
    assert _unit(row) == Enterprise.get()
    assert done.import_id is not None
    undo.undo(done.import_id)
    assert LaborContractCount.get_by_id(row.id).enterprise is None
    assert Enterprise.alive().count() == 0


def test_undoing_the_import_of_an_enterprise_leaves_no_unit_behind_that_may_be_chosen(office: Office) -> None:
    row = make_covered(make_union(), unit_name=FIRM)
    done = _take_in(ENTERPRISES, HEADING, [FIRM, "私营企业", "王芳", "20"])
    assert _unit(row) == Enterprise.get()
    assert done.import_id is not None
    told = undo.undo(done.import_id)
    assert (told.binned, told.remaining) == (1, [])
    assert CoveredUnit.get_by_id(row.id).enterprise is None


def test_rows_that_are_imported_find_an_enterprise_renamed_by_the_same_workbook(office: Office) -> None:
    unit, row = make_enterprise(name="天成厂", uscc="91310000607378000T"), make_count(employer="天成厂")
    heading = ["单位名称", "统一社会信用代码"]
    _take_in(ENTERPRISES, heading, [FIRM, "91310000607378000T"], on_duplicate="update")
    assert (Enterprise.get().name, Enterprise.get().short_name) == (FIRM, "天成厂")
    assert _unit(row) == unit


def test_a_file_of_an_earlier_version_can_be_linked_as_a_whole(office: Office) -> None:
    unit, row = make_enterprise(name=FIRM), make_count(employer=VARIANTS[0])
    LaborContractCount.update(enterprise=None).execute()
    with change():
        relinking.relink_all(Enterprise)
    assert _unit(row) == unit


def test_a_firm_is_relinked_with_few_statements_however_many_rows_name_it(office: Office) -> None:
    database.execute_sql(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
        INSERT INTO labor_contract_count (version, created_at, updated_at, employer, counted_on,
            labor_contracts, service_contracts, service_agreements, unsigned)
        SELECT 1, '2011-01-01', '2011-01-01', CASE WHEN i % 5 THEN '第' || i || '厂' ELSE ? END,
            '2010-12-31', 1, 0, 0, 0 FROM n
        """,
        (VARIANTS[0],),
    )
    with count_queries() as counted:
        make_enterprise(name=FIRM)
    assert counted.count < 60
    linked = LaborContractCount.select().where(LaborContractCount.enterprise.is_null(False))
    assert linked.count() == 1000


def test_a_union_is_known_by_its_former_name_and_a_short_one(office: Office) -> None:
    union = make_union(name="东兰大厦联合工会", former_names="东兰工会")
    short = make_contract(union_name="东兰工会")
    union = GrassrootsUnion.get_by_id(union.id)
    union.name = "浦江大厦联合工会"
    keeping.save(UNIONS, union)
    assert GrassrootsUnion.get_by_id(union.id).former_names == "东兰工会、东兰大厦联合工会"
    former = make_contract(union_name="东兰大厦联合工会委员会")
    assert {CollectiveContract.get_by_id(contract.id).union for contract in (short, former)} == {union}


NO_UNITS = ("失业", "退休人员", "无", "自由职业", "灵活就业")


@pytest.mark.parametrize("text", NO_UNITS)
def test_who_works_for_nobody_is_linked_to_nobody(office: Office, text: str) -> None:
    make_enterprise(name=FIRM, short_name=text)  # typed into a box that asked for a short name
    assert _unit(make_member(employer=text)) is None
    assert called(Enterprise, text) == []


@pytest.mark.parametrize("text", NO_UNITS)
def test_nobody_is_registered_as_an_enterprise_nor_counted_as_one(office: Office, text: str) -> None:
    assert "不是单位名称" in blocked(ENTERPRISES, Enterprise(name=text))["name"]
    assert "不是单位名称" in blocked(HEADCOUNTS, LaborContractCount(employer=text))["employer"]
    make_member(employer=text)
    assert find_figure("会员工作单位").number(year(2011)) == 0
    assert find_figure("会员工作单位").names(year(2011)) == []


def test_a_list_of_names_names_a_firm_once(office: Office) -> None:
    make_enterprise(name=FIRM, short_name="天成")
    for name in (VARIANTS[0], "天成", "浦江机电有限公司"):
        make_company_visit(unit_name=name, visited_on=date(2011, 3, 8))
    assert find_figure("走访企业").names(year(2011)) == [VARIANTS[0], "浦江机电有限公司"]


# -- figures ------------------------------------------------------------------------------------------


def test_a_firm_registered_between_two_head_counts_is_one_firm(office: Office) -> None:
    """甲 100 and 乙 50 in 2010, 甲 110 and 乙 60 in 2011: 170 are signed by 2; 13.3 % more."""
    make_count(employer="甲", counted_on=date(2010, 12, 31), labor_contracts=100, **NO_SERVICES)
    make_count(employer="乙", counted_on=date(2010, 12, 31), labor_contracts=50, **NO_SERVICES)
    make_enterprise(name="甲")
    make_count(employer="甲", counted_on=date(2011, 12, 31), labor_contracts=110, **NO_SERVICES)
    make_count(employer="乙", counted_on=date(2011, 12, 31), labor_contracts=60, **NO_SERVICES)
    assert [signed_workers.number(year(at)) for at in (2010, 2011)] == [150, 170]
    assert read(signed_workers, year(2011)).change == "+13.3%"
    assert counted_units.number(year(2011)) == 2


NO_SERVICES = {"service_contracts": 0, "service_agreements": 0}


def test_a_unit_that_nobody_registered_is_one_in_whatever_way_it_is_written(office: Office) -> None:
    make_count(employer=FIRM, counted_on=date(2010, 12, 31), labor_contracts=100, **NO_SERVICES)
    make_count(employer=VARIANTS[1], counted_on=date(2011, 12, 31), labor_contracts=110, **NO_SERVICES)
    assert (signed_workers.number(year(2011)), counted_units.number(year(2011))) == (110, 1)


def _counts(name: str, at: int, many: int) -> None:
    make_count(employer=name, counted_on=date(at, 12, 31), labor_contracts=many, **NO_SERVICES)


EVENTS: dict[str, Callable[[], object]] = {
    "count 2010": lambda: _counts("天成 厂", 2010, 100),
    "count 2011": lambda: _counts("（天成）厂", 2011, 110),
    "other count": lambda: _counts("乙厂", 2011, 60),
    "contract": lambda: make_contract(employer="天成", covered_workers=90, covered_women=0),
    "area": lambda: make_area(("天成厂", 80), ("乙厂", 30)),
    "covered": lambda: make_covered(make_union(), unit_name="天成厂"),
    "covered under its short name": lambda: make_covered(make_union(), unit_name="天成"),
    "register": lambda: make_enterprise(name="天成厂", short_name="天成"),
}
AFTER = ("nothing else", "rename", "save", "bin and back")


def _do(act: str) -> None:
    units = list(Enterprise.alive())
    if act == "rename" and units:
        _rename(units[0], "浦江机电有限公司")
    elif act == "bin and back" and units:
        keeping.to_bin(ENTERPRISES, [units[0].id])
        keeping.restore(ENTERPRISES, [units[0].id])
    elif act == "save":
        for model in (LaborContractCount, CollectiveContract, ContractCoverage, CoveredUnit):
            for row in list(model.alive()):
                _save_again(row)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(sorted(EVENTS)), acts=st.lists(st.sampled_from(AFTER), min_size=8, max_size=8))
def test_figures_do_not_depend_on_the_order_of_entry(
    office: Office, order: list[str], acts: list[str]
) -> None:
    with database.atomic() as attempt:
        for event, act in zip(order, acts, strict=True):
            EVENTS[event]()
            _do(act)
        asked = (signed_workers, counted_units, signers, covered, workers, covered_units)
        found = [figure.number(year(2011)) for figure in asked]
        attempt.rollback()
    assert found == [170, 2, 2, 2, 120, 1]


def test_a_firm_is_one_under_all_its_names_where_rows_have_no_link(office: Office) -> None:
    activity = make_activity(status="结束")
    for name in (FIRM, VARIANTS[0], "天成", "浦江机电有限公司"):
        make_participant(activity, employer=name)
    assert activity_units.query(year(2011)).count() == 4
    assert activity_units.number(year(2011)) == 3
    make_enterprise(name=FIRM, short_name="天成")
    assert activity_units.number(year(2011)) == 2
