"""Boxes of a form: a blank one bears what may be ticked, where it fits."""

from __future__ import annotations

from app.printing.filling import Filling, to_tick
from app.printing.form import GRID
from app.subjects.members.records import Member


def _value(field: object, span: int, **values: object) -> str:
    filling = Filling(Member(**(dict.fromkeys(Member.described()) | values)), full_ids=False)
    return filling.boxed(field, span)[1].text  # type: ignore[arg-type]  # whatever the test hands in


def test_a_blank_form_offers_the_choices_of_its_fields() -> None:
    assert _value(Member.sex, 4) == "□男　□女"
    assert _value(Member.is_migrant_worker, 4) == "□是　□否"


def test_a_filled_form_offers_none_whatever_its_record_lacks() -> None:
    assert _value(Member.sex, 4, id=7) == ""


def test_a_list_too_long_for_its_box_is_written_in_by_hand() -> None:
    """Fifty-six ethnicities would bury the form."""
    assert _value(Member.ethnicity, 4) == ""


def test_a_list_of_many_lines_is_offered_where_the_form_has_room_for_it() -> None:
    box = Filling(Member(**dict.fromkeys(Member.described())), full_ids=False).box(Member.political_status, 6)
    assert box.text.count("□") == len(Member.political_status.offered)
    assert box.text.count("\n") == 3
    assert box.spare


def test_no_term_is_broken_between_lines() -> None:
    terms = ("在岗", "下(待)岗", "失(无)业", "退休", "病休")
    assert to_tick(terms, 6).replace("\n", "　") == "　".join(f"□{term}" for term in terms)


def test_a_row_of_its_own_has_room_for_more() -> None:
    assert to_tick(("承租单位公房", "政府廉租房", "自购房", "无房", "租房"), GRID - 2).count("\n") == 0
