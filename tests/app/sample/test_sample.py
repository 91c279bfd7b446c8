"""The sample office holds what the seed's summary counts, and nothing that a check forbids."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from stdnum import luhn
from stdnum.cn import ric

from app import sample
from app.agenda import month
from app.errors import Refused
from app.fields import TextField
from app.fields.problems import blocks
from app.figures.daily import by_day
from app.opened import current
from app.records.base import Record
from app.registry import find_register, registers, work
from app.rules import periods
from app.subjects.members.membership.records import members_on_roll
from tests.helpers.plain_sql import rows, scalar
from tests.helpers.verdicts import Verdicts

H1 = ("2011-01-01", "2011-06-30")
VISITS_OF_2011 = """
    FROM aid_payment JOIN aid_batch ON aid_batch.id = aid_payment.batch_id
    WHERE aid_batch.year = 2011 AND aid_batch.occasion IN ('春节', '国庆') AND aid_payment.status = '已发放'
"""


def people(path: Path) -> list[tuple[Any, ...]]:
    """Return name, ID number, sex and birth date of everybody who has an ID number."""
    return [
        person
        for table in ("member", "hardship_file", "hardship_family")
        for person in rows(
            path, f"SELECT name, id_number, sex, birth_date FROM {table} WHERE id_number IS NOT NULL"
        )
    ]


def on_roll(path: Path, day: str) -> int:
    """Count the members whose last event up to a day was a coming."""
    events = "SELECT member_id, kind FROM membership_event WHERE happened_on <= ? ORDER BY happened_on, id"
    last = dict(rows(path, events, day))
    return sum(kind in ("入会", "转入", "恢复会籍") for kind in last.values())


def test_building_closes_the_office_it_built(sample_file: Path) -> None:
    assert current() is None
    assert [path.name for path in sample_file.parent.iterdir()] == ["sample.union"]


def test_it_is_the_office_of_the_seed(sample_file: Path) -> None:
    asked = "SELECT name, code, street, upper_union FROM profile"
    assert rows(sample_file, asked) == [("泰祥社区工会", "TY", "泰祥街道", "区总工会")]


@pytest.mark.parametrize(("day", "members"), [("2010-12-31", 28), ("2011-06-30", 50), ("2011-12-31", 50)])
def test_fifty_members_are_on_the_roll_from_the_middle_of_2011(
    sample_file: Path, day: str, members: int
) -> None:
    assert on_roll(sample_file, day) == members


def test_the_program_counts_the_same_fifty(open_sample: Path) -> None:
    assert members_on_roll(date(2011, 12, 31)).count() == 50


def test_the_roll_by_status_is_the_roll_by_events(sample_file: Path) -> None:
    assert dict(rows(sample_file, "SELECT status, COUNT(*) FROM member GROUP BY status")) == {
        "在册": 50,
        "待审批": 2,
        "保留会籍": 1,
        "已转出": 1,
        "退会": 1,
    }


def test_twenty_three_joined_in_the_first_half_of_2011_seventeen_of_them_migrant_workers(
    sample_file: Path,
) -> None:
    joined = "SELECT COUNT(*), SUM(is_migrant_worker) FROM member WHERE approved_on BETWEEN ? AND ?"
    assert rows(sample_file, joined, *H1) == [(23, 17)]


def test_six_sit_on_the_committee_chaired_by_the_community_secretary(sample_file: Path) -> None:
    asked = "SELECT union_post, job_title FROM member WHERE status = '在册' AND union_post NOT IN (?, ?)"
    committee = rows(sample_file, asked, "会员", "小组长")
    assert len(committee) == 6
    assert [title for post, title in committee if post == "主席"] == ["社区书记"]
    assert {"副主席", "经审委员", "女工委员"} <= {post for post, _ in committee}


def test_half_of_the_members_paid_dues_of_half_a_percent(sample_file: Path) -> None:
    dues = rows(
        sample_file,
        "SELECT member.id, monthly_wage, month, due FROM dues_payment JOIN member ON member.id = member_id",
    )
    assert len({member for member, *_ in dues}) == 25
    assert all(month.startswith("2011-") for _, _, month, _ in dues)
    assert all(due * 200 == wage for _, wage, _, due in dues)


def test_forty_seven_workers_of_seventeen_enterprises_were_visited(sample_file: Path) -> None:
    asked = f"SELECT COUNT(DISTINCT id_number), COUNT(DISTINCT employer), COUNT(*) {VISITS_OF_2011}"
    asked = asked.replace("id_number", "aid_payment.id_number").replace("employer", "aid_payment.employer")
    assert rows(sample_file, asked) == [(47, 17, 56)]


def test_the_seventeen_are_registered_enterprises(sample_file: Path) -> None:
    employers = {name for (name,) in rows(sample_file, f"SELECT aid_payment.employer {VISITS_OF_2011}")}
    assert employers <= {name for (name,) in rows(sample_file, "SELECT name FROM enterprise")}


def test_the_visits_of_2011_cost_23800_yuan_in_amounts_that_vary(sample_file: Path) -> None:
    amounts = [fen for (fen,) in rows(sample_file, f"SELECT aid_payment.amount {VISITS_OF_2011}")]
    assert sum(amounts) == 2_380_000
    assert len(set(amounts)) >= 4


def test_both_visits_were_paid_before_their_festival(sample_file: Path) -> None:
    paid = "SELECT occasion, year, paid_on FROM aid_batch WHERE status = '已发放' ORDER BY paid_on"
    spring_2010, spring_2011, national_day = rows(sample_file, paid)
    assert spring_2010[:2] == ("春节", 2010)
    assert spring_2010[2] < "2010-02-14"
    assert spring_2011 == ("春节", 2011, "2011-01-20")
    assert national_day == ("国庆", 2011, "2011-09-28")


def test_the_visit_of_the_year_before_was_smaller(sample_file: Path) -> None:
    by_year = dict(rows(sample_file, "SELECT year, SUM(amount) FROM aid_payment GROUP BY year"))
    assert 0 < by_year[2010] < by_year[2011] / 2


def test_every_payment_stands_on_the_list_as_it_was_approved(sample_file: Path) -> None:
    paid = rows(sample_file, "SELECT id, name, amount, category FROM aid_payment ORDER BY id")
    listed = "SELECT payment_id, name, amount, category FROM approved_line ORDER BY payment_id"
    assert rows(sample_file, listed) == paid
    assert scalar(sample_file, "SELECT COUNT(*) FROM aid_payment WHERE NOT signed") == 0


def test_no_fund_was_ever_overdrawn(sample_file: Path) -> None:
    moves = rows(
        sample_file,
        "SELECT received_on, fund_source, amount FROM fund_income "
        "UNION ALL SELECT paid_on, fund_source, -amount FROM aid_payment ORDER BY 1",
    )
    left: Counter[str] = Counter()
    for _, source, fen in moves:
        left[source] += fen
        assert left[source] >= 0


def test_everybody_visited_had_an_open_file_before_the_spring_festival(sample_file: Path) -> None:
    asked = f"SELECT DISTINCT file_id {VISITS_OF_2011}"
    opened = "SELECT COUNT(*) FROM hardship_file WHERE status = '在档' AND opened_on < '2011-01-20'"
    assert scalar(sample_file, f"{opened} AND id IN ({asked})") == 47
    assert scalar(sample_file, "SELECT COUNT(*) FROM hardship_file WHERE status = '在档'") == 47


def test_there_are_files_in_every_state(sample_file: Path) -> None:
    assert dict(rows(sample_file, "SELECT status, COUNT(*) FROM hardship_file GROUP BY status")) == {
        "申请": 2,
        "调查": 1,
        "公示中": 2,
        "待审批": 1,
        "在档": 47,
        "退档(脱困)": 2,
        "退档(其他)": 1,
        "不予建档": 1,
    }


def test_households_have_two_to_four_people(sample_file: Path) -> None:
    sizes = rows(
        sample_file,
        "SELECT family_size, 1 + (SELECT COUNT(*) FROM hardship_family WHERE file_id = hardship_file.id) "
        "FROM hardship_file",
    )
    assert all(stored == counted for stored, counted in sizes)
    assert {counted for _, counted in sizes} == {2, 3, 4}


def test_each_category_follows_from_the_income(sample_file: Path) -> None:
    files = rows(
        sample_file,
        "SELECT id, category, net_monthly_pc, poverty_line, own_monthly_income, IFNULL(exp_illness, 0) "
        "+ IFNULL(exp_disability, 0) + IFNULL(exp_school, 0) + IFNULL(exp_housing, 0) + IFNULL(exp_other, 0) "
        "FROM hardship_file",
    )
    for file, category, stored, line, own, outlay in files:
        kin = rows(sample_file, "SELECT monthly_income FROM hardship_family WHERE file_id = ?", file)
        year = 12 * (own + sum(income for (income,) in kin)) - outlay
        net = (Decimal(year) / 12 / (1 + len(kin))).quantize(Decimal(1), ROUND_HALF_UP)
        assert stored == net
        assert category in ("意外致困", "深度困难" if net < line else "相对困难")
        assert 0 <= net < 2 * line


def test_some_members_have_a_hardship_file_too(sample_file: Path) -> None:
    both = "SELECT COUNT(*) FROM member JOIN hardship_file USING (id_number, name, birth_date, mobile)"
    assert scalar(sample_file, both) >= 3


def test_every_id_number_is_valid_and_says_sex_and_birth_date(sample_file: Path) -> None:
    everybody = people(sample_file)
    assert len(everybody) > 200
    for _, number, sex, born in everybody:
        assert number[-1] == ric.calc_check_digit(number)
        assert number[6:14] == born.replace("-", "")
        assert sex == ("男" if int(number[16]) % 2 else "女")


def test_no_id_number_belongs_to_two_people(sample_file: Path) -> None:
    names: dict[str, set[str]] = {}
    for name, number, *_ in people(sample_file):
        names.setdefault(number, set()).add(name)
    assert all(len(borne) == 1 for borne in names.values())


def test_only_one_name_is_borne_by_two_people(sample_file: Path) -> None:
    borne = Counter(name for name, _ in {(name, number) for name, number, *_ in people(sample_file)})
    assert {name: times for name, times in borne.items() if times > 1} == {"王芳": 2}


@pytest.mark.parametrize("part", ["欧阳", "单", "仇", "区", "曾", "解", "查", "·", "𠮷", "㼆", "頔"])
def test_names_that_programs_stumble_over_occur(sample_file: Path, part: str) -> None:
    names = [
        name for (name,) in rows(sample_file, "SELECT name FROM member UNION SELECT name FROM hardship_file")
    ]
    place = "in" if part in "·𠮷㼆頔" else "first"
    assert any(part in name if place == "in" else name.startswith(part) for name in names)


def test_phones_and_cards_are_well_formed(sample_file: Path) -> None:
    accounts = rows(sample_file, "SELECT mobile, bank_card FROM hardship_file")
    mobiles = [mobile for (mobile,) in rows(sample_file, "SELECT mobile FROM member")]
    assert all(re.fullmatch(r"1[3-9]\d{9}", mobile) for mobile in [*mobiles, *dict(accounts)])
    assert all(luhn.is_valid(card) for _, card in accounts)


def test_no_check_forbids_any_of_its_records(judged_sample: Verdicts) -> None:
    forbidden = [
        f"{key}: {judged.name}: {problem}"
        for key, records in judged_sample.items()
        for judged in records
        for problem in blocks(judged.problems)
    ]
    assert sum(map(len, judged_sample.values())) > 3000
    assert forbidden == []


def texts_of(record: type[Record], field: TextField) -> list[str]:
    texts: Any = record.select(field).where(field.is_null(False)).distinct().tuples()
    return [text for (text,) in texts]


def test_every_text_stands_as_it_would_had_it_been_typed(open_sample: Path) -> None:
    """Else a list that is written out and taken in again would change what it says."""
    typed_otherwise = [
        f"{register.key}.{field.name}: {value}"
        for register in registers()
        for field in register.record.described().values()
        if isinstance(field, TextField) and field.derive is None
        for value in texts_of(register.record, field)
        if field.parse(field.format(value)) != value
    ]
    assert typed_otherwise == []


def test_hardly_an_open_file_has_something_doubtful(judged_sample: Verdicts) -> None:
    warned = [file for file in judged_sample["hardship"] if file.record.status == "在档" and file.warnings]
    assert len(warned) <= 5


def test_no_approved_list_differs_from_what_is_true_today(open_sample: Path) -> None:
    batches = find_register("hardship.batches")
    assert batches.headline is not None
    assert [batches.headline(batch) for batch in batches.record.alive()] == ["", "", ""]


def test_a_taken_path_is_refused_and_left_alone(tmp_path: Path) -> None:
    taken = tmp_path / "taken.union"
    taken.write_text("mine", encoding="utf-8")
    with pytest.raises(Refused, match="已经存在"):
        sample.build(taken)
    assert taken.read_text(encoding="utf-8") == "mine"


def test_the_work_of_a_month_is_told(open_sample: Path) -> None:
    told = {one.text for one in month.done(month.month_of(date(2011, 1, 15)))}
    assert {"举办招聘会 1 场", "发放帮扶金 32 人次，15,400.00 元"} <= told


@pytest.mark.parametrize("year", [2010, 2011])
def test_the_days_of_each_kind_of_work_add_up_to_its_figure(open_sample: Path, year: int) -> None:
    asked = periods.year(year)
    told = [figure for kind in work() for figure in (kind.figure, kind.adds) if figure is not None]
    days = {figure.label: sum(by_day(figure, asked).values()) for figure in told}
    assert days == {figure.label: figure.number(asked) for figure in told}
