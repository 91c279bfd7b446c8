"""Papers around a mediation: the refusal, the power of attorney, the receipt, the inquiry (domain 4.6)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.errors import Refused
from app.office import Office
from tests.factories.disputes import make_case, make_party, make_step, make_success
from tests.helpers.paper import print_out


def test_a_refusal_tells_the_reason_and_the_way_to_arbitration(office: Office, tmp_path: Path) -> None:
    """Order 17: who is refused is told why; a year from knowing, arbitration is barred (article 27)."""
    case = make_case("不予受理", refuse_reason="不属于劳动争议", known_on=date(2011, 3, 1))
    text = print_out(tmp_path, "disputes.refusal", record=case.id).joined
    assert f"{case.applicants}：" in text
    assert "因不属于劳动争议，本组织决定不予受理" in text
    assert "时效到2012年3月1日届满" in text


def test_who_was_not_refused_gets_no_refusal(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="没有可打印的"):
        print_out(tmp_path, "disputes.refusal", record=make_case("调解中").id)


def test_a_power_of_attorney_names_both_and_leaves_its_reach_to_tick(office: Office, tmp_path: Path) -> None:
    case = make_case(sides=False)
    make_party(case, name="陆建国", id_number="310104198005060134", agent="仇志明", agent_phone="13850176642")
    make_party(case, role="被申请人", kind="单位", name="上海五金厂", id_number=None)
    first, second = print_out(tmp_path, "disputes.attorney", record=case.id).pages
    text = first.replace("\n", "")
    told = (
        "陆建国",
        "310104198005060134",
        "受委托人：仇志明",
        "13850176642",
        "与上海五金厂之间",
        "□一般代理",
    )
    assert [words for words in told if words not in text] == []
    assert "上海五金厂" in second
    assert "与陆建国之间" in second.replace("\n", "")


def test_a_receipt_lists_what_the_party_gets_as_far_as_the_case_has_come(
    office: Office, tmp_path: Path
) -> None:
    told = print_out(tmp_path, "disputes.service", record=make_success().id).text
    assert [word for word in ("权利义务告知书", "调解通知书", "调解协议书") if word not in told] == []
    refused = print_out(tmp_path, "disputes.service", record=make_case("不予受理", refuse_reason="x").id).text
    assert "不予受理通知书" in refused
    assert "调解通知书" not in refused


def test_an_inquiry_has_minutes_of_its_own(office: Office, tmp_path: Path) -> None:
    case = make_case("调解中")
    make_step(
        case, kind="调查", held_on=date(2011, 4, 8), record="查看考勤表，三月缺勤两天", present="周小梅"
    )
    make_step(case, kind="调解", record="双方各自陈述")
    text = print_out(tmp_path, "disputes.inquiry", record=case.id).joined
    assert "被调查人：周小梅" in text
    assert "查看考勤表，三月缺勤两天" in text
    assert "各自陈述" not in text
