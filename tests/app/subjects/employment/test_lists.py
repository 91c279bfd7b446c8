"""The lists of a job fair, the book of seekers, the notices on paper (domain 7.3)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.rules.periods import year
from tests.factories.employment import make_employer, make_fair, make_intention, make_notice, make_post
from tests.helpers.paper import print_out
from tests.helpers.plain_sql import rows


def test_employers_are_entered_with_their_papers_and_room_to_sign(office: Office, tmp_path: Path) -> None:
    fair = make_fair(place="文化活动中心")
    make_employer(fair, name="有司建筑公司", papers=("执照复印件(盖章)",), stand_no="A01")
    make_employer(make_fair(held_on=date(2011, 9, 3)), name="别处的公司")
    text = print_out(tmp_path, "employment.fair_employers", record=fair.id).text
    assert all(word in text for word in ("A01 有司建筑公司", "执照复印件", "签到", "文化活动中心"))
    assert "别处的公司" not in text


def test_the_poster_tells_posts_pay_and_telephone_but_nobodys_name(office: Office, tmp_path: Path) -> None:
    fair = make_fair()
    employer = make_employer(fair, name="有司建筑公司", contact_name="王联系", phone="021-64380000")
    make_post(employer, title="缝纫工", headcount=5, wage_from=1_500_00, wage_to=2_800_50, trade="缝纫工")
    make_post(employer, title="保安", headcount=2, education_wanted="初中", age_wanted="50岁以下")
    absent = make_employer(fair, name="没有来的公司", came=False)
    make_post(absent)
    text = print_out(tmp_path, "employment.poster", record=fair.id, public=True).text
    assert "有司建筑公司 缝纫工 5 不限 1,500～2,800.50 元/月 021-64380000" in text
    assert "保安 2 50岁以下、初中 面议" in text
    assert "招聘单位 1 家，招聘 7 人" in text
    assert "王联系" not in text
    assert "没有来的公司" not in text


def test_the_figures_of_fairs_are_added_up(office: Office, tmp_path: Path) -> None:
    values = {"status": "已举办", "source": "现场估算"}
    make_fair(employers_came=148, openings=1023, seekers=2046, agreed=212, **values)
    autumn = make_fair(held_on=date(2011, 9, 3), employers_came=2, openings=7, seekers=30, **values)
    make_intention(fair=autumn, registered_on=date(2011, 9, 3))
    make_fair(held_on=date(2011, 12, 3), status="筹备", openings=999)
    text = print_out(tmp_path, "employment.fair_figures", period=year(2011)).text
    assert "\n合计 150 1,030 2,076 1 212 0" in text
    assert "共 2 场" in text
    (plain,) = rows(
        office.path,
        "SELECT SUM(employers_came), SUM(openings), SUM(seekers) FROM job_fair WHERE status <> '筹备'",
    )
    assert plain == (150, 1030, 2076)


def test_the_book_of_seekers_goes_by_days_of_the_period(office: Office, tmp_path: Path) -> None:
    make_intention(name="仇志明", registered_on=date(2011, 5, 3), monthly_wage=2_500_00)
    make_intention(name="陆建国", registered_on=date(2011, 3, 8))
    make_intention(name="周小梅", registered_on=date(2010, 3, 8))
    text = print_out(tmp_path, "employment.seekers", period=year(2011)).text
    assert text.index("陆建国") < text.index("仇志明")
    assert "周小梅" not in text
    assert "共 2 人次" in text
    assert "2,500.00" in text


def test_the_notices_of_a_year_are_counted(office: Office, tmp_path: Path) -> None:
    make_notice()
    make_notice(compound="祥安里", copies=150, taken_down_on=date(2011, 3, 1))
    make_notice(posted_on=date(2010, 2, 15))
    text = print_out(tmp_path, "employment.notices_book", period=year(2011)).text
    assert "共 2 处、350 份" in text
    assert "祥安里 150" in text


def test_a_seeker_is_registered_with_the_minimum_and_a_consent(office: Office, tmp_path: Path) -> None:
    intention = make_intention(name="陆建国", skills="电工证", id_number=None)
    paper = print_out(tmp_path, "employment.seeker", record=intention.id)
    assert all(word in paper.text for word in ("陆建国", "保洁员", "电工证", "登记日期：2011年3月8日"))
    assert "不收取任何费用" in paper.joined
    assert paper.result.pages == 1
