"""What settles a reminder is called as the step, the rows or the field is that does it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from app.registry import SUBJECTS

ROOT = Path(__file__).resolve().parents[3]
WAYS = {
    subject.key: {
        title
        for register in subject.registers
        for title in (
            *(step.title for step in register.steps),
            *(child.register.title for child in register.children),
            *(field.label for field in register.fields),
        )
    }
    for subject in SUBJECTS
}


def told() -> list[tuple[str, str]]:
    """Return the subject, and what `by` says, of everything that may be due."""
    return [
        (path.parts[path.parts.index("subjects") + 1], str(word.value.value))
        for path in sorted((ROOT / "app" / "subjects").rglob("due.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        for word in call.keywords
        if word.arg == "by" and isinstance(word.value, ast.Constant)
    ]


@pytest.mark.parametrize(("subject", "by"), told())
def test_what_settles_it_is_there(subject: str, by: str) -> None:
    assert by in WAYS[subject]
