"""An import is one step: taken back whole by the last undo, or as far as it goes later; told in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.exchange import undo
from app.exchange.cells import Options
from app.exchange.importing import import_book
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.keeping import keeping, undoing
from app.office import Office
from app.records.steps import Step
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.app.exchange.books import write_book
from tests.factories import people
from tests.factories.people import make_member, resident_id
from tests.helpers.content import content

_HEADINGS = ["姓名", "证件号码", "手机号码", "工作单位", "批准日期"]


def book(path: Path, *names: str) -> Path:
    rows = [[name, people.resident_id(), "13800138000", "泰祥电器", "2012-3-8"] for name in names]
    return write_book(path / "名单.xlsx", [_HEADINGS, *rows])


def test_what_went_is_counted_by_its_kind_and_unit(office: Office, tmp_path: Path) -> None:
    report = import_book(MEMBERS, book(tmp_path, "张三", "李四"))
    assert "移入回收站 会员 2 人" in undo.undo(report.import_id or 0).sentence


def test_what_got_its_old_values_is_counted_too(office: Office, tmp_path: Path) -> None:
    member = people.make_member(name="张三", employer="广达汽修")
    rows = [["证件号码", "工作单位"], [member.id_number, "泰祥电器"]]
    report = import_book(MEMBERS, write_book(tmp_path / "a.xlsx", rows), on_duplicate="update")
    assert undo.undo(report.import_id or 0).sentence == "已撤销导入：恢复原值 会员 1 人"


def test_what_stays_is_named_with_what_it_is(office: Office, tmp_path: Path) -> None:
    report = import_book(MEMBERS, book(tmp_path, "张三", "李四"))
    later = Member.get(Member.name == "张三")
    keeping.assign(later, {"remark": "调岗"})
    keeping.save(MEMBERS, later)
    undone = undo.undo(report.import_id or 0)
    assert any(one.startswith("会员“") and "张三" in one for one in undone.remaining)
    assert undone.sentence.endswith(f"保留 {len(undone.remaining)} 条")


def _import(*rows: list[str]) -> ImportSession:
    options = Options(on_duplicate="update")
    session = ImportSession.of(MEMBERS, Sheet("名单", [_HEADINGS, *rows]), options=options)
    session.import_rows()
    assert session.done
    return session


def _row(name: str, number: str = "", mobile: str = "13800138000") -> list[str]:
    return [name, number or resident_id(), mobile, "泰祥", "2011-3-8"]


def test_the_last_undo_takes_an_import_back_whole(office: Office) -> None:
    member = make_member(name="王芳")
    learned = {"column_memory"}
    before = content()
    _import(_row("王芳", member.id_number, "13900139000"), _row("李娟"), _row("张三"))
    after = content()
    assert undoing.undo() == "已撤销：导入会员：新增 2，更新 1"
    assert {name: rows for name, rows in content().items() if name not in learned} == {
        name: rows for name, rows in before.items() if name not in learned
    }
    assert undo.imports() == []
    undoing.redo()
    assert content() == after
    assert len(undo.imports()) == 1


def test_an_import_taken_back_later_is_not_taken_back_again(office: Office) -> None:
    """The list of imports leaves what was changed since; the last undo then goes on before the import."""
    make_member(name="王芳")
    session = _import(_row("李娟"), _row("张三"))
    later = Member.get(Member.name == "张三")
    later.mobile = "13900139000"
    keeping.save(MEMBERS, later)
    assert session.import_id is not None
    assert undo.undo(session.import_id).binned == 2, "the other member, and that she joined"
    assert undoing.undo().startswith("已撤销：修改会员“张三")
    assert undoing.undo().startswith("已撤销：新建会员“王芳")


def test_taking_an_import_back_can_be_undone_itself(office: Office) -> None:
    session = _import(_row("李娟"), _row("张三"))
    imported = content()
    assert session.import_id is not None
    undo.undo(session.import_id)
    assert not Member.alive().exists()
    undoing.redo()
    assert content() == imported
    assert undoing.last() is not None


@pytest.mark.parametrize("without", [True, False])
def test_a_rehearsal_or_a_refused_import_is_no_step(office: Office, without: bool) -> None:
    session = ImportSession.of(MEMBERS, Sheet("名单", [_HEADINGS, ["李娟", "", "", "", ""]]))
    session.rehearse() if without else session.import_rows()
    assert not Step.select().where(Step.sentence.is_null(False)).exists()
