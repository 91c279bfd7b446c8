"""A day that a list does not say is left open, or concluded and told; never one of another event unasked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.exchange.importing import Report, open_session, report_of
from app.keeping import keeping
from app.office import Office
from app.register import Register
from app.subjects.activities.records import Activity
from app.subjects.activities.register import ACTIVITIES
from app.subjects.disputes.cases.records import DisputeCase
from app.subjects.disputes.cases.register import DISPUTES
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.hardship.reviews.register import REVIEWS
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from app.subjects.publications.bulletins.records import Bulletin
from app.subjects.publications.bulletins.register import BULLETINS
from tests.app.exchange.books import write_book
from tests.app.exchange.test_blank import FILE, MEMBER, VISIT
from tests.factories.disputes import make_mediator

Take = Callable[..., Report]
CASE = {
    "申请人": "张三", "被申请人": "甲公司", "调解员": "陈调解", "受理日期": "2011-3-8",
    "争议类别": "劳动报酬、工伤医疗费、经济补偿或者赔偿金", "争议细类": "拖欠工资",
    "申请请求": "支付工资", "事实与理由": "拖欠工资",
}  # fmt: skip


@pytest.fixture
def take(office: Office, tmp_path: Path) -> Take:
    def taken(register: Register, row: dict[str, str]) -> Report:
        path = write_book(tmp_path / "a.xlsx", [list(row), list(row.values())])
        session = open_session(register, path)
        session.import_rows()
        return report_of(session)

    return taken


def test_of_a_member_only_the_day_of_joining_is_known(take: Take) -> None:
    take(MEMBERS, MEMBER | {"入会日期": "2009-3-8"})
    assert (Member.get().approved_on, Member.get().applied_on) == (date(2009, 3, 8), None)


def test_the_number_of_a_member_is_of_the_year_that_is_known(take: Take) -> None:
    take(MEMBERS, MEMBER | {"入会日期": "2009-3-8"})
    assert Member.get().member_no == "TY-HY-2009-0001"


def test_of_a_household_only_the_day_of_opening_is_known(take: Take) -> None:
    take(HARDSHIP, FILE | {"建档日期": "2009-3-8"})
    file = HardshipFile.get()
    assert (file.opened_on, file.applied_on, file.file_no) == (date(2009, 3, 8), None, "TY-HZ-2009-0001")


def test_a_review_changes_a_file_of_which_only_the_opening_is_known(take: Take) -> None:
    """The file was opened in 2009: what a review of 2012 finds is later than that, not earlier."""
    take(HARDSHIP, FILE | {"建档日期": "2009-3-8"})
    told = {"file": HardshipFile.get(), "reviewed_on": date(2012, 3, 8), "new_category": "深度困难"}
    keeping.save(REVIEWS, keeping.new(REVIEWS, reviewed_by="李强", **told))
    assert HardshipFile.get().category == "深度困难"


def test_of_a_case_only_the_day_of_acceptance_is_known_and_it_is_told(take: Take) -> None:
    make_mediator(name="陈调解")
    report = take(DISPUTES, CASE)
    case = DisputeCase.get()
    assert (case.accepted_on, case.__data__["applied_on"]) == (date(2011, 3, 8), None)
    assert (case.serial_no, report.counts.incomplete) == ("TY-TJ-2011-0001", 1)
    assert "缺这些内容，按资料不全登记：申请日期 1 条" in report.asides


def test_a_case_of_which_no_day_is_known_is_asked_for_it(take: Take) -> None:
    make_mediator(name="陈调解")
    report = take(DISPUTES, CASE | {"受理日期": ""})
    assert "请填写申请日期" in [one.sentence for one in report.problems]


def test_of_a_piece_of_news_only_the_day_of_sending_is_known(take: Take) -> None:
    report = take(BULLETINS, {"标题": "春节慰问", "撰稿人": "王芳", "审核人": "李强",
                              "审批日期": "2011-1-28", "报送日期": "2011-1-30"})  # fmt: skip
    piece = Bulletin.get()
    assert (piece.sent_on, piece.__data__["drafted_on"]) == (date(2011, 1, 30), None)
    assert piece.bulletin_no == "TY-XX-2011-0001"
    assert report.counts.incomplete == 1


def test_the_same_piece_of_news_again_is_the_same_one(take: Take) -> None:
    row = {
        "标题": "春节慰问",
        "撰稿人": "王芳",
        "审核人": "李强",
        "审批日期": "2011-1-28",
        "报送日期": "2011-1-30",
    }
    take(BULLETINS, row)
    report = take(BULLETINS, row)
    assert (report.unchanged, report.problems) == (1, [])


def test_a_day_that_is_concluded_from_another_is_told(take: Take) -> None:
    report = take(VISITS, VISIT | {"来访日期": "2011-3-8", "处理结果": "已答复"})
    (told,) = [aside for aside in report.asides if "按通常情况登记" in aside]
    assert Visit.get().closed_on == date(2011, 3, 8)
    assert "处理日期（按其他日期推定）1 条" in told


def test_an_activity_of_which_one_day_is_told_was_on_that_day_and_it_is_told(take: Take) -> None:
    row = {"活动名称": "插花比赛", "类别": "文艺联谊", "活动时间": "2011年3月8日上午9:00"}
    report = take(ACTIVITIES, row)
    (told,) = [aside for aside in report.asides if "按通常情况登记" in aside]
    activity = Activity.get()
    assert (activity.starts_on, activity.ends_on) == (date(2011, 3, 8), date(2011, 3, 8))
    assert "结束日期（按其他日期推定）1 条" in told
