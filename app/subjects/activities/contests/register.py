"""What belongs to an event: projects, teams, participants, awards and budget (domain 5.3)."""

from __future__ import annotations

from app.register import Register, Section
from app.subjects.activities.contests import checks
from app.subjects.activities.records import (
    ActivityAward,
    ActivityBudgetLine,
    ActivityParticipant,
    ActivityProject,
    ActivityTeam,
)

PROJECTS = Register(
    "activities.projects",
    "项目",
    ActivityProject,
    columns=(
        ActivityProject.name,
        ActivityProject.mode,
        ActivityProject.group_name,
        ActivityProject.remark,
    ),
    sections=(
        Section(
            "项目",
            ActivityProject.name,
            ActivityProject.mode,
            ActivityProject.group_name,
            ActivityProject.remark,
        ),
    ),
    filters=(ActivityProject.mode,),
    search=(ActivityProject.name, ActivityProject.group_name),
    checks=(checks.project_named_once,),
    order=(ActivityProject.id.asc(),),
    unit="项",
)
TEAMS = Register(
    "activities.teams",
    "队伍",
    ActivityTeam,
    columns=(
        ActivityTeam.name,
        ActivityTeam.unit_name,
        ActivityTeam.leader,
        ActivityTeam.headcount,
    ),
    sections=(
        Section(
            "队伍",
            ActivityTeam.name,
            ActivityTeam.enterprise,
            ActivityTeam.unit_name,
            ActivityTeam.leader,
            ActivityTeam.headcount,
            ActivityTeam.remark,
        ),
    ),
    filters=(ActivityTeam.unit_name,),
    search=(ActivityTeam.name, ActivityTeam.unit_name, ActivityTeam.leader),
    checks=(checks.team_named_once, checks.team_counts),
    order=(ActivityTeam.id.asc(),),
    unit="支",
    sums=(ActivityTeam.headcount,),
)
PARTICIPANTS = Register(
    "activities.participants",
    "参加人员",
    ActivityParticipant,
    columns=(
        ActivityParticipant.name,
        ActivityParticipant.employer,
        ActivityParticipant.project,
        ActivityParticipant.team,
        ActivityParticipant.number,
        ActivityParticipant.signed_in,
    ),
    sections=(
        Section(
            "参加人员",
            ActivityParticipant.member,
            ActivityParticipant.name,
            ActivityParticipant.employer,
            ActivityParticipant.mobile,
            ActivityParticipant.project,
            ActivityParticipant.team,
            ActivityParticipant.number,
            ActivityParticipant.entered_on,
            ActivityParticipant.walk_in,
            ActivityParticipant.signed_in,
            ActivityParticipant.signed_at,
            ActivityParticipant.remark,
        ),
    ),
    filters=(
        ActivityParticipant.employer,
        ActivityParticipant.project,
        ActivityParticipant.team,
        ActivityParticipant.signed_in,
        ActivityParticipant.walk_in,
    ),
    search=(
        ActivityParticipant.name,
        ActivityParticipant.employer,
        ActivityParticipant.team,
        ActivityParticipant.number,
    ),
    checks=checks.PARTICIPANT,
    order=(ActivityParticipant.id.asc(),),
    unit="人次",
)
AWARDS = Register(
    "activities.awards",
    "获奖",
    ActivityAward,
    columns=(
        ActivityAward.rank,
        ActivityAward.winner,
        ActivityAward.employer,
        ActivityAward.project,
        ActivityAward.group_name,
        ActivityAward.amount,
    ),
    sections=(
        Section(
            "获奖",
            ActivityAward.recipient_kind,
            ActivityAward.winner,
            ActivityAward.employer,
            ActivityAward.project,
            ActivityAward.group_name,
            ActivityAward.rank,
            ActivityAward.rank_text,
            ActivityAward.top_three,
            ActivityAward.certificate,
            ActivityAward.prize,
            ActivityAward.prize_count,
            ActivityAward.amount,
            ActivityAward.granted_by,
            ActivityAward.awarded_on,
            ActivityAward.remark,
        ),
    ),
    filters=(
        ActivityAward.rank,
        ActivityAward.top_three,
        ActivityAward.recipient_kind,
        ActivityAward.awarded_on,
    ),
    search=(ActivityAward.winner, ActivityAward.employer, ActivityAward.project, ActivityAward.rank_text),
    checks=checks.AWARD,
    order=(ActivityAward.id.asc(),),
    unit="个",
    sums=(ActivityAward.amount,),
)
BUDGET = Register(
    "activities.budget",
    "经费",
    ActivityBudgetLine,
    columns=(
        ActivityBudgetLine.item,
        ActivityBudgetLine.purpose,
        ActivityBudgetLine.quantity,
        ActivityBudgetLine.unit_price,
        ActivityBudgetLine.planned,
        ActivityBudgetLine.actual,
    ),
    sections=(
        Section(
            "经费",
            ActivityBudgetLine.item,
            ActivityBudgetLine.purpose,
            ActivityBudgetLine.quantity,
            ActivityBudgetLine.unit_price,
            ActivityBudgetLine.planned,
            ActivityBudgetLine.actual,
            ActivityBudgetLine.voucher_no,
            ActivityBudgetLine.remark,
        ),
    ),
    filters=(ActivityBudgetLine.item,),
    search=(ActivityBudgetLine.purpose, ActivityBudgetLine.voucher_no),
    checks=(checks.spending_is_proven,),
    order=(ActivityBudgetLine.id.asc(),),
    sums=(ActivityBudgetLine.planned, ActivityBudgetLine.actual),
)
