"""The rows an import refused, as a workbook like the original, with the reasons beside them."""

from __future__ import annotations

from pathlib import Path

from app.errors import Refused
from app.exchange.reading import read_rows
from app.exchange.taking_in import Report
from app.target import written_whole


def write_rejects(book: Path, report: Report, target: Path) -> None:
    """Write the wrong rows of a workbook and what is wrong with each; raises Refused."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    if target.exists() and target.samefile(book):
        raise Refused(f"“{target.name}”就是要导入的表格，不能覆盖它，请换一个文件名。")
    rows = read_rows(book)
    reasons: dict[int, list[str]] = {}
    for problem in report.problems:
        reasons.setdefault(problem.row, []).append(f"{problem.heading}：{problem.sentence}".lstrip("："))
    with written_whole(target, ".xlsx") as unfinished:
        out = Workbook(str(unfinished), {"strings_to_formulas": False, "strings_to_urls": False})
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
            raise OSError(str(error)) from error
