"""Brackets in Chinese text are full-width (GB/T 15834)."""

from __future__ import annotations

import pytest

from app.rules.brackets import full_width


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("调解成功(达成协议)", "调解成功（达成协议）"),
        ("退档(脱困)、退档(死亡)", "退档（脱困）、退档（死亡）"),
        ("A(1)", "A(1)"),
        ("（已是）", "（已是）"),
        ("没有括号", "没有括号"),
    ],
)
def test_brackets_around_chinese_are_full_width(text: str, written: str) -> None:
    assert full_width(text) == written
