"""The desk names what was typed and never saved before the office was opened."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.agenda.unfinished import unfinished
from app.office import Office
from app.records import drafts
from app.records.drafts import Place, of_batch, of_import, of_many, of_reason, of_step, of_summary
from tests.factories.people import make_file, make_member

_LATER = timedelta(minutes=1)


def _titles() -> list[str]:
    return [one.title for one in unfinished(datetime.now() + _LATER)]


def test_each_draft_is_called_by_what_it_is_of(office: Office) -> None:
    member, file = make_member(name="王芳"), make_file(name="李梅")
    for place in (
        Place("members", None),
        Place("members", member.id),
        Place("hardship.family", None, file.id),
        of_step("members", "转出", member.id),
        of_batch("pay_aid"),
        of_import("members"),
        of_summary("year", 2011),
        of_many("members", "修改"),
        of_reason("members", "作废"),
        of_reason("members", "退回", member.id),
    ):
        drafts.keep(place, {"name": "王"})
    assert _titles() == [
        f"会员“{member}”退回",
        "作废会员的原因",
        "批量修改会员",
        "2011年的工作总结",
        "导入会员",
        "发放帮扶金",
        f"会员“{member}”转出",
        f"困难档案“{file}”的家庭成员",
        f"会员“{member}”",
        "新会员",
    ]


def test_what_is_being_typed_since_the_opening_is_not_named(office: Office) -> None:
    drafts.keep(Place("members", None), {"name": "王"})
    assert unfinished(datetime.now() - _LATER) == []


def test_the_draft_of_a_place_that_is_no_more_is_passed_over(office: Office) -> None:
    for place in (
        Place("no.such", None),
        Place("members", 99),
        of_batch("none"),
        Place("members.events", 1, 99),
    ):
        drafts.keep(place, {"name": "王"})
    assert _titles() == []


def test_all_that_was_left_is_discarded_and_what_is_typed_now_stays(office: Office) -> None:
    drafts.keep(Place("members", None), {"name": "王"})
    opened = datetime.now()
    drafts.keep(Place("members", 1), {"name": "王"})
    drafts.forget_before(opened)
    assert drafts.found(Place("members", None)) is None
    assert drafts.found(Place("members", 1)) is not None
