"""The command that makes the sample office."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from app.errors import Refused
from app.sample import build


def run_sample(args: argparse.Namespace) -> str:
    today = date.today()
    as_of = today if args.year is None else date(args.year, 12, 31)
    if as_of > today:
        raise Refused(f"{args.year}年还没有过完，请写一个过去的年度，或不写 --year，生成到今天为止的示例。")
    build(args.file, as_of=as_of, **({"advanced": _tell_parts} if args.progress else {}))
    return f"已生成示例台账“{args.file}”，其中的人都是虚构的。"


def _tell_parts(done: int, total: int) -> None:
    print(f"{done}/{total}", file=sys.stderr, flush=True)
