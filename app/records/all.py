"""Every kind of record, in an order in which tables can be created."""

from app.records.activities import (
    Activity,
    ActivityAward,
    ActivityBudgetLine,
    ActivityParticipant,
    ActivityProject,
    ActivitySeries,
    ActivityTeam,
)
from app.records.aid import AidBatch, AidPayment, ApprovedLine
from app.records.aid_standards import AidStandard
from app.records.archive import ArchiveItem
from app.records.base import Record
from app.records.bulletins import Bulletin, BulletinRecipient
from app.records.cash import CashEntry
from app.records.claims import MutualClaim
from app.records.closings import ClosedFigure, YearClosing
from app.records.club import ClubItem, Lending, Stocktake
from app.records.company_visits import CompanyVisit
from app.records.contracts import CollectiveContract, ContractCoverage, RenewalLead
from app.records.disputes import (
    DisputeAgreement,
    DisputeCase,
    DisputeExtension,
    DisputeFollowUp,
    DisputeParty,
    DisputeStep,
)
from app.records.donations import Donation, DonationDrive, DonationUse
from app.records.employment import FairEmployer, JobFair, JobIntention, JobNotice, JobPost, ScreenBroadcast
from app.records.enterprises import Enterprise
from app.records.hardship import HardshipEvidence, HardshipFamily, HardshipFile, HardshipReview
from app.records.imports import ColumnMemory, ImportDone
from app.records.insurance import (
    MutualConsultation,
    MutualEnrolment,
    MutualGroup,
    MutualProduct,
)
from app.records.interns import Intern, InternAssessment, InternPlan
from app.records.labor_counts import LaborContractCount
from app.records.mediation import MediationBody, Mediator
from app.records.meetings import Meeting, MeetingAttendee
from app.records.members import DuesPayment, Member, MemberJob, MemberRelative, MembershipEvent
from app.records.open_affairs import OpenAffairs
from app.records.prints import PrintLogEntry
from app.records.publications import Distribution, Periodical, Subscription, SubscriptionQuota
from app.records.regulations import Regulation
from app.records.returns import AnnualReturn
from app.records.seal_uses import SealUse
from app.records.settings import AidLimit, FundIncome, PovertyLine, PrizeLimit, Profile
from app.records.summaries import FigureOverride, SummaryText
from app.records.surveys import Survey, SurveyItem
from app.records.unions import CommitteeMember, CoveredUnit, GrassrootsUnion, UnionElection
from app.records.venues import Venue
from app.records.visits import Visit
from app.records.yearly_tasks import YearlyTask

RECORDS: tuple[type[Record], ...] = (
    Profile,
    PovertyLine,
    AidLimit,
    PrizeLimit,
    FundIncome,
    Enterprise,
    GrassrootsUnion,
    CommitteeMember,
    CoveredUnit,
    UnionElection,
    Survey,
    SurveyItem,
    OpenAffairs,
    Member,
    MembershipEvent,
    DuesPayment,
    MemberRelative,
    MemberJob,
    HardshipFile,
    HardshipFamily,
    HardshipReview,
    HardshipEvidence,
    AidBatch,
    AidPayment,
    ApprovedLine,
    AidStandard,
    RenewalLead,
    CollectiveContract,
    ContractCoverage,
    LaborContractCount,
    YearlyTask,
    Periodical,
    Subscription,
    SubscriptionQuota,
    Distribution,
    Bulletin,
    BulletinRecipient,
    AnnualReturn,
    Intern,
    InternPlan,
    InternAssessment,
    ClubItem,
    Lending,
    Stocktake,
    JobFair,
    FairEmployer,
    JobPost,
    JobIntention,
    JobNotice,
    ScreenBroadcast,
    MutualProduct,
    MutualGroup,
    MutualEnrolment,
    MutualClaim,
    MutualConsultation,
    DonationDrive,
    Donation,
    DonationUse,
    ActivitySeries,
    Activity,
    ActivityProject,
    ActivityTeam,
    ActivityParticipant,
    ActivityAward,
    ActivityBudgetLine,
    PrintLogEntry,
    YearClosing,
    ClosedFigure,
    SummaryText,
    FigureOverride,
    ColumnMemory,
    ImportDone,
    MediationBody,
    Mediator,
    DisputeCase,
    DisputeParty,
    DisputeStep,
    DisputeExtension,
    DisputeAgreement,
    DisputeFollowUp,
    Meeting,
    MeetingAttendee,
    Regulation,
    ArchiveItem,
    SealUse,
    Visit,
    CompanyVisit,
    CashEntry,
    Venue,
)
