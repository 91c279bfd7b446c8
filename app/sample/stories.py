"""Why households fall into hardship: the patterns after which the sample's files are invented."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.records.terms import MEDICAL_INSURANCES

AS_OF = 2010
"""The year whose ages decide: who fits which story, who goes to which school."""
_RESIDENTS = MEDICAL_INSURANCES[1]


@dataclass(frozen=True)
class Role:
    """One who lives with the worker: how related, of what age beside the worker's, doing what."""

    relation: str
    older: range  # years beside the worker's age: a child's are negative
    occupation: str = ""  # empty for a child, whose age decides
    income: range = range(1)  # yuan a month
    health: str = "良好"
    medical: str = _RESIDENTS
    marital: str = "已婚"


_SPOUSE_AT_WORK = Role("配偶", range(-3, 4), "在职", range(900, 1500, 20), medical="职工医保")
_SPOUSE_JOBLESS = Role("配偶", range(-3, 4), "失业")
_SPOUSE_AT_FARM = Role("配偶", range(-3, 4), "务农", range(200, 420, 20))
_SPOUSE_RETIRED = Role("配偶", range(2, 6), "退休", range(1100, 1500, 20), medical="职工医保")
_SPOUSE_ILL = Role("配偶", range(-3, 4), "丧失劳动能力", health="终末期肾病(尿毒症)")
_SON = Role("子", range(-28, -23), marital="未婚")
_LATE_SON = Role("子", range(-33, -30), marital="未婚")
_DAUGHTER = Role("女", range(-28, -23), marital="未婚")
_YOUNGER_SON = Role("子", range(-32, -28), marital="未婚")
_MOTHER = Role("母", range(22, 28), "退休", range(460, 900, 20), "高血压病", marital="丧偶")
_FATHER_ILL = Role("父", range(22, 28), "退休", range(460, 900, 20), "脑血管病", marital="丧偶")


@dataclass(frozen=True)
class Story:
    """Why a household is in hardship, and which values of its file follow from that."""

    cause: str
    age: range
    roles: tuple[Role, ...]
    own: range  # the worker's income, yuan a month
    values: dict[str, object] = field(default_factory=dict)  # of the hardship file, by field name
    outlays: dict[str, range] = field(default_factory=dict)  # yuan a year, by field name


_MARRIED = {"marital": "已婚"}
_SINGLE_PARENT = {"marital": "离异", "single_parent": True}
STORIES = (
    Story(
        "患重特大疾病",
        range(46, 53),
        (_SPOUSE_AT_WORK, _LATE_SON),
        range(900, 1400, 20),
        _MARRIED | {"health": "恶性肿瘤(癌症)", "work_status": "病休", "needs": ["医疗", "生活"]},
        {"exp_illness": range(9_000, 18_000, 100)},
    ),
    Story(
        "子女上学",
        range(43, 46),
        (_SPOUSE_AT_WORK, _DAUGHTER),
        range(1120, 1500, 20),
        _MARRIED | {"needs": ["助学"], "other_causes": ["未参加社会保险"]},
        {"exp_school": range(6_000, 11_000, 100)},
    ),
    Story(
        "下岗失业",
        range(46, 53),
        (_SPOUSE_AT_WORK, _LATE_SON),
        range(420, 700, 20),
        _MARRIED
        | {"work_status": "下(待)岗", "cause_text": "单位停产后待岗，领取生活费", "needs": ["生活", "就业"]},
    ),
    Story(
        "无劳动能力",
        range(36, 46),
        (_SPOUSE_AT_WORK, _DAUGHTER, _MOTHER),
        range(500, 900, 20),
        _MARRIED
        | {"health": "残疾", "disability": "肢体", "disability_grade": "三级", "needs": ["生活", "医疗"]},
        {"exp_disability": range(2_000, 6_000, 100)},
    ),
    Story(
        "遭受意外事故",
        range(30, 46),
        (_SPOUSE_AT_WORK, _SON),
        range(1120, 1600, 20),
        _MARRIED | {"health": "腰颈椎病", "cause_text": "下班途中发生车祸，对方无力赔偿", "needs": ["生活"]},
        {"exp_other": range(8_000, 20_000, 100)},
    ),
    Story(
        "患重特大疾病",
        range(36, 46),
        (_SPOUSE_ILL, _DAUGHTER),
        range(1300, 1900, 20),
        _MARRIED | {"other_causes": ["子女上学"], "needs": ["医疗", "助学"]},
        {"exp_illness": range(8_000, 16_000, 100)},
    ),
    Story(
        "子女上学",
        range(43, 46),
        (_DAUGHTER, _MOTHER),
        range(1120, 1500, 20),
        _SINGLE_PARENT | {"needs": ["助学", "生活"]},
        {"exp_school": range(4_000, 8_000, 100)},
    ),
    Story(
        "未参加社会保险",
        range(50, 58),
        (_SPOUSE_RETIRED,),
        range(560, 900, 20),
        _MARRIED | {"health": "糖尿病", "medical_insurance": _RESIDENTS, "needs": ["医疗"]},
        {"exp_illness": range(4_000, 9_000, 100)},
    ),
    Story(
        "其他",
        range(36, 46),
        (_SPOUSE_JOBLESS, _SON, _FATHER_ILL),
        range(1120, 1500, 20),
        _MARRIED | {"cause_text": "一人收入供养全家", "needs": ["生活", "就业"]},
        {"exp_illness": range(2_000, 5_000, 100)},
    ),
)
MIGRANT_STORY = Story(
    "社会保险待遇落实不到位",
    range(36, 46),
    (_SPOUSE_AT_FARM, _SON, _YOUNGER_SON),
    range(1120, 1600, 20),
    _MARRIED
    | {
        "work_status": "农民工",
        "household_type": "农业",
        "housing": "租房",
        "medical_insurance": _RESIDENTS,
        "needs": ["生活", "技能培训"],
    },
    {"exp_housing": range(2_400, 4_800, 100)},
)
