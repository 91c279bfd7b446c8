"""Lists: found as a person searches, sorted by any column, summed up, cheap to fetch."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import mean
from typing import Any

import pytest
from playhouse.test_utils import count_queries

from app import listing
from app.fields import ChoiceField, Derived, Described, MoneyField, PersonNameField, Shown
from app.keeping import keeping
from app.listing import Criteria, SortKey
from app.office import close_office, create
from app.records.base import Record, change
from app.register import Register
from app.registry import registers
from app.rules import names
from app.subjects.hardship.aid.records import AidBatch, AidPayment
from app.subjects.hardship.aid.register import BATCHES, PAYMENTS
from app.subjects.hardship.families.register import FAMILY
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.membership.records import MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS, MEMBERSHIP_EVENTS
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.enterprises.register import ENTERPRISES
from tests.factories.people import (
    make_batch,
    make_enterprise,
    make_file,
    make_fund,
    make_kin,
    make_limit,
    make_member,
    make_poverty_line,
    new_member,
    resident_id,
)

SURNAMES = "王李张刘陈杨赵黄周吴单仇区曾解查连练"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英乐行长安"
ODD_NAMES = ("阿依古丽·买买提", "欧阳小明", "𠮷田", "李安娜", "连一", "张%明", "王_强", "万俟春", "Mary Ann")
EMPLOYERS = ("上海泰祥电器有限公司", "上海有司建筑有限公司", "灵活就业", "100%棉纺厂", "A_1号店")


@pytest.fixture(scope="module", autouse=True)
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An office with three hundred invented members and forty files, for all tests of this module."""
    chance = random.Random(2011)
    path = tmp_path_factory.mktemp("list") / "list.union"
    create(path, "泰祥社区工会", code="TY")
    made = [*ODD_NAMES, *("".join(chance.sample(GIVEN, chance.choice((1, 2)))) for _ in range(291))]
    with change():
        for number, name in enumerate(made):
            make_member(
                name=name if number < len(ODD_NAMES) else chance.choice(SURNAMES) + name,
                id_number=resident_id(
                    date(1950 + number % 42, 1 + number % 12, 1 + number % 28), chance.choice("男女")
                ),
                mobile=f"1{chance.randrange(3 * 10**9, 10**10)}",
                employer=chance.choice(EMPLOYERS),
                is_migrant_worker=chance.random() < 0.3,
                monthly_wage=chance.choice((None, chance.randrange(200_000, 900_000))),
                approved_on=date(chance.choice((2009, 2010, 2011)), chance.randrange(3, 12), 9),
                applied_on=date(2009, 1, 1),
                group_name=chance.choice((None, "一组", "二组")),
            )
        _aid(chance)
    yield path
    close_office()


def _aid(chance: random.Random) -> None:
    make_poverty_line(505_00)
    make_limit()
    for _ in range(12):
        make_enterprise(employee_count=chance.randrange(5, 500))
        make_fund(chance.randrange(1_000_00, 9_000_00), received_on=date(2011, chance.randrange(1, 13), 1))
    files = [
        make_file(
            own_monthly_income=chance.randrange(500_00, 3000_00),
            category=chance.choice(("深度困难", "相对困难", "意外致困")),
            employer=chance.choice(EMPLOYERS),
            other_causes=chance.choice((None, ("子女上学",), ("下岗失业", "子女上学"))),
        )
        for _ in range(40)
    ]
    for number, file in enumerate(files[:12]):
        make_kin(file, birth_date=date(1950 + 3 * number, 1, 1 + number))
    for occasion, size in (("春节", 7), ("国庆", 20), ("高温", 3)):
        make_batch(*files[:size], amount=100_00 * size, occasion=occasion, name=f"2011年{occasion}慰问")


def _members() -> list[Member]:
    return list(Member.alive())


def _found_by_hand(word: str) -> set[int]:
    """Search in plain Python: every part of the words in some text, or in some spelling of the name."""

    def is_found(member: Member, part: str) -> bool:
        texts = (
            member.name,
            member.id_number,
            member.mobile,
            member.employer,
            member.member_no,
            member.card_no,
        )
        if any(part.lower() in (text or "").lower() for text in texts):
            return True
        syllables = names.readings(member.name)
        initials = names.search_key(member.name).split("|")
        return (
            part.isascii() and part.isalpha() and any(part.lower() in one for one in (*syllables, *initials))
        )

    return {member.id for member in _members() if all(is_found(member, part) for part in word.split())}


SEARCHES = (
    *"王 芳 王芳 李安 阿依古丽 · 𠮷 310104 19800 138 TY-HY-2011-00 泰祥 有司建筑".split(),
    *"wang WANG wf zhang lianna shan dan qiu chou ou qu zeng ceng xie jie zha cha moqi yue mary ann".split(),
    *"100% % _ A_1 张% 1_号 zzz 不存在 | ' \" \\".split(),
    *("zhang ming", "王 上海", "wang 138", '"; DROP'),
)


@pytest.mark.parametrize("word", SEARCHES)
def test_a_search_finds_what_plain_python_finds(word: str) -> None:
    assert set(listing.ids(MEMBERS, Criteria(word))) == _found_by_hand(word)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("单小明", ("shan", "dan", "sxm", "dxm", "shanxiaoming", "danxiaoming", "xiaoming")),
        ("仇丽华", ("qiu", "chou", "qlh", "clh", "qiulihua")),
        ("曾乐", ("zeng", "ceng", "zl", "cy", "zengyue", "cengle")),
        ("吕布", ("lv", "lu", "lb")),
    ],
)
def test_every_reading_of_a_character_finds_a_name(name: str, words: tuple[str, ...]) -> None:
    member = make_member(name=name)
    for word in words:
        assert member.id in listing.ids(MEMBERS, Criteria(word))
    keeping.to_bin(MEMBERS, [member.id])


@pytest.mark.parametrize("name", ["丁\uf96b", "凞㐂", "丁𠮷"])
def test_a_rare_character_is_found_as_typed(name: str) -> None:
    member = make_member(name=name)
    assert listing.ids(MEMBERS, Criteria(name)) == [member.id]
    keeping.to_bin(MEMBERS, [member.id])


def test_full_width_digits_and_blanks_are_searched_as_half_width() -> None:
    member = _members()[5]
    wide = "　" + member.id_number.translate({ord("0") + n: ord("０") + n for n in range(10)}) + "　"
    assert listing.ids(MEMBERS, Criteria(wide)) == [member.id]


def test_an_empty_search_lists_everybody_by_the_pinyin_of_the_name() -> None:
    listed = listing.ids(MEMBERS, Criteria(" 　"))
    by_hand = sorted(_members(), key=lambda member: (names.sort_key(member.name), member.id))
    assert listed == [member.id for member in by_hand]


def _value(record: Record, shown: Shown) -> Any:  # noqa: ANN401  # of whatever type the case has
    """Return what a column is ordered by, in plain Python; None goes last either way."""
    value = getattr(record, shown.name)
    if value is None:
        return None
    if isinstance(shown, PersonNameField):
        return names.sort_key(value)
    if isinstance(shown, ChoiceField):
        return shown.offered.index(value)
    if isinstance(shown, Derived):
        return MoneyField("").parse(value) if "." in value else int(value.removesuffix("岁"))
    return value


def _columns() -> list[Any]:
    found = [(register, shown) for register in registers() for shown in register.columns]
    return [pytest.param(*pair, id=f"{pair[0].key}-{pair[1].name}") for pair in found]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(("register", "shown"), _columns())
def test_every_column_sorts_both_ways(register: Register, shown: Shown, descending: bool) -> None:
    ordered = listing.ids(register, Criteria(order=(SortKey(shown.name, descending),)))
    records = listing.rows(register, ordered)
    values = [_value(records[one], shown) for one in ordered]
    told = [value for value in values if value is not None]
    assert told == sorted(told, reverse=descending)
    assert all(value is None for value in values[len(told) :])
    assert len(ordered) == register.record.alive().count()


def test_equal_surnames_stay_together() -> None:
    surnames = [str(member)[0] for member in listing.matching(MEMBERS, Criteria(order=(SortKey("name"),)))]
    for surname in "李连练":
        first = surnames.index(surname)
        assert surnames[first : first + surnames.count(surname)] == [surname] * surnames.count(surname)
    assert surnames.index("连") > surnames.index("李")


Chosen = Callable[[Any], bool]


@pytest.mark.parametrize(
    ("register", "filters", "is_chosen"),
    [
        (MEMBERS, {"status": ("在册",)}, lambda member: member.status == "在册"),
        (MEMBERS, {"is_migrant_worker": (True,)}, lambda member: member.is_migrant_worker),
        (MEMBERS, {"is_migrant_worker": (False,)}, lambda member: not member.is_migrant_worker),
        (MEMBERS, {"sex": ("男", "女")}, lambda member: True),
        (MEMBERS, {"employer": EMPLOYERS[:2]}, lambda member: member.employer in EMPLOYERS[:2]),
        (MEMBERS, {"approved_on": (2009, 2011)}, lambda member: member.approved_on.year != 2010),
        (
            MEMBERS,
            {"group_name": ("一组",), "sex": ("女",)},
            lambda member: member.group_name == "一组" and member.sex == "女",
        ),
        (MEMBERS, {"sex": ()}, lambda member: True),
        (HARDSHIP, {"category": ("深度困难",)}, lambda file: file.category == "深度困难"),
        (HARDSHIP, {"status": ("在档",)}, lambda file: file.status == "在档"),
        (HARDSHIP, {"从未帮扶": (True,)}, lambda file: file.payments.count() == 0),
        (PAYMENTS, {"occasion": ("国庆",)}, lambda payment: payment.occasion == "国庆"),
        (PAYMENTS, {"outside": (True,)}, lambda payment: False),
        (BATCHES, {"year": (2011,)}, lambda batch: batch.year == 2011),
        (ENTERPRISES, {"union_status": ("未建会",)}, lambda unit: unit.union_status == "未建会"),
    ],
)
def test_a_filter_keeps_what_was_chosen(
    register: Register, filters: dict[str, Any], is_chosen: Chosen
) -> None:
    by_hand = {record.id for record in register.record.alive() if is_chosen(record)}
    assert set(listing.ids(register, Criteria(filters=filters))) == by_hand


def _filters() -> list[Any]:
    found = [
        (register, kept) for register in registers() for kept in register.filters if hasattr(kept, "name")
    ]
    return [pytest.param(*pair, id=f"{pair[0].key}-{pair[1].name}") for pair in found]


@pytest.mark.parametrize(("register", "kept"), _filters())
def test_every_filter_offers_what_finds_records(register: Register, kept: Described) -> None:
    offered = listing.options(register, kept)
    everything = listing.count(register, Criteria())
    found = [listing.count(register, Criteria(filters={kept.name: (value,)})) for value in offered]
    lacking = register.record.alive().where(kept.is_null()).count()
    assert sum(found) == everything - lacking


def test_a_choice_is_offered_as_listed_and_a_year_latest_first() -> None:
    assert listing.options(MEMBERS, Member.sex) == ["男", "女"]
    assert listing.options(MEMBERS, Member.approved_on) == [2011, 2010, 2009]
    assert set(listing.options(MEMBERS, Member.employer)) == set(EMPLOYERS)


def test_a_list_is_summed_up_in_one_line() -> None:
    total = sum(unit.employee_count or 0 for unit in Enterprise.alive())
    assert listing.summary(ENTERPRISES, Criteria(), 12) == f"共 12 家　职工人数 合计 {total}"
    festive = [payment.amount for payment in AidPayment.alive() if payment.occasion == "国庆"]
    told = listing.summary(PAYMENTS, Criteria(filters={"occasion": ("国庆",)}), len(festive))
    assert told == f"共 {len(festive)} 人次　金额 合计 {sum(festive) / 100:,.2f}"
    average = round(mean(file.monthly_pc or 0 for file in HardshipFile.alive()))
    told = listing.summary(HARDSHIP, Criteria(), 40)
    assert told.startswith("共 40 户　")
    assert told.endswith(f"月人均收入 平均 {average / 100:,.2f}")
    assert listing.summary(MEMBERS, Criteria("不存在"), 0) == "共 0 人"


def test_the_rows_of_one_owner_are_listed() -> None:
    member = _members()[0]
    criteria = Criteria(owner=member.id, owner_field="member")
    assert listing.rows(MEMBERSHIP_EVENTS, listing.ids(MEMBERSHIP_EVENTS, criteria)).keys() == {
        event.id for event in MembershipEvent.alive() if event.member == member
    }


def test_the_recycle_bin_is_a_list_of_its_own() -> None:
    gone = make_member(name="丁已删")
    keeping.to_bin(MEMBERS, [gone.id])
    assert listing.ids(MEMBERS, Criteria("丁已删")) == []
    assert listing.ids(MEMBERS, Criteria("丁已删", binned=True)) == [gone.id]


def test_twenty_rows_cost_one_query_and_one_for_each_reference() -> None:
    wanted = listing.ids(PAYMENTS, Criteria())[:20]
    with count_queries() as counted:
        records = listing.rows(PAYMENTS, wanted)
        told = [(payment.batch.name, payment.file.name) for payment in records.values()]  # type: ignore[attr-defined]
    assert len(told) == 20
    assert counted.count == 3


def test_a_list_is_asked_for_in_one_query() -> None:
    with count_queries() as counted:
        listing.ids(MEMBERS, Criteria("wang", {"sex": ("女",)}, order=(SortKey("employer"),)))
    assert counted.count == 1
    with count_queries() as counted:
        listing.summary(PAYMENTS, Criteria(), 20)
    assert counted.count == 1


def test_all_matching_records_come_in_order() -> None:
    criteria = Criteria("王", order=(SortKey("birth_date"),))
    assert [member.id for member in listing.matching(MEMBERS, criteria)] == listing.ids(MEMBERS, criteria)


def test_a_person_not_kept_yet_is_in_no_list() -> None:
    assert listing.count(FAMILY, Criteria(owner=new_member().id, owner_field="file")) == 0
    assert AidBatch.alive().count() == 3


def test_a_list_is_in_order_by_one_column_and_then_by_others() -> None:
    keys = (SortKey("sex", True), SortKey("group_name"), SortKey("birth_date", True))
    listed = list(listing.matching(MEMBERS, Criteria(order=keys)))
    by_hand = sorted(listed, key=lambda one: one.birth_date or date.min, reverse=True)
    by_hand.sort(key=lambda one: (one.group_name is None, one.group_name or ""))
    by_hand.sort(key=lambda one: Member.sex.offered.index(one.sex), reverse=True)
    as_told = [(one.sex, one.group_name, one.birth_date) for one in listed]
    assert as_told == [(one.sex, one.group_name, one.birth_date) for one in by_hand]


def test_a_list_can_be_in_order_by_what_only_the_form_shows() -> None:
    assert "monthly_wage" not in [column.name for column in MEMBERS.columns]
    told = [one.monthly_wage for one in listing.matching(MEMBERS, Criteria(order=(SortKey("monthly_wage"),)))]
    wages = [wage for wage in told if wage is not None]
    assert wages == sorted(wages)
    assert told[len(wages) :] == [None] * (len(told) - len(wages))


def test_what_went_into_the_bin_last_stands_first_there() -> None:
    gone = [make_member(name=f"郁去{n}") for n in "甲乙丙"]
    for one in gone:
        keeping.to_bin(MEMBERS, [one.id])
    assert listing.ids(MEMBERS, Criteria("郁去", binned=True)) == [one.id for one in reversed(gone)]


def test_records_are_told_by_name_and_how_many_they_are() -> None:
    first, second, third = (make_member(name=name) for name in ("茅一", "茅二", "茅三"))
    some = [first.id, second.id, third.id]
    assert listing.names(MEMBERS, some, most=2) == f"{first}、{second}等 3 人"
    assert listing.names(MEMBERS, some[:1]) == str(first)
