from __future__ import annotations

from datetime import date
from pathlib import Path

from app.office import Office
from app.subjects.disputes.cases.records import DisputeCase
from tests.factories.disputes import (
    make_body,
    make_case,
    make_followup,
    make_mediator,
    make_party,
    make_step,
    make_success,
)
from tests.helpers.paper import print_out


def test_the_intake_form_has_a_row_for_each_party(office: Office, tmp_path: Path) -> None:
    case = make_case("受理", sides=False, mediator=make_mediator(name="钱彩云"))
    make_party(case, name="陆建国", id_number="310104198005060134", post="装配工")
    make_party(case, name="周小梅")
    make_party(case, role="被申请人", kind="单位", name="上海五金厂", legal_rep="朱文斌")
    text = print_out(tmp_path, "disputes.intake", record=case.id).text
    assert "申请人 陆建国 性别 男 年龄 30" in text
    assert "申请人 周小梅" in text
    assert "被申请人 上海五金厂" in text
    assert "法定代表人 朱文斌" in text
    assert "予以受理，2011年4月6日。调解员：钱彩云" in text


def test_the_forms_and_letters_tell_both_days(office: Office, tmp_path: Path) -> None:
    """Arbitration from the application on, the body's own limit from the acceptance (domain 4.3)."""
    case = make_case(
        "结案",
        outcome="调解不成",
        applied_on=date(2011, 4, 1),
        accepted_on=date(2011, 4, 6),
        closed_on=date(2011, 4, 20),
    )
    for form in ("disputes.intake", "disputes.closing"):
        text = print_out(tmp_path, form, record=case.id).text
        assert "可申请仲裁日 2011年4月16日" in text
        assert "调解期限 2011年4月21日" in text
    rights = print_out(tmp_path, "disputes.rights", record=case.id).joined
    assert "即从2011年4月16日起" in rights
    assert "调解期限到2011年4月21日为止" in rights
    assert "本案到2011年4月16日" in print_out(tmp_path, "disputes.ending", record=case.id).joined


def test_the_intake_form_of_a_refused_case_tells_the_reason(office: Office, tmp_path: Path) -> None:
    case = make_case("不予受理", refuse_reason="不属于劳动争议")
    assert "不予受理。原因：不属于劳动争议" in print_out(tmp_path, "disputes.intake", record=case.id).joined


def test_the_blank_intake_form_leaves_the_decision_open(office: Office, tmp_path: Path) -> None:
    (page,) = print_out(tmp_path, "disputes.intake", blank=True).pages
    assert "□予以受理　□不予受理" in page
    assert page.count("申请人") >= 2
    assert "None" not in page


def test_the_closing_report_tells_sessions_agreement_and_performance(office: Office, tmp_path: Path) -> None:
    case = make_success()
    text = print_out(tmp_path, "disputes.closing", record=case.id).joined
    assert "2011年4月12日　调解　劳动争议人民调解工作室" in text
    assert "一次付清所欠工资" in text
    assert "协议金额 5,400.00 元，已履行" in text
    assert text.count("（盖章）") == 1


def test_each_follow_up_has_its_record(office: Office, tmp_path: Path) -> None:
    case = make_success()
    make_followup(case, visited_on=date(2011, 6, 3), party="被申请人", findings="款已付清")
    first, second = print_out(tmp_path, "disputes.visit", record=case.id).pages
    assert "2011年5月12日" in first
    assert "款已付清" in second
    assert "履行期限2011年5月15日" in second


def test_the_blank_cover_offers_how_the_case_ended_and_how_long_it_is_kept(
    office: Office, tmp_path: Path
) -> None:
    text = print_out(tmp_path, "disputes.cover", blank=True).text
    assert all(f"□{term}" in text for term in ("和解", "转仲裁", *DisputeCase.retention.offered))
    assert "字第" in text


def test_the_cover_bears_the_body_and_the_case(office: Office, tmp_path: Path) -> None:
    case = make_success(body=make_body(name="泰祥社区劳动争议人民调解委员会"))
    text = print_out(tmp_path, "disputes.cover", record=case.id).text
    assert "泰祥社区劳动争议人民调解委员会\n劳动争议调解卷宗" in text
    assert f"案号 {case.case_no}" in text
    assert "结案日期 2011年4月15日" in text


def test_the_cover_tells_who_filed_how_long_it_is_kept_and_how_many_pages(
    office: Office, tmp_path: Path
) -> None:
    case = make_success(filed_by="王芳", retention="10年", pages=36)
    text = print_out(tmp_path, "disputes.cover", record=case.id).text
    assert "立卷人 王芳" in text
    assert "保管期限 10年" in text
    assert "卷内页数 36" in text


def test_the_contents_list_the_papers_in_the_order_they_are_bound(office: Office, tmp_path: Path) -> None:
    case = make_success()
    make_step(case, kind="调查", held_on=date(2011, 4, 8), record="查看考勤")
    text = print_out(tmp_path, "disputes.contents", record=case.id).text
    order = ["劳动争议调解申请书", "受理登记表", "权利义务告知书", "当事人身份证明", "调解通知书", "调查笔录"]
    order += ["调解笔录", "劳动争议调解协议书", "回访记录", "结案报告表"]
    positions = [text.index(name) for name in order]
    assert positions == sorted(positions)
    assert "意见书" not in text


def test_a_case_told_by_word_of_mouth_has_no_application_in_its_contents(
    office: Office, tmp_path: Path
) -> None:
    case = make_case("结案", apply_mode="口头", outcome="调解不成")
    text = print_out(tmp_path, "disputes.contents", record=case.id).text
    assert "申请书" not in text
    assert "劳动争议调解意见书" in text
    assert "告知书 2011年4月15日" in text


def test_telling_the_rights_is_not_listed_twice(office: Office, tmp_path: Path) -> None:
    case = make_case("调解中")
    make_step(case, kind="告知权利义务", record="已告知")
    text = print_out(tmp_path, "disputes.contents", record=case.id).text
    assert text.count("权利义务") == 1


def test_the_bound_file_holds_every_paper_between_its_covers(office: Office, tmp_path: Path) -> None:
    case = make_success()
    make_party(case, name="周小梅")
    first, contents, *papers, last = print_out(tmp_path, "disputes.bound", record=case.id).pages
    assert "劳动争议调解卷宗" in first
    assert "卷内目录" in contents
    assert "卷宗封底" in last
    expected = [
        "劳动争议调解申请书",
        "劳动争议调解受理登记表",
        "劳动争议调解权利义务告知书",
        *["调解通知书"] * 3,
        "调解笔录",
        "劳动争议调解协议书",
        "劳动争议调解回访记录",
        "劳动争议调解结案报告表",
    ]
    begins = [page.split("\n", maxsplit=1)[0] for page in papers]
    assert [title for title in begins if title in expected] == expected  # a letter may go on on a page


def test_only_the_papers_of_a_bound_file_are_numbered_from_the_first_to_the_last(
    office: Office, tmp_path: Path
) -> None:
    pages = print_out(tmp_path, "disputes.bound", record=make_success(facts="拖欠工资。" * 400).id).pages
    unnumbered = [number for number, page in enumerate(pages) if "页　共" not in page]
    assert unnumbered == [0, 1, len(pages) - 1]
    last = len(pages) - 3
    assert all(f"第 {number} 页　共 {last} 页" in page for number, page in enumerate(pages[2:-1], start=1))


def test_the_contents_of_a_bound_file_tell_the_page_of_each_paper(office: Office, tmp_path: Path) -> None:
    case = make_success(facts="拖欠工资。" * 400)
    _, contents, *papers, _ = print_out(tmp_path, "disputes.bound", record=case.id).pages
    lines = contents.split("\n")
    for title, least in (
        ("劳动争议调解申请书", 1),
        ("劳动争议调解受理登记表", 3),
        ("劳动争议调解结案报告表", 8),
    ):
        begins = next(number for number, page in enumerate(papers, start=1) if page.startswith(title))
        (line,) = [line for line in lines if title in line]
        assert line.endswith(f" {begins}")
        assert begins >= least
    (proof,) = [line for line in lines if "身份证明" in line]
    assert proof.endswith("另附")


def test_files_of_several_cases_are_numbered_each_by_itself(office: Office, tmp_path: Path) -> None:
    make_success()
    make_success()
    pages = print_out(tmp_path, "disputes.bound").pages
    assert sum("第 1 页　共" in page for page in pages) == 2
