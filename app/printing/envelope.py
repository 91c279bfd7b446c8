"""An envelope as the post reads it (GB/T 1416): whom it goes to at the upper left, who sends it below."""

from __future__ import annotations

from app.printing.labels import LabelSheet, Stock, Words
from app.printing.roles import Role
from app.printing.styles import Style
from app.records.profile import profile

_DL = Stock(220, 110, 220, 110)  # 5号 of the standard, in mm
_BOX = 8.0  # of a digit of the postal code
_CODE = Style(Role.SONG, 14)
_TO = Style(Role.SONG, 14)
_NAME = Style(Role.SONG_BOLD, 18)
_FROM = Style(Role.SONG, 11)


def envelope(title: str, name: str | None, address: str | None, postcode: str | None) -> LabelSheet:
    """Return the envelope of a letter from the office."""
    sender = profile()
    digits = (postcode or "").ljust(6)[:6]
    code = tuple(
        Words(digit.strip(), 12 + place * (_BOX + 1.5), 9, _BOX, _BOX, _CODE, "center", framed=True)
        for place, digit in enumerate(digits)
    )
    below = "　".join(text for text in (sender.address, sender.name) if text)
    return LabelSheet(
        title,
        _DL,
        (
            (
                *code,
                Words(address or "", 28, 28, 170, 14, _TO),
                Words(f"{name}　收" if name else "", 28, 45, 170, 16, _NAME),
                Words(below, 60, 76, 148, 16, _FROM, "right"),
                Words(f"邮政编码　{sender.postcode or ''}", 80, 93, 128, 7, _FROM, "right"),
            ),
        ),
    )
