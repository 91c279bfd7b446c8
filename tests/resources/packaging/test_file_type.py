"""The desktop knows an office file by what the program writes into it."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from app.office import APPLICATION_ID, BACKUP_ID

LINUX = Path(__file__).resolve().parents[3] / "resources" / "packaging" / "linux"
SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"
OF_SQLITE = 50
"""The priority of SQLite's own type in shared-mime-info."""


@pytest.fixture
def kind() -> ET.Element:
    """The file type as the desktop is told of it."""
    found = ET.parse(LINUX / "union-office.xml").getroot().find(f"{SPACE}mime-type")
    assert found is not None
    return found


def test_its_marks_are_those_of_an_office_and_of_a_backup(kind: ET.Element) -> None:
    """SQLite writes the application_id big-endian at offset 68 of its header."""
    marks = {
        match.get("value", "").encode() for match in kind.iter(f"{SPACE}match") if match.get("offset") == "68"
    }
    assert marks == {number.to_bytes(4, "big") for number in (APPLICATION_ID, BACKUP_ID)}


def test_it_is_looked_at_before_sqlites_own_type(kind: ET.Element) -> None:
    magic = kind.find(f"{SPACE}magic")
    assert magic is not None
    assert int(magic.get("priority", "")) > OF_SQLITE


def test_the_menu_entry_opens_this_type(kind: ET.Element) -> None:
    entry = (LINUX / "union-office.desktop").read_text(encoding="utf-8").splitlines()
    assert f"MimeType={kind.get('type')};" in entry
    assert "Exec=@PROGRAM@ %f" in entry
