"""From a click on a print to its preview."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.printing.layout import Abandoned, ListPrint, Onlooker, PaperKind, Print, PrintRequest
from ui import passing
from ui.dialogs.print_options import PrintOptions
from ui.jobs import Jobs

if TYPE_CHECKING:
    from app.printing.pdf import PrintResult
    from ui.dialogs.preview import Preview
    from ui.registers.pane import RegisterPane


@dataclass(frozen=True, eq=False)
class Made:
    """A print that lies ready in a temporary file; `word` writes it as a Word document, if it can be one."""

    path: Path
    title: str
    missing: tuple[tuple[str, str], ...]
    word: Callable[[Path], object] | None = None


def make_pdf(title: str, write: Callable[[Path], PrintResult]) -> Made:
    """Have a PDF written into a temporary file, which is removed where that fails."""
    with tempfile.NamedTemporaryFile(dir=passing.folder(), suffix=".pdf", delete=False) as file:
        path = Path(file.name)
    try:
        result = write(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Made(path, title, tuple(result.missing))


def make(
    layout: Print,
    request: PrintRequest,
    *,
    public: bool = False,
    blank: bool = False,
    rows: int | None = None,
    stamped: bool = False,
    onlooker: Onlooker | None = None,
) -> Made:
    """Write a print into a temporary file, which the caller removes. May raise Refused.

    The first pages of a long one are shown to an `onlooker` while the others are written; raises Abandoned
    where these are not wanted any more.
    """
    from app.printing import prints

    title = _title(layout, request, public=public, blank=blank)
    write = partial(prints.make, layout, request, public=public, blank=blank, rows=rows, stamped=stamped)
    made = make_pdf(title, partial(write, onlooker=onlooker))
    return made if layout.kind is PaperKind.LABEL else replace(made, word=write)


def _kept(title: str, pages: bytes) -> Made:
    def write(path: Path) -> PrintResult:
        from app.printing.pdf import PrintResult

        path.write_bytes(pages)
        return PrintResult(0, ())

    return make_pdf(title, write)


def _title(layout: Print, request: PrintRequest, *, public: bool, blank: bool) -> str:
    printed = layout.public if public and layout.public is not None else layout
    return f"{printed.title}{'（空白表）' if blank else _of_whom(printed, request)}"


def _of_whom(layout: Print, request: PrintRequest) -> str:
    """Name the one record that a sheet is of, so that its file is told from the others of its kind."""
    if layout.takes is None or request.record is None or (isinstance(layout, ListPrint) and layout.is_public):
        return ""
    record = layout.takes.by_id(request.record)
    return "" if record is None else f"　{record}"


class Printing(QObject):
    """Asks what to print, has it written beside the window, and shows it."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._window = parent
        self._begun: Preview | None = None  # shows the first pages of what is being written

    def begin(self, layout: Print, pane: RegisterPane) -> None:
        """Ask what to print from a pane's list, and show it."""
        of_this_list = layout.takes in (None, pane.register.record)
        listed = tuple(pane.table.ids()) if of_this_list else ()
        selected = tuple(pane.table.selected_ids()) if of_this_list else ()
        choice = PrintOptions.ask(layout, listed, selected, self._window)
        if choice is not None:
            self.show(
                layout,
                choice.request,
                public=choice.public,
                blank=choice.blank,
                rows=choice.rows,
                stamped=choice.stamped,
            )

    def show(
        self,
        layout: Print,
        request: PrintRequest,
        *,
        public: bool = False,
        blank: bool = False,
        rows: int | None = None,
        stamped: bool = False,
    ) -> None:
        """Write a print on the worker and open its preview."""
        closed = Event()

        def begun(pages: bytes) -> None:
            title = _title(layout, request, public=public, blank=blank)
            self._jobs.tell(self._show_first, (_kept(title, pages), closed))

        onlooker = Onlooker(begun, lambda: not closed.is_set())
        work = partial(
            make, layout, request, public=public, blank=blank, rows=rows, stamped=stamped, onlooker=onlooker
        )
        self._jobs.run(work, self._preview, self._fail)

    @Slot(object)
    def _show_first(self, begun: tuple[Made, Event]) -> None:
        from ui.dialogs.preview import Preview

        made, closed = begun
        self._begun = Preview.open_for(self._window, made.path, made.title, unfinished=True)
        self._begun.finished.connect(closed.set)

    @Slot(object)
    def _preview(self, made: Made) -> None:
        from ui.dialogs.preview import Preview

        begun, self._begun = self._begun, None
        if begun is None:
            Preview.open_for(self._window, made.path, made.title, made.missing, word=made.word)
        elif _is_open(begun):
            begun.complete(made.path, made.missing, word=made.word)
        else:  # closed after a look at the first page
            made.path.unlink(missing_ok=True)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        begun, self._begun = self._begun, None
        if begun is not None and _is_open(begun):
            begun.reject()
        elif isinstance(error, Abandoned):
            return
        raise error


def _is_open(preview: Preview) -> bool:
    return isValid(preview) and preview.isVisible()
