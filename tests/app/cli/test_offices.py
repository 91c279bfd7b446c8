"""Commands that make an office and say which registers it has."""

from __future__ import annotations

from pathlib import Path

from app.office import open_office
from app.registry import registers
from tests.helpers.commands import Told, in_office


def test_a_new_office_is_made_and_bears_its_name(done: Told, tmp_path: Path) -> None:
    path = tmp_path / "新.union"
    assert done("new", path, "--name", "泰祥社区工会", "--code", "ty") == f"已新建台账“{path}”。"
    assert in_office(path, lambda: open_office(path, read_only=True).name) == "泰祥社区工会"


def test_registers_are_told_with_their_fields_and_headings(done: Told) -> None:
    lines = done("registers").splitlines()
    assert [line.split("\t")[0] for line in lines if not line.startswith(" ")] == [
        one.key for one in registers()
    ]
    assert "members\t会员" in lines
    assert "    id_number\t证件号码 *" in lines
    assert "    remark\t备注" in lines
