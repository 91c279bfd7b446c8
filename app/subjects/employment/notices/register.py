"""How the office spreads word of work: notices in each compound, announcements on screens (domain 7.2)."""

from __future__ import annotations

from peewee import ColumnBase

from app.register import Condition, Register, Section
from app.subjects.employment import checks
from app.subjects.employment.due import notices_due
from app.subjects.employment.lists import NOTICES_BOOK
from app.subjects.employment.notices.records import JobNotice, ScreenBroadcast


def _still_hanging() -> ColumnBase:
    return JobNotice.taken_down_on.is_null()


NOTICES = Register(
    "employment.notices",
    "招聘通知",
    JobNotice,
    columns=(
        JobNotice.posted_on,
        JobNotice.name,
        JobNotice.compound,
        JobNotice.copies,
        JobNotice.posted_by,
        JobNotice.taken_down_on,
    ),
    sections=(
        Section(
            "通知",
            JobNotice.name,
            JobNotice.compound,
            JobNotice.posted_on,
            JobNotice.copies,
            JobNotice.posted_by,
            JobNotice.taken_down_on,
            JobNotice.notice_no,
            JobNotice.remark,
        ),
    ),
    filters=(JobNotice.name, JobNotice.compound, JobNotice.posted_on, Condition("尚未撤下", _still_hanging)),
    search=(JobNotice.name, JobNotice.compound, JobNotice.posted_by, JobNotice.notice_no),
    checks=(checks.notice_put_up_once,),
    prints=(NOTICES_BOOK,),
    order=(JobNotice.posted_on.desc(), JobNotice.id.asc()),
    unit="处",
    sums=(JobNotice.copies,),
    due=notices_due,
)
SCREENS = Register(
    "employment.screens",
    "屏幕播放",
    ScreenBroadcast,
    columns=(
        ScreenBroadcast.first_on,
        ScreenBroadcast.last_on,
        ScreenBroadcast.content,
        ScreenBroadcast.place,
    ),
    sections=(
        Section(
            "屏幕播放",
            ScreenBroadcast.first_on,
            ScreenBroadcast.last_on,
            ScreenBroadcast.place,
            ScreenBroadcast.content,
            ScreenBroadcast.handled_by,
            ScreenBroadcast.remark,
        ),
    ),
    filters=(ScreenBroadcast.first_on, ScreenBroadcast.place),
    search=(ScreenBroadcast.content, ScreenBroadcast.place),
    order=(ScreenBroadcast.first_on.desc(),),
)
