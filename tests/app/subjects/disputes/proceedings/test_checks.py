"""The rules of what belongs to a dispute case, one by one (domain 4.3 and 4.7)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from app.office import Office
from app.records.base import Record
from app.register import Register
from app.subjects.disputes.cases.records import DisputeCase, DisputeParty
from app.subjects.disputes.mediation.register import BODIES, MEDIATORS
from app.subjects.disputes.proceedings.register import AGREEMENTS, EXTENSIONS, FOLLOWUPS, PARTIES, STEPS
from tests.factories import disputes
from tests.factories.disputes import (
    make_case,
    new_agreement,
    new_extension,
    new_followup,
    new_party,
    new_step,
)
from tests.factories.people import make_enterprise, resident_id
from tests.helpers.problems import blocked, warned

TOMORROW = date.today() + timedelta(days=1)


def unit(case: DisputeCase, name: str, **values: object) -> DisputeParty:
    return new_party(case, role="被申请人", kind="单位", name=name, **({"legal_rep": "朱文斌"} | values))


def test_complete_rows_are_neither_forbidden_nor_doubtful(office: Office) -> None:
    case, closed = make_case("调解中"), make_case("结案", outcome="和解")
    for register, row in (
        (PARTIES, new_party(case)),
        (STEPS, new_step(case)),
        (EXTENSIONS, new_extension(case)),
        (AGREEMENTS, new_agreement(closed)),
        (FOLLOWUPS, new_followup(closed)),
        (MEDIATORS, disputes.make_mediator(name="欧阳静")),
        (BODIES, disputes.make_body()),
    ):
        assert (blocked(register, row), warned(register, row)) == ({}, {}), register.key


def test_an_applicant_can_be_found_by_number_or_phone(office: Office) -> None:
    case = make_case()
    assert "至少填一项" in blocked(PARTIES, new_party(case, id_number=None, phone=None, sex="男"))["phone"]
    only_phone = new_party(case, id_number=None, sex="男")
    assert (blocked(PARTIES, only_phone), "id_number" in warned(PARTIES, only_phone)) == ({}, True)
    only_number = new_party(case, phone=None)
    assert (blocked(PARTIES, only_number), "phone" in warned(PARTIES, only_number)) == ({}, True)


def test_an_applicant_without_a_number_says_the_sex(office: Office) -> None:
    assert "性别" in blocked(PARTIES, new_party(make_case(), id_number=None))["sex"]


def test_sex_and_birthday_are_those_of_the_number(office: Office) -> None:
    party = new_party(make_case(), id_number=resident_id(date(1975, 2, 28), "女"), sex="男")
    assert "sex" in blocked(PARTIES, party)
    assert party.birth_date == date(1975, 2, 28)


def test_a_list_of_people_is_no_party(office: Office) -> None:
    case = make_case()
    assert "只记一人" in blocked(PARTIES, new_party(case, name="周八、吴九"))["name"]
    assert "name" not in blocked(PARTIES, unit(case, "周八、吴九鞋店"))


def test_nobody_stands_twice_in_a_case(office: Office) -> None:
    case = make_case(sides=False)
    first = disputes.make_party(case)
    twin = new_party(case, role="被申请人", name=first.name, id_number=first.id_number)
    assert "已登记为申请人" in blocked(PARTIES, twin)["name"]
    namesake = new_party(case, role="被申请人", name=first.name)
    assert blocked(PARTIES, namesake) == {}
    assert blocked(PARTIES, new_party(make_case(), name=first.name, id_number=first.id_number)) == {}
    assert blocked(PARTIES, first) == {}


def test_a_party_is_known_among_several_of_her_name(office: Office) -> None:
    case, woman = make_case(sides=False), {"name": "王芳", "sex": "女", "id_number": None}
    for phone in ("13900139000", "13800138000"):
        disputes.make_party(case, **woman, phone=phone)
    assert "已登记为申请人" in blocked(PARTIES, new_party(case, **woman, phone="13800138000"))["name"]
    assert blocked(PARTIES, new_party(case, **woman, phone="13700137000")) == {}


def test_a_respondent_of_the_enterprise_register_is_that_enterprise(office: Office) -> None:
    enterprise = make_enterprise(name="有司建筑(上海)公司", short_name="有司建筑")
    for name in ("有司建筑（上海）公司", "有司建筑(上海)公司", "有司建筑"):
        party = unit(make_case(), name)
        assert warned(PARTIES, party) == {}
        assert party.enterprise == enterprise


def test_a_respondent_called_nearly_like_an_enterprise_is_doubtful(office: Office) -> None:
    make_enterprise(name="上海有司建筑有限公司")
    assert "上海有司建筑有限公司" in warned(PARTIES, unit(make_case(), "有司建筑"))["name"]
    assert "上海有司建筑有限公司" in warned(PARTIES, unit(make_case(), "上海有司建筑有限公司二分店"))["name"]


def test_a_respondent_that_is_in_no_register_is_doubtful(office: Office) -> None:
    assert "没有这个单位" in warned(PARTIES, unit(make_case(), "顺途货运有限公司"))["name"]


def test_somebody_stands_for_a_unit(office: Office) -> None:
    assert "法定代表人" in warned(PARTIES, unit(make_case(), "顺途货运有限公司", legal_rep=None))["legal_rep"]


@pytest.mark.parametrize(("day", "wrong"), [(date(2011, 4, 5), True), (date(2011, 4, 6), False)])
def test_nothing_is_done_before_the_application(office: Office, day: date, wrong: bool) -> None:
    step = new_step(make_case("调解中"), held_on=day)
    assert ("早于申请日期" in blocked(STEPS, step).get("held_on", "")) == wrong


def test_mediation_before_the_acceptance_is_doubtful(office: Office) -> None:
    case = make_case("调解中", accepted_on=date(2011, 4, 8))
    assert "早于受理日期" in warned(STEPS, new_step(case, held_on=date(2011, 4, 7)))["held_on"]
    assert warned(STEPS, new_step(case, held_on=date(2011, 4, 7), kind="调查")) == {}


@pytest.mark.parametrize(("day", "wrong"), [(date(2011, 4, 15), False), (date(2011, 4, 16), True)])
def test_nothing_is_done_after_the_closing(office: Office, day: date, wrong: bool) -> None:
    step = new_step(make_case("结案"), held_on=day)
    assert ("2011年4月15日结案" in blocked(STEPS, step).get("held_on", "")) == wrong


@pytest.mark.parametrize("name", ["place", "present", "record"])
def test_a_session_says_where_who_and_what(office: Office, name: str) -> None:
    assert name in blocked(STEPS, new_step(make_case("调解中"), **{name: None}))


@pytest.mark.parametrize(
    ("register", "maker", "name"),
    [
        (STEPS, new_step, "held_on"),
        (EXTENSIONS, new_extension, "agreed_on"),
        (AGREEMENTS, new_agreement, "signed_on"),
        (AGREEMENTS, new_agreement, "performed_on"),
        (FOLLOWUPS, new_followup, "visited_on"),
    ],
    ids=lambda value: getattr(value, "key", None),
)
def test_nothing_has_happened_tomorrow(
    office: Office, register: Register, maker: Callable[..., Record], name: str
) -> None:
    problems = blocked(register, maker(make_case("调解中"), **{name: TOMORROW}))
    assert "在今天之后" in problems[name]


def test_an_extension_needs_the_consent_of_both(office: Office) -> None:
    problems = blocked(EXTENSIONS, new_extension(make_case("调解中"), both_agree=False))
    assert "双方同意" in problems["both_agree"]


def test_an_extension_is_of_a_day_at_least(office: Office) -> None:
    assert "至少 1 天" in blocked(EXTENSIONS, new_extension(make_case("调解中"), days=0))["days"]


@pytest.mark.parametrize("status", ["登记", "不予受理"])
def test_only_an_accepted_case_is_extended(office: Office, status: str) -> None:
    assert "尚未受理" in blocked(EXTENSIONS, new_extension(make_case(status)))["case"]


def test_a_closed_case_is_not_extended(office: Office) -> None:
    late = new_extension(make_case("结案"), agreed_on=date(2011, 4, 16))
    assert "结案" in blocked(EXTENSIONS, late)["agreed_on"]


@pytest.mark.parametrize(("day", "late"), [(21, False), (22, True)])
def test_an_extension_after_the_limit_is_doubtful(office: Office, day: int, late: bool) -> None:
    extension = new_extension(make_case("调解中"), agreed_on=date(2011, 4, day))
    assert ("届满" in warned(EXTENSIONS, extension).get("agreed_on", "")) == late


@pytest.mark.parametrize("name", ["terms", "amount", "perform_by"])
def test_an_agreement_has_terms_amount_and_a_last_day(office: Office, name: str) -> None:
    problems = blocked(AGREEMENTS, new_agreement(make_case("调解中"), **{name: None}))
    assert problems[name].startswith("请填写")


def test_an_agreement_about_no_money_says_nought(office: Office) -> None:
    assert blocked(AGREEMENTS, new_agreement(make_case("调解中"), amount=0)) == {}


@pytest.mark.parametrize("status", ["登记", "不予受理"])
def test_only_an_accepted_case_has_an_agreement(office: Office, status: str) -> None:
    assert "没有受理" in blocked(AGREEMENTS, new_agreement(make_case(status)))["case"]


@pytest.mark.parametrize(
    ("outcome", "wrong"),
    [("调解成功(达成协议)", False), ("和解", False), ("调解不成", True), ("撤回申请", True)],
)
def test_an_agreement_fits_the_outcome(office: Office, outcome: str, wrong: bool) -> None:
    problems = blocked(AGREEMENTS, new_agreement(make_case("结案", outcome=outcome)))
    assert ("不应有协议" in problems.get("case", "")) == wrong


def test_an_agreement_is_signed_between_acceptance_and_closing(office: Office) -> None:
    case = make_case("结案", outcome="和解")
    early = new_agreement(case, signed_on=date(2011, 4, 5))
    late = new_agreement(case, signed_on=date(2011, 4, 16))
    assert "早于受理日期" in blocked(AGREEMENTS, early)["signed_on"]
    assert "晚于结案日期" in blocked(AGREEMENTS, late)["signed_on"]


def test_performance_does_not_come_before_the_signature(office: Office) -> None:
    case = make_case("调解中")
    due = new_agreement(case, perform_by=date(2011, 4, 14))
    done = new_agreement(case, performed_on=date(2011, 4, 14))
    assert "perform_by" in blocked(AGREEMENTS, due)
    assert "早于签订日期" in blocked(AGREEMENTS, done)["performed_on"]


def test_more_agreed_than_claimed_is_doubtful(office: Office) -> None:
    case = make_case("调解中", claim_amount=6_000_00)
    assert "amount" not in warned(AGREEMENTS, new_agreement(case, amount=6_000_00))
    assert "6,000.00" in warned(AGREEMENTS, new_agreement(case, amount=6_000_01))["amount"]


def test_what_is_performed_has_a_day(office: Office) -> None:
    problems = blocked(AGREEMENTS, new_agreement(make_case("调解中"), performed_on=None))
    assert "履行日期" in problems["performed_on"]


def test_what_is_performed_in_part_has_an_amount_within_the_whole(office: Office) -> None:
    case = make_case("调解中")
    part = {"performance": "部分履行", "performed_on": None}
    assert "performed_amount" in blocked(AGREEMENTS, new_agreement(case, **part))
    assert blocked(AGREEMENTS, new_agreement(case, performed_amount=5_400_00, **part)) == {}
    assert (
        "5,400.00"
        in blocked(AGREEMENTS, new_agreement(case, performed_amount=5_400_01, **part))["performed_amount"]
    )


@pytest.mark.parametrize(
    ("performance", "late"), [("待履行", True), ("未履行", True), ("部分履行", True), ("已履行", False)]
)
def test_who_does_not_perform_in_time_is_urged(office: Office, performance: str, late: bool) -> None:
    case = make_case("调解中")
    agreement = new_agreement(case, performance=performance, performed_amount=1_00)
    assert ("督促" in warned(AGREEMENTS, agreement).get("performance", "")) == late
    agreement.perform_by = date.today()
    assert "performance" not in warned(AGREEMENTS, agreement)


@pytest.mark.parametrize(
    ("category", "confirmation", "way"),
    [
        ("确认劳动关系", None, "申请仲裁"),
        ("劳动报酬、工伤医疗费、经济补偿或者赔偿金", None, "支付令"),
        ("确认劳动关系", "已司法确认", "强制执行"),
        ("劳动报酬、工伤医疗费、经济补偿或者赔偿金", "已仲裁审查", "强制执行"),
    ],
)
def test_the_way_on_is_arbitration_and_enforcement_where_the_agreement_was_confirmed(
    office: Office, category: str, confirmation: str | None, way: str
) -> None:
    """劳动争议调解仲裁法 art. 15 and 16: nobody sues over an agreement that a mediation body made."""
    agreement = new_agreement(make_case("调解中", category=category), confirmation=confirmation)
    agreement.performance = "未履行"
    sentence = warned(AGREEMENTS, agreement)["performance"]
    assert way in sentence
    assert "起诉" not in sentence


def test_only_a_closed_case_is_followed_up(office: Office) -> None:
    assert "没有结案" in blocked(FOLLOWUPS, new_followup(make_case("调解中")))["case"]
    early = new_followup(make_case("结案"), visited_on=date(2011, 4, 14))
    assert "早于结案日期" in blocked(FOLLOWUPS, early)["visited_on"]


def test_who_is_not_content_says_why(office: Office) -> None:
    problems = blocked(FOLLOWUPS, new_followup(make_case("结案"), satisfaction="不满意"))
    assert "意见" in problems["opinion"]
