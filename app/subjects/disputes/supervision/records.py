"""Letters of labour supervision (一函两书): what was asked of whom, and what came of it (domain 18)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.fields import (
    ChoiceField,
    CountField,
    DateField,
    MoneyField,
    NotesField,
    PersonNameField,
    SerialField,
    TextField,
    When,
)
from app.records.base import Record
from app.records.naming import NamedLink
from app.records.profile import Profile, standard
from app.rules import regulations
from app.rules.working_days import add_working_days
from app.subjects.unions.enterprises.records import Enterprise


class LetterKind(StrEnum):
    """A hint, a demand to an employer, a proposal to an authority."""

    HINT = "提示函"
    DEMAND = "意见书"
    PROPOSAL = "建议书"


class LetterStatus(StrEnum):
    """What became of a letter."""

    WAITING = "待答复"
    ANSWERED = "已答复"
    DONE = "已整改"
    REFUSED = "未采纳"


KINDS_ALSO = {
    f"{before}{kind}": kind.value
    for kind in LetterKind
    for before in ("工会劳动法律监督", "劳动法律监督", "工会")
}
MATTERS = (
    "劳动合同",
    "工资报酬",
    "工时和休息休假",
    "社会保险",
    "劳动安全卫生",
    "女职工和未成年工保护",
    "新就业形态劳动者权益",
    "集体协商和民主管理",
    "建会和工会经费",
    "其他",
)


def _answer_by(letter: SupervisionLetter) -> date | None:
    if letter.stated_due is not None or letter.issued_on is None:
        due: date | None = letter.stated_due
        return due
    return add_working_days(letter.issued_on, standard(Profile.letter_days)).day


class SupervisionLetter(Record):
    """One letter to one unit."""

    enterprise_id: int | None

    issued_on = DateField(
        "发出日期",
        default=date.today,
        past=True,
        aliases=("日期", "发函日期", "制发日期", "送达日期", "发出时间", "发放日期", "出具日期"),
        about="文书送达受文单位的那一天",
    )
    letter_no = SerialField(
        "文书编号",
        "LS",
        dated_by=issued_on,
        unique=True,
        aliases=("编号", "文号", "函号", "文书号"),
    )
    kind = ChoiceField(
        "文书种类",
        LetterKind,
        synonyms=KINDS_ALSO,
        aliases=("种类", "文书类型", "文书名称", "类型", "函书类别"),
        about="提示风险用提示函，要求整改用意见书，请部门处理用建议书",
        rule=regulations.UNION_SUPERVISION,
    )
    unit_name = TextField(
        "受文单位",
        suggest=True,
        longest=100,
        aliases=(
            "单位",
            "单位名称",
            "用人单位",
            "企业名称",
            "被监督单位",
            "发往单位",
            "送达单位",
            "被提示单位",
            "被建议单位",
        ),
        about="文书写给谁：用人单位，或者人社等部门",
    )
    enterprise = NamedLink("所属企业", Enterprise, by=unit_name, backref="supervision_letters")
    about_unit = TextField(
        "涉及单位",
        null=True,
        suggest=True,
        units=Enterprise,
        required_if=(When(kind, LetterKind.PROPOSAL),),
        aliases=("涉及企业", "违法单位"),
        help_text="建议书填写",
        about="建议部门处理的是哪一家用人单位",
    )
    matter_kind = ChoiceField(
        "事项类别",
        MATTERS,
        default="其他",
        aliases=("问题类别", "事由类别"),
        about="问题属于哪一方面，统计按它分",
    )
    matter = NotesField(
        "事项",
        aliases=("事由", "问题", "存在问题", "主要问题", "违法事实", "内容", "主要内容"),
        about="发现了什么问题，写明时间、人数和事实",
    )
    basis = NotesField("法律依据", null=True, about="违反或依据的法律条文，例如 劳动法第五十条")
    demands = NotesField(
        "意见和建议",
        null=True,
        aliases=("整改意见", "监督意见", "整改要求", "建议", "意见建议", "整改内容"),
        about="要求受文单位做什么",
    )
    workers = CountField(
        "涉及职工",
        null=True,
        unit="人",
        aliases=("涉及人数", "涉及职工人数", "涉及职工数"),
        about="问题关系到多少职工",
    )
    signer = PersonNameField("签发人", null=True, about="批准发出文书的工会负责人")
    stated_due = DateField(
        "限期答复日期",
        null=True,
        after=(issued_on,),
        aliases=("答复期限", "整改期限", "回复期限", "限期", "期限"),
        help_text="不填则按本会设置的答复期限计算",
        about="文书上写明的最后答复日",
    )
    due_on = DateField("应答复日期", null=True, derive=_answer_by, about="过了这一天没有答复就列为逾期")
    answered_on = DateField(
        "答复日期",
        null=True,
        past=True,
        after=(issued_on,),
        aliases=("回复日期", "书面答复日期", "答复时间", "回函日期", "反馈日期"),
        about="收到受文单位书面答复的日子",
    )
    answer = NotesField(
        "答复内容", null=True, aliases=("答复情况", "回复内容", "反馈情况"), about="受文单位怎么答复的"
    )
    rectified_on = DateField(
        "整改完成日期",
        null=True,
        past=True,
        after=(issued_on,),
        aliases=("整改日期", "整改时间", "办结日期", "完成整改日期"),
        about="问题改正完毕、工会核实的日子，整改率按它算",
    )
    rectified = NotesField(
        "整改情况",
        null=True,
        aliases=("整改结果", "处理结果", "办理结果", "落实情况"),
        about="改正了什么，没有采纳的写原因",
    )
    recovered = MoneyField(
        "追回金额",
        null=True,
        unit="元",
        aliases=("挽回损失", "追讨金额", "挽回金额", "为职工追回金额"),
        about="经这份文书为职工追回的工资、补偿等",
    )
    status = ChoiceField(
        "状态", LetterStatus, default=LetterStatus.WAITING.value, aliases=("办理状态", "整改状态")
    )
    remark = NotesField("备注", null=True)

    naming = (unit_name, letter_no)
