"""How a command opens its office: with its password, for reading or for writing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from app import asking
from app.cipher.key import Key
from app.errors import Refused
from app.office import close_office, open_office
from app.opened import current
from app.records.base import world_may_refuse
from app.records.odd import trouble
from app.safekeeping.backup import is_backup, require_no_backup


def key_of(path: Path, args: argparse.Namespace) -> Key | None:
    """Return the key of a file that has a password, which is asked for; None for one that has none."""
    return asking.key_of(path, args.password_file)


@contextmanager
def office(args: argparse.Namespace, *, read_only: bool = False) -> Iterator[None]:
    """Open the office that a command names, and close it again."""
    with opened(args.file, key_of(args.file, args), read_only=read_only):
        yield


@contextmanager
def opened(path: Path, key: Key | None, *, read_only: bool = False) -> Iterator[None]:
    """Open an office, a backup for reading only, and close it again.

    What another program wrote into the file, and none of our rules foresees, is refused in a sentence.
    """
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
def noting_office(args: argparse.Namespace) -> Iterator[None]:
    """Open an office to hand something out and note it; one that takes no note now is read all the same."""
    key = key_of(args.file, args)
    with ExitStack() as stack:
        try:
            stack.enter_context(opened(args.file, key))
        except Refused:
            stack.enter_context(opened(args.file, key, read_only=True))
        yield
        if (office := current()) is not None and office.read_only:
            print("台账是只读的，或正在另一处打开，这次导出没有记入打印记录。", file=sys.stderr)


@contextmanager
def office_beside(args: argparse.Namespace) -> Iterator[None]:
    """Open an office for the registers of its own, where one is named."""
    with ExitStack() as stack:
        if args.office is not None:
            stack.enter_context(opened(args.office, key_of(args.office, args), read_only=True))
        yield
