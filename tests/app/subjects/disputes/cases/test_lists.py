from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.errors import Refused
from app.office import Office
from app.rules import periods
from tests.factories.disputes import make_case, make_party, make_success
from tests.helpers.paper import print_out


def test_the_book_holds_the_cases_accepted_in_the_period(office: Office, tmp_path: Path) -> None:
    make_case("调解中", case_no="（2011）泰劳调字第1号")
    make_case(
        "调解中", case_no="（2010）泰劳调字第9号", applied_on=date(2010, 5, 4), accepted_on=date(2010, 5, 4)
    )
    make_case("登记")
    text = print_out(tmp_path, "disputes.book", period=periods.year(2011)).joined.replace(" ", "")
    assert "劳动争议案件登记簿" in text
    assert "（2011）泰劳调字第1号" in text
    assert "（2010）" not in text
    assert "共1起" in text


def test_the_book_counts_by_outcome_and_says_what_its_rates_are(office: Office, tmp_path: Path) -> None:
    make_success()
    for outcome in ("调解不成", "和解", "和解"):
        make_case("结案", outcome=outcome)
    make_case("调解中")
    text = print_out(tmp_path, "disputes.book", period=periods.year(2011)).joined.replace(" ", "")
    assert "受理5起，结案4起，办结率80.0%；调解成功率20.0%" in text
    assert "调解成功（达成协议）1起，和解2起，调解不成1起" in text
    assert "办结率=本期受理的案件中截至期末已结案的÷本期受理的案件" in text


def test_a_period_without_cases_has_no_book(office: Office, tmp_path: Path) -> None:
    make_case("登记")
    with pytest.raises(Refused, match="没有可打印的"):
        print_out(tmp_path, "disputes.book", period=periods.year(2011))


def test_the_list_of_parties_hides_their_telephones(office: Office, tmp_path: Path) -> None:
    make_party(make_case("登记"), phone="13912345678")
    text = print_out(tmp_path, "disputes.parties.list").joined
    assert "139****5678" in text
    assert "13912345678" not in text


def test_the_book_lies(office: Office, tmp_path: Path) -> None:
    make_case("结案")
    ((width, height),) = print_out(tmp_path, "disputes.book").sizes
    assert width > height
