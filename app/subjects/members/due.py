"""What memberships ask for: applications wait for approval."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.register import Due
from app.subjects.members.records import Member, MemberStatus


def applications_due(_today: date) -> Iterator[Due]:
    """Yield the applications that wait for approval."""
    for member in Member.alive().where(Member.status == MemberStatus.PENDING):
        yield Due("入会申请待审批", member.name, member.id, 0, by="批准入会")
