"""The book of seals on paper (domain 10)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.rules.periods import year
from tests.factories.paperwork import make_seal_use
from tests.helpers.paper import print_out


def test_the_book_of_seals_has_room_to_sign(office: Office, tmp_path: Path) -> None:
    make_seal_use(document="会员名册", copies=3)
    make_seal_use(document="介绍信", used_on=date(2010, 3, 8))
    paper = print_out(tmp_path, "office.seal_book", period=year(2011))
    for words in ("用印登记簿", "会员名册", "工会公章", "用印人签名", "共 1 次"):
        assert words in paper.joined
    assert "介绍信" not in paper.text
