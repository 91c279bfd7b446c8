"""The enrolment of a unit (参保单) and the application for a payment (给付申请表, domain 8.3)."""

from __future__ import annotations

from app.fields import Shown
from app.printing.filling import Filling, heading, labelled, opinion, to_tick
from app.printing.form import GRID, Cell, FormSheet
from app.printing.heads import BLANK_DATE
from app.printing.layout import FormPrint
from app.printing.selection import Selection
from app.records.profile import office_name
from app.rules.dates import write_date
from app.rules.money import in_words
from app.subjects.insurance.claims.records import MutualClaim
from app.subjects.insurance.records import MutualEnrolment, MutualGroup, MutualProduct

_SIGNATURE = "　　　　　　　"
_AGREED = "本单位职工自愿参保，所附名册真实无误，同意按规定缴纳保费。"


_GROUPS = Selection(MutualGroup, (MutualGroup.registered_on, MutualGroup.id), MutualGroup.registered_on)


def _cover(record: MutualProduct | MutualEnrolment) -> str:
    if record.cover_from is None or record.cover_to is None:
        return ""
    return f"{write_date(record.cover_from)}零时至{write_date(record.cover_to)}二十四时"


def _group(group: MutualGroup, full_ids: bool) -> FormSheet:
    filling = Filling(group, full_ids)
    boxed, value = filling.boxed, filling.value
    product = group.product
    persons = (group.active_count or 0) + (group.retired_count or 0) if product else None
    words = in_words(group.premium_due) if group.premium_due else ""
    return FormSheet(
        "职工互助保障参保单",
        (
            boxed(MutualGroup.unit_name, 22, align="left"),
            (
                *boxed(MutualGroup.unit_kind, 6),
                *boxed(MutualGroup.contact_name, 5),
                *boxed(MutualGroup.mobile, 7, "联系电话"),
            ),
            heading("参保内容"),
            labelled("产品", str(product.title) if product else "", 22, align="left"),
            labelled("保障期限", _cover(product) if product else "", 22, align="left"),
            (
                *boxed(MutualGroup.active_count, 4),
                *boxed(MutualGroup.retired_count, 4),
                *labelled("合计人数", "" if persons is None else str(persons), 4),
                *labelled(
                    "每人保费（元）",
                    type(product).premium.format(product.premium) if product else "",
                    3,
                    wide=3,
                ),
            ),
            (*boxed(MutualGroup.premium_due, 6, "应收保费（元）", wide=3), *labelled("大写", words, 13)),
            (
                *boxed(MutualGroup.fee_received, 6, "实收保费（元）", wide=3),
                *boxed(MutualGroup.received_on, 13),
            ),
            (
                Cell("已交材料", 3, label=True),
                filling.box(MutualGroup.papers, GRID - 3, align="left", height_mm=14),
            ),
            opinion("参保单位\n（工会）意见", 52, _AGREED),
            opinion("经办工会意见", 52),
            (Cell("备注", 3, label=True), Cell(group.remark or "", GRID - 3, align="left", height_mm=14)),
        ),
        head_left=f"编号：{group.group_no or ''}",
        head_right=f"登记日期：{value(MutualGroup.registered_on) or BLANK_DATE}",
        closing=(f"经办人：{group.handled_by or ''}", "复核人："),
        notes=("本单一式两份，参保单位和经办工会各存一份，附参保名册；每人每期只能参保一份，中途不退保。",),
    )


GROUP_FORM = FormPrint(
    "insurance.group",
    "参保单",
    MutualGroup,
    _GROUPS,
    _group,
    hides_ids=False,
    dated=MutualGroup.registered_on,
    single="参保单",
)


_CLAIMS = Selection(MutualClaim, (MutualClaim.applied_on, MutualClaim.id), MutualClaim.applied_on)


def _claim(claim: MutualClaim, _full_ids: bool) -> FormSheet:
    filling = Filling(claim, full_ids=True)
    boxed, value = filling.boxed, filling.value
    enrolment = claim.enrolment
    return FormSheet(
        "职工互助保障给付申请表",
        (
            (
                *boxed(MutualClaim.name, 5),
                *labelled(
                    "性别",
                    to_tick(MutualEnrolment.sex.offered, 2)
                    if filling.is_blank
                    else _of(enrolment, MutualEnrolment.sex),
                    2,
                ),
                *boxed(MutualClaim.id_number, 11),
            ),
            (
                *labelled("工作单位", _of(enrolment, MutualEnrolment.employer), 13, align="left"),
                *labelled("联系电话", _of(enrolment, MutualEnrolment.mobile), 7),
            ),
            boxed(MutualClaim.address, 22, align="left"),
            (
                *labelled("保障产品", str(claim.product.title) if claim.product else "", 9, align="left"),
                *labelled("参保编号", _of(enrolment, MutualEnrolment.enrolment_no), 11),
            ),
            labelled("保障期限", _cover(enrolment) if enrolment else "", 22, align="left"),
            heading("就诊情况和费用"),
            (*boxed(MutualClaim.kind, 4), *boxed(MutualClaim.hospital, 16, align="left")),
            (
                *boxed(MutualClaim.admitted_on, 9, "入院日期"),
                *boxed(MutualClaim.discharged_on, 11),
            ),
            (
                Cell("诊断", 2, label=True),
                Cell(value(MutualClaim.diagnosis), 22, align="left", height_mm=14),
            ),
            (
                *boxed(MutualClaim.total_cost, 5, "医疗总费用（元）", wide=3, align="right"),
                *boxed(MutualClaim.insurance_paid, 5, "医保支付（元）", wide=3, align="right"),
                *boxed(MutualClaim.own_share, 5, "个人自付（元）", wide=3, align="right"),
            ),
            (
                *boxed(MutualClaim.claimed, 5, "申请金额（元）", wide=3, align="right"),
                *labelled("大写", in_words(claim.claimed) if claim.claimed else "", 13, wide=3),
            ),
            (
                *boxed(MutualClaim.bank_holder, 5, wide=3),
                *boxed(MutualClaim.bank_name, 13, wide=3, align="left"),
            ),
            boxed(MutualClaim.bank_card, 21, wide=3),
            (
                Cell("所附材料", 3, label=True),
                filling.box(MutualClaim.papers, GRID - 3, align="left", height_mm=16),
            ),
            (
                Cell("申请人声明", 3, label=True),
                Cell(
                    "以上情况和所附材料属实，如有虚假，愿退回所领互助金并承担责任。",
                    GRID - 3,
                    align="left",
                    height_mm=26,
                    foot=f"申请人签名：{_SIGNATURE}{value(MutualClaim.applied_on) or BLANK_DATE}",
                ),
            ),
            opinion("单位或\n社区工会意见", 46),
            (
                *boxed(MutualClaim.assessed, 5, "审核金额（元）", wide=3, align="right"),
                *boxed(MutualClaim.granted, 5, "给付金额（元）", wide=3, align="right"),
                *boxed(MutualClaim.granted_on, 6),
            ),
            labelled("给付金额大写", in_words(claim.granted) if claim.granted else "", 21, wide=3),
        ),
        head_left=f"编号：{claim.claim_no or ''}",
        head_right=f"受理单位：{office_name()}",
        closing=(f"受理人：{claim.handled_by or ''}", "审核人：", "负责人："),
        notes=("本表含个人健康信息，只用于申请互助金，由经办人保管，不得张贴或转交他人。",),
    )


def _of(enrolment: MutualEnrolment | None, field: Shown) -> str:
    return Filling(enrolment, False).value(field) if enrolment else ""


CLAIM_FORM = FormPrint(
    "insurance.claim",
    "给付申请表",
    MutualClaim,
    _CLAIMS,
    _claim,
    hides_ids=False,
    own_numbers=True,
    dated=MutualClaim.applied_on,
    single="申请表",
)
