"""The layout that the stores of UOS and Kylin ask for: /opt/apps/ID with entries, files and info.

The values are those of the stores' own description, UOS 应用商店打包规范.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("packages of Debian", allow_module_level=True)

from package import STORE_ID, entries, info, sums

PROGRAM = f"/opt/apps/{STORE_ID}/files/union-office"


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder `entries` of the store's package."""
    folder = tmp_path_factory.mktemp("entries")
    entries(folder, PROGRAM, STORE_ID)
    return folder


def test_its_name_is_a_domain_backwards_and_what_the_package_is_called() -> None:
    assert re.fullmatch(r"[a-z0-9]+(\.[a-z0-9-]+){2,}", STORE_ID)
    assert info()["appid"] == STORE_ID


def test_its_version_has_four_numbers() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\.\d+", str(info()["version"]))


def test_it_is_for_a_processor_that_the_stores_name() -> None:
    assert set(info()["arch"]) <= {"amd64", "arm64", "mips64el", "loongarch64", "sw_64"}  # type: ignore[call-overload]


def test_it_says_of_each_permission_whether_it_is_asked_for() -> None:
    granted = info()["permissions"]
    assert isinstance(granted, dict)
    assert [name for name, is_asked in granted.items() if is_asked] == ["clipboard"]
    assert set(granted) == {
        *("autostart", "notification", "trayicon", "clipboard", "account", "bluetooth", "camera"),
        *("audio_record", "installed_apps"),
    }


def test_entries_are_called_as_the_package(laid_out: Path) -> None:
    assert [path.name for path in (laid_out / "applications").iterdir()] == [f"{STORE_ID}.desktop"]
    assert [path.name for path in (laid_out / "mime/packages").iterdir()] == [f"{STORE_ID}.xml"]
    entry = (laid_out / f"applications/{STORE_ID}.desktop").read_text(encoding="utf-8").splitlines()
    assert f"Exec={PROGRAM} %f" in entry
    assert f"Icon={STORE_ID}" in entry
    assert not [line for line in entry if "@" in line]


def test_its_icon_is_there_in_every_size_that_the_stores_name(laid_out: Path) -> None:
    hicolor = laid_out / "icons/hicolor"
    for size in (16, 24, 32, 48, 128, 256, 512):
        assert (hicolor / f"{size}x{size}/apps/{STORE_ID}.png").is_file()
    assert (hicolor / f"scalable/apps/{STORE_ID}.svg").is_file()


def test_the_sums_are_those_that_md5sum_reads(tmp_path: Path) -> None:
    (tmp_path / "opt").mkdir()
    (tmp_path / "opt/台账").write_bytes(b"abc")
    (tmp_path / "opt/link").symlink_to("台账")
    (tmp_path / "DEBIAN").mkdir()
    (tmp_path / "DEBIAN/control").write_bytes(b"")
    assert sums(tmp_path) == "900150983cd24fb0d6963f7d28e17f72  opt/台账\n"  # RFC 1321
