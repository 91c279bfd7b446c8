"""Figures of a period by subject, and one of them opened."""

from __future__ import annotations

from datetime import date

import pytest

from app.figures.reading import parts_read, with_unit
from app.office import Office
from app.records.profile import Profile
from app.register import register_of
from app.registry import figure_topics, find_register
from app.rules import periods
from app.statistics import overview
from app.statistics.closing import close_year
from app.statistics.opened import open_figure, place_of, record_set
from app.subjects.disputes import figures as disputes
from app.subjects.disputes.cases.records import DisputeStep
from app.subjects.disputes.proceedings.register import STEPS
from app.subjects.hardship.aid.records import AidPayment
from app.subjects.hardship.aid.register import PAYMENTS
from app.subjects.members.membership.records import MembershipEvent
from tests.factories.disputes import make_case, make_step
from tests.factories.people import make_batch, make_file, make_fund, make_member, make_payment, resident_id
from tests.factories.unions import make_union

Y2011 = periods.year(2011)


def test_every_subject_has_a_group_in_the_order_of_the_tabs(office: Office) -> None:
    titles = [group.subject.title for group in overview.overview(Y2011)]
    assert titles.index("会员") < titles.index("劳动争议") < titles.index("互助保障")


def test_a_sum_that_does_not_add_up_is_told_with_its_subject(office: Office) -> None:
    union = make_union(founded_on=date(2008, 5, 1))
    type(union).update(organisation=None).where(type(union).id == union.id).execute()
    told = {group.subject.key: group.disagreements for group in overview.overview(Y2011)}
    assert any(one.startswith("基层工会 1 ≠ ") for one in told["unions"])
    assert told["disputes"] == ()


def test_only_parts_that_hold_something_this_year_or_last_are_read(office: Office) -> None:
    make_case("受理", category="确认劳动关系")
    make_case("受理", applied_on=date(2010, 5, 4), accepted_on=date(2010, 5, 6))
    parts = parts_read(disputes.accepted, Y2011)
    assert [(one.figure.label, one.value.number, one.last.number) for one in parts] == [
        ("受理争议·确认劳动关系", 1, 0),
        ("受理争议·劳动报酬、工伤医疗费、经济补偿或者赔偿金", 0, 1),
    ]


@pytest.mark.parametrize(
    ("label", "text", "written"),
    [("受理争议", "20", "20 起"), ("办结率", "85.0%", "85.0%"), ("工会名称", "泰祥社区工会", "泰祥社区工会")],
)
def test_a_value_is_written_with_its_unit_where_it_has_one(label: str, text: str, written: str) -> None:
    figure = next(one for subject in figure_topics() for one in subject.figures if one.label == label)
    assert with_unit(figure, text) == written


def test_the_years_offered_are_those_in_which_work_was_done_and_this_one(office: Office) -> None:
    make_case("受理")
    make_member(applied_on=date(2009, 3, 1), approved_on=date(2009, 3, 8))
    assert overview.years() == [date.today().year, 2011, 2009]


@pytest.mark.usefixtures("few_figures")
def test_a_closed_year_is_offered_too(office: Office) -> None:
    close_year(2010)
    assert overview.years() == [date.today().year, 2010]


def test_the_latest_year_is_one_of_full_work_not_of_a_single_deed(office: Office) -> None:
    make_case("受理")
    make_member()
    make_file()
    make_member(applied_on=date(2012, 3, 1), approved_on=date(2012, 3, 8))
    assert overview.latest_year() == 2011


def test_the_latest_year_of_an_empty_office_is_this_one(office: Office) -> None:
    assert overview.latest_year() == date.today().year


def test_a_figure_is_opened_with_the_records_it_counts(office: Office) -> None:
    case = make_case("受理")
    make_case("登记")
    opened = open_figure(disputes.accepted, Y2011)
    assert opened.sentence == "1 起 = 受理日期在2011年的争议案件数"
    assert opened.records is not None
    assert (opened.records.register.key, opened.records.ids) == ("disputes", [case.id])


def test_a_ratio_is_opened_with_both_terms(office: Office) -> None:
    make_case("受理"), make_case("结案")
    opened = open_figure(disputes.closing_rate, Y2011)
    assert [(one.figure.label, one.value.text) for one in opened.terms] == [
        ("受理争议结案", "1"),
        ("受理争议", "2"),
    ]


def test_a_row_of_a_record_is_seen_in_the_record_that_owns_it(office: Office) -> None:
    case = make_case("受理")
    step = make_step(case)
    assert register_of(DisputeStep) is STEPS
    assert place_of(STEPS, step.id) == ("disputes", case.id)


def test_an_event_of_a_membership_is_seen_in_the_member(office: Office) -> None:
    make_member()
    member = make_member()
    event = MembershipEvent.get(MembershipEvent.member == member)
    register = register_of(MembershipEvent)
    assert register is not None
    assert place_of(register, event.id) == ("members", member.id)


def test_a_payment_is_seen_in_the_file_of_its_person_or_else_in_its_batch(office: Office) -> None:
    make_fund()
    batch = make_batch(file := make_file())
    outside = make_payment(batch, name="陆建国", id_number=resident_id())
    inside = AidPayment.get(AidPayment.file == file)
    assert place_of(PAYMENTS, inside.id) == ("hardship", file.id)
    assert place_of(PAYMENTS, outside.id) == ("hardship.batches", batch.id)


def test_a_record_of_a_listed_register_is_seen_there(office: Office) -> None:
    assert place_of(find_register("unions.enterprises"), 7) == ("unions.enterprises", 7)


def test_the_settings_are_listed_in_no_tab(office: Office) -> None:
    records = record_set(Profile.alive())
    assert records is not None
    assert place_of(records.register, records.ids[0]) is None
