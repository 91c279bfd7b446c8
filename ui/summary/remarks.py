"""What is said of a report while it is written: troubles of its text; gaps, doubts of its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.figures.measures import UNTOLD
from app.summary.document import Document
from app.summary.draft import Draft
from app.summary.untold import Untold
from ui.summary.foot import Note, Remarks

KEEP = "保留"
"""What is offered beside a sentence of last year's."""
NOT_TOLD = "untold"
"""The name of the list of what was recorded and is told by no sentence."""


def of_text(draft: Draft) -> list[Remarks]:
    """Return what stands against the text: each sentence leads to its line, or to its place in the text."""
    return list(_of_text(draft))


def _of_text(draft: Draft) -> Iterator[Remarks]:
    if draft.troubles:
        notes = [
            Note(f"第 {trouble.line} 行：{trouble.sentence}", trouble.line) for trouble in draft.troubles
        ]
        yield Remarks("troubles", f"{len(notes)} 处需处理", "bad", notes)
    if draft.outdated:
        notes = [Note(outdated.told, outdated.sentence.start, KEEP) for outdated in draft.outdated]
        yield Remarks("outdated", f"{len(notes)} 句还写着上年", "bad", notes)
    named = {outdated.sentence.start for outdated in draft.outdated}
    carried = [sentence for sentence in draft.carried if sentence.start not in named]
    if carried:
        notes = [
            Note(f"第 {sentence.line} 行“{sentence.told}”", sentence.start, KEEP) for sentence in carried
        ]
        yield Remarks("carried", f"{len(notes)} 句沿用上年", "warn", notes)


def of_report(draft: Draft, not_told: Sequence[Untold] = ()) -> list[Remarks]:
    """Return what there is to know of the report's figures, each sentence leading to its figure.

    Of what was recorded but not told each line is to be put into the text, by its number.
    """
    document = draft.document
    if document is None:
        return []
    remarks = list(_of_figures(draft, document))
    if not_told:
        notes = [Note(f"{one.topic.title}：{one.text}", at) for at, one in enumerate(not_told)]
        remarks.append(
            Remarks(
                NOT_TOLD, f"{len(notes)} 项没有写进", "info", notes, "有登记而正文没有写，点一项就写进正文"
            )
        )
    return remarks


def _of_figures(draft: Draft, document: Document) -> Iterator[Remarks]:
    yield Remarks("told", f"{len(document.quotes)} 个数字均有出处", "good")
    if document.doubts:
        notes = [Note(doubt, _named_in(doubt, document)) for doubt in document.doubts]
        yield Remarks("doubts", f"{len(notes)} 处请核对", "bad", notes)
    if document.gaps:
        notes = [Note(f"{label}：没有数据，印作＿＿", _named_in(label, document)) for label in document.gaps]
        yield Remarks("gaps", f"{len(notes)} 处留空", "warn", notes)
    if document.left_out:
        notes = [Note(f"没有登记：{labels}") for labels in document.left_out]
        done = "标出" if draft.marked else "省略"
        yield Remarks("left_out", f"{len(notes)} 句没有登记已{done}", "warn", notes)
    if draft.by_hand:
        yield Remarks("by_hand", f"{len(draft.by_hand)} 处人工修改", "info", _by_hand(draft, document))


def _by_hand(draft: Draft, document: Document) -> Sequence[Note]:
    return [
        Note(
            f"{quote.figure.label}：记录为 {quote.computed or UNTOLD}，改为 {quote.override.words}"
            f"（{quote.override.reason}）",
            _named_in(quote.figure.label, document),
        )
        for quote in draft.by_hand
        if quote.override is not None
    ]


def _named_in(text: str, document: Document) -> int | None:
    """Return the place of the first figure that a sentence begins by naming."""
    shown = (span.quote for line in document.lines for span in line.spans if span.quote is not None)
    return next((at for at, quote in enumerate(shown) if text.startswith(quote.figure.label)), None)
