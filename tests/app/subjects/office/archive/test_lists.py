"""The archive on paper (domain 10 and 12.3)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.errors import Refused
from app.office import Office
from app.rules.periods import year
from tests.factories.paperwork import make_archived_file, make_item
from tests.helpers.paper import print_out


def test_the_list_of_the_archive_tells_where_things_are(office: Office, tmp_path: Path) -> None:
    item = make_item(place="2号柜", pages=120)
    paper = print_out(tmp_path, "office.archive_list", period=year(2011))
    for words in (item.archive_no, item.title, "2号柜", "120", "10年"):
        assert words in paper.joined


def test_what_is_to_be_destroyed_is_what_is_past_its_time(office: Office, tmp_path: Path) -> None:
    item = make_archived_file(date(2011, 2, 1), title="陆建国困难职工档案")
    make_item(title="2011年文件", retention="30年")
    paper = print_out(tmp_path, "office.destruction", today=date(2021, 2, 1))
    for words in ("档案销毁清单", "陆建国困难职工档案", "2021年1月31日", "监销人：", "共 1 卷"):
        assert words in paper.joined
    assert "2011年文件" not in paper.text
    with pytest.raises(Refused):
        print_out(tmp_path, "office.destruction", today=date(2021, 1, 31))
    assert "同意销毁" in print_out(tmp_path, "office.destruction", blank=True).joined
    with pytest.raises(Refused, match="只印期满的"):  # the paper says that its time is over
        print_out(tmp_path, "office.destruction", today=date(2021, 1, 31), record=item.id)
