"""A firm is one firm from the day it is known, in whatever order its lists are imported (domain 0.3, 2.8)."""

from __future__ import annotations

import json
import shutil
from itertools import permutations
from pathlib import Path

import pytest

from app.cli import run
from app.office import close_office, create

COUNTS = "单位名称,统计日期,劳动合同人数"
LISTS = {
    "head counts of 2010": ("contracts.headcounts", COUNTS, "甲公司,2010-12-31,100", "乙厂,2010-12-31,50"),
    "enterprises": (
        "unions.enterprises",
        "单位名称,曾用名/简称,所有制类型,联系人,职工人数",
        "上海甲(闵行)有限公司,甲公司、老甲厂,私营企业,王芳,120",
    ),
    "head counts of 2011": (
        "contracts.headcounts",
        COUNTS,
        "上海甲（闵行）有限责任公司,2011-12-31,110",
        "乙 厂,2011-12-31,60",
    ),
    "covered": (
        "contracts.covered",
        "合同,企业名称,覆盖职工数",
        "JT-1,甲公司,80",
        "JT-1,乙厂,30",
        "JT-2,上海甲闵行有限公司,90",
    ),
}
FIGURES = {
    "签订劳动合同和劳务合同": 170,
    "劳动合同统计单位": 2,
    "覆盖企业": 2,
    "覆盖职工": 120,
    "集体合同签约单位": 2,
    "登记涵盖单位": 1,
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that knows two contracts, and a union that covers the firm under its former name."""
    from tests.factories.contracts import make_area, make_contract
    from tests.factories.unions import make_covered, make_union

    path = tmp_path_factory.mktemp("one") / "台账.union"
    create(path, "泰祥社区工会", code="TY")
    make_area(contract_no="JT-1", covered_enterprises=2, covered_workers=110)
    make_contract(
        contract_no="JT-2", scope="行业性", employer="老甲厂", signer_type="行业工会", covered_women=0
    )
    make_covered(make_union(), unit_name="老甲厂")
    close_office()
    return path


def _figures(file: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    capsys.readouterr()
    assert run(["figures", str(file), "--year", "2011", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    return {figure["label"]: figure for figure in figures.values()}


@pytest.mark.parametrize("order", list(permutations(LISTS))[::5], ids=" then ".join)
def test_lists_of_one_firm_are_of_one_firm_in_any_order(
    empty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], order: tuple[str, ...]
) -> None:
    """甲 100 and 乙 50 in 2010, 甲 110 and 乙 60 in 2011: 170 of 2 firms, 13.3 % more than 150."""
    file = Path(shutil.copy(empty, tmp_path / "台账.union"))
    for name in order:
        register, *lines = LISTS[name]
        book = tmp_path / f"{name}.csv"
        book.write_text("\n".join(lines), encoding="utf-8-sig")
        assert run(["import", str(file), register, str(book), "--incomplete"]) == 0, capsys.readouterr()
    figures = _figures(file, capsys)
    assert {label: figures[label]["value"] for label in FIGURES} == FIGURES
    assert figures["签订劳动合同和劳务合同"]["last_year"] == 150
    assert figures["签订劳动合同和劳务合同"]["change"] == "+13.3%"
