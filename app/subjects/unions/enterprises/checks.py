"""The rules of the enterprise register that need thought (domain 2.3 and 2.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates, others
from app.records.called import called
from app.records.distinct import are_distinct
from app.rules.credit_code import is_body_code
from app.rules.unit_names import plain_name, spelled_name
from app.subjects.unions.enterprises.records import CLOSED, NON_PUBLIC, Enterprise
from app.subjects.unions.grassroots.records import STANDING, GrassrootsUnion, UnionType

_KIND_OF_COMPANY = re.compile(r"(?:股份)?公司$")
_TELLING = 4  # so many characters of a name tell it from most others
_FOREIGN_REGISTRATIONS = ("台港澳商投资企业", "外商投资企业")
_PUBLIC = ("国有企业", "集体企业", "事业单位", "机关")


def members_work_there(unit: Enterprise) -> Iterator[Problem]:
    """More members than workers are possible, as the two are counted on different days (domain 2.8)."""
    members, workers = unit.member_count, unit.employee_count
    if members is not None and workers is not None and members > workers:
        yield Warn(Enterprise.member_count, f"多于职工人数 {workers} 人，请核对")


def names_a_unit(unit: Enterprise) -> Iterator[Problem]:
    """失业, 退休 or 无 stand where somebody works for none: they are no unit."""
    if unit.name and not plain_name(unit.name):
        yield Block(Enterprise.name, f"“{unit.name}”不是单位名称，不能登记为企业")


def entered_once(unit: Enterprise) -> Iterator[Problem]:
    """A unit stands in the register once, under its name, short name or credit code.

    Two whose names differ in width or blanks alone could not be told apart by any row that names them.
    """
    names = (*Enterprise.name.names(unit.name), *Enterprise.short_name.names(unit.short_name))
    namesakes = [other for name in names for other in called(Enterprise, name) if other.id != unit.id]
    if unit.name and spelled_name(unit.name) in {spelled_name(other.name) for other in namesakes}:
        yield Block(Enterprise.name, "这个单位已登记，请打开那条记录修改")
    elif others_alike := [other for other in namesakes if not are_distinct(unit, other)]:
        yield Warn(Enterprise.name, f"可能与“{others_alike[0].name}”是同一单位，请核对")
    if unit.uscc and (twin := next(iter(duplicates(unit, Enterprise.uscc)), None)):
        yield Block(Enterprise.uscc, f"“{twin.name}”已用这个代码登记，请核对")


def core_name(name: str) -> str:
    """Return what tells a unit's name from others, the kind of company left out, too."""
    return _KIND_OF_COMPANY.sub("", plain_name(name))


def no_similar_name(unit: Enterprise) -> Iterator[Problem]:
    """Names that differ in the kind of company only may be one unit's, also 股份公司 and 公司."""
    if not unit.name:
        return
    core = core_name(unit.name)
    close = others(unit).where(Enterprise.name.startswith(core[:2]), Enterprise.name != unit.name)
    names = [name for (name,) in close.select(Enterprise.name).tuples()]
    twin = next((name for name in names if core_name(name) == core and len(core) >= _TELLING), None)
    if twin is not None:
        yield Warn(Enterprise.name, f"与“{twin}”只差几个字，可能是同一单位，请核对")


def ownership_fits(unit: Enterprise) -> Iterator[Problem]:
    """A joint venture with a foreign partner is a foreign enterprise; what the state owns is public."""
    if unit.ownership_kind == "国内合资企业" and unit.registration_type in _FOREIGN_REGISTRATIONS:
        yield Warn(Enterprise.ownership_kind, "登记为外商或台港澳商投资，应归入外资企业，请核对")
    if unit.is_non_public and unit.ownership_kind in _PUBLIC:
        yield Warn(Enterprise.is_non_public, f"所有制是{unit.ownership_kind}，不是非公企业，请核对")
    elif unit.is_non_public is False and unit.ownership_kind in NON_PUBLIC:
        yield Warn(Enterprise.is_non_public, f"所有制是{unit.ownership_kind}，一般是非公企业，请核对")


def union_ends_with_it(unit: Enterprise) -> Iterator[Problem]:
    """Where a unit has closed, its union is dissolved and reported; it is not counted any more."""
    if unit.id is None or unit.business_status not in CLOSED:
        return
    standing = GrassrootsUnion.alive().where(
        GrassrootsUnion.enterprise == unit.id,
        GrassrootsUnion.union_type == UnionType.INDEPENDENT,
        GrassrootsUnion.status.in_(STANDING),
    )
    if standing.exists():
        yield Warn(Enterprise.business_status, "它的工会还没有撤销，请办理撤销并报上级备案")


def closing_day_fits(unit: Enterprise) -> Iterator[Problem]:
    """Only a unit that has closed or moved away has the day on which it did."""
    if unit.closed_on is not None and unit.business_status not in CLOSED:
        yield Warn(Enterprise.closed_on, f"经营状态是{unit.business_status}，没有停业，请核对")


def can_be_reached(unit: Enterprise) -> Iterator[Problem]:
    """One of two numbers is enough: the contact's or the unit's."""
    if not unit.contact_mobile and not unit.phone:
        yield Warn(Enterprise.contact_mobile, "请补填联系人手机或单位电话")


def body_code_is_sound(unit: Enterprise) -> Iterator[Problem]:
    """The old code of a body has a check character; paper of its time has errors, so it only warns."""
    if unit.org_code and not is_body_code(unit.org_code):
        yield Warn(Enterprise.org_code, "校验位不符，请与代码证核对")


def founding_is_explained(unit: Enterprise) -> Iterator[Problem]:
    """Where there is no union yet, the reason or the plan is noted."""
    if unit.union_status in ("未建会", "筹备组建中") and not unit.no_union_reason and unit.plan_date is None:
        yield Warn(Enterprise.no_union_reason, f"{unit.union_status}，请记下原因或建会计划时间")


ENTERPRISE = (
    members_work_there,
    names_a_unit,
    entered_once,
    no_similar_name,
    ownership_fits,
    union_ends_with_it,
    closing_day_fits,
    founding_is_explained,
    can_be_reached,
    body_code_is_sound,
)
