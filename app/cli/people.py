"""The command for what the law on personal information asks of an office."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date, datetime

from app import personal
from app.cli.opening import noting_office, office
from app.errors import Refused
from app.registry import find_register
from app.rules import periods

_GIVEN = ("时间", "内容", "行数", "页数", "含完整号码")
_DUE = ("台账", "记录", "起算日期", "保存", "到期日期", "依据")


def run_personal(args: argparse.Namespace) -> str:
    """List what was given out in a year or is to be deleted by its end, or write a person's own sheet."""
    if args.what == "copy":
        return _copy(args)
    period, now = periods.year(args.year or date.today().year), datetime.now()
    with office(args, read_only=True):
        if args.what == "given":
            if args.out:
                personal.write_log(period, args.out, printed_at=now)
            given = [personal.log_texts(entry) for entry in personal.given_out(period)]
            told = _told(_GIVEN, given, f"{period.label}没有打印或导出。", as_json=args.json)
        else:
            if args.out:
                personal.write_expired(period.last, args.out, printed_at=now)
            due = [personal.expired_texts(one) for one in personal.expired(period.last)]
            told = _told(_DUE, due, f"{period.label}没有到期应删除的记录。", as_json=args.json)
    return f"已生成“{args.out}”。" if args.out else told


def _told(heads: Sequence[str], rows: Sequence[Sequence[str]], none: str, *, as_json: bool) -> str:
    if as_json:
        return json.dumps([dict(zip(heads, row, strict=True)) for row in rows], ensure_ascii=False, indent=2)
    return "\n".join("\t".join(row) for row in (heads, *rows)) if rows else none


def _copy(args: argparse.Namespace) -> str:
    if not (args.register and args.who and args.out):
        raise Refused("给本人的个人信息副本要写明 --register、--who 和 --out，例如 --who 王芳。")
    with noting_office(args):
        record = personal.person(find_register(args.register), args.who)
        result = personal.write_copy(record, args.out, printed_at=datetime.now())
    return f"已生成“{args.out}”，共 {result.pages} 页。"
