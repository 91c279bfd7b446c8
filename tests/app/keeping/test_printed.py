"""What stands on paper is not binned as if it had never been: it is voided, with a reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.errors import Refused
from app.exchange import undo as import_undo
from app.exchange.importing import import_book
from app.keeping import keeping, merging, undoing
from app.keeping.keeping import OnPaper
from app.office import Office
from app.records.base import database
from app.records.steps import Step
from app.rules.periods import year
from app.safekeeping.soundness import faults
from app.subjects.hardship.aid.records import AidBatch, AidPayment
from app.subjects.hardship.aid.register import BATCHES
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from tests.factories.people import make_batch, make_file, make_member
from tests.helpers.content import content
from tests.helpers.paper import print_out

_ON_PAPER = "）”已在 2011年1月18日打印的“来访接待登记簿”上，不能放入回收站。请写明原因作废。"


@pytest.fixture
def printed(office: Office, tmp_path: Path) -> Visit:
    """A visit that stands on the printed book of visits; the day of that is written in the tests' helper."""
    visit = _visit("王芳")
    print_out(tmp_path, "office.visit_book", period=year(2011))
    return visit


def _visit(name: str) -> Visit:
    return keeping.save(
        VISITS,
        Visit(visited_on=date(2011, 3, 8), name=name, subject="困难帮扶", matter="咨询", received_by="李强"),
    )


def test_a_printed_record_is_not_binned_and_the_paper_is_named(printed: Visit) -> None:
    with pytest.raises(OnPaper, match=_ON_PAPER):
        keeping.to_bin(VISITS, [printed.id])
    assert Visit.alive().count() == 1


def test_many_at_once_stay_where_one_is_printed(printed: Visit) -> None:
    other = _visit("李梅")
    with pytest.raises(OnPaper):
        keeping.to_bin(VISITS, [other.id, printed.id])
    assert Visit.alive().count() == 2


def test_what_does_not_stand_on_the_paper_is_binned(printed: Visit) -> None:
    keeping.to_bin(VISITS, [_visit("李梅").id])
    assert [visit.name for visit in Visit.alive()] == ["王芳"]


def test_it_is_voided_with_a_reason_that_the_history_keeps(printed: Visit) -> None:
    keeping.void(VISITS, [printed.id], " 重复登记 ")
    assert not Visit.alive().exists()
    assert (
        Step.select().order_by(Step.id.desc()).get().sentence
        == "作废来访接待“王芳（TY-LF-2011-0001）”，原因：重复登记"
    )


def test_without_a_reason_it_is_not_voided(printed: Visit) -> None:
    with pytest.raises(Refused, match="请写明作废的原因"):
        keeping.void(VISITS, [printed.id], " ")
    assert Visit.alive().count() == 1


def test_an_empty_form_holds_nobody(office: Office, tmp_path: Path) -> None:
    visit = _visit("王芳")
    print_out(tmp_path, "office.visit_book", blank=True)
    keeping.to_bin(VISITS, [visit.id])
    assert not Visit.alive().exists()


def test_a_record_stays_with_its_printed_row(office: Office, tmp_path: Path) -> None:
    """A batch is not taken away with the payments that stand on the sheet for signatures."""
    batch = make_batch(make_file(name="李梅"))
    print_out(tmp_path, "hardship.payout", record=batch.id)
    with pytest.raises(OnPaper, match=r"李梅.*发放表”上"):
        keeping.to_bin(BATCHES, [batch.id])
    assert (AidBatch.alive().count(), AidPayment.alive().count()) == (1, 1)


def test_the_making_of_a_printed_record_is_not_undone(printed: Visit) -> None:
    before = content()
    with pytest.raises(Refused, match=r"不能撤销“新建来访接待“王芳.*请写明原因作废"):
        undoing.undo()
    assert content() == before


def test_a_deletion_is_not_done_again_after_the_print(office: Office, tmp_path: Path) -> None:
    visit = _visit("王芳")
    keeping.to_bin(VISITS, [visit.id])
    undoing.undo()
    print_out(tmp_path, "office.visit_book", period=year(2011))
    with pytest.raises(Refused, match="请写明原因作废"):
        undoing.redo()


def test_a_voiding_is_taken_back_and_done_again(printed: Visit) -> None:
    keeping.void(VISITS, [printed.id], "重复登记")
    undoing.undo()
    assert Visit.alive().count() == 1
    undoing.redo()
    assert not Visit.alive().exists()


def test_the_change_of_a_printed_record_is_undone(printed: Visit) -> None:
    printed.remark = "已电话告知"
    keeping.save(VISITS, printed)
    undoing.undo()
    assert Visit.get().remark is None


def test_an_import_that_is_taken_back_leaves_what_was_printed(office: Office, tmp_path: Path) -> None:
    book = tmp_path / "来访.csv"
    heading = "来访日期,姓名,事由,接待人"
    book.write_text(
        f"{heading}\n2011-03-08,王芳,咨询,李强\n2012-03-08,李梅,咨询,李强\n", encoding="utf-8-sig"
    )
    report = import_book(VISITS, book)
    print_out(tmp_path, "office.visit_book", period=year(2011))
    (done,) = import_undo.imports()
    undone = import_undo.undo(done.id)
    assert [visit.name for visit in Visit.alive()] == ["王芳"], report
    assert undone.remaining == ["来访接待“王芳（TY-LF-2011-0001）”导入后又修改过、打印过或被引用，没有撤销。"]


def test_two_entries_of_one_person_are_merged_though_printed(office: Office, tmp_path: Path) -> None:
    """Whoever stands on the paper is still there: the history of the one says that it became the other."""
    kept, other = make_member(name="王芳"), make_member(name="王芳")
    print_out(tmp_path, "members.roster")
    merging.merge(MEMBERS, kept, other)
    assert [member.id for member in Member.alive()] == [kept.id]


def test_a_record_printed_twice_is_as_it_was_written(printed: Visit, tmp_path: Path) -> None:
    """The note that is replaced leaves no digest behind of which the check would miss the row."""
    print_out(tmp_path, "office.visit_book", period=year(2011))
    assert list(faults(database.connection())) == []
