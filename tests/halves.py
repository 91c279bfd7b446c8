"""Cut a ledger in halves, let them come in in random orders, and see whether it counts as it did.

Run by hand, from the root of the checkout; pytest does not collect this file:

    python -m tests.halves 3 [SEED]     the whole sample office in so many orders, the first by this seed

Each list of the office is exported and cut in two at random. The halves are imported into an empty office
in a random order. What refers to rows of another half is refused as long as those are not there, and taken
in with the next try, as a clerk does with the rows that came back. Every figure and every list of names must
be what it was. Among the files is not what has one row only: the office's own data, which came with it.
"""

from __future__ import annotations

import csv
import random
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from app import sample
from app.exchange.importing import open_session, report_of
from app.exchange.workbook import export
from app.figures.figure import model_of
from app.figures.once import one_reading
from app.listing import Criteria
from app.office import close_office, create, open_office
from app.register import Register
from app.registry import figures, find_register, registers
from app.rules.periods import year

_MODES = {"settings": "update", "members.events": "fill"}
"""Of what is there already: the office itself, and the joining of each member, made when she came in."""
_TRIES = 8
_YEAR = year(2011)
Half = tuple[str, Path]
"""The key of a register, and a file with half of its rows."""
Counted = dict[str, tuple[Any, tuple[str, ...]]]


def counted(taken: Iterable[Register]) -> Counted:
    """Every figure that counts records of these lists, with the names it gives, in their order."""
    kinds = {register.record for register in taken}
    with one_reading():
        return {
            figure.key: (figure.value(_YEAR), tuple(figure.names(_YEAR)))
            for figure in figures(parts=True)
            if model_of(figure, _YEAR) in kinds
        }


def cut_in_two(taken: Iterable[Register], folder: Path, seed: int = 0) -> list[Half]:
    """Export lists of the open office, each cut in two at random.

    Rows that are the same in all stay together: in another file they would be the same record again.
    """
    halves = []
    for register in taken:
        whole = folder / f"{register.key}.csv"
        export(register, Criteria(), whole)
        with whole.open(encoding="utf-8-sig", newline="") as file:
            heading, *rows = csv.reader(file)
        different = [*dict.fromkeys(map(tuple, rows))]
        random.Random(f"{register.key} {seed}").shuffle(different)
        for number in (0, 1):
            kept = {*different[number::2]}
            part = [row for row in rows if tuple(row) in kept]
            half = folder / f"{register.key}.{number}.csv"
            with half.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file).writerows([heading, *part])
            if part:
                halves.append((register.key, half))
    return halves


def take_in(halves: Sequence[Half], chance: random.Random) -> list[str]:
    """Import halves in random orders until each came in whole; return what is refused in the end."""
    coming, refused = list(halves), list[str]()
    for _ in range(_TRIES):
        chance.shuffle(coming)
        refused, waiting = [], []
        for key, half in coming:
            mode = _MODES.get(key, "skip")
            session = open_session(find_register(key), half, on_duplicate=mode)  # type: ignore[arg-type]
            session.import_rows(without_refused=True)
            if problems := report_of(session).problems:
                waiting.append((key, half))
                refused += [f"{key} {problem}" for problem in problems]
        coming = waiting
    return refused


def differing(expected: Counted) -> Counted:
    """Return the figures of the open office that are others than was expected."""
    found = counted(registers())
    return {key: found[key] for key in expected if found[key] != expected[key]}


def _orders(number: int, first: int) -> Iterator[tuple[int, list[str]]]:
    """Yield for each order its seed and what is wrong in the office that came of it."""
    taken = [register for register in registers() if not register.single]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample.build(folder / "样例.union")
        for seed in range(first, first + number):
            open_office(folder / "样例.union", read_only=True)
            expected, halves = counted(taken), cut_in_two(taken, folder, seed)
            close_office()
            create(folder / f"{seed}.union", "泰祥社区工会", code="TY")
            refused = take_in(halves, random.Random(seed))
            others = [f"{key}: {found} ≠ {expected[key]}" for key, found in differing(expected).items()]
            close_office()
            yield seed, refused + others


def main(arguments: Sequence[str]) -> int:
    """Take in so many orders, say what differs in each, and return 1 where anything does."""
    number, first = (int(given) for given in (*arguments, *("1", "1")[len(arguments) :]))
    wrong = False
    for seed, told in _orders(number, first):
        wrong |= bool(told)
        print(f"order {seed}: {len(told)} refused or different", *told, sep="\n  ", flush=True)  # noqa: T201
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
