from __future__ import annotations

import pytest

from app.errors import Invalid
from app.rules.parties import Party, is_unit, read_parties


@pytest.mark.parametrize(
    "between", ["、", "，", ",", "；", ";", "\n", " 、 ", "/", "／", " / ", "|", "｜", "+", "＋", "&", "\t"]
)
def test_several_parties_stand_in_one_cell(between: str) -> None:
    assert read_parties(f"王五{between}李四") == [Party("王五", False), Party("李四", False)]


@pytest.mark.parametrize(
    "text",
    [
        "1.王五 2.李四",
        "1、王五、2、李四",
        "（1）王五（2）李四",
        "①王五②李四",
        "1．王五\n2．李四",
        "1)王五;2)李四",
    ],
)
def test_the_numbers_of_a_list_are_nobodys_name(text: str) -> None:
    assert read_parties(text) == [Party("王五", False), Party("李四", False)]


@pytest.mark.parametrize(
    "name", ["3M中国有限公司", "上海1.5公司", "58同城（上海）公司", "上海（卫庆、广达）联合公司"]
)
def test_the_number_in_the_name_of_a_unit_stays(name: str) -> None:
    assert read_parties(name) == [Party(name, True)]


@pytest.mark.parametrize("text", ["王五和李四", "王小五与李四", "王五及李小四", "王五以及李四"])
def test_a_word_that_may_join_two_names_is_asked_about(text: str) -> None:
    with pytest.raises(Invalid, match=f"“{text}”是一个单位还是几人？单位请写全称，几人请用顿号隔开"):
        read_parties(text)


@pytest.mark.parametrize(
    ("text", "unit"), [("张和平", False), ("同济大学", False), ("泰和与君物流公司", True), ("谢与之", False)]
)
def test_such_a_word_within_a_name_is_its_own(text: str, unit: bool) -> None:
    assert read_parties(text) == [Party(text, unit)]


def test_a_party_named_twice_is_one() -> None:
    assert read_parties("王五、王五") == [Party("王五", False)]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("王五等12人", Party("王五", False, "等12人")),
        ("王五等", Party("王五", False, "等")),
        ("王五等人", Party("王五", False, "等人")),
        ("王五等三名职工", Party("王五", False, "等三名职工")),
        ("王五（本人，已到场）", Party("王五", False, "本人，已到场")),
        ("卫庆（上海）电梯工程有限公司", Party("卫庆（上海）电梯工程有限公司", True)),
        ("卫庆电梯工程有限公司（已注销）", Party("卫庆电梯工程有限公司", True, "已注销")),
        ("张 三", Party("张 三", False)),
    ],
)
def test_what_is_written_beside_a_name_is_kept_as_a_note(text: str, party: Party) -> None:
    assert read_parties(text) == [party]


def test_a_blank_that_may_part_two_names_is_asked_about() -> None:
    with pytest.raises(Invalid, match="“王五 李四”是一人还是几人"):
        read_parties("王五 李四")
    with pytest.raises(Invalid, match="是一人还是几人"):
        read_parties("王小五 李四")


@pytest.mark.parametrize(
    "name", ["卫庆电梯工程有限公司", "五金厂", "小吃店", "泰祥街道劳动保障所", "泰祥工会"]
)
def test_a_unit_is_told_by_its_last_word_or_its_length(name: str) -> None:
    assert is_unit(name)


@pytest.mark.parametrize("name", ["王五", "欧阳小明", "阿依古丽·买买提", "Mary Ann Smith", "李学会", "𠮷田"])
def test_a_person_is_no_unit(name: str) -> None:
    assert not is_unit(name)
