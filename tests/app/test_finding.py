"""Find anything: by name, number or pinyin, among records and among all that has a title."""

from __future__ import annotations

import pytest

from app import finding
from app.office import Office
from app.subjects.unions.enterprises.records import Enterprise
from tests.factories.disputes import make_case
from tests.factories.people import make_enterprise, make_file, make_member


def told(text: str) -> set[tuple[str, int]]:
    return {(one.register_key, one.record_id) for one in finding.records(text)}


def titled(text: str) -> list[str]:
    return [one.title for one in finding.in_titles(finding.titles(), text)]


@pytest.mark.parametrize("text", ["仇志明", "志明", "qiuzhiming", "qzm", "czm", "QZM", "zhiming"])
def test_a_person_is_found_by_name_and_by_every_reading(office: Office, text: str) -> None:
    member, file = make_member(name="仇志明"), make_file(name="仇志明")
    make_member(name="王芳")
    assert told(text) == {("members", member.id), ("hardship", file.id)}


def test_a_person_is_found_by_a_part_of_a_number(office: Office) -> None:
    member = make_member(name="仇志明", mobile="13955566677")
    make_member(name="王芳")
    assert told(str(member.id_number)) == {("members", member.id)}
    assert told("955566") == {("members", member.id)}
    assert told(str(member.member_no)) == {("members", member.id)}


def test_an_enterprise_and_a_case_are_found(office: Office) -> None:
    unit = make_enterprise(name="上海泰祥电器有限公司")
    case = make_case("调解中")
    assert ("unions.enterprises", unit.id) in told("泰祥电器")
    assert ("unions.enterprises", unit.id) in told("txdq")
    assert ("disputes", case.id) in told(str(case.case_no or case.serial_no))


def test_all_words_must_be_found(office: Office) -> None:
    make_enterprise(name="上海泰祥电器有限公司")
    kept = make_enterprise(name="上海有司建筑有限公司")
    assert told("上海 建筑") == {("unions.enterprises", kept.id)}
    assert Enterprise.alive().count() == 2


def test_what_lies_in_the_bin_is_not_found(office: Office) -> None:
    member = make_member(name="仇志明")
    type(member).update(deleted_at="2011-01-01").where(type(member).id == member.id).execute()
    assert told("仇志明") == set()


def test_what_is_hidden_is_not_shown(office: Office) -> None:
    member = make_member(name="仇志明")
    (found,) = finding.records("仇志明")
    assert str(member.id_number) not in found.title + found.note
    assert found.note.startswith("会员　")


@pytest.mark.parametrize("text", ["%", "_", "'", '"', "\\", "a"])
def test_odd_letters_find_nobody(office: Office, text: str) -> None:
    make_member(name="仇志明")
    assert told(text) == set()


def test_one_called_so_comes_before_one_called_longer(office: Office) -> None:
    make_member(name="王芳芳"), make_member(name="王芳")
    assert [one.title for one in finding.records("王芳")] == ["王芳", "王芳芳"]


def test_lists_prints_figures_and_settings_are_found_by_title_and_initials() -> None:
    assert titled("hyhmc")[0] == "工会会员花名册"
    assert titled("困难档案")[0] == "困难档案"
    found = [one for word in ("会员", "低保") for one in finding.in_titles(finding.titles(), word, 50)]
    assert {one.kind for one in found} == {"台账", "打印", "统计", "设置"}
