"""What was typed and never saved is offered when the form is opened again."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from app.office import Office
from app.records import drafts
from app.records.drafts import Draft, Place
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_file, make_member
from tests.helpers.widgets import click
from tests.ui.panel.test_record_panel import button, line, shown_panel, write
from ui.panel.child_page import ChildPage
from ui.panel.record_panel import RecordPanel


def _offered(panel: RecordPanel) -> bool:
    return any(offer.isVisible() for offer in panel.findChildren(QFrame, "draft_offer"))


def _kept() -> list[dict[str, str]]:
    return [draft.typed for draft in Draft.select()]


def test_what_is_typed_is_kept_a_moment_after_the_typing_stops(office: Office, qtbot: QtBot) -> None:
    panel = shown_panel(MEMBERS, qtbot)
    panel.new_record()
    write(line(panel, "name"), "王芳")
    qtbot.waitUntil(lambda: bool(_kept()), timeout=10_000)
    assert _kept()[0]["name"] == "王芳"


def test_after_a_kill_the_form_offers_it_and_writes_it_back(office: Office, qtbot: QtBot) -> None:
    member = make_member(name="王芳")
    drafts.keep(Place("members", member.id), {"remark": "第一行\n第二行", "name": "王方"})
    panel = shown_panel(MEMBERS, qtbot)
    panel.show_record(member.id)
    assert _offered(panel)
    assert panel.form.text("name") == "王芳"
    click(panel, "restore_draft")
    assert panel.form.text("name") == "王方"
    assert panel.form.text("remark") == "第一行\n第二行"
    assert panel.is_dirty()
    assert not _offered(panel)
    assert panel.save()
    assert Member.get_by_id(member.id).name == "王方"
    assert _kept() == []


def test_what_is_discarded_is_not_offered_again(office: Office, qtbot: QtBot) -> None:
    drafts.keep(Place("members", None), {"name": "王芳"})
    panel = shown_panel(MEMBERS, qtbot)
    panel.new_record()
    click(panel, "discard_draft")
    assert _kept() == []
    panel.new_record()
    assert not _offered(panel)


def test_what_nobody_answered_is_offered_again(office: Office, qtbot: QtBot) -> None:
    one, other = make_member(), make_member()
    drafts.keep(Place("members", one.id), {"name": "王方"})
    panel = shown_panel(MEMBERS, qtbot)
    for shown, offered in ((one, True), (other, False), (one, True)):
        panel.show_record(shown.id)
        assert _offered(panel) is offered


def test_reverting_forgets_what_was_kept(office: Office, qtbot: QtBot) -> None:
    member = make_member(name="王芳")
    panel = shown_panel(MEMBERS, qtbot)
    for record_id in (member.id, None):
        panel.show_record(record_id) if record_id else panel.new_record()
        write(line(panel, "name"), "王方")
        panel.form.keep_draft()
        assert len(_kept()) == 1
        panel.revert()
        assert _kept() == []


def test_typing_over_an_offer_loses_neither(office: Office, qtbot: QtBot) -> None:
    member = make_member(name="王芳")
    drafts.keep(Place("members", member.id), {"remark": "旧"})
    panel = shown_panel(MEMBERS, qtbot)
    panel.show_record(member.id)
    write(line(panel, "name"), "王方")
    panel.form.keep_draft()
    assert _kept() == [{"remark": "旧", "name": "王方"}]
    panel.revert()
    assert _kept() == [{"remark": "旧"}]
    assert _offered(panel)


def test_a_row_below_a_record_is_kept_under_its_owner(office: Office, qtbot: QtBot) -> None:
    file = make_file()
    panel = shown_panel(HARDSHIP, qtbot)
    page = panel.findChild(ChildPage, HARDSHIP.children[0].register.key)
    assert isinstance(page, ChildPage)
    drafts.keep(Place(HARDSHIP.children[0].register.key, None, file.id), {"name": "王小明"})
    panel.show_record(file.id)
    panel.strip.go_to(1)
    button(page, "new").click()
    button(page, "restore_draft").click()
    assert page.is_dirty()
    page.revert()
    assert _kept() == []
