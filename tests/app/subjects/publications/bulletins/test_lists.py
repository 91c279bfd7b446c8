"""Bulletins on paper (domain 9.3)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.printing.layout import PrintRequest
from app.rules.periods import year
from app.subjects.publications.bulletins.lists import BULLETIN_FIGURES
from tests.factories.publications import make_bulletin, make_recipient
from tests.helpers.paper import print_out
from tests.helpers.plain_sql import rows


def _sent() -> None:
    used = {"adopted": True, "adopted_on": date(2011, 3, 25)}
    news = make_bulletin(title="迎春联谊会举行")
    make_recipient(news, channel="区总工会", issue_no="第5期", score=10, **used)
    make_recipient(news, channel="街道党办")
    make_recipient(make_bulletin(title="职工思想动态", kind="舆情信息"), channel="区总宣教部")


def test_the_book_tells_where_each_went_and_where_it_was_used(office: Office, tmp_path: Path) -> None:
    _sent()
    text = print_out(tmp_path, "publications.bulletin_book", period=year(2011)).joined
    assert "迎春联谊会举行" in text
    assert "区总工会、街道党办" in text
    assert "区总工会第5期" in text
    assert "共 2 篇" in text


def test_what_was_used_is_counted_as_plain_sql_counts_it(office: Office) -> None:
    _sent()
    by_month, by_channel = BULLETIN_FIGURES.parts(PrintRequest(date(2011, 12, 31), period=year(2011)))
    (told,) = rows(
        office.path,
        "SELECT COUNT(DISTINCT CASE WHEN b.kind <> '舆情信息' THEN b.id END), "
        "COUNT(DISTINCT CASE WHEN b.kind = '舆情信息' THEN b.id END), COUNT(*), SUM(r.adopted), "
        "COALESCE(SUM(r.score), 0) FROM bulletin b JOIN bulletin_recipient r ON r.bulletin_id = b.id",
    )
    *counts, share, score = list(by_month.records)[-1].figures
    assert (*counts, score) == told
    assert (share.part, share.whole) == (1, 3)
    assert {row.about[0] for row in by_channel.records} == {"区总工会", "街道党办", "区总宣教部"}


def test_the_figures_are_printed_by_month_and_by_channel(office: Office, tmp_path: Path) -> None:
    _sent()
    by_month, by_channel = print_out(tmp_path, "publications.bulletin_figures", period=year(2011)).pages
    assert "\n合计 1 1 3 1 33.3% 10" in by_month
    assert "区总工会 1 0 1 1 100.0% 10" in by_channel


def test_a_year_in_which_nothing_was_sent_has_no_figures(office: Office) -> None:
    _sent()
    assert list(BULLETIN_FIGURES.parts(PrintRequest(date(2012, 12, 31), period=year(2012)))) == []


def test_the_slip_shows_what_is_to_be_approved(office: Office, tmp_path: Path) -> None:
    bulletin = make_bulletin(title="迎春联谊会举行", body="第一行\n第二行")
    make_recipient(bulletin, channel="街道党办")
    paper = print_out(tmp_path, "publications.approval", record=bulletin.id)
    assert all(word in paper.text for word in ("迎春联谊会举行", "第一行\n第二行", "街道党办", "签发意见"))
    assert paper.result.pages == 1
