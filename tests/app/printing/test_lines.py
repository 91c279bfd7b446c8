import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.printing.fonts import width
from app.printing.lines import least_width, set_text
from app.printing.roles import Role
from app.printing.styles import Style

TEN = Style(Role.SONG, 10)  # a Chinese character is 10 points wide
MIXED = st.text("上海恰尔斯精密电子机械有限公司（）《》，。·年abcd 0123456789.*\n", max_size=60)


def lines(text: str, room: float, **how: bool) -> tuple[str, ...]:
    return set_text(text, TEN, room, **how).lines


@given(MIXED, st.floats(12, 200))
def test_no_line_is_wider_than_its_room(text: str, room: float) -> None:
    block = set_text(text, TEN, room)
    assert all(width(line, *block.style) <= room + 0.001 for line in block.lines)


@given(MIXED, st.floats(12, 200), st.booleans())
def test_breaking_loses_nothing_but_blanks(text: str, room: float, even: bool) -> None:
    assert "".join("".join(lines(text, room, even=even)).split()) == "".join(text.split())


def test_chinese_breaks_between_any_two_characters() -> None:
    assert lines("上海恰尔斯精密电子机械制造有限公司", 100) == ("上海恰尔斯精密电子机", "械制造有限公司")


@pytest.mark.parametrize(("term", "least"), [("未换届", 30), ("到期未换届", 30), ("一方不愿调解终止", 40)])
def test_a_term_stands_on_two_lines_at_most(term: str, least: float) -> None:
    assert least_width(term, TEN) == least
    assert len(lines(term, least)) <= 2


def test_a_number_is_not_torn_apart() -> None:
    assert lines("医疗费自付共计31,260.00元", 95) == ("医疗费自付共计", "31,260.00元")


def test_a_wage_keeps_its_unit() -> None:
    assert lines("待遇面议或 123,456 元/月", 80) == ("待遇面议或", "123,456 元/月")


def test_no_paragraph_ends_in_a_single_character_though_a_date_above_takes_the_width() -> None:
    assert lines("2026年10月22日\n泰祥社区困难职工帮扶工作调度员", 78) == (
        "2026年10月22日",
        "泰祥社区困难",
        "职工帮扶工作",
        "调度员",
    )


def test_an_id_number_is_set_smaller_rather_than_broken() -> None:
    natural = width("310104198001011234", *TEN)
    block = set_text("310104198001011234", TEN, natural * 0.8)
    assert block.lines == ("310104198001011234",)
    assert block.style.size == pytest.approx(8)


def test_a_number_that_would_become_illegible_is_broken_after_all() -> None:
    assert len(lines("3" * 60, 60)) > 1


@pytest.mark.parametrize("label", ["身份证号", "健康"])
def test_a_label_of_four_characters_never_breaks(label: str) -> None:
    assert lines(label, len(label) * 8) == (label,)


def test_a_closing_mark_does_not_begin_a_line() -> None:
    assert lines("主要遭受意外事故，停工五个月", 80) == ("主要遭受意外事", "故，停工五个月")


def test_an_opening_mark_does_not_end_a_line() -> None:
    assert lines("依据本单位的《困难职工帮扶办法》", 70) == ("依据本单位的", "《困难职工帮扶", "办法》")


def test_a_short_bracket_stays_whole() -> None:
    assert lines("本人月平均收入（元）", 85) == ("本人月平均收入", "（元）")


def test_a_name_breaks_at_its_dots() -> None:
    assert lines("阿布都热合曼·买买提依明·艾合买提", 90) == ("阿布都热合曼·", "买买提依明·", "艾合买提")


def test_a_comma_stays_with_the_last_part_of_a_name() -> None:
    names = "欧阳建国1·艾合买提、欧阳建国10·艾合买提、欧阳建国11·艾合买提"
    assert not any(line.startswith("、") for room in range(50, 250) for line in lines(names, room))


def test_a_typed_line_break_stays() -> None:
    assert lines("主要：疾病\n住院两次", 200) == ("主要：疾病", "住院两次")


def test_an_indented_paragraph_stays_indented() -> None:
    assert lines("　　现予公示，如有异议请反映。", 110)[0].startswith("　　现")


def test_a_centred_text_does_not_leave_a_single_character_on_its_last_line() -> None:
    assert lines("上海恰尔斯精密电子机械", 100, even=True) == ("上海恰尔斯精", "密电子机械")


def test_an_amount_stays_on_one_line() -> None:
    assert lines("1,234,567.89 元", 60, whole=True) == ("1,234,567.89 元",)


def test_a_block_is_cut_before_a_line() -> None:
    block = set_text("长期病休" * 10, TEN, 40)
    first, rest = block.cut(3)
    assert (len(first.lines), first.lines + rest.lines, rest.style) == (3, block.lines, TEN)


@pytest.mark.parametrize(
    ("text", "room"),
    [("生效日期2011年12月28日", 90), ("见（2011）泰劳调字第12号一案", 125), ("于2011年12月结案", 65)],
)
def test_a_date_and_a_case_number_are_not_torn_within_a_text(text: str, room: float) -> None:
    whole = re.search(r"（?\d{4}.*[日号月]", text)
    assert whole is not None
    assert any(whole[0] in line for line in lines(text, room))


@pytest.mark.parametrize("mark", "～℃々〗")
def test_a_mark_that_belongs_to_what_stands_before_it_does_not_begin_a_line(mark: str) -> None:
    assert not any(line.startswith(mark) for line in lines(f"甲乙丙丁戊己{mark}庚辛壬癸", 60))


def test_nothing_is_set_smaller_than_a_clerk_reads() -> None:
    assert set_text("310104198001011234", Style(Role.SONG, 10.5), 70).style.size == 10.5
    assert set_text("310104198001011234", Style(Role.SONG, 10.5), 85).style.size >= 8


def test_one_character_is_not_left_on_the_last_line_where_another_can_join_it() -> None:
    assert lines("上海恰尔斯精密电子机械", 100) == ("上海恰尔斯精密电子", "机械")


def test_the_number_of_a_bank_card_stays_on_one_line() -> None:
    """A bank's clerk types it from the paper, group by group."""
    card = "6222 0210 0109 8550 188"
    assert card in lines(f"工商银行{card}", 125)


def test_a_character_and_its_full_stop_are_not_left_alone_on_the_last_line() -> None:
    assert lines("申请时请带好身份证明和有关材料。", 150) == ("申请时请带好身份证明和有关", "材料。")


@pytest.mark.parametrize(
    ("text", "room", "whole"),
    [
        ("电话＿＿＿＿＿＿＿＿＿＿，与本人的关系", 110, "＿＿＿＿，"),  # never a stump of one or two
        ("本组织于＿＿＿＿年＿＿月＿＿日受理", 140, "＿＿＿＿年＿＿月＿＿日"),
        ("本介绍信有效期＿＿天", 90, "＿＿天"),
        ("参加“＿＿＿＿＿”评选", 70, "“＿＿＿＿＿”"),
        ("本卷共装订三十页，存放于＿＿＿＿＿＿＿＿。", 160, "＿＿＿＿＿＿＿＿。"),
        ("性别＿＿，身份证号＿＿＿＿＿＿＿＿＿＿＿，单位", 160, "＿＿＿＿＿＿＿＿＿＿＿，"),
        ("会员组织关系转往＿＿＿＿＿＿＿＿＿＿＿＿＿＿，会费", 150, "＿＿＿＿＿＿＿＿，"),
    ],
)
def test_room_to_write_in_is_not_cut_into_stumps(text: str, room: float, whole: str) -> None:
    assert any(whole in line for line in lines(text, room))


def test_the_end_of_a_term_stays_with_its_word() -> None:
    assert "至2012年12月31日" in lines("2012年1月1日至2012年12月31日", 100)


def test_a_name_is_set_smaller_rather_than_torn_within_its_parts() -> None:
    block = set_text("阿卜杜热合曼·买买提依明·艾合买提", TEN._replace(size=10.5), 60)
    assert block.lines == ("阿卜杜热合曼·", "买买提依明·", "艾合买提")
    assert 8 <= block.style.size < 10.5
