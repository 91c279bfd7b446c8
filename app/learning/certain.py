"""Whether the first proposal for a number is beyond doubt."""

from __future__ import annotations

from app.learning.beside import COMMA
from app.learning.fitting import significant
from app.learning.proposal import Proposal
from app.learning.quantity import Quantity
from app.learning.recorded import is_of_years
from app.learning.words import pairs

_SMALL = 10
_NEARER = 0.15
_TELLS = 3  # digits that two records seldom share by chance
_NEAR = 12


def is_sure(quantity: Quantity, best: tuple[Proposal, ...]) -> bool:
    """Tell whether the first is beyond doubt: the records say the same, and so do the words.

    An equal value tells little where it is small or round: then the words must be those of the figure,
    and no other figure may be nearer to them.
    """
    if not best or quantity.is_range or not best[0].agrees:
        return False
    if quantity.period is not None and is_of_years(quantity.period):
        return False  # a text of one year has no words for the sum of five
    first, others = best[0], best[1:]
    margin = first.score - others[0].score if others else first.score
    nearer = max((one.words for one in others), default=0.0) - first.words
    if quantity.value < _SMALL:
        said = set(pairs(COMMA.sub("", quantity.before)[-_NEAR:] + "。" + quantity.thing))
        is_named = bool(said & set(pairs(first.label)))
        return is_named and first.score >= 0.8 and margin >= 0.2 and nearer < _NEARER
    if significant(quantity) < _TELLS and not quantity.wholes:
        return first.words >= 0.5 and first.score >= 0.75 and margin >= 0.08 and nearer < _NEARER
    return first.score >= 0.75 and margin >= 0.08
