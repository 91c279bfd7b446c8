"""What may be written between the braces of a text: figures with their values, and what follows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.errors import Invalid
from app.figures.figure import Fact
from app.figures.measures import UNTOLD
from app.figures.once import one_reading
from app.figures.wording import define
from app.registry import figure_topics
from app.rules.names import search_key
from app.rules.periods import Period
from app.summary.quoted import SPANS, Quoted
from app.summary.template import evaluate

_MONTHS = "月份"
_LONGEST_VALUE = 24


@dataclass(frozen=True)
class Offer:
    """A thing to write: `source` goes between the braces; `search_text` holds
    the names and their pinyin, divided by |, in small letters.
    """

    source: str
    title: str
    value: str
    about: str
    search_text: str = ""

    def answers(self, typed: str) -> bool:
        """Tell whether it may be meant by what was typed: name, subject, or pinyin of either."""
        return typed.strip().lower() in self.search_text


@one_reading()
def figures_offered(period: Period) -> list[Offer]:
    """Return every figure that a text may name, with its value in the period."""
    return [
        Offer(
            figure.label,
            figure.label,
            _value(Quoted(figure, period)),
            f"{topic.title} · {define(figure, period)}",
            f"{figure.label}|{topic.title}|{search_key(figure.label)}{search_key(topic.title)}".lower(),
        )
        for topic in figure_topics()
        for figure in topic.figures
        if figure.label.isidentifier()
    ]


def words_offered(name: str, period: Period) -> list[Offer]:
    """Return what may follow a name after a point, with what each comes to; of an unknown name nothing."""
    try:
        quoted = evaluate(name, period)
    except Invalid:
        return []
    return list(_following(name, quoted)) if isinstance(quoted, Quoted) and not quoted.aspect else []


def _following(name: str, quoted: Quoted) -> Iterator[Offer]:
    for word in quoted.words:
        about = quoted.figure.label
        if word == _MONTHS:
            yield Offer(f"{name}.{word}(1, 12)", "月份(几月, 几月)", "", about, f"{word}{search_key(word)}")
            continue
        followed = quoted.followed_by(word)
        period = followed.period.label if word in SPANS else quoted.period.label
        source = f"{name}.{word}" if word.isidentifier() else f"{name}['{word}']"
        yield Offer(source, word, _value(followed), f"{about} · {period}", f"{word}{search_key(word)}")


def _value(quoted: Quoted) -> str:
    text = quoted.text or UNTOLD
    plain = quoted.aspect or isinstance(quoted.figure, Fact) or quoted.figure.unit == "%"
    value = text if plain else f"{text} {quoted.figure.unit}"
    return value if len(value) <= _LONGEST_VALUE else f"{value[: _LONGEST_VALUE - 1]}…"


def matching(offers: Sequence[Offer], typed: str, most: int) -> list[Offer]:
    """Return what may be meant: that of this very name or pinyin first, then those that begin so."""
    name = typed.strip().lower()

    def farther(offer: Offer) -> tuple[bool, bool]:
        names = f"|{offer.search_text}|"
        return f"|{name}|" not in names, f"|{name}" not in names

    return sorted((offer for offer in offers if offer.answers(typed)), key=farther)[:most]
