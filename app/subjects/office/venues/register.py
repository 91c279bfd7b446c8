"""The office's places (domain 11.2, F008)."""

from __future__ import annotations

from app.register import Register, Section, State, Step
from app.subjects.office.venues.due import places_due
from app.subjects.office.venues.records import Venue, VenueStatus

_CLOSING = (Venue.closed_on, Venue.closed_reason)


def _open_again(venue: Venue) -> None:
    venue.closed_on = venue.closed_reason = None


VENUES = Register(
    "office.venues",
    "场所",
    Venue,
    columns=(Venue.name, Venue.kind, Venue.place, Venue.area, Venue.hung_sign, Venue.status),
    sections=(
        Section(
            "场所",
            Venue.name,
            Venue.kind,
            Venue.place,
            Venue.area,
            Venue.opened_on,
            Venue.hung_sign,
            Venue.hours,
            Venue.keeper,
            Venue.equipment,
        ),
        Section("状态", Venue.status, Venue.closed_on, Venue.closed_reason, Venue.remark),
    ),
    filters=(Venue.kind, Venue.status, Venue.opened_on),
    search=(Venue.name, Venue.place, Venue.keeper),
    steps=(
        Step("启用", (VenueStatus.BUILDING,), VenueStatus.IN_USE, asks=(Venue.opened_on,)),
        Step(
            "停用",
            (VenueStatus.IN_USE, VenueStatus.BUILDING),
            VenueStatus.CLOSED,
            asks=_CLOSING,
            usual=False,
        ),
        Step("恢复使用", (VenueStatus.CLOSED,), VenueStatus.IN_USE, prepare=_open_again, usual=False),
    ),
    order=(Venue.kind.asc(), Venue.id.asc()),
    status=Venue.status,
    states=(
        State(VenueStatus.IN_USE, "good", without=_CLOSING),
        State(VenueStatus.BUILDING, "info", without=_CLOSING),
        State(VenueStatus.CLOSED, needs=_CLOSING),
    ),
    unique_together=((Venue.name, Venue.kind),),
    unit="处",
    sums=(Venue.area,),
    due=places_due,
)
