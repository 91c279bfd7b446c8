"""The colours can be read, and nothing but the theme decides how things look."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.resources import resource
from ui.look import style_sheet, theme
from ui.look.colours import DARK, LIGHT, Colours

UI = Path(theme.__file__).parents[1]


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
    chosen += [(colours.secondary, colours.accent_tint), (colours.text, colours.warn_tint)]
    return [*plain, *messages, *buttons, *chosen, *colours.tones().values()]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_holds_wcag_aa_on_its_ground(colours: Colours) -> None:
    poor = [(ink, ground) for ink, ground in _pairs(colours) if _contrast(ink, ground) < 4.5]
    assert poor == []


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_what_has_the_focus_stands_out_from_every_ground(colours: Colours) -> None:
    """WCAG 2.2, 1.4.11: what shows a state differs from what is beside it by 3 to 1."""
    grounds = (colours.window, colours.surface, colours.hover)
    assert [ground for ground in grounds if _contrast(colours.accent, ground) < 3] == []
    assert _contrast(colours.warn, colours.warn_tint) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edges_of_controls_stand_out_from_every_ground(colours: Colours) -> None:
    """WCAG 2.2, 1.4.11: a box that is filled in, ticked or pressed is told by its edge."""
    grounds = (colours.window, colours.surface, colours.hover)
    assert [ground for ground in grounds if _contrast(colours.border_strong, ground) < 3] == []


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_what_is_not_chosen_is_seen_on_its_ground(
    qtbot: QtBot, kind: Callable[[str, QWidget], QAbstractButton], colours: Colours
) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.setStyleSheet(f"{style_sheet.write(colours, 14)} QWidget {{ background: {colours.window}; }}")
    button = kind("", ground)
    button.resize(40, 40)
    ground.resize(40, 40)
    ground.ensurePolished()
    drawn = ground.grab().toImage()
    seen = {drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(drawn.height())}
    assert max(_contrast(colour, colours.window) for colour in seen) >= 3


def test_contrast_is_measured_as_wcag_does() -> None:
    assert _contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert _contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_the_window_can_write_chinese(qapp: QApplication) -> None:
    theme.apply(qapp)
    assert QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    assert QFontMetrics(qapp.font()).inFont("困")


FONT_SETTINGS = ("Sans Serif", "Noto Sans", "Arial", "DejaVu Sans", "Rare Han A")

# All settings in one process: what comes after the first finds fonts loaded already.
DRAWN = """
import json, sys
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout
from PySide6.QtWidgets import QApplication
from ui.look import style_sheet, theme

def drawn(font, text):
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [[run.rawFont().familyName(), run.rawFont().styleName()] for run in layout.glyphRuns()]

app = QApplication([])
if sys.argv[1]:
    QFontDatabase.addApplicationFont(sys.argv[1])
told = {}
for family in sys.argv[2:]:
    app.setFont(QFont(family, 10))
    theme.apply(app)
    plain, bold = QFont(app.font()), QFont(app.font())
    bold.setBold(True)
    told[family] = [drawn(plain, "会员姓名"), drawn(bold, "会员姓名"), drawn(plain, "\U00020bb7")]
print(json.dumps(told))
"""


# What the machine has of Chinese fonts stays out of sight: the tests bring what they need.
NO_CHINESE = """
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <selectfont><rejectfont>
    <pattern><patelt name="lang"><string>zh-cn</string></patelt></pattern>
  </rejectfont></selectfont>
</fontconfig>
"""


def drawn(
    tmp_path: Path, locale: str, *families: str, installed: str = ""
) -> dict[str, list[list[list[str]]]]:
    """Return, by the system's font, which fonts draw a heading: plain, bold, and a rare character."""
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(NO_CHINESE, encoding="utf-8")
    own = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": locale, "XDG_CONFIG_HOME": str(tmp_path)}
    own["FONTCONFIG_FILE"] = str(fonts)
    done = subprocess.run(
        [sys.executable, "-c", DRAWN, installed, *families],
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, list[list[list[str]]]] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("locale", ["C", "zh_CN.UTF-8"])
def test_chinese_is_drawn_by_a_sans_with_a_bold_whatever_the_systems_font(
    tmp_path: Path, locale: str
) -> None:
    told = drawn(tmp_path, locale, *FONT_SETTINGS)
    for plain, bold, rare in told.values():
        ((family, _style),) = plain
        assert "Rare" not in family
        assert bold == [[family, "Bold"]]
        assert rare in ([["Rare Han B", "Regular"]], [["Rare Han A", "Regular"]])
    assert set(told) == set(FONT_SETTINGS)


def test_a_chinese_sans_that_is_there_already_is_not_passed_over(tmp_path: Path) -> None:
    installed = str(resource("fonts/NotoSansSC-Regular.ttf"))
    told = drawn(tmp_path, "C", *FONT_SETTINGS, installed=installed)
    assert {plain[0][0] for plain, _bold, _rare in told.values()} == {"Noto Sans SC"}


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
