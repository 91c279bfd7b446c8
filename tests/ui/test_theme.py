"""The colours can be read, and nothing but the theme decides how things look."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui import theme
from ui.colours import DARK, LIGHT, Colours

UI = Path(theme.__file__).parent


def _luminance(colour: str) -> float:
    """Compute relative luminance as WCAG 2.2 defines it."""
    channels = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _pairs(colours: Colours) -> list[tuple[str, str]]:
    grounds = (colours.window, colours.surface, colours.quiet_tint, colours.hover)
    plain = [(ink, ground) for ink in (colours.text, colours.secondary) for ground in grounds]
    messages = [(ink, colours.surface) for ink in (colours.good, colours.warn, colours.bad, colours.brand)]
    buttons = [(colours.on_accent, colours.accent), (colours.on_accent, colours.accent_hover)]
    chosen = [(colours.accent_text, colours.surface), (colours.text, colours.accent_tint)]
    return [*plain, *messages, *buttons, *chosen, *colours.tones().values()]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_holds_wcag_aa_on_its_ground(colours: Colours) -> None:
    poor = [(ink, ground) for ink, ground in _pairs(colours) if _contrast(ink, ground) < 4.5]
    assert poor == []


def test_contrast_is_measured_as_wcag_does() -> None:
    assert _contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert _contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_the_window_can_write_chinese(qapp: QApplication) -> None:
    theme.apply(qapp)
    assert QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    assert QFontMetrics(qapp.font()).inFont("困")


def test_base_text_is_at_least_14_pixels(qapp: QApplication) -> None:
    theme.apply(qapp)
    assert qapp.font().pixelSize() >= 14


def test_a_changed_mark_shows_at_once(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp)
    label = QLabel("状态")
    qtbot.addWidget(label)
    theme.mark(label, role="chip", tone="good")
    label.ensurePolished()
    assert label.palette().windowText().color() == QColor(LIGHT.good)
    theme.mark(label, tone="bad")
    assert label.palette().windowText().color() == QColor(LIGHT.bad)


def test_no_widget_brings_its_own_style_sheet() -> None:
    own = [path.name for path in UI.rglob("*.py") if ".setStyleSheet(" in path.read_text(encoding="utf-8")]
    assert own == ["theme.py"]
