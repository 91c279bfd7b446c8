"""Blocks on the clipboard: from Excel, WPS, LibreOffice, Word and web pages, with their pages and as text."""

from __future__ import annotations

import pytest

from app.errors import Refused
from app.exchange.delimited import pasted
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.office import Office
from app.subjects.members.register import MEMBERS

EXCEL = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta charset=utf-8><meta name=Generator content="Microsoft Excel 15">
<style><!--table {mso-displayed-decimal-separator:"\\.";} .xl65 {mso-number-format:"\\@";} --></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=288><!--StartFragment-->
 <col width=72><col class=xl65 width=144 style='mso-width-source:userset'>
 <col width=72 style='display:none'>
 <tr height=19><td height=19 width=72>姓名</td><td class=xl65 width=144>证件号码</td><td>序</td>
  <td>工作单位</td></tr>
 <tr height=19 style='display:none'><td height=19>张三</td><td class=xl65>310104197504160311</td><td>1</td>
  <td rowspan=2 height=38>上海泰祥电器
  有限公司</td></tr>
 <tr height=19><td height=19>李<span style='mso-spacerun:yes'>&nbsp; </span>四</td>
  <td class=xl65>"引号开头</td><td>2</td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr><![endif]>
<!--EndFragment--></table></body></html>"""
WORD = """<html><body><!--StartFragment--><table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'>
<td width=100 valign=top><p class=MsoNormal><span lang=EN-US>姓名<o:p></o:p></span></p></td>
<td><p class=MsoNormal>备注</p></td></tr><tr><td><p class=MsoNormal>张三</p></td>
<td><p class=MsoNormal>第一段</p><p class=MsoNormal>第二段<s style='mso-hide:all'>看不见</s></p></td>
</tr></table>
<!--EndFragment--></body></html>"""
LIBRE = """<html><head><meta name="generator" content="LibreOffice 7.4"></head><body><table cellspacing="0">
<colgroup span="2" width="85"></colgroup><tr><td align="left">姓名</td><td>卡号</td></tr>
<tr><td align="left">张三</td><td align="right" sdval="622202123456" sdnum="2052;">6.22202E+011</td></tr>
<tr><td>李四</td><td sdval="40610" sdnum="2052;0;YYYY-MM-DD">2011-03-08</td></tr></table></body></html>"""
PAGE = """<div><table><tr><td>首页</td><td><table><thead><tr><th>姓名<th>性别</tr></thead>
<tbody><tr><td>张三<td>男<tr><td>李四<td><span style="display: none">2</span>女</tbody></table>
</td></tr></table>
<script>var a = "<td>x</td>";</script></div>"""


def of_page(html: str) -> Sheet:
    return pasted("", html)


def test_a_block_of_excel_comes_in_whole() -> None:
    """Hidden rows and columns too; a merged cell is the value of each row; text is as it stands."""
    sheet = of_page(EXCEL)
    assert sheet.rows[:3] == [
        ["姓名", "证件号码", "序", "工作单位"],
        ["张三", "310104197504160311", "1", "上海泰祥电器有限公司"],
        ["李 四", '"引号开头', "2", "上海泰祥电器有限公司"],
    ]
    assert (set(sheet.hidden), 1 in sheet.hidden_rows, len(sheet.rows)) == ({2}, True, 3)


def test_paragraphs_of_a_cell_of_word_are_its_lines() -> None:
    assert of_page(WORD).rows == [["姓名", "备注"], ["张三", "第一段\n第二段"]]


def test_a_number_shown_short_is_taken_whole_and_a_date_as_shown() -> None:
    assert [row[1] for row in of_page(LIBRE).rows] == ["卡号", "622202123456", "2011-03-08"]


def test_the_table_inside_a_page_is_read_not_the_one_around_it() -> None:
    assert of_page(PAGE).rows == [["姓名", "性别"], ["张三", "男"], ["李四", "女"]]


def test_headings_merged_in_two_rows_are_known(office: Office) -> None:
    html = """<table><tr><td rowspan=2>姓名</td><td colspan=2>联系方式</td></tr>
    <tr><td>手机</td><td>邮箱</td></tr>
    <tr><td>张三</td><td>13800138000</td><td>a@b.c</td></tr></table>"""
    heading = ImportSession.of(MEMBERS, of_page(html)).columns.heading
    assert heading.whole == ("姓名", "联系方式/手机", "联系方式/邮箱")


def test_two_tables_stand_one_below_the_other() -> None:
    one, other = (f"<table><tr><td>{name}</td></tr></table>" for name in ("张三", "李四"))
    html = f"<table><tr><td>姓名</td></tr></table>{one}<p>续</p>{other}"
    assert of_page(html).rows == [["姓名"], ["张三"], ["李四"]]


def test_a_failed_formula_is_told() -> None:
    html = "<table><tr><td>姓名</td><td>民族</td></tr><tr><td>张三</td><td>#N/A</td></tr></table>"
    assert "公式出错" in of_page(html).errors[1, 1]


def test_what_a_narrow_column_does_not_show_is_not_taken() -> None:
    assert "列太窄" in pasted("姓名\t备注\n张三\t#####\n").errors[1, 1]


def test_a_hidden_part_of_a_table_is_there_and_told() -> None:
    rows = [f"<tr><td>{name}</td></tr>" for name in ("姓名", "张三", "李四")]
    body = f"<tbody style='display:none'>{rows[1]}</tbody><tbody>{rows[2]}</tbody>"
    sheet = of_page(f"<table><thead>{rows[0]}</thead>{body}</table>")
    assert (sheet.rows, set(sheet.hidden_rows)) == ([["姓名"], ["张三"], ["李四"]], {1})


def test_a_page_without_a_table_leaves_it_to_the_text() -> None:
    assert pasted("姓名\t性别\n张三\t男", "<p>姓名 性别</p>").rows == [["姓名", "性别"], ["张三", "男"]]


def test_rows_that_the_page_leaves_out_are_taken_from_the_text() -> None:
    """LibreOffice leaves hidden rows out of the page."""
    page = "<table><tr><td>姓名</td><td>性别</td></tr><tr><td>张三</td><td>男</td></tr></table>"
    assert len(pasted("姓名\t性别\n李四\t女\n张三\t男\n", page).rows) == 3


def test_lines_of_a_cell_of_word_are_no_rows_of_the_text() -> None:
    assert len(pasted("姓名\t备注\n张三\t第一段\n第二段\n", WORD).rows) == 2


@pytest.mark.parametrize("cell", ['"引', '"好"', '"甲"乙', '""', '引"'])
def test_a_cell_that_begins_with_a_quotation_mark_stays_as_it_is(cell: str) -> None:
    block = f"姓名\t备注\r\n张三\t{cell}\r\n李四\t{cell}\r\n"
    assert [row[1] for row in pasted(block).rows] == ["备注", cell, cell]


def test_a_line_break_in_a_cell_stands_between_quotation_marks() -> None:
    block = '姓名\t备注\r\n张三\t"一\n二""三"""\r\n"李\n四"\t五\r\n'
    assert pasted(block).rows == [["姓名", "备注"], ["张三", '一\n二"三"'], ["李\n四", "五"]]


def test_quotation_marks_of_two_rows_are_no_pair() -> None:
    """Every row of a block has as many cells: read as one cell, the middle would be short."""
    assert pasted('备注\t姓名\n一\t"张三\n二"\t李四\n').rows == [
        ["备注", "姓名"],
        ["一", '"张三'],
        ['二"', "李四"],
    ]


@pytest.mark.parametrize(
    ("text", "html"), [("", ""), (" \n\t\n", ""), ("", "<table><tr><td></td></tr></table>")]
)
def test_nothing_on_the_clipboard_is_said(text: str, html: str) -> None:
    with pytest.raises(Refused, match="没有可粘贴的内容"):
        pasted(text, html)


def test_a_small_table_in_a_cell_of_a_list_is_the_text_of_that_cell() -> None:
    """A page places its list in a table; a list with a table in a cell is a list all the same."""
    page = (
        "<table><tr><td>姓名<td>备注<tr><td>张三<td>家属：<table><tr><td>李红<td>妻<tr><td>张小<td>子"
        "</table><tr><td>李四<td>无</table>"
    )
    assert of_page(page).rows == [["姓名", "备注"], ["张三", "家属：\n李红 妻\n张小 子"], ["李四", "无"]]


def test_of_a_table_in_a_cell_no_word_outside_it_is_lost() -> None:
    page = "<table><tr><td>姓名<td>备注<tr><td>张三<td><table><tr><td>内</td></tr></table></table>"
    assert of_page(page).rows == [["姓名", "备注"], ["张三", "内"]]
