"""The letters of a report's text: figures in the accent, braces faint, headings bold."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from app.summary.carried import sentences
from app.summary.compose import rank_of
from app.summary.document import Rank
from app.summary.template import mentions
from ui.look import theme
from ui.summary.conditions import Line

_FAINT = 0.45  # how much of the text's colour is left in braces
_SMALL = 0.62


class Colouring(QSyntaxHighlighter):
    """Gives letters their colour; what is wrong with a mention is looked up, not worked out."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._wrong: Mapping[str, str] = {}
        self._carried: Collection[str] = frozenset()

    def show_wrong(self, wrong: Mapping[str, str]) -> None:
        """Underline these mentions, by source, with the reason of each."""
        if wrong != self._wrong:
            self._wrong = dict(wrong)
            self.rehighlight()

    def show_carried(self, words: Collection[str]) -> None:
        """Underline these sentences: they are last year's, and nobody has looked at them."""
        if words != self._carried:
            self._carried = words
            self.rehighlight()

    def carried_in(self, block: QTextBlock) -> list[tuple[int, int]]:
        """Return where the sentences of a paragraph that are last year's begin and end, as they are shown."""
        if not self._carried:
            return []
        line = Line.of(block)
        return [
            (line.shown(sentence.start), line.shown(sentence.end))
            for sentence in sentences(line.text)
            if sentence.words in self._carried
        ]

    def is_wrong(self, source: str) -> bool:
        """Tell whether a mention means nothing."""
        return source in self._wrong

    def trouble_at(self, cursor: QTextCursor) -> str:
        """Return what is wrong with the mention or the sentence at a place; empty where nothing is."""
        at, text = cursor.positionInBlock(), cursor.block().text()
        for mention in mentions(text):
            if mention.start <= at <= mention.end and (trouble := self._wrong.get(mention.source, "")):
                return trouble
        here = any(start <= at < end for start, end in self.carried_in(cursor.block()))
        return "这一句沿用上年的文字：请改写、删去，或在下面选“保留”" if here else ""

    def highlightBlock(self, text: str) -> None:  # noqa: N802  # Qt calls it so
        if rank_of(text) in (Rank.FIRST, Rank.SECOND) or not self.currentBlock().blockNumber():
            self.setFormat(0, len(text), self._heading())
        for start, end in self.carried_in(self.currentBlock()):
            self.setFormat(start, end - start, self._dashed())
        for mention in mentions(text):
            self._colour(mention.start, mention.end, text, wrong=mention.source in self._wrong)

    def _colour(self, start: int, end: int, text: str, *, wrong: bool) -> None:
        colours = theme.colours()
        name = self._ink(colours.bad if wrong else colours.accent_text)
        if wrong:
            name.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            name.setUnderlineColor(QColor(colours.bad))
        inside = text[start + 2 : end - 2]
        lead = len(inside) - len(inside.lstrip())
        first, last = start + 2 + lead, start + 2 + max(len(inside.rstrip()), lead)
        self.setFormat(start, first - start, self._brace(wrong=wrong))
        self.setFormat(first, last - first, name)
        self.setFormat(last, end - last, self._brace(wrong=wrong))

    def _brace(self, *, wrong: bool) -> QTextCharFormat:
        colours = theme.colours()
        faint = QColor(colours.bad if wrong else colours.accent_text)
        faint.setAlphaF(_FAINT)
        brace = QTextCharFormat()
        brace.setForeground(faint)
        font = QFont(self._font())
        font.setPixelSize(round(theme.pixels(font) * _SMALL))
        brace.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly)
        return brace

    def _font(self) -> QFont:
        document = self.document()
        assert document is not None
        return document.defaultFont()

    def _heading(self) -> QTextCharFormat:
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        return bold

    def _dashed(self) -> QTextCharFormat:
        dashed = QTextCharFormat()
        dashed.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        dashed.setUnderlineColor(QColor(theme.colours().warn))
        return dashed

    def _ink(self, colour: str) -> QTextCharFormat:
        ink = QTextCharFormat()
        ink.setForeground(QColor(colour))
        return ink
