"""Commands that take workbooks in and write them."""

from __future__ import annotations

import argparse
import sys

from app.cli.opening import noting_office, office, office_beside
from app.errors import Refused
from app.exchange.collector import collection_paused
from app.exchange.handing_out import hand_out, hand_out_prescribed, hand_out_sheet
from app.exchange.importing import Report, open_session, report_of
from app.exchange.workbook import template
from app.listing import Criteria
from app.register import PrescribedExport, Register
from app.registry import find_register, registers
from app.safekeeping.automatic import keep_copy


def run_template(args: argparse.Namespace) -> str:
    with office_beside(args):
        template(find_register(args.register), args.out)
    return f"已生成空白表“{args.out}”，填好后可以导入。"


@collection_paused()
def run_import(args: argparse.Namespace) -> str:
    with office(args):
        register = find_register(args.register)
        session = open_session(
            register,
            args.book,
            sheet=args.sheet,
            on_duplicate=args.on_duplicate,
            set_values=dict(args.set),
            columns=args.map,
            create_references=args.create_references,
            incomplete=args.incomplete,
        )
        session.options.by_name = args.by_name
        session.options.year = args.year
        if args.rejects:
            from app.exchange.rejects import require_other, write_rejects

            require_other(args.rejects, args.book)
        if args.dry_run:
            session.rehearse()
        else:
            keep_copy()
            session.import_rows(without_refused=args.rejects is not None)
        report = report_of(session)
        _tell(report)
        if report.problems and args.rejects:
            write_rejects(session, args.rejects)
            print(f"有误的行已另存为“{args.rejects}”，改好后可以再导入。", file=sys.stderr)
    if report.problems and not report.done:
        raise Refused(f"{report.sentence}。请按上面的提示改好后再导入。")
    return f"{register.title}：{report.sentence}。"


def _tell(report: Report) -> None:
    """Say beside the outcome what was wrong, left out, made."""
    from app.exchange.importing import lines_of

    for problem in report.problems:
        print(problem, file=sys.stderr)
    computed = list(filter(None, [report.computed]))
    for warning in (*computed, *lines_of(report.warnings)):
        print(f"提醒：{warning}", file=sys.stderr)
    if number := len(computed) + len(report.warnings):
        print(f"共 {number} 处提醒，请核对。", file=sys.stderr)
    if report.unknown:
        print(f"没有用到的列：{'、'.join(report.unknown)}。")
    for aside in report.asides:
        print(f"{aside}。")
    for waiting in report.waiting:
        print(f"{waiting}。")
    for title, name in report.created:
        print(f"{'新登记' if report.done else '将登记'}{title}：{name}，资料待补。")


def run_export(args: argparse.Namespace) -> str:
    with noting_office(args):
        register = find_register(args.register)
        if args.record is not None or args.bank:
            return _export_of_one(register, args)
        export = _prescribed(register, args.prescribed) if args.prescribed else None
        if export is None:
            count = hand_out(register, Criteria(), args.out, purpose=args.purpose)
        else:
            count = hand_out_prescribed(register, export, Criteria(), args.out, purpose=args.purpose)
    return f"已导出{register.title} {count} {register.unit}到“{args.out}”。"


def _export_of_one(register: Register, args: argparse.Namespace) -> str:
    """Write the table of one record, such as a batch of aid for the bank."""
    if not register.record_sheets:
        raise Refused(f"{register.title}没有单条的明细表，请去掉 --record 和 --bank。")
    if args.record is None:
        raise Refused("请用 --record N 写明是哪一条，N 是打印时用的同一个号。")
    (sheet, *_) = register.record_sheets
    record = register.record.get_or_none(
        register.record.id == args.record, register.record.deleted_at.is_null()
    )
    if record is None:
        raise Refused(f"{register.title}没有第 {args.record} 号，请核对。")
    rows = hand_out_sheet(register, sheet, record, args.out, layout=args.bank, purpose=args.purpose)
    return f"已生成{sheet.title} {rows} 行，在“{args.out}”。"


def _prescribed(register: Register, key: str) -> PrescribedExport:
    """Return the workbook of this key that another body asks for; raises Refused naming who has one."""
    export = register.export_called(key)
    if export is None:
        own = ((other, other.export_called(key)) for other in registers())
        ways = "；".join(
            f"只用于{export.sheets[0].title}，请写 export FILE {other.key} OUT.xlsx --{key}"
            for other, export in own
            if export is not None
        )
        raise Refused(f"--{key} {ways}。")
    return export
