"""A register checks itself when it is declared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.errors import Refused
from app.office import Office
from app.printing.layout import PrintColumn, PrintRequest
from app.register import Register, Section
from app.registry import entries_at, find_register, registers, subjects
from app.rules.periods import Period
from app.subjects.hardship.funds.records import FundIncome
from app.subjects.members.membership.records import MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import resident_id


def test_a_register_does_not_show_a_field_of_another_record() -> None:
    with pytest.raises(TypeError, match="a field of another record"):
        Register("x", "测试", FundIncome, columns=(Member.name,), sections=())


def test_a_register_asks_for_everything_that_is_required() -> None:
    with pytest.raises(TypeError, match=r"never asks for: \['amount', 'fund_source'\]"):
        Register("x", "测试", FundIncome, columns=(), sections=(Section("到账", FundIncome.received_on),))


def test_a_child_row_is_not_asked_for_its_owner() -> None:
    section = Section("变动", MembershipEvent.happened_on, MembershipEvent.kind)
    assert Register("x", "测试", MembershipEvent, columns=(), sections=(section,)).fields == section.fields


def test_the_fields_of_a_form_come_in_the_order_of_its_sections() -> None:
    shown = [shown.name for section in MEMBERS.sections for shown in section.fields]
    assert [one.name for one in MEMBERS.form_fields] == shown
    assert [one.name for one in MEMBERS.fields] == [name for name in shown if name != "age"]


def test_the_steps_offered_follow_from_the_state() -> None:
    assert [step.title for step in MEMBERS.next_steps(Member(status="待审批"))] == ["批准入会"]
    assert MEMBERS.next_steps(Member(status="死亡")) == []


def test_every_register_has_a_key_of_its_own_under_its_tab(described_office: Office) -> None:
    keys = [register.key for register in registers()]
    assert len(set(keys)) == len(keys)
    tabs = {tab.key for tab in subjects()} | {"settings"}
    assert {key.split(".")[0] for key in keys} == tabs


def test_a_register_is_found_by_its_key() -> None:
    assert find_register("members") is MEMBERS
    with pytest.raises(Refused, match="没有“memers”这个台账，是不是“members”，可选：members、"):
        find_register("memers")


def test_a_printed_number_is_hidden_unless_asked_for_in_full() -> None:
    member = Member(name="李小明", id_number=resident_id(date(1980, 5, 6)))
    number = PrintColumn(Member.id_number, 40)
    name = PrintColumn(Member.name, 20, masked=True)
    assert "19800506" not in number.cell(member)
    assert number.cell(member, full_ids=True) == member.id_number
    assert name.cell(member, full_ids=True) == "李*明"


def test_a_mobile_number_is_hidden_in_lists_even_where_identity_numbers_are_not() -> None:
    """Domain 12.2: 138****5678 in internal lists."""
    member = Member(name="李小明", mobile="13850176642")
    mobile = PrintColumn(Member.mobile)
    assert mobile.cell(member) == "138****6642"
    assert mobile.cell(member, own=True) == "138****6642"
    assert mobile.cell(member, full_ids=True) == "13850176642"


def test_a_list_is_made_for_the_last_day_of_its_period_but_not_for_the_future() -> None:
    today, year = date(2011, 6, 30), Period(date(2011, 1, 1), date(2011, 12, 31), "2011年")
    assert PrintRequest(today).as_of == today
    assert PrintRequest(today, year).as_of == today
    assert PrintRequest(date(2012, 2, 1), year).as_of == date(2011, 12, 31)


def test_a_print_column_takes_width_and_alignment_from_its_field() -> None:
    day, money = PrintColumn(Member.birth_date), PrintColumn(Member.monthly_wage)
    assert (day.aligned, money.aligned, PrintColumn(Member.name).aligned) == ("center", "right", "left")
    assert PrintColumn(Member.birth_date, 40, align="left").aligned == "left"
    assert PrintColumn(Member.birth_date, 40).width == 40
    assert day.width == pytest.approx(Member.birth_date.chars * 2.1)
    assert PrintColumn(Member.sex, heading="十个汉字的一个长标题").width == pytest.approx(20 * 2.1)


def test_a_batch_is_entered_from_the_lists_of_its_heads_and_of_those_it_is_for() -> None:
    offered = {register.title: [entry.title for entry in entries_at(register)] for register in registers()}
    assert {title: entries for title, entries in offered.items() if entries} == {
        "困难档案": ["发放帮扶金"],
        "发放批次": ["发放帮扶金"],
    }


def test_an_entry_does_not_ask_for_a_field_of_another_record() -> None:
    with pytest.raises(TypeError, match="a field of another record"):
        replace(entries_at(find_register("hardship"))[0], asks=(Member.name,))
