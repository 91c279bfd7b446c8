"""The command line: every command works without a display and says what it did in one sentence."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Invalid, Refused
from app.exchange.collector import collection_paused

if TYPE_CHECKING:
    from app.cipher.key import Key
    from app.exchange.importing import Report
    from app.register import PrescribedExport, Register
    from app.rules.periods import Period

DONE, REFUSED = 0, 1
_DESCRIPTION = ".json"  # the file of a described register


def _key(path: Path, args: argparse.Namespace) -> Key | None:
    """Return the key of a file that has a password, which is asked for; None for one that has none."""
    from app.asking import key_of

    return key_of(path, args.password_file)


@contextmanager
def _office(args: argparse.Namespace, *, read_only: bool = False) -> Iterator[None]:
    with _opened(args.file, _key(args.file, args), read_only=read_only):
        yield


@contextmanager
def _opened(path: Path, key: Key | None, *, read_only: bool = False) -> Iterator[None]:
    from app.office import close_office, open_office
    from app.records.base import world_may_refuse
    from app.records.odd import trouble
    from app.safekeeping.backup import is_backup, require_no_backup

    if not read_only:
        require_no_backup(path, key)
    elif is_backup(path, key):
        print(f"“{path.name}”是备份，只读查看；要用它工作，请先用 restore 恢复成台账。", file=sys.stderr)
    open_office(path, key, read_only=read_only)
    try:
        with world_may_refuse():
            yield
    except (AttributeError, TypeError, ValueError) as error:
        if sentence := trouble(error):
            raise Refused(sentence) from error
        raise
    finally:
        close_office()


@contextmanager
def _noting_office(args: argparse.Namespace) -> Iterator[None]:
    """Open an office to hand something out and note it; one that takes no note now is read all the same."""
    from app.opened import current

    key = _key(args.file, args)
    with ExitStack() as opened:
        try:
            opened.enter_context(_opened(args.file, key))
        except Refused:
            opened.enter_context(_opened(args.file, key, read_only=True))
        yield
        if (office := current()) is not None and office.read_only:
            print("台账是只读的，或正在另一处打开，这次导出没有记入打印记录。", file=sys.stderr)


def _new(args: argparse.Namespace) -> str:
    from app.office import close_office, create

    create(args.file, args.name, code=args.code)
    close_office()
    return f"已新建台账“{args.file}”。"


def _sample(args: argparse.Namespace) -> str:
    from app.sample import build

    today = date.today()
    as_of = today if args.year is None else date(args.year, 12, 31)
    if as_of > today:
        raise Refused(f"{args.year}年还没有过完，请写一个过去的年度，或不写 --year，生成到今天为止的示例。")
    build(args.file, as_of=as_of, **({"advanced": _tell_parts} if args.progress else {}))
    return f"已生成示例台账“{args.file}”，其中的人都是虚构的。"


def _tell_parts(done: int, total: int) -> None:
    print(f"{done}/{total}", file=sys.stderr, flush=True)


def _registers(args: argparse.Namespace) -> str:
    from app.registry import registers

    lines = []
    with _office_beside(args):
        for register in registers():
            lines.append(f"{register.key}\t{register.title}")
            lines += [
                f"    {field.name}\t{field.label}{' *' if field.required else ''}"
                for field in register.fields
            ]
    return "\n".join(lines)


@contextmanager
def _office_beside(args: argparse.Namespace) -> Iterator[None]:
    """Open an office for the registers of its own, where one is named."""
    with ExitStack() as opened:
        if args.office is not None:
            opened.enter_context(_opened(args.office, _key(args.office, args), read_only=True))
        yield


def _template(args: argparse.Namespace) -> str:
    from app.exchange.workbook import template
    from app.registry import find_register

    with _office_beside(args):
        template(find_register(args.register), args.out)
    return f"已生成空白表“{args.out}”，填好后可以导入。"


@collection_paused()
def _import(args: argparse.Namespace) -> str:
    from app.exchange.importing import open_session, report_of
    from app.registry import find_register
    from app.safekeeping.automatic import keep_copy

    with _office(args):
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


@collection_paused()
def _register(args: argparse.Namespace) -> str:
    from dataclasses import replace

    from app.described import changing, opened, reading
    from app.exchange.describing import propose
    from app.exchange.proposal_told import as_json, as_text
    from app.exchange.taking_up import take_up
    from app.safekeeping.automatic import keep_copy
    from app.target import require_replaceable, written_whole

    if args.save:
        require_replaceable(args.save, (_DESCRIPTION,))
    with _office(args):
        proposal = propose(args.book, args.sheet) if args.book else None
        description = proposal.description if proposal else opened.read(_read_description(args.description))
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
            with written_whole(args.save, _DESCRIPTION) as unfinished:
                unfinished.write_text(reading.written(description), encoding="utf-8")
        if args.json:
            return as_json(description, proposal, outcome)
        return f"{as_text(description, proposal)}\n“{description.title}”{done}。"


def _read_description(path: Path) -> str:
    from app.described.reading import text_of

    return text_of(path)


def _tell(report: Report) -> None:
    """Say beside the outcome what was wrong, left out, made."""
    for problem in report.problems:
        print(problem, file=sys.stderr)
    warnings = [*filter(None, [report.computed]), *map(str, report.warnings)]
    for warning in warnings:
        print(f"提醒：{warning}", file=sys.stderr)
    if warnings:
        print(f"共 {len(warnings)} 处提醒，请核对。", file=sys.stderr)
    if report.unknown:
        print(f"没有用到的列：{'、'.join(report.unknown)}。")
    for aside in report.asides:
        print(f"{aside}。")
    for waiting in report.waiting:
        print(f"{waiting}。")
    for title, name in report.created:
        print(f"{'新登记' if report.done else '将登记'}{title}：{name}，资料待补。")


def _export(args: argparse.Namespace) -> str:
    from app.exchange.handing_out import hand_out, hand_out_prescribed
    from app.listing import Criteria
    from app.registry import find_register

    with _noting_office(args):
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
    from app.exchange.handing_out import hand_out_sheet

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
    from app.registry import registers

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


def _period(args: argparse.Namespace) -> Period | None:
    from app.rules import periods

    if args.year is not None:
        return periods.year(args.year)
    return None if args.first is None else periods.custom(args.first, args.last)


def _this_year() -> Period:
    from app.rules import periods

    return periods.year(date.today().year)


def _prints(args: argparse.Namespace) -> str:
    from app.registry import prints

    with _office_beside(args):
        return "\n".join(f"{paper.key}\t{paper.title}" for paper in prints())


def _print(args: argparse.Namespace) -> str:
    from app.printing.layout import PrintRequest
    from app.printing.prints import make
    from app.registry import find_print, prints

    request = PrintRequest(date.today(), _period(args), args.record, full_ids=args.full_ids)
    # Whoever prints full identity numbers leaves a trace in the print log (domain 12.2).
    in_full = any(paper.own_numbers for paper in prints() if paper.key == args.print)
    noted = args.full_ids or (in_full and not args.blank)
    with _office(args, read_only=not noted):
        paper = find_print(args.print)
        result = make(paper, request, args.out, public=args.public, blank=args.blank, archived=True)
    for text, characters in result.missing:
        print(f"“{text}”中的“{characters}”没有字库，打印为〓，请手工填写。", file=sys.stderr)
    return f"已生成“{args.out}”，共 {result.pages} 页。"


def _figures(args: argparse.Namespace) -> str:
    from app.registry import find_figure
    from app.statistics.listed import as_json, as_text, records_of

    with _office(args, read_only=True):
        if args.hand_in is not None:
            return _annual_return(args.year, args.hand_in)
        period = _period(args) or _this_year()
        if args.records:
            return records_of(find_figure(args.records), period)
        return as_json(period) if args.json else as_text(period)


def _annual_return(year: int, target: Path) -> str:
    from app.exchange.statistics_return import write

    period = write(year, target)
    return f"已生成{period.label}的年报汇总“{target}”。"


def _summary(args: argparse.Namespace) -> str:
    from app.summary.annex import Place
    from app.summary.compose import compose
    from app.summary.reports import report_named
    from app.summary.texts import inherited, text_of
    from app.summary.untold import untold
    from app.summary.writing import write

    report = report_named(args.report)
    period = report.period(args.year)
    with _office(args, read_only=True):
        text, before = text_of(args.year, report), inherited(args.year, report)
        named = [item.told for item in before.outdated(text)]
        document = compose(text, period, mark=args.mark)
        if named and not args.keep_last_year:
            remedy = "请在窗口“工作总结”中改写、删去或保留，确要照原样生成请加 --keep-last-year"
            raise Refused(f"有 {len(named)} 句还写着上年：{'；'.join(named)}。{remedy}。")
        written = write(document, args.out, printed_at=datetime.now(), place=Place(args.annex))
        not_told = tuple(one.text for one in untold(document.named, period))
    if carried := before.marked(text):
        print(
            f"有 {len(carried)} 句沿用上年的文字还没有核对，请在窗口“工作总结”中逐句看过。", file=sys.stderr
        )
    for sentences, heading in (
        (named, "照原样保留，还写着上年"),
        (document.gaps, "没有数据，留空待填"),
        (document.left_out, "没有登记，相关句子已省略"),
        (not_told, f"有登记但没有写进总结的 {len(not_told)} 项"),
        (document.doubts, "请核对"),
    ):
        if sentences:
            print(f"{heading}：{'；'.join(sentences)}。", file=sys.stderr)
    names = "和".join(f"“{path}”" for path in written)
    return f"已生成{names}，引用 {len(document.quotes)} 处统计。"


def _learn(args: argparse.Namespace) -> str:
    from app.learning.learned import learn
    from app.learning.listed import as_json, as_text
    from app.learning.report_file import read_report

    report = read_report(args.report)
    with _office(args, read_only=True):
        learned = learn(report, args.year)
        if args.json:
            return as_json(learned)
        sure = len(learned.sure)
        found = f"共找到 {len(learned.numbers)} 个数，{sure} 个确定，{len(learned.doubtful)} 个待定"
        return f"{as_text(learned)}\n{found}；名单 {len(learned.names)} 处。"


def _backup(args: argparse.Namespace) -> str:
    from app.safekeeping.backup import back_up

    with _office(args, read_only=True):
        made = back_up(args.folder)
    return f"已备份到“{made.path}”，{made.size} 字节，已核验，SHA-256 {made.sha256}。"


def _restore(args: argparse.Namespace) -> str:
    from app.safekeeping.restore import restore

    restored = restore(args.backup, args.file, _key(args.backup, args))
    if not restored.is_summed:
        print("备份旁边没有 .sha256 校验文件，只检查了备份本身是否完整，请核对内容。", file=sys.stderr)
    checked = "校验和相符" if restored.is_summed else "检查完整"
    aside = f"；原来的文件留作“{restored.aside}”" if restored.aside is not None else ""
    lacks = f"与原来的文件相比，{restored.lacks}" if restored.lacks else ""
    return f"已恢复“{restored.path}”，{checked}，共 {restored.records} 条记录{aside}。{lacks}"


def _check(args: argparse.Namespace) -> str:
    from app.checking.file_check import check_file
    from app.checking.ledger import check_ledger_of

    findings = []
    key = _key(args.file, args)
    for part, check in (("文件检查", check_file), ("台账检查", check_ledger_of)):
        found = check(args.file, key)
        if found:
            print(f"{part}：", file=sys.stderr)
        for finding in found:
            where = f"［{finding.at}］" if finding.at else ""
            print(f"{'提醒：' if finding.note else ''}{finding.sentence}{where}", file=sys.stderr)
        findings += found
    wrong = [finding for finding in findings if not finding.note]
    if wrong:
        raise Refused(f"“{args.file.name}”有 {len(wrong)} 处问题。")
    return f"“{args.file.name}”检查完毕，没有发现问题。"


def _rescue(args: argparse.Namespace) -> str:
    from app.checking.rescue import rescue

    rescued = rescue(args.damaged, args.new, _key(args.damaged, args))
    for sentence in rescued.lost:
        print(sentence, file=sys.stderr)
    return f"已救出 {rescued.taken:,} 条记录，存为“{args.new}”。"


def _undo(args: argparse.Namespace) -> str:
    from app.keeping import undoing

    with _office(args):
        return f"{undoing.undo()}。"


def _redo(args: argparse.Namespace) -> str:
    from app.keeping import undoing

    with _office(args):
        return f"{undoing.redo()}。"


def _duplicates(args: argparse.Namespace) -> str:
    from app.keeping import merging
    from app.registry import find_register

    with _office(args, read_only=True):
        register = find_register(args.register)
        pairs = [f"{pair.one}\t{pair.other}\t{pair.alike}" for pair in merging.suspects(register)]
    return "\n".join(pairs) or f"没有发现重复的{register.title}。"


def _merge(args: argparse.Namespace) -> str:
    from app.keeping import merging
    from app.registry import find_register

    with _office(args):
        register = find_register(args.register)
        kept, other = merging.named(register, args.kept), merging.named(register, args.other)
        merged = merging.merge(register, kept, other)
        return f"已把{register.title}“{other}”并入“{merged}”。"


def _password(args: argparse.Namespace) -> str:
    from app import asking
    from app.cipher.connection import is_encrypted
    from app.cipher.key import new_key
    from app.safekeeping.password import change_key
    from app.safekeeping.plain_copies import plain_copies

    had_one = is_encrypted(args.file)
    if args.how == "set" and had_one:
        raise Refused(f"“{args.file.name}”已有密码，没有改动。改密码请用 change。")
    if args.how != "set" and not had_one:
        raise Refused(f"“{args.file.name}”没有密码，没有改动。设密码请用 set。")
    if args.how == "recovery":
        return _recovery_sheet(args)
    old = _key(args.file, args)
    new = new_key(asking.new_password(args.new_password_file)) if args.how != "remove" else None
    change_key(args.file, old, new)
    if new is None:
        return f"已取消“{args.file.name}”的密码，以后不用密码就能打开。以前的备份仍要原来的密码。"
    if copies := plain_copies(args.file):
        _deal_with(copies, new, args.copies)
    if had_one:
        print("以前的备份仍要原来的密码或恢复页才能打开。", file=sys.stderr)
    print("请用 recovery 生成恢复页并打印：忘了密码没有别的办法。", file=sys.stderr)
    return f"已给“{args.file.name}”{'换了密码' if had_one else '设了密码'}。"


def _deal_with(copies: list[Path], key: Key, how: str) -> None:
    """Encrypt or remove the copies from before the password, or say that they can be read."""
    from app.safekeeping.plain_copies import encrypt_copies, remove_copies

    if how == "keep":
        print(f"以前的 {len(copies)} 份备份没有密码，谁都能打开，例如“{copies[0]}”。", file=sys.stderr)
        print("请用 --copies encrypt 一并加密，或用 --copies remove 删除。", file=sys.stderr)
    elif how == "encrypt":
        for path, why in encrypt_copies(copies, key):
            print(f"备份“{path}”没有加密：{why}", file=sys.stderr)
    else:
        for path in remove_copies(copies):
            print(f"备份“{path}”没有删除，请检查写权限。", file=sys.stderr)


def _recovery_sheet(args: argparse.Namespace) -> str:
    from app.safekeeping.recovery_sheet import write

    if args.out is None:
        raise Refused("请用 --out OUT.pdf 写明恢复页存为哪个文件，打印后请删除它。")
    with _office(args, read_only=True):
        write(args.out, printed_at=datetime.now())
    return f"已生成恢复页“{args.out}”。打印后请把它锁好，并删除这个文件。"


COMMANDS: dict[str, Callable[[argparse.Namespace], str]] = {
    "new": _new,
    "sample": _sample,
    "registers": _registers,
    "template": _template,
    "import": _import,
    "register": _register,
    "export": _export,
    "prints": _prints,
    "print": _print,
    "figures": _figures,
    "summary": _summary,
    "learn": _learn,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
    "rescue": _rescue,
    "undo": _undo,
    "redo": _redo,
    "duplicates": _duplicates,
    "merge": _merge,
    "password": _password,
}


def file_to_open(words: Sequence[str]) -> Path | None:
    """Return the file to show in the window; None where the words are a command, or meant to be one."""
    from app import arguments

    first = words[0] if words else ""
    is_file = len(words) == 1 and first not in COMMANDS and arguments.names_file(first)
    return Path(first) if is_file else None


def run(words: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 usage."""
    from app import arguments

    _speak_utf8()
    atexit.register(gc.freeze)  # whoever leaves need not look through all that is left for garbage
    try:
        args = arguments.parse(words)
    except SystemExit as left:
        return int(left.code or DONE)
    try:
        print(COMMANDS[args.command](args), flush=True)
    except BrokenPipeError:
        return _nobody_listens()
    except (Exception, KeyboardInterrupt) as error:
        return refuse(error)
    return DONE


def refuse(error: BaseException) -> int:
    """Say why something was not done, and return the exit code for it."""
    _speak_utf8()
    print(_sentence(error), file=sys.stderr)
    return REFUSED


def _sentence(error: BaseException) -> str:
    """Say why a command was not done, and what to do."""
    if isinstance(error, Refused | Invalid):
        return str(error)
    if isinstance(error, KeyboardInterrupt):
        return "已中断，没有完成。需要时请重新执行。"
    if isinstance(error, OSError):
        return f"读写“{error.filename or '文件'}”失败，请检查路径和权限，以及磁盘是否已满。"
    return _confession(error)


def _nobody_listens() -> int:
    """The program that read our output has ended; Python must not complain when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _confession(error: BaseException) -> str:
    from app import bugs

    path = bugs.note(error)
    where = f"错误报告在“{path}”，请发给维护人员，其中没有个人信息" if path else "请告诉维护人员"
    return f"程序出错，没有完成；{where}。"


def _speak_utf8() -> None:
    """Chinese must come out whole on a console that was set up for another language."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
