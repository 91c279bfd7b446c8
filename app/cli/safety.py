"""Commands that keep an office safe: copies, checks, passwords."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from functools import partial
from pathlib import Path

from app import asking
from app.checking.file_check import check_file
from app.checking.ledger import check_ledger_of
from app.checking.rescue import rescue
from app.checking.rules import Progress
from app.cipher.connection import is_encrypted
from app.cipher.key import Key, new_key
from app.cli.opening import key_of, office
from app.errors import Refused
from app.safekeeping.backup import back_up
from app.safekeeping.password import change_key
from app.safekeeping.plain_copies import encrypt_copies, plain_copies, remove_copies
from app.safekeeping.recovery_sheet import write
from app.safekeeping.restore import restore


def run_backup(args: argparse.Namespace) -> str:
    with office(args, read_only=True):
        made = back_up(args.folder)
    return f"已备份到“{made.path}”，{made.size} 字节，已核验，SHA-256 {made.sha256}。"


def run_restore(args: argparse.Namespace) -> str:
    restored = restore(args.backup, args.file, key_of(args.backup, args))
    if not restored.is_summed:
        print("备份旁边没有 .sha256 校验文件，只检查了备份本身是否完整，请核对内容。", file=sys.stderr)
    checked = "校验和相符" if restored.is_summed else "检查完整"
    aside = f"；原来的文件留作“{restored.aside}”" if restored.aside is not None else ""
    lacks = f"与原来的文件相比，{restored.lacks}" if restored.lacks else ""
    return (
        f"已恢复“{restored.path}”，{checked}，共 {restored.records} 条记录{aside}。{lacks}{restored.password}"
    )


def run_check(args: argparse.Namespace) -> str:
    findings = []
    key = key_of(args.file, args)
    parts = (("文件检查", check_file), ("台账检查", partial(check_ledger_of, follow=_show)))
    for part, check in parts:
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


def _show(progress: Progress) -> None:
    """Say on the last line of a terminal how far the check has come; the next sentence takes its place."""
    if sys.stderr.isatty():
        sentence = progress.sentence if progress.done < progress.total else ""
        print(f"\r\033[K{sentence}", end="", flush=True, file=sys.stderr)


def run_rescue(args: argparse.Namespace) -> str:
    rescued = rescue(args.damaged, args.new, key_of(args.damaged, args))
    for sentence in rescued.lost:
        print(sentence, file=sys.stderr)
    return f"已救出 {rescued.taken:,} 条记录，存为“{args.new}”。"


def run_password(args: argparse.Namespace) -> str:
    had_one = is_encrypted(args.file)
    if args.how == "set" and had_one:
        raise Refused(f"“{args.file.name}”已有密码，没有改动。改密码请用 change。")
    if args.how != "set" and not had_one:
        raise Refused(f"“{args.file.name}”没有密码，没有改动。设密码请用 set。")
    if args.how == "recovery":
        return _recovery_sheet(args)
    old = key_of(args.file, args)
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
    if args.out is None:
        raise Refused("请用 --out OUT.pdf 写明恢复页存为哪个文件，打印后请删除它。")
    with office(args, read_only=True):
        write(args.out, printed_at=datetime.now())
    return f"已生成恢复页“{args.out}”。打印后请把它锁好，并删除这个文件。"
