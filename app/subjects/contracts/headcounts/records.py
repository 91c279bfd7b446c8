"""Head counts of labour contracts (domain 6.2 and 6.3)."""

from __future__ import annotations

from datetime import date

from peewee import SQL, fn

from app.fields import CountField, DateField, NotesField, TextField
from app.figures.once import Ids
from app.records.base import Query, Record
from app.records.conditions import InWords
from app.records.naming import NamedLink, known_as, names_a_unit
from app.records.profile import Profile, standard
from app.rules import regulations
from app.rules.dates import write_date, years_later
from app.subjects.unions.enterprises.records import Enterprise, closed_units


def _services(count: LaborContractCount) -> int:
    return (count.service_contracts or 0) + (count.service_agreements or 0)


def _signed(count: LaborContractCount) -> int:
    return (count.labor_contracts or 0) + _services(count)


def _counted(count: LaborContractCount) -> str | None:
    if not count.employer or count.counted_on is None:
        return None
    return f"{count.employer} {write_date(count.counted_on)}"


class LaborContractCount(Record):
    """How many persons of a unit have signed which kind of contract, on a day.

    劳动合同 is a labour relation; 劳务合同 and 劳务协议 are civil service relations, typical of
    pensioners who go on working: they are counted apart (domain 6.2).
    """

    employer = TextField(
        "单位名称",
        index=True,
        suggest=True,
        about="报来劳动合同签订情况的单位",
    )
    enterprise = NamedLink("所属企业", Enterprise, by=employer, backref="labor_contract_counts")
    counted_on = DateField(
        "统计日期",
        past=True,
        aliases=(
            "截至日期",
            "统计时间",
            "填报日期",
            "日期",
        ),
        about="数人数的那一天，太久没有重新统计的不再计入",
    )
    title = TextField(
        "统计名称", null=True, derive=_counted, longest=120, wide=True, about="单位名称和统计日期合成的名称"
    )
    labor_contracts = CountField(
        "劳动合同人数",
        unit="人",
        aliases=("劳动合同", "签订劳动合同人数", "劳动合同签订人数", "劳动合同数", "签订人数"),
        short="劳动合同",
        about="与本单位签书面劳动合同的职工，返聘退休人员不算",
        rule=regulations.LABOUR_CONTRACT,
    )
    service_contracts = CountField(
        "劳务合同人数",
        default=0,
        unit="人",
        aliases=("劳务合同",),
        short="劳务合同",
        about="签劳务合同的人数，例如 返聘的退休人员",
    )
    service_agreements = CountField(
        "劳务协议人数",
        default=0,
        unit="人",
        aliases=("劳务协议",),
        short="劳务协议",
        about="签劳务协议的人数，与劳务合同分开填",
    )
    services = CountField("劳务合计", derive=_services, unit="人", about="劳务合同与劳务协议相加")
    signed = CountField(
        "签订人数合计", derive=_signed, unit="人", short="合计", about="劳动合同与劳务合计相加"
    )
    unsigned = CountField(
        "未签人数",
        default=0,
        unit="人",
        aliases=(
            "未签",
            "未签劳动合同人数",
            "未签订人数",
        ),
        about="应签而没有签合同的人数",
        rule=regulations.LABOUR_CONTRACT,
    )
    migrants = CountField("其中农民工", null=True, unit="人", about="已签人数里的农民工，不另加")
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = NotesField("备注", null=True)

    naming = (title,)


LaborContractCount.add_index(
    SQL(
        "CREATE INDEX IF NOT EXISTS labor_contract_count_last "
        "ON labor_contract_count (COALESCE(enterprise_id, employer), counted_on, id)"
    )
)


def latest_counts(day: date) -> Query[LaborContractCount]:
    """Select the last head count of each unit up to a day, as long as it has not lapsed.

    A unit is known by its record, else by its name; of one that has closed nobody is employed any more.
    """
    count = LaborContractCount
    since = years_later(day, -standard(Profile.count_years))
    stands = count.enterprise.is_null() | count.enterprise.not_in(closed_units(day))
    ranked = count.alive().where(count.counted_on.between(since, day), names_a_unit(count.employer), stands)
    unit, latest = known_as(count.enterprise), [count.counted_on.desc(), count.id.desc()]
    place = fn.ROW_NUMBER().over(partition_by=[unit], order_by=latest)
    inner = ranked.select(count.id.alias("id"), place.alias("place")).alias("ranked")
    first = count.alive().where(count.id.in_(inner.select_from(inner.c.id).where(inner.c.place == 1)))
    latest_ids = Ids(first, latest_counts, day)
    return count.alive().where(InWords(count.id.in_(latest_ids), f"截至{write_date(day)}各单位最近一次有效"))
