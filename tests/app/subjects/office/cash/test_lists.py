"""The cash book on paper (domain 10)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.rules.periods import year
from tests.factories.paperwork import make_entry, make_spending
from tests.helpers.paper import print_out


def test_the_cash_book_opens_adds_up_each_month_and_closes(office: Office, tmp_path: Path) -> None:
    make_entry(booked_on=date(2010, 12, 31), subject="上年结转", amount=500_00)
    make_entry(booked_on=date(2011, 3, 1))
    make_spending(booked_on=date(2011, 3, 8))
    make_spending(booked_on=date(2011, 5, 4), amount=120_50, voucher_no="5-1")
    lines = print_out(tmp_path, "office.cash_book", period=year(2011)).text.split("\n")
    told = {
        words: next(line for line in lines if words in line) for words in ("期初余额", "3月合计", "5月合计")
    }
    assert "500.00" in told["期初余额"]
    assert "1,000.00 300.00 1,200.00" in told["3月合计"]
    assert "0.00 120.50 1,079.50" in told["5月合计"]
    joined = "".join(lines)
    assert "本期合计 1,000.00 420.50 1,079.50" in " ".join(lines)
    assert "期末余额 1079.50 元（人民币壹仟零柒拾玖元伍角）" in joined
    assert "共 3 笔" in joined


def test_the_totals_of_a_cash_book_bear_no_number(office: Office, tmp_path: Path) -> None:
    make_entry(booked_on=date(2011, 3, 1))
    make_spending(booked_on=date(2011, 5, 4))
    lines = print_out(tmp_path, "office.cash_book", period=year(2011)).text.split("\n")
    assert [line.split()[0] for line in lines if "2011年3月1日" in line or "2011年5月4日" in line] == [
        "1",
        "2",
    ]
    assert all(not line[0].isdecimal() or line.startswith("2011年") for line in lines if "合计" in line)
