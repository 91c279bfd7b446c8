"""The tab 统计: figures by subject, one opened, cross tables, periods, closing a year, keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from app.figures.figure import Figure
from app.keeping import keeping
from app.office import Office
from app.registry import figure_topics
from app.rules.periods import custom, through_month
from app.statistics import overview
from app.statistics.closing import close_year, closing_of
from app.subjects.disputes import figures as disputes
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.members import figures as members
from tests.factories.disputes import make_case
from tests.factories.people import make_member
from tests.factories.unions import make_union
from tests.helpers.widgets import child, click
from ui.dialogs.preview import Preview
from ui.figures.chart_view import rendered
from ui.figures.tab import FiguresTab
from ui.figures.tree_model import CHANGE, INK_ROLE, KIND, LAST, LIVE_ROLE, STATE, VALUE
from ui.figures.year_close import CloseYearDialog, MovedDialog, ReopenYearDialog
from ui.jobs import Jobs
from ui.widgets.folder_link import FolderLink

W = TypeVar("W", bound=QWidget)
SOME = ("本会", "会员", "企业工会", "劳动争议")


@pytest.fixture
def jobs(office: Office) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shut_down()


@pytest.fixture
def tab(jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> FiguresTab:
    """The tab with the figures of some topics, as it stands before it is looked at.

    All of them are counted in tests/app/figures; here they would only take a second each time.
    """
    few = tuple(topic for topic in figure_topics() if topic.title in SOME)
    assert len(few) == len(SOME)
    monkeypatch.setattr(overview, "figure_topics", lambda: few)
    return shown_in(jobs, qtbot)


@pytest.fixture
def whole_tab(jobs: Jobs, qtbot: QtBot) -> FiguresTab:
    """The tab with all figures."""
    return shown_in(jobs, qtbot)


def shown_in(jobs: Jobs, qtbot: QtBot) -> FiguresTab:
    made = FiguresTab(jobs)
    qtbot.addWidget(made)
    made.resize(1214, 3400)  # every figure of some topics is in sight
    return made


def look(tab: FiguresTab, qtbot: QtBot) -> None:
    """Show the tab, or let it count again, and wait until it has."""
    told = child(tab, QLabel, "summary")
    told.setText("")
    if tab.isVisible():
        tab.reload()
    else:
        tab.show()
    qtbot.waitUntil(lambda: told.text().startswith("共"), timeout=20_000)


def line(tab: FiguresTab, key: str) -> list[str]:
    """The texts of a figure's line."""
    found = tab.tree.model().find(key)  # type: ignore[attr-defined]
    assert found.isValid(), key
    return [found.siblingAtColumn(column).data() for column in range(STATE + 1)]


def opened(tab: FiguresTab, figure: Figure, qtbot: QtBot) -> None:
    """Open a figure, and wait until the panel shows it."""
    tab.show_figure(figure)
    explained = child(tab, QLabel, "explanation")
    qtbot.waitUntil(lambda: explained.isVisible() and title(tab) == figure.label, timeout=10_000)


def title(tab: FiguresTab) -> str:
    return next(one for one in tab.panel.findChildren(QLabel) if one.property("role") == "title").text()


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def go_to(tab: FiguresTab, key: str, qtbot: QtBot) -> None:
    """Scroll to a figure, and wait until it is counted."""
    tab.tree.select_key(key)
    qtbot.waitUntil(lambda: line(tab, key)[VALUE] != "…", timeout=10_000)


def test_the_year_with_work_in_it_is_shown_first(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理")
    look(tab, qtbot)
    assert tab.period is not None
    assert tab.period.label == "2011年"
    assert child(tab, QPushButton, "year").text() == "2011年 ▾"


def test_a_line_tells_value_last_year_change_and_kind(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理"), make_case("受理"), make_case("受理")
    make_case("受理", applied_on=date(2010, 5, 4), accepted_on=date(2010, 5, 6))
    make_case("受理", applied_on=date(2010, 5, 4), accepted_on=date(2010, 5, 6))
    look(tab, qtbot)
    assert line(tab, "disputes.accepted")[VALUE : KIND + 1] == ["3 起", "2", "+50.0%", "期间数"]
    index = tab.tree.model().find("disputes.accepted")  # type: ignore[attr-defined]
    assert index.siblingAtColumn(CHANGE).data(INK_ROLE) == "info"


def test_what_is_out_of_sight_is_counted_when_it_is_gone_to(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理")
    tab.resize(1214, 500)
    look(tab, qtbot)
    assert line(tab, "members.on_roll")[VALUE] == "0 人"
    assert line(tab, "disputes.accepted")[VALUE : KIND + 1] == ["…", "", "", "期间数"]
    go_to(tab, "disputes.accepted", qtbot)
    assert line(tab, "disputes.accepted")[VALUE] == "1 起"


def test_what_the_search_finds_is_counted(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理")
    tab.resize(1214, 500)
    look(tab, qtbot)
    child(tab, QLineEdit, "search").setText("受理争议")
    qtbot.waitUntil(lambda: line(tab, "disputes.accepted")[VALUE] == "1 起", timeout=10_000)


def test_what_has_changed_out_of_sight_is_counted_anew(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理")
    tab.resize(1214, 500)
    look(tab, qtbot)
    go_to(tab, "disputes.accepted", qtbot)
    tab.tree.select_key("office.name")
    make_case("受理")
    look(tab, qtbot)
    tab.tree.select_key("disputes.accepted")
    qtbot.waitUntil(lambda: line(tab, "disputes.accepted")[VALUE] == "2 起", timeout=10_000)


def test_the_model_of_the_list_is_sound(tab: FiguresTab, qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    make_case("受理")
    look(tab, qtbot)
    qtmodeltester.check(tab.tree.model())  # type: ignore[no-untyped-call]


def test_parts_are_read_when_their_figure_is_unfolded(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理", category="确认劳动关系")
    look(tab, qtbot)
    model = tab.tree.model()
    tab.tree.select_key("disputes.accepted")
    press(tab.tree, Qt.Key.Key_Right)
    index = tab.tree.currentIndex().siblingAtColumn(0)
    qtbot.waitUntil(lambda: model.rowCount(index) == 1, timeout=10_000)
    assert model.index(0, 0, index).data() == "确认劳动关系"
    press(tab.tree, Qt.Key.Key_Left)
    assert not tab.tree.isExpanded(index)


def test_what_was_unfolded_stays_so_when_counted_again(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理")
    look(tab, qtbot)
    model = tab.tree.model()
    tab.tree.select_key("disputes.accepted")
    tab.tree.expand(tab.tree.currentIndex())
    look(tab, qtbot)
    index = tab.tree.currentIndex().siblingAtColumn(0)
    qtbot.waitUntil(lambda: model.rowCount(index) == 1, timeout=10_000)
    assert tab.tree.current_key() == "disputes.accepted"
    assert tab.tree.isExpanded(index)


def test_sums_that_disagree_are_told_in_amber_with_both_sides(tab: FiguresTab, qtbot: QtBot) -> None:
    union = make_union(founded_on=date(2008, 5, 1))
    type(union).update(organisation=None).where(type(union).id == union.id).execute()
    look(tab, qtbot)
    model = tab.tree.model()
    subjects = [model.index(row, 0) for row in range(model.rowCount())]
    unions = next(one for one in subjects if one.data() == "企业工会")
    told = model.index(0, 0, unions)
    assert told.data().startswith("基层工会 1 ≠ ")
    assert told.data(INK_ROLE) == "warn"


def test_the_search_keeps_what_bears_the_words(tab: FiguresTab, qtbot: QtBot) -> None:
    look(tab, qtbot)
    child(tab, QLineEdit, "search").setText("争议 涉及")
    model = tab.tree.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["劳动争议"]
    labels = [
        model.index(row, 0, model.index(0, 0)).data() for row in range(model.rowCount(model.index(0, 0)))
    ]
    assert labels
    assert all("涉及" in label for label in labels)


def test_a_figure_is_explained_with_its_records(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理"), make_case("登记")
    look(tab, qtbot)
    opened(tab, disputes.accepted, qtbot)
    assert child(tab, QLabel, "value").text() == "1 起"
    assert child(tab, QLabel, "explanation").text() == "1 起 = 受理日期在2011年的争议案件数"
    assert "共 <b>1</b> 条" in child(tab.panel, QLabel, "found").text()


def test_enter_opens_the_record_in_the_tab_that_keeps_it(tab: FiguresTab, qtbot: QtBot) -> None:
    case = make_case("受理")
    look(tab, qtbot)
    opened(tab, disputes.accepted, qtbot)
    tab.panel.records.enter()
    table = tab.panel.records.table
    assert table is not None
    with qtbot.waitSignal(tab.record_chosen) as told:
        press(table, Qt.Key.Key_Return)
    assert told.args == ["disputes", case.id]


def test_a_ratio_leads_to_both_its_terms(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("结案"), make_case("受理")
    look(tab, qtbot)
    opened(tab, disputes.closing_rate, qtbot)
    terms = [child(tab.panel, QPushButton, f"term_{number}").text() for number in (1, 2)]
    assert terms == ["受理争议结案 1 起", "受理争议 2 起"]
    child(tab.panel, QPushButton, "term_2").click()
    qtbot.waitUntil(lambda: title(tab) == "受理争议", timeout=10_000)
    assert tab.tree.current_key() == "disputes.accepted"


def test_the_picture_is_the_page_that_is_printed(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理", category="确认劳动关系"), make_case("受理")
    look(tab, qtbot)
    opened(tab, disputes.accepted, qtbot)
    qtbot.waitUntil(tab.panel.chart.isVisible, timeout=10_000)
    shown = tab.panel.chart.pixmap()
    assert shown.width() == pytest.approx(tab.panel.width() - 34, abs=3)
    assert tab.panel.chart.accessibleName() == "图：受理争议（起）"


def test_a_page_is_rendered_as_large_as_the_screen_asks() -> None:
    from app.printing.chart import Bar, Chart
    from app.printing.plot import Inks, picture

    chart = Chart("bars", "会员", (Bar("男", 2, 1, "2", "1"), Bar("女", 3, 1, "3", "1")), "2011年", "2010年")
    page = picture(chart, 300, Inks())
    assert rendered(page, 1).width() == 400
    assert rendered(page, 2).width() == 800


def test_another_period_counts_anew(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理")
    make_case("受理", accepted_on=date(2011, 8, 2))
    look(tab, qtbot)
    tab.bar.chooser.choose(preset="上半年")
    qtbot.waitUntil(lambda: line(tab, "disputes.accepted")[VALUE] == "1 起", timeout=10_000)
    assert tab.period is not None
    assert tab.period.label == "2011年上半年"


def test_a_period_of_ones_own_is_two_days(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理")
    look(tab, qtbot)
    tab.bar.chooser.choose(preset="自定义")
    for name, day in (("first_day", "2011.4.7"), ("last_day", "2011年12月31日")):
        box = child(tab, QLineEdit, name)
        box.setText(day)
        box.editingFinished.emit()
    qtbot.waitUntil(lambda: line(tab, "disputes.accepted")[VALUE] == "0 起", timeout=10_000)


def test_days_that_are_no_period_are_told_beside_the_boxes(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理")
    look(tab, qtbot)
    tab.bar.chooser.choose(preset="自定义")
    box = child(tab, QLineEdit, "first_day")
    box.setText("那天")
    box.editingFinished.emit()
    message = child(tab, QLabel, "period_message")
    assert message.isVisible()
    assert message.text().startswith("开始日期：")
    assert box.property("problem") == "block"


def test_a_cell_of_a_cross_table_opens_its_records(tab: FiguresTab, qtbot: QtBot) -> None:
    case = make_case("结案", outcome="和解")
    make_case("结案", outcome="撤回申请")
    look(tab, qtbot)
    child(tab, QPushButton, "cross_page").click()
    titles = tab.crosses.titles
    qtbot.waitUntil(lambda: titles.count() > 0, timeout=10_000)
    for row in range(titles.count()):
        if titles.item(row).text().strip().startswith("受理争议（"):
            titles.setCurrentRow(row)
    cells = tab.crosses.view.cells
    assert [cells.headerData(one, Qt.Orientation.Horizontal) for one in range(3)] == [
        "和解",
        "撤回申请",
        "合计",
    ]
    assert [cells.index(1, one).data() for one in range(3)] == ["1", "1", "2"]
    tab.crosses.view.setCurrentIndex(cells.index(0, 0))
    qtbot.waitUntil(lambda: tab.crosses.records.table is not None, timeout=10_000)
    table = tab.crosses.records.table
    assert table is not None
    assert table.ids() == [case.id]
    with qtbot.waitSignal(tab.record_chosen) as told:
        table.activated.emit(case.id)
    assert told.args == ["disputes", case.id]


def test_changes_elsewhere_are_counted_when_the_tab_is_seen_again(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理")
    look(tab, qtbot)
    tab.hide()
    make_case("受理")
    tab.reload_when_seen("disputes")
    assert line(tab, "disputes.accepted")[VALUE] == "1 起"
    tab.show()
    qtbot.waitUntil(lambda: line(tab, "disputes.accepted")[VALUE] == "2 起", timeout=10_000)


def test_all_figures_are_exported(
    tab: FiguresTab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_case("受理")
    look(tab, qtbot)
    target = tmp_path / "统计"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    child(tab, QPushButton, "export").click()
    qtbot.waitUntil(lambda: "已导出到" in child(tab, QLabel, "summary").text(), timeout=20_000)
    folder = child(tab, FolderLink, "open_folder")
    opened: list[str] = []
    folder.open_url = lambda url: opened.append(url.toLocalFile())
    folder.click()
    assert opened == [str(tmp_path)]
    rows = CalamineWorkbook.from_path(f"{target}.xlsx").get_sheet_by_name("统计").to_python()
    assert next(row for row in rows if row[1] == "受理争议")[2] == 1.0


def test_all_figures_are_printed_through_the_preview(
    tab: FiguresTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, str]] = []

    def open_for(_window: object, path: Path, title: str, _missing: object = ()) -> None:
        shown.append((title, path.suffix))
        path.unlink()

    monkeypatch.setattr(Preview, "open_for", open_for)
    make_case("受理")
    look(tab, qtbot)
    child(tab, QPushButton, "print").click()
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    assert shown == [("2011年统计报表", ".pdf")]


@pytest.mark.usefixtures("few_figures")
def test_a_closed_year_keeps_its_value_and_shows_the_live_one_beside(tab: FiguresTab, qtbot: QtBot) -> None:
    case = make_case("受理")
    make_case("受理")
    close_year(2011)
    keeping.to_bin(DISPUTES, [case.id])
    look(tab, qtbot)
    told = line(tab, "disputes.accepted")
    index = tab.tree.model().find("disputes.accepted")  # type: ignore[attr-defined]
    assert (told[VALUE], told[STATE]) == ("2 起", "关账")
    assert index.siblingAtColumn(VALUE).data(LIVE_ROLE) == "1"
    assert not tab.tree.isColumnHidden(STATE)
    assert child(tab, QPushButton, "moved_count").text() == "关账后有变动 2 项"
    opened(tab, disputes.accepted, qtbot)
    assert child(tab, QLabel, "remark").text() == "关账后记录有变动，现为 1 起"


@pytest.mark.usefixtures("few_figures")
def test_a_year_is_closed_by_whom_it_asks_for(
    tab: FiguresTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CloseYearDialog, "ask", lambda *_: "周敏")
    make_case("受理")
    look(tab, qtbot)
    tab.bar.close_clicked.emit()
    qtbot.waitUntil(lambda: line(tab, "disputes.accepted")[STATE] == "关账", timeout=10_000)
    closing = closing_of(2011)
    assert closing is not None
    assert closing.closed_by == "周敏"


@pytest.mark.usefixtures("few_figures")
def test_a_closed_year_is_opened_again_with_a_reason(
    tab: FiguresTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReopenYearDialog, "ask", lambda *_: "漏登一户")
    make_case("受理")
    close_year(2011)
    look(tab, qtbot)
    tab.bar.reopen_clicked.emit()
    qtbot.waitUntil(lambda: line(tab, "disputes.accepted")[STATE] == "", timeout=10_000)
    assert closing_of(2011) is None


@pytest.mark.usefixtures("few_figures")
def test_what_moved_is_listed_and_leads_to_its_records(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理")
    close_year(2011)
    make_case("受理")
    look(tab, qtbot)
    child(tab, QPushButton, "moved_count").click()
    qtbot.waitUntil(lambda: bool(tab.window().findChildren(MovedDialog)), timeout=10_000)
    dialog = tab.window().findChildren(MovedDialog)[0]
    moved = child(dialog, QPushButton, "moved_disputes.accepted")
    assert moved.text() == "受理争议：关账时 1，现为 2（新增 1 条）"
    moved.click()
    qtbot.waitUntil(lambda: title(tab) == "受理争议", timeout=10_000)


def test_who_closes_a_year_must_be_told(office: Office, qtbot: QtBot) -> None:
    dialog = CloseYearDialog(2011)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert child(dialog, QLabel, "problem").text() == "请填写关账人。"
    assert dialog.result() == 0
    child(dialog, QLineEdit, "line").setText("周敏")
    dialog.accept()
    assert dialog.result() == 1


@pytest.mark.parametrize("dialog", [CloseYearDialog, ReopenYearDialog])
def test_what_was_typed_to_close_a_year_or_open_it_again_is_told(
    office: Office, tab: FiguresTab, dialog: type[CloseYearDialog | ReopenYearDialog]
) -> None:
    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, dialog)
        child(asked, QLineEdit, "line").setText(" 周敏 ")
        click(asked, "accept")

    QTimer.singleShot(0, answer)
    assert dialog.ask(tab, 2011) == "周敏"


def test_a_year_is_not_opened_again_without_a_reason(office: Office, qtbot: QtBot) -> None:
    dialog = ReopenYearDialog(2011)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert child(dialog, QLabel, "problem").text() == "请写明重新开账的原因。"
    assert dialog.result() == 0


def test_the_menu_of_the_year_offers_what_its_state_allows(office: Office, tab: FiguresTab) -> None:
    menu = child(tab, QPushButton, "more").menu()
    menu.aboutToShow.emit()
    year = date.today().year
    assert [one.text() for one in menu.actions() if one.isVisible() and one.text()] == [
        f"{year}年关账…",
        f"导出{year}年年报汇总…",
    ]


def test_every_widget_that_takes_focus_has_a_name(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("结案")
    make_member()
    look(tab, qtbot)
    opened(tab, members.on_roll, qtbot)
    unnamed = [
        one
        for one in tab.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not (one.accessibleName() or getattr(one, "text", lambda: "")())
    ]
    assert unnamed == []


def test_an_empty_office_is_counted_calmly(whole_tab: FiguresTab, qtbot: QtBot) -> None:
    look(whole_tab, qtbot)
    assert line(whole_tab, "office.name")[VALUE] == "泰祥社区工会"
    go_to(whole_tab, "disputes.accepted", qtbot)
    assert line(whole_tab, "disputes.accepted")[VALUE : CHANGE + 1] == ["0 起", "0", "—"]
    assert line(whole_tab, "disputes.closing_rate")[LAST] == "—"
    whole_tab.show_page(1)
    qtbot.waitUntil(lambda: whole_tab.crosses.titles.count() > 0, timeout=10_000)
    assert whole_tab.crosses.view.cells.rowCount(QModelIndex()) == 0


def test_a_figure_is_shown_over_the_period_it_was_quoted_for(tab: FiguresTab, qtbot: QtBot) -> None:
    make_case("受理")
    make_case("受理", applied_on=date(2011, 2, 1), accepted_on=date(2011, 2, 1))
    look(tab, qtbot)
    tab.show_figure(disputes.accepted, through_month(2011, 2))
    qtbot.waitUntil(lambda: value_label(tab) == "1 起", timeout=20_000)
    assert tab.bar.chooser.period == through_month(2011, 2)


def test_a_period_without_a_name_is_chosen_by_its_days(tab: FiguresTab, qtbot: QtBot) -> None:
    look(tab, qtbot)
    april_on = custom(date(2011, 4, 1), date(2011, 12, 31))
    tab.bar.chooser.choose_period(april_on)
    assert tuple(tab.bar.chooser.period) == tuple(april_on)


def value_label(tab: FiguresTab) -> str:
    label = tab.findChild(QLabel, "value")
    assert label is not None
    return label.text()
