"""Descriptions of registers as an office would write them."""

from __future__ import annotations

from datetime import date

from app.described import changing
from app.described.description import DescribedField, Description
from app.described.opened import Opened
from app.keeping import keeping
from app.records.base import Record


def service(**others: object) -> Description:
    """Describe 志愿服务: who, when, how long, of which kind."""
    fields = (
        DescribedField("c1", "姓名", "person", required=True, listed=True),
        DescribedField("c2", "服务日期", "date", required=True, listed=True),
        DescribedField("c3", "服务时长", "quantity", listed=True, unit="小时"),
        DescribedField("c4", "类别", "choice", listed=True, choices=("环保", "助老")),
        DescribedField("c5", "手机号码", "mobile"),
        DescribedField("c6", "补贴", "money", unit="元"),
        DescribedField("c7", "备注", "notes"),
        DescribedField("c8", "签到表", "file"),
    )
    values: dict[str, object] = {"title": "志愿服务", "fields": fields, "unit": "人次", "tab": "own"}
    return Description(**{**values, **others})  # type: ignore[arg-type]  # as a description has it


def make_service(**others: object) -> Opened:
    """Make the register 志愿服务."""
    return changing.make(service(**others))


def serve(opened: Opened, **values: object) -> Record:
    """Enter a turn of 王芳 on 8 March 2011, two hours and a half."""
    usual = {"c1": "王芳", "c2": date(2011, 3, 8), "c3": 250, "c4": "助老"}
    register = opened.own.register
    return keeping.save(register, keeping.new(register, **(usual | values)))
