"""The command line: every command works without a display and says what it did in one sentence."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

from app.errors import Invalid, Refused

DONE, REFUSED, USAGE = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        print(f"命令写得不对，请用 {self.prog} --help 查看用法。（{message}）", file=sys.stderr)
        raise SystemExit(USAGE)


def _day(text: str) -> date:
    from app.rules.dates import read_date

    try:
        return read_date(text)
    except Invalid as error:
        raise argparse.ArgumentTypeError(f"{text}：{error}") from error


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise argparse.ArgumentTypeError(f"{text}：应写成 字段=值")
    return name, value


@contextmanager
def _office(path: Path, *, read_only: bool = False) -> Iterator[None]:
    from app.office import close_office, open_office

    open_office(path, read_only=read_only)
    try:
        yield
    finally:
        close_office()


def _new(args: argparse.Namespace) -> str:
    from app.office import close_office, create

    create(args.file, args.name, code=args.code)
    close_office()
    return f"已新建台账“{args.file}”。"


def _sample(args: argparse.Namespace) -> str:
    from app.sample import build

    build(args.file)
    return f"已生成示例台账“{args.file}”，其中的人都是虚构的。"


def _registers(_: argparse.Namespace) -> str:
    from app.registers import every

    lines = []
    for register in every():
        lines.append(f"{register.key}\t{register.title}")
        lines += [f"    {kept.name}\t{kept.label}{' *' if kept.required else ''}" for kept in register.fields]
    return "\n".join(lines)


def _template(args: argparse.Namespace) -> str:
    from app.exchange.workbook import template
    from app.registers import find

    template(find(args.register), args.out)
    return f"已生成空白表“{args.out}”，填好后可以导入。"


def _import(args: argparse.Namespace) -> str:
    from app.exchange.taking_in import import_book
    from app.registers import find

    register = find(args.register)
    with _office(args.file):
        report = import_book(
            register,
            args.book,
            dry_run=args.dry_run,
            on_duplicate=args.on_duplicate,
            set_values=dict(args.set),
        )
    for problem in report.problems:
        print(problem, file=sys.stderr)
    if report.unknown:
        print(f"没有用到的列：{'、'.join(report.unknown)}。")
    if report.problems:
        if args.rejects:
            from app.exchange.rejects import write_rejects

            write_rejects(args.book, report, args.rejects)
            print(f"有误的行已另存为“{args.rejects}”，改好后可以再导入。", file=sys.stderr)
        raise Refused(f"{report.sentence}。请按上面的提示改好后再导入。")
    return f"{register.title}：{report.sentence}。"


def _export(args: argparse.Namespace) -> str:
    from app.exchange.workbook import export
    from app.listing import Asked
    from app.registers import find

    register = find(args.register)
    with _office(args.file, read_only=True):
        count = export(register, Asked(), args.out)
    return f"已导出{register.title} {count} {register.unit}到“{args.out}”。"


def _prints(_: argparse.Namespace) -> str:
    from app.printing.prints import all_prints

    return "\n".join(f"{one.key}\t{one.title}" for one in all_prints())


def _print(args: argparse.Namespace) -> str:
    from app.printing.prints import find, make
    from app.register import Occasion
    from app.rules import periods

    asked = find(args.print)
    if (args.first is None) != (args.last is None):
        raise Refused("--from 和 --to 要一起写，请补上另一个日期。")
    period = None
    if args.year:
        period = periods.year(args.year)
    elif args.first:
        period = periods.custom(args.first, args.last)
    occasion = Occasion(date.today(), period, args.record, full_ids=args.full_ids)
    # Whoever prints full identity numbers leaves a trace in the print log (domain 12.2).
    with _office(args.file, read_only=not args.full_ids):
        result = make(
            asked, occasion, args.out, public=args.public, blank=args.blank, printed_at=datetime.now()
        )
    for text, characters in result.missing:
        print(f"“{text}”中的“{characters}”没有字库，打印为〓，请手工填写。", file=sys.stderr)
    return f"已生成“{args.out}”，共 {result.pages} 页。"


def _backup(args: argparse.Namespace) -> str:
    from app.safekeeping.backup import back_up

    with _office(args.file, read_only=True):
        made = back_up(args.folder)
    return f"已备份到“{made.path}”，{made.size} 字节，已核验，SHA-256 {made.sha256}。"


COMMANDS: dict[str, Callable[[argparse.Namespace], str]] = {
    "new": _new,
    "sample": _sample,
    "registers": _registers,
    "template": _template,
    "import": _import,
    "export": _export,
    "prints": _prints,
    "print": _print,
    "backup": _backup,
}


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="union-office", description="社区工会台账。不带命令时打开窗口。")
    commands = parser.add_subparsers(dest="command", metavar="命令", required=True, parser_class=_Parser)

    def command(name: str, about: str, *operands: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about, description=about)
        for operand in operands:
            made.add_argument(
                operand, type=str if operand in {"register", "print"} else Path, metavar=operand.upper()
            )
        return made

    new = command("new", "新建台账", "file")
    new.add_argument("--name", required=True, help="工会名称")
    new.add_argument("--code", default="GH", help="编号前缀，例如 TY")
    command("sample", "生成示例台账", "file")
    command("registers", "列出各台账的键、名称和字段")
    command("template", "生成一份空白表，填好后导入", "register", "out")
    taking_in = command("import", "导入表格，全部成功或全部不导入", "file", "register", "book")
    taking_in.add_argument("--dry-run", action="store_true", help="只检查，不导入")
    taking_in.add_argument(
        "--on-duplicate",
        choices=("skip", "fill", "update"),
        default="skip",
        help="已有记录：跳过、补空、更新",
    )
    taking_in.add_argument(
        "--set",
        action="append",
        type=_setting,
        default=[],
        metavar="FIELD=VALUE",
        help="缺这一项的行都用这个值",
    )
    taking_in.add_argument("--rejects", type=Path, metavar="OUT.xlsx", help="把有误的行连同原因另存")
    command("export", "导出台账为 .xlsx 或 .csv", "file", "register", "out")
    command("prints", "列出可打印的表册")
    printing = command("print", "生成一份 PDF", "file", "print", "out")
    printing.add_argument("--year", type=int, help="年度")
    printing.add_argument("--from", dest="first", type=_day, help="起始日期")
    printing.add_argument("--to", dest="last", type=_day, help="截止日期")
    printing.add_argument("--record", type=int, help="只印这一条记录，例如一个批次")
    printing.add_argument("--public", action="store_true", help="公示版")
    printing.add_argument("--blank", action="store_true", help="空白表，供手工填写")
    printing.add_argument("--full-ids", action="store_true", help="印完整证件号码，带“内部资料”水印")
    command("backup", "备份到一个文件夹并核验", "file", "folder")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 usage."""
    _speak_utf8()
    args = _parser().parse_args(arguments)
    try:
        print(COMMANDS[args.command](args))
    except (Refused, Invalid) as error:
        print(error, file=sys.stderr)
        return REFUSED
    return DONE


def _speak_utf8() -> None:
    """Chinese must come out whole on a console that was set up for another language."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
