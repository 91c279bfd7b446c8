"""The command that makes a register of the office's own."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from app.cli.opening import office
from app.described import changing, opened, reading
from app.described.description import Description
from app.described.reading import text_of
from app.described.ready import ready
from app.exchange.collector import collection_paused
from app.exchange.describing import propose
from app.exchange.proposal_told import as_json, as_text
from app.exchange.taking_up import take_up
from app.safekeeping.automatic import keep_copy
from app.target import require_replaceable, written_whole

DESCRIPTION = ".json"
"""The file of a described register."""


def _taken(named: Path) -> Description:
    """Read a description's file; the title of one that comes with the program stands for its file."""
    return opened.read(text_of(ready().get(str(named), named)))


@collection_paused()
def run_register(args: argparse.Namespace) -> str:
    if args.save:
        require_replaceable(args.save, (DESCRIPTION,))
    with office(args):
        proposal = propose(args.book, args.sheet) if args.book else None
        description = proposal.description if proposal else _taken(args.description)
        description = replace(description, title=args.title or description.title)
        outcome: dict[str, object] = {"made": False, "rows": 0, "left": []}
        done = "只列出，没有建立"
        if not args.dry_run and proposal is not None:
            keep_copy()
            taken = take_up(proposal, description, rows=not args.no_rows)
            left = [*map(str, taken.problems), *taken.notes]
            key = taken.opened.own.register.key
            outcome = {"made": True, "key": key, "rows": taken.rows, "left": left}
            done = f"已建立，键是 {key}，{'没有导入行' if args.no_rows else f'导入 {taken.rows} 行'}"
            for sentence in left:
                print(f"提醒：{sentence}", file=sys.stderr)
        elif not args.dry_run:
            key = changing.make(description).own.register.key
            outcome, done = {"made": True, "key": key, "rows": 0, "left": []}, f"已建立，键是 {key}"
        if args.save:
            with written_whole(args.save, DESCRIPTION) as unfinished:
                unfinished.write_text(reading.written(description), encoding="utf-8")
        if args.json:
            return as_json(description, proposal, outcome)
        return f"{as_text(description, proposal)}\n“{description.title}”{done}。"
