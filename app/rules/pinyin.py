"""Pinyin of Chinese characters without tones, ü as v, from the dictionaries of pypinyin.

It is read as pypinyin reads it, but not by it: once imported, pypinyin prepares for every style and way of
segmenting, which takes 56 MB and more than 0.1 s. The first search and every import would feel that.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_left
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PHRASE = re.compile(r'"([^"]+)":\s*\[([^:]*)\]')
_FIRST_READING = re.compile(r'\[\s*"([^"]+)"')
_TONES = str.maketrans("", "", "\u0300\u0301\u0302\u0304\u030c")
_LONGEST_PHRASE = 10


def read_in_context(text: str) -> list[str]:
    """Return the likeliest syllable of each character: as the word has it that the text forms there.

    A character without a reading stands for itself.

    >>> read_in_context("银行"), read_in_context("行A")
    (['yin', 'hang'], ['xing', 'A'])
    """
    syllables: list[str] = []
    while len(syllables) < len(text):
        rest = text[len(syllables) :]
        phrase = _longest_phrase(rest)
        if phrase:
            syllables += map(_without_tone, _FIRST_READING.findall(_phrases()[phrase]))
        else:
            # Of the beginning of a phrase that is cut off no part is taken for another phrase.
            alone = rest if _begins_phrase(rest) else rest[0]
            syllables += [_readings(character)[0] for character in alone]
    return syllables


@cache
def readings_of(character: str) -> tuple[str, ...]:
    """Return all syllables that a character is read as, the usual one first; itself where there is none."""
    return tuple(dict.fromkeys(_readings(character)))


def _longest_phrase(text: str) -> str:
    """Return the longest phrase with which a text begins; empty where it begins with none."""
    if text[:2] not in _beginnings():
        return ""
    phrases = _phrases()
    ends = range(min(len(text), _LONGEST_PHRASE), 1, -1)
    return next((text[:end] for end in ends if text[:end] in phrases), "")


def _begins_phrase(text: str) -> bool:
    if len(text) > 1 and text[:2] not in _beginnings():
        return False
    place = bisect_left(_sorted_phrases(), text)
    return place < len(_sorted_phrases()) and _sorted_phrases()[place].startswith(text)


@cache
def _readings(character: str) -> tuple[str, ...]:
    written = _characters().get(str(ord(character)))
    return tuple(map(_without_tone, written.split(","))) if written else (character,)


@cache
def _without_tone(syllable: str) -> str:
    plain = unicodedata.normalize("NFD", syllable).translate(_TONES)
    return unicodedata.normalize("NFC", plain).replace("ü", "v")


@cache
def _phrases() -> dict[str, str]:
    """Return the phrases, each with its syllables as the dictionary writes them: few are asked for."""
    return dict(_PHRASE.findall(_dictionary("phrases_dict.json")))


@cache
def _beginnings() -> frozenset[str]:
    """Return the first two characters of every phrase: most places of a text are the beginning of none."""
    return frozenset(phrase[:2] for phrase in _phrases())


@cache
def _sorted_phrases() -> list[str]:
    return sorted(_phrases())


@cache
def _characters() -> dict[str, str]:
    """Return the readings of each character, joined by commas, by its number."""
    characters: dict[str, str] = json.loads(_dictionary("pinyin_dict.json"))
    return characters


def _dictionary(name: str) -> str:
    spec = find_spec("pypinyin")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pypinyin")
    return Path(spec.origin).with_name(name).read_text("utf-8")
