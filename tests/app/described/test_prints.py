"""What the notice of a described register shows to strangers: no numbers of people, no illness."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.described import changing
from app.described.description import DescribedField, Description
from app.keeping import keeping
from app.papers import prints_of
from app.printing.layout import PrintRequest
from app.printing.prints import make
from tests.factories.people import make_member
from tests.helpers.paper import read

pytestmark = pytest.mark.usefixtures("office")


def _on_wall(folder: Path, value: object, *, label: str = "备注", kind: str = "text") -> str:
    """Return what the notice says of a record with a value."""
    choices = (str(value),) if kind == "choice" else ()
    field = DescribedField("c2", label, kind, listed=True, choices=choices)
    place = DescribedField("c1", "地点", "text", listed=True)
    register = changing.make(Description("驿站来访", (place, field), "次", "own")).own.register
    keeping.save(register, keeping.new(register, c1="东门站", c2=value))
    listed, _ = prints_of(register)
    make(listed, PrintRequest(date(2011, 12, 1)), folder / "wall.pdf", public=True)
    pages, _ = read(folder / "wall.pdf")
    return "".join("".join(pages).split())


@pytest.mark.parametrize(
    ("number", "hidden"),
    [
        ("310104198005061234", "310104********1234"),
        ("13812345678、64380000", "138****5678、64380000"),
        ("6222021234567890188", "************0188"),
    ],
    ids=["of an identity card", "of a mobile telephone", "of a bank card"],
)
def test_numbers_of_people_are_hidden_in_words_too(tmp_path: Path, number: str, hidden: str) -> None:
    """A column of which one number is wrong holds words."""
    text = _on_wall(tmp_path, number)
    assert number not in text
    assert hidden in text


def test_numbers_of_things_are_shown(tmp_path: Path) -> None:
    assert "9787111012345" in _on_wall(tmp_path, "9787111012345", label="书号")


@pytest.mark.parametrize(
    ("label", "kind", "value"),
    [
        ("身份证号", "text", "31010419800506"),
        ("联系电话", "phone", "021-64381234"),
        ("家庭住址", "text", "泰祥路8弄"),
        ("病情", "choice", "高血压"),
        ("月收入", "money", 3_000_00),
        ("子女姓名", "person", "李小明"),
    ],
)
def test_what_strangers_must_not_know_is_left_off(
    tmp_path: Path, label: str, kind: str, value: object
) -> None:
    text = _on_wall(tmp_path, value, label=label, kind=kind)
    assert "东门站" in text
    assert label not in text


def test_a_member_who_is_referred_to_is_named_as_on_all_notices(tmp_path: Path) -> None:
    member = make_member(name="李小明")
    field = DescribedField("c1", "会员", "reference", required=True, listed=True, to="members")
    register = changing.make(Description("借书", (field,), "次", "own", owner="c1")).own.register
    keeping.save(register, keeping.new(register, c1=member))
    listed, _ = prints_of(register)
    make(listed, PrintRequest(date(2011, 12, 1)), tmp_path / "wall.pdf", public=True)
    text = "".join("".join(read(tmp_path / "wall.pdf")[0]).split())
    assert "李*明" in text
    assert "李小明" not in text
