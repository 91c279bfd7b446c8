"""Settings: the office, and each year's lines, limits and funds (domain 0.8)."""

from __future__ import annotations

from app.checks.aid_standards import one_standard_each
from app.checks.settings import entered_once
from app.records.aid_standards import AidStandard
from app.records.settings import AidLimit, FundIncome, PovertyLine, PrizeLimit, Profile
from app.register import Register, Section
from app.registers.contracts import RENEWAL_LEADS

PROFILE = Register(
    "settings",
    "本会",
    Profile,
    columns=(Profile.name, Profile.street, Profile.upper_union),
    sections=(
        Section(
            "本会",
            Profile.name,
            Profile.code,
            Profile.street,
            Profile.upper_union,
            Profile.city,
            Profile.founded_on,
            Profile.address,
            Profile.phone,
            Profile.leader,
            Profile.auditor,
            Profile.clerk,
        ),
        Section(
            "办理",
            Profile.notice_days,
            Profile.notice_phone,
            Profile.mask_names,
            Profile.dues_rate,
            Profile.pledge,
        ),
        Section(
            "提醒与标准",
            Profile.women_for_committee,
            Profile.large_unit,
            Profile.term_first_days,
            Profile.term_second_days,
            Profile.renewal_days,
            Profile.follow_up_days,
            Profile.fresh_days,
            Profile.noted_change,
            Profile.lending_days,
            Profile.lending_renewals,
            Profile.books_each,
        ),
    ),
    search=(Profile.name,),
    single=True,
)
POVERTY_LINES = Register(
    "settings.poverty",
    "低保标准",
    PovertyLine,
    columns=(PovertyLine.effective_from, PovertyLine.monthly, PovertyLine.multiplier, PovertyLine.source),
    sections=(
        Section(
            "低保标准",
            PovertyLine.effective_from,
            PovertyLine.monthly,
            PovertyLine.multiplier,
            PovertyLine.inclusive,
            PovertyLine.source,
        ),
    ),
    search=(PovertyLine.source,),
    checks=(entered_once(PovertyLine.effective_from),),
    order=(PovertyLine.effective_from.desc(),),
)
AID_LIMITS = Register(
    "settings.limits",
    "帮扶限额",
    AidLimit,
    columns=(AidLimit.year, AidLimit.per_time, AidLimit.per_year, AidLimit.source),
    sections=(
        Section(
            "帮扶限额",
            AidLimit.year,
            AidLimit.per_time,
            AidLimit.per_year,
            AidLimit.guards_balance,
            AidLimit.source,
        ),
    ),
    search=(AidLimit.source,),
    checks=(entered_once(AidLimit.year),),
    order=(AidLimit.year.desc(),),
)
AID_STANDARDS = Register(
    "settings.standards",
    "帮扶标准",
    AidStandard,
    columns=(
        AidStandard.year,
        AidStandard.category,
        AidStandard.aid_kind,
        AidStandard.lines,
        AidStandard.share,
        AidStandard.most,
    ),
    sections=(
        Section(
            "帮扶标准",
            AidStandard.year,
            AidStandard.category,
            AidStandard.aid_kind,
            AidStandard.lines,
            AidStandard.share,
            AidStandard.most,
            AidStandard.only_kind,
            AidStandard.source,
        ),
    ),
    filters=(AidStandard.year, AidStandard.category),
    search=(AidStandard.source,),
    checks=(one_standard_each,),
    order=(AidStandard.year.desc(), AidStandard.id.asc()),
)
PRIZE_LIMITS = Register(
    "settings.prizes",
    "奖品限额",
    PrizeLimit,
    columns=(PrizeLimit.year, PrizeLimit.per_person, PrizeLimit.per_team, PrizeLimit.source),
    sections=(
        Section("奖品限额", PrizeLimit.year, PrizeLimit.per_person, PrizeLimit.per_team, PrizeLimit.source),
    ),
    search=(PrizeLimit.source,),
    checks=(entered_once(PrizeLimit.year),),
    order=(PrizeLimit.year.desc(),),
)
FUND_INCOMES = Register(
    "settings.funds",
    "资金到账",
    FundIncome,
    columns=(FundIncome.received_on, FundIncome.fund_source, FundIncome.amount, FundIncome.from_whom),
    sections=(
        Section(
            "资金到账",
            FundIncome.received_on,
            FundIncome.fund_source,
            FundIncome.amount,
            FundIncome.from_whom,
            FundIncome.voucher_no,
            FundIncome.remark,
        ),
    ),
    filters=(FundIncome.fund_source, FundIncome.received_on),
    search=(FundIncome.from_whom, FundIncome.voucher_no),
    order=(FundIncome.received_on.desc(),),
    sums=(FundIncome.amount,),
)
SETTINGS = (PROFILE, POVERTY_LINES, AID_LIMITS, AID_STANDARDS, PRIZE_LIMITS, FUND_INCOMES, RENEWAL_LEADS)
