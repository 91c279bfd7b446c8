"""A row that does not say whose it is changes nobody's record, in no register and no way of taking it in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from app.exchange.cells import OnDuplicate, Options
from app.exchange.examples import example_rows
from app.exchange.importing import RowProblem
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.exchange.targets import fillable
from app.fields import (
    CaseNumberField,
    CreditCodeField,
    DateField,
    Described,
    PartialDateField,
    ReferenceField,
    ResidentIdField,
    SerialField,
)
from app.office import Office, close_office, create
from app.records.base import database
from app.register import Register
from app.registry import find_register, registers
from tests.app.exchange import world
from tests.factories import activities, donations, insurance, paperwork, people, unions
from tests.factories.described import DESCRIBED

MANY = [*(register.key for register in registers() if not register.single), *DESCRIBED]
NUMBERS = (SerialField, ResidentIdField, CreditCodeField, CaseNumberField)
MODES: tuple[OnDuplicate, ...] = ("skip", "fill", "update")


def take(
    register: Register, *rows: list[str], on_duplicate: OnDuplicate = "skip", incomplete: bool = False
) -> ImportSession:
    """Take rows in, the right ones without the wrong ones; what they erase is asked for, too."""
    session = ImportSession.of(
        register, Sheet("book", [list(row) for row in rows]), Options(on_duplicate, incomplete=incomplete)
    )
    if session.options.on_duplicate == "update":
        session.columns.erasing |= session.columns.chosen.keys()
    session.import_rows(without_refused=True)
    return session


def sentences_of(session: ImportSession) -> list[str]:
    return [str(RowProblem(row.number, one.heading, one.sentence)) for row, one in session.problems]


def kept_in(register: Register) -> dict[int, dict[str, Any]]:
    return {record.id: dict(record.__data__) for record in register.record.alive()}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An office with something in each register."""
    create(tmp_path_factory.mktemp("whose") / "full.union", "泰祥社区工会", code="TY")
    world.fill()
    yield
    close_office()


@pytest.fixture
def register(full: None, request: pytest.FixtureRequest) -> Register:
    """A register of that office."""
    return find_register(request.param)


def texts(register: Register, field: Described) -> list[str]:
    """What a cell may say: what some record says, and what an example shows."""
    query = register.record.alive().where(register.record._meta.fields[field.name].is_null(False))
    known = [field.format(getattr(record, field.name)) for record in query.limit(3)]
    example = [row[field.name] for row in example_rows(register)]
    return [one for one in (*known, *example) if one]


def optional(register: Register) -> list[Described]:
    return [field for field in fillable(register) if not field.required]


def lone_cells(register: Register, before: list[str], first: list[str]) -> list[list[str]]:
    """A heading, and below it rows that say nothing beside `first` but one optional value each."""
    fields = optional(register)
    rows = [[*before, *(field.label for field in fields)]]
    for place, field in enumerate(fields):
        rows += [
            [*first, *("" if other != place else text for other in range(len(fields)))]
            for text in texts(register, field)
        ]
    return rows


def changed_by(register: Register, rows: list[list[str]]) -> list[tuple[str, str]]:
    """The records that rows change, with the way in which they were taken in; nothing stays so."""
    changes: list[tuple[str, str]] = []
    for mode in MODES:
        for incomplete in (False, True):
            with database.atomic() as savepoint:
                before = kept_in(register)
                take(register, *rows, on_duplicate=mode, incomplete=incomplete)
                after = kept_in(register)
                savepoint.rollback()
            changed = [record for one, record in before.items() if after[one] != record]
            changes += [(mode, str(one)) for one in changed if not is_told_by_a_number(register, one, rows)]
    return changes


@pytest.mark.parametrize("register", MANY, indirect=True)
def test_a_row_with_one_optional_value_changes_no_record(register: Register) -> None:
    rows = lone_cells(register, [], [])
    assert len(rows) == 1 or changed_by(register, rows) == []


def owners_in(register: Register) -> list[Described]:
    return [field for field in fillable(register) if isinstance(field, ReferenceField) and field.required]


OWNED = [register.key for register in registers() if not register.single and owners_in(register)]


@pytest.mark.parametrize("register", OWNED, indirect=True)
def test_nor_does_one_that_says_no_more_than_its_owner_and_one_optional_value(
    register: Register,
) -> None:
    owners, some = owners_in(register), register.record.alive().first()
    first = [field.format(getattr(some, field.name)) for field in owners]
    assert changed_by(register, lone_cells(register, [field.label for field in owners], first)) == []


def is_told_by_a_number(register: Register, record: dict[str, Any], rows: list[list[str]]) -> bool:
    """Tell whether rows name a record by its number or its person: erasing beside that was asked for."""
    filling = [one for one in optional(register) if isinstance(one, ReferenceField) and one.fills]
    telling = [*(field for field in register.record.naming if isinstance(field, NUMBERS)), *filling]
    numbers = [field.format(record[field.name]) for field in telling]
    return any(number and number in row for number in numbers for row in rows)


@pytest.mark.parametrize("register", OWNED, indirect=True)
def test_a_row_without_its_owner_is_refused_naming_what_is_missing(register: Register) -> None:
    """All that a record says but its owner: the row may be anybody's."""
    missing = owners_in(register)
    own = {one.name for one in missing}
    fields = [field for field in fillable(register) if field.name not in own]
    some = register.record.alive().first()
    rows = [[one.label for one in fields], [field.format(getattr(some, field.name)) for field in fields]]
    assert changed_by(register, rows) == []
    with database.atomic() as savepoint:
        sentences = sentences_of(take(register, *rows, on_duplicate="fill"))
        savepoint.rollback()
    assert all(any(f"请填写{one.label}" in sentence for sentence in sentences) for one in missing)


def another_day(register: Register) -> list[list[str]]:
    """What a record says without its numbers, as of another day or year: the next entry of that title."""
    some = register.record.alive().first()
    days = [field for field in fillable(register) if is_day(field)]
    told = [
        field
        for field in fillable(register)
        if not isinstance(field, (*NUMBERS, ReferenceField)) or is_owner(field)
    ]
    row = [field.format(getattr(some, field.name)) for field in told]
    earlier = [
        str(int(text[:4]) - 7) + text[4:] if field in days and text[:4].isdigit() else text
        for field, text in zip(told, row, strict=True)
    ]
    return [[field.label for field in told], earlier] if days and earlier != row else []


def is_day(field: Described) -> bool:
    return isinstance(field, DateField | PartialDateField) or field.label in ("年度", "统计年度")


def is_owner(field: Described) -> bool:
    return isinstance(field, ReferenceField) and field.required


# A unit, a venue, a firm in a union or at a fair is the same whatever day it was founded or joined on.
LASTING = {"unions.enterprises", "unions.covered", "employment.employers", "office.venues"}
EVENTS = [key for key in MANY if key not in LASTING]


@pytest.mark.parametrize("register", EVENTS, indirect=True)
def test_the_same_title_on_another_day_changes_no_record(register: Register) -> None:
    """Two meetings of one name, two payments of one purpose, two visits to one firm are two (domain 0.3)."""
    rows = another_day(register)
    assert not rows or changed_by(register, rows) == []


def test_the_payment_of_one_is_never_written_into_the_claim_of_another(office: Office) -> None:
    claim = insurance.make_claim(granted=None, granted_on=None)
    session = take(
        find_register("insurance.claims"),
        ["姓名", "身份证号", "给付日期", "给付金额"],
        ["白静", people.resident_id(), "2011-11-08", "500"],
        on_duplicate="fill",
    )
    assert "第 2 行“参保记录”：请填写参保记录" in sentences_of(session)
    assert type(claim).get_by_id(claim.id).granted is None


def test_a_donor_is_never_written_into_an_anonymous_donation(office: Office) -> None:
    drive = donations.make_drive()
    donations.make_donation(drive, donor=None, anonymous=True, amount=100_00, receipt_no=None, remark=None)
    session = take(
        find_register("hardship.donations"),
        ["募捐活动", "捐款人", "金额", "备注"],
        [drive.theme, "王芳", "100", "x"],
        on_duplicate="fill",
    )
    assert (session.counts.new, session.counts.changed) == (1, 0)


def test_of_three_chairs_of_one_name_the_candidates_are_named(office: Office) -> None:
    union = unions.make_union(name="泰祥电器工会")
    for year, post in ((2001, "主席"), (2004, "副主席"), (2007, "委员")):
        unions.make_seat(union, name="王芳", sex="女", post=post, appointed_on=date(year, 1, 1))
    before = kept_in(committee := find_register("unions.committee"))
    headings = ["工会", "姓名", "离任日期"]
    for incomplete in (False, True):
        session = take(
            committee,
            headings,
            ["泰祥电器工会", "王芳", "2011-1-1"],
            on_duplicate="update",
            incomplete=incomplete,
        )
        (sentence,) = sentences_of(session)
        assert "请填写性别、职务、任职日期" in sentence
        assert all(f"{year}年1月1日" in sentence for year in (2001, 2004, 2007))
    assert kept_in(committee) == before


def test_a_name_that_several_records_have_tells_none_of_them(office: Office) -> None:
    for month in (3, 9):
        paperwork.make_meeting(name="会员代表大会", held_on=date(2011, month, 1))
    before = kept_in(meetings := find_register("office"))
    rows = [["会议名称", "备注"], ["会员代表大会", "请假 3 人"]]
    (sentence,) = sentences_of(take(meetings, *rows, on_duplicate="fill"))
    assert all(day in sentence for day in ("2011年3月1日", "2011年9月1日"))
    assert kept_in(meetings) == before


def test_a_row_that_says_all_but_something_new_still_fills_its_record(office: Office) -> None:
    member = people.make_member()
    relatives = find_register("members.relatives")
    headings = ["会员", "姓名", "关系", "工作单位"]
    take(relatives, headings, [member.member_no, "王芳", "妻", ""])
    session = take(relatives, headings, [member.member_no, "王芳", "妻", "泰祥电器"], on_duplicate="fill")
    assert (session.counts.new, session.counts.changed) == (0, 1)


def test_what_happened_on_another_day_is_another_record(office: Office) -> None:
    member = people.make_member()
    people.make_event(member, "保留会籍", date(2012, 5, 1))
    people.make_event(member, "恢复会籍", date(2013, 5, 1))
    rows = [["会员", "事件", "日期", "备注"], [member.member_no, "保留会籍", "2014-5-1", "失业"]]
    session = take(find_register("members.events"), *rows, on_duplicate="fill")
    assert (session.counts.new, session.counts.changed) == (1, 0), sentences_of(session)


def test_a_roster_without_numbers_is_known_again_and_nobody_is_doubled(office: Office) -> None:
    headings = ["姓名", "性别", "出生日期", "手机", "工作单位", "入会日期"]
    rows = [
        ["王芳", "女", "1970-1-1", "13800000001", "一厂", "2012-3-8"],
        ["王芳", "女", "1975-5-5", "13800000002", "二厂", "2012-3-8"],
        ["王芳", "女", "1970-1-1", "13800000003", "一厂", "2012-3-8"],
    ]
    first = take(find_register("members"), headings, *rows, incomplete=True)
    assert (first.counts.new, first.counts.incomplete) == (3, 3)
    assert [(row.number, one.sentence.split("（")[0]) for row, one in first.warnings] == [
        (4, "已有同名且同日出生的会员")
    ]
    again = take(find_register("members"), headings, *rows, incomplete=True)
    assert (again.counts.new, again.counts.unchanged) == (0, 3)


def test_a_participant_may_be_named_by_the_number_of_a_member(office: Office) -> None:
    activity = activities.make_activity()
    activities.make_participant(activity, name="王芳", employer="泰祥电器")
    member = people.make_member()
    rows = [["活动", "会员"], [activity.activity_no, member.member_no]]
    for new in (1, 0):
        counts = take(find_register("activities.participants"), *rows, on_duplicate="fill").counts
        assert (counts.new, counts.changed, counts.refused) == (new, 0, 0)


def test_empty_cells_erase_nothing_of_one_who_is_only_named(office: Office) -> None:
    member = people.make_member(name="王芳", employer="一厂", remark="组长")
    rows = [["姓名", "工作单位", "备注"], ["王芳", "一厂", ""]]
    session = take(find_register("members"), *rows, on_duplicate="update", incomplete=True)
    assert session.counts.refused == 1
    assert type(member).get_by_id(member.id).remark == "组长"


def test_two_entries_of_one_purpose_stay_two(office: Office) -> None:
    headings = ["日期", "摘要", "收支", "科目", "资金", "金额"]
    rows = [
        ["2011-3-8", "购买毛巾", "支出", "职工活动支出", "会费", "500"],
        ["2011-9-8", "购买毛巾", "支出", "职工活动支出", "会费", "700"],
    ]
    cash = find_register("office.cash")
    for row in rows:
        session = take(cash, headings, row, on_duplicate="update")
        assert session.counts.new == 1, sentences_of(session)
    assert sorted(record["amount"] for record in kept_in(cash).values()) == [500_00, 700_00]


def test_a_firm_with_another_credit_code_is_not_overwritten(office: Office) -> None:
    """A code belongs to one unit (GB 32100): one name with two codes is asked, not settled."""
    enterprise = people.make_enterprise(name="上海泰祥电器有限公司", uscc="91310104MA1FR0001H")
    before = kept_in(firms := find_register("unions.enterprises"))
    session = take(
        firms,
        ["单位名称", "统一社会信用代码"],
        ["上海泰祥电器有限公司", "91310104MA1FR0002F"],
        on_duplicate="update",
    )
    assert session.counts.refused == 1
    assert "统一社会信用代码" in sentences_of(session)[0]
    assert kept_in(firms) == before
    assert enterprise.id in before


ROSTER = ["姓名", "性别", "出生日期", "身份证号", "手机", "工作单位", "入会日期"]


@pytest.mark.parametrize(
    ("mobile", "employer"), [("13800000009", "一厂"), ("13800000001", "二厂")], ids=["employer", "phone"]
)
def test_who_came_in_without_a_number_is_known_again_with_it(
    office: Office, mobile: str, employer: str
) -> None:
    """Name and day of birth with employer or phone make one person; the number is offered for filling."""
    members, number = find_register("members"), people.resident_id(date(1970, 1, 1), sex="女")
    take(members, ROSTER, ["王芳", "女", "1970-1-1", "", "13800000001", "一厂", "2012-3-8"], incomplete=True)
    row = ["王芳", "女", "1970-1-1", number, mobile, employer, "2012-3-8"]
    skipped = take(members, ROSTER, row)
    assert (skipped.counts.new, skipped.counts.skipped) == (0, 1)
    assert "同名且同日出生的会员" in skipped.warnings[0][1].sentence
    take(members, ROSTER, row, on_duplicate="fill")
    assert [record["id_number"] for record in kept_in(members).values()] == [number]


def test_who_came_in_with_a_number_is_known_again_without_it(office: Office) -> None:
    member = people.make_member(name="王芳", birth_date=date(1970, 1, 1), employer="一厂", sex="女")
    headings = [heading for heading in ROSTER if heading != "身份证号"]
    row = ["王芳", "女", "1970-1-1", "13800000009", "一厂", "2012-3-8"]
    session = take(find_register("members"), headings, row, incomplete=True)
    assert (session.counts.new, session.counts.skipped) == (0, 1)
    assert "同名且同日出生的会员" in session.warnings[0][1].sentence
    assert list(kept_in(find_register("members"))) == [member.id]


def test_another_number_is_another_person(office: Office) -> None:
    """Twins of the name exist, and slips of the pen: two numbers are two people, with a warning."""
    people.make_member(name="王芳", birth_date=date(1970, 1, 1), employer="一厂", sex="女")
    number = people.resident_id(date(1970, 1, 1), sex="女")
    row = ["王芳", "女", "1970-1-1", number, "13800000009", "一厂", "2012-3-8"]
    session = take(find_register("members"), ROSTER, row)
    assert session.counts.new == 1
    assert "同名且同日出生的会员" in session.warnings[0][1].sentence


@pytest.mark.parametrize("more", [(), ("手机",)], ids=["name alone", "name and phone"])
def test_who_is_only_named_is_nobody_new_where_the_name_is_known(
    office: Office, more: tuple[str, ...]
) -> None:
    member = people.make_member(name="王芳")
    members = find_register("members")
    row = ["王芳", *("13900000001" for _ in more)]
    session = take(members, ["姓名", *more], row, incomplete=True)
    (sentence,) = sentences_of(session)
    assert member.member_no in sentence
    assert list(kept_in(members)) == [member.id]


def test_who_is_only_named_is_found_where_that_is_confirmed_and_nobody_else_is_called_so(
    office: Office,
) -> None:
    member = people.make_member(name="王芳", remark=None)
    options = Options("fill", incomplete=True, by_name=True)
    rows = [["姓名", "备注"], ["王芳", "组长"]]
    for refused in (0, 1):
        session = ImportSession.of(find_register("members"), Sheet("book", rows), options)
        session.import_rows(without_refused=True)
        assert session.counts.refused == refused
        people.make_member(name="王芳")
    assert type(member).get_by_id(member.id).remark == "组长"
