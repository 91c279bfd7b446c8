"""Text files as other systems export them, and blocks from the clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import Refused
from app.exchange.delimited import pasted
from app.exchange.reading import read_rows, sheet_names

ROWS = [["姓名", "身份证号"], ["张三", "310104196102020039"], ["李四", "31010419620303005X"]]


def text(separator: str, end: str = "\n") -> str:
    return "".join(separator.join(row) + end for row in ROWS)


def read(path: Path, content: str, encoding: str = "utf-8") -> list[list[str]]:
    path.write_bytes(content.encode(encoding))
    return read_rows(path)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_cells_and_lines_end_in_any_way_of_any_system(separator: str, end: str, tmp_path: Path) -> None:
    assert read(tmp_path / "a.csv", text(separator, end)) == ROWS


def test_a_file_may_name_its_separator_for_excel(tmp_path: Path) -> None:
    assert read(tmp_path / "a.csv", "sep=;\n" + text(";")) == ROWS


def test_a_number_kept_as_a_formula_is_its_text(tmp_path: Path) -> None:
    kept = '姓名,身份证号\n张三,"=""310104196102020039"""\n李四,="31010419620303005X"\n'
    assert read(tmp_path / "a.csv", kept) == ROWS


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8"])
@pytest.mark.parametrize("name", ["a.xls", "a.xlsx"])
def test_text_with_tabs_that_is_called_a_workbook_is_read(name: str, encoding: str, tmp_path: Path) -> None:
    assert read(tmp_path / name, text("\t", "\r\n"), encoding) == ROWS
    assert sheet_names(tmp_path / name) == []


def test_a_title_above_text_with_tabs_is_no_reason_to_refuse_it(tmp_path: Path) -> None:
    assert read(tmp_path / "a.xls", "会员\u3000花名册\n" + text("\t"), "gb18030")[1:] == ROWS


def test_bytes_with_tabs_among_them_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(b"\x01\t\x02\t\x03\n" * 10)
    with pytest.raises(Refused, match="打不开"):
        read_rows(tmp_path / "a.xls")


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('"东方"公司,张三', ['"东方"公司', "张三"]),
        ('"东方,张三', ['"东方', "张三"]),
        ('"东,方",张三', ["东,方", "张三"]),
        ('"他说""好""",张三', ['他说"好"', "张三"]),
        ('说"好",张三', ['说"好"', "张三"]),
    ],
)
def test_a_quotation_mark_at_the_beginning_may_be_part_of_a_cell(
    line: str, cells: list[str], tmp_path: Path
) -> None:
    assert read(tmp_path / "a.csv", f"单位,姓名\n{line}\n王五,赵六\n") == [
        ["单位", "姓名"],
        cells,
        ["王五", "赵六"],
    ]


def test_a_break_inside_a_quoted_cell_stays(tmp_path: Path) -> None:
    assert read(tmp_path / "a.csv", '姓名,备注\r\n张三,"一\r\n二"\r\n')[1] == ["张三", "一\n二"]


def test_a_quotation_mark_on_the_clipboard_spoils_no_other_cell() -> None:
    assert pasted('"东方"公司\t张三\r\n"未完\t李四\r\n').rows == [['"东方"公司', "张三"], ['"未完', "李四"]]
