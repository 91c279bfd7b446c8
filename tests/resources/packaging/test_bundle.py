"""Which of the collected files come along."""

from __future__ import annotations

import pytest
from bundle import used

WHEEL = ".venv/lib/python3.11/site-packages"


@pytest.mark.parametrize(
    ("goes", "lies"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", f"{WHEEL}/PySide6/Qt/plugins/platforms/libqxcb.so"),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", f"{WHEEL}/PySide6/Qt/translations/qtbase_zh_CN.qm"),
        ("stdnum/cn/loc.dat", f"{WHEEL}/stdnum/cn/loc.dat"),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0"),
        ("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0"),
        ("python3.11/lib-dynload/_json.so", "/usr/lib/python3.11/lib-dynload/_json.so"),
    ],
)
def test_what_the_program_uses_comes_along(goes: str, lies: str) -> None:
    assert used([(goes, lies, "BINARY")]) == [(goes, lies, "BINARY")]


@pytest.mark.parametrize(
    ("goes", "lies"),
    [
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", f"{WHEEL}/PySide6/Qt/plugins/libqgtk3.so"),
        ("PySide6/Qt/lib/libQt6Qml.so.6", f"{WHEEL}/PySide6/Qt/lib/libQt6Qml.so.6"),
        ("PySide6/Qt/translations/qtbase_de.qm", f"{WHEEL}/PySide6/Qt/translations/qtbase_de.qm"),
        ("stdnum/oui.dat", f"{WHEEL}/stdnum/oui.dat"),
        ("libstdc++.so.6", "/usr/lib/x86_64-linux-gnu/libstdc++.so.6"),
        ("libX11.so.6", "/lib/x86_64-linux-gnu/libX11.so.6"),
    ],
)
def test_what_nobody_uses_or_each_desktop_has_stays_out(goes: str, lies: str) -> None:
    assert used([(goes, lies, "BINARY")]) == []


def test_a_link_to_what_stays_out_stays_out() -> None:
    link = ("libQt6Qml.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK")
    real = ("PySide6/Qt/lib/libQt6Core.so.6", f"{WHEEL}/libQt6Core.so.6", "BINARY")
    good = ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK")
    assert used([link, real, good]) == [real, good]
    assert used([good]) == []
