"""The rules of what belongs to an event: projects, teams, participants, awards, budget (domain 5)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields import Described
from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import differ, duplicates
from app.rules.money import write_fen
from app.subjects.activities.checks import prize_sum, within_a_limit
from app.subjects.activities.prizes.records import prize_limit_of
from app.subjects.activities.records import (
    ActivityAward,
    ActivityBudgetLine,
    ActivityParticipant,
    ActivityProject,
    ActivityStatus,
    ActivityTeam,
    planned_sum,
    rows_of,
)
from app.subjects.members.records import Member

_GIVEN = (
    ActivityAward.activity,
    ActivityAward.recipient_kind,
    ActivityAward.rank,
    ActivityAward.winner,
    ActivityAward.project,
    ActivityAward.group_name,
    ActivityAward.rank_text,
)
"""The fields in which two entries of one award agree."""


def project_keeps_its_name(project: ActivityProject) -> Iterator[Problem]:
    """A project keeps its name while people compete in it."""
    yield from _name_stays(project, ActivityProject.name, ActivityParticipant.project)
    yield from _name_stays(project, ActivityProject.name, ActivityAward.project)


def team_keeps_its_name(team: ActivityTeam) -> Iterator[Problem]:
    """A team keeps its name while people play in it."""
    yield from _name_stays(team, ActivityTeam.name, ActivityParticipant.team)


def _name_stays(row: ActivityTeam | ActivityProject, field: Described, by: Described) -> Iterator[Problem]:
    """Rows that name this one in the field `by` would lose it by another name."""
    before = type(row).get_or_none(type(row).id == (row.id or 0))
    if before is None or before.name == row.name:
        return
    naming = by.model.alive().where(by.model.activity == row.activity_id, by == before.name)
    if count := naming.count():
        yield Block(field, f"已有 {count} 条记录填的是“{before.name}”，不能改名；请另建一个，改好后再删除")


def team_counts(team: ActivityTeam) -> Iterator[Problem]:
    """A team's head count agrees with the people entered for it."""
    if team.id is None or team.headcount is None or not team.name:
        return
    players = rows_of(ActivityParticipant, team.activity).where(ActivityParticipant.team == team.name)
    listed = players.count()
    if listed and listed != team.headcount:
        yield Warn(ActivityTeam.headcount, f"登记的队员有 {listed} 人，请核对")


def plays_in_one_team(participant: ActivityParticipant) -> Iterator[Problem]:
    """Nobody is entered twice for a project, least of all in two teams.

    Two of one name in a unit are told apart by their telephones.
    """
    if participant.activity_id is None or not participant.name:
        return
    same = duplicates(
        participant,
        ActivityParticipant.activity,
        ActivityParticipant.name,
        ActivityParticipant.employer,
        ActivityParticipant.project,
    )
    if participant.member_id is not None:
        same = [one for one in same if one.member_id in (participant.member_id, None)]
    if not same:
        return
    twin = min(same, key=lambda one: differ(one, participant, ActivityParticipant.mobile))
    place = f"“{twin.project}”" if twin.project else "这次活动"
    if differ(twin, participant, ActivityParticipant.mobile):
        yield Warn(ActivityParticipant.name, f"同单位的{twin.name}已登记参加{place}，请确认不是同一人")
    elif twin.team != participant.team and twin.team:
        yield Block(ActivityParticipant.team, f"{twin.name}已在{place}的“{twin.team}”，一人不能参加两队")
    else:
        yield Block(ActivityParticipant.name, f"{twin.name}已登记参加{place}，请核对")


def number_worn_once(participant: ActivityParticipant) -> Iterator[Problem]:
    """A number belongs to one person of a project."""
    if participant.activity_id is None or not participant.number:
        return
    same = (ActivityParticipant.activity, ActivityParticipant.number, ActivityParticipant.project)
    for twin in duplicates(participant, *same)[:1]:
        yield Block(ActivityParticipant.number, f"这个号码已发给{twin.name}，请核对")


def names_what_there_is(row: ActivityParticipant | ActivityAward) -> Iterator[Problem]:
    """The project, and a participant's team, are among those of the event."""
    if row.activity_id is None:
        return
    if row.project:
        yield from _is_among(row, type(row).project, ActivityProject.name)
    if isinstance(row, ActivityParticipant) and row.team:
        yield from _is_among(row, ActivityParticipant.team, ActivityTeam.name)
    if isinstance(row, ActivityAward) and row.recipient_kind == "队" and row.winner:
        yield from _is_among(row, ActivityAward.winner, ActivityTeam.name, kind=Warn)


def _is_among(
    row: ActivityParticipant | ActivityAward, field: Described, named: Described, kind: type[Problem] = Block
) -> Iterator[Problem]:
    known = rows_of(named.model, row.activity).where(named == getattr(row, field.name))
    if not known.exists():
        yield kind(field, f"这次活动没有登记这个{named.label}，请核对，或先登记")


def signed_in_as_entered(participant: ActivityParticipant) -> Iterator[Problem]:
    """Who has a time of signing in has signed in; who enters after the last day is a walk-in."""
    if participant.signed_at and not participant.signed_in:
        yield Block(ActivityParticipant.signed_in, "填了签到时间，请选“是”")
    if participant.activity_id is None or participant.entered_on is None or participant.walk_in:
        return
    activity = participant.activity
    if activity.enter_by is not None and participant.entered_on > activity.enter_by:
        yield Warn(ActivityParticipant.walk_in, "报名已截止，是否现场报名？请核对")


def member_is_meant(participant: ActivityParticipant) -> Iterator[Problem]:
    """A participant chosen from the members bears the member's name; a likely member is pointed out."""
    member = participant.member
    if member is not None:
        if participant.name and participant.name != member.name:
            yield Block(ActivityParticipant.name, f"所选会员是{member.name}，请核对")
    elif participant.name and participant.employer:
        named = Member.alive().where(Member.name == participant.name, Member.employer == participant.employer)
        if named.exists():
            yield Warn(ActivityParticipant.member, "会员中有同单位的同名者，是同一人请选择会员")


def award_follows_event(award: ActivityAward) -> Iterator[Problem]:
    """Nothing is won before the event begins."""
    if award.activity_id is not None and award.awarded_on and award.awarded_on < award.activity.starts_on:
        yield Block(ActivityAward.awarded_on, "早于活动开始日期，请核对")


def given_once(award: ActivityAward) -> Iterator[Problem]:
    """The same award to the same winner may have been entered twice; empty values are the same, too."""
    if award.activity_id is not None and award.rank and duplicates(award, *_GIVEN):
        yield Warn(ActivityAward.winner, "这个奖项已登记给同一获奖者，请核对")


def prize_is_allowed(award: ActivityAward) -> Iterator[Problem]:
    """A prize keeps to the year's limits, and all prizes together to the budget."""
    if award.activity_id is None or award.amount is None:
        return
    activity = award.activity
    limit = prize_limit_of(activity.starts_on.year)
    if limit is not None:
        alone = award.recipient_kind == "个人"
        most, whose = (limit.per_person, "个人") if alone else (limit.per_team, "团队")
        yield from within_a_limit(ActivityAward.amount, award.amount, most, whose)
    budget = activity.budget_total if activity.budget_total is not None else planned_sum(activity) or None
    before = ActivityAward.get_or_none(
        ActivityAward.id == (award.id or 0), ActivityAward.deleted_at.is_null()
    )
    prizes = prize_sum(activity) - ((before.amount or 0) if before is not None else 0) + award.amount
    if budget is not None and prizes > budget:
        yield Warn(ActivityAward.amount, f"奖品合计 {write_fen(prizes)} 元，超出预算 {write_fen(budget)} 元")


def spending_is_proven(line: ActivityBudgetLine) -> Iterator[Problem]:
    """Money spent, which nought is not, has a voucher and keeps to what was planned (domain 5.3)."""
    if not line.actual:
        return
    if not line.voucher_no:
        yield Warn(ActivityBudgetLine.voucher_no, "已有实际支出，请填写凭证号")
    if line.planned is not None and line.actual > line.planned:
        yield Warn(ActivityBudgetLine.actual, f"超出预算 {write_fen(line.actual - line.planned)} 元，请核对")


def activity_stands(award: ActivityAward) -> Iterator[Problem]:
    """Nothing is awarded at an event that was called off."""
    if award.activity_id is not None and award.activity.status == ActivityStatus.CANCELLED:
        yield Block(ActivityAward.rank, "活动已取消，不能登记获奖")


PARTICIPANT = (
    plays_in_one_team,
    number_worn_once,
    names_what_there_is,
    signed_in_as_entered,
    member_is_meant,
)
AWARD = (award_follows_event, given_once, activity_stands, names_what_there_is, prize_is_allowed)
