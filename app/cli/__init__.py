"""The command line: every command works without a display and says what it did in one sentence."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from app.errors import Invalid, Refused
from app.exchange.collector import collection_paused

DONE, REFUSED = 0, 1

COMMANDS = {
    "new": "offices",
    "sample": "sampling",
    "registers": "offices",
    "template": "sheets",
    "import": "sheets",
    "register": "describing",
    "export": "sheets",
    "prints": "papers",
    "print": "papers",
    "figures": "papers",
    "summary": "summaries",
    "learn": "summaries",
    "backup": "safety",
    "restore": "safety",
    "check": "safety",
    "rescue": "safety",
    "undo": "changes",
    "redo": "changes",
    "duplicates": "changes",
    "merge": "changes",
    "personal": "people",
    "password": "safety",
}
"""The module of this package that does each command: what it needs is imported when it is given."""


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
        print(_done(args), flush=True)
    except BrokenPipeError:
        return _nobody_listens()
    except (Exception, KeyboardInterrupt) as error:
        return refuse(error)
    return DONE


def _done(args: argparse.Namespace) -> str:
    """Do a command, and return its sentence."""
    with collection_paused():  # all that is imported stays
        module = import_module(f"{__name__}.{COMMANDS[args.command]}")
    command: Callable[[argparse.Namespace], str] = getattr(module, f"run_{args.command}")
    return command(args)


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
