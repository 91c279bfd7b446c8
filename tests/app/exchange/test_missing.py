"""Which required values are asked for once, for all rows."""

from __future__ import annotations

from app.exchange.missing import missing
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.office import Office
from app.subjects.members.register import MEMBERS
from tests.factories import people


def asked(*rows: list[str]) -> list[str]:
    return [field.label for field in missing(ImportSession.of(MEMBERS, Sheet("名单.xlsx", list(rows))))]


def test_what_no_column_has_is_asked_for(office: Office) -> None:
    assert {"证件号码", "工作单位", "出生日期"} <= set(asked(["姓名", "电话"], ["张三", "13800138000"]))


def test_what_another_column_tells_is_not_asked_for(office: Office) -> None:
    labels = asked(["姓名", "身份证号"], ["张三", people.resident_id()])
    assert "工作单位" in labels
    assert not {"出生日期", "性别"} & set(labels)


def test_a_number_that_cannot_be_read_tells_nothing(office: Office) -> None:
    assert "出生日期" in asked(["姓名", "身份证号"], ["张三", "12"])
