"""The record of a meeting and its sign-in sheet on paper (domain 10)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import Refused
from app.office import Office
from app.rules.periods import year
from tests.factories.paperwork import make_attendee, make_meeting, make_planned
from tests.helpers.paper import print_out


def test_the_record_of_a_meeting_is_upright_and_names_who_came_and_who_did_not(
    office: Office, tmp_path: Path
) -> None:
    meeting = make_meeting(stated_expected=None, stated_attended=None, starts_at="14:00", place="二楼会议室")
    make_attendee(meeting, name="陆建国", signed_in=True)
    make_attendee(meeting, name="欧阳秀兰", absence="病假")
    make_attendee(meeting, name="周小梅", role="列席", signed_in=True)
    paper = print_out(tmp_path, "office.minutes", record=meeting.id)
    ((width, height),) = paper.sizes
    assert width < height
    for words in ("2011年3月8日", "14:00", "二楼会议室", "讨论困难职工帮扶名单", "同意上报 47 户"):
        assert words in paper.joined
    for words in ("陆建国", "欧阳秀兰（病假）", "周小梅", "主持人（签名）：", "记录人（签名）："):
        assert words in paper.joined


def test_the_record_of_a_meeting_prints_empty_too(office: Office, tmp_path: Path) -> None:
    paper = print_out(tmp_path, "office.minutes", blank=True)
    assert paper.result.pages == 1
    assert "缺席及原因" in paper.joined


def test_the_sign_in_sheet_lists_those_who_are_to_come(office: Office, tmp_path: Path) -> None:
    meeting = make_planned(name="三月例会")
    make_attendee(meeting, name="陆建国", post="委员")
    make_attendee(make_planned(name="四月例会"), name="周小梅")
    paper = print_out(tmp_path, "office.sign_in", record=meeting.id)
    for words in ("三月例会签到表", "陆建国", "委员", "签名"):
        assert words in paper.text
    assert "周小梅" not in paper.text


def test_a_cancelled_meeting_is_printed_only_when_asked_for(office: Office, tmp_path: Path) -> None:
    meeting = make_planned(status="取消", cancel_reason="主持人外出")
    with pytest.raises(Refused):
        print_out(tmp_path, "office.minutes", period=year(2011))
    assert print_out(tmp_path, "office.minutes", record=meeting.id).result.pages == 1
