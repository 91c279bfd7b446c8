"""A computed column that lists rows of a record is taken in as these rows: the parties of a case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from app.exchange import undo
from app.exchange.cells import OnDuplicate
from app.exchange.importing import Report, import_book
from app.exchange.reading import read_rows
from app.exchange.workbook import export, template
from app.listing import Criteria
from app.office import Office
from app.subjects.disputes.cases.records import DisputeCase, DisputeParty
from app.subjects.disputes.cases.register import DISPUTES
from tests.app.exchange.books import write_book
from tests.factories import disputes

HEADINGS = [
    "申请日期",
    "调解员",
    "受理日期",
    "申请人",
    "被申请人",
    "争议类别",
    "争议细类",
    "申请请求",
    "事实与理由",
]
PAY = "劳动报酬、工伤医疗费、经济补偿或者赔偿金"
FIRM = "卫庆电梯工程有限公司"


def case(applicants: str, respondents: str = FIRM) -> list[str]:
    cells = ["2012-04-03", "陈调解", "2012-04-03", applicants, respondents]
    return [*cells, PAY, "拖欠工资", "支付拖欠工资", "拖欠三个月工资"]


@pytest.fixture
def take_in(office: Office, tmp_path: Path) -> Callable[..., Report]:
    disputes.make_mediator(name="陈调解")

    def take(
        *rows: Sequence[object], headings: Sequence[str] = HEADINGS, on_duplicate: OnDuplicate = "skip"
    ) -> Report:
        book = write_book(tmp_path / "book.xlsx", [headings, *rows])
        return import_book(DISPUTES, book, on_duplicate=on_duplicate)

    return take


def sides() -> list[tuple[str | None, str | None]]:
    """The parties of all cases, as their columns list them."""
    return [(one.applicants, one.respondents) for one in DisputeCase.alive().order_by(DisputeCase.id)]


def test_both_sides_become_the_parties_of_the_case(take_in: Callable[..., Report]) -> None:
    report = take_in(case("王五"))
    assert (report.new, report.problems) == (1, [])
    parties = [
        (party.role, party.kind, party.name) for party in DisputeParty.alive().order_by(DisputeParty.id)
    ]
    assert parties == [("申请人", "个人", "王五"), ("被申请人", "单位", FIRM)]
    assert sides() == [("王五", FIRM)]


@pytest.mark.parametrize("told", [("王五", ""), ("", FIRM), ("王五、李四", "")])
def test_a_case_of_which_one_side_is_told_lists_that_side(
    take_in: Callable[..., Report], told: tuple[str, str]
) -> None:
    assert take_in(case(*told)).new == 1
    assert sides() == [tuple(one or None for one in told)]


def test_what_a_party_lacks_is_told_and_does_not_forbid_the_case(take_in: Callable[..., Report]) -> None:
    warnings = [str(warning) for warning in take_in(case("王五")).warnings]
    assert "第 2 行“申请人”：王五：申请人的身份证号和电话至少填一项" in warnings


def test_the_case_of_another_applicant_is_another_case(take_in: Callable[..., Report]) -> None:
    assert take_in(case("王五"), case("李四")).new == 2
    assert take_in(case("赵六")).new == 1
    assert sides() == [("王五", FIRM), ("李四", FIRM), ("赵六", FIRM)]


@pytest.mark.parametrize("mode", ["skip", "fill", "update"])
def test_the_same_book_again_adds_neither_case_nor_party(take_in: Callable[..., Report], mode: str) -> None:
    rows = [case("王五、钱七"), case("李四")]
    take_in(*rows)
    report = take_in(*rows, on_duplicate=mode)
    assert (report.new, report.changed, report.unchanged, report.warnings) == (0, 0, 2, [])
    assert DisputeParty.alive().count() == 5


def test_several_applicants_in_one_cell_are_several_parties(take_in: Callable[..., Report]) -> None:
    take_in(case("王五、李四等12人"))
    parties = [
        (party.name, party.remark) for party in DisputeParty.alive().where(DisputeParty.role == "申请人")
    ]
    assert parties == [("王五", None), ("李四", "等12人")]
    assert sides() == [("王五、李四", FIRM)]


@pytest.mark.parametrize(
    ("cell", "column", "people"),
    [
        ("王五、李四等12人", "", 12),
        ("王五等三名职工", "", 3),
        ("王五等12人", "15", 15),
        ("王五、李四", "", 1),
    ],
)
def test_how_many_there_are_of_whom_some_are_named_is_how_many_the_case_concerns(
    take_in: Callable[..., Report], cell: str, column: str, people: int
) -> None:
    """A column of its own says it first; how many names there are does not say that there are no more."""
    take_in([*case(cell), column], headings=[*HEADINGS, "涉及人数"])
    assert [one.people_count for one in DisputeCase.alive()] == [people]


def test_a_cell_in_which_names_may_run_together_is_refused(take_in: Callable[..., Report]) -> None:
    report = take_in(case("王五 李四"))
    assert [(one.row, one.heading) for one in report.problems] == [(2, "申请人")]
    assert DisputeCase.select().count() == 0


def test_nobody_stands_on_both_sides(take_in: Callable[..., Report]) -> None:
    report = take_in(case("王五", "王五"))
    assert list(map(str, report.problems)) == ["第 2 行“被申请人”：“王五”也是申请人，请核对"]


def test_a_case_whose_parties_were_lost_gets_them_when_it_is_filled(take_in: Callable[..., Report]) -> None:
    """Books taken in by a version that did not know parties."""
    without = [one for place, one in enumerate(case("")) if place not in (3, 4)]
    headings = [one for one in HEADINGS if one not in ("申请人", "被申请人")]
    take_in(without, headings=headings)
    assert take_in(case("王五")).skipped == 1
    assert sides() == [(None, None)]
    assert take_in(case("王五"), on_duplicate="fill").changed == 1
    assert sides() == [("王五", FIRM)]


def test_a_case_number_with_other_parties_is_refused(take_in: Callable[..., Report]) -> None:
    take_in([*case("王五"), "（2012）劳调字第1号"], headings=[*HEADINGS, "案号"])
    report = take_in(
        [*case("李四"), "（2012）劳调字第1号"], headings=[*HEADINGS, "案号"], on_duplicate="update"
    )
    assert list(map(str, report.problems)) == ["第 2 行：这条记录的申请人是王五，表中写的是李四，请核对"]
    assert sides() == [("王五", FIRM)]


def test_an_import_is_taken_back_with_its_parties(take_in: Callable[..., Report]) -> None:
    report = take_in(case("王五"))
    assert report.import_id is not None
    undo.undo(report.import_id)
    assert (DisputeCase.alive().count(), DisputeParty.alive().count()) == (0, 0)


def test_the_parties_of_an_export_come_with_their_own_workbook(
    take_in: Callable[..., Report], tmp_path: Path
) -> None:
    """In it they are whole; made of their names they would be in its way."""
    take_in(case("王五"))
    export(DISPUTES, Criteria(), tmp_path / "out.xlsx")
    DisputeParty.delete().execute()
    DisputeCase.delete().execute()
    report = import_book(DISPUTES, tmp_path / "out.xlsx")
    assert (report.new, DisputeParty.select().count()) == (1, 0)
    assert "申请人（随“当事人”表导入）、被申请人（随“当事人”表导入）" in report.computed


def test_the_workbook_to_fill_in_asks_for_the_parties(office: Office, tmp_path: Path) -> None:
    template(DISPUTES, tmp_path / "book.xlsx")
    assert {"申请人", "被申请人"} <= set(read_rows(tmp_path / "book.xlsx")[0])
