"""The main job without a screen: the sample office, its prints and summary, and a picture of each tab."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import sample
from app.errors import Refused
from app.office import close_office, open_office
from app.printing.layout import PrintRequest
from app.printing.prints import make
from app.registry import prints
from app.rules.periods import year
from app.summary.compose import compose
from app.summary.texts import text_of
from app.summary.writing import write as write_report

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from ui.main_window import MainWindow

_SIZE = (1366, 768)
_SAMPLE_YEAR = 2011  # the year whose lists the sample office is made for


def run(folder: Path) -> int:
    """Do the main job in a folder, saying for each thing where it is; 0 when all was done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for what, path in _steps(folder):
            print(f"{what}：{path}")
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    except OSError:
        print(f"文件夹“{folder}”不能写入，请换一个文件夹。", file=sys.stderr)
        return 1
    finally:
        close_office()
    return 0


def _steps(folder: Path) -> Iterator[tuple[str, Path]]:
    office = folder / "sample.union"
    office.unlink(missing_ok=True)
    sample.build(office)
    yield "示例台账已生成", office
    yield from _prints(office, folder)
    yield from _reports(office, folder)
    yield from _pictures(office, folder)


def _prints(office: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    open_office(office)
    for layout in [item for item in prints() if item.main]:
        target = folder / f"{layout.key}.pdf"
        period = year(_SAMPLE_YEAR) if layout.dated is not None else None
        result = make(layout, PrintRequest(date.today(), period), target)
        yield f"《{layout.title}》已生成，共 {result.pages} 页", target
    close_office()


def _reports(office: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    open_office(office, read_only=True)
    document = compose(text_of(_SAMPLE_YEAR), year(_SAMPLE_YEAR))
    for suffix in (".docx", ".pdf"):
        target = folder / f"summary{suffix}"
        write_report(document, target, printed_at=datetime.now())
        yield f"《{document.title}》已生成，引用 {len(document.quotes)} 处统计", target
    close_office()


def _pictures(office: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Show the window to nobody and take its picture, tab by tab."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import Qt, qInstallMessageHandler

    from ui.application import make_application
    from ui.main_window import MainWindow

    before = qInstallMessageHandler(_pass_on)
    app = make_application()
    window = MainWindow(remembers=False)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(*_SIZE)
    window.show()
    window.open_file(office)
    assert window.desk is not None
    for key in window.desk.keys:
        window.desk.show_tab(key)
        _select_first(window)
        window.jobs.finish()
        app.processEvents()
        target = folder / f"tab-{key}.png"
        window.grab().save(str(target))
        yield f"“{key}”页的画面已保存", target
    window.close()
    qInstallMessageHandler(before)


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but that a window nobody sees cannot be sized by a window manager."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)


def _select_first(window: MainWindow) -> None:
    from ui.registers.tab import RegisterTab

    front = window.desk.front if window.desk is not None else None
    if isinstance(front, RegisterTab):
        ids = front.pane.table.ids()
        if ids:
            front.go_to(front.pane.register.key, ids[0])


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1] if len(sys.argv) > 1 else ".")))
