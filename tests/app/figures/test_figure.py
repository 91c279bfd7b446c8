"""A figure's number, its records, its parts and its names come from one query."""

from __future__ import annotations

from datetime import date

import pytest

from app.figures.figure import Sum, as_of, figure_called, flow
from app.figures.measures import total
from app.office import Office
from app.records.base import Query
from app.registry import find_figure
from app.rules import periods
from app.subjects.disputes import figures as disputes
from app.subjects.disputes.cases.records import DisputeCase
from tests.factories.activities import make_activity, make_team
from tests.factories.disputes import make_case, make_mediator
from tests.factories.donations import make_drive
from tests.factories.people import make_batch, new_payment
from tests.helpers.figures import stored

Y2011 = periods.year(2011)


def test_a_figure_counts_the_records_of_its_query(office: Office) -> None:
    make_case("受理")
    make_case("受理", accepted_on=date(2012, 1, 4))
    assert disputes.accepted.number(Y2011) == 1
    assert [case.accepted_on for case in disputes.accepted.query(Y2011)] == [date(2011, 4, 6)]


def test_a_sum_is_told_beside_the_number_of_its_records(office: Office) -> None:
    make_case("受理", people_count=3)
    make_case("受理", people_count=4)
    assert (disputes.people.number(Y2011), disputes.people.count(Y2011)) == (7, 2)


def test_money_is_added_up_in_fen_and_written_in_yuan(office: Office) -> None:
    claimed = flow("争议金额", "元", measure=total(DisputeCase.claim_amount))(disputes._accepted)
    make_case("受理", claim_amount=1_000_50)
    make_case("受理", claim_amount=2_000_00)
    assert claimed.value(Y2011) == (3_000_50, "3,000.50")


def test_the_parts_of_a_figure_are_figures(office: Office) -> None:
    make_case("受理", category="确认劳动关系", subcategory="其他")
    make_case("受理")
    part = disputes.accepted.part("确认劳动关系")
    assert part is not None
    assert (part.label, part.number(Y2011)) == ("受理争议·确认劳动关系", 1)


def test_what_belongs_to_no_part_stands_under_unsaid(office: Office) -> None:
    make_case("结案")
    make_case("受理")
    unsaid = disputes.accepted.part("未填")
    assert unsaid is not None
    assert unsaid.number(Y2011) == 0
    assert sum(part.number(Y2011) or 0 for part in disputes.accepted.parts) == 2


def test_a_figure_tells_each_record_in_words_of_its_own_in_the_order_of_its_query(office: Office) -> None:
    def told(case: DisputeCase, period: periods.Period) -> str:
        return f"{period.label}{case.people_count}人"

    def latest_first(period: periods.Period) -> Query[DisputeCase]:
        return disputes._accepted(period).order_by(DisputeCase.accepted_on.desc())

    for day, people in ((6, 3), (8, 4), (7, 3)):
        make_case("受理", people_count=people, accepted_on=date(2011, 4, day))
    cases = flow("近来争议", "起", tells=told)(latest_first)
    assert (cases.number(Y2011), cases.names(Y2011)) == (3, ["2011年4人", "2011年3人"])


def test_a_figure_is_found_by_its_label_and_its_part_behind_a_point(office: Office) -> None:
    assert figure_called("受理争议") is disputes.accepted
    part = figure_called("受理争议·确认劳动关系")
    assert part is not None
    assert part.label == "受理争议·确认劳动关系"
    assert (figure_called("受理争义"), figure_called("受理争议·打架")) == (None, None)


def test_there_is_no_part_of_another_name() -> None:
    assert disputes.accepted.part("打架") is None


def test_a_share_of_nothing_cannot_be_told(office: Office) -> None:
    assert disputes.closing_rate.value(Y2011) == (None, "—")


def test_a_share_is_rounded_to_a_tenth_of_a_percent(office: Office) -> None:
    make_case("结案")
    for _ in range(2):
        make_case("受理")
    assert disputes.closing_rate.value(Y2011) == (333, "33.3%")


def test_a_figure_names_its_records_once_in_the_order_of_their_days(office: Office) -> None:
    """Whoever was appointed first comes first, though she was entered last."""
    for name, month in (("李强", 3), ("赵六", 5), ("王芳", 1), ("李强", 4)):
        make_mediator(name=name, appointed_on=date(2011, month, 1))
    assert disputes.mediators.names(Y2011) == ["王芳", "李强", "赵六"]


def test_of_one_day_the_oftener_comes_first_then_the_one_that_is_read_first(office: Office) -> None:
    """What tells them apart is in the records: not the order in which they were entered."""
    for name in ("赵六", "王芳", "李强", "王芳"):
        make_mediator(name=name)
    assert disputes.mediators.names(Y2011) == ["王芳", "李强", "赵六"]


def test_festivals_are_named_in_the_order_of_the_year(office: Office) -> None:
    """春节 comes before 国庆, whichever was entered first."""
    for name, day in (("国庆", date(2011, 9, 28)), ("春节", date(2011, 1, 28))):
        batch = make_batch(occasion=name, planned_on=day)
        stored(new_payment(batch, occasion=name, paid_on=day, status="已发放"))
    assert find_figure("慰问节日").text(Y2011) == "春节、国庆"


def test_rows_are_named_in_the_order_of_the_days_of_their_records(office: Office) -> None:
    for name, day in (("红队", date(2011, 5, 4)), ("蓝队", date(2011, 3, 8))):
        make_team(make_activity(starts_on=day, ends_on=day, status="结束"), name=name)
    assert find_figure("参赛队伍").names(Y2011) == ["蓝队", "红队"]


def test_parts_that_records_name_come_in_the_order_of_their_days(office: Office) -> None:
    for name, day in (("第二次募捐", date(2011, 9, 1)), ("第一次募捐", date(2011, 3, 1))):
        make_drive(theme=name, held_on=day)
    parts = [part.label.partition("·")[2] for part in find_figure("募得善款").parts]
    assert parts == ["第一次募捐", "第二次募捐"]


def test_a_stock_is_counted_on_the_last_day_of_the_period_but_never_in_the_future() -> None:
    assert as_of(Y2011) == date(2011, 12, 31)
    assert as_of(periods.year(2200)) == date.today()


def test_a_sum_that_does_not_add_up_is_told_with_both_sides(office: Office) -> None:
    make_case("结案")
    make_case("受理")
    wrong = Sum(disputes.accepted, (disputes.settled,))
    assert wrong.disagreement(Y2011) == "受理争议 2 ≠ 受理争议结案 1 = 1"


def test_a_sum_that_adds_up_says_nothing(office: Office) -> None:
    make_case("结案")
    assert Sum(disputes.accepted, (disputes.settled,)).disagreement(Y2011) is None


@pytest.mark.parametrize("name", ["受理争议", "disputes.accepted"])
def test_a_figure_is_found_by_its_name_and_by_its_key(name: str) -> None:
    from app.registry import find_figure

    assert find_figure(name) is disputes.accepted
