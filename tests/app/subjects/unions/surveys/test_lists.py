"""The lists of a survey, read back from the paper (domain 2.6)."""

from __future__ import annotations

from pathlib import Path

from app.office import Office
from tests.factories.people import make_enterprise
from tests.factories.unions import make_item, make_survey
from tests.helpers.paper import print_out


def test_whoever_calls_on_a_unit_without_a_union_knows_where_and_whom(office: Office, tmp_path: Path) -> None:
    """The list is next year's work (domain 2.6); a mobile is shown as lists show one (domain 12.2)."""
    survey = make_survey()
    told = {"address": "斜土路88号3楼", "contact_name": "仇志明"}
    reached = make_enterprise(**told, phone="021-64381234")
    mobile = make_enterprise(contact_name="周小梅", phone=None, contact_mobile="13850176642")
    for unit in (reached, mobile):
        make_item(survey, enterprise=unit, unit_name=unit.name, employee_count=120, has_union=False)
    text = print_out(tmp_path, "unions.surveys.without", record=survey.id).joined
    assert [
        word for word in ("斜土路88号3楼", "仇志明", "021-64381234", "138****6642") if word not in text
    ] == []
    assert "13850176642" not in text
