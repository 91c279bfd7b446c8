"""Last year's own words: marked until kept, changed or dropped; none goes to paper unnoticed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from app.cli import run
from app.errors import Refused
from app.office import Office, close_office
from app.records.summaries import SummaryText
from app.rules.periods import year
from app.summary.carried import Inherited, sentences
from app.summary.draft import draft
from app.summary.reports import REPORTS, YEAR, Report, report_named
from app.summary.texts import brought_along, inherited, keep, text_of
from app.summary.writing import write

LAST = """{{ 工会名称 }}{{ 年度 }}年工作总结
一、维权工作
1、走访了全部企业。2011年，我会组织学习三次！
（二）受理{{ 受理争议 }}起，当事人都很满意。
二、文体
做到分工明确、职责到人。
{{ 工会名称 }}
{{ 成稿日期 }}"""


def words(text: str) -> list[str]:
    return [sentence.words for sentence in sentences(text)]


def marked(of: int = 2012) -> list[str]:
    return [sentence.words for sentence in inherited(of).marked(text_of(of))]


def outdated(sentence: str, *, carried: bool = True) -> str:
    taken = frozenset({sentence}) if carried else frozenset()
    found = Inherited(2012, 2011, taken).outdated(f"总结\n{sentence}")
    return found[0].names if found else ""


def test_a_text_falls_into_sentences_without_their_numbers() -> None:
    text = "总结\n1、走访了企业。“很好！”\n（一）学习"
    assert words(text) == ["总结", "走访了企业。", "“很好！”", "学习"]
    assert [text[one.start : one.end] for one in sentences(text)] == words(text)
    assert [one.line for one in sentences(text)] == [1, 2, 2, 3]


def test_each_sentence_in_last_years_own_words_is_marked(office: Office) -> None:
    keep(2011, YEAR, LAST)
    expected = ["走访了全部企业。", "2011年，我会组织学习三次！", "受理{{ 受理争议 }}起，当事人都很满意。"]
    assert marked() == [*expected, "做到分工明确、职责到人。"]
    assert marked(2011) == []


def test_the_programs_own_sentences_are_nobodys_words(office: Office) -> None:
    keep(2011, YEAR, brought_along())
    assert marked() == []


def test_to_save_the_text_is_not_to_decide_about_its_sentences(office: Office) -> None:
    keep(2011, YEAR, "总结\n走访了全部企业。\n组织了学习。\n召开了大会。")
    keep(2012, YEAR, "总结\n走访了多数企业。\n组织了学习。")
    assert marked() == ["组织了学习。"]


def test_a_sentence_that_is_kept_is_marked_no_more_until_the_next_year(office: Office) -> None:
    keep(2011, YEAR, "总结\n走访了全部企业。\n组织了学习。")
    keep(2012, YEAR, text_of(2012), kept={"组织了学习。"})
    assert marked() == ["走访了全部企业。"]
    keep(2012, YEAR, text_of(2012) + "\n再接再厉。")
    assert marked() == ["走访了全部企业。"]
    assert marked(2013) == ["走访了全部企业。", "组织了学习。", "再接再厉。"]


def test_each_kind_of_report_takes_over_its_own_words(office: Office) -> None:
    keep(2011, report_named("half1"), "小结\n走访了企业。")
    assert marked() == []
    assert len(inherited(2012, report_named("half1")).words) == 1


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("2011年，我会组织学习三次。", "2011年"),
        ("二〇一一年，我会组织学习三次。", "二〇一一年"),
        ("二O一一年，我会组织学习三次。", "二O一一年"),
        ("２０１１年，我会组织学习三次。", "２０１１年"),
        ("2011 年，我会组织学习三次。", "2011 年"),
        ("举办“红五月·2011”系列活动。", "2011"),
        ("组织好2011年度统计年报。", "2011年度"),
        ("截至2011.12.31有会员50人。", "2011"),
        ("去年，我会组织学习三次。", "去年"),
        ("回顾上年的工作，充实而有意义。", "上年"),
        ("参加第四届职工长跑赛。", "第四届"),
        ("举办第四期主席培训班。", "第四期"),
        ("前年建成的俱乐部又添了图书。", "前年"),
        ("参加区11年红五月系列活动。", "11年"),
        ("4月16日举行长跑赛。", "4月16日"),
    ],
)
def test_a_sentence_still_names_last_year(sentence: str, names: str) -> None:
    assert outdated(sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "受理争议比上年{{ 受理争议.增减 }}。",
        "受理争议{{ 受理争议.去年 }}起。",
        "比2011年增长一成。",
        "与去年同期相比持平。",
        "工作11年来成绩明显。",
        "45岁以上年龄的职工较多。",
        "成立于2008年。",
        "走访企业2011人次。",
        "会员满2011人。",
        "{{ 年度 }}年，我会组织学习三次。",
    ],
)
def test_what_is_compared_with_last_year_or_older_does_not_name_it(sentence: str) -> None:
    assert outdated(sentence) == ""


def test_of_what_was_written_this_year_only_the_year_itself_is_asked(office: Office) -> None:
    assert outdated("参加第四届长跑赛，4月16日举行。", carried=False) == ""
    assert outdated("2011年，我会组织学习三次。", carried=False) == "2011年"


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.key)
def test_the_programs_own_text_names_no_year(report: Report) -> None:
    assert Inherited(2012, 2011).outdated(brought_along(report)) == []


def test_a_title_that_names_last_year_is_noticed_too(office: Office) -> None:
    keep(2011, YEAR, "泰祥社区工会2011年工作总结\n走访了企业。")
    (found,) = inherited(2012).outdated(text_of(2012))
    assert (found.sentence.line, found.names) == (1, "2011年")


@pytest.mark.parametrize("name", ["总结.docx", "总结.pdf"])
def test_no_paper_is_written_while_a_sentence_names_last_year(
    office: Office, tmp_path: Path, name: str
) -> None:
    keep(2011, YEAR, LAST)
    document = draft(text_of(2012), year(2012), inherited=inherited(2012)).document
    assert document is not None
    with pytest.raises(Refused, match="2011年，我会组织学习三次！"):
        write(document, tmp_path / name, printed_at=datetime(2013, 1, 4))
    assert not (tmp_path / name).exists()
    keep(2012, YEAR, text_of(2012), kept={"2011年，我会组织学习三次！"})
    document = draft(text_of(2012), year(2012), inherited=inherited(2012)).document
    assert document is not None
    write(document, tmp_path / name, printed_at=datetime(2013, 1, 4))
    assert (tmp_path / name).exists()


def test_the_command_line_refuses_too_and_takes_a_deliberate_word(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(2011, YEAR, LAST)
    close_office()
    out = tmp_path / "总结.pdf"
    command = ["summary", str(office.path), str(out), "--year", "2012"]
    assert run(command) == 1
    refused = capsys.readouterr().err
    assert "第 3 行“2011年，我会组织学习三次！”" in refused
    assert "--keep-last-year" in refused
    assert not out.exists()
    assert run([*command, "--keep-last-year"]) == 0
    assert "照原样保留，还写着上年：第 3 行" in capsys.readouterr().err
    assert run(["summary", str(office.path), str(out), "--year", "2011"]) == 0


def test_a_text_of_an_earlier_version_kept_nothing(office: Office) -> None:
    keep(2011, YEAR, "总结\n走访了企业。")
    keep(2012, YEAR, "总结\n走访了企业。")
    SummaryText.update(kept=None).execute()
    assert marked() == ["走访了企业。"]
