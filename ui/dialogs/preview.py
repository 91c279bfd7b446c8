"""What will come out of the printer: the pages of a PDF, to be printed or saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QRect, QSize, Qt, Slot
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused
from app.printing.handing_over import Wanted, arrange, can_hand_over, copies_said, hand_over
from app.target import written_whole
from ui import keys, passing
from ui.dialogs.base import TaughtDialog
from ui.dialogs.save_as import ask_target
from ui.dialogs.to_printer import ToPrinter
from ui.jobs import Jobs
from ui.widgets.folder_link import FolderLink
from ui.widgets.folding_row import FoldingRow

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_DPI = 300
_ZOOM = 1.25
_FOLDED_FIRST = ("smaller", "fit", "larger", "save_picture", "save_word", "save_pdf")
_WITH_ALL_PAGES = ("save_picture", "save_word", "save_pdf", "print_now")
_PICTURE_DPI = 150  # sharp on a telephone, some hundred kilobytes
_FIRST_PAGES = 2  # of a form, which say how many copies it is made in


class Preview(TaughtDialog):
    """Shows a PDF that was made into a temporary file, and removes the file in the end.

    What can be a Word document, too, is written as one by `word`. Of an `unfinished` print only the first
    pages are there: it is looked at, and neither printed nor saved, until it is complete.
    """

    about = "print"

    def __init__(
        self,
        path: Path,
        title: str,
        missing: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
        *,
        word: Callable[[Path], object] | None = None,
        unfinished: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"打印预览　{title}")
        self.setModal(True)
        self._path = path
        self._title = title
        self._word = word
        self._target: Path | None = None
        self._jobs = Jobs(self)
        self._document = QPdfDocument(self)
        self._document.load(str(path))
        self._build()
        self._warn(missing)
        self._set_complete(not unfinished)
        self._show_page(0)

    @classmethod
    def open_for(
        cls,
        parent: QWidget,
        path: Path,
        title: str,
        missing: Sequence[tuple[str, str]] = (),
        *,
        word: Callable[[Path], object] | None = None,
        unfinished: bool = False,
    ) -> Preview:
        """Open the preview in front of the parent's window."""
        preview = cls(path, title, missing, parent.window(), word=word, unfinished=unfinished)
        preview.resize(parent.window().size() * 0.94)
        preview.show()
        return preview

    def complete(
        self,
        path: Path,
        missing: Sequence[tuple[str, str]] = (),
        *,
        word: Callable[[Path], object] | None = None,
    ) -> None:
        """Show all pages in the place of the first ones, which stay before the eyes as they are."""
        first, self._document = self._document, QPdfDocument(self)
        first_path, self._path = self._path, path
        page, bar = self._view.pageNavigator().currentPage(), self._view.verticalScrollBar()
        place = bar.value()
        self._document.load(str(path))
        self._view.setDocument(self._document)
        bar.setValue(place)
        first.close()
        first_path.unlink(missing_ok=True)
        self._word = word
        self._warn(missing)
        self._set_complete(True)
        self._show_page(page)

    @property
    def pages(self) -> int:
        """The number of pages."""
        return self._document.pageCount()

    def print_to(self, printer: QPrinter, first: int, last: int) -> None:
        """Paint pages `first` to `last`, counted from 1, as pictures of 300 dots per inch.

        Each is turned as it is in the preview.
        """
        pages = range(first - 1, last)
        turns = [self._orientation(page) for page in pages]
        printer.setFullPage(True)
        printer.setPageOrientation(turns[0])
        painter = QPainter(printer)
        for page, turn in zip(pages, turns, strict=True):
            if page > first - 1:
                printer.setPageOrientation(turn)
                printer.newPage()
            points = self._document.pagePointSize(page)
            size = QSize(round(points.width() * _DPI / 72), round(points.height() * _DPI / 72))
            image = self._document.render(page, size)
            painter.drawImage(_centred(size, printer), image)
        if QPageLayout.Orientation.Portrait in turns:
            # CUPS is told one orientation for all: a wide page among upright ones is turned by its size.
            printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        painter.end()

    def _orientation(self, page: int) -> QPageLayout.Orientation:
        size = self._document.pagePointSize(page)
        wide = size.width() > size.height()
        return QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait

    def save_to(self, target: Path) -> None:
        """Write the PDF so that archives accept it; raises Refused when the place cannot be written."""
        _archive(self._path, target)

    def done(self, result: int) -> None:
        """Close, and remove the temporary file."""
        if self._jobs.is_busy:
            self._jobs.finish()  # what is being saved is read from the file
        self._view.setDocument(QPdfDocument(self))
        self._document.close()
        self._path.unlink(missing_ok=True)
        super().done(result)

    def _build(self) -> None:
        self._view = QPdfView(self)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName("页面")
        self._view.pageNavigator().currentPageChanged.connect(self._show_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        self._warning = QLabel(self)
        self._warning.setObjectName("missing")
        self._warning.setProperty("role", "problem")
        self._warning.setProperty("tone", "warn")
        self._warning.setWordWrap(True)
        column.addWidget(self._warning)
        column.addWidget(self._view, 1)

    def _warn(self, missing: Sequence[tuple[str, str]]) -> None:
        self._warning.setText(_missing_sentence(missing))
        self._warning.setVisible(bool(missing))

    def _set_complete(self, complete: bool) -> None:
        """Let what needs all pages be done, or wait for them."""
        self._is_complete = complete
        for name in _WITH_ALL_PAGES:
            self._buttons[name].setEnabled(complete)
        self._top.want(self._buttons["save_word"], self._word is not None)

    def _bar(self) -> FoldingRow:
        bar = FoldingRow(self, margins=(16, 12, 16, 11))
        bar.setProperty("role", "bar")
        bar.add_title(self._title)
        self._page = QLabel(bar)
        self._page.setProperty("role", "secondary")
        self._top = bar
        self.folder = FolderLink(bar)
        bar.row.addWidget(self._page)
        bar.row.addWidget(self.folder)
        bar.want(self.folder, False)
        bar.row.addStretch(1)
        bar.row.addWidget(bar.more)
        self._buttons: dict[str, QPushButton] = {}
        for name, label, act in (
            ("smaller", "缩小", self._smaller),
            ("fit", "适合宽度", self._fit),
            ("larger", "放大", self._larger),
            ("save_picture", "本页存为图片…", self._save_picture),
            ("save_word", "存为 Word…", self._save_word),
            ("save_pdf", "另存为 PDF…", self._save),
            ("close", "关闭", self.reject),
            ("print_now", "打印…", self._print),
        ):
            button = bar.add_button(name, label, folds=1 if name in _FOLDED_FIRST else 0)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            self._buttons[name] = button
        button.setProperty("role", "primary")
        button.setDefault(True)
        for key, name in (("print", "print_now"), ("save", "save_pdf")):
            keys.tell(self._buttons[name], key)
            keys.bind(key, self._buttons[name].click, self)
        return bar

    @Slot(int)
    def _show_page(self, page: int) -> None:
        others = f"共 {self.pages} 页" if self._is_complete else "后面的页还在排"
        self._tell(f"第 {page + 1} 页，{others}")

    @Slot()
    def _smaller(self) -> None:
        self._zoom(1 / _ZOOM)

    @Slot()
    def _larger(self) -> None:
        self._zoom(_ZOOM)

    def _zoom(self, factor: float) -> None:
        if self._view.zoomMode() != QPdfView.ZoomMode.Custom:
            width = self._document.pagePointSize(0).width() * self.logicalDpiX() / 72
            self._view.setZoomFactor(self._view.viewport().width() / max(width, 1.0))
            self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(max(self._view.zoomFactor() * factor, 0.2), 5.0))

    @Slot()
    def _fit(self) -> None:
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    @Slot()
    def _save_picture(self) -> None:
        target = ask_target(self, "本页存为图片", self._title, "picture", ("图片 (*.png)",))
        if target is not None:
            self.save_picture_to(target, self._view.pageNavigator().currentPage())
            self._tell(f"已存为“{target.name}”", target)

    def save_picture_to(self, target: Path, page: int) -> None:
        """Write one page, counted from 0, as a picture; raises Refused when the place cannot be written."""
        points = self._document.pagePointSize(page)
        scale = _PICTURE_DPI / 72
        drawn = self._document.render(
            page, QSize(round(points.width() * scale), round(points.height() * scale))
        )
        picture = QImage(drawn.size(), QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.drawImage(0, 0, drawn)
        painter.end()
        with written_whole(target, ".png") as unfinished:
            buffer = QBuffer()
            QImageWriter(buffer, QByteArray(b"png")).write(picture)
            unfinished.write_bytes(buffer.data().data())

    @Slot()
    def _save(self) -> None:
        target = ask_target(self, "另存为 PDF", self._title, "pdf", ("PDF 文件 (*.pdf)",))
        if target is not None:
            self._target = target
            self._jobs.run(partial(_archive, self._path, target), self._saved)

    @Slot()
    def _save_word(self) -> None:
        assert self._word is not None
        target = ask_target(self, "存为 Word", self._title, "word", ("Word 文档 (*.docx)",))
        if target is not None:
            self._target = target
            self._jobs.run(partial(self._word, target), self._written)

    @Slot(object)
    def _written(self, _: object) -> None:
        self._tell("已存为 Word，可以打开修改", self._target)

    @Slot(object)
    def _saved(self, _: object) -> None:
        self._tell("已存为 PDF（归档格式 PDF/A）", self._target)

    def _tell(self, sentence: str, file: Path | None = None) -> None:
        """Say what was done, with the way to the file that was written."""
        self._page.setText(sentence)
        self.folder.lead_to(file)
        self._top.want(self.folder, file is not None)

    @Slot()
    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrinterInfo

        printers = QPrinterInfo.availablePrinterNames() if can_hand_over() else []
        if not printers:
            self._print_pictures()
            return
        dialog = ToPrinter(self._title, self.pages, self._copies(), printers, self)
        dialog.exec()
        if dialog.answer is not None:
            self._jobs.run(partial(_hand_over, self._path, self._title, *dialog.answer), self._handed_over)

    @Slot(object)
    def _handed_over(self, pages: int) -> None:
        self._tell(f"已交给打印机，共 {pages} 页")

    def _copies(self) -> int:
        """Return how many copies the form says that it is made in."""
        texts = (self._document.getAllText(page).text() for page in range(min(self.pages, _FIRST_PAGES)))
        return copies_said("".join(texts))

    def _print_pictures(self) -> None:
        """Print by Qt, where no system takes the PDF itself."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(_DPI)
        printer.setDocName(self._title)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setPageOrientation(self._orientation(0))
        printer.setCopyCount(self._copies())
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.pages)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_to(printer, printer.fromPage() or 1, printer.toPage() or self.pages)


def _hand_over(source: Path, title: str, printer: str, wanted: Wanted) -> int:
    with TemporaryDirectory(dir=passing.folder()) as folder:
        arranged = Path(folder) / "print.pdf"
        pages = arrange(source, arranged, wanted)
        if not pages:
            raise Refused("选定的页码里没有要印的页，请改页码或奇偶页。")
        hand_over(arranged, printer, title, wanted)
        return pages


def _archive(source: Path, target: Path) -> None:
    from app.printing.archive import archive

    with written_whole(target, ".pdf") as unfinished:
        archive(source, unfinished)


def _centred(size: QSize, printer: QPrinter) -> QRect:
    """Return where a page of this size comes to lie on the printer's paper, whole and in its own shape."""
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    room = QRect(0, 0, paper.width(), paper.height())
    shape = QRect(0, 0, 0, 0)
    shape.setSize(size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
    shape.moveCenter(room.center())
    return shape


def _missing_sentence(missing: Sequence[tuple[str, str]]) -> str:
    places = "、".join(f"“{text}”中的 {lacking}" for text, lacking in missing)
    return f"字库中没有这些字，纸上印作〓，请打印后手写补上：{places}"
