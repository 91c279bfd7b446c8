"""The rows an import refused, as a workbook like the original, with the reasons beside them."""

from __future__ import annotations

from pathlib import Path

from app.errors import Refused
from app.exchange.reading import read_rows
from app.exchange.taking_in import Report


def write_rejects(book: Path, report: Report, target: Path) -> None:
    """Write the wrong rows of a workbook and what is wrong with each; raises Refused."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    rows = read_rows(book)
    reasons: dict[int, list[str]] = {}
    for problem in report.problems:
        reasons.setdefault(problem.row, []).append(f"{problem.heading}：{problem.sentence}".lstrip("："))
    out = Workbook(str(target), {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = out.add_worksheet("有误的行")
    red, text = out.add_format({"font_color": "#A3201B"}), out.add_format({"num_format": "@"})
    width = max(map(len, rows))
    for line, number in enumerate([report.heading, *sorted(reasons)]):
        for column, cell in enumerate(rows[number - 1]):
            sheet.write_string(line, column, cell, text)
        sheet.write_string(line, width, "；".join(reasons.get(number, ["有误的原因"])), red)
    sheet.set_column(width, width, 60)
    try:
        out.close()
    except FileCreateError as error:
        raise Refused(f"不能写入“{target}”，请检查文件是否正被打开、磁盘是否已满。") from error
