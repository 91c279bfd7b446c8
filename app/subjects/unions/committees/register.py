"""What belongs to a grassroots union: its committee, the units it covers, its elections (domain 2.4)."""

from __future__ import annotations

from app.register import Register, Section
from app.subjects.unions.committees import checks
from app.subjects.unions.grassroots.records import CommitteeMember, CoveredUnit, UnionElection

COMMITTEE = Register(
    "unions.committee",
    "委员会成员",
    CommitteeMember,
    columns=(
        CommitteeMember.name,
        CommitteeMember.post,
        CommitteeMember.party_post,
        CommitteeMember.appointed_on,
        CommitteeMember.left_on,
    ),
    identity=((CommitteeMember.name, CommitteeMember.post, CommitteeMember.appointed_on),),
    sections=(
        Section(
            "委员",
            CommitteeMember.name,
            CommitteeMember.sex,
            CommitteeMember.post,
            CommitteeMember.term_no,
            CommitteeMember.party_post,
            CommitteeMember.duty,
            CommitteeMember.engagement,
            CommitteeMember.birth_month,
            CommitteeMember.appointed_on,
            CommitteeMember.left_on,
            CommitteeMember.phone,
        ),
    ),
    filters=(
        CommitteeMember.post,
        CommitteeMember.engagement,
        CommitteeMember.appointed_on,
    ),
    search=(CommitteeMember.name, CommitteeMember.party_post, CommitteeMember.duty),
    checks=checks.COMMITTEE,
    order=(CommitteeMember.left_on.is_null(False), CommitteeMember.id.asc()),
    unit="人",
)
COVERED = Register(
    "unions.covered",
    "涵盖单位",
    CoveredUnit,
    columns=(
        CoveredUnit.unit_name,
        CoveredUnit.employee_count,
        CoveredUnit.member_count,
        CoveredUnit.joined_on,
        CoveredUnit.left_on,
    ),
    identity=((CoveredUnit.unit_name,),),
    sections=(
        Section(
            "涵盖单位",
            CoveredUnit.enterprise,
            CoveredUnit.unit_name,
            CoveredUnit.employee_count,
            CoveredUnit.member_count,
            CoveredUnit.joined_on,
            CoveredUnit.left_on,
            CoveredUnit.remark,
        ),
    ),
    filters=(CoveredUnit.joined_on,),
    search=(CoveredUnit.unit_name,),
    checks=checks.COVERED,
    order=(CoveredUnit.search_key.asc(),),
    unit="家",
    sums=(CoveredUnit.employee_count, CoveredUnit.member_count),
)
ELECTIONS = Register(
    "unions.elections",
    "换届",
    UnionElection,
    columns=(
        UnionElection.held_on,
        UnionElection.term_no,
        UnionElection.meeting,
        UnionElection.expected,
        UnionElection.attended,
        UnionElection.approval_no,
    ),
    identity=((UnionElection.term_no,),),
    sections=(
        Section(
            "换届选举",
            UnionElection.held_on,
            UnionElection.term_no,
            UnionElection.meeting,
            UnionElection.expected,
            UnionElection.attended,
            UnionElection.approval_no,
            UnionElection.remark,
        ),
    ),
    filters=(UnionElection.meeting, UnionElection.held_on),
    search=(UnionElection.approval_no,),
    checks=checks.ELECTION,
    order=(UnionElection.held_on.desc(),),
    unit="次",
)
