from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from app.office import Office
from app.subjects.hardship.files.forms import sheet
from app.subjects.hardship.files.records import HardshipFile
from tests.factories.people import make_file, make_kin, make_poverty_line
from tests.helpers.paper import print_out


def household() -> HardshipFile:
    """Keep the household of domain 3.3: four people, 835.83 a head and month."""
    make_poverty_line(505_00, effective_from=date(2010, 4, 1))
    file = make_file(
        name="阿依古丽·买买提",
        id_number="650102197803050564",
        ethnicity="维吾尔族",
        own_monthly_income=1860_00,
        family_other_income=2200_00,
        exp_illness=12000_00,
        category="意外致困",
        main_cause="遭受意外事故",
        other_causes=("子女上学",),
        cause_text="2010年11月工地坠落致骨折。",
        mobile="13850176642",
        address="泰祥小区12号503室",
        bank_name="工商银行",
        bank_branch="斜土支行",
        bank_card="6222021001098550188",
        bank_holder="阿依古丽·买买提",
        audited_by="李明",
    )
    make_kin(file, name="吐尔逊·买买提", relation="配偶", monthly_income=1300_00, workplace="有司建筑公司")
    make_kin(file, name="米娜", relation="女", id_number="650102200003050042", workplace="泰祥中学")
    make_kin(file, name="艾力", relation="子", workplace="泰祥小学")
    return file


def test_the_form_shows_the_person_with_labels(office: Office, tmp_path: Path) -> None:
    file = household()
    text = print_out(tmp_path, "hardship.file", record=file.id).text
    assert f"档案编号：{file.file_no} 建档日期：2011年1月18日" in text
    assert "姓名 阿依古丽·买买提 性别 女 民族 维吾尔族 出生日期 1978年3月5日" in text
    assert "联系电话 13850176642" in text
    assert "家庭住址 泰祥小区12号503室" in text


def test_the_form_shows_the_income_with_its_working(office: Office, tmp_path: Path) -> None:
    text = print_out(tmp_path, "hardship.file", record=household().id).text
    assert "40,120.00" in text
    assert "÷ 12 ÷ 4 = 835.83" in text
    assert "(40,120.00 − 12,000.00) ÷ 12 ÷ 4 = 585.83" in text
    assert "低保标准 505.00 元/月" in text


def test_the_form_lists_the_family_with_masked_numbers(office: Office, tmp_path: Path) -> None:
    text = print_out(tmp_path, "hardship.file", record=household().id).text
    assert "650102********0042" in text
    assert "20000305" not in text
    assert "泰祥小学" in text


def test_who_lives_elsewhere_is_on_the_form_and_said_to(office: Office, tmp_path: Path) -> None:
    file = make_file()
    make_kin(file, name="李老伯", relation="父", lives_together=False)
    text = print_out(tmp_path, "hardship.file", record=file.id).joined
    assert "李老伯" in text
    assert "不共同生活" in text


def test_the_family_has_at_least_four_lines_to_fill_in(office: Office) -> None:
    file = make_file()
    assert _empty_lines(file) == 4 + 4
    make_kin(file)
    assert _empty_lines(file) == 3 + 3


def _empty_lines(file: HardshipFile) -> int:
    """Count the lines of the two tables of the family that are left to fill in."""
    empty = [row for row in sheet(file, False).rows if not any(cell.text for cell in row)]
    return len([row for row in empty if len(row) > 7])


def test_the_form_tells_all_that_the_upper_union_asks_of_the_family(office: Office, tmp_path: Path) -> None:
    """The fields of the national form (domain 3.6)."""
    file = make_file(address="泰祥小区12号", postcode="200031")
    asked = {
        "ethnicity": "回族", "birth_date": date(1993, 9, 2), "political_status": "共青团员",
        "marital": "未婚", "household_type": "农业", "model_worker": "非劳模", "mobile": "13850176642",
        "education": "本科", "school_from": "2011", "school_years": 4,
    }  # fmt: skip
    make_kin(file, name="米娜", relation="女", workplace="示例大学", **asked)
    text = print_out(tmp_path, "hardship.file", record=file.id).joined
    told = (
        "200031",
        "回族",
        "1993年9月2日",
        "共青团员",
        "未婚",
        "农业",
        "非劳模",
        "13850176642",
        "2011年",
        "学制4年",
    )
    assert [word for word in told if word not in text] == []


def test_a_family_of_many_is_listed_whole(office: Office, tmp_path: Path) -> None:
    file = make_file()
    kin = [make_kin(file, monthly_income=100_00) for _ in range(9)]
    text = print_out(tmp_path, "hardship.file", record=file.id).text
    assert [one.name for one in kin if one.name not in text] == []


def test_the_form_tells_the_causes(office: Office, tmp_path: Path) -> None:
    text = print_out(tmp_path, "hardship.file", record=household().id).text
    assert "主要：遭受意外事故　次要：子女上学" in text
    assert "2010年11月工地坠落致骨折。" in text


def test_the_form_shows_number_and_account_of_the_person_in_full(office: Office, tmp_path: Path) -> None:
    text = print_out(tmp_path, "hardship.file", record=household().id).text
    assert "650102197803050564" in text
    assert "工商银行斜土支行" in text
    assert "6222 0210 0109 8550 188" in text


def test_the_numbers_of_the_family_stand_in_full_where_they_are_asked_for(
    office: Office, tmp_path: Path
) -> None:
    text = print_out(tmp_path, "hardship.file", record=household().id, full_ids=True).text
    assert "650102200003050042" in text
    assert "内部资料" not in text


def test_three_opinions_each_have_room_for_seal_and_date(office: Office, tmp_path: Path) -> None:
    paper = print_out(tmp_path, "hardship.file", record=household().id)
    for unit in ("基层党组织", "基层工会或办", "上级工会意见"):
        assert unit in paper.joined
    assert paper.text.count("（盖章）") == 3


def test_who_made_and_checked_the_file_stands_below_it(office: Office, tmp_path: Path) -> None:
    last = print_out(tmp_path, "hardship.file", record=household().id).pages[-1]
    assert "建档人：王芳 审核人：李明 录入人： 申请人签名：" in last


def test_several_files_are_forms_with_page_numbers_of_their_own(office: Office, tmp_path: Path) -> None:
    files = [make_file(name=name) for name in ("陆建国", "仇志明", "周小梅")]
    pages = print_out(tmp_path, "hardship.file", ids=(files[0].id, files[2].id)).pages
    numbered = ["第 1 页　共 2 页", "第 2 页　共 2 页"] * 2
    assert [number in page for number, page in zip(numbered, pages, strict=True)] == [True] * 4
    assert "陆建国" in pages[0]
    assert "周小梅" in pages[2]


def test_without_a_record_all_open_files_are_printed(office: Office, tmp_path: Path) -> None:
    make_file(name="陆建国")
    make_file(name="仇志明", status="申请", approved_on=None, opened_on=None)
    text = print_out(tmp_path, "hardship.file").text
    assert "陆建国" in text
    assert "仇志明" not in text


def test_a_file_that_is_not_open_yet_is_printed_when_asked_for(office: Office, tmp_path: Path) -> None:
    file = make_file(name="仇志明", status="申请", approved_on=None, opened_on=None)
    text = print_out(tmp_path, "hardship.file", record=file.id).text
    assert "仇志明" in text


def test_the_form_stands(office: Office, tmp_path: Path) -> None:
    file = make_file()
    assert all(width < height for width, height in print_out(tmp_path, "hardship.file", record=file.id).sizes)


def test_the_blank_form_has_labels_and_no_values(office: Office, tmp_path: Path) -> None:
    household()
    paper = print_out(tmp_path, "hardship.file", blank=True)
    values = ("汉族", "群众", "非劳模", "本级", "良好", "0.00", "申请\n", "算式 ", "岁", "TY-HZ")
    written = re.sub(r"□\S+", "", paper.text)  # what may be ticked is no value
    assert [value for value in values if value in written] == []
    for label in ("身份证号", "健康状况", "家庭主要成员", "致困原因", "开户银行", "申请人签名："):
        assert label in paper.text
    assert len(paper.pages) == 2
