"""The look of every window: colours by role, one font, one style sheet.

Widgets say what they are by dynamic properties, set with `mark`; they carry no colour or size:

- `role` of a label: title, heading, label, secondary, message, chip, badge, brand, figure, problem, empty,
  note, dot; of a button: primary, quiet, link, danger, side, find, saved, tab, section, chip, count, fold;
  of a text: page; of a frame: card, head, foot, bar, side, line, known, bin.
- `tone` of a chip or a line: good, warn, bad, info, quiet. `problem` of an editor: block, warn.
- `chosen`: a filter that is in force. `given`: an editor whose value is computed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette

from app.resources import resource
from ui.look import style_sheet
from ui.look.colours import DARK, LIGHT, Colours

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QLabel, QWidget

BASE = 14  # height of the base text, in device-independent pixels
_FONTS = ("fonts/NotoSansSC-Regular.ttf", "fonts/NotoSansSC-Bold.ttf")
_CHINESE_SANS = (  # by preference: of Windows, macOS, Chinese Linux desktops, others
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
)
_RARE_FONTS = ("fonts/HanaMinA.ttf", "fonts/HanaMinB.ttf")  # for names that no other font can write


class Scheme(StrEnum):
    """Which colours a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


SIZES = (100, 110, 125, 150, 175, 200)
"""Percent of the usual size of text that a person may choose."""

_SMALLEST = QSize(640, 360)  # in which everything can be reached, at the usual size of text
_scheme = Scheme.SYSTEM
_in_force = LIGHT
_usual = _text = BASE  # pixels: the base text of this desktop, and as large as the person wants it


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM, percent: int = 100) -> None:
    """Give the application its font, palette and style sheet."""
    _apply_font(app)
    app.setStyle("Fusion")
    _set_size(app, percent)
    choose(app, scheme)


def choose(app: QApplication, scheme: Scheme) -> None:
    """Wear the light or the dark colours, or those that the system asks for, from now on."""
    global _scheme  # noqa: PLW0603 - the look belongs to the application, of which there is one
    _scheme = scheme
    _apply_colours(app)


def follow_system(app: QApplication) -> None:
    """Wear the colours that are wanted again, as after the system has turned dark or light."""
    _apply_colours(app)


def choose_size(app: QApplication, percent: int) -> None:
    """Write everything in so many percent of the usual size; lengths of widgets follow as they are built."""
    _set_size(app, percent)
    _apply_colours(app)


def sizes_for(screen: QSize) -> tuple[int, ...]:
    """Return the sizes of text, in percent, with which the window fits a screen; the usual one always is."""
    room = min(screen.width() / _SMALLEST.width(), screen.height() / _SMALLEST.height())
    return tuple(percent for percent in SIZES if percent == SIZES[0] or percent * _usual / BASE <= 100 * room)


def length(pixels: int) -> int:
    """Return a length that is `pixels` at the usual size of text, as it is now."""
    return round(pixels * _text / BASE)


def usual_length(pixels: int) -> int:
    """Return what a length of now would be at the usual size of text."""
    return round(pixels * BASE / _text)


def colours() -> Colours:
    """Return the colours in force."""
    return _in_force


def tone(name: str) -> tuple[QColor, QColor]:
    """Return text and background of a tone: good, warn, bad, info; anything else is quiet."""
    ink, tint = _in_force.tones().get(name, (_in_force.secondary, _in_force.quiet_tint))
    return QColor(ink), QColor(tint)


def pixels(font: QFont) -> int:
    """Return the height of a font in pixels, in whatever unit it was asked for."""
    return QFontInfo(font).pixelSize()


def mark(widget: QWidget, **properties: object) -> None:
    """Set dynamic properties, and restyle the widget when one of them has changed."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def show_sentence(label: QLabel, sentence: str, tone: str) -> None:
    """Show a sentence in its tone; an empty one hides the label."""
    label.setText(sentence)
    label.setVisible(bool(sentence))
    mark(label, tone=tone)


def _apply_font(app: QApplication) -> None:
    """Have Chinese drawn by a sans with a bold of its own; only what that lacks by the fonts for rare names.

    Qt gives the text to the first of the families that can write it, and a generic one ("Sans Serif")
    can write no Chinese: whatever stands next behind it would draw the whole window.
    """
    global _usual  # noqa: PLW0603 - the look belongs to the application, of which there is one
    font = QFont(app.font())
    own = _own_chinese(font) or _system_chinese()
    # The fonts for rare names hold only what the bundled sans lacks: it stands before them in any case.
    bundled = _load(_FONTS[:1] if own else _FONTS)
    font.setFamilies(
        list(dict.fromkeys([*(own or bundled), *font.families(), *bundled, *_load(_RARE_FONTS)]))
    )
    # A clerk who has set larger text for the whole desktop gets it here too.
    _usual = max(BASE, QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize())
    app.setFont(font)


def _set_size(app: QApplication, percent: int) -> None:
    global _text  # noqa: PLW0603 - the look belongs to the application, of which there is one
    _text = round(_usual * percent / 100)
    font = app.font()
    font.setPixelSize(_text)
    app.setFont(font)


def _load(paths: tuple[str, ...]) -> list[str]:
    """Load bundled fonts, and return the families they bring."""
    numbers = [QFontDatabase.addApplicationFont(str(resource(path))) for path in paths]
    return list(
        dict.fromkeys(name for number in numbers for name in QFontDatabase.applicationFontFamilies(number))
    )


def _own_chinese(font: QFont) -> list[str]:
    """Return the family of the person's own font where it writes Chinese itself."""
    family = QFontInfo(font).family()
    return [family] if _writes_chinese(family) else []


def _system_chinese() -> list[str]:
    """Return the first sans that the system brings for Chinese."""
    return next(([family] for family in _CHINESE_SANS if _writes_chinese(family)), [])


def _writes_chinese(family: str) -> bool:
    """Tell whether a font is fit for a Chinese window; a bare fallback has no bold."""
    return family in QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese) and any(
        QFontDatabase.bold(family, style) for style in QFontDatabase.styles(family)
    )


def _apply_colours(app: QApplication) -> None:
    global _in_force  # noqa: PLW0603 - the look belongs to the application, of which there is one
    asked_for = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    _in_force = DARK if _scheme is Scheme.DARK or (_scheme is Scheme.SYSTEM and asked_for) else LIGHT
    app.setPalette(_palette(_in_force))
    app.setStyleSheet(style_sheet.write(_in_force, _text))


def _palette(chosen: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: chosen.window,
        QPalette.ColorRole.WindowText: chosen.text,
        QPalette.ColorRole.Base: chosen.surface,
        QPalette.ColorRole.AlternateBase: chosen.window,
        QPalette.ColorRole.Text: chosen.text,
        QPalette.ColorRole.Button: chosen.surface,
        QPalette.ColorRole.ButtonText: chosen.text,
        QPalette.ColorRole.Highlight: chosen.accent,
        QPalette.ColorRole.HighlightedText: chosen.on_accent,
        QPalette.ColorRole.PlaceholderText: chosen.secondary,
        QPalette.ColorRole.ToolTipBase: chosen.surface,
        QPalette.ColorRole.ToolTipText: chosen.text,
        QPalette.ColorRole.Link: chosen.accent_text,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.secondary))
    return palette
