"""Books as offices really keep them, taken in by the command line; the right answers stand beside them.

`cases/expected.json` names for each book the register, the options, and what must be in the office
afterwards. A cell may be refused with a sentence where the case says so; it is never stored as something
else, and no row is lost without a word.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli import run
from app.office import close_office, open_office
from app.subjects.disputes.mediation.records import Mediator

CASES = Path(__file__).with_name("cases")
EXPECTED: dict[str, dict[str, Any]] = json.loads((CASES / "expected.json").read_text("utf-8"))
REFUSE = "REFUSE"


@dataclass(frozen=True)
class Taken:
    """What a book has become: the exit code, what was said, and the file to look into."""

    code: int
    said: str
    file: Path

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        with closing(sqlite3.connect(self.file)) as plain:
            plain.row_factory = sqlite3.Row
            return [dict(row) for row in plain.execute(sql, values)]


Take = Callable[..., Taken]


@pytest.fixture
def take(tmp_path: Path, blank_office: Path, sample_file: Path, capsys: pytest.CaptureFixture[str]) -> Take:
    """Import the book of a case, by default into an office of nobody but the people the books refer to."""

    def taken(name: str, *options: str, into: Path | None = None) -> Taken:
        case = EXPECTED[name]
        file = into or tmp_path / "台账.union"
        if into is None:
            shutil.copy(sample_file if case.get("office") == "sample" else blank_office, file)
        if into is None and case["register"] == "disputes":
            open_office(file)
            Mediator.create(name="陈调解")
            close_office()
        out = str(tmp_path / "rejected")
        said = [option.replace("{out}", out) for option in (*case["args"], *options)]
        code = run(["import", *said, str(file), case["register"], str(CASES / name)])
        written = capsys.readouterr()
        assert "Traceback" not in written.err
        return Taken(code, written.out + written.err, file)

    return taken


def stored(taken: Taken, register: str, number: str) -> dict[str, Any] | None:
    table = {"members": "member"}[register]
    return next(iter(taken.rows(f'SELECT * FROM "{table}" WHERE id_number = ?', number)), None)


def differing(want: dict[str, Any], row: dict[str, Any]) -> list[str]:
    """Name the fields of a record that are not what the case wants."""
    wrong = []
    for field, value in want.items():
        if field.endswith("_any"):
            right = row[field.removesuffix("_any")] in value
        elif field.endswith("_prefix"):
            right = str(row[field.removesuffix("_prefix")]).startswith(value)
        else:
            right = row[field] == value or (value == REFUSE and row[field] in (None, ""))
        if not right:
            wrong.append(f"{want['name']}: {field} is {row.get(field)!r}, not {value!r}")
    return wrong


def may_stay_out(case: dict[str, Any], want: dict[str, Any]) -> bool:
    return want["name"] in case.get("may_refuse", ()) or REFUSE in want.values()


READ = [name for name, case in EXPECTED.items() if case.get("want")]


@pytest.mark.parametrize("name", READ)
def test_every_person_of_the_book_is_in_as_the_cells_say_or_refused_with_a_reason(
    take: Take, name: str, tmp_path: Path
) -> None:
    case = EXPECTED[name]
    some_stay_out = any(may_stay_out(case, want) for want in case["want"]) and "--rejects" not in case["args"]
    taken = take(name, *(["--rejects", str(tmp_path / "rejected.xlsx")] if some_stay_out else []))
    wrong = []
    for want in case["want"]:
        row = stored(taken, case["register"], want["id_number"])
        if row is not None:
            wrong += differing(want, row)
        elif not may_stay_out(case, want):
            wrong.append(f"{want['name']} is missing")
    assert not wrong, "\n".join([*wrong, taken.said])


@pytest.mark.parametrize("name", [name for name, case in EXPECTED.items() if case.get("count") is not None])
def test_as_many_records_come_in_as_there_are_people_in_the_book(take: Take, name: str) -> None:
    taken = take(name)
    table = {"members": "member", "disputes": "dispute_case", "hardship": "hardship_file"}
    (row,) = taken.rows(f'SELECT count(*) AS n FROM "{table[EXPECTED[name]["register"]]}"')
    assert row["n"] == EXPECTED[name]["count"], taken.said


@pytest.mark.parametrize("name", [name for name, case in EXPECTED.items() if case.get("refuse")])
def test_a_book_that_cannot_be_read_is_refused_with_its_reason(take: Take, name: str) -> None:
    taken = take(name)
    assert taken.code == 1
    assert EXPECTED[name]["refuse"] in taken.said


@pytest.mark.parametrize("name", [name for name, case in EXPECTED.items() if case.get("must_refuse")])
def test_a_row_whose_value_is_lost_stays_out(take: Take, name: str) -> None:
    taken = take(name)
    names = {row["name"] for row in taken.rows("SELECT name FROM member")}
    assert not names & set(EXPECTED[name]["must_refuse"])


@pytest.mark.parametrize("name", [name for name, case in EXPECTED.items() if case.get("relatives")])
def test_relatives_hang_on_the_member_beside_whom_they_stand(take: Take, name: str) -> None:
    taken = take(name)
    for member, relatives in EXPECTED[name]["relatives"].items():
        rows = taken.rows(
            "SELECT r.name FROM member_relative r JOIN member m ON m.id = r.member_id"
            " WHERE m.name = ? ORDER BY r.id",
            member,
        )
        assert [row["name"] for row in rows] == relatives, taken.said


def test_a_household_over_merged_rows_is_one_file(take: Take) -> None:
    taken = take("22_households.xlsx")
    for head, family in EXPECTED["22_households.xlsx"]["family"].items():
        rows = taken.rows(
            "SELECT c.name FROM hardship_family c JOIN hardship_file f ON f.id = c.file_id"
            " WHERE f.name = ? ORDER BY c.id",
            head,
        )
        assert [row["name"] for row in rows] == family, taken.said


def test_the_parties_of_a_case_book_are_the_parties_of_its_cases(take: Take) -> None:
    taken = take("19_disputes_a.xlsx")
    names = {row["name"] for row in taken.rows("SELECT name FROM dispute_party")}
    assert names == set(EXPECTED["19_disputes_a.xlsx"]["parties"])


def test_hidden_rows_come_in_and_are_told_by_their_numbers(take: Take) -> None:
    said = take("10_hidden_rows.xlsx").said
    assert "隐藏" in said
    assert "3" in said
    assert "5" in said


def test_a_note_between_groups_is_told_as_a_note(take: Take) -> None:
    assert "以上为第一小组" in take("02_family_merged.xlsx").said


def test_a_number_in_groups_that_contradicts_sex_and_birth_is_refused_for_that(take: Take) -> None:
    taken = take("24_id_in_groups.csv")
    assert taken.code == 1
    assert "性别" in taken.said
    assert "出生日期" in taken.said


def test_a_claim_of_another_person_is_never_touched(take: Take, sample_file: Path) -> None:
    """The row names the insured by number: her own claim is found or a claim record is asked for."""
    kept = "SELECT * FROM mutual_claim ORDER BY id"
    before = Taken(0, "", sample_file).rows(kept)
    taken = take("25_claims_by_person.csv")
    people = "SELECT id FROM mutual_enrolment WHERE id_number = ?"
    own = {row["id"] for row in taken.rows(people, "310101198310019462")}
    after = {row["id"]: row for row in taken.rows(kept)}
    strangers = [row for row in before if row["enrolment_id"] not in own]
    assert [after[row["id"]] for row in strangers] == strangers


def test_a_donation_without_its_drive_changes_no_donation(take: Take, sample_file: Path) -> None:
    before = Taken(0, "", sample_file).rows("SELECT * FROM donation ORDER BY id")
    taken = take("25c_donation_without_drive.csv")
    assert "募捐活动" in taken.said
    assert taken.rows("SELECT * FROM donation ORDER BY id") == before


def test_a_birth_month_takes_its_day_from_the_number(take: Take) -> None:
    taken = take("27_birth_month.csv")
    assert [row["birth_date"] for row in taken.rows("SELECT birth_date FROM member")] == ["1970-01-01"]


def test_of_two_phone_columns_the_one_with_mobile_numbers_is_the_mobile(take: Take) -> None:
    taken = take("29_two_phone_columns.csv")
    assert [row["mobile"] for row in taken.rows("SELECT mobile FROM member")] == ["13800000001"]


def test_a_stroke_in_an_optional_cell_is_nothing(take: Take) -> None:
    taken = take("30_placeholders.csv")
    assert [row["work_start"] for row in taken.rows("SELECT work_start FROM member")] == [None, None]


def test_a_household_with_a_wrong_member_is_wholly_out_and_says_whose_number_is_meant(take: Take) -> None:
    """The case told 新增 1 beside the refusal; a household wholly in or wholly out is the better answer."""
    taken = take("32_household_bad_child.csv")
    assert "家庭成员" in taken.said
    assert taken.rows("SELECT id FROM hardship_file") == []


def test_codes_and_words_for_sex_are_read(take: Take) -> None:
    taken = take("34_sex_codes.csv")
    assert [row["sex"] for row in taken.rows("SELECT sex FROM member")] == ["男", "男"]


def test_wages_in_words_are_read(take: Take) -> None:
    taken = take("36_wage_words.csv")
    assert [row["monthly_wage"] for row in taken.rows("SELECT monthly_wage FROM member")] == [120000, 120000]


def test_a_second_person_of_one_name_and_day_is_warned_of(take: Take, tmp_path: Path) -> None:
    file = take("21_no_ids.xlsx").file
    taken = take("38_same_name_other_phone.csv", into=file)
    assert "同名" in taken.said


def test_a_formula_that_was_never_calculated_is_not_nought(take: Take) -> None:
    taken = take("39_formula_zero.xlsx")
    assert "没有计算" in taken.said or "未计算" in taken.said or "没有算" in taken.said
    assert 0 not in [row["monthly_wage"] for row in taken.rows("SELECT monthly_wage FROM member")]


def test_importing_the_same_book_twice_adds_nobody(take: Take) -> None:
    file = take("21_no_ids.xlsx").file
    (before,) = take("21_no_ids.xlsx", into=file).rows("SELECT count(*) AS n FROM member")
    assert before["n"] == EXPECTED["21_no_ids.xlsx"]["count"]
