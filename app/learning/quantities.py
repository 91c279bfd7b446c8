"""The numbers of a report: how many of what, of which days, compared with what, part of which.

A grammar of Chinese work reports: a numeral with its measure word, a percentage, an amount; what is counted
stands behind it, else before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from app.learning.amounts import SHAPE, end_of, read, start_of, written_unit
from app.learning.changes import REACHED, role_of
from app.learning.columns import in_its_column
from app.learning.counting import counts
from app.learning.masks import MASK, masked
from app.learning.parts import with_wholes
from app.learning.plain import plain
from app.learning.quantity import PERSONS, SHARES, Quantity, Role
from app.learning.rows import each_of_its_own
from app.learning.spans import Span, dates_masked, sentences_of, spans_in
from app.learning.tables import Tables, of_last_year, says_what, tells_change
from app.rules.dates import years_later
from app.rules.periods import Period
from app.rules.periods import year as year_of

_TITLE_ONLY = re.compile(r"[，、和及]?[“《][^”》]+[”》]\s*")
_LONGEST_HEADING = 30
_LEAD = 8  # 1、上半年，…: what stands so near to its beginning speaks of the whole paragraph
_ACT = re.compile(
    "提供|推出|达成|参加|参与|获得|新建|组建|成立|举办|开展|发放|送去|签订|签约|覆盖|涵盖|捐款|捐出|募集|追回|挽回|领取|组成|编发|征订|缴纳|实行|建立"
)
_COMMA = re.compile(r"[，,。；;：:！？\n、（）()\x00]")
_LISTED = re.compile("[\u4e00-\u9fff]+(?:、[\u4e00-\u9fff]{1,8})+[等的][\u4e00-\u9fff]+")
_SHARES_VERB = re.compile("[\u4e00-\u9fff]{2,12}[和及与、](?:[\u4e00-\u9fff]{2,10}的)?")
"""Words between two numbers that one verb goes with: 对26名困难职工和8名劳模进行了慰问."""
_CLAUSE = re.compile("[，,。；;：:\n]")
_GOES_ON = re.compile("[、和及与]")
_UPON_WHOM = re.compile("(?:走访)?(?:慰问|看望|探望|资助|救助|帮扶)了?|走访了?")
_OF_THE_NEXT = re.compile("[和及与并以]{1,2}[\u4e00-\u9fff]")
"""What goes on with the next number: 看望会员11人和慰问居民30户."""
_ASIDE = re.compile(r"[（(][\u4e00-\u9fff、]{1,30}[)）]")
"""What stands in short brackets within words that belong together: 村（社区）工会, 慰问品（大米）价值."""


class _Above:
    """What stands above each place of a text: how many lines, where its own begins, the heading over it."""

    def __init__(self, text: str) -> None:
        self._begins: list[int] = []
        self._headings: list[str] = []
        begins, heading = 0, ""
        for line in text.split("\n"):
            words = line.strip()
            self._begins.append(begins)
            self._headings.append(heading)
            if words and len(words) <= _LONGEST_HEADING and not words.endswith(("。", "；", "，", "：")):
                heading = words
            begins += len(line) + 1

    def at(self, place: int) -> tuple[int, int, str]:
        """Return the number of a line from 1, where it begins, and the heading above it."""
        line = bisect_right(self._begins, place)
        return line, self._begins[line - 1], self._headings[line - 1]


def quantities_in(report: str, year: int) -> list[Quantity]:
    """Find every number of a report for `year`, in order."""
    reader = _Reader(report, year)
    found: list[Quantity] = []
    for first, last in sentences_of(reader.text.text):
        found += with_wholes(list(each_of_its_own(list(reader.in_sentence(first, last)))), found)
    return found


class _Reader:
    """Reads the numbers of a report, sentence by sentence."""

    def __init__(self, report: str, year: int) -> None:
        self.text = plain(report)
        self._year = year
        self._blotted = masked(dates_masked(self.text.text, year, MASK))
        self._spans = spans_in(self.text.text, year)
        self._above = _Above(self.text.text)
        self._tables = Tables(report)

    def in_sentence(self, first: int, last: int) -> Iterator[Quantity]:
        """Yield the numbers of a sentence, which stands from `first` to `last` in the plain text."""
        text = self.text
        found = [
            (match, column, read_as)
            for match in SHAPE.finditer(self._blotted, first, last)
            if counts(self._blotted, match, column := self._column(match))
            and (read_as := read(match)) is not None
        ]
        sentence = text.text[first:last].strip()
        line, paragraph, heading = self._above.at(first)
        edge, before = first, ""
        levels: list[Quantity] = []
        for place, (match, column, read_as) in enumerate(found):
            head = match.start("before") if match["before"] else start_of(match)
            between = text.text[edge : match.start()]
            before = _said_before(between, before)
            thing, act = self._behind(match, found[place + 1][0] if place + 1 < len(found) else None, last)
            in_column = spans_in(column, self._year)
            span = in_column[0] if in_column else _span(self._spans, head, first, paragraph)
            if of_last_year(column):
                span = _year_before(levels[-1].span if levels else span, self._year)
            is_change = tells_change(column)
            units = self._tables.units_at(self.text.at[start_of(match)])
            amount = in_its_column(read_as, text.text[first : match.start()], column, units)
            if is_change and "%" in column:
                amount = replace(read_as, unit="%")
            start, end = text.span(head, end_of(match))
            role, begins = role_of(text.text[first : match.start()], between, amount.unit)
            said = before
            if role is not Role.LEVEL:
                start, _ = text.span(first + begins, first + begins + 1)
                said = before = text.text[edge : first + begins]
            elif says_what(column) and not in_column:
                said = f"{before}，{column}"
            if is_change:
                role = Role.CHANGE if amount.unit in SHARES else Role.DIFFERENCE
            each = bool(re.search(r"每[月季年周天个人户家次]\w{0,6}$|人均|平均|户均", before[-10:]))
            quantity = Quantity(
                start, end, text.report[start:end], written_unit(match),
                amount.low, amount.high, amount.unit, amount.rough,
                role, _ASIDE.sub("", said)[-40:], thing[:36], sentence, heading, line, span, (), each,
                max(len(levels), 1) if is_change else 1,
                act if amount.unit in PERSONS else "",
                text.text[paragraph : match.start()],
                amount.low != read_as.low,
                text.text[match.end() : last].rstrip(),
            )  # fmt: skip
            yield quantity
            levels += [quantity] if role is Role.LEVEL else []
            edge = match.end()

    def _behind(self, match: re.Match[str], following: re.Match[str] | None, last: int) -> tuple[str, str]:
        """Return what is counted behind a number, and what its clause says beyond that, up to `last`.

        Where the number that is `following` has the same verb, that is of both.
        """
        text = self.text.text
        behind = _ASIDE.sub("", text[match.end() : following.start() if following else last])
        runs_on = following is not None and not _COMMA.search(behind)
        if following is not None and _SHARES_VERB.fullmatch(behind):
            verb = _COMMA.split(text[following.end() : last], maxsplit=1)[0]
            behind, runs_on = behind.replace("、", "和") + verb, False
        thing = "" if runs_on and _OF_THE_NEXT.match(behind) else _counted(behind, runs_on=runs_on)
        return thing, _COMMA.split(text[match.end() : last], maxsplit=1)[0].removeprefix(thing)

    def _column(self, match: re.Match[str]) -> str:
        """Return how the column of a table is called in which a number stands; empty outside of tables."""
        return self._tables.heading_at(self.text.at[start_of(match)])


def _counted(behind: str, *, runs_on: bool) -> str:
    """Return the words behind a number that it counts: up to the verb whose object the next number counts.

    What is listed belongs together: 120名职工、农民工等入场.
    """
    listed = _LISTED.match(behind)
    behind = listed[0] if listed else _COMMA.split(behind, maxsplit=1)[0]
    act = _ACT.search(behind, 2) if runs_on else None
    return behind[: act.start()] if act else behind


def _said_before(between: str, before: str) -> str:
    """Return the words before a number: those of the number before it where it counts the same thing again.

    来访21批35人次; a row of a table; 会员由44人增加到50人; 评出“服务标兵”3名、“岗位能手”5名.
    Those to whom something was done have its verb: 慰问企业12家、职工36户.
    """
    if not between.strip() or (before and _TITLE_ONLY.fullmatch(between)):
        return before
    verb = _UPON_WHOM.search(_CLAUSE.split(before)[-1])
    if verb and _GOES_ON.match(between) and not _UPON_WHOM.search(between):
        return f"{between[0]}{verb[0]}{between[1:]}"
    if level := REACHED.search(between):
        return (
            f"{before}，{between[: level.start()]}"
            if between[: level.start()].strip("个家人名户件份次 ")
            else before
        )
    return between


def _span(spans: list[Span], at: int, sentence: int, paragraph: int) -> Span | None:
    """Return the period in force: the last named in the sentence, else one that the paragraph begins with."""
    here = [span for span in spans if sentence <= span.start and span.end <= at]
    if here:
        return here[-1]
    begins = [span for span in spans if paragraph <= span.start < paragraph + _LEAD and span.end <= at]
    return begins[-1] if begins and begins[-1].carries else None


def _year_before(span: Span | None, year: int) -> Span:
    """Return the same days of the year before, of a span of a report's year."""
    period = span.period if span is not None and span.period is not None else year_of(year)
    before = Period(years_later(period.first, -1), years_later(period.last, -1), f"{period.first.year - 1}年")
    return Span(0, 0, "", before)
