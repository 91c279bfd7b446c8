"""The reviews, the earlier rounds and the evidence of a hardship file (domain 3.5, 3.6)."""

from __future__ import annotations

from datetime import date

from app.fields import (
    AttachmentField,
    ChoiceField,
    DateField,
    MoneyField,
    ReferenceField,
    TextField,
    When,
)
from app.records.base import Record
from app.rules import regulations
from app.subjects.hardship.files.records import CLOSE_REASONS, Category, HardshipFile, Outcome


class HardshipReview(Record):
    """A review of a file: at least once a year (domain 3.5)."""

    file_id: int | None

    file = ReferenceField("档案", HardshipFile, backref="reviews")
    reviewed_on = DateField(
        "复核日期",
        default=date.today,
        past=True,
        aliases=("复核时间",),
        about="做这次复核的日子，每年至少复核一次",
        rule=regulations.YEARLY_REVIEW,
    )
    reviewed_by = TextField("复核人", suggest=True, about="去看或打电话核实的工会人员")
    mode = ChoiceField(
        "方式",
        ("入户", "电话", "数据比对"),
        default="入户",
        aliases=("复核方式",),
        about="入户看、打电话问，还是与民政数据比对",
    )
    new_income = MoneyField(
        "复核月人均收入",
        null=True,
        unit="元",
        aliases=("月人均收入", "家庭月人均收入"),
        about="按现在的收入和人口重新算的月人均，与低保标准比",
    )
    conclusion = ChoiceField(
        "结论",
        ("继续在档", "调整类别", "退档"),
        default="继续在档",
        synonyms={"维持": "继续在档", "继续保留": "继续在档", "维持原类别": "继续在档"},
        aliases=("复核结论", "复核结果"),
        about="复核以后继续在档、调整类别还是退档",
    )
    new_category = ChoiceField(
        "复核类别",
        Category,
        null=True,
        required_if=(When(conclusion, "调整类别"),),
        aliases=("复核后类别",),
        about="结论是调整类别的，档案随之改成这一类",
    )
    remark = TextField("备注", null=True)


class HardshipRound(Record):
    """An earlier application of a household that has applied anew: what a year counted stays counted."""

    file = ReferenceField("档案", HardshipFile, backref="rounds")
    outcome = ChoiceField("结果", Outcome, about="以前那一次的结果：后来退档，或没有批准")
    applied_on = DateField("申请日期", past=True, about="重新申请以前那一次的申请日，由档案自动留下")
    opened_on = DateField(
        "建档日期",
        null=True,
        past=True,
        after=(applied_on,),
        required_if=(When(outcome, Outcome.CLOSED),),
        about="那一次从哪天起在档，以前年度的户数按它算",
    )
    closed_on = DateField(
        "退档日期",
        null=True,
        past=True,
        after=(opened_on,),
        only_then=True,
        required_if=(When(outcome, Outcome.CLOSED),),
        about="那一次到哪天退档，以前年度的户数按它算",
    )
    close_reason = ChoiceField(
        "退档原因",
        CLOSE_REASONS,
        null=True,
        only_then=True,
        required_if=(When(outcome, Outcome.CLOSED),),
        about="以前那一次为什么退档",
    )


class HardshipEvidence(Record):
    """A paper that proves something in the file, scanned into it (domain 3.6)."""

    file = ReferenceField("档案", HardshipFile, backref="evidence")
    kind = ChoiceField(
        "材料类型",
        (
            "收入证明",
            "户籍证明",
            "诊断",
            "医保结算单",
            "学籍证明",
            "学费收据",
            "劳动合同",
            "低保证",
            "其他",
        ),
        about="这份材料证明什么，例如 收入、疾病、就学",
    )
    dated = DateField("材料日期", null=True, about="材料盖章或出具的日子，诊断和收据要是当年的")
    file_name = TextField("文件名", null=True, longest=200)
    content = AttachmentField("文件", called=file_name, null=True, about="扫描或拍照的材料，存进台账随备份走")
    remark = TextField("说明", null=True, about="这份材料要说明的地方，例如 近三个月收据")
