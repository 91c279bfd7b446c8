from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.errors import Refused
from app.office import Office
from tests.factories.disputes import (
    make_agreement,
    make_case,
    make_mediator,
    make_party,
    make_step,
    make_success,
)
from tests.helpers.paper import print_out

LONG_NAME = "阿卜杜热合曼·麦麦提吐尔逊·阿布都克里木·买买提艾力·努尔"


def test_the_application_tells_both_sides_the_claims_and_the_facts(office: Office, tmp_path: Path) -> None:
    case = make_case(sides=False, claims="支付三个月工资", facts="单位自2011年1月起未付工资")
    make_party(case, name="陆建国", id_number="310104198005060134", phone="13800138000")
    make_party(case, role="被申请人", kind="单位", name="上海五金厂", legal_rep="朱文斌")
    (page,) = print_out(tmp_path, "disputes.application", record=case.id).pages
    text = page.replace("\n", "")
    order = ["劳动争议调解申请书", "申请人：陆建国", "310104198005060134", "被申请人：上海五金厂", "朱文斌"]
    order += ["请求事项", "支付三个月工资", "事实与理由", "单位自2011年1月起未付工资", "此致", "签名或者盖章"]
    positions = [text.index(words) for words in order]
    assert positions == sorted(positions)


def test_an_applicant_is_as_old_as_on_the_day_of_the_application(office: Office, tmp_path: Path) -> None:
    case = make_case(sides=False, applied_on=date(2011, 4, 6))
    make_party(case, id_number="310104198005060134")
    assert "，30岁，" in print_out(tmp_path, "disputes.application", record=case.id).joined


def test_what_is_not_known_of_a_party_is_a_blank(office: Office, tmp_path: Path) -> None:
    case = make_case(sides=False)
    make_party(case, role="被申请人", kind="单位", name="上海五金厂")
    text = print_out(tmp_path, "disputes.application", record=case.id).joined
    assert "法定代表人（负责人）＿" in text
    assert "申请人：＿" in text


def test_a_letter_of_long_facts_goes_on_without_loss(office: Office, tmp_path: Path) -> None:
    facts = "".join(f"第{number}个月没有发工资。" for number in range(100, 400))
    case = make_case(facts=facts)
    paper = print_out(tmp_path, "disputes.application", record=case.id)
    assert len(paper.pages) > 2
    lines = [line for line in paper.text.splitlines() if not line.startswith("第 ")]
    assert facts in "".join(lines).replace("\u3000", "").replace(" ", "")


def test_the_parties_are_told_their_rights_before_the_mediation(office: Office, tmp_path: Path) -> None:
    case = make_case("受理")
    text = print_out(tmp_path, "disputes.rights", record=case.id).joined
    assert f"{case.applicants}、{case.respondents}：" in text
    assert "拖欠工资争议" in text
    assert "15日内未达成协议的，可以依法申请劳动争议仲裁" in text


def test_each_party_is_called_by_a_letter_of_its_own(office: Office, tmp_path: Path) -> None:
    case = make_case("受理")
    pages = print_out(tmp_path, "disputes.summons", record=case.id).pages
    assert len(pages) == 2
    assert f"{case.applicants}：" in pages[0]
    assert f"{case.respondents}：" in pages[1]


def test_each_session_has_its_minutes(office: Office, tmp_path: Path) -> None:
    case = make_case("调解中")
    make_step(case, record="双方陈述意见", recorded_by="周小梅")
    make_step(case, held_on=date(2011, 4, 14), record="双方各让一步")
    make_step(case, kind="调查", record="查看考勤")
    first, second = print_out(tmp_path, "disputes.minutes", record=case.id).pages
    assert "2011年4月12日" in first
    assert "双方陈述意见" in first
    assert "记录人：周小梅" in first
    assert "双方各让一步" in second


def test_the_agreement_tells_the_terms_and_the_amount_in_words(office: Office, tmp_path: Path) -> None:
    case = make_success(mediator=make_mediator(name="钱彩云"))
    text = print_out(tmp_path, "disputes.agreement", record=case.id).joined
    assert str(case.case_no) in text
    assert "一次付清所欠工资" in text
    assert "5400.00元（大写：人民币伍仟肆佰元整）" in text
    assert "履行期限：2011年5月15日以前" in text


@pytest.mark.parametrize(("applicants", "lines"), [(3, 3), (12, 5)])
def test_each_party_signs_on_a_line_and_many_by_those_they_elect(
    applicants: int, lines: int, office: Office, tmp_path: Path
) -> None:
    """Ten workers or more may elect three to five (劳动争议调解仲裁法, art. 7)."""
    case = make_success()
    for number in range(applicants - 1):
        make_party(case, name=f"职工{number}")
    text = print_out(tmp_path, "disputes.agreement", record=case.id).joined
    assert text.count("申请人（签名或者盖章）") - text.count("被申请人（签名或者盖章）") == lines
    assert text.count("被申请人（签名或者盖章）") == 1


def test_an_agreement_without_money_says_so(office: Office, tmp_path: Path) -> None:
    case = make_case("调解中")
    make_step(case)
    make_agreement(case, terms="恢复劳动关系", amount=0, performed_amount=None)
    text = print_out(tmp_path, "disputes.agreement", record=case.id).joined
    assert "不涉及金额" in text
    assert "大写" not in text


def test_the_opinion_is_written_where_mediation_failed(office: Office, tmp_path: Path) -> None:
    case = make_case("调解中")
    make_step(case, held_on=date(2011, 4, 12))
    failed = make_case("结案", outcome="调解不成", outcome_note="双方对金额分歧较大")
    assert "双方对金额分歧较大" in print_out(tmp_path, "disputes.opinion", record=failed.id).joined
    with pytest.raises(Refused, match="没有可打印的"):
        print_out(tmp_path, "disputes.opinion", record=case.id)


def test_who_did_not_agree_is_told_the_way_to_arbitration_and_until_when(
    office: Office, tmp_path: Path
) -> None:
    case = make_case("结案", outcome="一方不愿调解终止", known_on=date(2011, 1, 31))
    text = print_out(tmp_path, "disputes.ending", record=case.id).joined
    assert "因一方不愿调解终止，调解于2011年4月15日终结" in text
    assert "劳动争议仲裁委员会" in text
    assert "2012年1月31日届满" in text


def test_who_agreed_is_not_told_of_arbitration(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="没有可打印的"):
        print_out(tmp_path, "disputes.ending", record=make_success().id)


@pytest.mark.parametrize(
    "key", ["application", "rights", "summons", "minutes", "agreement", "opinion", "ending", "back_cover"]
)
def test_a_blank_letter_names_nobody(key: str, office: Office, tmp_path: Path) -> None:
    make_party(make_success(), name=LONG_NAME)
    (page,) = print_out(tmp_path, f"disputes.{key}", blank=True).pages
    assert "None" not in page
    assert "努尔" not in page
    assert "拖欠工资" not in page


def test_long_names_are_set_whole(office: Office, tmp_path: Path) -> None:
    case = make_case("受理", sides=False)
    make_party(case, name=LONG_NAME)
    make_party(case, role="被申请人", name=LONG_NAME)
    for key in ("application", "rights", "summons"):
        assert LONG_NAME in print_out(tmp_path, f"disputes.{key}", record=case.id).joined
