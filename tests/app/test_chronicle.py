"""Everything about one person in one column of time; nobody is taken for another by the name alone."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from app import chronicle
from app.office import Office
from app.subjects.members.records import Member
from app.subjects.office.visits.records import Visit
from tests.factories.disputes import make_case, make_party
from tests.factories.insurance import make_enrolment
from tests.factories.people import make_batch, make_file, make_kin, make_member, resident_id
from tests.helpers.paper import read

BORN = date(1980, 3, 8)
WHO = {"name": "王芳", "sex": "女", "birth_date": BORN, "id_number": resident_id(BORN, "女")}


def kinds(record: Member) -> list[str]:
    return [event.kind for event in chronicle.of(record).certain]


def test_what_bears_the_same_number_is_one_persons(office: Office) -> None:
    member = make_member(**WHO)
    file = make_file(**WHO)
    make_batch(file)
    make_enrolment(**{key: WHO[key] for key in ("name", "id_number")})
    told = kinds(member)
    assert {"会员", "困难档案", "参保", "帮扶记录"} < set(told)


def test_a_case_is_told_with_its_party(office: Office) -> None:
    member = make_member(**WHO)
    case = make_case("调解中")
    make_party(case, name="王芳", id_number=WHO["id_number"])
    told = {event.kind: event for event in chronicle.of(member).certain}
    assert told["当事人"].place == ("disputes", case.id)
    assert told["当事人"].day == str(case.applied_on)
    assert f"{case.serial_no}）（调解中）" in told["当事人"].what


def test_a_relative_is_told_by_name(office: Office) -> None:
    member, file = make_member(**WHO), make_file(**WHO)
    make_kin(file, name="王小宝")
    told = {event.kind: event for event in chronicle.of(member).certain}
    assert "王小宝" in told["家庭成员"].what
    assert told["家庭成员"].when == told["困难档案"].when
    assert told["困难档案"].day == str(file.applied_on)


def test_events_stand_in_the_order_of_their_days(office: Office) -> None:
    member = make_member(**WHO)
    make_file(**WHO)
    days = [event.day for event in chronicle.of(member).events if event.day]
    assert days == sorted(days)


def test_another_person_of_the_name_has_no_part_in_it(office: Office) -> None:
    member = make_member(**WHO)
    before = len(chronicle.of(member).events)
    make_file(name="王芳")
    assert len(chronicle.of(member).events) == before


def test_what_bears_the_name_and_no_number_is_told_apart(office: Office) -> None:
    member = make_member(**WHO)
    Visit.create(
        visited_on=date(2011, 5, 6), name="王芳", subject="困难帮扶", matter="咨询", received_by="李强"
    )
    doubtful = chronicle.of(member).doubtful
    assert [(event.kind, event.when) for event in doubtful] == [("来访接待", "2011年5月6日")]
    assert "咨询" in doubtful[0].what


def test_hidden_numbers_are_not_written_out(office: Office) -> None:
    member = make_member(**WHO)
    told = chronicle.of(member)
    assert told.number == Member.id_number.mask(member.id_number)
    assert all(str(member.id_number) not in event.what for event in told.events)


def test_it_is_printed(office: Office, tmp_path: Path) -> None:
    target = tmp_path / "王芳.pdf"
    chronicle.write(chronicle.of(make_member(**WHO)), target, printed_at=datetime(2011, 6, 1, 9, 0))
    pages, _ = read(target)
    assert "王芳的全部记录" in pages[0]
    assert "入会" in pages[0]
