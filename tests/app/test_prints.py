from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlcipher3

from app.errors import Refused
from app.office import Office, close_office, open_office
from app.papers import prints_of
from app.printing.labels import LabelSheet
from app.printing.layout import ListPrint, PaperKind, PrintRequest
from app.printing.prints import blank_sheet, filled, make, number_chosen
from app.printing.rows import Rows
from app.printing.sheet import Sheet
from app.records.base import Query
from app.records.prints import PrintLogEntry, key_of
from app.registry import find_print, prints, registers
from app.subjects.hardship.aid import acts as aid
from tests.factories.described import DESCRIBED, PAPERS, make_described
from tests.factories.disputes import make_case, make_party, make_success
from tests.factories.employment import make_intention
from tests.factories.insurance import make_claim, make_enrolment
from tests.factories.people import make_batch, make_file, make_fund, make_kin, make_member, make_payment
from tests.helpers.paper import PRINTED_AT, print_out

KEYS = [one.key for one in prints()]
WITH_IDS = [
    one.key
    for one in prints()
    if one.hides_ids
    and (not one.columns or any(column.field and column.field.guarded for column in one.columns))
]
OWN_NUMBERS = [one.key for one in prints() if one.own_numbers]
LONGER_BLANK = {"hardship.file", "disputes.bound"}
NUMBER = "310104198005060134"
ADDED_UP = {
    "disputes.counts",
    "activities.entry_forms",
    "hardship.aid_list",
    "hardship.aid_ledger",
    "hardship.aid_spending",
    "publications.orders_summary",
    "publications.returns_summary",
}
"""What tells of how many records it is made, and has other rows than these."""
ASKED = PrintRequest(date(2011, 12, 31))


def fill(number: str) -> None:
    """Keep one person under every register that prints people, all with the same identity number."""
    make_member(name="陆建国", id_number=number, new_work="快递员")
    file = make_file(name="陆建国", id_number=number)
    make_fund()
    account = {"pay_mode": "银行卡", "bank_card": "6222021001098550188", "bank_holder": "陆建国"}
    batch = make_batch(file)
    make_payment(batch, file, override_reason="另有困难", **account)
    aid.approve(batch, "李明", date(2011, 1, 18))
    for case in (make_success(), make_case("结案", outcome="调解不成")):
        make_party(case, name="陆建国", id_number=number)
    make_intention(name="陆建国", id_number=number)
    enrolment = make_enrolment(name="陆建国", id_number=number)
    paid = {"status": "已给付", "granted": 500_00, "granted_on": date(2011, 6, 8)}
    make_claim(enrolment, bank_card=account["bank_card"], **paid)


@pytest.fixture(scope="module")
def people_file(tmp_path_factory: pytest.TempPathFactory, blank_office: Path) -> Path:
    """An office file with people in it, filled once; each test opens a copy."""
    path = Path(shutil.copy(blank_office, tmp_path_factory.mktemp("people") / "people.union"))
    open_office(path)
    fill(NUMBER)
    close_office()
    return path


@pytest.fixture
def people(tmp_path: Path, people_file: Path) -> Iterator[Office]:
    """An open office with one person under every register that prints people."""
    yield open_office(Path(shutil.copy(people_file, tmp_path / "test.union")))
    close_office()


def test_the_office_has_prints_of_its_own() -> None:
    assert {key for key in KEYS if not key.endswith(".list")} == {
        "disputes.supervision_book",
        "disputes.supervision_letter",
        "office.training_book",
        "office.training_form",
        "activities.service_book",
        "activities.service_proof",
        "office.goal_sheet",
        "office.honour_roll",
        "office.nomination_book",
        "office.nomination_notice",
        "members.care_book",
        "members.care_form",
        "members.benefit_book",
        "members.roster",
        "members.new_work_roster",
        "members.form",
        "unions.committees",
        "unions.terms",
        "unions.surveys.summary",
        "unions.surveys.without",
        "unions.surveys.forms",
        "unions.enterprises.form",
        "unions.open_affairs.sign_in",
        "hardship.roster",
        "hardship.layers",
        "hardship.file",
        "hardship.notice",
        "hardship.payout",
        "hardship.transfers",
        "hardship.aid_list",
        "contracts.ledger",
        "contracts.expiring",
        "contracts.wages",
        "contracts.filing",
        "contracts.labor",
        "contracts.sign_in",
        "disputes.book",
        "disputes.counts",
        "disputes.intake",
        "disputes.application",
        "disputes.refusal",
        "disputes.attorney",
        "disputes.service",
        "disputes.inquiry",
        "disputes.rights",
        "disputes.summons",
        "disputes.minutes",
        "disputes.agreement",
        "disputes.opinion",
        "disputes.ending",
        "disputes.visit",
        "disputes.closing",
        "disputes.cover",
        "disputes.contents",
        "disputes.back_cover",
        "disputes.bound",
        "hardship.donors",
        "hardship.donation_account",
        "activities.sign_in",
        "activities.entries",
        "activities.awards",
        "activities.prizes",
        "activities.budget_sheet",
        "office.minutes",
        "office.sign_in",
        "office.visit_book",
        "office.company_visit_book",
        "members.cards",
        "members.envelopes",
        "unions.enterprises.envelopes",
        "office.spines",
        "office.seal_book",
        "office.handover",
        "office.archive_list",
        "office.destruction",
        "office.cash_book",
        "members.application",
        "members.transfer",
        "hardship.consent",
        "hardship.pledge",
        "members.movements",
        "members.dues_sheet",
        "hardship.declaration",
        "hardship.visit",
        "hardship.aid_ledger",
        "hardship.aid_course",
        "hardship.aid_spending",
        "activities.entry_forms",
        "activities.results",
        "activities.plan",
        "activities.report",
        "employment.fair_employers",
        "employment.poster",
        "employment.fair_figures",
        "employment.seeker",
        "employment.seekers",
        "employment.notices_book",
        "insurance.roster",
        "insurance.payments",
        "insurance.transfers",
        "insurance.by_month",
        "insurance.consultation_book",
        "insurance.renewals",
        "insurance.group",
        "insurance.claim",
        "publications.returns_urged",
        "publications.returns_summary",
        "publications.returns_entered",
        "publications.orders",
        "publications.orders_summary",
        "publications.hand_outs",
        "publications.bulletin_book",
        "publications.bulletin_figures",
        "publications.approval",
        "publications.intern_plan",
        "publications.intern_marks",
        "publications.intern_verdict",
        "publications.club_items",
        "publications.lending_book",
        "publications.overdue",
        "publications.stocktake",
    }


def test_a_register_prints_its_list_unless_it_has_another_of_its_records(described_office: Office) -> None:
    """The office's own data (settings) are one record, which no list shows."""
    listed = {
        register.key
        for register in registers()
        if any(paper.kind is PaperKind.LIST and paper.takes is None for paper in prints_of(register))
    }
    assert {register.key for register in registers()} - listed == {"settings"}


def test_the_list_of_a_register_adds_up_what_it_shows(office: Office, tmp_path: Path) -> None:
    make_fund(23_800_00)
    make_fund(1_200_50)
    paper = print_out(tmp_path, "settings.funds.list")
    assert "资金到账一览表" in paper.joined
    assert "25,000.50" in paper.joined


def _things(sheet: object) -> int:
    """Count the rows of a list that add nothing up, the labels of a page, or one form."""
    if isinstance(sheet, Sheet):
        return len(sheet.rows) - len(sheet.totals)
    return len(sheet.labels) if isinstance(sheet, LabelSheet) else 1


def test_of_all_that_are_listed_so_many_are_told_as_are_printed(people: Office) -> None:
    told: dict[str, int] = {}
    printed: dict[str, int] = {}
    for register in registers():
        ids = tuple(row for (row,) in register.record.alive().select(register.record.id).tuples())
        for paper in prints_of(register):
            request = PrintRequest(date(2011, 12, 31), ids=ids)
            number = number_chosen(paper, request) if paper.takes in (None, register.record) else None
            if paper.key in ADDED_UP:
                if paper.key == "disputes.counts":
                    assert number == told["disputes.book"]
                continue
            if number is not None:
                sheets = [sheet for sheet, _ in filled(paper, request)]
                each = paper.takes is not None and bool(paper.of_one) and isinstance(paper, ListPrint)
                told[paper.key] = number
                printed[paper.key] = len(sheets) if each else sum(map(_things, sheets))
    assert told == printed
    assert told["disputes.opinion"] < told["disputes.book"]  # of two cases one failed


def test_a_list_says_the_same_whether_its_records_are_read_whole_or_not(people: Office) -> None:
    for paper in [one for one in prints() if isinstance(one, ListPrint)]:
        for part in paper.parts(ASKED):
            if isinstance(part.records, Query):
                read, whole = (Rows(paper, ASKED, full_ids=False) for _ in range(2))
                records = list(part.records.clone())
                assert list(read.of(part.records)) == list(whole.of(records))
                assert (read.amounts, read.beside) == (whole.amounts, whole.beside)
                assert read.keys == whole.keys == list(map(key_of, records))


def test_whoever_saves_does_not_wait_until_a_print_is_drawn(people: Office) -> None:
    """A list or form that has begun holds no lock on the file: its pages are drawn for seconds."""
    other = sqlcipher3.connect(str(people.path), timeout=0, isolation_level=None)
    begun = [found for paper in prints() if next(found := filled(paper, ASKED), None) is not None]
    other.execute("BEGIN EXCLUSIVE").execute("ROLLBACK")
    other.close()
    assert len(begun) > 30


def test_a_list_of_records_that_are_picked_holds_no_others(people: Office) -> None:
    """One that holds them all the same is of a whole period, and is not offered for what was picked."""
    none_picked = PrintRequest(date(2011, 12, 31), ids=())
    holding = {paper.key for paper in prints() if any(keys for _, keys in filled(paper, none_picked))}
    of_all = {paper.key for paper in prints() if paper.whole_period}
    assert holding <= of_all
    assert of_all == {
        "members.movements",
        "insurance.by_month",
        "publications.bulletin_figures",
        "office.cash_book",
    }


def test_all_papers_are_signed_by_one_word(office: Office) -> None:
    """签名; for money as on the pay-out list (domain 3.9), and as the rule of contracts says."""
    signed = re.compile(r"\w*签字\w*")
    found = {
        word for paper in prints() for text in blank_sheet(paper).texts() for word in signed.findall(text)
    }
    assert found == {"领款人签字", "经签字的协商记录"}


def test_an_unknown_print_is_refused_naming_those_there_are() -> None:
    with pytest.raises(Refused, match=r"hardship\.payout"):
        find_print("hardship.pay")


@pytest.mark.parametrize("key", [*KEYS, *PAPERS])
def test_where_there_is_nothing_to_print_it_is_refused_and_no_file_is_left(
    key: str, office: Office, tmp_path: Path
) -> None:
    if key in PAPERS:
        make_described()
    with pytest.raises(Refused, match="没有可打印的"):
        print_out(tmp_path, key)
    assert not (tmp_path / "print.pdf").exists()
    assert not PrintLogEntry.select().exists()


@pytest.mark.parametrize("key", ["hardship.roster", "hardship.payout", "hardship.file", "members.form"])
def test_what_has_no_public_version_is_never_printed_for_the_wall(
    key: str, people: Office, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="没有公示版"):
        print_out(tmp_path, key, public=True)
    assert not (tmp_path / "print.pdf").exists()


def test_no_list_for_the_wall_has_a_column_of_numbers_to_hide(described_office: Office) -> None:
    walls = [one.public or one for one in prints() if one.public or one.is_public]
    expected = {
        "members.roster",
        "hardship.notice",
        "hardship.donors",
        "activities.awards",
        "employment.poster",
        "office.nomination_notice",
        *(f"{key}.list" for key in DESCRIBED),
    }
    assert {wall.key for wall in walls} == expected
    assert not any(wall.hides_ids for wall in walls)


@pytest.mark.parametrize("key", sorted({*WITH_IDS} - {*OWN_NUMBERS}))
def test_identity_numbers_are_masked(key: str, people: Office, tmp_path: Path) -> None:
    paper = print_out(tmp_path, key)
    assert "310104********0134" in paper.text
    assert "19800506" not in paper.joined
    assert "内部资料" not in paper.text


@pytest.mark.parametrize("key", sorted({*WITH_IDS} - {*OWN_NUMBERS}))
def test_full_identity_numbers_bring_a_watermark_and_a_note_in_the_print_log(
    key: str, people: Office, tmp_path: Path
) -> None:
    paper = print_out(tmp_path, key, full_ids=True)
    assert NUMBER in paper.text
    assert all("内部资料" in page and "注意保密" in page for page in paper.pages)
    assert PrintLogEntry.get().sensitive


def test_the_papers_of_those_whose_numbers_they_bear() -> None:
    """What goes to the upper union, the personnel file, the accountant or a court bears the whole number."""
    assert {*OWN_NUMBERS} == {
        "hardship.file",
        "hardship.visit",
        "hardship.payout",
        "hardship.transfers",
        "insurance.transfers",
        "members.form",
        "members.application",
        "insurance.payments",
        "disputes.application",
        "disputes.intake",
        "disputes.agreement",
        "disputes.opinion",
        "disputes.bound",
        "disputes.attorney",
        "hardship.declaration",
        "hardship.consent",
        "hardship.pledge",
        "insurance.claim",
    }


TO_THE_BANK = {"hardship.transfers", "insurance.transfers"}


@pytest.mark.parametrize("key", sorted({*OWN_NUMBERS} - TO_THE_BANK))
def test_the_persons_own_number_stands_on_their_papers_without_a_watermark_and_is_noted(
    key: str, people: Office, tmp_path: Path
) -> None:
    paper = print_out(tmp_path, key)
    assert NUMBER in paper.text
    assert "内部资料" not in paper.text
    assert PrintLogEntry.get().sensitive


@pytest.mark.parametrize("key", sorted(TO_THE_BANK))
def test_the_bank_gets_whole_accounts_without_a_watermark_and_that_is_noted(
    key: str, people: Office, tmp_path: Path
) -> None:
    paper = print_out(tmp_path, key)
    assert "6222 0210 0109 8550 188" in paper.text
    assert "内部资料" not in paper.text
    assert PrintLogEntry.get().sensitive


def test_the_print_log_says_what_was_printed(office: Office, tmp_path: Path) -> None:
    for _ in range(30):
        make_file()
    paper = print_out(tmp_path, "hardship.roster")
    entry = PrintLogEntry.get()
    assert (entry.key, entry.title, entry.rows) == ("hardship.roster", "困难职工花名册", 30)
    assert (entry.pages, entry.printed_at) == (len(paper.pages), PRINTED_AT)
    assert not entry.sensitive
    assert not entry.is_public


def test_a_word_document_is_noted_as_paper_is(office: Office, tmp_path: Path) -> None:
    make_file(name="陆建国", id_number=NUMBER)
    make(find_print("hardship.roster"), PrintRequest(date.today(), full_ids=True), tmp_path / "名册.docx")
    entry = PrintLogEntry.get()
    assert (entry.key, entry.rows, entry.pages, entry.sensitive) == ("hardship.roster", 1, 0, True)


def test_the_print_log_counts_one_row_for_each_form(office: Office, tmp_path: Path) -> None:
    make_file()
    make_file()
    print_out(tmp_path, "hardship.file")
    assert PrintLogEntry.get().rows == 2


def test_a_version_for_the_wall_is_logged_as_such(office: Office, tmp_path: Path) -> None:
    make_member()
    print_out(tmp_path, "members.roster", public=True)
    assert PrintLogEntry.get().is_public


def test_an_office_opened_for_reading_prints_without_a_note(office: Office, tmp_path: Path) -> None:
    make_file(name="陆建国")
    close_office()
    open_office(office.path, read_only=True)
    assert "陆建国" in print_out(tmp_path, "hardship.roster").text
    assert not PrintLogEntry.select().exists()


def test_a_folder_that_is_not_there_is_refused_and_nothing_is_noted(office: Office, tmp_path: Path) -> None:
    make_file()
    with pytest.raises(Refused, match="文件夹"):
        print_out(tmp_path / "没有", "hardship.roster")
    assert not PrintLogEntry.select().exists()


def test_a_target_that_cannot_be_written_is_refused_and_nothing_is_noted(
    office: Office, tmp_path: Path
) -> None:
    make_file()
    (tmp_path / ".print.part.pdf").mkdir()
    with pytest.raises(Refused, match="不能写入"):
        print_out(tmp_path, "hardship.roster")
    assert not PrintLogEntry.select().exists()


LABELS = {one.key for one in prints() if one.kind is PaperKind.LABEL}


@pytest.mark.parametrize("key", [*sorted({*KEYS} - LONGER_BLANK - LABELS), *PAPERS])
def test_a_blank_form_fills_one_page_and_is_not_noted_in_the_print_log(
    key: str, people: Office, tmp_path: Path
) -> None:
    if key in PAPERS:
        make_described()
    (page,) = print_out(tmp_path, key, blank=True).pages
    assert "第 1 页　共 1 页" in page
    assert "陆建国" not in page
    assert "无记录" not in page
    assert not PrintLogEntry.select().exists()


@pytest.mark.parametrize("key", sorted(LONGER_BLANK))
def test_a_blank_form_of_several_pages_names_nobody_and_is_not_noted(
    key: str, people: Office, tmp_path: Path
) -> None:
    paper = print_out(tmp_path, key, blank=True)
    assert len(paper.pages) > 1
    assert "陆建国" not in paper.text
    assert not PrintLogEntry.select().exists()


def test_a_character_no_font_has_is_told_with_the_name_it_stands_in(office: Office, tmp_path: Path) -> None:
    make_file(name="张\ue123明")
    make_file(name="𠮷田建国")
    paper = print_out(tmp_path, "hardship.roster")
    assert paper.result.missing == (("张\ue123明", "\ue123"),)
    assert "张〓明" in paper.text
    assert "𠮷田建国" in paper.text


@pytest.mark.parametrize("key", ["hardship.payout", "hardship.file", "members.roster"])
def test_every_font_is_embedded(key: str, people: Office, tmp_path: Path) -> None:
    content = print_out(tmp_path, key).path.read_bytes()
    named = set(re.findall(rb"/BaseFont /(\S+)", content))
    assert named
    assert all(re.fullmatch(rb"[A-Z]{6}\+.+", name) for name in named)
    assert content.count(b"/FontDescriptor ") >= len(named)
    assert content.count(b"/FontFile2 ") == len(re.findall(rb"/Type /FontDescriptor", content))


def test_a_name_with_marks_of_markup_prints_as_it_is(office: Office, tmp_path: Path) -> None:
    file = make_file(employer="<b>甲&乙</b>公司")
    make_kin(file, workplace="<i>小学</i>")
    assert "<b>甲&乙</b>公司" in print_out(tmp_path, "hardship.roster").joined
    assert "<i>小学</i>" in print_out(tmp_path, "hardship.file").joined
