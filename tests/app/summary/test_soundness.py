"""A sentence holds together: parts make up their whole or say 其中, and one population runs through it."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Refused
from app.office import Office
from app.rules.periods import year
from app.summary.compose import compose
from app.summary.draft import draft
from app.summary.reports import YEAR
from app.summary.texts import brought_along
from tests.factories.contracts import make_area, make_contract, make_count
from tests.factories.disputes import make_case
from tests.factories.people import make_enterprise, make_member

Y2011 = year(2011)
_JOINED = {"applied_on": date(2011, 3, 1), "approved_on": date(2011, 3, 1)}


def refused(sentence: str) -> str:
    """What is said against a sentence; nothing where it stands."""
    try:
        compose(f"总结\n{sentence}", Y2011)
    except Refused as told:
        return str(told)
    return ""


@pytest.fixture
def three_signers(office: Office) -> None:
    """Signed: one independent union, two unions of a trade; all private."""
    make_contract()
    make_contract(signer_type="行业工会")
    make_contract(signer_type="行业工会")


@pytest.mark.usefixtures("three_signers")
def test_parts_that_lose_some_are_refused_with_both_sides_and_the_remedy() -> None:
    """3 signed, 小区工会 0 and 独立工会 1 are named: two are lost."""
    told = refused(
        "签约{{ 非公签约单位 }}个："
        "小区工会{{ 非公签约单位.小区工会 }}个、独立工会{{ 非公签约单位.独立工会 }}个。"
    )
    assert told == (
        "第 2 行：非公签约单位3个，写出的部分是独立工会1个，合计1个，与总数不符；"
        "请补上其余部分（行业工会2个），或在前面写“其中”。"
    )


@pytest.mark.usefixtures("three_signers")
@pytest.mark.parametrize(
    "sentence",
    [
        "签约{{ 非公签约单位 }}个，其中独立工会{{ 非公签约单位.独立工会 }}个。",
        "签约{{ 非公签约单位 }}个：独立{{ 非公签约单位.独立工会 }}个、行业{{ 非公签约单位.行业工会 }}个。",
        "签约{{ 非公签约单位 }}个：{{ 非公签约单位.明细 }}。",
        "独立工会{{ 非公签约单位.独立工会 }}个。",
        "签约{{ 非公签约单位 }}个。独立工会{{ 非公签约单位.独立工会 }}个。",
        "签约{{ 非公签约单位 }}个，比去年多；独立工会{{ 非公签约单位.去年.独立工会 }}个。",
    ],
    ids=["says so", "all", "by itself all", "no whole", "another sentence", "another year"],
)
def test_parts_that_are_all_there_or_say_so_stand(sentence: str) -> None:
    assert refused(sentence) == ""


def test_a_declared_sum_is_held_to_likewise(office: Office) -> None:
    """80 labour contracts and 15 of services make 95; with 12 of the services only three are lost."""
    make_count()
    whole = "{{ 签订劳动合同和劳务合同 }}人签订了合同，{{ 劳动合同人数 }}人签订劳动合同，"
    assert refused(f"{whole}{{{{ 劳务人数 }}}}人签订劳务合同。") == ""
    assert refused("{{ 劳务人数 }}人，劳务合同{{ 劳务合同人数 }}人。") == ""


@pytest.fixture
def two_cases(office: Office) -> None:
    """Two cases came in, one was agreed upon, one is open."""
    make_case("结案", outcome="调解成功(达成协议)")
    make_case("受理")


@pytest.mark.usefixtures("two_cases")
def test_what_is_listed_after_a_colon_is_all_there_though_no_sum_is_declared() -> None:
    told = refused("受理{{ 受理争议 }}起：调解成功{{ 调解成功 }}起。")
    assert told == (
        "第 2 行：受理争议2起，写出的部分是调解成功1起，合计1起，与总数不符；"
        "请补上其余部分，或在前面写“其中”。"
    )


@pytest.mark.usefixtures("two_cases")
@pytest.mark.parametrize(
    "sentence",
    [
        "受理{{ 受理争议 }}起，其中：调解成功{{ 调解成功 }}起。",
        "受理{{ 受理争议 }}起：调解成功{{ 调解成功 }}起、未结{{ 受理争议未结 }}起。",
        "受理{{ 受理争议 }}起：涉及{{ 争议涉及人数 }}人。",
        "受理{{ 受理争议 }}起，调解成功{{ 调解成功 }}起。",
    ],
    ids=["says so", "all", "no parts", "no list"],
)
def test_a_list_that_is_whole_or_says_that_it_is_not_stands(sentence: str) -> None:
    assert refused(sentence) == ""


@pytest.mark.usefixtures("two_cases")
@pytest.mark.parametrize(
    "sentence",
    [
        "受理{{ 受理争议 }}起、调解成功{{ 调解成功 }}起。",
        "共受理{{ 受理争议 }}起案件、接待来访、调解成功{{ 调解成功 }}起。",
        "受理{{ 受理争议 }}起和调解成功{{ 调解成功 }}起。",
    ],
    ids=["a list", "a longer list", "two"],
)
def test_a_whole_and_a_part_of_it_are_no_list(sentence: str) -> None:
    """Domain 1.7: 、 lists different things, so two that came in and one of these reads as three."""
    assert refused(sentence) == (
        "第 2 行：受理争议2起里已有调解成功1起，用顿号并列会读成3起；"
        "请在“调解成功”前写“其中”，或用句号分成两句。"
    )


@pytest.mark.usefixtures("two_cases")
def test_a_part_before_its_whole_is_no_list_either() -> None:
    assert "受理争议2起里已有调解成功1起" in refused("调解成功{{ 调解成功 }}起、受理{{ 受理争议 }}起。")


def test_a_whole_that_is_all_one_part_is_counted_once(office: Office) -> None:
    """Both came to an agreement: two cases, not four."""
    for _ in range(2):
        make_case("结案", outcome="调解成功(达成协议)")
    told = refused("受理{{ 受理争议 }}起、调解成功{{ 调解成功 }}起。")
    assert "受理争议2起里已有调解成功2起，用顿号并列会读成4起" in told


@pytest.mark.usefixtures("two_cases")
@pytest.mark.parametrize(
    "sentence",
    [
        "受理{{ 受理争议 }}起、其中调解成功{{ 调解成功 }}起。",
        "受理{{ 受理争议 }}起，调解成功{{ 调解成功 }}起。",
        "受理{{ 受理争议 }}起、涉及{{ 争议涉及人数 }}人。",
        "调解成功{{ 调解成功 }}起、未结{{ 受理争议未结 }}起。",
        "受理{{ 受理争议 }}起、去年调解成功{{ 调解成功.去年 }}起。",
        "受理{{ 受理争议 }}起、其他方式结案{{ 其他方式结案 }}起。",
    ],
    ids=["says so", "no list", "another unit", "different ones", "another year", "none"],
)
def test_a_list_of_different_things_stands(sentence: str) -> None:
    assert refused(sentence) == ""


def test_a_member_counted_twice_is_refused(office: Office) -> None:
    """Domain 1.7: 会员23名、农民工会员17名 reads as forty."""
    make_member(is_migrant_worker=True, **_JOINED)
    make_member(is_migrant_worker=False, **_JOINED)
    one = "会员{{ 新发展会员 }}名、农民工会员{{ 新发展会员.农民工 }}名。"
    assert "新发展会员2名，写出的部分是农民工1名" in refused(one)
    assert refused(one.replace("、", "，其中")) == ""


@pytest.fixture
def a_public_firm(office: Office) -> None:
    """A state firm and a private one have a contract of their own."""
    make_contract(employer=make_enterprise(name="国营一厂", ownership_kind="国有企业").name)
    make_contract()


@pytest.mark.usefixtures("a_public_firm")
def test_two_populations_in_a_sentence_are_refused_with_both_sides_and_the_remedy() -> None:
    told = refused("非公企业签约{{ 非公签约单位 }}个，覆盖企业{{ 覆盖企业 }}家。")
    assert told == (
        "第 2 行：非公签约单位1个只算非公企业，同一句里的覆盖企业2家却不限于此；"
        "请改用“非公覆盖企业”（1家），或分成两句。"
    )


@pytest.mark.usefixtures("a_public_firm")
@pytest.mark.parametrize(
    "sentence",
    [
        "非公企业签约{{ 非公签约单位 }}个，覆盖企业{{ 非公覆盖企业 }}家、职工{{ 非公覆盖职工 }}人。",
        "非公企业签约{{ 非公签约单位 }}个。覆盖企业{{ 覆盖企业 }}家。",
        "签约{{ 集体合同签约单位 }}个，其中非公企业{{ 非公签约单位 }}个。",
    ],
    ids=["the same", "two sentences", "a part"],
)
def test_one_population_in_a_sentence_stands(sentence: str) -> None:
    assert refused(sentence) == ""


def test_where_both_populations_are_the_same_nothing_is_wrong(office: Office) -> None:
    make_contract()
    assert refused("非公企业签约{{ 非公签约单位 }}个，覆盖企业{{ 覆盖企业 }}家。") == ""


@pytest.mark.usefixtures("a_public_firm", "three_signers")
def test_the_text_that_comes_along_holds_together(office: Office) -> None:
    """A joint contract of an estate covers a state firm, too: 非公覆盖 leaves it out."""
    make_area(("国营一厂", 300), ("有司建筑公司", 40))
    text = compose(brought_along(YEAR), Y2011).text
    assert "签约单位达到5个，其中1家小区工会、2家独立工会、2家行业工会" in text


@pytest.mark.usefixtures("three_signers")
def test_the_editor_is_told_the_line_of_each_sentence() -> None:
    one = "签约{{ 非公签约单位 }}个：独立工会{{ 非公签约单位.独立工会 }}个。"
    made = draft(f"总结\n\n{one}\n\n会员不多。\n{one}", Y2011)
    assert made.document is None
    assert [trouble.line for trouble in made.troubles] == [3, 6]


@pytest.mark.parametrize(
    ("parts", "lost"),
    [
        ("劳务合同{{ 劳务合同人数 }}人", "劳务协议人数3人"),
        ("劳务合同{{ 劳务合同人数 }}人，劳务协议{{ 劳务协议人数 }}人", ""),
        ("劳务{{ 劳务人数 }}人，其中劳务合同{{ 劳务合同人数 }}人", ""),
    ],
)
def test_a_part_may_be_told_in_its_own_parts_where_they_are_all_there(
    office: Office, parts: str, lost: str
) -> None:
    """95 signed: 80 labour contracts, 12 and 3 of service; 80 and 12 lose three."""
    make_count()
    sentence = f"签订{{{{ 签订劳动合同和劳务合同 }}}}人，劳动合同{{{{ 劳动合同人数 }}}}人，{parts}。"
    told = refused(sentence)
    assert lost in told
    assert bool(told) == bool(lost)
