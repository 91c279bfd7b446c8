"""What the tests of commands share: how a command is run, what an office or a paper holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pypdfium2 import PdfDocument

from app.office import close_office, open_office

HEADINGS = ["姓名", "证件号码", "手机号码", "工作单位", "批准日期"]
"""Of a roster of members."""

Told = Callable[..., str]


def in_office(path: Path, look: Callable[[], object]) -> object:
    open_office(path, read_only=True)
    try:
        return look()
    finally:
        close_office()


def text_of(pdf: Path) -> str:
    document = PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def key_of(title: str) -> str:
    from app.registry import prints

    return next(one.key for one in prints() if one.title == title)
