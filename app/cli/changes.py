"""Commands that take changes back, and make two records one."""

from __future__ import annotations

import argparse

from app.cli.opening import office
from app.keeping import merging, undoing
from app.registry import find_register


def run_undo(args: argparse.Namespace) -> str:
    with office(args):
        return f"{undoing.undo()}。"


def run_redo(args: argparse.Namespace) -> str:
    with office(args):
        return f"{undoing.redo()}。"


def run_duplicates(args: argparse.Namespace) -> str:
    with office(args, read_only=True):
        register = find_register(args.register)
        pairs = [f"{pair.one}\t{pair.other}\t{pair.alike}" for pair in merging.suspects(register)]
    return "\n".join(pairs) or f"没有发现重复的{register.title}。"


def run_merge(args: argparse.Namespace) -> str:
    with office(args):
        register = find_register(args.register)
        kept, other = merging.named(register, args.kept), merging.named(register, args.other)
        merged = merging.merge(register, kept, other)
        return f"已把{register.title}“{other}”并入“{merged}”。"
