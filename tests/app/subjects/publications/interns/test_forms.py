"""The papers of an intern (domain 9.4)."""

from __future__ import annotations

from pathlib import Path

from app.office import Office
from tests.factories.publications import make_assessment, make_intern, make_plan
from tests.helpers.paper import print_out


def test_the_plan_goes_month_by_month(office: Office, tmp_path: Path) -> None:
    intern = make_intern(name="万莉")
    make_plan(intern, month="2011-08", content="整理档案")
    make_plan(intern, month="2011-07", content="熟悉台账", goal="会用台账")
    make_plan(make_intern(name="单福根"), content="别人的计划")
    text = print_out(tmp_path, "publications.intern_plan", record=intern.id).text
    assert text.index("2011年7月") < text.index("整理档案")
    assert "会用台账" in text
    assert "别人的计划" not in text


def test_the_marks_have_their_mean(office: Office, tmp_path: Path) -> None:
    intern = make_intern(name="万莉")
    make_assessment(intern, "2011-07", score=91, comment="认真")
    make_assessment(intern, "2011-08", score=88)
    text = print_out(tmp_path, "publications.intern_marks", record=intern.id).text
    assert "平均分 89.5" in text
    assert "91 认真" in text


def test_the_verdict_is_signed_by_three(office: Office, tmp_path: Path) -> None:
    intern = make_intern(name="万莉", own_view="学到很多", mentor_view="踏实", office_view="同意")
    paper = print_out(tmp_path, "publications.intern_verdict", record=intern.id)
    assert all(word in paper.text for word in ("学到很多", "踏实", "同意", "本人签名：", "带教人签名："))
    assert paper.text.count("（盖章）") == 1
    assert paper.result.pages == 1
