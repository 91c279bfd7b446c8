"""Brackets around Chinese take a full width on every kind of paper (GB/T 15834-2011, 4.9).

Thousands are parted where figures stand below each other, in tables.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.printing.bound import BoundSheet
from app.printing.form import Cell, FormSheet
from app.printing.labels import LabelSheet, Stock, Words
from app.printing.letter import LetterSheet, body
from app.printing.pdf import AnySheet
from app.printing.roles import Role
from app.printing.sheet import Column, Sheet
from app.printing.styles import Style
from app.printing.typography import set_in_chinese

LIST = Sheet("表(一)", (Column("金额(元)", 20),), [["下(待)岗"]], heads=("甲(乙)", "", ""), notes=("注(一)",))
FORM = FormSheet("表(一)", ((Cell("中专(中职)", 24),),), head_left="甲(乙)", notes=("注(一)",))
LETTER = LetterSheet("书(一)", (body("同意(盖章)"),), notes=("注(一)",))
BOUND = BoundSheet("卷", LETTER, lambda _: LETTER, ((FORM,),), LETTER)
LABELS = LabelSheet("签", Stock(210, 297, 90, 50), ((Words("路(北)", 0, 0, 10, 10, Style(Role.SONG, 10)),),))


@pytest.mark.parametrize("sheet", [LIST, FORM, LETTER, BOUND, LABELS], ids=lambda sheet: type(sheet).__name__)
def test_brackets_around_chinese_are_full_width(sheet: AnySheet) -> None:
    before, after = list(sheet.texts()), list(set_in_chinese(sheet).texts())
    assert any("(" in text for text in before)
    assert after == [text.replace("(", "（").replace(")", "）") for text in before]


def test_brackets_around_numbers_stay() -> None:
    assert "(021)6438" in set_in_chinese(replace(FORM, rows=((Cell("(021)6438", 24),),))).texts()


def test_whatever_else_a_list_says_stays(make_sheet: Callable[..., Sheet]) -> None:
    assert list(set_in_chinese(make_sheet()).texts()) == list(make_sheet().texts())


def test_thousands_are_parted_in_tables_only(make_sheet: Callable[..., Sheet]) -> None:
    said = "支出合计 1,234,567.80 元，编号 12,34、1,2345"
    written = "支出合计 1234567.80 元，编号 12,34、1,2345"
    sheet = make_sheet([said], heads=("", "", said), intro=said, notes=(said,))
    listed, letter = set_in_chinese(sheet), set_in_chinese(LetterSheet("书", (body(said),), notes=(said,)))
    assert isinstance(listed, Sheet)
    assert isinstance(letter, LetterSheet)
    assert (listed.heads[2], listed.intro, *listed.notes) == (written,) * 3
    assert (letter.passages[0].text, *letter.notes) == (written,) * 2
    assert any(said in row for row in listed.rows)
