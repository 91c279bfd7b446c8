"""The rules of democratic management (domain 6.2 and 6.3)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates, two_thirds_came
from app.subjects.unions.enterprises.records import CLOSED
from app.subjects.unions.open_affairs.records import OpenAffairs

_NONE = "无"


def entered_once_a_year(affairs: OpenAffairs) -> Iterator[Problem]:
    """A unit stands once in a year (domain 6.3); both are told, as the unit is the same in other years.

    The unit is not declared required: a record does not belong to it, and is not binned with it.
    """
    unit = affairs.enterprise
    if unit is None:
        yield Block(OpenAffairs.enterprise, "请填写单位")
        return
    if duplicates(affairs, OpenAffairs.enterprise, OpenAffairs.year):
        yield Block(OpenAffairs.enterprise, f"{affairs.year}年已登记过这个单位，请修改那一条")
    if unit.business_status in CLOSED:
        yield Warn(OpenAffairs.enterprise, f"这个单位已{unit.business_status}，请核对")


def congress_meets(affairs: OpenAffairs) -> Iterator[Problem]:
    """The workers' congress meets at least once a year, with two thirds of its people (domain 6.2)."""
    yield from two_thirds_came(OpenAffairs.attended, affairs.expected, affairs.attended)
    if affairs.congress == _NONE:
        if affairs.held_on is not None:
            yield Block(OpenAffairs.congress, "填了召开日期，职代会形式不能是“无”")
    elif affairs.established and affairs.held_on is None:
        yield Warn(OpenAffairs.held_on, "职代会每年至少召开一次，请填写召开日期")
    if affairs.held_on and affairs.year and affairs.held_on.year != affairs.year:
        yield Warn(OpenAffairs.held_on, f"不在{affairs.year}年，请核对年度或日期")


def opinions_before_adoption(affairs: OpenAffairs) -> Iterator[Problem]:
    """No more opinions are adopted than were collected: none where none are told of (domain 6.3)."""
    collected, adopted = affairs.opinions, affairs.adopted
    if adopted is not None and adopted > (collected or 0):
        yield Block(OpenAffairs.adopted, f"多于征求意见 {collected or 0} 条，请核对")


def example_practises(affairs: OpenAffairs) -> Iterator[Problem]:
    """A unit without open affairs is hardly an example of them."""
    if affairs.is_typical and not affairs.established:
        yield Warn(OpenAffairs.is_typical, "制度还没有建立，请核对是否典型")


AFFAIRS = (entered_once_a_year, congress_meets, opinions_before_adoption, example_practises)
