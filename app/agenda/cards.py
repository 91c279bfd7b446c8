"""The cards of the desk: figures of the year as the subjects say them, and the last backup."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.agenda.reminders import BACKUP_EVERY
from app.figures.once import one_reading
from app.figures.reading import read_value, unit_of, with_unit
from app.registry import SUBJECTS
from app.rules import periods
from app.rules.periods import Period
from app.safekeeping.backup_log import newest_copy, read_log
from app.subject import Card


@dataclass(frozen=True)
class CardText:
    """What a card says: a title, a value, and a line that puts it in its place."""

    title: str
    value: str
    note: str


@one_reading()
def cards(today: date) -> list[CardText]:
    """Read the cards of the desk, their figures over the year up to today as the tab 统计 tells them."""
    year = periods.year(today.year).so_far(today)
    return [*(_read(card, year) for subject in SUBJECTS for card in subject.cards), backup_card(today)]


def _read(card: Card, year: Period) -> CardText:
    title = f"{card.title}（{unit_of(card.figure)}）"
    beside = with_unit(card.beside, read_value(card.beside, year).text)
    return CardText(title, read_value(card.figure, year).text, f"{card.words} {beside}")


def backup_card(today: date) -> CardText:
    """Say when the office was last copied, where to, and what keeps it from being copied now."""
    log = read_log()
    made = newest_copy(log)
    if log.trouble:
        return CardText("最近备份", "没有做成", log.trouble)
    if made is None or made.at.date() > today:
        return CardText("最近备份", "尚未备份", "请点“立即备份”")
    days = (today - made.at.date()).days
    when = {0: "今天", 1: "昨天"}.get(days, f"{days} 天前")
    note = f"已核验，在 {made.path.parent}" if days < BACKUP_EVERY else "已超过一周，请备份"
    return CardText("最近备份", f"{when} {made.at:%H:%M}", note)
