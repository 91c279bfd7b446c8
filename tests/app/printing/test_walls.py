"""What hangs on a wall: large, with a title that says whose it is and of which year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.office import Office
from tests.factories.activities import make_activity, make_award
from tests.factories.donations import make_donation, make_drive
from tests.factories.people import make_file, make_member
from tests.helpers.paper import print_out
from tests.helpers.proofs import read_pages


def sizes(path: Path) -> dict[str, float]:
    """Return how large each piece of text of the first page is set, in points."""
    return {words.text.strip(): round(words.size, 1) for words in read_pages(path)[0].words}


@pytest.fixture
def notice(office: Office, tmp_path: Path) -> Path:
    """The notice of one file that hangs out in January 2011."""
    make_file(
        name="李小明", status="公示中", notice_from=date(2011, 1, 10), notice_to=date(2011, 1, 17),
        approved_on=None, opened_on=None,
    )  # fmt: skip
    print_out(tmp_path, "hardship.notice", today=date(2011, 1, 12))
    return tmp_path / "print.pdf"


def test_a_notice_names_the_office_and_the_year_in_a_title_of_22_points(notice: Path) -> None:
    told = sizes(notice)
    assert next(size for text, size in told.items() if "困难职工公示" in text) == 22
    assert any("工会2011年困难职工公示" in text for text in told)


def test_a_notice_is_set_in_16_points_and_its_table_no_smaller(notice: Path) -> None:
    told = sizes(notice)
    assert next(size for text, size in told.items() if "建档帮扶的有关规定" in text) == 16
    assert next(size for text, size in told.items() if text == "李*明") >= 16


def test_a_short_list_is_set_as_large_as_it_fits(office: Office, tmp_path: Path) -> None:
    drive = make_drive()
    make_donation(drive, donor="陆建国", amount=100_00)
    paper = print_out(tmp_path, "hardship.donors", record=drive.id, public=True)
    assert sizes(paper.path)["陆建国"] == 24


def test_rows_of_large_type_end_above_the_foot(office: Office, tmp_path: Path) -> None:
    """Large rows are higher: what is counted must be what is drawn."""
    for _ in range(40):
        make_member()
    paper = print_out(tmp_path, "members.roster", public=True)
    for page in read_pages(paper.path):
        foot = next(words for words in page.words if "页" in words.text)
        assert min(words.bottom for words in page.words) >= foot.bottom - 3


def test_a_notice_stays_on_one_page_in_the_largest_type_that_lets_it(office: Office, tmp_path: Path) -> None:
    """Its seal does not hang on a second sheet with two names."""
    for _ in range(11):
        make_member(name="李小明")
    paper = print_out(tmp_path, "members.roster", public=True)
    assert len(read_pages(paper.path)) == 1
    assert 16 <= sizes(paper.path)["李小明"] < 24


def lines_of(path: Path, size: float) -> list[str]:
    """Return what stands in a size on the first page, line by line."""
    return ["".join(words.text.split()) for words in read_pages(path)[0].words if round(words.size) == size]


def test_a_long_title_breaks_behind_the_year_and_tears_no_word(office: Office, tmp_path: Path) -> None:
    activity = make_activity(name="第四届“迎新春”职工春季长跑赛", starts_on=date(2011, 4, 16))
    make_award(activity)
    paper = print_out(tmp_path, "activities.awards", record=activity.id, public=True)
    title = lines_of(paper.path, 22)[:2]
    assert title == ["泰祥社区工会2011年", "第四届“迎新春”职工春季长跑赛获奖名单"]


def test_the_place_of_the_office_is_said_once_in_a_title(office: Office, tmp_path: Path) -> None:
    activity = make_activity(name="泰祥社区2011年迎春长跑赛", starts_on=date(2011, 4, 16))
    make_award(activity)
    paper = print_out(tmp_path, "activities.awards", record=activity.id, public=True)
    assert lines_of(paper.path, 22)[0] == "泰祥社区工会2011年迎春长跑赛获奖名单"


def test_an_unknown_place_is_not_told(office: Office, tmp_path: Path) -> None:
    activity = make_activity(name="长跑赛", place=None)
    make_award(activity)
    paper = print_out(tmp_path, "activities.awards", record=activity.id, public=True)
    assert "地点" not in "".join(words.text for words in read_pages(paper.path)[0].words)
