"""Find anything: records by name, number or pinyin, and by their titles registers, prints and figures.

A person types a few letters into one box; what comes must come before the next letter. Of the records only
those of lists of their own are looked at: a row opens with its owner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from app import registry
from app.fields import BankCardField, Described, MobileField, PersonNameField, ResidentIdField, TextField
from app.fields.worked_out import worked_out
from app.records.base import Record, database
from app.register import Register
from app.rules.pinyin import read_in_context
from app.rules.text import search_words, tidy

FEW = 8
"""So many records of one register are told; who means another types more of it."""
_LONG = 40  # records at most
_NUMBERS = (ResidentIdField, MobileField, BankCardField)


@dataclass(frozen=True)
class FoundRecord:
    """A record that was found: where it is listed, what it is called, what tells it from others."""

    register_key: str
    record_id: int
    title: str
    note: str


@dataclass(frozen=True)
class Titled:
    """Something with a title: of which kind, in a word, and what leads to it."""

    title: str
    kind: str
    target: object
    note: str = ""

    def matches(self, words: Sequence[str]) -> bool:
        """Tell whether every word is in the title, or in the pinyin of it."""
        return all(word in self.title.lower() or (word.isascii() and word in self.sounds) for word in words)

    @property
    def sounds(self) -> str:
        """The pinyin of the title, whole and by its initials."""
        return sounds_of(self.title)


@cache
def sounds_of(title: str) -> str:
    """Return the pinyin of a title, whole and by its initials.

    >>> sounds_of("发放表")
    '|fafangbiao|ffb|'
    """
    syllables = [syllable for syllable in read_in_context(title.lower()) if syllable.isalnum()]
    return f"|{''.join(syllables)}|{''.join(syllable[0] for syllable in syllables)}|"


def records(text: str) -> list[FoundRecord]:
    """Return the records in which all words are found, by register; those called exactly so come first."""
    words = search_words(text)
    if not words or (len(words) == 1 and len(words[0]) == 1 and words[0].isascii()):
        return []  # one letter means everybody
    found: list[FoundRecord] = []
    for subject in registry.subjects():
        for register in subject.registers:
            found += _in_register(register, words)
    exact = [one for one in found if one.title == text.strip()]
    return [*exact, *(one for one in found if one not in exact)][:_LONG]


def titles() -> list[Titled]:
    """Return what can be found by its title: lists, prints, figures and settings."""
    lists = [
        Titled(register.title, "台账", register.key, subject.title)
        for subject in registry.subjects()
        for register in subject.registers
    ]
    prints = {
        paper.key: Titled(paper.title, "打印", (register.key, paper), register.title)
        for subject in reversed(registry.subjects())
        for register in reversed(subject.registers)
        for paper in register.prints
    }
    figures = [
        Titled(figure.label, "统计", figure, topic.title)
        for topic in registry.figure_topics()
        for figure in topic.figures
    ]
    settings = [Titled(register.title, "设置", register.key) for register in registry.SETTINGS]
    return [*lists, *settings, *reversed(prints.values()), *figures]


def in_titles(offered: Iterable[Titled], text: str, most: int = FEW) -> list[Titled]:
    """Return what a text means among what has a title, what begins with it first."""
    words = [word.lower() for word in search_words(text)]
    found = [one for one in offered if words and one.matches(words)]

    def rank(one: Titled) -> tuple[bool, int]:
        begins = one.title.lower().startswith(words[0]) or f"|{words[0]}" in one.sounds
        return not begins, len(one.title)

    return sorted(found, key=rank)[:most]


def _in_register(register: Register, words: Sequence[str]) -> Iterator[FoundRecord]:
    """Yield the records of a register in which each word is found."""
    terms, values = ["deleted_at IS NULL"], list[object]()
    for word in words:
        places = _places(register.record, _kind_of(word))
        if not places:
            return
        # Names are stored as typed and everything else in half width: look for both.
        spellings = [_like(spelling) for spelling in dict.fromkeys((word, tidy(word)))]
        terms.append(f"({' OR '.join(place for place in places for _ in spellings)})")
        values += [spelling for _ in places for spelling in spellings]
    table = register.record._meta.table_name
    statement = f'SELECT id FROM "{table}" WHERE {" AND ".join(terms)} LIMIT {FEW}'  # own names
    ids = [record_id for (record_id,) in database.execute_sql(statement, values)]
    if not ids:
        return
    for record in register.record.select().where(register.record.id.in_(ids)):
        title = _called(record)
        yield FoundRecord(register.key, record.id, title, _note(register, record, title))


def _kind_of(word: str) -> str:
    """Return what a word may be: the sound of a name, a number, or the name itself."""
    if word.isascii() and word.isalpha():
        return "sound"
    return "number" if any(character.isdigit() for character in word) else "name"


@worked_out
def _places(model: type[Record], kind: str) -> tuple[str, ...]:
    """Return the SQL of the columns in which a word of a kind is looked for."""
    naming = [field for field in model.naming if isinstance(field, Described)]
    if kind == "sound":
        spelled = any(isinstance(field, PersonNameField | TextField) for field in naming)
        own = ["search_key"] if spelled else []
    elif kind == "name":
        numbers = [field for field in naming if isinstance(field, ResidentIdField)]
        own = [field.column_name for field in naming if not any(field is one for one in numbers)]
    else:
        numbered = [field for field in model.described().values() if isinstance(field, _NUMBERS)]
        own = list(dict.fromkeys(field.column_name for field in (*naming, *numbered)))
    return tuple(f"\"{column}\" LIKE ? ESCAPE '\\'" for column in own)


def _like(word: str) -> str:
    for special in "\\%_":
        word = word.replace(special, f"\\{special}")
    return f"%{word}%"


def _called(record: Record) -> str:
    texts = (field.format(getattr(record, field.name)) for field in record.naming if not field.guarded)
    return next((text for text in texts if text), str(record))


def _note(register: Register, record: Record, title: str) -> str:
    """Say in some words which one it is: the first columns of the list, nothing hidden shown."""
    told = [register.title]
    for shown in register.columns:
        value = getattr(record, shown.name) if isinstance(shown, Described) else None
        if isinstance(shown, Described) and not shown.guarded and value not in (None, ""):
            text = shown.brief(value) if hasattr(shown, "brief") else shown.format(value)
            if text and text != title:
                told.append(text.replace("\n", " "))
        if len(told) > 4:
            break
    return "　".join(told)
