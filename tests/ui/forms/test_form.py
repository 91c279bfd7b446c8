"""The form of any sections: what is written, what of it was changed, and what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.fields import ChoiceField, DateField, Derived, MoneyField, NotesField, TextField, When
from app.fields.problems import Block, Problem, Warn
from app.office import Office
from app.records.base import Record
from app.register import Section
from app.subjects.activities.contests.register import PARTICIPANTS
from app.subjects.activities.records import ActivityParticipant
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.hardship.reviews.records import HardshipEvidence
from app.subjects.hardship.reviews.register import EVIDENCE
from app.subjects.insurance.records import MutualConsultation
from app.subjects.members.register import MEMBERS
from tests.factories.activities import make_activity, make_team
from tests.factories.people import make_enterprise, make_file, make_member, new_member
from tests.helpers.widgets import child
from ui.editors.attachments import AttachmentEditor
from ui.editors.choices import ChoiceEditor
from ui.editors.dates import DateEditor
from ui.editors.lines import GivenText
from ui.editors.offers import SuggestEditor
from ui.forms.form import Form


class HomeVisit(Record):
    """A visit to a worker's home, known to nothing but this test."""

    visited_on = DateField("日期", default=date(2011, 3, 8))
    who = TextField("走访人")
    spent = MoneyField("花费", unit="元", null=True)
    outcome = ChoiceField("结果", ("见到", "未见"), null=True)
    text = NotesField("说明", null=True)
    sum_up = Derived("小结", lambda visit: f"{visit.who or '—'}")


class Call(Record):
    """A call at a door, which may stay shut for a reason."""

    outcome = ChoiceField("结果", ("见到", "未见"), null=True)
    reason = TextField("未见原因", null=True, required_if=(When(outcome, "未见"),))


FIRST = Section(
    "走访", HomeVisit.visited_on, HomeVisit.who, HomeVisit.spent, HomeVisit.outcome, HomeVisit.text
)
LAST = Section("小结", HomeVisit.sum_up)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    """A form with a visit in it, on the screen."""
    shown = Form((FIRST, LAST))
    qtbot.addWidget(shown)
    shown.resize(500, 400)
    shown.load(HomeVisit(id=1, who="王芳", spent=1200_50))
    shown.show()
    return shown


def line(form: Form, name: str) -> QLineEdit:
    return child(form, QLineEdit, name)


def message(form: Form, name: str) -> QLabel:
    return child(form, QLabel, f"{name}_message")


def test_a_record_is_shown_as_its_fields_write_it(form: Form) -> None:
    assert form.texts() == {
        "visited_on": "2011年3月8日",
        "who": "王芳",
        "spent": "1,200.50",
        "outcome": "",
        "text": "",
    }
    assert line(form, "sum_up").text() == "王芳"


def test_a_loaded_form_is_not_dirty(form: Form) -> None:
    assert not form.is_dirty()


def test_a_form_is_dirty_while_something_else_is_written(form: Form) -> None:
    line(form, "who").setText("李强")
    assert form.is_dirty()
    line(form, "who").setText("王芳")
    assert not form.is_dirty()


def test_loading_another_record_announces_no_edit(form: Form, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.edited):
        form.load(HomeVisit(id=2, who="李强", spent=1, outcome="见到", text="两行\n字"))


def test_what_is_typed_announces_its_field(form: Form, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.edited, timeout=1000) as edit:
        line(form, "spent").setText("3")
    assert edit.args == ["spent"]


def test_only_what_was_changed_is_read(form: Form) -> None:
    line(form, "spent").setText("１，３００元")
    assert form.read() == ({"spent": 1300_00}, [])


def test_what_cannot_be_read_is_told_and_stays_as_typed(form: Form) -> None:
    line(form, "spent").setText("几千")
    values, problems = form.read()
    assert values == {}
    assert [problem.field for problem in problems] == [HomeVisit.spent]
    assert line(form, "spent").text() == "几千"


def test_a_problem_is_told_under_its_field(form: Form) -> None:
    form.show_problems([Block(HomeVisit.spent, "应填金额")])
    assert message(form, "spent").text() == "应填金额"
    assert message(form, "spent").isVisibleTo(form)
    assert line(form, "spent").property("problem") == "block"
    assert not message(form, "who").isVisibleTo(form)


def test_what_forbids_is_told_before_what_is_doubtful(form: Form) -> None:
    form.show_problems([Warn(HomeVisit.spent, "偏高"), Block(HomeVisit.spent, "超过上限")])
    assert message(form, "spent").text() == "超过上限\n偏高"
    assert message(form, "spent").property("tone") == "bad"


def test_a_doubt_is_told_in_amber(form: Form) -> None:
    form.show_problems([Warn(HomeVisit.spent, "偏高")])
    assert message(form, "spent").property("tone") == "warn"
    assert line(form, "spent").property("problem") == "warn"


def test_messages_go_when_the_problems_are_gone(form: Form) -> None:
    form.show_problems([Block(HomeVisit.spent, "应填金额")])
    form.clear_problems()
    assert not message(form, "spent").isVisibleTo(form)
    assert line(form, "spent").property("problem") == ""


def test_a_problem_of_no_field_on_show_is_told_at_the_foot(form: Form) -> None:
    form.show_problems([Block(HardshipEvidence.kind, "请选择材料类型")])
    foot = form.findChild(QLabel, "form_message")
    assert isinstance(foot, QLabel)
    assert foot.text() == "材料类型：请选择材料类型"
    assert foot.isVisibleTo(form)


def test_the_cursor_goes_to_the_first_field_that_is_wrong(form: Form, qapp: QApplication) -> None:
    problems: list[Problem] = [
        Block(HomeVisit.text, "太长"),
        Warn(HomeVisit.who, "少见的姓"),
        Block(HomeVisit.spent, "应填金额"),
    ]
    form.show_problems(problems)
    form.focus_first_problem()
    assert qapp.focusWidget() is line(form, "spent")


def test_a_reset_takes_back_what_was_typed(form: Form) -> None:
    line(form, "who").setText("李强")
    form.reset()
    assert line(form, "who").text() == "王芳"
    assert not form.is_dirty()


def test_a_renewed_record_does_not_take_back_what_was_typed(form: Form) -> None:
    line(form, "who").setText("李强")
    form.renew(HomeVisit(id=1, who="王芳", spent=9_00))
    assert line(form, "who").text() == "李强"
    assert line(form, "spent").text() == "9.00"
    assert form.read()[0] == {"who": "李强"}


def test_the_unit_is_told_in_the_label_and_the_star_where_a_value_is_needed(form: Form) -> None:
    labels = [label.text() for label in form.findChildren(QLabel) if label.property("role") == "label"]
    assert "花费（元）" in labels
    stars = [label for label in form.findChildren(QLabel) if label.property("role") == "star"]
    assert len(stars) == 1


def test_a_field_bears_a_star_while_what_is_typed_asks_for_it(qtbot: QtBot) -> None:
    form = Form((Section("", Call.outcome, Call.reason),))
    qtbot.addWidget(form)
    form.load(Call(outcome="未见"))
    (star,) = (label for label in form.findChildren(QLabel) if label.property("role") == "star")
    assert not star.isHidden()
    form.show_given(Call(outcome="见到"))
    assert star.isHidden()


def test_a_field_asked_for_here_bears_a_star_though_the_record_may_lack_it(qtbot: QtBot) -> None:
    form = Form((Section("", HomeVisit.outcome),), required={"outcome"})
    qtbot.addWidget(form)
    assert [label.text() for label in form.findChildren(QLabel) if label.property("role") == "star"] == ["*"]


def test_a_long_form_goes_to_a_section(office: Office, qtbot: QtBot) -> None:
    form = Form(HARDSHIP.sections)
    qtbot.addWidget(form)
    form.resize(500, 500)
    form.load(make_file())
    form.show()
    assert form.is_long
    bar = form.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    form.index.go_to(3)
    assert form.index.current() == 3
    assert (
        form.page.viewport()
        .rect()
        .contains(form.page.starts[3].mapTo(form.page.viewport(), form.page.starts[3].rect().topLeft()))
    )


def test_the_index_says_which_section_is_in_sight(office: Office, qtbot: QtBot) -> None:
    form = Form(HARDSHIP.sections)
    qtbot.addWidget(form)
    form.resize(500, 500)
    form.load(make_file())
    form.show()
    bar = form.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    bar.setValue(form.page.starts[1].y())
    assert form.index.current() == 1
    bar.setValue(0)
    assert form.index.current() == 0


def test_every_field_of_the_longest_register_has_an_editor_and_a_message(
    office: Office, qtbot: QtBot
) -> None:
    form = Form(HARDSHIP.sections)
    qtbot.addWidget(form)
    names = {shown.name for shown in HARDSHIP.form_fields}
    assert {name for name in names if form.findChild(QLabel, f"{name}_message") is None} == set()
    assert set(form.texts()) <= names


def test_a_file_taken_in_is_read_with_its_name(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    form = Form(EVIDENCE.sections)
    qtbot.addWidget(form)
    form.load(HardshipEvidence(file=make_file(), kind="诊断", file_name="旧.pdf", content=b"old"))
    paper = tmp_path / "诊断书.pdf"
    paper.write_bytes(b"new")
    editor = form.findChild(AttachmentEditor, "content")
    assert isinstance(editor, AttachmentEditor)
    editor.take(paper)
    assert form.read() == ({"content": b"new", "file_name": "诊断书.pdf"}, [])


def test_a_field_offers_what_its_record_allows(office: Office, qtbot: QtBot) -> None:
    here, elsewhere = make_activity(), make_activity(name="去年的友谊赛")
    make_team(here, name="有司一队")
    make_team(elsewhere, name="有司二队")
    shown = Form(PARTICIPANTS.sections)
    qtbot.addWidget(shown)
    team = shown.findChild(SuggestEditor, "team")
    assert isinstance(team, SuggestEditor)
    for activity, offered in ((here, ["有司一队"]), (elsewhere, ["有司二队"])):
        shown.load(ActivityParticipant(activity=activity))
        assert team.matches("有司") == offered


def test_long_terms_and_references_take_a_row_to_themselves(office: Office, qtbot: QtBot) -> None:
    """The terms of the law's categories have up to 26 characters, half a form shows about 12."""
    form = Form(DISPUTES.sections)
    qtbot.addWidget(form)
    form.resize(500, 700)
    form.show()
    category, detail = form.findChild(QWidget, "category"), form.findChild(QWidget, "subcategory")
    assert category is not None
    assert detail is not None
    assert category.width() > 1.9 * detail.width()


def test_words_that_stand_alone_have_the_whole_row(qtbot: QtBot) -> None:
    form = Form((Section("", HomeVisit.visited_on, HomeVisit.spent, HomeVisit.who),))
    qtbot.addWidget(form)
    form.resize(500, 400)
    form.show()
    alone, paired = form.findChild(QWidget, "who"), form.findChild(QWidget, "spent")
    assert alone is not None
    assert paired is not None
    assert alone.width() > 1.9 * paired.width()


def test_a_number_that_nobody_types_here_stays_hidden(office: Office, qtbot: QtBot) -> None:
    form = Form((Section("", HardshipFile.id_number),), given=("id_number",))
    qtbot.addWidget(form)
    kept = make_file()
    form.load(kept)
    assert form.text("id_number") == HardshipFile.id_number.mask(kept.id_number)


def test_a_label_does_not_say_its_unit_twice(qtbot: QtBot) -> None:
    form = Form((Section("", MutualConsultation.persons),))
    qtbot.addWidget(form)
    assert "人次" in [label.text() for label in form.findChildren(QLabel)]


def test_a_link_that_leads_nowhere_takes_no_room(office: Office, qtbot: QtBot) -> None:
    form = Form(MEMBERS.sections)
    qtbot.addWidget(form)
    make_enterprise(name="上海五金厂")
    form.load(new_member(employer="灵活就业"))
    link = form.findChild(GivenText, "enterprise")
    assert isinstance(link, GivenText)
    assert not link.isVisibleTo(form)
    form.load(make_member(employer="上海五金厂"))
    assert link.isVisibleTo(form)


class Fund(Record):
    """Money from a source that is usual, known to nothing but this test."""

    source = ChoiceField("资金来源", ("本级工会经费", "上级补助"), default="本级工会经费")
    day = DateField("日期", default=date(2011, 3, 8))


@pytest.mark.parametrize(("name", "usual"), [("source", "本级工会经费"), ("day", "2011年3月8日")])
def test_what_may_not_be_empty_shows_what_is_saved_for_nothing(qtbot: QtBot, name: str, usual: str) -> None:
    form = Form((Section("资金", Fund.source, Fund.day),))
    qtbot.addWidget(form)
    form.load(Fund(id=1, source="上级补助", day=date(2011, 9, 1)))
    editor = form.findChild(ChoiceEditor if name == "source" else DateEditor, name)
    assert isinstance(editor, ChoiceEditor | DateEditor)
    editor.set_text("")
    form.read()
    assert form.text(name) == usual


def test_a_choice_that_may_not_be_empty_is_not_left_empty(qtbot: QtBot) -> None:
    form = Form((Section("资金", Fund.source, Fund.day),))
    qtbot.addWidget(form)
    form.load(Fund(id=1, source="上级补助"))
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.focus_field("source")
    editor = form.findChild(ChoiceEditor, "source")
    assert isinstance(editor, ChoiceEditor)
    editor.clearEditText()
    form.focus_field("day")
    assert form.text("source") == "本级工会经费"
    assert "" not in [editor.itemText(row) for row in range(editor.count())]
