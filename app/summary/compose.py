"""From the text to the report: figures filled in, what has no records left out or marked, never invented."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.errors import Refused
from app.figures.measures import Scale
from app.figures.once import one_reading
from app.registry import figure_topics
from app.rules.numerals import write_numeral
from app.rules.periods import Period
from app.summary.absent import QUOTE, Absence
from app.summary.document import Document, Line, Rank, Span
from app.summary.grammar import Trouble
from app.summary.quoted import GAP, Quoted
from app.summary.soundness import troubles_of_line
from app.summary.template import OPEN, render

_CLAUSE = re.compile(rf"(?:{QUOTE.pattern}|[^。；;！？{OPEN}])*[。；;！？]?[”』」）]*")
_ENDS = ("。", "；", ";", "！", "？")
_NUMERALS = "一二三四五六七八九十"
_SECOND = rf"[（(][{_NUMERALS}]+[）)]"
_BLANK = re.compile(rf"\n\s*\n(?!\s*{_SECOND})")  # a sub-heading stands under what is before it in any case
_HEADINGS = (
    (Rank.FIRST, re.compile(rf"[{_NUMERALS}]+、")),
    (Rank.SECOND, re.compile(_SECOND)),
    (Rank.THIRD, re.compile(r"[0-9]{1,2}[.．、]")),
)
_LED_IN = re.compile("其中[，：]")
_LONGEST_SIGNATURE = 40
# The end of this year, or all of it; another year is named before it: 上年末, 2010年全年, 明年底.
_YEARS_END = re.compile(r"(?P<year>[0-9]{4}|[上去前明来次])?年(?:末|底|全年)|(?<!年)全年")


class Unsound(Refused):
    """Sentences of a text say what does not hold together; `troubles` names each with its line."""

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        first, more = troubles[0], len(troubles) - 1
        others = f"（另有 {more} 处）" if more else ""
        super().__init__(f"第 {first.line} 行：{first.sentence}。{others}")
        self.troubles = tuple(troubles)


@dataclass
class _Drafting:
    """What is noted while a report is put together."""

    quotes: list[Quoted]
    period: Period
    marks: bool
    used: list[Quoted] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    too_early: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.absence = Absence(self.quotes, self.period, self.leave_out)

    def leave_out(self, names: str) -> str:
        """Note that figures have no record, and return what stands in their place."""
        if not names:
            return ""
        self.left_out.append(names)
        return f"〔未登记：{names}〕" if self.marks else ""


@one_reading()
def compose(text: str, period: Period, *, mark: bool = False, outdated: Iterable[str] = ()) -> Document:
    """Fill in a text for a period.

    A sentence of which no figure has a record is left out, or with `mark` stands there as 〔未登记：…〕;
    a heading that nothing is left under goes too, and the headings are counted anew. So does a sentence
    that speaks of the end of a year that has not come. `outdated` are its sentences that still name last
    year, as they are told. Raises Refused where the text is not in order, and for a period that has not
    begun; Unsound where a sentence does not hold together.
    """
    if not period.has_begun:
        raise Refused(f"{period.label}还没有开始，没有可以总结的内容。")
    rendered, quotes = render(text, period)
    draft = _Drafting(quotes, period, mark)
    lines = [line for first, block in _blocks(rendered) for line in _block(block, first, draft)]
    if troubles := [trouble for line in lines for trouble in troubles_of_line(line)]:
        raise Unsound(troubles)
    lines = _counted(_without_empty_headings(_signed(_titled(lines))))
    return Document(
        tuple(lines),
        tuple(draft.used),
        tuple(dict.fromkeys(draft.gaps)),
        tuple(dict.fromkeys(draft.left_out)),
        (*_doubts(draft.used, period), *_said_too_early(draft, lines)),
        tuple(outdated),
        tuple(quotes),
    )


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield what stands between blank lines, with the number of its first line."""
    start = 0
    for end, after in [*(match.span() for match in _BLANK.finditer(text)), (len(text), len(text))]:
        block = text[start:end]
        before = text[:start] + block[: len(block) - len(block.lstrip())]
        yield before.count("\n") + 1, block.strip()
        start = after


def _block(text: str, first: int, draft: _Drafting) -> list[Line]:
    """Return what is left of lines between blank ones; what follows these is not under their headings.

    But where a block ends in a heading, what is under it is still to come.
    """
    lines = [_line(raw, number, draft) for number, raw in enumerate(text.split("\n"), start=first)]
    left = [line for line in lines if line is not None]
    return left if lines[-1] is not None else _without_empty_headings(left)


def _line(raw: str, number: int, draft: _Drafting) -> Line | None:
    raw = raw.strip()
    if not raw:
        return None
    rank = rank_of(raw)
    numbered = _HEADINGS[2][1].match(raw) if rank is Rank.THIRD else None
    lead = numbered[0] if numbered else ""
    clauses = [match[0] for match in _CLAUSE.finditer(raw[len(lead) :]) if match[0]]
    left = list(_with_records(clauses, draft))
    quotes = any(QUOTE.search(clause) for clause in clauses)
    still_quotes = any(clause and (QUOTE.search(clause) or clause.startswith("〔")) for clause in left)
    if not any(left) or (quotes and not still_quotes):
        return None
    return Line(rank, tuple(_spans(lead + _closed(left), draft)), number)


def rank_of(raw: str) -> Rank:
    """Return what a line is by how it begins: a heading of a level, or running text."""
    for rank, shape in _HEADINGS:
        if shape.match(raw):
            return rank
    return Rank.BODY


def lead_of(raw: str) -> str:
    """Return the number that a line begins with, of whatever level; empty where it has none."""
    return next((match[0] for _, shape in _HEADINGS if (match := shape.match(raw))), "")


def _with_records(clauses: list[str], draft: _Drafting) -> Iterator[str | None]:
    """Yield the clauses that have records, or no figure; None for each left out that ended a sentence."""
    lead = ""  # 其中 before the first of several clauses goes over to the next
    for clause in clauses:
        if _is_too_early(clause, draft):
            if clause.endswith("。"):
                lead = ""
                yield None
            continue
        quotes = draft.absence.quoted(clause)
        if not quotes or not all(quote.is_empty for quote in quotes):
            yield lead + draft.absence.said(clause)
            lead = ""
        elif fall := draft.absence.fall(clause):
            yield f"{fall}{'。' if clause.endswith('。') else '；'}"
        elif marked := draft.leave_out(draft.absence.unregistered(quotes)):
            yield marked
        elif clause.endswith("。"):
            lead = ""
            yield None
        else:
            led = _LED_IN.match(clause)
            lead = led[0] if led is not None else lead


def _closed(clauses: list[str | None]) -> str:
    """Join clauses; where the end of a sentence was left out (None), what is left of it ends there."""
    closed: list[str] = []
    for clause in clauses:
        if clause is not None:
            closed.append(clause)
        elif closed and closed[-1].endswith(("；", ";")):
            closed[-1] = f"{closed[-1][:-1]}。"
    return "".join(closed)


def _spans(text: str, draft: _Drafting) -> Iterator[Span]:
    at = 0
    for match in QUOTE.finditer(text):
        if match.start() > at:
            yield Span(text[at : match.start()])
        quote, words = draft.quotes[int(match[1])], match[2]
        if not words:
            draft.gaps.append(quote.figure.label)
        draft.used.append(quote)
        yield Span(words or GAP, quote)
        at = match.end()
    if at < len(text):
        yield Span(text[at:])


def _titled(lines: list[Line]) -> list[Line]:
    """The first line is the title."""
    if lines and lines[0].rank is Rank.BODY:
        return [replace(lines[0], rank=Rank.TITLE), *lines[1:]]
    return lines


def _signed(lines: list[Line]) -> list[Line]:
    """Short last lines that are no sentences are the signature: the office and the day."""
    end = len(lines)
    while end > 1 and lines[end - 1].rank is Rank.BODY and _is_signature(lines[end - 1].text):
        end -= 1
    return lines[:end] + [replace(line, rank=Rank.SIGNATURE) for line in lines[end:]]


def _is_signature(text: str) -> bool:
    return len(text) <= _LONGEST_SIGNATURE and not text.endswith(("。", "；", "：", "！"))


def _without_empty_headings(lines: list[Line]) -> list[Line]:
    """Leave out each heading that is followed by nothing of its own."""
    upwards: list[Line] = []
    for line in reversed(lines):
        follower = upwards[-1] if upwards else None
        if not line.is_heading or (follower is not None and _belongs(follower, line)):
            upwards.append(line)
    return upwards[::-1]


def _belongs(follower: Line, heading: Line) -> bool:
    """Tell whether what follows a heading stands under it: text, or a heading of a lower level."""
    if follower.rank is Rank.SIGNATURE:
        return False
    return not follower.is_heading or (heading.rank, follower.rank) == (Rank.FIRST, Rank.SECOND)


def _counted(lines: list[Line]) -> list[Line]:
    """Count the headings anew: 一、二、三 at the first level, each level below its own."""
    counts = {Rank.FIRST: 0, Rank.SECOND: 0, Rank.THIRD: 0}
    below = {Rank.FIRST: (Rank.SECOND, Rank.THIRD), Rank.SECOND: (Rank.THIRD,)}
    counted = []
    for line in lines:
        if line.rank in counts:
            counts[line.rank] += 1
            counts.update(dict.fromkeys(below.get(line.rank, ()), 0))
            counted.append(_numbered(line, counts[line.rank]))
        else:
            counted.append(line)
    return counted


def _numbered(line: Line, number: int) -> Line:
    shape = dict(_HEADINGS)[line.rank]
    head, *rest = line.spans
    old = shape.match(head.text)
    if old is None:
        return line
    numeral = str(number) if line.rank is Rank.THIRD else write_numeral(number)
    fresh = re.sub(rf"[0-9{_NUMERALS}]+", numeral, old[0], count=1)
    return replace(line, spans=(Span(fresh + head.text[old.end() :], head.quote), *rest))


def _doubts(used: list[Quoted], period: Period) -> Iterator[str]:
    """Say which figures of the report contradict each other, with both sides (domain 2.7)."""
    if not period.is_over:
        yield f"{period.label}还没有结束，数字只到今天"
    spans = {(quote.period.first, quote.period.last): quote.period for quote in used}
    for span in spans.values():
        where = "" if (span.first, span.last) == (period.first, period.last) else f"{span.label}："
        keys = {quote.figure.key.partition(":")[0] for quote in used if [*quote.period] == [*span]}
        yield from (f"{where}{sentence}" for sentence in _disagreements(keys, span))
    for quote in used:
        number = quote.number
        if quote.figure.scale is Scale.SHARE and number is not None and number > 1000:
            yield f"{quote.figure.label} {quote.text} 超过 100%，请核对"


def _is_too_early(clause: str, draft: _Drafting) -> bool:
    """Tell whether a sentence speaks of the end of a year that has not come; note its words."""
    early = _early_words(QUOTE.sub("", clause), draft.period)
    is_sentence = clause.rstrip("”』」）]").endswith(_ENDS)
    if early and is_sentence:
        draft.too_early += early
    return bool(early) and is_sentence


def _early_words(text: str, period: Period) -> list[str]:
    """Return what the writer's own words say of the end of a year that has not come."""
    if date.today() >= period.last:
        return []
    matches = _YEARS_END.finditer(text)
    return [match[0] for match in matches if match["year"] in (None, str(period.last.year))]


def _said_too_early(draft: _Drafting, lines: list[Line]) -> Iterator[str]:
    """Say which sentences were left out for that, and where headings speak of it."""
    own = (span.text for line in lines for span in line.spans if span.quote is None)
    standing = [words for text in own for words in _early_words(text, draft.period)]
    for found, outcome in ((draft.too_early, "这一句没有写入，请改写"), (standing, "请改写")):
        for words in dict.fromkeys(found):
            yield f"正文写有“{words}”，但{draft.period.label}还没有结束，{outcome}，或用“全期”“期末”代替"


def _disagreements(keys: set[str], span: Period) -> Iterator[str]:
    """Say which sums that figures of a period stand in do not add up as the report has them."""
    for topic in figure_topics():
        for total in topic.sums:
            if keys & {total.whole.key, *(part.key for part in total.parts)}:
                sentence = total.disagreement(span, lambda figure, within: Quoted(figure, within).number)
                if sentence is not None:
                    yield sentence
