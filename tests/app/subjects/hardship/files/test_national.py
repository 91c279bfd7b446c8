"""Hardship files as the national aid system takes them (domain 3.6)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from app.exchange.prescribed import write_prescribed
from app.listing import Criteria
from app.office import Office
from app.subjects.hardship.files.national import FILE, NATIONAL
from app.subjects.hardship.files.register import HARDSHIP
from tests.factories import people


def sheets(path: Path) -> list[list[list[Any]]]:
    book = CalamineWorkbook.from_path(path)
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def test_a_file_is_written_as_the_national_form_asks_all_as_text(office: Office, tmp_path: Path) -> None:
    file = people.make_file(
        name="张三", own_monthly_income=1860_00, other_causes=("下岗失业", "子女上学"), single_parent=False,
        model_worker="省部级劳模", bank_card="6222020200012345678", bank_name="工商银行",
        bank_holder="张三", applied_on=date(2011, 1, 5),
    )  # fmt: skip
    people.make_kin(file, name="王芳", relation="配偶", monthly_income=1300_00)
    assert write_prescribed(HARDSHIP, NATIONAL, Criteria(), tmp_path / "out.xlsx") == 1
    (heading, row), (_, kin) = sheets(tmp_path / "out.xlsx")
    told = dict(zip(map(str, heading), row, strict=True))
    assert told["本人月平均收入"] == "1860.00"
    assert told["家庭人口"] == "2"
    # (1860 + 1300) × 12 and its share of a month and head, as domain 3.3 has it
    assert (told["家庭年度总收入"], told["家庭月人均收入"]) == ("37920.00", "1580.00")
    assert (told["劳模类型"], told["是否单亲"]) == ("省部级", "否")
    assert (told["次要致困原因"], told["银行卡号"]) == ("下岗失业、子女上学", "6222020200012345678")
    assert (told["申请日期"], told["身份证号"]) == ("2011-01-05", file.id_number)
    assert all(isinstance(cell, str) for cell in (*row, *kin))
    assert kin[:4] == [file.file_no, "张三", "王芳", "配偶"]


def test_the_columns_stand_in_the_order_of_the_form() -> None:
    """The order of domain 3.6, told by some of its columns."""
    order = (
        "建档级别 姓名 身份证号 政治面貌 健康状况 残疾类别 工作状态 劳模类型 婚姻状况 是否单亲 户口类型 "
        "住房类型 工作单位 所属行业 工作时间 本人月平均收入 家庭年度总收入 家庭人口 家庭月人均收入 医保状况 "
        "主要致困原因 次要致困原因 帮扶需求 开户银行 建档人 申请日期 公示结果 状态 退档日期 全国系统编号"
    ).split()
    titles = [title for title, _ in FILE]
    assert [title for title in titles if title in order] == order


def test_only_the_files_asked_for_are_written(office: Office, tmp_path: Path) -> None:
    people.make_file(name="张三")
    people.make_file(name="李四")
    assert write_prescribed(HARDSHIP, NATIONAL, Criteria("李四"), tmp_path / "out.xlsx") == 1
