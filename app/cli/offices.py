"""Commands that make an office, and say which registers it has."""

from __future__ import annotations

import argparse

from app.cli.opening import office_beside
from app.office import close_office, create
from app.registry import registers


def run_new(args: argparse.Namespace) -> str:
    create(args.file, args.name, code=args.code)
    close_office()
    return f"已新建台账“{args.file}”。"


def run_registers(args: argparse.Namespace) -> str:
    lines = []
    with office_beside(args):
        for register in registers():
            lines.append(f"{register.key}\t{register.title}")
            lines += [
                f"    {field.name}\t{field.label}{' *' if field.required else ''}"
                for field in register.fields
            ]
    return "\n".join(lines)
