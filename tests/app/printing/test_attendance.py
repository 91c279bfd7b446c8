from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from tests.factories.contracts import make_contract
from tests.factories.people import make_enterprise
from tests.factories.unions import make_affairs
from tests.helpers.paper import Paper, print_out


def _rows(paper: Paper) -> list[str]:
    return [line.strip() for line in paper.text.splitlines() if line.strip().isdigit()]


def test_everybody_expected_has_a_row_to_sign_in(office: Office, tmp_path: Path) -> None:
    unit = make_enterprise(name="广达汽车修配公司")
    record = make_affairs(enterprise=unit, held_on=date(2011, 4, 20), expected=31, attended=29)
    paper = print_out(tmp_path, "unions.open_affairs.sign_in", record=record.id)
    assert "广达汽车修配公司职工代表大会签到表" in paper.joined
    assert "会议日期：2011年4月20日" in paper.text
    assert "应到 31 人" in paper.text
    assert _rows(paper) == [str(number) for number in range(1, 32)]


def test_nobody_is_said_to_have_come_before_they_signed(office: Office, tmp_path: Path) -> None:
    record = make_affairs(expected=31, attended=29)
    assert "实到 ＿＿＿＿ 人" in print_out(tmp_path, "unions.open_affairs.sign_in", record=record.id).text


def test_where_nobody_knows_how_many_will_come_a_page_is_left(office: Office, tmp_path: Path) -> None:
    record = make_affairs(expected=None, attended=None)
    paper = print_out(tmp_path, "unions.open_affairs.sign_in", record=record.id)
    assert len(_rows(paper)) == 20
    assert len(paper.pages) == 1


def test_the_congress_that_debates_a_contract_signs_in_under_its_title(
    office: Office, tmp_path: Path
) -> None:
    contract = make_contract(employer="甲厂", congress_due=12, congress_present=10, congress_agreed=9)
    paper = print_out(tmp_path, "contracts.sign_in", record=contract.id)
    assert "甲厂职工代表大会签到表" in paper.joined
    assert f"审议《{contract.title}》草案" in paper.joined
    assert len(_rows(paper)) == 12


def test_the_sheet_says_how_many_must_agree_by_the_rule_of_its_subject(
    office: Office, tmp_path: Path
) -> None:
    """A draft of a contract needs half or more (集体合同规定 art. 36), all else a majority."""
    contract = make_contract(congress_due=12, congress_present=10, congress_agreed=6)
    assert "半数以上（含半数）同意" in print_out(tmp_path, "contracts.sign_in", record=contract.id).joined
    affairs = make_affairs()
    assert "过半数同意" in print_out(tmp_path, "unions.open_affairs.sign_in", record=affairs.id).joined
