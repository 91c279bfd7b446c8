"""What stands beside the records of a workbook, in words: sheets, hidden rows, sums, notes, examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from app.exchange.heading import LEFT
from app.exchange.mapping import rows_above
from app.exchange.marks import column_letters
from app.exchange.open_days import has_open_days, year_of, years_of_parts
from app.exchange.rows import State
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.fields import DateField
from app.rules.dates import tells_hour

_HOUR_SIGNS = frozenset(":：时点")  # of which one stands in every hour
_MOST_NUMBERED = 30  # rows told by their numbers


def sheets_told(sheet: Sheet, counts: Mapping[str, int] | None = None) -> Iterator[str]:
    """Say which sheets of a workbook were read, with their rows where counted, and which were not."""
    if sheet.parts:
        named = (f"“{part.name}”{f'{counts[part.name]} 行' if counts else ''}" for part in sheet.parts)
        yield f"一起读入 {len(sheet.parts)} 张工作表：{'、'.join(named)}"
    elif sheet.others:
        yield f"读入工作表“{sheet.name}”"
    if sheet.others:
        yield f"没有读入的工作表：{'、'.join(sheet.others)}"


def asides(session: ImportSession) -> list[str]:
    """Say, a sentence each, which sheets and rows were taken without being asked for, and which were not."""
    return list(_asides(session))


def _asides(session: ImportSession) -> Iterator[str]:
    sheet = session.sheet
    yield from _as_read(session)
    if guessed := list(_guessed(session)):
        yield f"这些列按相近的名称或内容认出，请核对：{'、'.join(guessed)}"
    yield from _years(session)
    yield from _gone(session)
    if session.usual:
        yield f"表中没有写，按通常情况登记，请核对：{'、'.join(session.usual)}"
    taken = (row for row in session.rows if row.state is not State.REFUSED)
    if lacks := Counter(label for row in taken for label in row.lacks):
        numbers = "、".join(f"{label} {number} 条" for label, number in lacks.items())
        yield f"缺这些内容，按资料不全登记：{numbers}"
    if above := list(filter(None, (sheet.said(rows_above(sheet, session.columns)), *sheet.above))):
        yield f"表头上面的行没有导入，是记录的请移到表头下面：{'，'.join(above)}"
    if session.totals_rows:
        yield f"合计、签名等行没有导入：{sheet.said(session.totals_rows)}"
    if len(session.notes) > _MOST_NUMBERED:
        yield f"另有 {len(session.notes) - _MOST_NUMBERED} 行说明没有导入"
    for number, words in session.notes[:_MOST_NUMBERED]:
        yield f"{sheet.said([number])}是说明，没有导入：{words}"
    if session.examples:
        yield f"示例行没有导入：{sheet.said(session.examples)}"


def _as_read(session: ImportSession) -> Iterator[str]:
    """Say what of the sheet is seen otherwise than it is read: sheets, rows and columns, days, dittos."""
    sheet, columns = session.sheet, session.columns
    places = (sheet.place(row.number) for row in session.rows) if sheet.parts else ()
    yield from sheets_told(sheet, Counter(name for name, _ in places))
    if hidden := _rows_among(session, sheet.hidden_rows):
        yield f"隐藏或筛选掉的行也在内：{hidden}"
    names = enumerate(columns.heading.whole)
    unseen = [name for at, name in names if name and at in sheet.hidden and at not in columns.chosen]
    if unseen:
        yield f"隐藏的列没有导入：{'、'.join(unseen)}"
    if unnamed := list(_unnamed(session)):
        yield f"这些列没有标题，没有导入：{'、'.join(unnamed)}"
    yield from sheet.joined
    if hours := [columns.heading.whole[column] for column in _with_hours(session)]:
        yield f"{''.join(f'“{name}”' for name in hours)}中的钟点没有导入，只取日期"
    if dittos := _rows_among(session, sheet.dittos):
        yield f"“〃”“同上”读作上一行的内容：{dittos}"


def _unnamed(session: ImportSession) -> Iterator[str]:
    """Yield the letters of the columns that say something of records, but have no heading."""
    columns = session.columns
    for column, name in enumerate(columns.heading.whole):
        cells = (row.cells[column] for row in session.rows if column < len(row.cells))
        is_left_out = not name and column not in columns.chosen and column not in columns.helping
        if is_left_out and any(map(str.strip, cells)):
            yield f"{column_letters(column)}列"


def _with_hours(session: ImportSession) -> Iterator[int]:
    """Yield the columns of days in which hours stand, too."""
    rows = session.sheet.rows[session.columns.heading.last :]
    for column, target in session.columns.chosen.items():
        if isinstance(target.field, DateField):
            cells = (row[column] for row in rows if column < len(row))
            if any(tells_hour(cell) for cell in cells if not _HOUR_SIGNS.isdisjoint(cell)):
                yield column


def _rows_among(session: ImportSession, places: Collection[int]) -> str:
    """Name the rows of the session that are among these, counted from 0; empty where none is."""
    numbers = [row.number for row in session.rows if row.number - 1 in places]
    more = f"等 {len(numbers)} 行" if len(numbers) > _MOST_NUMBERED else ""
    return session.sheet.said(numbers[:_MOST_NUMBERED]) + more


def _years(session: ImportSession) -> Iterator[str]:
    """Say of which year days are that are written without one."""
    sheet, columns = session.sheet, session.columns
    for column in sorted(columns.helping):
        yield f"没有写年份的日期按“{columns.heading.whole[column]}”列读"
    if columns.helping or not has_open_days(sheet, columns):
        return
    if year := session.options.year or year_of(sheet, columns.heading):
        yield f"没有写年份的日期读作 {year} 年，请核对"
    elif years := years_of_parts(sheet):
        told = "，".join(f"“{name}”读作 {own} 年" for name, own in years.items())
        yield f"没有写年份的日期，{told}，请核对"


def _gone(session: ImportSession) -> Iterator[str]:
    """Say that a list tells of people who left, though nothing in it says in which state they are."""
    register, columns = session.register, session.columns
    told = [target.field for target in columns.chosen.values() if target.is_own]
    given = session.options.given
    if register.course is None or register.status is None or register.status.name in given:
        return
    left = [name for name in columns.unknown if LEFT.search(name)]
    if left and not any(field is register.status for field in told):
        names = "".join(f"“{name}”" for name in left)
        label = register.status.label
        yield f"{names}没有用到：已不在的人，请加上“{label}”一列写明，否则都作为在的登记"


def _guessed(session: ImportSession) -> Iterator[str]:
    """Yield the columns that no name of a field heads, each with the field it fills."""
    columns = session.columns
    for column, target in columns.chosen.items():
        if columns.how[column] in ("相近", "内容"):
            yield f"“{columns.heading.whole[column]}”为“{target.label}”"
