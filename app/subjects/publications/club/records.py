"""The workers' club (职工俱乐部): equipment and books, lendings, stocktakes (domain 9.5)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from peewee import ColumnBase, fn

from app.fields import (
    ChoiceField,
    CountField,
    DateField,
    MobileField,
    MoneyField,
    NotesField,
    PersonNameField,
    ReferenceField,
    SerialField,
    TextField,
    When,
)
from app.records.base import Query, Record
from app.records.profile import Profile, standard
from app.subjects.members.records import Member

BOOKS = "图书"
DAMAGED, LOST = "损坏", "遗失"


class ItemStatus(StrEnum):
    """Whether a thing of the club can be used; how many are lent is counted from the lendings."""

    IN_USE = "在用"
    REPAIR = "维修"
    SCRAPPED = "报废"
    LOST = "遗失"


class LendingStatus(StrEnum):
    """Whether what was lent came back."""

    OUT = "借出"
    BACK = "已归还"


def pieces_out(item_id: int | None, but: int | None = None) -> int:
    """Add up the pieces of an item that are lent, but for one lending."""
    return _pieces(item_id, but, Lending.status == LendingStatus.OUT)


def pieces_lost(item_id: int | None, but: int | None = None) -> int:
    """Add up the pieces of an item that borrowers lost, but for one lending."""
    back = (Lending.status == LendingStatus.BACK) & (Lending.condition == LOST)
    return _pieces(item_id, but, back)


def lost_by(day: date) -> Query[Lending]:
    """Select the lendings that by a day had turned out to be lost."""
    return Lending.alive().where(Lending.condition == LOST, Lending.returned_on <= day)


def _pieces(item_id: int | None, but: int | None, which: ColumnBase) -> int:
    rows = Lending.alive().where(Lending.item == item_id, Lending.id != (but or 0), which)
    return int(rows.select(fn.COALESCE(fn.SUM(Lending.pieces), 0)).scalar())


def _lent(item: ClubItem) -> int:
    return pieces_out(item.id) if item.id else 0


def _lost(item: ClubItem) -> int:
    return pieces_lost(item.id) if item.id else 0


def _available(item: ClubItem) -> int | None:
    if item.pieces is None:
        return None
    return int(item.pieces) - int(item.scrapped or 0) - int(item.lost or 0) - int(item.lent or 0)


def _worth(item: ClubItem) -> int | None:
    if item.pieces is None or item.unit_price is None:
        return None
    return int(item.pieces) * int(item.unit_price)


def end_of_the_loan(day: date | None = None) -> date:
    """Return until when what is lent on a day, by default today, may be kept."""
    return (day or date.today()) + timedelta(days=standard(Profile.lending_days))


class ClubItem(Record):
    """A piece of equipment, a game or a book, as many as there are alike."""

    acquired_on = DateField(
        "登记日期",
        entered=True,
        default=date.today,
        aliases=(
            "购置日期",
            "购置时间",
            "购入日期",
        ),
        about="买来或收到、放进俱乐部的日子",
    )
    item_no = SerialField("物品编号", "QC", dated_by=acquired_on, unique=True, aliases=("编号",))
    name = TextField(
        "名称",
        index=True,
        aliases=("物品名称", "书名", "器材名称"),
        about="叫什么，例如 乒乓球台、象棋；图书写书名",
    )
    kind = ChoiceField(
        "类别",
        ("球类", "棋牌", BOOKS, "音响", "健身", "其他"),
        synonyms={"书": BOOKS, "书籍": BOOKS, "棋类": "棋牌"},
        about="属于哪一类，清点按类别分",
    )
    spec = TextField(
        "规格/作者", null=True, aliases=("规格", "规格型号", "作者"), about="器材的规格型号，或图书的作者"
    )
    pieces = CountField(
        "数量",
        default=1,
        least=1,
        aliases=(
            "总数",
            "件数",
        ),
        about="一共有多少件，包括借出的",
    )
    unit_price = MoneyField("单价", null=True, unit="元", about="每件多少钱，捐赠的按估价")
    worth = MoneyField("金额", null=True, derive=_worth, unit="元", about="数量乘单价，自动算出")
    source = ChoiceField(
        "来源", ("采购", "捐赠", "调拨"), default="采购", about="买来的、捐来的，还是上级调拨的"
    )
    place = TextField(
        "存放位置",
        null=True,
        suggest=True,
        aliases=(
            "位置",
            "存放地点",
        ),
        about="放在哪个房间、哪个柜子",
    )
    keeper = TextField("保管人", null=True, suggest=True, about="钥匙在谁手里，少了找谁")
    scrapped = CountField("报废数量", default=0, about="坏了不能用、不再出借的件数")
    lost = CountField("借出遗失", derive=_lost, about="借出去没有还来、登记为遗失的件数")
    lent = CountField("借出数量", derive=_lent, short="借出", about="现在借出还没有还的件数")
    available = CountField(
        "可借数量", null=True, derive=_available, short="可借", about="现在还能借的件数，自动算出"
    )
    status = ChoiceField(
        "状态",
        ItemStatus,
        default=ItemStatus.IN_USE.value,
        synonyms={"借出": ItemStatus.IN_USE.value},
        about="还在用、在修，还是报废遗失",
    )
    changed_on = DateField("变动日期", null=True, about="报修、报废或遗失的日子")
    change_reason = TextField("变动原因", null=True, suggest=True, about="为什么报修、报废或遗失")
    remark = NotesField("备注", null=True)

    naming = (name, item_no)


class Lending(Record):
    """Something of the club that somebody borrowed."""

    item_id: int | None

    item = ReferenceField("物品", ClubItem, backref="lendings", aliases=("物品名称", "书名", "借用物品"))
    borrower = PersonNameField("借用人", aliases=("借阅人", "姓名"), about="来借的人，还的时候找他")
    member = ReferenceField(
        "会员",
        Member,
        null=True,
        backref="lendings",
        help_text="是会员的可从名册中选",
        about="借用人是本会会员时，从名册中选",
    )
    unit = TextField("所在单位", null=True, suggest=True, about="借用人在哪家单位，催还时用")
    mobile = MobileField("手机号码", null=True, about="到期没还时联系借用人的手机")
    pieces = CountField(
        "数量", default=1, least=1, aliases=("借用数量",), about="这次借走几件，不多于可借数量"
    )
    lent_on = DateField(
        "借出日期",
        default=date.today,
        past=True,
        aliases=(
            "借阅日期",
            "借用日期",
            "借出时间",
            "借用时间",
            "借书日期",
        ),
        about="东西拿走的日子，借期从这天算",
    )
    due_on = DateField(
        "应还日期", default=end_of_the_loan, after=(lent_on,), about="最迟哪天还，借期在“设置”中规定"
    )
    renewals = CountField("续借次数", default=0, unit="次", about="延过几次借期，次数在“设置”中限定")
    returned_on = DateField(
        "归还日期",
        null=True,
        past=True,
        after=(lent_on,),
        aliases=("归还时间", "还书日期"),
        about="还回来的日子，没有还的空着",
    )
    condition = ChoiceField("归还状况", ("完好", DAMAGED, LOST), null=True, about="还回来时是否完好")
    compensation = MoneyField(
        "赔偿",
        null=True,
        unit="元",
        only_then=True,
        wanted_if=(When(condition, DAMAGED, LOST),),
        help_text="不赔填 0",
        about="损坏或遗失赔了多少钱",
    )
    status = ChoiceField("状态", LendingStatus, default=LendingStatus.OUT.value)
    handled_by = TextField("经办人", null=True, suggest=True)
    remark = TextField("备注", null=True)


def _expected(count: Stocktake) -> int | None:
    """Return the number as it stood when it was first counted against."""
    number: int | None = count.__data__.get("expected")
    if number is not None or count.item_id is None:
        return number
    item = ClubItem.get_or_none(ClubItem.id == count.item_id)
    return _available(item) if item is not None else None


class Stocktake(Record):
    """A count of one item against the books (盘点)."""

    item_id: int | None

    item = ReferenceField("物品", ClubItem, backref="stocktakes")
    counted_on = DateField("盘点日期", default=date.today, past=True, about="一件件清点的日子，盘点表的日期")
    expected = CountField("账面数量", null=True, derive=_expected, about="按台账应当在架多少件，自动算出")
    counted = CountField("实有数量", about="架上真正数到的件数，借出的不算")
    counted_by = TextField("盘点人", null=True, suggest=True, about="动手清点的人，盘点表上签名")
    remark = TextField("差异说明", null=True, about="与账面不同的原因")
