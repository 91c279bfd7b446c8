"""Nominations on paper: the list of them, and the public notice for the wall (domain 18)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from peewee import ColumnBase

from app.printing.heads import BLANK_DATE, BLANK_SPAN, supervision_phone
from app.printing.layout import ListPrint, Part, PrintColumn, PrintRequest, Sheets
from app.printing.selection import Selection, within
from app.records.base import Query
from app.records.profile import office_name, profile
from app.rules.dates import write_date
from app.rules.names import mask_name
from app.subjects.office.honours.recipients import PERSON
from app.subjects.office.nominations.records import Nomination, NominationStatus


def recipient_of(nomination: Nomination) -> str:
    """Return who is put forward; the office itself need not be written down."""
    return nomination.recipient or office_name()


def _on_wall(nomination: Nomination) -> str:
    """Return who is put forward as a notice has it: a person's name is hidden as on all notices."""
    name = recipient_of(nomination)
    return mask_name(name) if nomination.recipient_kind == PERSON and profile().mask_names else name


NOMINATION_BOOK = ListPrint(
    "office.nomination_book",
    "评优推荐登记表",
    (
        PrintColumn(Nomination.nominated_on, 33),
        PrintColumn(Nomination.title, 52),
        PrintColumn(Nomination.level, 16),
        PrintColumn(Nomination.recipient, 44, text=recipient_of),
        PrintColumn(Nomination.employer, 44),
        PrintColumn(Nomination.notice_from, 33),
        PrintColumn(Nomination.notice_to, 33),
        PrintColumn(Nomination.status, 24),
    ),
    Selection(Nomination, (Nomination.nominated_on, Nomination.id), Nomination.nominated_on).sheet("项"),
    landscape=True,
)


def _published(request: PrintRequest) -> Query[Nomination]:
    """Select what the period published, or without a period what hangs out today."""
    if request.period is not None:
        return Nomination.alive().where(within(Nomination.notice_from, request.period))
    return Nomination.alive().where(Nomination.status == NominationStatus.PUBLISHED)


def _hanging_out(request: PrintRequest) -> ColumnBase | None:
    """Leave out what is not shown in public now; a period asks for what it has shown."""
    by_name = request.record is not None or request.ids is not None
    return Nomination.status == NominationStatus.PUBLISHED if by_name else None


_NOTICED = Selection(
    Nomination,
    (Nomination.title, Nomination.id),
    Nomination.notice_from,
    otherwise=_published,
    where=_hanging_out,
    only="公示中的",
)


def _notices(request: PrintRequest) -> Iterator[Part]:
    groups: dict[tuple[str, date | None, date | None], list[Nomination]] = {}
    for one in _NOTICED(request):
        groups.setdefault((one.title, one.notice_from, one.notice_to), []).append(one)
    for (title, first, last), group in groups.items():
        span = f"{write_date(first)}至{write_date(last)}" if first and last else BLANK_SPAN
        yield _notice(group, title, span, write_date(first or request.today))


def _notice(group: Iterable[Nomination], title: str, span: str, day: str) -> Part:
    intro = (
        f"　　经推荐和研究，{office_name()}拟推荐下列对象参加“{title}”评选。现予公示，公示期为{span}。"
        "如有异议，请在公示期内实名向本会反映，本会为反映人保密。"
    )
    notes = (f"公示起止日期：{span}", supervision_phone())
    return Part(group, intro=intro, notes=notes, seal=(office_name(), day))


NOMINATION_NOTICE = ListPrint(
    "office.nomination_notice",
    "评先评优推荐公示",
    (
        PrintColumn(Nomination.recipient, 40, text=_on_wall),
        PrintColumn(Nomination.employer, 56),
        PrintColumn(Nomination.deeds, 74),
    ),
    Sheets(_notices, Nomination.notice_from, chosen=_NOTICED),
    closing=(),
    blank=lambda: _notice((), "＿" * 12, BLANK_SPAN, BLANK_DATE),
    is_public=True,
)
