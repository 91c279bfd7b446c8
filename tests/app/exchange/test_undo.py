"""An import is one step: taken back whole by the last undo, or as far as it goes later."""

from __future__ import annotations

import pytest

from app.exchange import undo
from app.exchange.cells import Options
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.keeping import keeping, undoing
from app.office import Office
from app.records.steps import Step
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_member, resident_id
from tests.helpers.content import content

_HEADINGS = ["姓名", "证件号码", "手机号码", "工作单位", "批准日期"]


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
