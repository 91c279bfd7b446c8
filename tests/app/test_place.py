from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from app.place import doubt, kind_of_mount, synchronised_by

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/office /home/li/share cifs rw 0 0
/dev/sdb1 /media/li/U\\040盘 vfat rw 0 0
/dev/sdc1 /boot/efi vfat rw 0 0
server:/export /srv/nfs nfs4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/li/泰祥.union", None),
        ("/home/li/share/泰祥.union", "share"),
        ("/home/li/shared/泰祥.union", None),
        ("/srv/nfs/a/泰祥.union", "share"),
        ("/media/li/U 盘/泰祥.union", "stick"),
        ("/boot/efi/泰祥.union", None),
    ],
)
def test_the_mount_tells_shares_and_sticks_from_local_disks(path: str, kind: str | None) -> None:
    assert kind_of_mount(PurePosixPath(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (r"C:\Users\li\OneDrive - 街道\泰祥.union", "OneDrive"),
        (r"D:\坚果云\工会\泰祥.union", "坚果云"),
        (r"D:\工会\OneDrive.union", None),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(path: str, service: str | None) -> None:
    assert synchronised_by(PureWindowsPath(path)) == service


def test_the_doubt_says_what_to_do(tmp_path: Path) -> None:
    sentence = doubt(tmp_path / "Dropbox" / "泰祥.union")
    assert sentence is not None
    assert "Dropbox" in sentence
    assert "本机另存一份" in sentence


def test_a_local_folder_raises_no_doubt(tmp_path: Path) -> None:
    assert doubt(tmp_path / "泰祥.union") is None
