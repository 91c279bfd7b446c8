"""What an applicant for aid signs: leave to check the household, and a word on its income (domain 3.9)."""

from __future__ import annotations

from app.printing.filling import Filling
from app.printing.layout import FormPrint, PaperKind
from app.printing.letter import LetterSheet, Passage, body, or_blank, to, written
from app.records.profile import office_name
from app.subjects.hardship.files.lists import FILES
from app.subjects.hardship.files.records import HardshipFile, members_at_home

_SIGNED = "本人（签名、按指印）："


def _applicant(file: HardshipFile) -> Passage:
    value = Filling(file, full_ids=True).value
    return body(
        f"本人{or_blank(file.name)}，身份证号{or_blank(value(HardshipFile.id_number), 18)}，"
        f"工作单位{or_blank(file.employer, 14)}，家庭住址{or_blank(file.address, 14)}。"
    )


def _consent(file: HardshipFile, _full_ids: bool) -> LetterSheet:
    return LetterSheet(
        "家庭经济状况核对授权书",
        (
            to(office_name()),
            _applicant(file),
            body(
                "因申请困难职工建档和帮扶，本人及共同生活的家庭成员授权贵会及其上级工会，"
                "依照规定向有关部门和单位核对本家庭的户籍、婚姻、就业、社会保险、工资、住房、"
                "车辆、存款、有价证券、市场主体登记等与申请有关的信息。"
            ),
            body(
                "授权自签名之日起，至所申请的帮扶终止之日止。贵会应对核对所得信息保密，只用于帮扶的审核和复核。"
            ),
            body(f"共同生活的家庭成员：{_kin(file)}"),
            body("（未成年人由监护人代签并注明关系）"),
        ),
        number=f"档案编号：{or_blank(file.file_no)}",
        signatures=(
            (_SIGNED, "家庭成员（签名）："),
            ("家庭成员（签名）：", f"日期：{written(file.applied_on)}"),
        ),
    )


def _kin(file: HardshipFile) -> str:
    names = [f"{relative.name}（{relative.relation}）" for relative in members_at_home(file)]
    return or_blank("、".join(names), 16)


CHECK_CONSENT = FormPrint(
    "hardship.consent",
    "家庭经济状况核对授权书",
    HardshipFile,
    FILES,
    _consent,
    hides_ids=False,
    own_numbers=True,
    kind=PaperKind.LETTER,
)


def _pledge(file: HardshipFile, _full_ids: bool) -> LetterSheet:
    value = Filling(file, full_ids=True).value
    return LetterSheet(
        "收入承诺书",
        (
            to(office_name()),
            _applicant(file),
            body(
                f"本人现郑重承诺：本人月平均收入{or_blank(value(HardshipFile.own_monthly_income), 6)}元，"
                f"家庭其他非薪资年收入{or_blank(value(HardshipFile.family_other_income), 6)}元，"
                f"家庭年度总收入{or_blank(value(HardshipFile.family_year_income), 6)}元，"
                f"共同生活人口{or_blank(value(HardshipFile.family_size), 2)}人，"
                f"月人均收入{or_blank(value(HardshipFile.monthly_pc), 6)}元。"
            ),
            body(
                "以上收入已包括工资、奖金、津贴、经营、财产、转移等全部收入。家庭收入、人口、财产发生变化的，"
                "本人将在一个月内如实告知。如有隐瞒或虚报，愿退回所领帮扶款物，并承担由此产生的责任。"
            ),
        ),
        number=f"档案编号：{or_blank(file.file_no)}",
        signatures=((_SIGNED, f"日期：{written(file.applied_on)}"),),
    )


INCOME_PLEDGE = FormPrint(
    "hardship.pledge",
    "收入承诺书",
    HardshipFile,
    FILES,
    _pledge,
    hides_ids=False,
    own_numbers=True,
    kind=PaperKind.LETTER,
)
