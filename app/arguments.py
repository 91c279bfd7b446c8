"""What may be written after `union-office`: the commands, their operands and options, said in Chinese."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from app.errors import Invalid, readable
from app.nearest import perhaps
from app.version import version

USAGE = 2

_YEARS = range(1900, 2201)
_WORDS = {"register", "print", "kept", "other"}  # operands that are keys; the others are paths
_OPERANDS = {
    "file": "台账文件，扩展名 .union",
    "register": "台账的键，用 registers 查看",
    "print": "表册的键，用 prints 查看",
    "report": "旧的工作总结：.docx、.doc 或 .txt",
    "book": "要导入的表格：.xlsx、.xls、.ods 或 .csv",
    "folder": "备份放在哪个文件夹",
    "backup": "备份文件，旁边的 .sha256 用来核对",
    "damaged": "损坏的台账文件，只读取，不改动",
    "kept": "留下的一条：它的编号、证件号码或全名",
    "other": "并入的一条，往来记录全部转走，它放入回收站",
    "new": "救出的记录存成的新台账，扩展名 .union",
}
_OPENED = {"file", "backup", "damaged"}  # operands that may have a password
_MAKING = {"new", "sample"}  # commands that make their file
_BESIDE = {"registers", "template", "prints"}  # commands that may look into an office
_MESSAGES: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.+)", r"还缺 \1"),
    (r"unrecognized arguments: (.+)", r"不认识 \1"),
    (r"argument (.+): expected one argument", r"\1 后面要写一个值"),
    (r"argument (.+): not allowed with argument (.+)", r"\1 和 \2 只能写一个"),
    (r"argument (.+): invalid int value: '(.*)'", r"\1 应填整数，不能是“\2”"),
    (r"argument (.+): ignored explicit argument '(.*)'", r"\1 后面不要写值“\2”"),
    (r"argument (\S+): (.+)", r"\1：\2"),
)
_WRONG_CHOICE = r"argument (.+): invalid choice: '(.*)' \(choose from (.+)\)"
_WRONG_OPTION = r"unrecognized arguments: (--\S+).*"


_Read = TypeVar("_Read")


class _Help(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class _Version(argparse.Action):
    """Say the version and leave; argparse's own asks for it before anybody does."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  # as argparse makes it
        super().__init__(nargs=0, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        sys.stdout.write(f"{parser.prog} {version()}\n")
        parser.exit()


class _Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:  # noqa: ANN401  # as argparse takes them
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Help, **options)
        self._positionals.title, self._optionals.title = "要写明", "可选"
        self.add_argument("-h", "--help", action="help", help="显示用法")

    def error(self, message: str) -> NoReturn:
        sentence = self._offering(message) or next(
            (re.sub(shape, words, message) for shape, words in _MESSAGES if re.fullmatch(shape, message)),
            message,
        )
        sentence = readable(sentence.replace("'", ""))
        self.exit(USAGE, f"命令写得不对：{sentence}。请用 {self.prog} --help 查看用法。\n")

    def knows(self, option: str) -> bool:
        """Tell whether an option may stand here."""
        return option in self._option_string_actions

    def _offering(self, message: str) -> str:
        """Say that nobody knows a word, with the known one that is nearest; empty for other messages."""
        if wrong := re.fullmatch(_WRONG_CHOICE, message):
            where, word, known = wrong.groups()
            meant = perhaps(word, known.replace("'", "").split(", "))
            return f"{where} 没有“{word}”这一项{meant}，可选 {known}"
        if wrong := re.fullmatch(_WRONG_OPTION, message):
            meant = perhaps(wrong[1].partition("=")[0], self._option_string_actions)
            return f"不认识 {wrong[1]}{meant}" if meant else ""
        return ""


def _refusing(read: Callable[[str], _Read]) -> Callable[[str], _Read]:
    """Let a reader's own sentence explain a wrong value."""

    def checked(text: str) -> _Read:
        try:
            return read(text)
        except Invalid as error:
            raise argparse.ArgumentTypeError(f"“{text}”{error}") from error

    return checked


def _day(text: str) -> date:
    from app.rules.dates import read_date

    return read_date(text)


def _year(text: str) -> int:
    if not text.isdecimal() or int(text) not in _YEARS:
        raise Invalid("应为四位的年份，例如 2011")
    return int(text)


def _number(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 2**63:
        raise Invalid("应为记录的编号，例如 3")
    return int(text)


def _name(text: str) -> str:
    from app.records.profile import Profile

    name = Profile.name.parse(text)
    if not name:
        raise Invalid("应写明工会名称，例如 泰祥社区工会")
    return str(name)


def _code(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{1,6}", text):
        raise Invalid("应为一到六个字母，例如 TY")
    return text.upper()


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise Invalid("应写成 字段=值，例如 性别=男")
    return name, value


def _pair(text: str) -> tuple[str, str]:
    heading, equals, field = text.rpartition("=")
    if not equals or not heading.strip():
        raise Invalid("应写成 表头=字段，例如 手机=手机号码")
    return heading.strip(), field.strip()


def parse(words: Iterable[str]) -> argparse.Namespace:
    """Read a command; leaves with exit code 2 and a sentence when it is not written rightly."""
    parser, commands = _parser()
    words = list(words)
    if words and words[0] not in commands and names_file(words[0]):
        parser.error(f"“{words[0]}”是要打开的文件，前面缺命令，或后面多写了 {' '.join(words[1:])}")
    if words and words[0].startswith("-") and not parser.knows(words[0]):
        parser.error(f"unrecognized arguments: {words[0]}")
    args, unknown = parser.parse_known_args(words)
    if unknown:
        commands[args.command].error(f"unrecognized arguments: {' '.join(unknown)}")
    if args.command in ("print", "figures"):
        _require_one_period(commands[args.command], args)
    return args


def names_file(word: str) -> bool:
    """Tell whether a first word that is no command is the file to open, there or not."""
    path = Path(word)
    is_option = word.startswith("-")
    has_folder = any(mark and mark in word for mark in (os.sep, os.altsep))
    return not is_option and (has_folder or path.suffix.lower() == ".union" or path.exists())


def _require_one_period(parser: _Parser, args: argparse.Namespace) -> None:
    if (args.first is None) != (args.last is None):
        parser.error("--from 和 --to 要一起写，请补上另一个日期")
    if args.year is not None and args.first is not None:
        parser.error("--year 和 --from、--to 只能写一种")
    if getattr(args, "hand_in", None) is not None and args.year is None:
        parser.error("--return 要和 --year 一起写，请补上统计年度")
    if args.first is not None and args.last < args.first:
        parser.error("--to 早于 --from，请核对两个日期")


def _parser() -> tuple[_Parser, dict[str, _Parser]]:
    parser = _Parser(prog="union-office", description="社区工会台账。不带命令时打开窗口。")
    parser.add_argument("--version", action=_Version, help="显示版本")
    choices = parser.add_subparsers(
        title="命令", dest="command", metavar="命令", required=True, parser_class=_Parser
    )
    commands: dict[str, _Parser] = {}

    def command(name: str, about: str, *operands: str, out: str = "") -> _Parser:
        made = commands[name] = choices.add_parser(name, help=about, description=about)
        for operand in operands:
            kind = str if operand in _WORDS else Path
            made.add_argument(operand, type=kind, metavar=operand.upper(), help=_OPERANDS[operand])
        if out:
            made.add_argument("out", type=Path, metavar="OUT", help=out)
        if name in _BESIDE:
            made.add_argument("--office", type=Path, metavar="FILE", help="连同这个台账文件中的自设台账")
        if name in _BESIDE or (_OPENED.intersection(operands) and name not in _MAKING):
            made.add_argument(
                "--password-file",
                type=Path,
                metavar="TEXT",
                help="密码（或恢复码）写在这个文件的第一行，- 为标准输入；不写则在终端中询问",
            )
        return made

    new = command("new", "新建台账", "file")
    new.add_argument("--name", required=True, type=_refusing(_name), metavar="NAME", help="工会名称")
    new.add_argument("--code", default="GH", type=_refusing(_code), metavar="CODE", help="编号前缀，例如 TY")
    sample = command("sample", "生成示例台账：去年和今年，到今天为止", "file")
    sample.add_argument(
        "--year", type=_refusing(_year), metavar="Y", help="整年的示例，例如 2011（总结的原文所写的年度）"
    )
    sample.add_argument("--progress", action="store_true", help="逐行写出进度，例如 3/13")
    command("registers", "列出各台账的键、名称和字段")
    command("template", "生成一份空白表，填好后导入", "register", out="生成的表格，.xlsx")
    _import_options(
        command("import", "导入表格；有一行有误就全部不导入，除非写明 --rejects", "file", "register", "book")
    )
    _register_options(command("register", "自设台账：按一份表格或说明书新建一本台账", "file"))
    export = command("export", "导出一本台账", "file", "register", out="生成的表格，.xlsx、.csv 或 .txt")
    export.add_argument(
        "--national",
        action="store_const",
        const="national",
        dest="prescribed",
        help="困难职工档案按全国系统的栏目和顺序导出",
    )
    export.add_argument(
        "--record",
        type=_refusing(_number),
        metavar="N",
        help="只导出这一条的明细表，例如批次的代发明细表",
    )
    export.add_argument(
        "--bank", default="", metavar="NAME", help="代发明细表按这家银行的格式，格式在“设置”中登记"
    )
    export.add_argument("--purpose", default="", metavar="TEXT", help="导出的用途，记入打印记录")
    command("prints", "列出可打印的表册")
    _print_options(command("print", "生成一份表册", "file", "print", out="生成的文件，.pdf 或 .docx"))
    _figures_options(command("figures", "计算统计数，与上年同期比较", "file"))
    _summary_options(command("summary", "生成工作总结", "file", out="生成的文件，.docx 或 .pdf"))
    learn = command("learn", "从旧的工作总结中找出每个数是哪一项统计", "file", "report")
    learn.add_argument("--year", type=_refusing(_year), required=True, metavar="Y", help="总结的年度")
    learn.add_argument("--json", action="store_true", help="输出 JSON，供其他程序使用")
    command("backup", "备份到一个文件夹并核验", "file", "folder")
    command(
        "check",
        "检查台账的文件（结构、值、备份）和内容（状态、关联、重复、合计、年报），逐条说明",
        "file",
    )
    command("rescue", "把损坏的台账中还能读的记录救到一个新文件", "damaged", "new")
    command("restore", "用备份恢复台账；原来的文件留在旁边", "backup", "file")
    command("undo", "撤销最近一步：保存、删除、办理、批量办理、导入、合并", "file")
    command("redo", "重做刚撤销的一步", "file")
    command("duplicates", "列出可能登记了两次的人或单位", "file", "register")
    _password_options(
        command("password", "密码：set 设、change 改、remove 取消，recovery 生成恢复页", "file")
    )
    command("merge", "把登记了两次的两条并为一条", "file", "register", "kept", "other")
    _personal_options(command("personal", "个人信息：列出给出和到期的，给本人一份副本", "file"))
    return parser, commands


def _personal_options(parser: _Parser) -> None:
    parser.add_argument(
        "what",
        choices=("given", "due", "copy"),
        metavar="WHAT",
        help="given 打印和导出过什么，due 到期应删除的，copy 给本人的副本",
    )
    parser.add_argument(
        "--year", type=_refusing(_year), metavar="Y", help="哪一年，不写为今年；due 到年底为止"
    )
    parser.add_argument("--register", metavar="REGISTER", help="副本：本人在哪一本台账，键见 registers")
    parser.add_argument("--who", metavar="WHO", help="副本：本人的姓名或编号")
    parser.add_argument("--out", type=Path, metavar="OUT.pdf", help="存为哪个文件，不写则列出")
    parser.add_argument("--json", action="store_true", help="输出 JSON，供其他程序使用")


def _password_options(parser: _Parser) -> None:
    parser.add_argument("how", choices=("set", "change", "remove", "recovery"), metavar="HOW", help="做什么")
    parser.add_argument(
        "--new-password-file",
        type=Path,
        metavar="TEXT",
        help="新密码写在这个文件的第一行，- 为标准输入；不写则在终端中询问两次",
    )
    parser.add_argument(
        "--copies",
        choices=("keep", "encrypt", "remove"),
        default="keep",
        help="没有密码的旧备份：keep 留着，encrypt 一并加密，remove 删除",
    )
    parser.add_argument("--out", type=Path, metavar="OUT.pdf", help="恢复页存为哪个文件")


def _register_options(parser: _Parser) -> None:
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "--from", dest="book", type=Path, metavar="BOOK", help="按这份表格建立，并导入其中的行"
    )
    source.add_argument(
        "--description",
        type=Path,
        metavar="JSON",
        help="按这份说明书建立，不导入；也可写现成的：工会驿站、劳动竞赛、结对帮扶",
    )
    parser.add_argument("--sheet", default="", metavar="NAME", help="表格中的哪一张工作表")
    parser.add_argument("--title", default="", metavar="TITLE", help="台账的名称；不写则看表名")
    parser.add_argument("--save", type=Path, metavar="JSON", help="把说明书另存，可交给别的工会")
    parser.add_argument("--no-rows", action="store_true", help="只建台账，不导入表格中的行")
    parser.add_argument("--dry-run", action="store_true", help="只列出会怎样建，不建")
    parser.add_argument("--json", action="store_true", help="输出 JSON，供其他程序使用")


def _import_options(parser: _Parser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="只检查，不导入")
    parser.add_argument(
        "--on-duplicate",
        choices=("skip", "fill", "update"),
        default="skip",
        help="已有的记录：skip 跳过，fill 补空，update 更新；空格不会抹掉已有的内容",
    )
    parser.add_argument(
        "--set",
        action="append",
        type=_refusing(_setting),
        default=[],
        metavar="FIELD=VALUE",
        help="缺这一项的行都用这个值，可以写几次",
    )
    parser.add_argument(
        "--map",
        action="append",
        type=_refusing(_pair),
        default=[],
        metavar="HEADING=FIELD",
        help="表中的这一列填这个字段，可以写几次；等号后不写字段，这一列就不导入",
    )
    parser.add_argument(
        "--sheet",
        action="append",
        default=[],
        metavar="NAME",
        help="工作表的名称，可以写几次；不写则表头相同的工作表一起导入，隐藏的除外",
    )
    parser.add_argument(
        "--create-references", action="store_true", help="表中的企业、工会还没有登记的，一并登记"
    )
    parser.add_argument(
        "--incomplete", action="store_true", help="缺必填项的行也导入，以后在“资料不全”中补齐"
    )
    parser.add_argument(
        "--by-name", action="store_true", help="只写姓名也认：没有同名的人时，凭姓名就认作那一个人"
    )
    parser.add_argument(
        "--year", type=int, metavar="YYYY", help="没有写年份的日期是哪一年；不写则看表名，表名没有就不导入"
    )
    parser.add_argument(
        "--rejects", type=Path, metavar="OUT.xlsx", help="合格的行先导入，有误的行连同原因另存，改好后再导入"
    )


def _period_options(parser: _Parser) -> None:
    parser.add_argument("--year", type=_refusing(_year), metavar="Y", help="年度")
    parser.add_argument("--from", dest="first", type=_refusing(_day), metavar="D", help="起始日期")
    parser.add_argument("--to", dest="last", type=_refusing(_day), metavar="D", help="截止日期")


def _figures_options(parser: _Parser) -> None:
    _period_options(parser)
    parser.add_argument("--json", action="store_true", help="输出 JSON，供其他程序使用")
    parser.add_argument("--records", metavar="KEY", help="列出这一项统计依据的记录，写键或名称")
    parser.add_argument(
        "--return",
        dest="hand_in",
        type=Path,
        metavar="OUT.xlsx",
        help="生成 --year 统计年度（上年10月至当年9月）的年报汇总",
    )


def _summary_options(parser: _Parser) -> None:
    parser.add_argument("--year", type=_refusing(_year), required=True, metavar="Y", help="年度")
    parser.add_argument("--report", default="year", metavar="KIND", help="year 全年，half1、quarter1 等")
    parser.add_argument("--mark", action="store_true", help="没有记录的句子标出，不省略")
    parser.add_argument("--keep-last-year", action="store_true", help="还写着上年的句子照原样保留")
    parser.add_argument(
        "--annex",
        choices=("with", "none", "apart"),
        default="with",
        help="数据出处：with 附在后面，none 不附，apart 另成一份文件",
    )


def _print_options(parser: _Parser) -> None:
    _period_options(parser)
    parser.add_argument("--record", type=_refusing(_number), metavar="N", help="只印这一条记录，例如一个批次")
    parser.add_argument("--public", action="store_true", help="公示版")
    parser.add_argument("--blank", action="store_true", help="空白表，供手工填写")
    parser.add_argument(
        "--full-ids", action="store_true", help="名单上的证件号码和手机号也印完整，带“内部资料”水印"
    )
