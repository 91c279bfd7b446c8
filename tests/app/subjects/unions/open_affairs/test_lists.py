from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.rules import periods
from tests.factories.people import make_enterprise
from tests.factories.unions import make_affairs
from tests.helpers.paper import print_out


def test_the_list_tells_each_unit_of_the_year(office: Office, tmp_path: Path) -> None:
    make_affairs(
        enterprise=make_enterprise(name="广达汽车修配公司"), held_on=date(2011, 4, 20), topics="讨论工资方案",
        matters=("工资福利",), opinions=12, adopted=5, checked_on=date(2011, 10, 28), checked_by="侯雅琴",
    )  # fmt: skip
    make_affairs(enterprise=make_enterprise(name="前年厂"), year=2010, held_on=date(2010, 4, 20))
    paper = print_out(tmp_path, "unions.open_affairs.list", period=periods.year(2011))
    for told in ("广达汽车修配公司", "2011年4月20日", "55", "讨论工资方案", "工资福利", "12/5", "侯雅琴"):
        assert told in paper.text
    assert "前年厂" not in paper.text


def test_the_list_says_how_many_units_have_it_and_of_how_many(office: Office, tmp_path: Path) -> None:
    make_affairs()
    make_affairs(congress="区域性")
    make_affairs(established=False, congress="无", held_on=None, expected=None, attended=None)
    text = print_out(tmp_path, "unions.open_affairs.list", period=periods.year(2011)).joined
    assert "已建立制度 2 家，建制率 66.7%" in text
    assert "单独召开职代会 1 家，区域性、行业性职代会覆盖 1 家" in text
    assert "建制率 = 已建立厂务公开民主管理制度的单位 ÷ 本表所列单位" in text
