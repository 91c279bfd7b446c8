"""The sample's unions, surveys and open affairs hold the seed's figures, counted in plain SQL."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.subjects.unions.grassroots.records import committee_of, unions_standing
from app.subjects.unions.open_affairs.records import practising
from app.subjects.unions.surveys.records import Survey, survey_sums
from tests.factories.unions import own_union
from tests.helpers.plain_sql import rows, scalar
from tests.helpers.verdicts import Verdicts

OWN = "(SELECT id FROM grassroots_union WHERE name = '泰祥社区工会')"
OF_2011 = "survey_id = (SELECT id FROM survey WHERE month = '2011-11')"


def test_the_committee_is_six_with_one_chair_who_is_the_party_secretary(sample_file: Path) -> None:
    seats = rows(
        sample_file,
        f"SELECT post, party_post, duty FROM committee_member WHERE union_id = {OWN} AND left_on IS NULL",
    )
    assert len(seats) == 6
    assert [party for post, party, _ in seats if post == "主席"] == ["社区书记"]
    assert {"经审委员", "女工委员"} <= {post for post, _, _ in seats}
    assert [post for post, _, duty in seats if duty == "主管工会工作"] == ["副主席"]


def test_the_office_has_rooms_for_three_purposes(sample_file: Path) -> None:
    venues = scalar(sample_file, f"SELECT venues FROM grassroots_union WHERE id = {OWN}")
    assert venues.split("、") == ["办公场所", "活动场所", "学习场所"]


def test_one_union_was_founded_in_the_first_half_of_2011(sample_file: Path) -> None:
    founded = "SELECT name FROM grassroots_union WHERE founded_on BETWEEN '2011-01-01' AND '2011-06-30'"
    assert rows(sample_file, founded) == [("广达汽车修配有限责任公司工会委员会",)]


def test_985_unions_are_111_independent_and_874_joint(sample_file: Path) -> None:
    counted = "SELECT organisation, COUNT(*) FROM grassroots_union WHERE NOT is_own GROUP BY 1 ORDER BY 1"
    assert rows(sample_file, counted) == [("单独基层工会", 111), ("联合基层工会", 874)]
    kinds = "SELECT union_type, COUNT(*) FROM grassroots_union GROUP BY 1"
    assert dict(rows(sample_file, kinds)) == {
        "独立工会": 111,
        "联合工会": 855,
        "小区工会": 18,
        "行业工会": 1,
        "社区工会": 1,
    }


def test_they_are_all_of_foreign_or_private_enterprises(sample_file: Path) -> None:
    kinds = "SELECT DISTINCT ownership_kind FROM grassroots_union WHERE NOT is_own"
    assert {kind for (kind,) in rows(sample_file, kinds)} == {"外资", "私营"}


def test_each_independent_union_has_an_enterprise_of_its_own(sample_file: Path) -> None:
    counted = (
        "SELECT COUNT(DISTINCT enterprise_id), COUNT(*) FROM grassroots_union WHERE union_type = '独立工会'"
    )
    assert rows(sample_file, counted) == [(111, 111)]


def test_the_compounds_cover_what_the_independent_ones_do_not(sample_file: Path) -> None:
    covered = "SELECT SUM(covered_unit_count) FROM grassroots_union WHERE union_type = '小区工会'"
    assert scalar(sample_file, covered) == 686 - 63


@pytest.mark.parametrize(
    ("where", "units", "workers", "with_union", "over_fifty"),
    [
        ("1", 60, 7298, 11, 32),
        ("ownership_kind = '外资企业'", 28, 3456, 3, 16),
        ("ownership_kind = '私营企业'", 27, 2348, 5, 12),
        ("ownership_kind = '国内合资企业'", 5, 1494, 3, 4),
    ],
)
def test_sixty_enterprises_were_surveyed_in_november_2011(
    sample_file: Path, where: str, units: int, workers: int, with_union: int, over_fifty: int
) -> None:
    counted = (
        "SELECT COUNT(*), SUM(employee_count), SUM(has_union), SUM(employee_count >= 50), SUM(over_50) "
        f"FROM survey_item WHERE {OF_2011} AND {where}"
    )
    assert rows(sample_file, counted) == [(units, workers, with_union, over_fifty, over_fifty)]


def test_one_of_them_prepares_a_union_and_has_nscalar(sample_file: Path) -> None:
    asked = f"SELECT ownership_kind, has_union FROM survey_item WHERE {OF_2011} AND preparing"
    assert rows(sample_file, asked) == [("国内合资企业", 0)]


def test_the_surveyed_with_a_union_have_one_in_the_register(sample_file: Path) -> None:
    asked = f"""
        SELECT COUNT(*) FROM survey_item JOIN grassroots_union
            ON grassroots_union.enterprise_id = survey_item.enterprise_id
        WHERE {OF_2011} AND has_union
    """
    assert scalar(sample_file, asked) == 11


def test_the_reported_totals_are_those_of_the_units(sample_file: Path) -> None:
    survey = (
        "SELECT told_units, told_workers, told_with_union, told_over FROM survey WHERE status = '已上报' "
        "AND month = '2011-11'"
    )
    assert rows(sample_file, survey) == [(60, 7298, 11, 32)]


def test_more_than_sixty_independent_unions_practise_open_affairs(sample_file: Path) -> None:
    asked = """
        SELECT year, COUNT(*) FROM open_affairs JOIN grassroots_union
            ON grassroots_union.enterprise_id = open_affairs.enterprise_id
        WHERE established AND union_type = '独立工会' GROUP BY year
    """
    assert dict(rows(sample_file, asked)) == {2010: 42, 2011: 65}


def test_the_six_examples_are_those_of_the_seed(sample_file: Path) -> None:
    asked = "SELECT unit_name, experience FROM open_affairs WHERE year = 2011 AND is_typical"
    examples = dict(rows(sample_file, asked))
    assert examples.keys() == {
        "恰尔斯服饰有限公司", "央中商贸有限公司", "有司建筑公司", "卫庆电梯工程公司", "产权拍卖公司",
        "衡建旅游汽车公司",
    }  # fmt: skip
    assert all(examples.values())


def test_the_program_counts_the_same(open_sample: Path) -> None:
    own = own_union()
    assert own is not None
    assert committee_of(own).count() == 6
    assert unions_standing(date(2011, 12, 31)).where(~type(own).is_own).count() == 985
    assert unions_standing(date(2010, 12, 31)).where(~type(own).is_own).count() == 984
    assert survey_sums(Survey.get(Survey.month == "2011-11")) == (60, 7298, 11, 1, 32)
    assert practising(date(2011, 12, 31)).count() == 65


@pytest.mark.parametrize(
    "key",
    [
        "unions.enterprises",
        "unions.committee",
        "unions.surveys",
        "unions.survey_items",
        "unions.open_affairs",
    ],
)
def test_hardly_anything_is_doubtful(judged_sample: Verdicts, key: str) -> None:
    records = judged_sample[key]
    assert sum(len(judged.warnings) for judged in records) <= len(records) // 20


def test_every_union_has_one_chair(sample_file: Path) -> None:
    chairs = """
        SELECT COUNT(*), COUNT(DISTINCT union_id) FROM committee_member
        WHERE post = '主席' AND left_on IS NULL
    """
    assert rows(sample_file, chairs) == [(986, 986)]


def test_some_terms_were_over_and_some_about_to_end(sample_file: Path) -> None:
    ended = "SELECT status, COUNT(*) FROM grassroots_union WHERE term_end <= '2011-12-31' GROUP BY 1"
    assert [status for status, _ in rows(sample_file, ended)] == ["到期未换届"]
    soon = "SELECT COUNT(*) FROM grassroots_union WHERE term_end BETWEEN '2012-01-01' AND '2012-06-30'"
    assert scalar(sample_file, soon) > 20
