"""A text while it is being written: the report it makes, or what stands against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.errors import Refused
from app.rules.periods import Period
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
    in the report as 〔未登记：…〕.
    """

    document: Document | None
    troubles: tuple[Trouble, ...] = ()
    wrong: Mapping[str, str] = field(default_factory=dict)
    by_hand: tuple[Quoted, ...] = ()
    marked: bool = False


def draft(text: str, period: Period, *, mark: bool = False) -> Draft:
    """Check a text and fill it in as far as it can be read; everything is read from the file at once."""
    troubles = check(text, period)
    if troubles:
        return Draft(None, tuple(troubles), _wrong(text, period))
    try:
        document = compose(text, period, mark=mark)
    except Unsound as unsound:
        return Draft(None, unsound.troubles)
    except Refused as refused:
        return Draft(None, (Trouble(1, str(refused).removesuffix("。")),))
    by_hand = {quote.figure.key: quote for quote in document.quotes if quote.override is not None}
    return Draft(document, by_hand=tuple(by_hand.values()), marked=mark)


def _wrong(text: str, period: Period) -> dict[str, str]:
    wrong = {}
    for source in {mention.source for mention in mentions(text)}:
        if troubles := check(f"{{{{ {source} }}}}", period):
            wrong[source] = troubles[0].sentence
    return wrong
