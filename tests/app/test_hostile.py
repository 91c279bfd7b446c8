"""What no clerk types but a damaged file, a broken program or a slip of the hand brings: refused or cut."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from peewee import SQL

from app import listing
from app.errors import Invalid, Refused
from app.fields import AttachmentField, Described
from app.fields.problems import Blocked
from app.keeping import keeping, lookup
from app.listing import Criteria
from app.office import Office, close_office, create
from app.papers import papers_of
from app.records.profile import Profile
from app.registry import registers
from app.rules.periods import year
from app.safekeeping.automatic import keep_copy
from app.safekeeping.backup_log import read_log
from app.safekeeping.restore import restore
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from app.subjects.office.visits.records import Visit
from app.subjects.office.visits.register import VISITS
from app.summary import word
from app.summary.compose import compose
from app.summary.template import check, render
from app.summary.texts import text_of
from tests.factories.paperwork import make_visit
from tests.factories.people import make_member
from tests.factories.unions import make_affairs
from tests.helpers.paper import print_out

HALF = "\ud83d"
"""Half of a character beyond the first 65,536, as a text cut in the middle leaves it."""

LIKELY = "\x00\x07\ud800\udfff\ufffe“”%_'{}<>&=-0123456789年月日"
HUGE = (
    "甲" * 35_000,
    "1" * 35_000,
    "甲、" * 15_000,
    "2011-" * 8_000,
    "a b" * 10_000,
)  # more than a cell of Excel holds


def _fields() -> Iterator[Described]:
    for register in registers():
        fields = register.record.described().values()
        yield from (
            field for field in fields if field.derive is None and not isinstance(field, AttachmentField)
        )


def _refusal(field: Described, text: str) -> str:
    """Return what a field says against a text; empty where it takes it."""
    try:
        field.parse(text)
    except Invalid as error:
        return str(error)
    return ""


def test_controls_in_the_name_of_an_office_are_left_out(tmp_path: Path) -> None:
    assert create(tmp_path / "台账.union", f"泰祥\x07社区\x00工会{HALF}").name == "泰祥社区工会"
    close_office()


def test_an_office_with_too_long_a_name_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="最多"):
        create(tmp_path / "台账.union", "泰" * 350_000)
    assert not list(tmp_path.iterdir())


def test_word_takes_an_office_whose_name_holds_controls(office: Office, tmp_path: Path) -> None:
    """A file of an earlier version may hold them: XML forbids them (XML 1.0, 2.2)."""
    Profile.update(name="泰祥\x0b\x07社区工会").execute()
    word.write(compose(text_of(2011), year(2011)), tmp_path / "总结.docx")
    words = "".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "总结.docx")).paragraphs)
    assert "社区工会" in words
    assert "\x07" not in words


def test_a_search_for_half_a_character_finds_what_the_rest_says(office: Office) -> None:
    member = make_member(name="王芳")
    assert listing.ids(MEMBERS, Criteria(search=f"王{HALF}芳")) == [member.id]
    assert lookup.who([MEMBERS], f"王{HALF}芳")


@pytest.mark.parametrize("search", ["a" * 1_000_000, "甲 " * 300_000])
def test_a_search_of_a_megabyte_is_refused_in_a_sentence(office: Office, search: str) -> None:
    with pytest.raises(Refused, match="最多 200 个字"):
        listing.ids(MEMBERS, Criteria(search=search))
    assert lookup.who([MEMBERS], search) == []


def test_half_a_character_that_reached_a_record_is_refused_and_nothing_is_lost(office: Office) -> None:
    member = make_member(name="王芳")
    member.remark = f"广达{HALF}公司"
    with pytest.raises(Refused, match="残缺的字符"):
        keeping.save(MEMBERS, member)
    assert member.remark == f"广达{HALF}公司"
    assert Member.get_by_id(member.id).remark != member.remark


def test_no_field_quotes_what_nobody_can_read(described_office: Office) -> None:
    for field in _fields():
        for text in HUGE:
            assert len(_refusal(field, text)) < 1_000, f"{field.model.__name__}.{field.name}"


def test_what_is_kept_fits_a_cell_of_a_workbook(described_office: Office) -> None:
    """Excel: 32,767 characters a cell (Microsoft, Excel specifications and limits)."""
    for field in _fields():
        with suppress(Invalid):
            assert len(str(field.parse("甲\n" * 100_000) or "")) <= 32_767


def test_a_refusal_quotes_the_ends_of_what_is_long() -> None:
    sentence = str(Refused(f"找不到“/{'长' * 3_000}/台账.union”，请检查。"))
    assert len(sentence) < 250
    assert sentence.startswith("找不到“/长")
    assert sentence.endswith("/台账.union”，请检查。")


def test_a_sentence_can_always_be_written() -> None:
    assert str(Invalid(f"没有“{HALF}”这一项")) == "没有“?”这一项"


@pytest.mark.parametrize(
    "text",
    [
        "{% if 受理争议 > 1 %}" * 3_000 + "多" + "{% endif %}" * 3_000,
        "{% if 受理争议 > 1 %}多" + "{% elif 受理争议 > 1 %}少" * 3_000 + "{% endif %}",
        "{% if " + " and ".join(["受理争议 > 1"] * 3_000) + " %}多{% endif %}",
        "{% if " + "not " * 3_000 + "受理争议 > 1 %}多{% endif %}",
    ],
    ids=["within", "else", "and", "not"],
)
def test_thousands_of_conditions_are_refused_in_a_sentence(office: Office, text: str) -> None:
    assert check(text, year(2011))
    with pytest.raises(Refused, match="请改"):
        render(text, year(2011))


def test_half_a_character_in_a_report_is_left_out(office: Office) -> None:
    assert render(f"全年{HALF}工作", year(2011))[0] == "全年工作"


def test_a_sheet_for_a_million_delegates_ends_and_says_so(office: Office, tmp_path: Path) -> None:
    affairs = make_affairs(expected=1_234_567, attended=None)
    paper = print_out(tmp_path, "unions.open_affairs.sign_in", record=affairs.id)
    assert len(paper.pages) < 150
    assert "应到 1234567 人，本表只印 2000 行" in paper.joined


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(text="\xad")  # nothing, once what nobody sees is taken away
@given(
    text=st.text(st.characters() | st.sampled_from("\x00\x07\ud800\udfff\ufffe“”%_'{}<>&=-0123456789年月日"))
)
def test_whatever_is_typed_is_read_back_as_it_is_written_or_refused(
    described_office: Office, text: str
) -> None:
    """What a field takes it writes, on screen and paper, and reads again to the same value."""
    for field in _fields():
        with suppress(Invalid):
            value = field.parse(text)
            written = field.format(value)
            written.encode()
            field.mask(value).encode()
            assert field.parse(written) == value, f"{field.model.__name__}.{field.name}: {value!r}"


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters() | st.sampled_from(LIKELY), min_size=1, max_size=200))
def test_whatever_a_record_holds_can_be_kept_found_and_printed(
    office: Office, tmp_path: Path, text: str
) -> None:
    """From the form to the file, the list and every paper of the register."""
    values = {}
    for field in (Visit.name, Visit.unit, Visit.matter, Visit.result):
        with suppress(Invalid):
            values[field.name] = field.parse(text)
    visit = make_visit(**{name: value for name, value in values.items() if value})
    kept = listing.rows(VISITS, listing.ids(VISITS, Criteria()))[visit.id]
    assert {name: getattr(kept, name) for name in values} == {name: getattr(visit, name) for name in values}
    for paper in VISITS.prints:
        assert print_out(tmp_path, paper.key).pages


ODD = {
    Member.birth_date: "abc",
    Member.monthly_wage: "三千",
    Member.joined: "不详",
    Member.applied_on: "2011-13-45",
}


@pytest.mark.parametrize("field", ODD, ids=lambda field: field.name)
def test_what_is_no_value_of_its_kind_is_shown_as_it_is_and_asked_for(
    office: Office, tmp_path: Path, field: Described
) -> None:
    """Another program wrote a word for a day: lists, forms and papers open all the same."""
    member = make_member(name="王芳")
    Member.update({field: SQL("?", [ODD[field]])}).where(Member.id == member.id).execute()
    found = listing.rows(MEMBERS, listing.ids(MEMBERS, Criteria(search="王芳")))[member.id]
    assert ODD[field] in field.format(getattr(found, field.name))
    assert "读不出" in field.format(getattr(found, field.name))
    assert all(isinstance(column.format(getattr(found, column.name)), str) for column in MEMBERS.columns)
    for offered in MEMBERS.filters:
        if isinstance(offered, Described):
            listing.options(MEMBERS, offered)
    for paper in papers_of(MEMBERS):
        # A letter that says the day is refused, a form shows what stands there.
        with suppress(Refused):
            print_out(tmp_path, paper.key, record=member.id)
    with pytest.raises(Blocked, match="读不出来"):
        keeping.save(MEMBERS, found)
    setattr(found, field.name, getattr(member, field.name))
    keeping.save(MEMBERS, found)


def test_an_office_whose_name_no_encoding_knows_is_backed_up(tmp_path: Path) -> None:
    """Linux takes any bytes as a name: a stick from an old computer has them in GBK."""
    path = tmp_path / "\udcd0\udcc2.union"
    create(path, "泰祥社区工会")
    made = keep_copy()
    assert read_log().trouble == ""
    assert read_log().automatic == made
    close_office()
    assert made is not None
    restore(made.path, path)
