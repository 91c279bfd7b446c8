"""One editor for each kind of field; the nearest kind wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from app.fields import (
    AttachmentField,
    ChoiceField,
    ChoicesField,
    DateField,
    Derived,
    Described,
    FlagField,
    NotesField,
    PartialDateField,
    ReferenceField,
    SerialField,
    Shown,
    TextField,
)
from ui.editors.attachments import AttachmentEditor
from ui.editors.choices import ChoiceEditor, ChoicesEditor
from ui.editors.dates import DateEditor
from ui.editors.flags import FlagEditor
from ui.editors.guarded import SecretEditor
from ui.editors.lines import GivenEditor, GivenText, LineEditor
from ui.editors.notes import NotesEditor
from ui.editors.offers import ReferenceEditor, SuggestEditor

Given = GivenEditor | GivenText
Editor = LineEditor | NotesEditor | ChoiceEditor | FlagEditor | AttachmentEditor | GivenEditor | GivenText


def _text_editor(field: TextField, parent: QWidget) -> LineEditor:
    return SuggestEditor(field, parent) if field.suggest else LineEditor(field, parent)


def _line_editor(field: Described, parent: QWidget) -> LineEditor:
    return SecretEditor(field, parent) if field.guarded else LineEditor(field, parent)


def _given_editor(field: Shown, parent: QWidget) -> Given:
    return GivenText(field, parent) if field.wide else GivenEditor(field, parent)


_EDITORS: dict[type, Callable[[Any, QWidget], Editor]] = {
    AttachmentField: AttachmentEditor,
    ChoiceField: ChoiceEditor,
    ChoicesField: ChoicesEditor,
    DateField: DateEditor,
    Described: _line_editor,
    FlagField: FlagEditor,
    NotesField: NotesEditor,
    PartialDateField: DateEditor,
    ReferenceField: ReferenceEditor,
    TextField: _text_editor,
}


def is_given(field: Shown) -> bool:
    """Tell whether the office computes or hands out the value, so that nobody types it."""
    return isinstance(field, Derived | SerialField) or field.derive is not None


def editor_for(field: Shown, parent: QWidget, *, given: bool = False) -> Editor:
    """Make the editor of a field, named for tests and for assistive tools; a `given` one only shows."""
    if given or is_given(field):
        editor: Editor = _given_editor(field, parent)
    else:
        kind = next(kind for kind in type(field).__mro__ if kind in _EDITORS)
        editor = _EDITORS[kind](field, parent)
    editor.setObjectName(field.name)
    editor.setAccessibleName(field.label)
    editor.setAccessibleDescription(field.explanation.replace("\n", "；"))
    return editor
