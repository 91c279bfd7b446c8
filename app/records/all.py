"""Every kind of record, in an order in which tables can be created."""

from app.records.aid import AidBatch, AidPayment, ApprovedLine
from app.records.base import Record
from app.records.claims import MutualClaim
from app.records.employment import FairEmployer, JobFair, JobIntention, JobNotice, JobPost, ScreenBroadcast
from app.records.enterprises import Enterprise
from app.records.hardship import HardshipEvidence, HardshipFamily, HardshipFile, HardshipReview
from app.records.insurance import (
    MutualConsultation,
    MutualEnrolment,
    MutualGroup,
    MutualProduct,
)
from app.records.members import DuesPayment, Member, MemberJob, MemberRelative, MembershipEvent
from app.records.prints import PrintLogEntry
from app.records.settings import AidLimit, FundIncome, PovertyLine, Profile

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
    PrintLogEntry,
)
