"""统计报表 on paper, read back from the file."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest

from app.errors import Refused
from app.office import Office
from app.rules import periods
from app.statistics import paper as statistics
from app.statistics.closing import close_year
from tests.factories.disputes import make_case
from tests.factories.people import make_member

Y2011 = periods.year(2011)


def printed(folder: Path) -> list[str]:
    target = folder / "统计.pdf"
    statistics.write(Y2011, target, printed_at=datetime(2012, 1, 4, 9, 0))
    document = pypdfium2.PdfDocument(target)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


@pytest.fixture
def counted(office: Office) -> None:
    make_case("结案", outcome="和解")
    make_case("受理", category="确认劳动关系")
    make_member(name="单小娟")


def test_figures_stand_by_subject_with_value_change_and_definition(counted: None, tmp_path: Path) -> None:
    told = "\n".join(printed(tmp_path))
    assert told.startswith("2011年统计报表")
    for words in (
        "单位（盖章）：泰祥社区工会",
        "上年同期：2010年",
        "劳动争议",
        "2 起",
        "受理日期在2011年的争议案件数",
    ):
        assert words in told


def test_figures_of_which_nothing_was_counted_are_left_out(counted: None, tmp_path: Path) -> None:
    told = "\n".join(printed(tmp_path))
    assert "互助保障" not in told
    assert "受理争议" in told


def test_the_cross_tables_come_after_the_figures(counted: None, tmp_path: Path) -> None:
    told = "\n".join(printed(tmp_path))
    table = told.index("受理争议（争议类别 × 结案方式）")
    assert told.index("受理日期在2011年的争议案件数") < table
    assert "和解" in told[table:]


def test_the_picture_of_a_figure_stands_below_its_subject(counted: None, tmp_path: Path) -> None:
    told = "\n".join(printed(tmp_path))
    assert told.index("受理争议（起）") < told.index("受理争议（争议类别")


def test_a_table_that_goes_on_repeats_its_headings(counted: None, tmp_path: Path) -> None:
    pages = printed(tmp_path)
    assert len(pages) > 1
    assert all("统计项" in page or "×" in page or "合计" in page for page in pages[:2])


@pytest.mark.usefixtures("few_figures")
def test_a_closed_value_is_marked(counted: None, tmp_path: Path) -> None:
    close_year(2011)
    assert "2 起（关账）" in "\n".join(printed(tmp_path)).replace("\n（", "（")


def test_a_sum_that_does_not_add_up_is_told_below_its_table(counted: None, tmp_path: Path) -> None:
    from tests.factories.unions import make_union

    union = make_union(founded_on=date(2008, 5, 1))
    type(union).update(organisation=None).where(type(union).id == union.id).execute()
    assert "合计不符：基层工会 1 ≠" in "\n".join(printed(tmp_path))


def test_paper_is_not_written_over_the_office(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        statistics.write(Y2011, tmp_path / "统计.txt", printed_at=datetime(2012, 1, 4))
