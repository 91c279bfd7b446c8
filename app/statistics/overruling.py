"""Figures overruled by hand: a person's value in a figure's place, with the reason (domain 11.1)."""

from __future__ import annotations

from datetime import datetime

from app.errors import Refused
from app.figures.figure import Figure
from app.figures.measures import Scale
from app.figures.once import once
from app.keeping.keeping import store
from app.records.steps import step
from app.records.summaries import FigureOverride
from app.rules.periods import Period


def overrule(figure: Figure, period: Period, words: str, reason: str, by: str = "") -> FigureOverride:
    """Let a person's value stand in a figure's place; its unit, but %, stands in the text already.

    Raises Refused without a value or a reason, or for a number below nought.
    """
    unit = "" if figure.scale is Scale.SHARE else figure.unit
    value = words.strip().removesuffix(unit).rstrip()
    if not value:
        raise Refused("请填写要改成的数值。")
    if value[0] in "-−－" and value[1:2].isdecimal():
        raise Refused("数值不能为负数，请核对。")
    if not reason.strip():
        raise Refused("请写明修改的原因，它会印在“数据出处”里。")
    with step(f"把{figure.label}改为 {value}"):
        override = overruled(figure, period) or FigureOverride(
            key=figure.key, first=period.first, last=period.last
        )
        override.words, override.reason, override.changed_by = value, reason.strip(), by.strip() or None
        store(override)
    return override


def overruled(figure: Figure, period: Period) -> FigureOverride | None:
    """Return what a person wrote in a figure's place; None where the records speak."""
    return once("overruled", _all_overruled).get((figure.key, *period))


def _all_overruled() -> dict[tuple[object, ...], FigureOverride]:
    overrides = FigureOverride.alive()
    return {(override.key, override.first, override.last): override for override in overrides}


def let_records_speak(figure: Figure, period: Period) -> None:
    """Withdraw what a person wrote in a figure's place."""
    override = overruled(figure, period)
    if override is not None:
        with step(f"取消对{figure.label}的修改"):
            override.deleted_at = datetime.now()
            store(override)
