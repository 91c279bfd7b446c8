"""A firm is one firm from the day it is known, in whatever order its lists are imported (domain 0.3, 2.8)."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from app.cli import run
from app.keeping import keeping
from app.office import Office, close_office, create
from app.registry import find_figure
from app.rules.periods import year
from app.subjects.members.register import MEMBERS
from tests.factories.activities import make_activity, make_participant, make_service
from tests.factories.care import make_care
from tests.factories.paperwork import make_honour
from tests.factories.people import make_enterprise, make_member
from tests.factories.publications import make_item, make_lending
from tests.helpers.lives import entered_on

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


PEOPLE: dict[str, Callable[..., object]] = {
    "活动参加人数": lambda name, unit, member: make_participant(
        make_activity(status="结束"), **({"member": member} if member else {"name": name, "employer": unit})
    ),
    "志愿者人数": lambda name, unit, member: make_service(name=name, unit=unit, member=member),
    "慰问会员": lambda name, unit, member: make_care(recipient=name, employer=unit, member=member),
    "获荣誉个人": lambda name, unit, member: make_honour(
        recipient_kind="个人", recipient=name, employer=unit, member=member
    ),
    "俱乐部借用人数": lambda name, unit, member: make_lending(
        make_item(), borrower=name, unit=unit, member=member
    ),
}
"""What enters somebody of a unit, as a member where one is given, by the figure that counts persons."""


@pytest.mark.parametrize("label", PEOPLE)
def test_people_of_a_firm_are_the_same_under_each_of_its_names(office: Office, label: str) -> None:
    """By name and unit a person is one (domain 0.3), and a firm is one: who works elsewhere is another."""
    enter = PEOPLE[label]
    enter("李强", "老甲厂", None)
    enter("李强", "上海甲（闵行）有限责任公司", None)
    enter("李强", "乙厂", None)
    make_enterprise(name="上海甲(闵行)有限公司", short_name="甲公司、老甲厂")
    assert find_figure(label).number(year(2011)) == 2


@pytest.mark.parametrize("label", PEOPLE)
def test_a_member_of_a_firm_is_known_under_each_of_its_names(office: Office, label: str) -> None:
    """Entered as a member and by name, now and before she changed to 乙厂: one person (domain 0.3)."""
    enter = PEOPLE[label]
    make_enterprise(name="上海甲(闵行)有限公司", short_name="甲公司、老甲厂")
    member = make_member(name="李丽", employer="甲公司")
    enter("李丽", "甲公司", member)
    enter("李丽", "老甲厂", None)
    assert find_figure(label).number(year(2011)) == 1
    changed = entered_on(member, date(2011, 3, 8))
    keeping.assign(changed, {"employer": "乙厂", "told_on": date(2011, 6, 1)})
    keeping.save(MEMBERS, changed)
    assert find_figure(label).number(year(2011)) == 1
