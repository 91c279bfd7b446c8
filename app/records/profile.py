"""What must never be hard-coded: the office itself, and the numbers its rules count by (domain 0.8)."""

from __future__ import annotations

from datetime import date

import peewee

from app.fields import (
    CountField,
    DateField,
    Described,
    FlagField,
    NotesField,
    OverTime,
    PercentField,
    PhoneField,
    PostcodeField,
    TextField,
)
from app.records.base import Record, database
from app.records.batch import looked_up
from app.records.earlier import earlier_values, value_on
from app.rules import regulations

APPLICATION_PLEDGE = (
    "我自愿加入中国工会，遵守工会章程，执行工会决议，积极参加工会活动，"
    "为建设中国特色社会主义、维护职工合法权益努力奋斗。"
)


class Profile(Record):
    """The office itself: one row."""

    founded_on = DateField("成立日期", null=True, about="本会成立的日子，总结开头引用")
    told_on = DateField(
        "变动日期",
        null=True,
        past=True,
        help_text="名称、街道、上级工会、负责人或会费比例有变动时，填从哪天起；更正填错的不填",
        about="名称、负责人等从哪一天起是现在这样",
    )
    name = TextField(
        "工会名称",
        help_text="打印在各种表册上，例如 泰祥社区工会",
        over_time=OverTime(told_on, begins=founded_on),
        about="本会的全称，表册、公示和总结上都印它",
    )
    code = TextField(
        "编号前缀",
        default="GH",
        longest=6,
        help_text="编号的开头，例如 TY，用两三个字母",
        about="本会各种编号开头的字母",
    )
    street = TextField(
        "街道名称", null=True, over_time=OverTime(told_on, begins=founded_on), about="所在的街道，上报材料用"
    )
    upper_union = TextField(
        "上级工会",
        null=True,
        over_time=OverTime(told_on, begins=founded_on),
        about="批准本会成立的工会，例如 某某街道总工会",
    )
    city = TextField(
        "所在城市", null=True, help_text="低保标准按城市执行", about="写到市，低保和帮扶标准按它执行"
    )
    address = TextField("办公地址", null=True, about="办公的地方，文书上照印")
    postcode = PostcodeField()
    phone = PhoneField("办公电话", null=True, about="办公室的电话，文书上照印")
    notice_phone = PhoneField("公示监督电话", null=True, about="公示末尾印的电话，有异议的打这个")
    leader = TextField(
        "负责人",
        null=True,
        over_time=OverTime(told_on, begins=founded_on),
        about="本会负责人，表册的“负责人”一栏",
    )
    auditor = TextField("审核人", null=True, about="各种表册末尾“审核人”印的姓名")
    clerk = TextField("经办人", null=True, about="表册的“制表人”和登记的“经办人”")
    notice_days = CountField(
        "公示工作日", default=5, unit="个工作日", about="困难职工公示多少个工作日", rule=regulations.NOTICE
    )
    dues_rate = PercentField(
        "会费比例",
        default=5,
        help_text="月工资的百分之几，通常为 0.5%",
        over_time=OverTime(told_on, begins=founded_on),
        about="会费按月工资的百分之几收",
        rule=regulations.DUES,
    )
    mask_names = FlagField(
        "公示时隐去姓名中间的字",
        default=True,
        about="选“是”的，公示上把姓名中间的字隐去",
        rule=regulations.PUBLISHING,
    )
    women_for_committee = CountField(
        "建女职工委员会的女会员数",
        default=25,
        unit="人",
        help_text="女会员达到这个人数的提示建立",
        about="女会员达到多少人提示建女职工委员会",
        rule=regulations.WOMEN,
    )
    strict_majority = FlagField(
        "集体合同草案须过半数同意",
        null=True,
        help_text="按集体合同规定半数以上即通过，正好一半也算；本地要求过半数的选“是”",
        about="本地规定刚好一半不算通过的选“是”",
        rule=regulations.DRAFT_AGREED,
    )
    large_unit = CountField(
        "规模以上单位职工数",
        default=50,
        unit="人",
        help_text="“50人以上”包括 50 人",
        about="多少名职工以上算规模以上，统计和提示都用它",
    )
    count_years = CountField(
        "劳动合同人数有效年数",
        default=2,
        least=1,
        unit="年",
        help_text="超过这些年没有重新统计的，不再计入",
        about="单位报的签订人数管几年，过了不再计入",
    )
    term_first_days = CountField(
        "换届首次提醒提前",
        default=183,
        unit="天",
        help_text="到期前半年",
        about="换届到期前多少天第一次提醒",
        rule=regulations.TERM,
    )
    term_second_days = CountField(
        "换届再次提醒提前",
        default=92,
        unit="天",
        help_text="到期前三个月",
        about="再提醒一次的天数，比第一次晚",
    )
    renewal_days = CountField("续保提醒提前", default=60, unit="天", about="互助保障到期前多少天提醒续保")
    letter_days = CountField(
        "一函两书答复期限",
        null=True,
        default=15,
        unit="个工作日",
        help_text="示例；各省规定不同，按本省的工会劳动法律监督条例填",
        about="受文单位收到文书后几个工作日内书面答复",
    )
    nomination_days = CountField(
        "评优公示工作日",
        null=True,
        default=5,
        unit="个工作日",
        help_text="示例；按本地或评选通知的规定填",
        about="评先评优推荐对象至少公示几个工作日",
    )
    out_months = CountField(
        "脱困须连续高于标准",
        null=True,
        default=6,
        unit="个月",
        help_text="示例；按本地的解困脱困认定标准填",
        about="收入高于标准不满这么久的是解困，满了才是脱困",
    )
    follow_up_days = CountField(
        "调解协议回访期限",
        default=30,
        unit="天",
        about="达成协议后多少天内应当回访",
        rule=regulations.FOLLOWING,
    )
    fresh_days = CountField(
        "信息报送期限",
        default=7,
        unit="天",
        help_text="活动后多少天内报送",
        about="活动办完后多少天内应当报信息",
    )
    noted_change = PercentField(
        "年报变动须说明",
        default=200,
        help_text="比上年变动超过这个比例的写明原因",
        about="年报人数变动超过多少要说明",
    )
    lending_days = CountField(
        "借期", default=14, unit="天", help_text="俱乐部物品和图书", about="俱乐部的东西一次借多少天"
    )
    lending_renewals = CountField("可续借", default=1, unit="次", about="俱乐部的东西可以续借几次")
    books_each = CountField(
        "每人借书", default=3, unit="本", help_text="每人同时最多借几本", about="一个人同时最多借几本书"
    )
    lock_minutes = CountField(
        "闲置锁定",
        null=True,
        default=10,
        unit="分钟",
        help_text="台账有密码时，这么久没有动键盘鼠标就锁定；0 为不自动锁定",
        about="多少分钟不用就锁上窗口",
    )
    pledge = NotesField(
        "入会申请书誓词", default=APPLICATION_PLEDGE, about="《入会申请书》上那一段话，本地有统一文本的照抄"
    )

    naming = (name,)


EarlierProfile = earlier_values(Profile, "本会")


def profile() -> Profile:
    """Return the office's own row; an unsaved one while the file has none."""
    return Profile.alive().first() or Profile(name="")


def office_name() -> str:
    """Return the office's name, empty while none is known."""
    return _value_if_open(Profile.name)


def office_name_on(day: date) -> str:
    """Return the name that the office had on a day, empty while none is known."""
    row = Profile.alive().select(value_on(Profile.name, day)).tuples().first()
    return str(row[0] or "") if row else ""


def upper_union_name() -> str:
    """Return the name of the union above the office, empty while none is known."""
    return _value_if_open(Profile.upper_union)


def office_code() -> str:
    """Return what the office's numbers begin with."""
    return _value(Profile.code) or str(Profile.code.default)


def standard(field: CountField | PercentField | FlagField) -> int:
    """Return a number of the office's own row that a rule counts by, as it is set now; 0 or 1 for a flag.

    While no file is open, or the office has no row yet, it is the usual one.
    """
    return _standard(field, field)


def standard_on(field: CountField | PercentField | FlagField, day: date) -> int:
    """Return a number of the office's own row that a rule counts by, as it was set on a day."""
    return _standard(field, value_on(field, day))


def _standard(field: CountField | PercentField | FlagField, told: peewee.Node) -> int:
    try:
        row = Profile.alive().select(told).tuples().first()
    except peewee.InterfaceError:
        row = None
    value = row[0] if row and row[0] is not None else field.default
    return int(value or 0)


def _value_if_open(field: Described) -> str:
    try:
        return _value(field)
    except peewee.InterfaceError:  # no file is open: a blank workbook is being written
        return ""


@looked_up(Profile)
def _value(field: Described) -> str:
    """Ask for one value only, in words: every record that is made asks."""
    sql = f'SELECT "{field.column_name}" FROM profile WHERE deleted_at IS NULL LIMIT 1'
    row = database.execute_sql(sql).fetchone()
    return str(row[0] or "") if row else ""
