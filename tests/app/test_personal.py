"""What was given out, what is kept no longer, and a person's own sheet (个人信息保护法, domain 12)."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from app import personal, registry
from app.keeping import keeping
from app.office import Office
from app.records.prints import PrintLogEntry
from app.records.retention import USUAL, Retained, RetentionRule
from app.rules.periods import year
from app.subjects.office.retention.register import RETENTION
from tests.factories.people import make_event, make_file, make_kin, make_member, resident_id
from tests.helpers.paper import print_out, read

BORN = date(1980, 3, 8)
WHO = {"name": "王芳", "sex": "女", "birth_date": BORN, "id_number": resident_id(BORN, "女")}
_CLOSED = {"status": "退档(脱困)", "closed_on": date(2011, 6, 1), "close_reason": "脱困"}


def _paper(folder: Path) -> str:
    """Return what stands on the pages, as one line."""
    return "".join("".join(read(folder / "a.pdf")[0]).split("\n"))


def test_every_kind_is_kept_for_years_and_by_one_register() -> None:
    kinds = [one.retention.kind for one in registry.registers() if one.retention is not None]
    assert sorted(kinds) == sorted(Retained) == sorted(USUAL)


def test_a_file_is_kept_for_ten_years_from_its_closing_and_no_day_longer(office: Office) -> None:
    make_file(**WHO, **_CLOSED)
    make_file()
    assert personal.expired(date(2021, 5, 31)) == []
    (one,) = personal.expired(date(2021, 6, 1))
    over = ("2011年6月1日", "10年", "2021年6月1日", "《困难职工档案管理办法》")
    assert personal.expired_texts(one)[2:] == over


def test_the_office_may_keep_longer_or_for_good(office: Office) -> None:
    make_file(**_CLOSED)
    rule = RetentionRule(kind=Retained.HARDSHIP.value, years=15, source="本会规定")
    keeping.save(RETENTION, rule)
    assert personal.expired(date(2026, 5, 31)) == []
    assert len(personal.expired(date(2026, 6, 1))) == 1
    keeping.assign(rule, {"years": None})
    keeping.save(RETENTION, rule)
    assert personal.expired(date(2099, 1, 1)) == []


def test_of_members_only_those_who_left_are_over(office: Office) -> None:
    member = make_member(**WHO)
    make_member()
    make_event(member, "退会", date(2012, 3, 8))
    assert personal.expired(date(2017, 3, 7)) == []
    (one,) = personal.expired(date(2017, 3, 8))
    assert (one.register.key, one.record_id) == ("members", member.id)


def test_what_is_over_is_listed_with_room_to_decide(office: Office, tmp_path: Path) -> None:
    make_file(**WHO, **_CLOSED)
    personal.write_expired(date(2021, 12, 31), tmp_path / "a.pdf", printed_at=datetime(2021, 12, 31))
    paper = _paper(tmp_path)
    for words in ("到期应删除个人信息清单", "王芳", "2021年6月1日", "处理意见", "第四十七条"):
        assert words in paper


def test_what_was_printed_and_exported_is_told_for_its_year_the_latest_first(
    office: Office, tmp_path: Path
) -> None:
    for at, title in ((datetime(2011, 1, 1), "甲"), (datetime(2011, 12, 31, 23, 59), "乙")):
        PrintLogEntry.create(printed_at=at, key="x", title=title, rows=3, sensitive=title == "乙")
    PrintLogEntry.create(printed_at=datetime(2012, 1, 1), key="x", title="丙")
    assert [entry.title for entry in personal.given_out(year(2011))] == ["乙", "甲"]
    personal.write_log(year(2011), tmp_path / "a.pdf", printed_at=datetime(2012, 1, 1))
    paper = _paper(tmp_path)
    for words in ("打印和导出登记表", "2011年12月31日 23:59", "乙", "共 2 次", "合规审计"):
        assert words in paper


def test_a_person_gets_a_copy_of_all_that_is_kept_their_own_numbers_in_full(
    office: Office, tmp_path: Path
) -> None:
    member, file = make_member(**WHO, monthly_wage=3_200_00), make_file(**WHO)
    kin = make_kin(file, name="王小宝", id_number=resident_id(date(2001, 3, 8)))
    make_member(name="王芳")
    personal.write_copy(member, tmp_path / "a.pdf", printed_at=datetime(2026, 3, 8))
    paper = _paper(tmp_path)
    for words in ("王芳的个人信息", WHO["id_number"], "3,200.00", "王小宝", "第四十五条"):
        assert str(words) in paper
    assert str(kin.id_number) not in paper
    (entry,) = PrintLogEntry.select()
    assert (entry.title, bool(entry.sensitive)) == ("王芳的个人信息", True)


def test_a_print_stands_in_the_log(office: Office, tmp_path: Path) -> None:
    make_member()
    print_out(tmp_path, "members.roster")
    assert [entry.title for entry in personal.given_out(year(2011))] == ["工会会员花名册"]
