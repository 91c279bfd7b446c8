"""A text while it is being written: the report it makes, or what stands against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.errors import Refused
from app.rules.periods import Period
from app.summary.carried import Inherited, Outdated, Sentence
from app.summary.compose import Unsound, compose
from app.summary.document import Document
from app.summary.grammar import Trouble
from app.summary.quoted import Quoted
from app.summary.template import check, mentions


@dataclass(frozen=True)
class Draft:
    """What became of a text: its report, or None and the troubles.

    `wrong` says of each mention that means nothing, by its source, what is wrong with it; `by_hand` are
    the figures in which a person's value stands; `marked` tells whether sentences without records stand
    in the report as 〔未登记：…〕. `carried` are last year's sentences about which nothing was decided,
    `outdated` those that still name last year.
    """

    document: Document | None
    troubles: tuple[Trouble, ...] = ()
    wrong: Mapping[str, str] = field(default_factory=dict)
    by_hand: tuple[Quoted, ...] = ()
    marked: bool = False
    carried: tuple[Sentence, ...] = ()
    outdated: tuple[Outdated, ...] = ()


def draft(text: str, period: Period, *, mark: bool = False, inherited: Inherited | None = None) -> Draft:
    """Check a text and fill it in as far as it can be read; everything is read from the file at once."""
    inherited = inherited or Inherited(period.last.year)
    carried, outdated = tuple(inherited.marked(text)), tuple(inherited.outdated(text))
    troubles = check(text, period)
    if troubles:
        wrong = _wrong(text, period)
        return Draft(None, tuple(troubles), wrong, carried=carried, outdated=outdated)
    try:
        document = compose(text, period, mark=mark, outdated=[item.told for item in outdated])
    except Unsound as unsound:
        return Draft(None, unsound.troubles, carried=carried, outdated=outdated)
    except Refused as refused:
        trouble = Trouble(1, str(refused).removesuffix("。"))
        return Draft(None, (trouble,), carried=carried, outdated=outdated)
    by_hand = {quote.figure.key: quote for quote in document.quotes if quote.override is not None}
    return Draft(document, by_hand=tuple(by_hand.values()), marked=mark, carried=carried, outdated=outdated)


def _wrong(text: str, period: Period) -> dict[str, str]:
    wrong = {}
    for source in {mention.source for mention in mentions(text)}:
        if troubles := check(f"{{{{ {source} }}}}", period):
            wrong[source] = troubles[0].sentence
    return wrong
