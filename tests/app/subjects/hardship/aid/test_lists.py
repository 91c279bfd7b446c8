from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from app.keeping import keeping
from app.office import Office
from app.rules import periods
from app.subjects.hardship.aid import acts as aid
from app.subjects.hardship.aid.records import AidBatch, AidPayment
from app.subjects.hardship.aid.register import PAYMENTS
from app.subjects.hardship.files.register import HARDSHIP
from tests.factories.people import make_batch, make_file, make_fund, make_payment, resident_id
from tests.helpers.paper import Paper, print_out

# 13 × 800 + 16 × 500 + 18 × 300 = 23,800.00, the 47 workers of the year.
AMOUNTS = [800_00] * 13 + [500_00] * 16 + [300_00] * 18


@pytest.fixture
def approved(office: Office) -> AidBatch:
    """An approved batch for two people with files."""
    make_fund()
    files = (
        make_file(name="陆建国", id_number="310104198005060134", employer="泰祥物业有限公司"),
        make_file(name="欧阳秀兰", employer="有司建筑公司"),
    )
    return aid.approve(make_batch(*files, amount=500_00), "李明", date(2011, 1, 18))


def payment(batch: AidBatch, name: str) -> AidPayment:
    return AidPayment.get(AidPayment.batch == batch, AidPayment.name == name)


def whole_list(folder: Path) -> Paper:
    batch = make_batch()
    for fen in AMOUNTS:
        make_payment(batch, amount=fen)
    return print_out(folder, "hardship.payout", record=batch.id)


def test_the_subtotals_of_the_pages_add_up_to_the_total(office: Office, tmp_path: Path) -> None:
    paper = whole_list(tmp_path)
    found = [re.search(r"本页小计（(\d+) 人）\s+([\d,]+\.\d\d)", page) for page in paper.pages]
    subtotals = [(int(one[1]), float(one[2].replace(",", ""))) for one in found if one]
    assert len(subtotals) == len(paper.pages) > 1
    assert sum(people for people, _ in subtotals) == 47
    assert sum(yuan for _, yuan in subtotals) == 23_800


def test_each_subtotal_adds_up_the_rows_of_its_page(office: Office, tmp_path: Path) -> None:
    for page in whole_list(tmp_path).pages:
        rows = [float(yuan) for yuan in re.findall(r"送温暖慰问 (\d+\.\d\d)", page)]
        found = re.search(r"本页小计（(\d+) 人）\s+([\d,]+\.\d\d)", page)
        assert found
        assert (len(rows), sum(rows)) == (int(found[1]), float(found[2].replace(",", "")))


def test_the_total_stands_in_figures_and_words_on_the_last_page_only(office: Office, tmp_path: Path) -> None:
    *before, last = whole_list(tmp_path).pages
    assert "合计（47 人）　人民币贰万叁仟捌佰元整" in last
    assert "¥23,800.00" in last
    assert not any("人民币" in page for page in before)


def test_each_page_has_the_title_the_headings_the_signature_line_and_its_number(
    office: Office, tmp_path: Path
) -> None:
    pages = whole_list(tmp_path).pages
    for number, page in enumerate(pages, start=1):
        assert page.startswith("2011年春节困难职工慰问金发放表")
        assert "序号 姓名 身份证号 工作单位 困难类别 帮扶项目 金额（元） 领款人签字 联系电话 备注" in page
        assert "单位负责人： 审核人： 经办人： 证明人： 制表日期：" in page
        assert f"第 {number} 页　共 {len(pages)} 页" in page


def test_the_heads_name_the_unit_the_batch_the_fund_and_the_day_it_was_paid(
    approved: AidBatch, tmp_path: Path
) -> None:
    aid.mark_paid(approved, date(2011, 1, 20))
    text = print_out(tmp_path, "hardship.payout", record=approved.id).text
    assert (
        "单位（盖章）：泰祥社区工会 批次：2011-春节　资金来源：本级工会经费 发放日期：2011年1月20日" in text
    )


def test_only_a_draft_says_that_it_is_one(office: Office, tmp_path: Path) -> None:
    make_fund()
    batch = make_batch(make_file())
    assert "（拟定稿）" in print_out(tmp_path, "hardship.payout", record=batch.id).text
    aid.approve(batch, "李明", date(2011, 1, 18))
    assert "（拟定稿）" not in print_out(tmp_path, "hardship.payout", record=batch.id).text


def test_aid_for_no_festival_is_called_by_what_it_is(office: Office, tmp_path: Path) -> None:
    batch = make_batch(make_file(), occasion="日常", aid_kind="生活救助", name="七月生活救助")
    text = print_out(tmp_path, "hardship.payout", record=batch.id).text
    assert text.startswith("2011年困难职工帮扶资金发放表\n")


def test_an_approved_list_keeps_the_amount_it_was_printed_with_and_tells_the_correction_below(
    approved: AidBatch, tmp_path: Path
) -> None:
    line = payment(approved, "陆建国")
    line.amount = 300_00
    keeping.save(PAYMENTS, line)
    text = print_out(tmp_path, "hardship.payout", record=approved.id).text
    table, _, below = text.partition("审批后的更正：")
    assert "送温暖慰问 500.00" in table
    assert "¥1,000.00" in table
    assert "陆建国：金额审批时为“500.00”，现为“300.00”" in below


def test_an_approved_list_keeps_the_employer_it_was_printed_with_when_the_file_is_corrected(
    approved: AidBatch, tmp_path: Path
) -> None:
    file = payment(approved, "陆建国").file
    assert file is not None
    file.employer = "卫庆电梯工程公司"
    keeping.save(HARDSHIP, file)
    table, _, below = print_out(tmp_path, "hardship.payout", record=approved.id).text.partition(
        "审批后的更正："
    )
    assert "泰祥物业有限公司" in table
    assert "卫庆电梯工程公司" not in table
    assert "陆建国：工作单位审批时为“泰祥物业有限公司”，现为“卫庆电梯工程公司”" in below


def test_a_payment_deleted_after_approval_stays_on_the_list(approved: AidBatch, tmp_path: Path) -> None:
    line = payment(approved, "陆建国")
    line.deleted_at = datetime(2011, 1, 19)
    keeping.store(line)
    text = print_out(tmp_path, "hardship.payout", record=approved.id).text
    assert "合计（2 人）" in text
    assert "陆建国：审批后已删除" in text


def correct_the_number(batch: AidBatch) -> str:
    """Correct the identity number of a file in an approved batch, and return the new one."""
    file = payment(batch, "陆建国").file
    assert file is not None
    file.id_number = resident_id(born=file.birth_date, sex=file.sex)
    keeping.save(HARDSHIP, file)
    return str(file.id_number)


def test_a_corrected_number_is_told_as_it_stands_on_the_list(approved: AidBatch, tmp_path: Path) -> None:
    number = correct_the_number(approved)
    text = print_out(tmp_path, "hardship.payout", record=approved.id).joined
    assert f"身份证号审批时为“310104198005060134”，现为“{number}”" in text


def test_a_list_without_corrections_says_nothing_of_them(approved: AidBatch, tmp_path: Path) -> None:
    assert "更正" not in print_out(tmp_path, "hardship.payout", record=approved.id).text


def test_a_transfer_is_said_to_be_paid_by_the_bank_where_cash_is_signed_for(
    office: Office, tmp_path: Path
) -> None:
    file = make_file(
        bank_card="6222021001098550188", bank_name="工商银行", bank_holder="陆建国", name="陆建国"
    )
    card = {"bank_card": file.bank_card, "bank_holder": "陆建国", "pay_mode": "银行卡"}
    transfer = make_batch(pay_mode="银行卡")
    make_payment(transfer, file, **card)
    text = print_out(tmp_path, "hardship.payout", record=transfer.id).text
    assert "银行代发" in text
    assert "0188" not in text
    cash = make_batch(occasion="国庆", name="国庆慰问")
    make_payment(cash, file, bank_card=file.bank_card)
    assert "银行代发" not in print_out(tmp_path, "hardship.payout", record=cash.id).text


def test_the_bank_is_told_holder_bank_whole_account_amount_and_purpose(
    office: Office, tmp_path: Path
) -> None:
    """A bank pays by these; who of the batch is paid in cash is not on its list."""
    batch = make_batch(pay_mode="银行卡", name="春节慰问", planned_on=date(2011, 1, 18))
    account = {"bank_card": "6222021001098550188", "bank_name": "工商银行", "bank_holder": "陆福根"}
    make_payment(batch, make_file(name="陆建国"), amount=500_00, pay_mode="银行卡", **account)
    make_payment(batch, make_file(name="欧阳秀兰"), amount=300_00, pay_mode="现金")
    text = print_out(tmp_path, "hardship.transfers", record=batch.id).text
    assert "陆福根 工商银行 6222 0210 0109 8550 188 500.00 春节慰问 陆建国" in text
    assert "合计（1 笔）" in text
    assert "人民币伍佰元整" in text
    assert "欧阳秀兰" not in text


def test_a_name_of_thirty_characters_and_an_employer_of_forty_print_whole(
    office: Office, tmp_path: Path
) -> None:
    name = "阿卜杜热西提·阿卜杜克热木·买买提明·吐尔逊江·艾合买提·伊"
    employer = "上海泰祥恰尔斯精密电子机械制造有限责任公司第二分公司生产基地及附属仓储物流服务部"
    assert (len(name), len(employer)) == (30, 40)
    batch = make_batch(make_file(name=name, employer=employer))
    paper = print_out(tmp_path, "hardship.payout", record=batch.id)
    assert name in paper.joined
    assert employer in paper.joined
    assert all(len(line) > 1 for line in paper.text.split("\n") if line != "1")


def test_a_batch_is_asked_for_by_its_id_or_by_the_period_it_was_planned_in(
    office: Office, tmp_path: Path
) -> None:
    file = make_file()
    spring = make_batch(file)
    make_batch(file, occasion="国庆", name="国庆慰问", planned_on=date(2011, 9, 28))
    assert "国庆" not in print_out(tmp_path, "hardship.payout", ids=(spring.id,)).text
    later = print_out(tmp_path, "hardship.payout", period=periods.half(2011, 2)).text
    assert "2011年国庆困难职工慰问金发放表" in later
    assert "春节" not in later


def test_several_batches_have_their_own_numbers_of_pages(office: Office, tmp_path: Path) -> None:
    file = make_file()
    make_batch(file)
    make_batch(file, occasion="国庆", name="国庆慰问", planned_on=date(2011, 9, 28))
    assert all("第 1 页　共 1 页" in page for page in print_out(tmp_path, "hardship.payout").pages)


def test_the_blank_pay_out_list_leaves_title_batch_and_sums_to_be_filled_in(
    office: Office, tmp_path: Path
) -> None:
    text = print_out(tmp_path, "hardship.payout", blank=True).text
    assert "＿＿＿＿年＿＿困难职工慰问金发放表" in text
    assert "资金来源：＿" in text
    assert "人民币（大写）" in text


def test_the_aid_list_adds_up_what_one_person_got(office: Office, tmp_path: Path) -> None:
    make_fund()
    file = make_file(name="陆建国")
    for occasion, day in (("春节", date(2011, 1, 18)), ("国庆", date(2011, 9, 28))):
        aid.approve(make_batch(file, occasion=occasion, name=occasion, planned_on=day), "李明", day)
    text = print_out(tmp_path, "hardship.aid_list", period=periods.year(2011)).text
    assert "春节、国庆 1,000.00" in text
    assert "共 1 人、1 家单位" in text
    assert "期间：2011年" in text


def test_two_people_of_one_name_stay_two_on_the_aid_list(office: Office, tmp_path: Path) -> None:
    make_fund()
    batch = make_batch(make_file(name="王芳", employer="甲公司"), make_file(name="王芳", employer="乙公司"))
    aid.approve(batch, "李明", date(2011, 1, 18))
    assert "共 2 人、2 家单位" in print_out(tmp_path, "hardship.aid_list").text


def test_the_aid_list_of_one_batch_bears_its_name_and_fund(approved: AidBatch, tmp_path: Path) -> None:
    text = print_out(tmp_path, "hardship.aid_list", record=approved.id).text
    assert text.startswith("2011年春节困难职工帮扶名单\n")
    assert "资金来源：本级工会经费" in text


def test_who_is_only_in_a_draft_is_not_on_the_aid_list(approved: AidBatch, tmp_path: Path) -> None:
    make_batch(make_file(name="朱玉珍"), occasion="国庆", name="国庆慰问")
    text = print_out(tmp_path, "hardship.aid_list").text
    assert "陆建国" in text
    assert "朱玉珍" not in text
