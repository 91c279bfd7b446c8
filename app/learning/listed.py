"""What was learned of a report, for the command line: as lines, and as JSON for other programs."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from app.learning.lacking import place_for
from app.learning.learned import Learned, source_of
from app.learning.mentioned import Mentioned
from app.learning.named import Named
from app.learning.proposal import Proposal, Proposed
from app.learning.quantity import Quantity, the_year

_MOST = 3


def as_text(learned: Learned) -> str:
    """Return a line for each number: what it is, what it may be, whether it is sure."""
    lines = []
    for one in learned.numbers:
        quantity = one.quantity
        meant = "；".join(_meant(one, which) for which in range(min(_MOST, len(one.proposals))))
        mark = "确定" if one.sure else "待定" if one.proposals else "没有"
        lacking = "" if one.proposals else _lacking(quantity)
        lines.append(f"第 {quantity.line} 行  {_said(quantity)}\t{mark}\t{meant or lacking}")
    lines += [
        f"第 {_line(learned, named.start)} 行  {named.text}\t名单\t{'；'.join(named.sources[:_MOST])}"
        for named in learned.names
    ]
    lines += [
        f"第 {_line(learned, one.start)} 行  {one.text}\t没有数\t{one.candidates[0].source}"
        for one in learned.mentioned
    ]
    return "\n".join(lines)


def as_json(learned: Learned) -> str:
    """Return all that was found, in its order: numbers, rows of names, and figures named without a number."""
    found = [_number(learned, one) for one in learned.numbers]
    found += [_names(learned, named) for named in learned.names]
    found += [_mentioned(learned, one) for one in learned.mentioned]
    found.sort(key=lambda one: (one["start"], one["end"]))
    said = {"year": learned.year, "numbers": found, "text": learned.text(learned.sure)}
    return json.dumps(said, ensure_ascii=False, indent=2)


def _names(learned: Learned, named: Named) -> dict[str, Any]:
    return {
        "kind": "names",
        **_place(learned, named.start, named.end),
        "value": str(len(named.names)),
        "unit": "",
        "names": list(named.names),
        "sure": named.sure,
        "proposals": [
            {"figure": figure.key, "label": figure.label, "source": source}
            for figure, source in zip(named.figures, named.sources, strict=True)
        ],
    }


def _mentioned(learned: Learned, one: Mentioned) -> dict[str, Any]:
    return {
        "kind": "mention",
        **_place(learned, one.start, one.end),
        "value": None,
        "unit": "",
        "sure": False,
        "proposals": [
            {"figure": meant.figure.key, "label": meant.figure.label, "source": meant.source}
            for meant in one.candidates
        ],
    }


def _place(learned: Learned, start: int, end: int) -> dict[str, Any]:
    return {"text": learned.report[start:end], "start": start, "end": end, "line": _line(learned, start)}


def _number(learned: Learned, one: Proposed) -> dict[str, Any]:
    quantity = one.quantity
    period = the_year(quantity, learned.year)
    return {
        "kind": "number",
        **_place(learned, quantity.start, quantity.end),
        "sentence": quantity.sentence,
        "counted": quantity.thing or quantity.before[-12:],
        "value": _plain(quantity.value),
        "to": _plain(quantity.high) if quantity.is_range else None,
        "unit": quantity.unit,
        "approximate": quantity.rough,
        "role": str(quantity.role),
        "period": {
            "words": quantity.span.words if quantity.span is not None else "",
            "label": period.label,
            "first": period.first.isoformat(),
            "last": period.last.isoformat(),
        },
        "part_of": list(quantity.wholes),
        "sure": one.sure,
        "proposals": [_proposal(one, which) for which in range(len(one.proposals))],
        "lacking": None if one.proposals else _lacking(quantity),
    }


def _proposal(one: Proposed, which: int) -> dict[str, Any]:
    proposal = one.proposals[which]
    return {
        "figure": proposal.figure.key,
        "label": proposal.label,
        "source": source_of(one, which),
        "unit": proposal.figure.unit,
        "number": _in_unit(proposal),
        "agrees": proposal.agrees,
        "score": proposal.score,
        "why": list(proposal.why),
    }


def _in_unit(proposal: Proposal) -> str | None:
    """Return what the records say in the unit of the figure: yuan, percent, or what it counts."""
    if proposal.number is None:
        return None
    return _plain(Decimal(proposal.number) / proposal.figure.scale.one)


def _meant(one: Proposed, which: int) -> str:
    proposal = one.proposals[which]
    said = _in_unit(proposal)
    return f"{source_of(one, which)}{f'（台账 {said}）' if said is not None else ''}"


def _lacking(quantity: Quantity) -> str:
    return f"没有这项统计，{place_for(quantity) or '可用自设台账登记'}"


def _said(quantity: Quantity) -> str:
    unit = "" if quantity.text.endswith("%") else quantity.written
    return f"{quantity.before[-8:].strip()}{quantity.text}{unit}{quantity.thing[:6]}"


def _line(learned: Learned, at: int) -> int:
    return learned.report.count("\n", 0, at) + 1


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
