"""The manual as one text: its pages, what each is for, and how it looks in a window or on paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QWidget

from app.resources import resource
from ui.look.colours import Colours

_HEADING = re.compile(r'<h[23] id="(\w+)"(?: data-for="([^"]*)")?>(.*?)</h[23]>')
_PICTURE = re.compile(r'<p><img src="([^"]+)"[^>]*></p>\n?')
_BREAK = re.compile(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f])")  # between two characters it would be a gap
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Page:
    """A heading of the manual: its name in the text, its words, and the tabs and dialogs it is about."""

    name: str
    title: str
    about: frozenset[str]


def folder() -> Path:
    """Return where the manual and its pictures lie."""
    return resource("manual")


@cache
def _source() -> str:
    return (folder() / "manual.html").read_text(encoding="utf-8")


@cache
def pages() -> Sequence[Page]:
    """Return all pages in their order."""
    return [
        Page(name, unescape(_TAG.sub("", title)), frozenset(about.split()))
        for name, about, title in _HEADING.findall(_source())
    ]


def page_for(*abouts: str) -> str:
    """Return the name of the page about the first of some things that any is about; else the first page."""
    by_thing = {thing: page.name for page in pages() for thing in (page.name, *page.about)}
    return next((by_thing[about] for about in abouts if about in by_thing), pages()[0].name)


def _picture(found: re.Match[str]) -> str:
    """Return a picture in a block of its own, no higher than it; nothing where it was not made."""
    made = (folder() / found[1]).is_file()
    return f'<div style="margin-top: 8px"><img src="{found[1]}"></div>' if made else ""


class ManualDocument(QTextDocument):
    """The text of the manual in some colours, its pictures at most as wide as the `room` in pixels.

    A picture that was not made is left out.
    """

    def __init__(self, colours: Colours, room: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.setDocumentMargin(16)
        self.setDefaultStyleSheet(
            f"h1 {{ color: {colours.brand}; }} h2, h3 {{ color: {colours.text}; }}"
            f"p, td, th {{ color: {colours.text}; line-height: 150%; }}"
            f".key {{ background-color: {colours.quiet_tint}; }} td, th {{ padding-right: 24px; }}"
        )
        body = _source().split("<body>", 1)[1].split("</body>", 1)[0]
        body = _PICTURE.sub(_picture, body)
        body = _BREAK.sub("", body)
        body = body.replace("<kbd>", '<span class="key">&nbsp;').replace("</kbd>", "&nbsp;</span>")
        self.setHtml(re.sub(r'<h([23]) id="(\w+)"[^>]*>', r'<h\1><a name="\2"></a>', body))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture, no wider than the room."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        image = QImage(str(folder() / QUrl(name).path()))
        if image.width() > self._room:
            image = image.scaledToWidth(self._room, Qt.TransformationMode.SmoothTransformation)
        return image
