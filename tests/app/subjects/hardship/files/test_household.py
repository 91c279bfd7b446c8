"""What a household declares, and what a visit finds, on paper (domain 3.9)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.subjects.hardship.reviews.records import HardshipReview
from tests.factories.people import make_file, make_kin
from tests.helpers.paper import print_out


def test_the_declaration_tells_the_household_and_asks_for_the_kind_of_aid(
    office: Office, tmp_path: Path
) -> None:
    file = make_file(name="陆建国", needs=("生活", "助学"))
    make_kin(file, name="周小梅", relation="配偶", monthly_income=1_300_00)
    make_kin(file, name="陆远", relation="父亲", lives_together=False)
    paper = print_out(tmp_path, "hardship.declaration", record=file.id)
    assert all(word in paper.text for word in ("□日常救助", "周小梅", "1,300.00", "生活、助学"))
    assert "陆远" not in paper.text
    assert "登记人：王芳" in paper.text
    assert paper.result.pages == 1


def test_the_visit_is_told_with_its_day_and_conclusion(office: Office, tmp_path: Path) -> None:
    file = make_file(name="陆建国", second_home="否")
    for mode, day, remark in (("入户", 5, "住房简陋"), ("电话", 9, "电话回访")):
        HardshipReview.create(
            file=file, mode=mode, reviewed_on=date(2011, 5, day), reviewed_by="王芳", remark=remark
        )
    text = print_out(tmp_path, "hardship.visit", record=file.id).text
    assert "入户日期：2011年5月5日" in text
    assert "住房简陋" in text
    assert "电话回访" not in text
    assert "两套以上住房且超过人均面积 否" in text


def test_what_is_not_verified_is_left_to_tick(office: Office, tmp_path: Path) -> None:
    file = make_file(second_home="未核实")
    text = print_out(tmp_path, "hardship.visit", record=file.id).text
    assert "两套以上住房且超过人均面积 □是　□否" in text
