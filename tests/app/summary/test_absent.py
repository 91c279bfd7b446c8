"""What is not there is not said, and a fall to nothing is: no 0名 stands in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.office import Office
from app.rules.periods import year
from app.summary.compose import compose
from app.summary.reports import REPORTS, YEAR, Report
from app.summary.texts import brought_along
from tests.factories.activities import make_activity, new_activity
from tests.factories.contracts import make_contract
from tests.factories.disputes import make_case
from tests.factories.insurance import new_consultation
from tests.factories.paperwork import make_goal, make_shortcoming
from tests.factories.people import make_member
from tests.factories.publications import new_bulletin
from tests.helpers.figures import stored

Y2011, Y2012 = year(2011), year(2012)
_NOUGHT = re.compile(r"(?<![0-9.])0(?:\.00)?(?:名|人次|人|家|户|个|起|份|次|项|条|元|篇|支|种|处|类)")
_JOINED = {"applied_on": date(2011, 3, 1), "approved_on": date(2011, 3, 1)}
_A_YEAR_BEFORE: dict[str, Any] = {"applied_on": date(2010, 4, 6), "accepted_on": date(2010, 4, 6)}


def body(text: str) -> str:
    """What stands below the title."""
    return "\n".join(line.text for line in compose(f"总结\n{text}", Y2011).lines[1:])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("发展会员{{ 新发展会员 }}名，其中农民工{{ 新发展会员.农民工 }}名。", "发展会员1名。"),
        ("受理争议{{ 受理争议 }}起，发展会员{{ 新发展会员 }}名。", "发展会员1名。"),
        ("{{ 全期 }}共受理争议{{ 受理争议 }}起，发展会员{{ 新发展会员 }}名。", "全年共发展会员1名。"),
        ("{{ 全期 }}受理争议{{ 受理争议 }}起，{{ 期末 }}会员{{ 会员 }}人。", "2011年末会员1人。"),
        ("受理{{ 受理争议 }}起，并发展会员{{ 新发展会员 }}名。", "发展会员1名。"),
        ("有男会员{{ 会员.男 }}人、女会员{{ 会员.女 }}人。", "有男会员1人。"),
        ("有女会员{{ 会员.女 }}人、男会员{{ 会员.男 }}人。", "有男会员1人。"),
        ("会员{{ 会员 }}人：其中{{ 会员.女 }}名女工、{{ 会员.男 }}名男工。", "会员1人：其中1名男工。"),
        ("会员{{ 会员 }}人，其中女{{ 会员.女 }}人，男{{ 会员.男 }}人。", "会员1人，其中男1人。"),
        ("会员{{ 会员 }}人，案件情况为：{{ 受理争议 }}起。", "会员1人。"),
        ("会员{{ 会员 }}人（含女{{ 会员.女 }}人）。", "会员1人（含女0人）。"),
    ],
)
def test_what_a_figure_does_not_tell_is_not_said(office: Office, text: str, said: str) -> None:
    """One man joined, nobody else; within brackets the writer's words are left alone."""
    make_member(sex="男", is_migrant_worker=False, **_JOINED)
    assert body(text) == said


def test_what_was_not_said_is_told_beside_the_text(office: Office) -> None:
    make_member(is_migrant_worker=False, **_JOINED)
    text = "总结\n发展会员{{ 新发展会员 }}名，受理争议{{ 受理争议 }}起。"
    assert compose(text, Y2011).left_out == ("受理争议",)
    assert "〔未登记：受理争议〕" in compose(text, Y2011, mark=True).text


def test_a_share_of_nothing_done_is_said(office: Office) -> None:
    """One case was accepted and is still open: 办结率 0% tells of it."""
    make_case("受理")
    assert body("受理{{ 受理争议 }}起，办结率{{ 办结率 }}。") == "受理1起，办结率0%。"


def test_a_stock_that_fell_to_nothing_is_said(office: Office) -> None:
    """A wage agreement of 2010 that ran out in March 2011; the general one runs on."""
    make_contract()
    days = {"congress_on": date(2010, 3, 1), "signed_on": date(2010, 3, 8), "filed_on": date(2010, 3, 15)}
    ended = {"effective_on": date(2010, 4, 1), "start_on": date(2010, 4, 1), "end_on": date(2011, 3, 31)}
    make_contract(kind="工资专项集体合同", **days, **ended)
    text = compose(brought_along(YEAR), Y2011).text
    assert "工资专项签约单位由上年同期1家降为零" in text


def test_work_that_fell_to_nothing_is_said_where_other_work_was_done(office: Office) -> None:
    make_case("受理", **_A_YEAR_BEFORE)
    assert body("受理{{ 受理争议 }}起，调解成功{{ 调解成功 }}起。") == ""
    make_member(**_JOINED)
    assert body("受理{{ 受理争议 }}起，调解成功{{ 调解成功 }}起。") == "受理争议由上年同期1起降为零。"


def test_a_plan_or_a_problem_that_nobody_wrote_down_has_not_fallen(office: Office) -> None:
    """Nobody tells her leader that next year's tasks fell from one to nought: no plan was entered yet."""
    make_goal(year=2011)
    make_shortcoming(year=2010)
    make_member(**_JOINED)
    for figure in ("明年任务", "存在问题", "改进措施"):
        assert body(f"共有{{{{ {figure} }}}}项。") == ""


def test_a_part_of_the_year_does_not_hide_the_rest_of_it(office: Office) -> None:
    """Five cases accepted in February give a sentence, though the writer asked for April to December."""
    for day in range(1, 6):
        make_case("受理", applied_on=date(2011, 2, day), accepted_on=date(2011, 2, day))
    text = "受理{{ 受理争议.月份(4, 12) }}起，调解成功{{ 调解成功.月份(4, 12) }}起。"
    assert body(text) == "4—12月没有受理争议，全年共5起。"
    assert body("第二季度受理{{ 受理争议.第二季度 }}起。") == "第二季度没有受理争议，全年共5起。"
    assert body("4月起调解成功{{ 调解成功.月份(4, 12) }}起。") == ""


def test_a_fall_is_said_once(office: Office) -> None:
    make_case("受理", **_A_YEAR_BEFORE)
    make_member(**_JOINED)
    text = "受理{{ 受理争议 }}起。涉及{{ 争议涉及人数 }}人。会员{{ 会员 }}人，受理{{ 受理争议 }}起。"
    assert body(text) == "受理争议由上年同期1起降为零。会员1人。"


def test_brackets_of_a_choice_are_full_width_in_a_sentence(office: Office) -> None:
    """GB/T 15834: 调解成功(达成协议) is a choice of the form, and no Chinese sentence."""
    make_case("结案", outcome="调解成功(达成协议)")
    assert body("结案情况为{{ 受理争议结案.明细 }}。") == "结案情况为调解成功（达成协议）1起。"


def test_one_event_without_a_series_is_named_and_several_are_others(office: Office) -> None:
    _event("“庆三八”联欢活动", 60)
    assert body("其中{{ 活动参加人次.明细 }}。") == "其中“庆三八”联欢活动60人次。"
    _event("读书会", 5)
    assert body("其中{{ 活动参加人次.明细 }}。") == "其中其他65人次。"


def _event(name: str, came: int) -> None:
    stored(new_activity(name=name, stated_count=came, status="已总结"))


def _nothing() -> None:
    return None


def _a_handful() -> None:
    make_member(is_migrant_worker=False, **_JOINED)
    make_case("受理")
    make_contract(signer_type="行业工会")
    make_activity(stated_count=None)
    stored(new_consultation(asked_on=date(2011, 3, 4), persons=2))
    stored(new_bulletin(sent_on=date(2011, 5, 5), status="已报送"))


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.key)
@pytest.mark.parametrize("make", [_nothing, _a_handful])
def test_no_report_of_a_small_office_says_nought(
    office: Office, make: Callable[[], None], report: Report
) -> None:
    make()
    text = compose(brought_along(report), report.period(2011)).text
    assert _NOUGHT.findall(text) == []
    assert re.findall(r"，[，。；]|、[，。；]|：[。；]|[（]）|＿＿|“”", text) == []


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize("of", [2009, 2010, 2011, 2012])
@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.key)
def test_no_report_of_the_sample_says_nought(report: Report, of: int) -> None:
    text = compose(brought_along(report), report.period(of)).text
    assert _NOUGHT.findall(text) == []
    assert "(" not in text


@pytest.mark.usefixtures("open_sample")
def test_no_success_is_claimed_of_a_year_in_which_nothing_was_done() -> None:
    texts = {of: compose(brought_along(YEAR), year(of)).text for of in (2011, 2012)}
    assert ["取得了新的成效" in texts[of] and "充实而有意义" in texts[of] for of in (2011, 2012)] == [
        True,
        False,
    ]
    assert "成效" not in texts[2012]


def test_an_empty_office_claims_nothing(office: Office) -> None:
    text = compose(brought_along(YEAR), Y2011).text
    assert [word for word in ("成效", "充实", "健全", "成立") if word in text] == []


@pytest.mark.usefixtures("open_sample")
@pytest.mark.parametrize(
    "recorded",
    [
        "农民工俱乐部配备",
        "行政方有重大政策出台时，都事先与工会沟通",
        "联手市总工会、区总工会举办",
        "会同泰祥社区妇联举办2011年“庆三八”联欢活动",
        "参加区总工会主办的第四届职工春季长跑赛",
        "“红五月”系列文体活动有恰尔斯服饰有限公司、有司建筑公司",
        "独立工会按所有制分为外资34家、私营77家",
        "退休人员的2011年互助保障参保工作",
        "泰祥物业行业工会举行“物业有真情，有难大家帮”募捐",
    ],
)
def test_what_is_recorded_is_quoted(recorded: str) -> None:
    assert recorded in compose(brought_along(YEAR), Y2011).text
