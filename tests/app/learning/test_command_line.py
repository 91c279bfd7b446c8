"""`union-office learn`: what it says of a report, for people and for other programs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from app.cli import run
from app.office import close_office, create
from tests.factories.disputes import make_case

REPORT = "工作总结\n上半年受理劳动争议11起，调解成功3起。志愿者种树20棵。\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An office with eleven disputes in the first half of 2011."""
    path = tmp_path / "台账.union"
    create(path, "泰祥社区工会", code="TY")
    for day in range(1, 12):
        make_case("受理", applied_on=date(2011, 3, day), accepted_on=date(2011, 3, day))
    close_office()
    return path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "总结.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_each_number_is_told_with_its_place_value_unit_and_days(
    file: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["learn", str(file), str(report), "--year", "2011", "--json"]) == 0
    first, *_ = json.loads(capsys.readouterr().out)["numbers"]
    assert (first["text"], first["value"], first["unit"]) == ("11", "11", "起")
    assert REPORT[first["start"] : first["end"]] == "11"
    assert (first["period"]["first"], first["period"]["last"]) == ("2011-01-01", "2011-06-30")


def test_proposals_come_best_first_with_what_the_records_say(
    file: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["learn", str(file), str(report), "--year", "2011", "--json"])
    first, *_ = json.loads(capsys.readouterr().out)["numbers"]
    proposal = first["proposals"][0]
    assert (proposal["label"], proposal["source"], proposal["number"]) == (
        "受理争议",
        "受理争议.上半年",
        "11",
    )
    assert first["sure"] is True


def test_people_read_a_line_for_each_number(
    file: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["learn", str(file), str(report), "--year", "2011"]) == 0
    told = capsys.readouterr().out
    assert "受理劳动争议11起" in told
    assert "确定\t受理争议.上半年（台账 11）" in told


def test_the_office_is_not_changed(file: Path, report: Path) -> None:
    before = file.read_bytes()
    run(["learn", str(file), str(report), "--year", "2011"])
    assert file.read_bytes() == before


def test_a_missing_report_is_told_in_a_sentence(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["learn", str(file), str(tmp_path / "没有.docx"), "--year", "2011"]) == 1
    assert "找不到“没有.docx”" in capsys.readouterr().err
