"""Asked before a report goes to paper in which sentences still name last year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.summary.carried import Outdated
from ui.dialogs.question import Question

_MOST = 6


class LastYear:
    """The question whether sentences that name last year shall stay as they are."""

    @classmethod
    def ask(cls, parent: QWidget, outdated: Sequence[Outdated]) -> bool:
        """Ask, quoting them; True when the person keeps them all, which is not proposed."""
        quoted = [item.told for item in outdated[:_MOST]]
        if len(outdated) > _MOST:
            quoted.append(f"……另有 {len(outdated) - _MOST} 句，见文字下方“还写着上年”")
        words = f"有 {len(outdated)} 句还写着上年"
        return Question.ask(parent, words, "\n\n".join(quoted), "照原样保留并生成", "返回修改")
