"""Commands for paper, and for lists of figures."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from app.cli.opening import office, office_beside
from app.exchange import statistics_return
from app.printing.layout import PrintRequest
from app.printing.prints import make
from app.registry import find_figure, find_print, prints
from app.rules import periods
from app.rules.periods import Period
from app.statistics.listed import as_json, as_text, records_of


def run_prints(args: argparse.Namespace) -> str:
    with office_beside(args):
        return "\n".join(f"{paper.key}\t{paper.title}" for paper in prints())


def run_print(args: argparse.Namespace) -> str:
    request = PrintRequest(date.today(), _period(args), args.record, full_ids=args.full_ids)
    # Whoever prints full identity numbers leaves a trace in the print log (domain 12.2).
    in_full = any(paper.own_numbers for paper in prints() if paper.key == args.print)
    noted = args.full_ids or (in_full and not args.blank)
    with office(args, read_only=not noted):
        paper = find_print(args.print)
        result = make(paper, request, args.out, public=args.public, blank=args.blank, archived=True)
    for text, characters in result.missing:
        print(f"“{text}”中的“{characters}”没有字库，打印为〓，请手工填写。", file=sys.stderr)
    return f"已生成“{args.out}”，共 {result.pages} 页。"


def _period(args: argparse.Namespace) -> Period | None:
    if args.year is not None:
        return periods.year(args.year)
    return None if args.first is None else periods.custom(args.first, args.last)


def _this_year() -> Period:
    return periods.year(date.today().year)


def run_figures(args: argparse.Namespace) -> str:
    with office(args, read_only=True):
        if args.hand_in is not None:
            return _annual_return(args.year, args.hand_in)
        period = _period(args) or _this_year()
        if args.records:
            return records_of(find_figure(args.records), period)
        return as_json(period) if args.json else as_text(period)


def _annual_return(year: int, target: Path) -> str:
    period = statistics_return.write(year, target)
    return f"已生成{period.label}的年报汇总“{target}”。"
