import sys
from pathlib import Path

import pytest

from app.resources import resource


def test_a_font_is_found_beside_the_app_package() -> None:
    assert resource("fonts/NotoSansSC-Bold.ttf").is_file()


def test_a_built_program_finds_its_files_where_it_was_unpacked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("icons/a.svg") == tmp_path / "resources" / "icons" / "a.svg"
