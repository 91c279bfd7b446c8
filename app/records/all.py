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
from app.records.base import Record
from app.records.donations import Donation, DonationDrive, DonationUse
from app.records.enterprises import Enterprise
from app.records.hardship import HardshipEvidence, HardshipFamily, HardshipFile, HardshipReview
from app.records.members import DuesPayment, Member, MemberJob, MemberRelative, MembershipEvent
from app.records.prints import PrintLogEntry
from app.records.settings import AidLimit, FundIncome, PovertyLine, PrizeLimit, Profile

RECORDS: tuple[type[Record], ...] = (
    Profile,
    PovertyLine,
    AidLimit,
    PrizeLimit,
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
)
