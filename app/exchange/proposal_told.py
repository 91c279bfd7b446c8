"""A proposal told: for a person to read, and for a program."""

from __future__ import annotations

import json
from dataclasses import asdict

from app.described import opened
from app.described.description import DescribedField, Description
from app.described.kinds import CHOICE, FILE, KINDS, REFERENCE
from app.exchange.describing import Proposal, Proposed

_TERMS = 6  # of a choice that are named


def kind_in_words(field: DescribedField) -> str:
    """Say what kind a field is: 选项（环保、助老）."""
    title = KINDS[field.kind].title
    if field.kind == CHOICE:
        more = "等" if len(field.choices) > _TERMS else ""
        return f"{title}（{'、'.join(field.choices[:_TERMS])}{more}）"
    if field.kind == REFERENCE:
        return f"关联{opened.referable_titles().get(field.to, field.to)}"
    return title


def as_text(description: Description, proposal: Proposal | None) -> str:
    """Say what a register is, field by field, and of a proposal what was sure and what was not."""
    lines = [f"台账“{description.title}”，记录以{description.unit}计："]
    proposed = {column.field.column: column for column in proposal.columns} if proposal is not None else {}
    for field in description.shown:
        marks = [word for word, holds in (("必填", field.required), ("列表", field.listed)) if holds]
        if field.remind is not None:
            marks.append(f"提前 {field.remind} 天提醒")
        said = f"    {field.label}\t{kind_in_words(field)}\t{'、'.join(marks)}"
        lines.append(f"{said}\t{_how(proposed.get(field.column))}".rstrip())
    if proposal is not None:
        lines += [f"{sentence}。" for sentence in proposal.told]
        doubtful = "、".join(column.field.label for column in proposal.doubtful)
        lines.append(f"没有把握的：{doubtful}，请核对。" if doubtful else "每一列都有把握。")
    return "\n".join(lines)


def _how(column: Proposed | None) -> str:
    if column is None:
        return ""
    held = column.held
    beside = f"：{'、'.join(held.misfits)}" if held.misfits else ""
    return f"{'有把握' if held.sure else '没有把握'}{'，' if held.why else ''}{held.why}{beside}"


def as_json(description: Description, proposal: Proposal | None, outcome: dict[str, object]) -> str:
    """Write the same for a program, with what came of it."""
    proposed = {column.field.column: column for column in proposal.columns} if proposal is not None else {}
    fields = []
    for field in description.shown:
        values = asdict(field)
        if (column := proposed.get(field.column)) is not None:
            held = column.held
            values |= {"heading": column.heading, "sure": held.sure, "why": held.why}
            values |= {"misfits": list(held.misfits), "misfitting_cells": held.lacks_fitting}
        elif proposal is not None:
            values |= {"heading": "", "sure": field.kind == FILE, "why": "每本台账都可附文件"}
        fields.append(values)
    told = list(proposal.told) if proposal is not None else []
    whole = {"title": description.title, "unit": description.unit, "tab": description.tab, "fields": fields}
    return json.dumps(whole | {"told": told} | outcome, ensure_ascii=False, indent=2)
