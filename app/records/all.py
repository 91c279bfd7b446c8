"""Every kind of record, in an order in which tables can be created."""

from app.records.aid import AidBatch, AidPayment, ApprovedLine
from app.records.base import Record
from app.records.bulletins import Bulletin, BulletinRecipient
from app.records.club import ClubItem, Lending, Stocktake
from app.records.enterprises import Enterprise
from app.records.hardship import HardshipEvidence, HardshipFamily, HardshipFile, HardshipReview
from app.records.interns import Intern, InternAssessment, InternPlan
from app.records.members import DuesPayment, Member, MemberJob, MemberRelative, MembershipEvent
from app.records.prints import PrintLogEntry
from app.records.publications import Distribution, Periodical, Subscription, SubscriptionQuota
from app.records.returns import AnnualReturn
from app.records.settings import AidLimit, FundIncome, PovertyLine, Profile
from app.records.yearly_tasks import YearlyTask

RECORDS: tuple[type[Record], ...] = (
    Profile,
    PovertyLine,
    AidLimit,
    FundIncome,
    Enterprise,
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
    PrintLogEntry,
)
