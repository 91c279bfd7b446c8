"""Characters are read as pypinyin reads them, whose dictionaries are the source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin, pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from app.rules.pinyin import read_in_context, readings_of

WORDS = st.sampled_from("张王李单长城重庆银行音乐快朝阳大夫人和平安绿女吕一不小心丁点儿泰祥有限公司A1·（𠮷")


def as_pypinyin_reads(text: str) -> list[str]:
    return [syllable.replace("ê", "e") for syllable in lazy_pinyin(text, errors=list)]  # type: ignore[arg-type]  # its annotation knows only str


@given(st.text(WORDS, min_size=1, max_size=14))
def test_a_text_is_read_in_context(text: str) -> None:
    assert read_in_context(text) == as_pypinyin_reads(text)


def test_every_phrase_of_the_dictionary_is_read_so() -> None:
    assert [phrase for phrase in PHRASES_DICT if read_in_context(phrase) != as_pypinyin_reads(phrase)] == []


def test_every_reading_of_every_character_is_known() -> None:
    def readings(character: str) -> tuple[str, ...]:
        every = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
        return tuple(dict.fromkeys(reading.replace("ê", "e") for reading in every))

    assert [one for one in map(chr, PINYIN_DICT) if readings_of(one) != readings(one)] == []


def test_a_phrase_that_is_cut_off_is_read_by_characters() -> None:
    """丁点 begins no phrase and 一丁点 only one that goes on: 一丁点儿."""
    assert read_in_context("一丁点") == ["yi", "ding", "dian"]
