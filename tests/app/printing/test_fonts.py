from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.printing.fonts import _glyphs, missing, width
from app.printing.roles import Role

OFFICE = st.text("泰祥社区工会困难职工档案〇·，。（）abcXYZ0123456789.,-*<&>\U00020bb7\u3f06", max_size=30)


def runs(text: str, role: Role) -> list[tuple[str, str]]:
    """Split text into (font name, what it draws), glyph by glyph."""
    drawn = [_glyphs(role)[character] for character in text]
    return [
        (font, "".join(glyph.drawn for glyph in group))
        for font, group in groupby(drawn, key=lambda glyph: glyph.font)
    ]


def test_values_are_drawn_in_song_and_labels_in_hei() -> None:
    assert runs("姓名", Role.SONG) == [("NotoSerifSC-Regular", "姓名")]
    assert runs("姓名", Role.HEI) == [("NotoSansSC-Bold", "姓名")]


@pytest.mark.parametrize(
    ("character", "font"), [("\U00020bb7", "HanaMinA"), ("\U0002b740", "HanaMinB"), ("☑", "HanaMinA")]
)
def test_a_character_the_font_lacks_is_drawn_by_another_one(character: str, font: str) -> None:
    assert runs(f"徐{character}明", Role.SONG) == [
        ("NotoSerifSC-Regular", "徐"),
        (font, character),
        ("NotoSerifSC-Regular", "明"),
    ]


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", ["徐𠮷明", "㛃", "䶮", "爨", "𫝀", "𬩖", "𫒸"])
def test_a_rare_name_is_drawn_in_every_style(name: str, role: Role) -> None:
    assert "".join(drawn for _, drawn in runs(name, role)) == name
    assert missing(name) == ""


@pytest.mark.parametrize("role", list(Role))
@given(text=OFFICE)
def test_nothing_of_a_text_is_lost_and_its_order_is_kept(role: Role, text: str) -> None:
    assert "".join(drawn for _, drawn in runs(text, role)) == text


@pytest.mark.parametrize("character", ["\ue000", "\U000f0000", "\U00030000"])
def test_a_character_no_font_has_is_drawn_as_a_visible_mark(character: str) -> None:
    assert runs(f"张{character}", Role.SONG) == [("NotoSerifSC-Regular", "张〓")]


def test_missing_characters_are_named_once_each() -> None:
    assert missing("张\ue000三\ue001\ue000") == "\ue000\ue001"


@pytest.mark.parametrize("text", ["〇·\U00020bb7\u3f06", "〓", "\u845b\U000e0100", "张\u200b三", "1\t2"])
def test_what_a_font_has_or_what_leaves_no_ink_is_not_missing(text: str) -> None:
    assert missing(text) == ""


def test_a_variant_selector_leaves_no_ink_and_takes_no_room() -> None:
    assert runs("\u845b\U000e0100", Role.SONG) == [("NotoSerifSC-Regular", "\u845b")]
    assert width("\u845b\U000e0100", Role.SONG, 10) == width("\u845b", Role.SONG, 10)


def test_a_chinese_character_is_as_wide_as_the_font_size() -> None:
    assert width("困难\U00020bb7\u3f06", Role.SONG, 10.5) == pytest.approx(42)
