"""The same records give the same figures and names, in whatever order they were entered.

Some two hundred records of all subjects are entered anew in shuffled orders, each when what it refers to is
there; some go through the recycle bin while others come in, some are taken back and done or entered again.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from app.errors import Refused
from app.fields import ReferenceField
from app.fields.problems import Blocked
from app.figures.once import one_reading
from app.keeping import keeping, undoing
from app.office import close_office, create, open_office
from app.records.base import Record
from app.records.naming import NamedLink
from app.register import Register
from app.registry import figures, find_register, registers
from app.rules.periods import year
from tests.app.exchange import world
from tests.factories.described import make_described
from tests.helpers.problems import blocked

Figures = dict[tuple[str, int], tuple[Any, tuple[str, ...]]]
Entered = tuple[str, Record]
"""A record, and the key of its register."""

_YEARS = (2010, 2011, 2012)
_BINNED = 0.15  # of the records entered
_TAKEN_BACK = 0.25  # of the records entered, right away
_DONE_AGAIN = 0.5  # of those, by doing it again; the others are entered anew
_STAY = 4  # so many others come in while a record lies in the bin


def all_figures() -> Figures:
    """Every figure of some years and its parts, with what it names, in the order it names it."""
    with one_reading():
        return {
            (figure.key, of): (figure.value(year(of)), tuple(figure.names(year(of))))
            for of in _YEARS
            for figure in figures(parts=True)
        }


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> tuple[Figures, list[Entered]]:
    """An office with something of all, entered as its tests do: its figures, and its records."""
    path = tmp_path_factory.mktemp("lived") / "台账.union"
    create(path, "泰祥社区工会", code="TY")
    world.fill()
    close_office()
    open_office(path, read_only=True)
    counted = all_figures()
    records = [(register.key, record) for register in registers() for record in register.record.alive()]
    close_office()
    return counted, records


class Clerk:
    """Enters copies of records, remembering which is whose."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._ids: dict[tuple[type[Record], int], int] = {}
        self._in_bin: list[tuple[int, Register, int]] = []
        self._count = 0

    def enter_all(self, records: list[Entered]) -> list[Entered]:
        """Enter records in a random order, again and again what must wait; return what cannot come in."""
        waiting, before = list(records), -1
        while waiting and len(waiting) != before:
            before = len(waiting)
            self._chance.shuffle(waiting)
            waiting = [(key, one) for key, one in waiting if not self._enter(find_register(key), one)]
            self._restore_all()
        return waiting

    def _enter(self, register: Register, record: Record) -> bool:
        model, values = register.record, self._values(register, record)
        if values is None:
            return False
        before = undoing.last()
        try:
            copy_id = self._keep(register, values)
        except (Blocked, Refused):
            return False
        # A row that the program made already may hold all of it: then nothing was done to be taken back.
        if undoing.last() != before and self._chance.random() < _TAKEN_BACK:
            undoing.undo()
            if self._chance.random() < _DONE_AGAIN or self._has_its_name_in_the_bin(register, values):
                undoing.redo()
            else:
                copy_id = self._keep(register, values)
        self._ids[model, record.id] = copy_id
        self._visit_the_bin(register, copy_id)
        return True

    def _has_its_name_in_the_bin(self, register: Register, values: dict[str, Any]) -> bool:
        """Whether the program asks to restore what was taken back, as its name may be there only once."""
        copy = register.record()
        keeping.assign(copy, values)
        unique = {name for name, field in register.record.described().items() if field.unique}
        return bool(unique & blocked(register, copy).keys())

    def _keep(self, register: Register, values: dict[str, Any]) -> int:
        copy = keeping.single(register) if register.single else self._made_already(register, values)
        copy = copy or register.record()
        keeping.assign(copy, values)
        return keeping.save(register, copy).id

    def _values(self, register: Register, record: Record) -> dict[str, Any] | None:
        """What a person types of a record; None while what it refers to is not there, or in the bin."""
        values: dict[str, Any] = {}
        for name, field in register.record.described().items():
            value = record.__data__[name]
            if field.derive is not None or (isinstance(field, NamedLink) and not field.chosen):
                continue
            if isinstance(field, ReferenceField) and value is not None:
                value = self._ids.get((field.rel_model, value))
                if value is None or field.rel_model.get_by_id(value).deleted_at is not None:
                    return None
            values[name] = value
        return values

    def _made_already(self, register: Register, values: dict[str, Any]) -> Record | None:
        """The row that the program made by itself when its owner came in: a member's joining."""
        model = register.record
        owned = any(isinstance(f, ReferenceField) and f.required for f in model.described().values())
        if not owned:
            return None
        entered = {copy for (kind, _), copy in self._ids.items() if kind is model}
        same = [
            field == values[name]
            for name, field in model.described().items()
            if field.required and name in values
        ]
        rows = model.alive().where(*same).order_by(model.id)
        return next((row for row in rows if row.id not in entered), None)

    def _visit_the_bin(self, register: Register, record_id: int) -> None:
        self._count += 1
        for until, binned, binned_id in [one for one in self._in_bin if one[0] <= self._count]:
            keeping.restore(binned, [binned_id])
            self._in_bin.remove((until, binned, binned_id))
        if not register.single and not self._in_bin and self._chance.random() < _BINNED:
            try:
                keeping.to_bin(register, [record_id])
            except (Blocked, Refused):
                return
            self._in_bin.append((self._count + _STAY, register, record_id))

    def _restore_all(self) -> None:
        while self._in_bin:
            _, register, record_id = self._in_bin.pop()
            keeping.restore(register, [record_id])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_figures_and_names_do_not_depend_on_the_order_of_entering(
    lived: tuple[Figures, list[Entered]], tmp_path: Path, seed: int
) -> None:
    expected, records = lived
    assert len(records) >= 200
    create(tmp_path / "台账.union", "泰祥社区工会", code="TY")
    make_described()
    assert [f"{key} {record}" for key, record in Clerk(random.Random(seed)).enter_all(records)] == []
    counted = all_figures()
    assert {key: counted[key] for key in expected if counted[key] != expected[key]} == {}
    close_office()
