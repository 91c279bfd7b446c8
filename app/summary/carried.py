"""Last year's own words in this year's text: marked until they are kept, changed or dropped.

A text begins as that of the year before. Its sentences, unless the program itself wrote them, are last
year's: each is marked as long as it stands there word for word and nobody has said that it stays. One
that still names last year does not go to paper before somebody has.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from app.summary.compose import lead_of
from app.summary.conditions import CONDITION

_PIECE = re.compile(r"[^。！？]+[。！？]*[”』」）]*")
_ENDED = re.compile(r"[。！？；：;:][”』」）]*$")
_FIGURES = re.compile(rf"\{{\{{[^{{}}\n]*\}}\}}|{CONDITION.pattern}")
_MENTION = re.compile(r"\{\{\s*([^{}\n]*?)\s*\}\}")
_LETTER = re.compile(r"\w")
_LONGEST_HEADING = 40
_CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_NOUGHT = "[〇○零OoＯｏ]"  # also the letter, which keyboards offer first
# 比2011年增长, 与去年同期相比: what is compared with last year speaks of this one.
_NOT_COMPARED = "(?<![比较与和同于过])"
_NOT_SAME_DAYS = "(?!同期)"
_SPOKEN = rf"{_NOT_COMPARED}(?:去年|上年(?![龄纪])|上一年){_NOT_SAME_DAYS}"
_EDITION = "第[0-9一二三四五六七八九十百]+[届期]|前年"
_DAY = "[0-9]{1,2}月[0-9]{1,2}日"


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text: from `start` to `end`, in which line (from 1), its words without a number."""

    start: int
    end: int
    line: int
    words: str

    @property
    def told(self) -> str:
        """Return it for people: figures by their names, no conditions."""
        return _FIGURES.sub("", _MENTION.sub(r"〔\1〕", self.words))


@dataclass(frozen=True)
class Outdated:
    """A sentence that still names last year, and the words by which it does."""

    sentence: Sentence
    names: str

    @property
    def told(self) -> str:
        """Say it in a row of others: 第 3 行“……”（写着“2011年”）."""
        return f"第 {self.sentence.line} 行“{self.sentence.told}”（写着“{self.names}”）"


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text, headings and the like among them, in order."""
    at = 0
    for number, line in enumerate(text.split("\n"), start=1):
        lead = len(line) - len(line.lstrip())
        lead += len(lead_of(line[lead:]))
        for match in _PIECE.finditer(line, lead):
            if words := match[0].strip():
                start = at + match.start() + match[0].index(words)
                yield Sentence(start, start + len(words), number, words)
        at += len(line) + 1


def is_free(sentence: Sentence) -> bool:
    """Tell whether it says something in words of its own: no heading, no title, no figures alone."""
    ended = _ENDED.search(sentence.words) or len(sentence.words) > _LONGEST_HEADING
    return bool(ended and _LETTER.search(_FIGURES.sub("", sentence.words)))


@dataclass(frozen=True)
class Inherited:
    """What the text of `year` took over from that of an earlier year, `since`.

    `words` are the sentences in last year's own words, `kept` those of the year's text that somebody
    looked at and let stay.
    """

    year: int
    since: int | None = None
    words: frozenset[str] = field(default_factory=frozenset)
    kept: frozenset[str] = field(default_factory=frozenset)

    @property
    def undecided(self) -> frozenset[str]:
        """Return the words of the sentences that are marked wherever they stand."""
        return self.words - self.kept

    def marked(self, text: str) -> list[Sentence]:
        """Return the sentences of a text that are last year's, and about which nothing was decided."""
        return [sentence for sentence in sentences(text) if sentence.words in self.undecided]

    def outdated(self, text: str) -> list[Outdated]:
        """Return the sentences of a text that still name last year, and that nobody chose to keep."""
        named = (
            (sentence, self._names(sentence))
            for sentence in sentences(text)
            if sentence.words not in self.kept
        )
        return [Outdated(sentence, names) for sentence, names in named if names]

    def keeping(self, words: Collection[str]) -> Inherited:
        """Return the same with more sentences kept."""
        return Inherited(self.year, self.since, self.words, self.kept | frozenset(words))

    def _names(self, sentence: Sentence) -> str:
        """Return the words by which a sentence names last year; empty where it does not.

        In a sentence that was taken over also an edition, a day without a year, or any year since then.
        """
        plain = _FIGURES.sub("　", sentence.words)
        shapes = [_year_named(self.year - 1), _SPOKEN]
        if sentence.words in self.words and self.since is not None:
            years = range(self.since, self.year - 1)
            shapes += [*map(_year_named, years), _short_year(self.since), _EDITION, _DAY]
        match = re.search("|".join(shapes), plain)
        return match[0] if match else ""


def _year_named(year: int) -> str:
    figures = str(year)
    chinese = figures.translate(_CHINESE).replace("〇", _NOUGHT)
    written = "|".join((figures, figures.translate(_WIDE), chinese))
    ends = rf"[^\S\n]*年度?{_NOT_SAME_DAYS}|(?=[-./．][0-9])|(?=[”》])"
    return rf"{_NOT_COMPARED}(?<![0-9])(?:{written})(?:{ends})"


def _short_year(year: int) -> str:
    """Two figures are a year in 10年“红五月”, but not in 10年来."""
    return rf"(?<![0-9第近满]){year % 100:02d}年(?![来内间以之后前多])"
