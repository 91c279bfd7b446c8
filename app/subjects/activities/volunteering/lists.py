"""Voluntary service on paper: the ledger, and what a volunteer can show (志愿服务证明, domain 18)."""

from __future__ import annotations

from datetime import date

from app.figures.measures import total
from app.printing.heads import BLANK_DATE
from app.printing.layout import FormPrint, ListPrint, PaperKind, PrintColumn
from app.printing.letter import LetterSheet, body, or_blank, written
from app.printing.selection import Selection
from app.records.base import Query
from app.records.profile import office_name
from app.rules.dates import write_date
from app.subjects.activities.volunteering.records import VolunteerService

SERVICES = Selection(
    VolunteerService, (VolunteerService.served_on, VolunteerService.id), VolunteerService.served_on
)

SERVICE_BOOK = ListPrint(
    "activities.service_book",
    "志愿服务登记表",
    (
        PrintColumn(VolunteerService.served_on, 33),
        PrintColumn(VolunteerService.title, 56),
        PrintColumn(VolunteerService.kind, 28),
        PrintColumn(VolunteerService.place, 40),
        PrintColumn(VolunteerService.name, 30, align="center"),
        PrintColumn(VolunteerService.unit, 44),
        PrintColumn(VolunteerService.hours, 20, "时长（小时）"),
        PrintColumn(None, 26, "签名"),
    ),
    SERVICES.sheet("人次"),
    signing=True,
)


def _same_person(service: VolunteerService) -> Query[VolunteerService]:
    """Select all that somebody did up to the day of a service."""
    if service.member_id is not None:
        whose = VolunteerService.member == service.member_id
    else:
        whose = (VolunteerService.name == service.name) & (
            VolunteerService.unit.is_null() if service.unit is None else VolunteerService.unit == service.unit
        )
    return VolunteerService.alive().where(whose, VolunteerService.served_on <= service.served_on)


def _proof(service: VolunteerService, _full_ids: bool) -> LetterSheet:
    known = service.id is not None
    done = _same_person(service) if known else None
    times = str(done.count()) if done is not None else ""
    hours = (
        VolunteerService.hours.format(total(VolunteerService.hours).number(done)) if done is not None else ""
    )
    return LetterSheet(
        "志愿服务证明",
        (
            body(
                f"兹证明{or_blank(service.name)}（所在单位：{or_blank(service.unit, 12)}）"
                f"截至{written(service.served_on)}，参加本会组织的志愿服务{or_blank(times, 3)}次，"
                f"服务时长共{or_blank(hours, 4)}小时。"
            ),
            body(
                f"最近一次为{written(service.served_on)}的“{or_blank(service.title, 12)}”，"
                f"服务{or_blank(VolunteerService.hours.format(service.hours) if known else '', 4)}小时。"
            ),
            body("特此证明。"),
        ),
        signatures=(("经办人：", "联系电话："),),
        seal=(or_blank(office_name(), 14), write_date(date.today()) if known else BLANK_DATE),
    )


SERVICE_PROOF = FormPrint(
    "activities.service_proof",
    "志愿服务证明",
    VolunteerService,
    SERVICES,
    _proof,
    hides_ids=False,
    single="证明",
    kind=PaperKind.LETTER,
)
