"""A register proposed from a workbook: all rows are looked at, no cell is lost, what is doubtful is words."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from app.errors import Invalid, Refused
from app.exchange.describing import Proposal, Proposed, propose
from app.exchange.taking_up import Taken, take_up
from app.fields import DateField, Described, QuantityField
from app.office import Office
from app.rules.text import tidy
from tests.factories.described_books import Cell, Rows, lent, served, visited, write_book
from tests.factories.people import make_enterprise

pytestmark = pytest.mark.usefixtures("office")


def _proposed(folder: Path, rows: Rows, name: str = "新表") -> Proposal:
    return propose(write_book(folder / f"{name}.xlsx", rows))


def _column(folder: Path, heading: str, *cells: Cell) -> Proposed:
    """Propose from a workbook of a name and one column beside it."""
    rows = [("联系人", heading), *(("王芳", cell) for cell in cells)]
    return _proposed(folder, rows).columns[1]


def _kinds(proposal: Proposal) -> dict[str, str]:
    return {column.field.label: column.field.kind for column in proposal.columns}


def test_books_lent_become_a_register(tmp_path: Path) -> None:
    proposal = _proposed(tmp_path, lent())
    assert proposal.description.title == "图书借阅"
    assert _kinds(proposal) == {
        "书名": "text",
        "索书号": "text",
        "借书人": "person",
        "身份证号": "identity",
        "联系电话": "mobile",
        "借出日期": "date",
        "应还日期": "date",
        "归还日期": "date",
        "册数": "count",
        "押金": "money",
        "备注": "text",
    }
    due = next(field for field in proposal.description.fields if field.label == "应还日期")
    back = next(field for field in proposal.description.fields if field.label == "归还日期")
    assert (due.remind, due.until) == (7, back.column)
    assert [field.label for field in proposal.description.fields if field.required] == ["借书人", "借出日期"]
    assert proposal.doubtful == []
    assert proposal.told == ("“序号”只是行号，没有建字段",)


def test_hours_of_service_become_a_register(tmp_path: Path) -> None:
    proposal = _proposed(tmp_path, served(), "志愿服务台账")
    assert proposal.description.title == "志愿服务"
    kinds = _kinds(proposal)
    assert (kinds["姓名"], kinds["性别"], kinds["服务类别"]) == ("person", "choice", "choice")
    assert [field.unit for field in proposal.description.fields if field.kind == "quantity"] == ["小时"]


def test_visits_of_stations_become_a_register(tmp_path: Path) -> None:
    kinds = _kinds(_proposed(tmp_path, visited()))
    assert kinds == {
        "驿站编号": "text",
        "驿站名称": "text",
        "日期": "date",
        "接待人次": "count",
        "主要服务": "choice",
        "值守人员": "person",
    }


@pytest.mark.parametrize(
    ("heading", "cells", "kind"),
    [
        ("工位", ("0012", "0034", "0107"), "text"),
        ("房号", (101, 102, 203), "text"),
        ("服务器", ("1-2", "3-4", "10-11"), "text"),
        ("版本", ("2011.3", "2011.4", "2012.1"), "text"),
        ("借出", ("2011-3-8", "2011年4月1日", "2011.5.6"), "date"),
        ("日期", ("20110308", "20110401", "20110506"), "date"),
        ("批次", ("20110308", "20110401", "20110506"), "count"),
        ("年月", ("2011-03", "2011年4月", "2011"), "month"),
        ("人数", (3, 12, 1_200), "count"),
        ("工时", (1.5, 2, 3.25), "quantity"),
        ("时长", ("2小时", "3小时", "4小时"), "quantity"),
        ("捐款", ("1200.50", "¥300", "20元"), "money"),
        ("手机", ("13800138000", "13900139000", "13700137000"), "mobile"),
        ("电话", ("021-64000000", "13900139000", "64001234"), "phone"),
        ("情况", ("长" * 90, "好", "一般"), "notes"),
        ("情况", ("第一行\n第二行", "好", "一般"), "notes"),
        ("赔偿金额（万元）", ("0.50", "1.20", "3"), "quantity"),
        ("余额", (1000.5, 2000.25, 17), "money"),
        ("名额", (10, 12, 7), "count"),
        ("器材数量", ("2个", "1副", "3个"), "text"),
        ("是否带家属", ("是", "否", "是", "否"), "choice"),
        ("荣誉称号", ("市劳模", "省劳模", "市劳模", "省劳模", "市劳模", "市劳模"), "choice"),
        ("星期", ("星期一", "星期二", "星期一", "星期二", "星期一", "星期二"), "choice"),
        ("整改率", ("25%", "50%", "25%", "50%", "25%", "25%"), "text"),
        ("司机", ("王芳", "李明", "王芳", "李明", "王芳", "李明"), "person"),
        ("困难职工", ("王芳", "李明", "张伟"), "person"),
        ("领队", ("王芳", "李明", "张伟"), "person"),
        ("站长", ("王芳", "李明", "张伟"), "person"),
        ("借出", ("2011-3-8", "2011-04-01 0:00:00", "2011-05-06T00:00:00"), "date"),
        ("借出", ("2011-3-8 14:00", "2011-4-1 9:30", "2011-5-6 16:00"), "text"),
        ("分机", ("8001", "8002", "8003"), "text"),
        ("其中：个人自付", (800, 1200, 600), "money"),
        ("服务项目", ("饮水", "充电", "饮水", "充电", "饮水", "饮水"), "choice"),
        ("项目", ("舞蹈队", "合唱队", "舞蹈队", "合唱队", "舞蹈队", "舞蹈队"), "text"),
        ("孕期/哺乳期", ("孕期", "哺乳期", "孕期", "哺乳期", "孕期", "孕期"), "choice"),
        ("值班记录", ("无异常", "停电", "无异常", "停电", "无异常", "无异常"), "text"),
    ],
)
def test_the_narrowest_kind_that_holds_every_value_is_proposed(
    tmp_path: Path, heading: str, cells: tuple[Cell, ...], kind: str
) -> None:
    assert _column(tmp_path, heading, *cells).field.kind == kind


def test_a_unit_that_is_not_the_yuan_stays_with_its_numbers(tmp_path: Path) -> None:
    field = _column(tmp_path, "赔偿金额（万元）", "0.50", "1.20").field
    assert (field.label, field.unit) == ("赔偿金额", "万元")


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("2024年6月职工食堂用餐登记", "职工食堂用餐登记"),
        ("（二）食堂用餐登记", "食堂用餐登记"),
        ("填表说明：每月5日前上报，勿改格式", "餐券发放"),
        ("日期：2024年5月8日   地点：三楼", "餐券发放"),
    ],
)
def test_a_note_above_the_heading_is_no_title(tmp_path: Path, above: str, title: str) -> None:
    rows = [(above,), ("姓名", "餐别"), *(("王芳", word) for word in ("早餐", "午餐"))]
    assert _proposed(tmp_path, rows, "餐券发放表").description.title == title


@pytest.mark.parametrize(
    "second",
    [
        [(), ("二、还书登记",), ("还书人", "归还日期"), ("李明", "2024-4-1"), ("王芳", "2024-4-2")],
        [(), ("书名", "是否损坏"), ("活着", "否"), ("围城", "否")],
    ],
    ids=["under a title of its own", "some of whose columns are called alike"],
)
def test_a_second_table_below_the_first_is_told_and_not_taken_for_records(
    tmp_path: Path, second: Rows
) -> None:
    lent_out = [("王芳", "活着", date(2024, 3, day)) for day in range(1, 6)]
    proposal = _proposed(tmp_path, [("借书人", "书名", "借出日期"), *lent_out, *second])
    assert _kinds(proposal) == {"借书人": "person", "书名": "text", "借出日期": "date"}
    (told,) = proposal.told
    assert "行起是另一张表，2 行没有读" in told
    assert take_up(proposal, proposal.description).rows == len(lent_out)


def test_a_record_without_digits_behind_an_empty_row_is_a_record(tmp_path: Path) -> None:
    rows = [("姓名", "特长"), ("王芳", "书法"), (), ("李明", "摄影")]
    assert _proposed(tmp_path, rows).rows == 2


@pytest.mark.parametrize(
    ("first", "unit"), [("书名", "条"), ("姓名", "人次")], ids=["a book with its reader", "a person"]
)
def test_what_begins_with_a_person_is_counted_in_people(tmp_path: Path, first: str, unit: str) -> None:
    rows = [(first, "借出日期", "借书人"), *((name, "2011-3-8", "李明") for name in ("王芳", "活着"))]
    assert _proposed(tmp_path, rows).description.unit == unit


def test_what_would_not_fit_is_told_and_the_column_stays_words(tmp_path: Path) -> None:
    column = _column(tmp_path, "借出日期", *(date(2011, 3, day) for day in range(1, 29)), "三月底")
    assert (column.field.kind, column.held.sure) == ("text", False)
    assert column.held.misfits == ("三月底",)
    assert "1 格不是" in column.held.why


def test_the_last_of_many_rows_is_looked_at(tmp_path: Path) -> None:
    column = _column(tmp_path, "人数", *range(1, 3_000), "若干")
    assert column.field.kind == "text"
    assert column.held.misfits == ("若干",)


def test_a_number_of_an_identity_card_that_is_wrong_makes_words_of_the_column(tmp_path: Path) -> None:
    column = _column(tmp_path, "身份证号", *["11010519491231002X"] * 4, "310104198005061234")
    assert (column.field.kind, column.held.misfits) == ("text", ("310104198005061234",))


def test_a_column_of_known_units_is_linked(tmp_path: Path) -> None:
    for name in ("泰祥物业有限公司", "东方纸业有限公司"):
        make_enterprise(name=name)
    column = _column(tmp_path, "所属单位", *["泰祥物业有限公司", "东方纸业有限公司"] * 3)
    assert (column.field.kind, column.field.to, column.held.sure) == ("reference", "unions.enterprises", True)
    taken = take_up(proposal := _proposed(tmp_path, [("单位",), ("泰祥物业有限公司",)]), proposal.description)
    (record,) = taken.opened.own.register.record.select()
    assert record.__data__["c1_unit"] is not None


def test_groups_above_names_tell_like_headings_apart(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    book = Workbook(tmp_path / "两层.xlsx")
    page = book.add_worksheet()
    page.write_string(0, 0, "姓名")
    page.merge_range(0, 1, 0, 2, "上半年")
    page.merge_range(0, 3, 0, 4, "下半年")
    page.write_row(1, 1, ("人次", "备注", "人次", "备注"))
    page.write_row(2, 0, ("王芳", 3, "好", 5, "好"))
    book.close()
    labels = [column.field.label for column in propose(tmp_path / "两层.xlsx").columns]
    assert labels == ["姓名", "上半年人次", "上半年备注", "下半年人次", "下半年备注"]


def test_a_sheet_without_a_heading_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="没有找到表头"):
        _proposed(tmp_path, [(1, 2, 3), (4, 5, 6)])


def _said(field: Described, value: object) -> str:
    return field.format(value)


def _plain(text: str) -> str:
    """Return what a cell says, in whichever way it is written; zeros in front are said, too."""
    if not text or text.startswith("00"):
        return text
    for kind in (DateField("日"), QuantityField("数")):
        with suppress(Invalid):
            return str(kind.parse(text))
    return "".join(tidy(text).split())


def test_a_day_without_its_year_is_told_with_its_row(tmp_path: Path) -> None:
    """Whoever calls the column days all the same reads which row has to be written whole."""
    rows = [("姓名", "日期"), *(("王芳", f"2011-3-{day}") for day in range(1, 4)), ("李明", "3月6日")]
    proposal = _proposed(tmp_path, rows)
    as_days = replace(proposal.columns[1].field, kind="date")
    taken = take_up(proposal, proposal.description.with_field(as_days))
    assert taken.rows == 3
    assert taken.sentence == "已导入 3 行。第 5 行“日期”：没有写是哪一年，请写全，例如 2011-3-9。"


@pytest.mark.parametrize(
    ("title", "kind"),
    [("2011年7月送清凉走访记录", "date"), ("送清凉走访记录", "text")],
    ids=["of a year that the sheet names", "of no year that is named"],
)
def test_days_without_their_year_are_days_where_the_sheet_says_which(
    tmp_path: Path, title: str, kind: str
) -> None:
    days = [(f"工地{at}", f"7月{at}日") for at in (1, 2, 3)]
    proposal = _proposed(tmp_path, [(title,), ("点位", "走访日期"), *days])
    assert proposal.columns[1].field.kind == kind
    taken = take_up(proposal, proposal.description)
    kept = [record.__data__["c2"] for record in taken.opened.own.register.record.select()]
    wanted = [date(2011, 7, at) for at in (1, 2, 3)] if kind == "date" else [day for _, day in days]
    assert kept == wanted


@pytest.mark.parametrize("seed", range(3))
def test_no_cell_is_lost(tmp_path: Path, seed: int) -> None:
    """Every cell of a book of odd cells is in the register as it was said, or is told."""
    random = Random(seed)
    odd = ("0012", "3E5", "2011-3-8", "1.50", "是", "—", "王芳", "二〇一一年", "a" * 150, "12人", "=1", "无")
    rows = [[f"栏{n}" for n in range(8)]]
    rows += [[random.choice(odd) for _ in range(8)] for _ in range(40)]
    proposal = _proposed(tmp_path, rows)
    taken = take_up(proposal, proposal.description)
    register = taken.opened.own.register
    fields = [register.record.described()[column.field.column] for column in proposal.columns]
    kept = [
        [_plain(_said(field, getattr(record, field.name))) for field in fields]
        for record in register.record.select().order_by(register.record.id)
    ]
    meant = [["" if cell in ("—", "无") else _plain(cell) for cell in row] for row in rows[1:]]
    assert kept == meant
    assert _left_open(proposal) == sum(cell in ("—", "无") for row in rows[1:] for cell in row)
    assert not taken.problems


def _left_open(proposal: Proposal) -> int:
    return sum(column.held.left_open for column in proposal.columns)


def test_what_is_no_record_is_told(office: Office, tmp_path: Path) -> None:
    proposal = _proposed(tmp_path, lent())
    taken: Taken = take_up(proposal, proposal.description)
    assert taken.rows == 24
    assert taken.notes == ["第 27、28 行是合计或签名，没有登记"]


def test_several_in_a_cell_are_no_choice(tmp_path: Path) -> None:
    column = _column(tmp_path, "爱好类别", *["书法、棋类", "书法", "棋类"] * 4)
    assert column.field.kind == "text"


def test_days_of_which_the_sheet_shows_less_are_days(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    book = Workbook(tmp_path / "短日期.xlsx")
    page = book.add_worksheet()
    page.write_row(0, 0, ("姓名", "借出"))
    short = book.add_format({"num_format": 'm"月"d"日"'})
    for at in (1, 2, 3):
        page.write_string(at, 0, "王芳")
        page.write_datetime(at, 1, date(2011, 3, at), short)
    book.close()
    proposal = propose(tmp_path / "短日期.xlsx")
    assert proposal.columns[1].field.kind == "date"
    taken = take_up(proposal, proposal.description)
    days = [record.__data__["c2"] for record in taken.opened.own.register.record.select()]
    assert days == [date(2011, 3, 1), date(2011, 3, 2), date(2011, 3, 3)]
