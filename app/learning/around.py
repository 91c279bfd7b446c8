"""The words around a number, weighed: those that it counts most, those of its sentence and heading less."""

from __future__ import annotations

import re

from app.learning.beside import COMMA, is_more_of, leans_on_others, took_part, topic_of
from app.learning.doing import purpose_of
from app.learning.quantity import Quantity
from app.learning.words import Ways, said_otherwise, weighed, with_their_objects

FAR = 0.25  # how much the words of a heading weigh, and about those of the whole sentence
_OF_THE_ACT = 0.7
_OF_ITS_PURPOSE = 0.95
_OVER_A_COMMA = 0.55
_OF_THE_LAST = 0.3  # and what the number before it counts: 受理来信12件, of the 12
_UNSAID = {"元": "金额。资金。支出", "家": "单位"}
"""What is counted where nothing but the unit says it: 共计5210元, 吸引47家."""
_THAN = "同比|环比|(?:比|较|与)(?:去年|上年|上一年|上季|年初|[0-9]{4}年)[^，。；]{0,6}?(?:相比)?，?"
_RISEN = "增长|增加|上升|提高|下降|减少|降低|多|少|增|减|降"
_COMPARED = re.compile(rf"(?:{_THAN})净?(?:{_RISEN})|(?:{_RISEN})(?:至|到|为)|[增降]幅")
"""What compares: its 减少 is nobody who left."""
_STOP = re.compile("[。；;：:]")


def words_around(quantity: Quantity, before: Quantity | None, ways: Ways) -> dict[str, float]:
    """Weigh the words around a number, which has one `before` it, in its own words and in those of `ways`."""
    *clauses, last = COMMA.split(quantity.before.rstrip("：: "))
    more_of = before if before is not None and is_more_of(quantity, before) else None
    over = _over_the_comma(quantity, before)
    if more_of is not None:
        last = f"{COMMA.split(more_of.before)[-1]}{more_of.thing}{last}"
    near = [] if took_part(quantity) else [(quantity.thing, 1.0), (last, 1.0), (quantity.act, _OF_THE_ACT)]
    weight = 0.6 if near else 0.9
    if (
        clauses
        and near
        and more_of is None
        and not quantity.sentence.startswith(quantity.before.strip("， "))
    ):
        near.append((clauses.pop(0), _OF_THE_LAST))
    for clause in reversed(clauses):
        if clause:
            near.append((clause, weight))
            weight = max(weight * 0.75, 0.3)
    near += [(quantity.sentence, 0.22), (quantity.heading, FAR), (topic_of(quantity.sentence), 0.6)]
    if quantity.unit in _UNSAID and leans_on_others(quantity):
        near.append((_UNSAID[quantity.unit], _OF_THE_LAST))
    if purpose := purpose_of(quantity):
        near += [(purpose, _OF_ITS_PURPOSE), (_UNSAID[quantity.unit], _OF_ITS_PURPOSE)]
    near = [(_COMPARED.sub("", text), weight) for text, weight in near]
    whole = [] if took_part(quantity) else [(f"{last} {quantity.thing}{quantity.act}", 1.0)]
    said = [(said_otherwise(text, ways), weight * 0.95) for text, weight in [*near, *whole]]
    return weighed([*near, *said, (with_their_objects(over), _OVER_A_COMMA)])


def _over_the_comma(quantity: Quantity, last: Quantity | None) -> str:
    """Return the words of a number with those of the clause before: its verb may stand there.

    捐助衣物26件，现金3150元; 新建工会9个、覆盖企业47家.
    """
    if quantity.each or _STOP.search(quantity.before):
        return ""
    said = "".join(COMMA.split(quantity.before)[-2:])
    if last is not None and last.sentence == quantity.sentence and COMMA.match(quantity.before):
        said = f"{COMMA.split(last.before)[-1]}{last.thing}{said}"
    return f"{said}{quantity.thing}"
