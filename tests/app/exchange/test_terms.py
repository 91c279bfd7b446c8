"""How long a contract runs, in words: 2年 beside its first day tells its last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from app.exchange.importing import report_of
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.office import Office
from app.subjects.contracts.collective.records import CollectiveContract
from app.subjects.contracts.collective.register import CONTRACTS

Take = Callable[[dict[str, str]], ImportSession]


@pytest.fixture
def take(office: Office) -> Take:
    def taken(told: dict[str, str]) -> ImportSession:
        row = {"签约单位": "泰祥电器", "合同种类": "集体合同", **told}
        session = ImportSession.of(CONTRACTS, Sheet("a", [list(row), list(row.values())]))
        session.options.incomplete = True
        session.import_rows(without_refused=True)
        return session

    return taken


def span() -> tuple[date, date]:
    contract = CollectiveContract.get()
    return contract.start_on, contract.end_on


def blocks(session: ImportSession) -> list[str]:
    return [one.sentence for one in session.rows[0].blocks]


@pytest.mark.parametrize(
    ("term", "last"),
    [
        ("2年", date(2013, 6, 30)),
        ("两年", date(2013, 6, 30)),
        ("二年期", date(2013, 6, 30)),
        ("24个月", date(2013, 6, 30)),
        ("１年６个月", date(2012, 12, 31)),
        ("一年半", date(2012, 12, 31)),
        ("半年", date(2011, 12, 31)),
        ("叁年", date(2014, 6, 30)),
    ],
)
def test_a_term_ends_on_the_day_before_it_would_begin_anew(take: Take, term: str, last: date) -> None:
    take({"起始日期": "2011-7-1", "合同期限": term})
    assert span() == (date(2011, 7, 1), last)


@pytest.mark.parametrize("heading", ["合同期限", "期限", "年限", "合同有效期"])
def test_the_term_may_be_called_otherwise(take: Take, heading: str) -> None:
    take({"起始日期": "2011-7-1", heading: "2年"})
    assert span()[1] == date(2013, 6, 30)


def test_the_day_that_was_reckoned_is_told(take: Take) -> None:
    session = take({"起始日期": "2011-7-1", "合同期限": "2年"})
    said = [(one.heading, one.sentence) for one in report_of(session).warnings]
    assert ("期限止", "“2年”从2011年7月1日起算，止于2013年6月30日，请核对") in said


def test_a_term_without_its_first_day_is_refused_with_what_is_missing(take: Take) -> None:
    session = take({"合同期限": "2年", "签订日期": "2011-6-20"})
    assert "只写了期限“2年”，没有写从哪天起，请写明起止日期，例如 2011-3-8至2013-3-7" in blocks(session)


def test_a_term_beside_a_blank_first_day_is_refused_with_what_is_missing(office: Office) -> None:
    rows = [["签约单位", "合同种类", "起始日期", "合同期限"], ["泰祥电器", "集体合同", "", "2年"],
            ["永泰物业", "集体合同", "2011-7-1", "2年"]]  # fmt: skip
    session = ImportSession.of(CONTRACTS, Sheet("a", rows))
    session.rehearse()
    assert "只写了期限“2年”，没有写从哪天起，请补上期限起" in blocks(session)


@pytest.mark.parametrize("heading", ["合同期限", "合同有效期", "起止日期", "合同起止日期", "有效期"])
@pytest.mark.parametrize("text", ["2026.1.1-2028.12.31", "2026年1月1日至2028年12月31日"])
def test_first_and_last_day_in_one_column_are_both(take: Take, heading: str, text: str) -> None:
    take({heading: text})
    assert span() == (date(2026, 1, 1), date(2028, 12, 31))


def test_both_days_beside_a_first_day_agree_with_it_or_are_told(take: Take) -> None:
    take({"起始日期": "2026-1-1", "合同期限": "2026.1.1-2028.12.31"})
    assert span() == (date(2026, 1, 1), date(2028, 12, 31))
    session = take({"起始日期": "2026-2-1", "合同期限": "2026.1.1-2028.12.31"})
    assert blocks(session) == ["起日与“期限起”不同，请核对"]


def test_a_term_beside_both_days_is_left_out_and_told(take: Take) -> None:
    session = take({"起始日期": "2011-7-1", "到期日": "2013-6-30", "合同期限": "2年"})
    assert (span()[1], report_of(session).unknown) == (date(2013, 6, 30), ["合同期限"])


def test_a_term_without_end_is_no_term(take: Take) -> None:
    session = take({"起始日期": "2011-7-1", "合同期限": "无固定期限"})
    assert "应填日期，例如 2011-3-8" in blocks(session)
