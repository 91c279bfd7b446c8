"""Taking an import back, told in the office's words."""

from __future__ import annotations

from pathlib import Path

from app.exchange.importing import import_book
from app.exchange.undo import undo
from app.keeping import keeping
from app.office import Office
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.app.exchange.books import write_book
from tests.factories import people


def book(path: Path, *names: str) -> Path:
    headings = ["姓名", "证件号码", "手机号码", "工作单位", "批准日期"]
    rows = [[name, people.resident_id(), "13800138000", "泰祥电器", "2012-3-8"] for name in names]
    return write_book(path / "名单.xlsx", [headings, *rows])


def test_what_went_is_counted_by_its_kind_and_unit(office: Office, tmp_path: Path) -> None:
    report = import_book(MEMBERS, book(tmp_path, "张三", "李四"))
    assert "移入回收站 会员 2 人" in undo(report.import_id or 0).sentence


def test_what_got_its_old_values_is_counted_too(office: Office, tmp_path: Path) -> None:
    member = people.make_member(name="张三", employer="广达汽修")
    rows = [["证件号码", "工作单位"], [member.id_number, "泰祥电器"]]
    report = import_book(MEMBERS, write_book(tmp_path / "a.xlsx", rows), on_duplicate="update")
    assert undo(report.import_id or 0).sentence == "已撤销导入：恢复原值 会员 1 人"


def test_what_stays_is_named_with_what_it_is(office: Office, tmp_path: Path) -> None:
    report = import_book(MEMBERS, book(tmp_path, "张三", "李四"))
    later = Member.get(Member.name == "张三")
    keeping.assign(later, {"remark": "调岗"})
    keeping.save(MEMBERS, later)
    undone = undo(report.import_id or 0)
    assert any(one.startswith("会员“") and "张三" in one for one in undone.remaining)
    assert undone.sentence.endswith(f"保留 {len(undone.remaining)} 条")
