"""What the words beside a number say of it: sentences of invented offices."""

from __future__ import annotations

import pytest

from app.figures.figure import Kind
from app.learning.beside import head_of, is_more_of, leans_on_others, topic_of
from app.learning.counted import counted_by
from app.learning.doing import is_aimed_at, is_done_to, is_for_each, is_standard, kind_said
from app.learning.quantities import quantities_in
from app.learning.quantity import Quantity


def _numbers(report: str) -> list[Quantity]:
    return quantities_in(report, 2025)


def _last(report: str) -> Quantity:
    return _numbers(report)[-1]


@pytest.mark.parametrize(
    ("report", "kind"),
    [
        ("新建工会12家。", Kind.FLOW),
        ("年内共增加工会组织6家。", Kind.FLOW),
        ("为64名会员办理了体检。", Kind.FLOW),
        ("看望住院会员9人。", Kind.FLOW),
        ("有18名会员参加了巡逻。", Kind.FLOW),
        ("修订财务等制度3项。", Kind.FLOW),
        ("现有工会186家。", Kind.STOCK),
        ("会员发展到2300人。", Kind.STOCK),
        ("全乡共有会员830人。", Kind.STOCK),
        ("征订报刊60份。", None),
    ],
)
def test_verbs_tell_what_was_done_from_what_there_is(report: str, kind: Kind | None) -> None:
    assert kind_said(_last(report)) is kind


@pytest.mark.parametrize(
    "report",
    [
        "区里下达的30家建会任务。",
        "完成全年任务（12家）。",
        "力争新建工会5家。",
        "四、明年工作打算\n1、新建工会8家。",
    ],
)
def test_what_was_to_be_done_is_told_from_what_was(report: str) -> None:
    assert is_aimed_at(_last(report))


@pytest.mark.parametrize(
    "report",
    [
        "积极争取到上级资金6万元。",
        "参加互助保障计划310人。",
        "三、存在问题和下一步打算\n一是会费收缴率仅76%。",
        "二、上半年工作\n新建工会8家。",
    ],
)
def test_what_was_done_is_no_aim(report: str) -> None:
    assert not is_aimed_at(_last(report))


def test_what_each_was_given_is_no_sum() -> None:
    assert is_for_each(_last("为他们每人送去300元。"))
    assert is_for_each(_last("人均补助200元。"))
    assert is_for_each(_last("为每名困难职工发放300元。"))
    assert not is_for_each(_last("为他们送去慰问金6300元。"))


def test_a_standard_counts_nothing() -> None:
    assert all(map(is_standard, _numbers("慰问标准由200元提高到300元。")))
    assert not is_standard(_last("发放慰问金300元。"))


@pytest.mark.parametrize(
    ("report", "done"),
    [
        ("为64名快递员办理体检。", True),
        ("帮助12名保安实现就业。", True),
        ("吸引64名快递员入会。", False),
        ("组织30名职工参观。", False),
        ("发展会员64名。", False),
    ],
)
def test_to_whom_something_was_done_is_told(report: str, done: bool) -> None:
    assert is_done_to(_last(report)) is done


@pytest.mark.parametrize(
    ("report", "label", "counts"),
    [
        ("现有企业12家。", "基层工会", False),
        ("现有企业12家。", "登记企业", True),
        ("现有基层工会12家。", "登记企业", False),
        ("新建工会的企业12家。", "新建工会", True),
        ("15家单位加入。", "联合工会涵盖单位", True),
        ("慰问劳模8名。", "困难慰问人数", False),
        ("慰问困难劳模8名。", "困难慰问人数", True),
        ("有企业6家参加。", "机关事业参保单位", False),
        ("机关6家参加。", "机关事业参保单位", True),
        ("为64名快递员办理体检。", "新就业形态会员", False),
        ("为64名快递员办理体检。", "新就业形态会员·快递员", False),
        ("新发展快递员会员64人。", "新发展会员", False),
        ("新发展快递员会员64人。", "发展新就业形态会员", True),
        ("看望户外劳动者8名。", "困难慰问人数", False),
    ],
)
def test_a_figure_counts_what_its_number_counts(report: str, label: str, counts: bool) -> None:
    assert (counted_by(_last(report)).share_of(label) == 1.0) is counts


@pytest.mark.parametrize(
    ("report", "head"),
    [
        ("新建户外劳动者驿站14家。", "驿站"),
        ("场地使用率为65%。", "使用"),
        ("接待来信23件。", ""),
        ("失业人员210人。", ""),
        ("15名会员报名。", ""),
        ("有7个读书小组。", "小组"),
        ("新建“流动书屋”79个。", "书屋"),
        ("有7个企业参加评比。", ""),
    ],
)
def test_the_noun_before_a_number_is_what_it_counts(report: str, head: str) -> None:
    assert head_of(_last(report)) == head


def test_a_number_of_few_words_goes_on_with_the_one_before_it() -> None:
    target, done = _numbers("区里下达的30家建会任务，实际完成34家。")
    assert is_more_of(done, target)
    first, other = _numbers("新建工会30家，换届工会34家。")
    assert not is_more_of(other, first)


@pytest.mark.parametrize(("report", "leans"), [("助学5人，共计6000元。", True), ("经费支出6000元。", False)])
def test_a_sum_leans_on_what_it_adds_up(report: str, leans: bool) -> None:
    assert leans_on_others(_last(report)) is leans


def test_an_item_is_about_what_stands_before_its_colon() -> None:
    assert topic_of("职工互助保障：参保60人次。") == "职工互助保障"
