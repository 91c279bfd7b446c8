"""What is not there is not said; what fell to nothing since last year is.

A sentence tells of nothing with no 0名 in it: the item of a list and the part between commas of which every
figure is nought are left out, and what led them in goes over to what follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from app.figures.figure import Fact, Figure, Kind, model_of
from app.figures.measures import Scale
from app.registry import figure_named
from app.rules.periods import Period
from app.summary.quoted import Quoted
from app.summary.template import CLOSE, MIDDLE, OPEN, days_in_words
from app.summary.worked import has_work

QUOTE = re.compile(f"{OPEN}([0-9]+){MIDDLE}([^{CLOSE}]*){CLOSE}")
_END = re.compile(r"[。；;！？]?[”』」）]*$")
_OPENING, _CLOSING = "（(“《「『", "）)”》」』"
_COMMAS, _PAUSE = "，,：:", "、"
_LED_IN = "其中"
_LEADING = re.compile("其中|包括|共有|有|为")
_TIME = re.compile(
    r"(?:[0-9]{4}年)?(?:全年|[上下]半年|第[一二三四]季度|截至[0-9年月日]+|[0-9—]+月)，?共?|[0-9]{4}年，?"
)
_JOINING = re.compile(r"^(?:并且|并|也|且|同时|还)")
_LONGEST_UNIT, _LONGEST_NAME = 4, 12  # 人次; 家小区工会


@dataclass(frozen=True)
class _Piece:
    """What stands between two marks, and the mark before it."""

    mark: str
    text: str


class Absence:
    """Leaves out of the clauses of one text what its figures tell nothing of.

    `marked` says how an absence is shown where it shall be: it is given the names of the figures.
    """

    def __init__(self, quotes: Sequence[Quoted], period: Period, left_out: Callable[[str], str]) -> None:
        self._quotes = quotes
        self._period = period
        self._left_out = left_out
        self._fallen: set[object] = set()
        self._named: set[str] = set()

    def quoted(self, text: str) -> list[Quoted]:
        """Return the figures in a piece of rendered text."""
        return [self._quotes[int(number)] for number, _ in QUOTE.findall(text)]

    def unregistered(self, quotes: Sequence[Quoted]) -> str:
        """Name the figures that have no record; not each part of one that was named, or that has some."""
        if all("·" in quote.figure.label for quote in quotes) and any(map(self._is_known_part, quotes)):
            return ""
        names = dict.fromkeys(quote.figure.label for quote in quotes if not self._is_known_part(quote))
        self._named.update(name.partition("·")[0] for name in names)
        return "、".join(names)

    def _is_known_part(self, quote: Quoted) -> bool:
        whole, _, part = quote.figure.label.partition("·")
        figure = figure_named(whole) if part else None
        return figure is not None and (whole in self._named or bool(figure.counted(quote.period)))

    def fall(self, text: str) -> str:
        """Say of the first figure in a text that was not nought last year that it is now; else nothing.

        A fall is said once, and of what was done in a period once for each kind of record; of a period in
        which nothing was done it is not said of each work that it was not. What a part of the period lacks
        is said with what all of it holds: a sentence may not hide five cases of another month.
        """
        for number, _ in QUOTE.findall(text):
            quote = self._quotes[int(number)]
            key = _fall_of(quote)
            if key in self._fallen:
                continue
            words = self._in_other_months(quote) or (_in_words(quote) if _fell(quote) else "")
            if words:
                self._fallen.add(key)
                return f"{OPEN}{number}{MIDDLE}{words}{CLOSE}"
        return ""

    def _in_other_months(self, quote: Quoted) -> str:
        """Say e.g. 4—12月没有受理争议，全年共5起; nothing where all of the period is quoted, or empty."""
        within = self._period.first <= quote.period.first and quote.period.last <= self._period.last
        if not within or [*quote.period] == [*self._period] or not is_nought(quote):
            return ""
        whole = Quoted(quote.figure, self._period)
        if quote.figure.kind is not Kind.FLOW or not whole.number:
            return ""
        span = quote.period.label.removeprefix(f"{self._period.last.year}年")
        all_of_it = days_in_words(self._period, date.today())[0]
        amount = f"{quote.figure.scale.prose(whole.number)}{quote.figure.unit}"
        return f"{span}没有{name_in_words(quote.figure)}，{all_of_it}共{amount}"

    def said(self, clause: str) -> str:
        """Return a clause of which some figure tells something, without what the others do not tell."""
        if not any(is_nought(quote) for quote in self.quoted(clause)):
            return clause
        ending = _END.search(clause)
        end = ending[0] if ending is not None else ""
        pieces = list(_split(clause[: len(clause) - len(end)], _COMMAS))
        kept: list[_Piece] = []
        lead = ""
        for at, piece in enumerate(pieces):
            whole = self.quoted(piece.text)
            if whole and all(is_nought(quote) for quote in whole):
                told = self.fall(piece.text) or self._left_out(self.unregistered(whole))
                if told:
                    kept.append(_Piece(piece.mark, told))
                    continue
                lead = _lead(piece.text, first=not kept) or (lead if not kept else "")
                if lead == _LED_IN and not (at + 1 < len(pieces) and self._akin(piece, pieces[at + 1])):
                    lead = ""
                if piece.mark in "：:" and kept and not self.quoted(kept[-1].text):
                    kept.pop()
                continue
            text = self._listed(piece.text)
            if lead and not text.startswith(lead) and not (_TIME.match(text) and _TIME.match(lead)):
                text = lead + text
            if not kept and at:
                text = _JOINING.sub("", text)
            kept.append(_Piece(piece.mark, text))
            lead = ""
        return "".join(f"{piece.mark if at else ''}{piece.text}" for at, piece in enumerate(kept)) + end

    def _listed(self, text: str) -> str:
        """Leave out of a list with pauses the items that are nought."""
        items = list(_split(text, _PAUSE))
        if len(items) == 1:
            return text
        kept: list[str] = []
        lead = ""
        for number, item in enumerate(items):
            quotes = self.quoted(item.text)
            if quotes and all(is_nought(quote) for quote in quotes) and _is_plain(item.text):
                if number == 0:
                    lead = _lead_of_list(item.text, items[1].text, quotes[0].figure)
                told = self.fall(item.text) or self._left_out(self.unregistered(quotes))
                if told:
                    kept.append(f"{lead}{told}")
                    lead = ""
                continue
            kept.append(f"{lead}{item.text}")
            lead = ""
        return _PAUSE.join(kept)

    def _akin(self, one: _Piece, other: _Piece) -> bool:
        """Tell whether two pieces tell parts of the same figure."""
        first, second = (
            {quote.figure.key.partition(":")[0] for quote in self.quoted(piece.text)}
            for piece in (one, other)
        )
        return bool(first & second)


def is_nought(quote: Quoted) -> bool:
    """Tell whether a figure counted nothing; a share of 0% says something, words that lack are a gap."""
    if quote.override is not None or isinstance(quote.figure, Fact) or quote.figure.scale is Scale.SHARE:
        return False
    return quote.value.number == 0


def _fell(quote: Quoted) -> bool:
    """Tell whether work that was done last year was not; plans, problems and honours are told one by one."""
    figure = quote.figure
    if isinstance(figure, Fact) or figure.scale is Scale.SHARE or figure.ahead or figure.tells is not None:
        return False
    if figure.kind is Kind.FLOW and not has_work(quote.period):
        return False
    return quote.number == 0 and bool(quote.reading.last.number)


def _fall_of(quote: Quoted) -> object:
    """Return what falls with a figure: its parts, and of a flow all that counts the same kind of record."""
    whole = quote.figure.key.partition(":")[0]
    return whole if quote.figure.kind is Kind.STOCK else model_of(quote.figure, quote.period)


def _in_words(quote: Quoted) -> str:
    """Say e.g. 工资专项签约单位由上年同期23家降为零."""
    figure = quote.figure
    before = figure.scale.prose(quote.reading.last.number)
    return f"{name_in_words(figure)}由上年同期{before}{figure.unit}降为零"


def name_in_words(figure: Figure) -> str:
    """Name a figure or a part of one in a sentence: 新发展会员中的农民工."""
    return figure.label.replace("·", "中的")


def _split(text: str, marks: str) -> Iterator[_Piece]:
    """Cut a text at marks, but not within brackets, quotation marks or what a figure stands for."""
    depth, start, mark = 0, 0, ""
    for at, letter in enumerate(text):
        if letter == OPEN or letter in _OPENING:
            depth += 1
        elif letter == CLOSE or letter in _CLOSING:
            depth = max(0, depth - 1)
        elif letter in marks and not depth:
            yield _Piece(mark, text[start:at])
            start, mark = at + 1, letter
    yield _Piece(mark, text[start:])


def _lead(text: str, *, first: bool) -> str:
    """Return the words at the beginning that also lead in what follows: 全年共, 其中."""
    if text.startswith(_LED_IN):
        return _LED_IN
    time = _TIME.match(text) if first else None
    return time[0] if time is not None else ""


def _lead_of_list(first: str, second: str, figure: Figure) -> str:
    """Return the words before the first item of a list, without the name of what it counts: 确定, 其中.

    The name is that of the figure or its part, or has an end in common with the second item: 女会员, 男会员.
    """
    before, other = (QUOTE.split(item, maxsplit=1)[0] for item in (first, second))
    name = figure.label.rpartition("·")[2]
    same = takewhile(lambda pair: pair[0] == pair[1], zip(before[::-1], other[::-1], strict=False))
    shared = "".join(letter for letter, _ in same)[::-1]
    for ending in (name, f"{name}{shared}"):
        if before.endswith(ending):
            return before.removesuffix(ending)
    led = _LEADING.match(before)
    return led[0] if led is not None else ""


def _is_plain(item: str) -> bool:
    """Tell whether an item is but a name, a number and a unit, so that nothing else goes with it."""
    before, *_, after = QUOTE.split(item)
    longest = _LONGEST_UNIT if before.removeprefix(_LED_IN) else _LONGEST_NAME
    return len(after) <= longest
