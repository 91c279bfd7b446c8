from __future__ import annotations

import pytest

from app.errors import Invalid
from app.rules.parties import Party, is_unit, read_parties


@pytest.mark.parametrize("between", ["、", "，", ",", "；", ";", "\n", " 、 "])
def test_several_parties_stand_in_one_cell(between: str) -> None:
    assert read_parties(f"王五{between}李四") == [Party("王五", False), Party("李四", False)]


def test_a_party_named_twice_is_one() -> None:
    assert read_parties("王五、王五") == [Party("王五", False)]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("王五等12人", Party("王五", False, "等12人")),
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
