"""Mutual insurance on paper (domain 8.3)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from playhouse.test_utils import count_queries

from app.keeping import keeping
from app.office import Office
from app.printing.layout import PrintRequest
from app.printing.prints import filled
from app.rules.periods import year
from app.subjects.insurance.lists import ENROLMENT_ROSTER, INSURANCE_BY_MONTH
from app.subjects.insurance.records import MutualProduct
from app.subjects.insurance.register import CONSULTATIONS
from tests.factories.insurance import make_claim, make_enrolment, make_group, make_product, new_consultation
from tests.helpers.paper import print_out
from tests.helpers.plain_sql import rows


def test_the_roster_of_a_product_adds_persons_and_premiums_up(office: Office, tmp_path: Path) -> None:
    product = make_product(name="在职住院保障")
    for name in ("陆建国", "仇志明"):
        make_enrolment(product, name=name)
    make_enrolment(product, name="周小梅", status="退保", withdrawn_on=date(2010, 12, 20))
    make_enrolment(make_product(name="大病保障"), name="单福根")
    paper = print_out(tmp_path, "insurance.roster")
    page = next(page for page in paper.pages if "2011年在职住院保障参保名册" in page)
    assert "合计（2 人）　人民币壹佰贰拾元整" in page
    assert "保障期限：2011年1月1日至2011年12月31日" in page
    assert "周小梅" not in paper.text
    assert "单福根" not in page
    assert len(paper.pages) == 2


def test_the_roster_asks_for_its_products_once(office: Office) -> None:
    asked = []
    product = make_product()
    for _ in range(2):
        for _ in range(3):
            make_enrolment(product)
        with count_queries() as counted:
            assert len(list(filled(ENROLMENT_ROSTER, PrintRequest(date(2011, 12, 31))))) == 1
        asked.append(counted.count)
    assert asked[0] == asked[1]


def test_only_what_was_paid_is_on_the_list_of_payments(office: Office, tmp_path: Path) -> None:
    enrolment = make_enrolment(name="陆建国", bank_card="6222021001123456783")
    paid = {"status": "已给付", "granted_on": date(2011, 6, 8)}
    make_claim(enrolment, granted=500_50, diagnosis="肺炎", **paid)
    make_claim(make_enrolment(name="仇志明"), status="受理")
    text = print_out(tmp_path, "insurance.payments", period=year(2011)).text
    assert "¥500.50" in text
    assert "人民币伍佰元" in text
    assert "银行代发" in text
    assert "6783" not in text
    assert "仇志明" not in text
    assert "肺炎" not in text


def test_the_bank_is_told_holder_bank_and_whole_account_of_each_payment(
    office: Office, tmp_path: Path
) -> None:
    """What a bank pays by, and what it adds up to; who was paid in cash is not on its list."""
    paid = {"status": "已给付", "granted_on": date(2011, 6, 8)}
    account = {"bank_card": "6222021001123456783", "bank_name": "工商银行斜土支行", "bank_holder": "陆建国"}
    make_claim(make_enrolment(name="陆建国"), granted=500_50, **account, **paid)
    make_claim(make_enrolment(name="仇志明"), granted=80_00, **paid)
    text = print_out(tmp_path, "insurance.transfers", period=year(2011)).text
    assert "陆建国 工商银行斜土支行 6222 0210 0112 3456 783 500.50" in text
    assert "合计（1 笔）" in text
    assert "仇志明" not in text


def _moves() -> tuple[MutualProduct, MutualProduct]:
    first, second = make_product(), make_product(premium=100_00)
    for product, day in ((first, 3), (first, 4), (second, 4)):
        enrolment = make_enrolment(product, paid_on=date(2011, day, 9))
        make_claim(enrolment, status="已给付", granted=day * 100_00, granted_on=date(2011, day + 3, 1))
    cover = {"cover_from": date(2011, 5, 1), "cover_to": date(2012, 4, 30)}
    make_enrolment(first, paid_on=date(2011, 4, 9), status="退保", withdrawn_on=date(2011, 4, 20), **cover)
    return first, second


def test_enrolments_and_payments_are_counted_by_product_and_month(office: Office) -> None:
    first, second = _moves()
    together, *each = INSURANCE_BY_MONTH.parts(PrintRequest(date(2011, 12, 31), period=year(2011)))
    enrolled = rows(
        office.path,
        "SELECT product_id, COUNT(*), SUM(premium) FROM mutual_enrolment "
        "WHERE status <> '退保' AND paid_on LIKE '2011-%' GROUP BY 1 ORDER BY 1",
    )
    paid = rows(
        office.path,
        "SELECT product_id, COUNT(*), SUM(granted) FROM mutual_claim "
        "WHERE status = '已给付' GROUP BY 1 ORDER BY 1",
    )
    totals = [list(part.records)[-1].figures for part in each]
    assert totals == [(*one[1:], *other[1:]) for one, other in zip(enrolled, paid, strict=True)]
    assert [part.heads[1] for part in each] == [f"产品：{first.title}", f"产品：{second.title}"]
    assert list(together.records)[-1].figures == (3, 220_00, 3, 1_100_00)


def test_the_months_are_printed_one_by_one(office: Office, tmp_path: Path) -> None:
    _moves()
    page = print_out(tmp_path, "insurance.by_month", period=year(2011)).pages[0]
    assert "4 2011年4月 2 160.00 0 0.00" in page
    assert "12 2011年12月 0 0.00 0 0.00" in page
    assert "\n合计 3 220.00 3 1,100.00" in page


def test_the_book_of_consultations_counts_persons(office: Office, tmp_path: Path) -> None:
    keeping.save(CONSULTATIONS, new_consultation(persons=12, asked_on=date(2011, 3, 8)))
    keeping.save(CONSULTATIONS, new_consultation(persons=3, asked_on=date(2011, 3, 9)))
    text = print_out(tmp_path, "insurance.consultation_book", period=year(2011)).text
    assert "登记 2 次，共 15 人次" in text


def test_who_runs_out_within_two_months_is_told_unless_renewed(office: Office, tmp_path: Path) -> None:
    this_year, next_year = make_product(name="住院保障"), make_product(name="住院保障", year=2012)
    make_enrolment(this_year, name="陆建国")
    renewed = make_enrolment(this_year, name="仇志明")
    make_enrolment(next_year, name="仇志明", id_number=renewed.id_number)
    text = print_out(tmp_path, "insurance.renewals", today=date(2011, 11, 15)).text
    assert "陆建国" in text
    assert "仇志明" not in text
    assert "2011年12月31日" in text


def test_of_those_picked_what_has_run_out_is_told_and_what_has_not_is_left_out(
    office: Office, tmp_path: Path
) -> None:
    ended = make_enrolment(make_product(year=2010), name="陆建国", status="到期")
    running = make_enrolment(name="仇志明")
    picked = (ended.id, running.id)
    text = print_out(tmp_path, "insurance.renewals", today=date(2011, 5, 15), ids=picked).text
    assert "陆建国" in text
    assert "仇志明" not in text


def test_the_enrolment_of_a_unit_tells_its_fee_in_words(office: Office, tmp_path: Path) -> None:
    group = make_group(active_count=9, retired_count=3)
    paper = print_out(tmp_path, "insurance.group", record=group.id)
    assert "合计人数 12" in paper.text
    assert "人民币柒佰贰拾元整" in paper.text
    assert "2011年1月1日零时至2011年12月31日二十四时" in paper.text
    assert paper.text.count("（盖章）") == 2


def test_a_claim_says_whom_where_and_how_much_to_pay_in_words(office: Office, tmp_path: Path) -> None:
    """The accountant pays by holder, bank and whole account, the amount in words beside the figure."""
    account = {"bank_card": "6222021001123456783", "bank_name": "工商银行斜土支行", "bank_holder": "陆福根"}
    claim = make_claim(make_enrolment(), address="泰祥小区12号", claimed=1_000_00, **account)
    text = print_out(tmp_path, "insurance.claim", record=claim.id).joined
    told = ("泰祥小区12号", "工商银行斜土支行", "陆福根", "6222 0210 0112 3456 783", "人民币壹仟元整")
    assert [words for words in told if words not in text] == []


def test_a_claim_is_applied_for_with_costs_and_papers(office: Office, tmp_path: Path) -> None:
    claim = make_claim(make_enrolment(name="陆建国", employer="有司建筑公司"), hospital="区中心医院")
    paper = print_out(tmp_path, "insurance.claim", record=claim.id)
    assert all(word in paper.text for word in ("有司建筑公司", "区中心医院", "8,000.00", "1,000.00"))
    assert "互助金申请书、身份证复印件、医保结算单" in paper.joined
    assert paper.result.pages == 1
    assert paper.sizes[0][0] < paper.sizes[0][1]
