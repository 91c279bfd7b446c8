"""Nominations for honours: put forward, shown in public for five working days, granted (domain 18)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from app.keeping import keeping
from app.office import Office
from app.records.profile import profile
from app.register import Due
from app.registry import find_figure
from app.subjects.office.honours.records import Honour
from app.subjects.office.nominations import figures as nominations
from app.subjects.office.nominations.due import nominations_due
from app.subjects.office.nominations.records import Nomination
from app.subjects.office.nominations.register import NOMINATIONS
from app.subjects.office.profile.register import PROFILE
from tests.factories.paperwork import make_nomination, new_nomination
from tests.factories.people import make_member
from tests.helpers.figures import IN, YEAR, Case, Expected, hold, stored, sums_hold
from tests.helpers.paper import print_out
from tests.helpers.problems import advance, blocked, forbidden, warned

_COUNTED = "SELECT COUNT(*) FROM nomination WHERE deleted_at IS NULL AND"
SAMPLE: Expected = {
    "评优推荐": f"{_COUNTED} nominated_on {IN}",
    "评优公示": f"{_COUNTED} notice_from {IN}",
    "评优上报": f"{_COUNTED} sent_on {IN}",
    "评优推荐获授予": f"{_COUNTED} status = '已授予' AND nominated_on {IN}",
}
_DAYS: dict[str, object] = {"notice_from": date(2011, 3, 2), "notice_to": date(2011, 3, 9)}
_NOTICE: dict[str, object] = {**_DAYS, "notice_result": "无异议"}
_PUBLISHED: dict[str, object] = {**_DAYS, "status": "公示中"}
_SENT = {**_NOTICE, "sent_on": date(2011, 3, 10), "status": "已上报"}
CASES = (
    Case(
        lambda _, **values: stored(new_nomination(**values)),
        {"nominated_on": date(2010, 12, 31)},
        {"评优推荐": 1},
        same=("评优公示", "评优上报", "评优推荐获授予"),
    ),
    Case(
        lambda _, **values: stored(
            new_nomination(**{**_SENT, "status": "已授予", "granted_on": date(2011, 4, 28), **values})
        ),
        {"nominated_on": date(2010, 11, 1), "notice_from": date(2010, 11, 2), "sent_on": date(2010, 12, 1)},
        {"评优推荐": 1, "评优公示": 1, "评优上报": 1, "评优推荐获授予": 1},
    ),
)
test_sample, test_following, test_complete, test_explained = hold(nominations, SAMPLE, CASES)


def test_the_sums_of_the_nominations_hold(office: Office) -> None:
    make_nomination()
    make_nomination(level="市级", **_SENT)
    sums_hold(nominations)


def test_a_nomination_goes_through_its_notice_to_the_honours(office: Office) -> None:
    member = make_member(name="王芳", employer="恰尔斯")
    one = make_nomination(member=member, document_no="区工〔2011〕3号")
    one = advance(NOMINATIONS, one, "开始公示", {**_DAYS, "decided_on": date(2011, 3, 1)})
    one = advance(NOMINATIONS, one, "登记公示结果", {"notice_result": "无异议"})
    one = advance(NOMINATIONS, one, "上报", {"sent_on": date(2011, 3, 10)})
    advance(NOMINATIONS, one, "登记授予", {"granted_on": date(2011, 4, 28)})
    (honour,) = Honour.alive()
    told = (honour.title, honour.recipient, honour.member_id, honour.level, honour.granted_by)
    assert told == ("五一劳动奖章", "王芳", member.id, "区级", "区总工会")
    assert (honour.granted_on, honour.document_no) == (date(2011, 4, 28), "区工〔2011〕3号")
    assert find_figure("个人荣誉").number(YEAR) == 1


def test_a_notice_hangs_out_for_as_many_working_days_as_the_office_has_set(office: Office) -> None:
    """After Wednesday, 2 March 2011, the day it is hung out, the fifth working day is Wednesday, the 9th."""
    assert "notice_to" not in _long(date(2011, 3, 9))
    assert "只有 4 个工作日，应不少于 5 个" in _long(date(2011, 3, 8))["notice_to"]
    office_of = profile()
    keeping.assign(office_of, {"nomination_days": 4})
    keeping.save(PROFILE, office_of)
    assert "notice_to" not in _long(date(2011, 3, 8))


def _long(last: date) -> dict[str, str]:
    said = warned(NOMINATIONS, new_nomination(**(_PUBLISHED | {"notice_to": last})))
    return {name: sentence for name, sentence in said.items() if "工作日" in sentence}


def test_a_result_waits_for_the_end_of_the_notice_and_for_what_is_objected(office: Office) -> None:
    today = date.today()
    running = make_nomination(
        nominated_on=today, notice_from=today, notice_to=today + timedelta(days=9), status="公示中"
    )
    assert "才结束" in forbidden(NOMINATIONS, running, "登记公示结果", notice_result="无异议")["notice_to"]
    over = make_nomination(title="工人先锋号", **_PUBLISHED)
    opposed = {"notice_result": "有异议", "objection": "群众来电"}
    assert "请先查明" in forbidden(NOMINATIONS, over, "登记公示结果", **opposed)["notice_result"]
    assert "objection" in forbidden(NOMINATIONS, over, "登记公示结果", notice_result="有异议")


def test_what_is_published_and_what_is_to_be_handed_in_is_told(office: Office) -> None:
    published = make_nomination(**_PUBLISHED)
    cleared = make_nomination(recipient="李强", status="公示无异议", **_NOTICE)
    make_nomination(recipient="张伟", **_SENT)
    assert list(nominations_due(date(2011, 3, 8))) == [
        Due("评优公示到期", str(published), published.id, 1, "请登记公示结果", by="登记公示结果"),
        Due("评优材料待上报", str(cleared), cleared.id, 0, by="上报"),
    ]


def test_nobody_is_put_forward_twice_in_a_year_unnoticed(office: Office) -> None:
    make_nomination()
    assert "title" in warned(NOMINATIONS, new_nomination())
    assert "title" not in warned(NOMINATIONS, new_nomination(recipient="李强"))
    assert "member" in blocked(NOMINATIONS, new_nomination(recipient="李强", member=make_member(name="王芳")))


def test_the_notice_names_title_days_and_whom_to_call(office: Office, tmp_path: Path) -> None:
    make_nomination(deeds="连续三年安全生产", **_PUBLISHED)
    make_nomination(recipient="恰尔斯", recipient_kind="单位", title="工人先锋号", **_PUBLISHED)
    make_nomination(recipient="张伟")
    paper = print_out(tmp_path, "office.nomination_notice")
    for words in ("评先评优推荐公示", "“五一劳动奖章”评选", "2011年3月2日至2011年3月9日", "监督电话", "王*"):
        assert words in paper.joined
    assert "连续三年安全生产" in paper.joined
    assert "恰尔斯" in paper.joined
    assert "张伟" not in paper.joined
    assert "王芳" not in paper.joined


def test_a_list_tells_how_far_a_nomination_came_by_its_days(office: Office) -> None:
    settle = NOMINATIONS.after_import
    assert settle is not None
    for values, status in (
        ({"granted_on": date(2011, 4, 28)}, "已授予"),
        ({"sent_on": date(2011, 3, 10)}, "已上报"),
        (_NOTICE, "公示无异议"),
        (_DAYS, "公示中"),
        ({}, "推荐"),
    ):
        one: Nomination = new_nomination(**values)
        settle(one, frozenset())
        assert one.status == status
