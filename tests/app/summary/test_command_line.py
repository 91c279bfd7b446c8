"""The summary by command: what it says beside the file, where its annex goes, what it refuses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pypdfium2
import pytest

from app.cli import run
from app.office import close_office, create, open_office
from app.summary import texts
from app.summary.reports import YEAR
from tests.factories.contracts import make_contract
from tests.factories.disputes import make_case
from tests.factories.paperwork import new_company_visit
from tests.helpers.figures import stored

_BODY = "总结\n受理劳动争议{{ 受理争议 }}起。\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An office with a dispute and a visit of 2011, whose text tells of the dispute."""
    path = tmp_path / "台账.union"
    create(path, "泰祥社区工会", code="TY")
    make_case("受理")
    stored(new_company_visit(visited_on=date(2011, 5, 5)))
    texts.keep(2011, YEAR, _BODY)
    close_office()
    return path


def _pdf(path: Path) -> str:
    book = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in book)
    finally:
        book.close()


def _word(path: Path) -> str:
    book = docx.Document(str(path))
    rows = [cell.text for table in book.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in book.paragraphs), *rows])


_READ = {".pdf": _pdf, ".docx": _word}


@pytest.mark.parametrize("kind", [".pdf", ".docx"])
@pytest.mark.parametrize("option", ["with", "none", "apart"])
def test_the_annex_goes_where_it_is_wanted(file: Path, tmp_path: Path, kind: str, option: str) -> None:
    read = _READ[kind]
    out, own = tmp_path / f"总结{kind}", tmp_path / f"总结（数据出处）{kind}"
    assert run(["summary", str(file), str(out), "--year", "2011", "--annex", option]) == 0
    assert ("数据出处" in read(out)) is (option == "with")
    assert own.exists() is (option == "apart")
    if own.exists():
        told = read(own).replace("\n", "").replace("\r", "")
        assert "2011年1月1日至12月31日受理的争议案件，共1起" in told


def test_what_was_recorded_and_not_told_is_named(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["summary", str(file), str(tmp_path / "总结.pdf"), "--year", "2011"]) == 0
    said = capsys.readouterr().err
    assert "有登记但没有写进总结" in said
    assert "走访企业1家" in said
    assert "受理争议1起" not in said


def test_a_sentence_that_loses_parts_is_refused_and_nothing_is_written(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_office(file)
    make_contract()
    make_contract(signer_type="行业工会")
    texts.keep(2011, YEAR, "总结\n签约{{ 非公签约单位 }}个：独立工会{{ 非公签约单位.独立工会 }}个。\n")
    close_office()
    out = tmp_path / "总结.pdf"
    assert run(["summary", str(file), str(out), "--year", "2011"]) == 1
    assert "第 2 行：非公签约单位2个，写出的部分是独立工会1个" in capsys.readouterr().err
    assert not out.exists()
