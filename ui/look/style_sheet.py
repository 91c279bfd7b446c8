"""The one style sheet, written from the colours and the size of the base text."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from app.resources import resource
from ui.look.colours import Colours


def write(colours: Colours, base: int) -> str:
    """Return the style sheet; every length grows with `base`, the height of the base text in pixels."""
    # Rounded down: Qt draws square corners where a radius is more than half of the height.
    sizes = {f"px{length}": f"{length * base // 14}px" for length in range(1, 73)}
    pictures = {name: resource(f"icons/{name}.svg").as_posix() for name in ("arrow-down", "tick", "dash")}
    images = {name.replace("-", "_"): f'url("{path}")' for name, path in pictures.items()}
    return Template(_SHEET).substitute(asdict(colours), **sizes, **images)


_SHEET = """
QMainWindow, QDialog { background: $window; }
QToolTip { background: $surface; color: $text; border: 1px solid $border_strong; padding: $px4; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
    background: $surface; color: $text; border: 1px solid $border_strong; border-radius: $px6;
    padding: 0 $px10; min-height: $px30; selection-background-color: $accent;
    selection-color: $on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: 2px solid $accent; padding: 0 $px9; min-height: $px28;
}
QPlainTextEdit { padding: $px4 $px6; min-height: $px72; }
QPlainTextEdit:focus { padding: $px3 $px5; min-height: $px72; }
QLineEdit[problem="block"], QComboBox[problem="block"], QPlainTextEdit[problem="block"] {
    border-color: $bad;
}
QLineEdit[problem="warn"], QComboBox[problem="warn"], QPlainTextEdit[problem="warn"] {
    border-color: $warn;
}
QLineEdit[given="true"], QPlainTextEdit[given="true"], QLineEdit:disabled, QComboBox:disabled,
QPlainTextEdit:disabled {
    background: $quiet_tint; color: $secondary; border-color: $border;
}
QComboBox QLineEdit, QComboBox QLineEdit:focus {
    border: none; padding: 0; min-height: $px20; background: transparent;
}
QComboBox::drop-down { border: none; width: $px28; }
QComboBox::down-arrow { image: $arrow_down; width: $px14; height: $px14; }
QComboBox QAbstractItemView, QListView[role="offer"] {
    background: $surface; color: $text; border: 1px solid $border_strong; border-radius: $px4;
    padding: $px4; outline: 0;
}
QListView[role="offer"] { padding: 1px; }
QAbstractItemView::item { min-height: $px26; }
QComboBox QAbstractItemView::item, QListView[role="offer"]::item { padding: 0 $px8; border-radius: $px4; }
QComboBox QAbstractItemView::item:selected, QListView[role="offer"]::item:selected {
    background: $accent_tint; color: $accent_text;
}
QCheckBox { spacing: $px8; min-height: $px32; color: $text; }
QCheckBox::indicator, QListView::indicator, QTableView::indicator {
    width: $px16; height: $px16; border: 1px solid $border_strong; border-radius: $px4; background: $surface;
}
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {
    background: $accent; border-color: $accent; image: $tick;
}
QCheckBox::indicator:indeterminate { image: $dash; }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QCheckBox[problem="block"] { color: $bad; }
QRadioButton { spacing: $px8; min-height: $px28; color: $text; }
QRadioButton::indicator {
    width: $px14; height: $px14; border: 2px solid $border_strong; border-radius: $px9; background: $surface;
}
QRadioButton::indicator:focus { border-color: $accent; }
QRadioButton::indicator:checked {
    width: $px8; height: $px8; border: $px5 solid $accent; border-radius: $px9; background: $on_accent;
}
QRadioButton::indicator:checked:focus { border-color: $accent_text; }

QPushButton, QToolButton[role="button"] {
    background: $surface; color: $text; border: 1px solid $border_strong; border-radius: $px6;
    padding: 0 $px12; min-height: $px30;
}
QPushButton:hover, QToolButton[role="button"]:hover { background: $hover; }
QPushButton:pressed, QToolButton[role="button"]:pressed { background: $quiet_tint; }
QPushButton:focus, QToolButton[role="button"]:focus {
    border: 2px solid $accent; padding: 0 $px11; min-height: $px28;
}
QPushButton:disabled, QToolButton[role="button"]:disabled {
    color: $border_strong; border-color: $border; background: $surface;
}
QPushButton::menu-indicator, QToolButton[role="button"]::menu-indicator { image: none; width: 0; }
QPushButton[role="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $accent_text; }
QPushButton[role="primary"]:disabled { background: $quiet_tint; color: $secondary; border-color: $border; }
QPushButton[role="danger"] { color: $bad; }
QPushButton[role="quiet"], QToolButton[role="quiet"] {
    border: none; background: transparent; color: $secondary; padding: 0 $px8; border-radius: $px6;
    min-height: $px30;
}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $quiet_tint; color: $text; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { background: $accent_tint; }
QPushButton[role="link"], QToolButton[role="link"] {
    border: none; background: transparent; color: $accent_text; padding: 0 $px4; min-height: $px24;
    text-align: left;
}
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus { text-decoration: underline; }

QToolButton[role="tab"] {
    border: none; border-bottom: 2px solid transparent; background: transparent; color: $secondary;
    padding: 0 $px6; min-height: $px34; border-radius: 0;
}
QToolButton[role="tab"]::menu-indicator { image: none; width: 0; }
QToolButton[role="tab"]:hover { color: $text; }
QToolButton[role="tab"]:checked { color: $accent_text; border-bottom-color: $accent; font-weight: 600; }
QToolButton[role="tab"]:focus { background: $accent_tint; }
QToolButton[role="tab"]:disabled { color: $border_strong; }
QToolButton[role="section"] {
    border: none; background: transparent; color: $secondary; padding: 0 $px8; min-height: $px24;
    border-radius: $px12; font-size: $px13;
}
QToolButton[role="section"]:hover { background: $quiet_tint; color: $text; }
QToolButton[role="section"]:checked { background: $accent_tint; color: $accent_text; }
QToolButton[role="section"]:focus { color: $accent_text; }
QToolButton[role="side"], QPushButton[role="side"] {
    border: none; background: transparent; color: $text; text-align: left; padding: 0 $px10;
    min-height: $px36; border-radius: $px6;
}
QToolButton[role="side"]:hover, QPushButton[role="side"]:hover { background: $quiet_tint; }
QToolButton[role="side"]:focus, QPushButton[role="side"]:focus { background: $quiet_tint; }
QToolButton[role="side"]:checked, QPushButton[role="side"]:checked {
    background: $accent_tint; color: $accent_text; font-weight: 600;
}
QFrame[role="side"] QFrame[role="foot"] QPushButton { padding: 0 $px4; }
QPushButton[role="find"] {
    background: $window; color: $secondary; border: 1px solid $border; text-align: left;
    padding: 0 $px8; min-height: $px28; font-size: $px13;
}
QPushButton[role="find"]:hover { color: $text; }
QPushButton[role="find"]:focus { border: 1px solid $accent; }
QPushButton[role="saved"] {
    border: none; background: transparent; color: $secondary; text-align: left; padding: 0 $px8 0 $px38;
    min-height: $px28; border-radius: $px6; font-size: $px13;
}
QPushButton[role="saved"]:hover, QPushButton[role="saved"]:focus { background: $quiet_tint; color: $text; }
QToolButton[role="chip"], QPushButton[role="chip"] {
    background: $surface; color: $text; border: 1px solid $border_strong; border-radius: $px12;
    padding: 0 $px10; min-height: $px24; font-size: $px13;
}
QToolButton[role="chip"]:hover, QPushButton[role="chip"]:hover { background: $hover; }
QToolButton[role="chip"]:focus, QPushButton[role="chip"]:focus { border-color: $accent; }
QToolButton[role="chip"][chosen="true"], QPushButton[role="chip"][chosen="true"],
QToolButton[role="chip"]:checked, QPushButton[role="chip"]:checked {
    background: $accent_tint; color: $accent_text; border-color: $accent;
}
QToolButton[role="chip"]::menu-indicator, QPushButton[role="chip"]::menu-indicator {
    image: none; width: 0;
}

QPushButton[role="count"] {
    border: 1px solid transparent; border-radius: $px11; padding: 0 $px10; min-height: $px22;
    font-size: $px13; color: $secondary; background: $quiet_tint;
}
QPushButton[role="count"][tone="good"] { color: $good; background: $good_tint; }
QPushButton[role="count"][tone="warn"] { color: $warn; background: $warn_tint; }
QPushButton[role="count"][tone="bad"] { color: $bad; background: $bad_tint; }
QPushButton[role="count"][tone="info"] { color: $accent_text; background: $accent_tint; }
QPushButton[role="count"]:focus, QPushButton[role="count"][chosen="true"] { border-color: $accent; }
QTextEdit[role="page"] {
    background: transparent; color: $text; border: none; selection-background-color: $accent;
    selection-color: $on_accent;
}

QFrame[role="explanation"] { background: $surface; border: 1px solid $border_strong; border-radius: $px6; }
QLabel[role="note"] { padding: $px4 $px8; color: $text; }
QLabel[role="title"] { font-size: $px18; font-weight: 600; color: $text; }
QLabel[role="heading"] { font-weight: 600; color: $text; }
QLabel[role="label"], QLabel[role="secondary"] { font-size: $px13; color: $secondary; }
QLabel[role="star"] { font-size: $px13; color: $bad; }
QLabel[role="message"] { font-size: $px13; color: $bad; }
QLabel[role="message"][tone="warn"] { color: $warn; }
QLabel[role="problem"] {
    font-size: $px13; color: $bad; background: $bad_tint; border-radius: $px6; padding: $px6 $px10;
}
QLabel[role="problem"][tone="good"] { color: $good; background: $good_tint; }
QLabel[role="problem"][tone="warn"] { color: $warn; background: $warn_tint; }
QLabel[role="problem"][tone="info"] { color: $accent_text; background: $accent_tint; }
QLabel[role="given"] {
    background: $quiet_tint; color: $secondary; border: 1px solid $border; border-radius: $px6;
    padding: $px6 $px10;
}
QLabel[role="term"] {
    font-size: $px13; font-weight: 600; color: $secondary; padding: $px8 $px16 $px4 $px16;
}
QPushButton[role="fold"] {
    border: none; background: transparent; color: $secondary; text-align: left; font-size: $px13;
    font-weight: 600; padding: 0 $px16; min-height: $px32;
}
QPushButton[role="fold"]:hover, QPushButton[role="fold"]:focus { color: $text; background: $quiet_tint; }
QLabel[role="dot"] { color: $good; }
QLabel[role="dot"][tone="warn"] { color: $warn; }
QLabel[role="empty"] { color: $secondary; }
QLabel[role="brand"] { font-weight: 600; color: $brand; font-size: $px16; }
QLabel[role="figure"] { font-weight: 600; color: $text; font-size: $px24; }
QLabel[role="badge"] {
    background: $warn; color: $surface; border-radius: $px9; padding: 0 $px5; min-width: $px8;
    min-height: $px18; max-height: $px18; font-size: $px12; font-weight: 600;
}
QLabel[role="chip"] { font-size: $px13; border-radius: $px10; padding: $px1 $px8; }
QLabel[role="chip"], QLabel[role="chip"][tone="quiet"] { color: $secondary; background: $quiet_tint; }
QLabel[role="chip"][tone="good"] { color: $good; background: $good_tint; }
QLabel[role="chip"][tone="warn"] { color: $warn; background: $warn_tint; }
QLabel[role="chip"][tone="bad"] { color: $bad; background: $bad_tint; }
QLabel[role="chip"][tone="info"] { color: $accent_text; background: $accent_tint; }

QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: $px8; }
QFrame[role="head"] { background: transparent; border: none; border-bottom: 1px solid $border; }
QFrame[role="foot"] { background: transparent; border: none; border-top: 1px solid $border; }
QFrame[role="bar"] { background: $surface; border: none; border-bottom: 1px solid $border; }
QFrame[role="side"] { background: $surface; border: none; border-right: 1px solid $border; }
QFrame[role="bin"] { background: $warn_tint; border: none; border-bottom: 2px solid $warn; }
QFrame[role="known"] { background: $warn_tint; border: none; border-radius: $px6; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QScrollArea, QWidget[role="page"], QStackedWidget { background: transparent; border: none; }

QTableView, QTreeView, QListView {
    background: $surface; color: $text; border: none; outline: 0; gridline-color: $border;
    selection-background-color: $accent_tint; selection-color: $text; alternate-background-color: $hover;
}
QTableView::item, QTreeView::item { border-bottom: 1px solid $border; padding: 0 $px8; }
QTableView::item:selected, QTreeView::item:selected { background: $accent_tint; color: $text; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
    background: $surface; color: $secondary; border: none; border-bottom: 1px solid $border;
    padding: $px8 $px11; font-size: $px13; font-weight: 600;
}
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $border; }
QAbstractScrollArea::corner { background: $surface; border: none; }
QSplitter::handle { background: transparent; }

QMenu { background: $surface; color: $text; border: 1px solid $border_strong; padding: $px4; }
QMenu::item { padding: $px6 $px24 $px6 $px12; border-radius: $px4; }
QMenu::item:selected { background: $accent_tint; color: $accent_text; }
QMenu::item:disabled { color: $border_strong; }
QMenu::separator { height: 1px; background: $border; margin: $px4 $px8; }
QLabel[role="menu_head"] {
    color: $secondary; font-weight: bold; padding: $px4 $px8 $px2 $px8; background: transparent;
}
QMenuBar { background: $surface; }
QMenuBar::item { padding: $px4 $px10; }
QMenuBar::item:selected { background: $accent_tint; color: $accent_text; }

QScrollBar:vertical { background: transparent; width: $px12; margin: $px2; }
QScrollBar:horizontal { background: transparent; height: $px12; margin: $px2; }
QScrollBar::handle { background: $border_strong; border-radius: $px4; min-height: $px28; min-width: $px28; }
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
    border: none; background: $quiet_tint; border-radius: $px4; max-height: $px8; text-align: center;
}
QProgressBar::chunk { background: $accent; border-radius: $px4; }
QCalendarWidget QWidget { background: $surface; color: $text; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $border_strong; }
QCalendarWidget QTableView::item { padding: 0; border: none; }
QCalendarWidget QToolButton { border: none; padding: $px4 $px8; color: $text; }
"""
