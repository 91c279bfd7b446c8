"""Cross tables: cells, margins, and the records of a cell."""

from __future__ import annotations

from dataclasses import replace

from app.figures.crosses import Cross
from app.figures.measures import distinct
from app.figures.splits import by
from app.office import Office
from app.rules import periods
from app.subjects.disputes import figures as disputes
from app.subjects.disputes.cases.records import DisputeCase
from tests.factories.disputes import make_case

Y2011 = periods.year(2011)
CROSS = Cross("试算", disputes.accepted, by(DisputeCase.status), by(DisputeCase.outcome))


def test_each_record_is_counted_in_its_cell_and_in_both_margins(office: Office) -> None:
    make_case("结案")
    make_case("结案", outcome="和解")
    make_case("受理")
    table = CROSS.read(Y2011)
    assert table.cell("结案", "和解") == 1
    assert table.cell("结案", None) == 2
    assert table.cell(None, "未填") == 1
    assert table.cell(None, None) == 3


def test_who_stands_in_two_cells_counts_once_in_their_margin(office: Office) -> None:
    figure = replace(disputes.accepted, measure=distinct("人数", DisputeCase.filed_by))
    make_case("结案", filed_by="王芳"), make_case("结案", filed_by="王芳", outcome="和解")
    make_case("结案", filed_by="李强", outcome="和解")
    table = replace(CROSS, figure=figure).read(Y2011)
    assert [table.cell("结案", outcome) for outcome in ("撤回申请", "和解", None)] == [1, 2, 2]


def test_rows_and_columns_that_hold_nothing_are_left_out(office: Office) -> None:
    make_case("结案")
    table = CROSS.read(Y2011)
    assert (table.row_names, table.column_names) == (["结案"], ["撤回申请"])


def test_a_cell_opens_the_records_it_counts(office: Office) -> None:
    case = make_case("结案", outcome="和解")
    make_case("结案")
    assert [one.id for one in CROSS.query(Y2011, "结案", "和解")] == [case.id]


def test_a_margin_opens_the_records_of_its_row(office: Office) -> None:
    ids = {make_case("结案").id, make_case("结案", outcome="和解").id}
    make_case("受理")
    assert {one.id for one in CROSS.query(Y2011, "结案", None)} == ids
