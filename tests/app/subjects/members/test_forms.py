from __future__ import annotations

from pathlib import Path

from app.office import Office
from app.subjects.members.records import MemberJob, MemberRelative
from tests.factories.people import make_member
from tests.helpers.paper import print_out


def test_the_form_of_an_applicant_is_printed_before_approval(office: Office, tmp_path: Path) -> None:
    member = make_member(name="陆建国", status="待审批", approved_on=None, native_place="江苏盐城")
    text = print_out(tmp_path, "members.form", record=member.id).text
    assert f"NO. {member.member_no}" in text
    assert "姓名 陆建国" in text
    assert "籍贯 江苏盐城" in text
    assert "申请人签名： 申请日期：2011年3月1日" in text


def test_without_a_record_everybody_on_the_roll_is_printed(office: Office, tmp_path: Path) -> None:
    make_member(name="陆建国")
    make_member(name="仇志明", status="待审批", approved_on=None)
    text = print_out(tmp_path, "members.form").text
    assert "陆建国" in text
    assert "仇志明" not in text


def test_relatives_are_listed_and_working_life_from_its_beginning(office: Office, tmp_path: Path) -> None:
    member = make_member()
    MemberJob.create(member=member, first_month="2008-04", employer="泰祥物业有限公司")
    MemberRelative.create(member=member, name="周小梅", relation="妻子", employer="有司建筑公司")
    MemberJob.create(
        member=member, first_month="2003-07", last_month="2008-03", employer="纺织厂", job_title="挡车工"
    )
    text = print_out(tmp_path, "members.form", record=member.id).text
    assert "周小梅 妻子 有司建筑公司" in text
    assert "2003年7月至2008年3月 纺织厂 挡车工\n2008年4月至今 泰祥物业有限公司" in text


def test_the_union_approves_with_seal_and_date(office: Office, tmp_path: Path) -> None:
    (page,) = print_out(tmp_path, "members.form", record=make_member().id).pages
    assert "审批意见" in page.replace("\n", "")
    assert page.count("（盖章）") == 1


def test_the_blank_form_has_no_values(office: Office, tmp_path: Path) -> None:
    text = print_out(tmp_path, "members.form", blank=True).text
    assert [value for value in ("汉族", "本人申请", "■", "会员\n", "至今") if value in text] == []
    assert "农民工 □是\n□否" in text
    assert "会员证号码：＿" in text
