"""Donation drives (募捐活动), what was given, and what it was used for (domain 3.8)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from peewee import ColumnBase, fn

from app.fields import (
    ChoiceField,
    CountField,
    DateField,
    FlagField,
    MobileField,
    MoneyField,
    NotesField,
    ReferenceField,
    SerialField,
    TextField,
    When,
    taken,
)
from app.records.base import Query, Record
from app.records.conditions import InWords
from app.records.terms import TRANSFERS
from app.rules import regulations
from app.subjects.hardship.aid.records import SPENT, AidPayment
from app.subjects.unions.enterprises.records import Enterprise

DONATED = "社会捐助"
"""The fund that donated money is booked under."""
PERSON, UNIT = "个人", "单位"
GOODS = "实物"
ANONYMOUS = "匿名"


class DriveStatus(StrEnum):
    """Where a drive stands."""

    OPEN = "募捐中"
    CLOSED = "已截止"
    SETTLED = "已结清"


def received_of(drive: DonationDrive) -> int:
    """Add up the money given to a drive, in fen."""
    return _added(Donation.alive(), Donation, drive)


def used_of(drive: DonationDrive) -> int:
    """Add up the money used of a drive, in fen."""
    return _added(uses_that_stand(), DonationUse, drive)


def _added(rows: Query, model: type[Donation | DonationUse], drive: DonationDrive) -> int:
    if drive.id is None:
        return 0
    mine = rows.where(model.drive == drive.id)
    return int(mine.select(fn.COALESCE(fn.SUM(model.amount), 0)).scalar())


def uses_that_stand() -> Query[DonationUse]:
    """Select the uses whose money was spent: a payment of aid that was voided or returned spent none."""
    spent = AidPayment.alive().where(AidPayment.status.in_(SPENT)).select(AidPayment.id)
    stands = DonationUse.payment.is_null() | DonationUse.payment.in_(spent)
    return DonationUse.alive().where(InWords(stands, "所关联的帮扶没有退回或作废"))


def _balance(drive: DonationDrive) -> int:
    return received_of(drive) - used_of(drive)


def _donors(drive: DonationDrive) -> int:
    """Count the donors: who gave twice is one, and each gift without a name is of one more."""
    if drive.id is None:
        return 0
    given = Donation.alive().where(Donation.drive == drive.id)
    named = given.where(~Donation.anonymous).select(Donation.donor, Donation.employer).distinct()
    more = given.select(people_beside_the_first()).scalar()
    return int(named.count()) + int(given.where(Donation.anonymous).count()) + int(more)


def people_beside_the_first() -> ColumnBase:
    """Return the SQL for how many gave beside those whose gifts are rows: a row may be a total of many."""
    return fn.COALESCE(fn.SUM(fn.COALESCE(Donation.people, 1) - 1), 0)


class DonationDrive(Record):
    """A drive for those in need, held within the community or a trade."""

    held_on = DateField(
        "募捐日期",
        aliases=(
            "日期",
            "募捐时间",
            "活动日期",
            "活动时间",
        ),
        about="开始收款的日子，捐款统计归在这一年",
    )
    drive_no = SerialField("募捐编号", "MJ", dated_by=held_on, unique=True)
    theme = TextField(
        "主题",
        aliases=("活动主题", "募捐主题", "募捐名称", "名称", "活动名称"),
        help_text="例如 物业有真情，有难大家帮",
        about="这次募捐的名称，公示名单的标题用它",
    )
    organiser = TextField(
        "组织单位", suggest=True, aliases=("主办单位",), about="出面组织的单位，例如 物业行业工会"
    )
    place = TextField("地点", null=True, suggest=True, aliases=("募捐地点",), about="在哪里设点募捐")
    purpose = TextField(
        "用途",
        help_text="善款只能用于这里写明的用途",
        aliases=("募捐用途", "善款用途"),
        about="善款用来做什么，写明后不能改作他用",
        rule=regulations.DONATION_USE,
    )
    donors = CountField("捐款人数", derive=_donors, about="捐款的人数，由捐款登记合计")
    received = MoneyField("募得善款", derive=received_of, unit="元", about="捐款登记的金额合计")
    used = MoneyField("已使用", derive=used_of, unit="元", about="善款使用的金额合计")
    balance = MoneyField("结余", derive=_balance, unit="元", about="募得善款减去已使用")
    status = ChoiceField("状态", DriveStatus, default=DriveStatus.OPEN.value)
    closed_on = DateField("截止入账日期", null=True, after=(held_on,), about="停止收款、把善款入账的日子")
    booked = MoneyField(
        "入账金额",
        null=True,
        unit="元",
        help_text="截止时记入“资金到账”的金额",
        about="入到“社会捐助”资金里的金额",
    )
    account = TextField(
        "代管经费科目",
        null=True,
        suggest=True,
        help_text="善款单独列账",
        about="善款在代管经费里记在哪个科目",
    )
    published_on = DateField(
        "公示日期",
        null=True,
        after=(held_on,),
        about="张贴捐款公示名单的日子",
        rule=regulations.DONATION_RECEIPT,
    )
    reported_on = DateField(
        "上报日期", null=True, after=(closed_on,), about="把募捐和使用情况报告上级工会的日子"
    )
    audited_on = DateField(
        "审计日期",
        null=True,
        wanted_if=(When(status, DriveStatus.SETTLED),),
        about="经审组织审计善款收支的日子",
    )
    balance_plan = TextField(
        "结余处理",
        null=True,
        help_text="结清时仍有结余的，写明结转到哪里",
        about="用不完的善款转到哪里继续用",
    )
    handled_by = TextField("经办人", null=True, suggest=True)
    registered_on = DateField("登记日期", entered=True, default=date.today)
    remark = NotesField("备注", null=True)

    naming = (theme, drive_no)


class Donation(Record):
    """Money or goods that somebody gave (捐款登记)."""

    drive_id: int | None

    drive = ReferenceField("募捐活动", DonationDrive, backref="donations", aliases=("募捐主题", "活动名称"))
    donated_on = DateField(
        "捐赠日期",
        default=date.today,
        past=True,
        aliases=("捐款日期", "捐款时间", "捐赠时间", "日期"),
        about="收到捐款或物品的日子",
    )
    donor_kind = ChoiceField(
        "捐赠方",
        (PERSON, UNIT),
        default=PERSON,
        synonyms={**dict.fromkeys(("企业", "集体", "公司"), UNIT), "职工": PERSON},
        about="捐款的是个人还是单位",
    )
    donor = TextField(
        "捐款人/单位",
        null=True,
        aliases=(
            "捐款人",
            "姓名/单位",
            "捐赠人",
            "姓名",
            "捐款人姓名",
            "捐赠者",
            "捐赠人姓名",
        ),
        about="捐款人或捐款单位，匿名的可不填",
    )
    employer = TextField(
        "所在单位",
        null=True,
        suggest=True,
        units=Enterprise,
        about="个人捐款的写他的单位，公示名单按单位排",
    )
    anonymous = FlagField(
        "匿名", default=False, help_text="公示时不列姓名", about="捐款人不愿公开姓名的选“是”"
    )
    people = CountField(
        "人数",
        null=True,
        least=1,
        unit="人",
        help_text="没有逐笔登记、只有合计时填写",
        about="这一笔代表多少人捐的，逐笔登记的为 1 人",
    )
    mode = ChoiceField(
        "方式",
        ("现金", "转账", GOODS, "其他"),
        default="现金",
        synonyms={**dict.fromkeys(TRANSFERS, "转账"), **dict.fromkeys(("物品", "物资"), GOODS)},
        aliases=("捐款方式", "捐赠方式"),
        about="捐的是现金、转账还是物品",
    )
    amount = MoneyField(
        "金额",
        null=True,
        least=1,
        required_if=(When(mode, "现金", "转账", "其他"),),
        unit="元",
        help_text="捐物品的不填，方式选“实物”",
        aliases=("捐款金额", "金额(元)", "金额（元）", "捐赠金额", "捐款数额", "捐款额"),
        about="实收多少钱，与票据一致",
    )
    goods = TextField(
        "物品名称",
        null=True,
        only_then=True,
        required_if=(When(mode, GOODS),),
        aliases=("捐赠物品",),
        about="捐的是什么东西",
    )
    goods_count = CountField("数量", null=True, about="捐的东西有多少件")
    receipt_no = TextField(
        "票据号",
        null=True,
        help_text="公益事业捐赠统一票据",
        aliases=("收据号", "票据编号"),
        about="开给捐款人的捐赠票据号码",
        rule=regulations.DONATION_RECEIPT,
    )
    mobile = MobileField("联系电话", null=True, about="捐款人的电话，寄票据用")
    signed = FlagField("已签名", default=False, aliases=("签名",), about="捐款人已在登记表上签名的选“是”")
    remark = TextField("备注", null=True)


class DonationUse(Record):
    """What money of a drive was spent on: a payment of aid, or something else for its purpose."""

    drive_id: int | None
    payment_id: int | None

    drive = ReferenceField("募捐活动", DonationDrive, backref="uses", aliases=("募捐主题", "活动名称"))
    used_on = DateField(
        "使用日期", past=True, aliases=("使用时间", "支出日期", "日期"), about="把善款付出去的日子"
    )
    payment = ReferenceField(
        "帮扶记录",
        AidPayment,
        null=True,
        followed=True,
        fills=taken("amount", recipient="name", used_on="paid_on"),
        help_text="资金来源为社会捐助的帮扶记录",
        about="善款用在哪一笔帮扶上，从帮扶记录中选",
    )
    recipient = TextField(
        "受助人/收款方", aliases=("受助人", "收款方"), about="善款交到谁手里，有帮扶记录的自动带出"
    )
    amount = MoneyField(
        "使用金额",
        least=1,
        unit="元",
        help_text="不超过善款结余",
        aliases=(
            "金额",
            "支出金额",
            "救助金额",
        ),
        about="这一次用了多少善款，不超过结余",
    )
    used_for = TextField(
        "用于",
        suggest=True,
        help_text="例如 大病职工生活补助",
        aliases=("用途", "使用用途"),
        about="善款具体用来做了什么",
    )
    fits_purpose = FlagField(
        "符合募捐用途", about="与募捐时说的用途一致的选“是”", rule=regulations.DONATION_USE
    )
    signed = FlagField("已签收", default=False, about="受助人已在使用表上签字的选“是”")
    approved_by = TextField("审批人", null=True, suggest=True, stays=True, about="批准使用善款的负责人")
    voucher_no = TextField("凭证号", null=True)
    remark = TextField("备注", null=True)
