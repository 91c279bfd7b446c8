"""Democratic management of enterprises: open affairs and workers' congresses (domain 6.3)."""

from __future__ import annotations

from app.register import Register, Section
from app.rules.campaigns import Campaign, each_year
from app.subjects.unions.open_affairs import checks
from app.subjects.unions.open_affairs.lists import CONGRESS_SIGN_IN, OPEN_AFFAIRS_LIST
from app.subjects.unions.open_affairs.records import OpenAffairs

OPEN_AFFAIRS = Register(
    "unions.open_affairs",
    "民主管理",
    OpenAffairs,
    columns=(
        OpenAffairs.unit_name,
        OpenAffairs.year,
        OpenAffairs.established,
        OpenAffairs.congress,
        OpenAffairs.held_on,
        OpenAffairs.opinions,
        OpenAffairs.is_typical,
    ),
    identity=((OpenAffairs.enterprise, OpenAffairs.year),),
    sections=(
        Section(
            "厂务公开",
            OpenAffairs.enterprise,
            OpenAffairs.year,
            OpenAffairs.established,
            OpenAffairs.forms,
            OpenAffairs.matters,
            OpenAffairs.opinions,
            OpenAffairs.adopted,
            OpenAffairs.is_typical,
            OpenAffairs.experience,
        ),
        Section(
            "职代会",
            OpenAffairs.congress,
            OpenAffairs.held_on,
            OpenAffairs.expected,
            OpenAffairs.attended,
            OpenAffairs.topics,
        ),
        Section(
            "检查",
            OpenAffairs.checked_on,
            OpenAffairs.checked_by,
            OpenAffairs.unit_name,
            OpenAffairs.remark,
        ),
    ),
    filters=(
        OpenAffairs.year,
        OpenAffairs.established,
        OpenAffairs.congress,
        OpenAffairs.matters,
        OpenAffairs.is_typical,
        OpenAffairs.held_on,
    ),
    search=(OpenAffairs.unit_name, OpenAffairs.topics, OpenAffairs.checked_by),
    checks=checks.AFFAIRS,
    prints=(OPEN_AFFAIRS_LIST, CONGRESS_SIGN_IN),
    order=(OpenAffairs.year.desc(), OpenAffairs.search_key.asc()),
    unit="家",
    sums=(OpenAffairs.opinions, OpenAffairs.adopted),
    campaigns=(Campaign("厂务公开、职代会", each_year((4, 1), (5, 31))),),
)
