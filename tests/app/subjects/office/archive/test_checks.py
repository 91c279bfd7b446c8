"""Each rule of the archive: how long things are kept, and when they may go (domain 10 and 12.3)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.office import Office
from app.subjects.office.archive.register import ARCHIVE
from tests.factories.paperwork import make_archived_file, make_item, new_item
from tests.factories.people import make_file
from tests.helpers.problems import blocked, warned

TOMORROW = date.today() + timedelta(days=1)
HARDSHIP = "困难职工档案"
GONE = {"status": "已销毁", "approved_by": "王芳", "witness": "李强"}


def test_a_whole_piece_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    assert blocked(ARCHIVE, new_item()) == {}
    assert warned(ARCHIVE, new_item()) == {}


@pytest.mark.parametrize(("retention", "too_short"), [("5年", True), ("10年", False), ("永久", False)])
def test_a_hardship_file_is_kept_ten_years(office: Office, retention: str, too_short: bool) -> None:
    assert ("retention" in blocked(ARCHIVE, new_item(kind=HARDSHIP, retention=retention))) == too_short
    assert "retention" not in blocked(ARCHIVE, new_item(retention=retention))


@pytest.mark.parametrize("kind", [HARDSHIP, "文书"])
def test_years_without_a_first_day_are_doubtful(office: Office, kind: str) -> None:
    assert "counted_from" in warned(ARCHIVE, new_item(kind=kind, counted_from=None))
    assert warned(ARCHIVE, new_item(kind=kind, counted_from=None, retention="永久")) == {}


def test_the_ten_years_run_from_the_closing_of_the_file(office: Office) -> None:
    item = make_archived_file(date(2011, 2, 1))
    assert item.expires_on == date(2021, 1, 31)
    item.counted_from = date(2011, 1, 31)
    assert "早于退档日期（2011年2月1日）" in blocked(ARCHIVE, item)["counted_from"]


def test_choosing_a_closed_file_fills_in_the_rest(office: Office) -> None:
    file = make_file(name="陆建国", status="退档(脱困)", closed_on=date(2011, 2, 1), close_reason="脱困")
    item = new_item(hardship_file=file, title=None, kind=None, retention=None, counted_from=None, dated=None)
    assert blocked(ARCHIVE, item) == {}
    assert (item.title, item.kind, item.retention) == ("陆建国困难职工档案", HARDSHIP, "10年")
    assert (item.counted_from, item.expires_on) == (date(2011, 2, 1), date(2021, 1, 31))


def test_the_time_of_an_open_file_does_not_run(office: Office) -> None:
    file = make_file()
    assert "还没有退档" in blocked(ARCHIVE, new_item(hardship_file=file, kind=HARDSHIP))["counted_from"]
    assert blocked(ARCHIVE, new_item(hardship_file=file, kind=HARDSHIP, counted_from=None)) == {}


@pytest.mark.parametrize("day", ["lent_on", "gone_on"])
def test_nothing_leaves_the_archive_before_it_came_there(office: Office, day: str) -> None:
    item = new_item(archived_on=date(2011, 3, 8))
    setattr(item, day, date(2011, 3, 7))
    assert "2011年3月8日" in blocked(ARCHIVE, item)[day]
    setattr(item, day, date(2011, 3, 8))
    assert "2011年3月8日" not in blocked(ARCHIVE, item).get(day, "")


def test_a_hardship_file_is_of_its_kind_and_filed_once(office: Office) -> None:
    item = make_archived_file(date(2011, 2, 1))
    twin = new_item(hardship_file=item.hardship_file, title=item.title, counted_from=None)
    assert blocked(ARCHIVE, twin).keys() == {"kind", "title"}
    assert blocked(ARCHIVE, item) == {}


@pytest.mark.parametrize(
    ("dated", "wrong"),
    [("2011-03-09", True), ("2011-04", True), ("2012", True), ("2011-03", False), ("2011", False)],
)
def test_a_paper_is_filed_after_it_was_written(office: Office, dated: str, wrong: bool) -> None:
    assert ("archived_on" in blocked(ARCHIVE, new_item(dated=dated))) == wrong


@pytest.mark.parametrize("name", ["archived_on", "lent_on", "gone_on"])
def test_no_day_has_yet_to_come(office: Office, name: str) -> None:
    assert "在今天之后" in blocked(ARCHIVE, new_item(**{name: TOMORROW}))[name]


def test_what_is_lent_says_to_whom_and_until_when(office: Office) -> None:
    assert blocked(ARCHIVE, new_item(status="借出")).keys() == {"borrower", "lent_on", "due_on"}
    lent = {"status": "借出", "borrower": "王芳", "lent_on": date(2011, 4, 8)}
    assert "due_on" in blocked(ARCHIVE, new_item(**lent, due_on=date(2011, 4, 7)))
    assert blocked(ARCHIVE, new_item(**lent, due_on=date(2011, 4, 22))) == {}


def test_what_was_handed_over_says_when_and_to_whom(office: Office) -> None:
    assert blocked(ARCHIVE, new_item(status="已移交")).keys() == {"gone_on", "gone_to", "approved_by"}


@pytest.mark.parametrize(("day", "too_early"), [(date(2020, 12, 31), True), (date(2021, 1, 1), False)])
def test_nothing_is_destroyed_before_its_time_is_over(office: Office, day: date, too_early: bool) -> None:
    told = blocked(ARCHIVE, new_item(**GONE, gone_on=day))
    assert told == ({"gone_on": "保管到2020年12月31日，还没有到期，不能销毁"} if too_early else {})


def test_what_is_kept_for_ever_is_never_destroyed(office: Office) -> None:
    assert "retention" in blocked(ARCHIVE, new_item(**GONE, gone_on=date(2021, 1, 1), retention="永久"))


def test_somebody_else_sees_it_destroyed(office: Office) -> None:
    told = blocked(ARCHIVE, new_item(**(GONE | {"witness": "王芳"}), gone_on=date(2021, 1, 1)))
    assert told.keys() == {"witness"}
    nobody = {"status": "已销毁"}
    assert blocked(ARCHIVE, new_item(**nobody)).keys() == {"gone_on", "approved_by", "witness"}


def test_a_piece_that_is_kept_does_not_stand_in_its_own_way(office: Office) -> None:
    assert blocked(ARCHIVE, make_item()) == {}
