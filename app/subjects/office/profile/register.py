"""How the office itself is shown (domain 0.8)."""

from __future__ import annotations

from app.records.profile import EarlierProfile, Profile
from app.register import Register, Section, earlier_child

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
            Profile.told_on,
            Profile.address,
            Profile.postcode,
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
            Profile.lock_minutes,
        ),
        Section(
            "提醒与标准",
            Profile.women_for_committee,
            Profile.strict_majority,
            Profile.large_unit,
            Profile.count_years,
            Profile.term_first_days,
            Profile.term_second_days,
            Profile.renewal_days,
            Profile.nomination_days,
            Profile.out_months,
            Profile.follow_up_days,
            Profile.letter_days,
            Profile.fresh_days,
            Profile.noted_change,
            Profile.lending_days,
            Profile.lending_renewals,
            Profile.books_each,
        ),
    ),
    search=(Profile.name,),
    children=(earlier_child("settings.earlier", "历次情况", EarlierProfile),),
    single=True,
)
