"""What one year's rules allow for each kind of aid and category of hardship (domain 3.7)."""

from __future__ import annotations

from app.fields import ChoiceField, CountField, FlagField, MoneyField, PercentField, TextField
from app.records.base import Record
from app.records.batch import looked_up
from app.subjects.hardship.aid.records import AID_KINDS, KIND_SYNONYMS
from app.subjects.hardship.files.records import CATEGORY_SYNONYMS, Category


class AidStandard(Record):
    """How much of a kind of aid somebody of a category may get in a year (帮扶标准)."""

    year = CountField("年度", about="标准适用于哪一年")
    category = ChoiceField("困难类别", Category, synonyms=CATEGORY_SYNONYMS, about="标准适用于哪一类困难职工")
    aid_kind = ChoiceField(
        "帮扶类别", AID_KINDS, synonyms=KIND_SYNONYMS, about="一类帮扶一行，生活、医疗、助学分开定"
    )
    lines = CountField(
        "低保标准的倍数",
        null=True,
        unit="倍",
        help_text="全年不超过月低保标准的几倍，助学按每个学生计",
        about="一年最多帮扶月低保标准的几倍",
    )
    share = PercentField(
        "自付金额的比例",
        null=True,
        help_text="医疗救助不超过自付金额的百分之几",
        about="医疗救助最多占自付金额的百分之几",
    )
    most = MoneyField("全年最高", null=True, unit="元", about="一年最多帮扶多少钱")
    only_kind = FlagField("一年只享受这一种", default=False, about="享受了这一种就不再享受别的，选“是”")
    source = TextField("依据", null=True)

    naming = (source,)


@looked_up(AidStandard)
def standard_of(year: int, category: str, aid_kind: str) -> AidStandard | None:
    """Return the standard in force in a year: that of the last year for which one was entered."""
    standards = AidStandard.alive().where(
        AidStandard.year <= year, AidStandard.category == category, AidStandard.aid_kind == aid_kind
    )
    latest: AidStandard | None = standards.order_by(AidStandard.year.desc()).first()
    return latest
