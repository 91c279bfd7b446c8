"""Invented people, and valid records about them; a test names only the values that it is about."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from app.keeping import deriving, keeping
from app.rules.resident_id import birth_date_of, check_character, sex_of
from app.subjects.hardship.aid.records import AidBatch, AidPayment
from app.subjects.hardship.aid.register import BATCHES, PAYMENTS
from app.subjects.hardship.bank_sheets.records import BankLayout
from app.subjects.hardship.bank_sheets.register import BANK_LAYOUTS
from app.subjects.hardship.families.records import HardshipFamily
from app.subjects.hardship.families.register import FAMILY
from app.subjects.hardship.files.records import HardshipFile
from app.subjects.hardship.files.register import HARDSHIP
from app.subjects.hardship.funds.records import FundIncome
from app.subjects.hardship.funds.register import FUND_INCOMES
from app.subjects.hardship.limits.records import AidLimit, PovertyLine
from app.subjects.hardship.limits.register import AID_LIMITS, POVERTY_LINES
from app.subjects.hardship.standards.records import AidStandard
from app.subjects.hardship.standards.register import AID_STANDARDS
from app.subjects.members.membership.records import MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS, MEMBERSHIP_EVENTS
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.enterprises.register import ENTERPRISES

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
_GIVEN = ("小明", "建国", "丽华", "秀英", "志强", "桂兰", "海燕", "文斌", "春梅", "永福")
_AREAS = (
    *("310105", "310108", "310109", "310113", "310114", "310116", "310117", "310118"),
    *("310120", "320102", "320104", "320105", "320106", "330102", "330103", "330104"),
)
_numbers, _people, _names = count(1), count(1), count(1)


def resident_id(born: date = date(1980, 5, 6), sex: str = "男", area: str | None = None) -> str:
    """Return a valid identity number; 8,000 calls for the same day and sex return as many.

    Without an area it is of one that no test writes out, so that no invented number meets a written
    one; an area that is asked for holds 500.
    """
    turn, place = divmod(next(_people), 500)
    area = area or _AREAS[turn % len(_AREAS)]
    sequence = 2 * place + (sex == "男")
    first17 = f"{area}{born:%Y%m%d}{sequence:03d}"
    return first17 + check_character(first17)


def person_name() -> str:
    """Return the next of two hundred invented names."""
    number = next(_names)
    return _SURNAMES[number % len(_SURNAMES)] + _GIVEN[number // len(_SURNAMES) % len(_GIVEN)]


def _person(values: dict[str, Any]) -> dict[str, Any]:
    """Complete a person: the identity number agrees with the sex and birth date that were given."""
    given = {name: values[name] for name in ("born", "sex") if name in values}
    if "birth_date" in values:
        given["born"] = values["birth_date"]
    number = values.get("id_number") or resident_id(**given)
    person = {"id_number": number, "name": person_name()}
    if len(number) == 18 and number[:17].isdecimal():
        person |= {"sex": sex_of(number), "birth_date": birth_date_of(number)}
    return person | values


def new_member(**values: object) -> Member:
    """Return a complete member on the roll since 2011, not saved yet."""
    defaults = {
        "mobile": "13800138000",
        "employer": "上海泰祥电器有限公司",
        "applied_on": date(2011, 3, 1),
        "approved_on": date(2011, 3, 8),
        "status": "在册",
    }
    return Member(**_person(defaults | values))


def make_member(**values: object) -> Member:
    """Save a member on the roll since 2011."""
    return keeping.save(MEMBERS, new_member(**values))


def make_event(member: Member, kind: str, day: date, **values: object) -> MembershipEvent:
    """Save an event of a membership."""
    event = MembershipEvent(member=member, kind=kind, happened_on=day, **values)
    return keeping.save(MEMBERSHIP_EVENTS, event)


def new_file(**values: object) -> HardshipFile:
    """Return a complete hardship file, open since 2011, not saved yet."""
    defaults = {
        "category": "相对困难",
        "main_cause": "患重特大疾病",
        "marital": "已婚",
        "household_region": "上海市卢湾区",
        "housing": "租房",
        "employer": "上海泰祥电器有限公司",
        "own_monthly_income": 1860_00,
        "filed_by": "王芳",
        "applied_on": date(2011, 1, 4),
        "approved_on": date(2011, 1, 18),
        "opened_on": date(2011, 1, 18),
        "status": "在档",
    }
    return HardshipFile(**_person(defaults | values))


def make_file(**values: object) -> HardshipFile:
    """Save a hardship file, open since 2011."""
    return keeping.save(HARDSHIP, new_file(**values))


def new_kin(file: HardshipFile, **values: object) -> HardshipFamily:
    """Return a complete family member of a file's holder, not saved yet."""
    defaults = {"relation": "其他", "occupation": "其他"}
    return HardshipFamily(file=file, **_person(defaults | values))


def make_kin(file: HardshipFile, **values: object) -> HardshipFamily:
    """Save a family member of a file's holder."""
    return keeping.save(FAMILY, new_kin(file, **values))


def make_enterprise(**values: object) -> Enterprise:
    """Save an enterprise with a union."""
    defaults = {
        "name": f"上海第{next(_numbers)}电器有限公司",
        "ownership_kind": "私营企业",
        "contact_name": "刘洋",
        "contact_mobile": "13800138000",
        "employee_count": 120,
        "counted_on": date(2011, 11, 30),
        "union_status": "已建会",
    }
    return keeping.save(ENTERPRISES, Enterprise(**(defaults | values)))


def new_batch(**values: object) -> AidBatch:
    """Return a batch of festive aid for 2011, not saved yet."""
    defaults = {
        "name": "2011年春节困难职工慰问",
        "year": 2011,
        "occasion": "春节",
        "planned_on": date(2011, 1, 25),
    }
    return AidBatch(**(defaults | values))


def make_batch(*files: HardshipFile, amount: int = 500_00, **values: object) -> AidBatch:
    """Save a batch in which each file's holder gets the amount, in fen."""
    batch = keeping.save(BATCHES, new_batch(**values))
    for file in files:
        make_payment(batch, file, amount=amount)
    return batch


def new_payment(batch: AidBatch, file: HardshipFile | None = None, **values: object) -> AidPayment:
    """Return a payment of 500.00 to a file's holder, or to somebody without a file; not saved yet."""
    if file is not None:
        person = {name: getattr(file, name) for name in ("name", "id_number", "employer", "category")}
    else:
        person = {"name": person_name(), "id_number": resident_id(), "employer": "上海泰祥电器有限公司"}
    payment = AidPayment(batch=batch, file=file, **({**person, "amount": 500_00} | values))
    deriving.compute_derived(payment)
    return payment


def make_payment(batch: AidBatch, file: HardshipFile | None = None, **values: object) -> AidPayment:
    """Save a payment of 500.00 to a file's holder, or to somebody without a file."""
    return keeping.save(PAYMENTS, new_payment(batch, file, **values))


def make_bank_layout(**values: object) -> BankLayout:
    """Save how a bank wants the list of a batch that it pays out."""
    return keeping.save(BANK_LAYOUTS, BankLayout(**({"bank": "工商银行"} | values)))


def make_fund(amount: int = 100_000_00, **values: object) -> FundIncome:
    """Save money that came in for aid, in fen."""
    defaults = {"fund_source": "本级工会经费", "received_on": date(2011, 1, 1)}
    return keeping.save(FUND_INCOMES, FundIncome(amount=amount, **(defaults | values)))


def make_poverty_line(monthly: int = 505_00, **values: object) -> PovertyLine:
    """Save a poverty line, in fen a month, in force from 2011 on."""
    line = PovertyLine(**({"monthly": monthly, "effective_from": date(2011, 1, 1)} | values))
    return keeping.save(POVERTY_LINES, line)


def make_standard(category: str, aid_kind: str, **values: object) -> AidStandard:
    """Save what a category of hardship may get of a kind of aid from 2011 on."""
    usual = {"year": 2011, "category": category, "aid_kind": aid_kind}
    return keeping.save(AID_STANDARDS, AidStandard(**(usual | values)))


def make_limit(**values: object) -> AidLimit:
    """Save the limits of aid for 2011: 3,000 yuan each time, 6,000 a year."""
    defaults = {"year": 2011, "per_time": 3000_00, "per_year": 6000_00}
    return keeping.save(AID_LIMITS, AidLimit(**(defaults | values)))
