"""What was recorded and no sentence tells is listed, each with a sentence that tells it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from app.office import Office
from app.rules.periods import Period, half, year
from app.summary.compose import compose
from app.summary.reports import YEAR
from app.summary.texts import brought_along, text_of
from app.summary.untold import Untold, untold, with_sentence
from tests.factories.contracts import make_contract
from tests.factories.disputes import make_case
from tests.factories.donations import make_donation, make_drive, make_use
from tests.factories.paperwork import new_company_visit
from tests.factories.people import make_batch, make_event, make_member, new_payment
from tests.helpers.figures import stored

Y2011 = year(2011)
_JOINED = {"applied_on": date(2011, 3, 1), "approved_on": date(2011, 3, 1)}


def listed(text: str = "", period: Period = Y2011) -> list[Untold]:
    """What a text leaves untold; the program's own where none is given."""
    return untold(compose(text or brought_along(YEAR), period).named, period)


def texts(text: str = "", period: Period = Y2011) -> list[str]:
    return [one.text for one in listed(text, period)]


def _accepted(*days: date) -> None:
    for day in days:
        make_case("受理", applied_on=day, accepted_on=day)


def test_an_empty_office_left_nothing_out(office: Office) -> None:
    assert listed() == []


def test_what_the_text_tells_is_not_listed(office: Office) -> None:
    _accepted(date(2011, 2, 1))
    assert not [one for one in texts() if "受理争议" in one]


def test_months_that_the_text_leaves_out_are_listed(office: Office) -> None:
    """Five cases of February are in no sentence that speaks of April to December."""
    _accepted(*[date(2011, 2, day) for day in range(1, 6)], date(2011, 4, 6))
    text = "总结\n从4月份开始受理{{ 受理争议.月份(4, 12) }}起。"
    one = listed(text)[0]
    assert one.text == "1—3月受理争议5起"
    assert one.sentence == "1—3月受理争议{{ 受理争议.月份(1, 3) }}起。"


def test_a_half_year_lists_what_its_text_leaves_out(office: Office) -> None:
    _accepted(date(2011, 2, 1), date(2011, 8, 1))
    assert texts("总结\n受理{{ 受理争议.第二季度 }}起。", half(2011, 1))[0] == "1—3月受理争议1起"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("子女助学", "金秋助学1人次、500元"),
        ("医疗救助", "医疗救助1户、1人、500元"),
        ("临时救助", "临时救助1户、1人、500元"),
    ],
)
def test_aid_of_other_kinds_is_listed_by_its_kind(office: Office, kind: str, told: str) -> None:
    for one in ("送温暖慰问", kind):
        stored(new_payment(make_batch(aid_kind=one), paid_on=date(2011, 8, 20), status="已发放"))
    assert told in texts()


def test_who_came_and_went_is_listed_apart_from_who_joined(office: Office) -> None:
    members = [make_member(**_JOINED) for _ in range(3)]
    make_event(members[0], "转出", date(2011, 6, 1), other_union="邻近社区工会")
    assert "会员减少1人次（转出1人次）" in texts()
    assert not [one for one in texts() if "会员增加" in one]


def test_visits_and_money_used_and_womens_contracts_are_listed(office: Office) -> None:
    stored(new_company_visit(visited_on=date(2011, 5, 5)))
    make_donation(drive := make_drive())
    make_use(drive)
    make_contract(kind="女职工权益保护专项集体合同")
    told = texts()
    for topic in ("走访企业1家", "使用善款50元", "女职工专项签约单位1家"):
        assert [one for one in told if one.startswith(topic)], topic


def test_what_another_year_recorded_is_not_listed(office: Office) -> None:
    stored(new_company_visit(visited_on=date(2010, 5, 5)))
    assert listed() == []


@pytest.mark.usefixtures("open_sample")
def test_the_sample_lists_its_other_months_dues_elections_visits_and_women() -> None:
    told = " ".join(texts(text_of(2011)))
    for topic in (
        "12月互助保障给付96人次",
        "会费应收",
        "换届工会25家",
        "走访企业17家",
        "女职工专项签约单位9家",
    ):
        assert topic in told


@pytest.mark.usefixtures("open_sample")
def test_every_sentence_tells_its_records_and_takes_its_line_off_the_list() -> None:
    text = brought_along(YEAR)
    first = listed(text)
    assert len(first) > 20
    for one in first:
        text = with_sentence(one, text, Y2011)
    document = compose(text, Y2011)
    assert document.gaps == ()
    assert untold(document.named, Y2011) == []
    for one in first:
        assert one.text.partition("（")[0] in document.text


@pytest.mark.usefixtures("open_sample")
def test_a_sentence_goes_to_its_own_topic() -> None:
    (visits,) = [one for one in listed() if one.text.startswith("女职工专项签约单位")]
    told = compose(with_sentence(visits, brought_along(YEAR), Y2011), Y2011).text
    place = re.search(r"（一）集体合同\n.*女职工专项签约单位9家", told)
    assert place is not None
