"""Lists of terms that several records choose from (domain 1.3, 3.6 and 3.7)."""

from enum import StrEnum

ETHNICITIES = tuple(
    (
        "汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 "
        "土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 "
        "柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 "
        "乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 "
        "鄂伦春族 赫哲族 门巴族 珞巴族 基诺族 其他"
    ).split()
)
ETHNICITY_SHORT = {name.removesuffix("族"): name for name in ETHNICITIES if name.endswith("族")}

POLITICAL = ("中共党员", "中共预备党员", "共青团员", "民主党派", "无党派人士", "群众")
POLITICAL_SHORT = {"党员": "中共党员", "预备党员": "中共预备党员", "团员": "共青团员", "无党派": "无党派人士"}

EDUCATIONS = ("小学", "初中", "高中", "中专(中职)", "大专", "本科", "硕士", "博士", "其他")
EDUCATION_SHORT = {
    "中专": "中专(中职)",
    "中职": "中专(中职)",
    "大学": "本科",
    "大学本科": "本科",
    "专科": "大专",
    "研究生": "硕士",
}

MODEL_WORKERS = ("非劳模", "全国劳模", "省部级劳模", "地市级劳模", "其他")
MODEL_WORKER_SHORT = {
    "否": "非劳模",
    "无": "非劳模",
    "全国": "全国劳模",
    "省部级": "省部级劳模",
    "地市级": "地市级劳模",
}

HEALTHS = (
    "良好 恶性肿瘤(癌症) 心血管病 脑血管病 终末期肾病(尿毒症) 精神病 肝病 血液病 糖尿病 肿瘤病 "
    "腰颈椎病 高血压病 肺病 一般疾病 深度昏迷 永久瘫痪 严重阿尔茨海默病 严重帕金森病 严重运动神经元病 残疾"
).split()
HEALTH_SHORT = {
    "健康": "良好",
    "癌症": "恶性肿瘤(癌症)",
    "尿毒症": "终末期肾病(尿毒症)",
    "高血压": "高血压病",
}

DISABILITIES = ("视力", "听力", "言语", "智力", "肢体", "精神", "多重")
DISABILITY_GRADES = ("一级", "二级", "三级", "四级")
MARITALS = ("已婚", "未婚", "离异", "丧偶")
MEDICAL_INSURANCES = ("职工医保", "居民医保(城镇居民、新农合)", "大病保险", "公费", "未参保")
MEDICAL_SHORT = {"居民医保": "居民医保(城镇居民、新农合)", "新农合": "居民医保(城镇居民、新农合)"}
HUKOUS = ("非农业", "农业", "农转居")
HUKOU_SHORT = {"城镇": "非农业", "农村": "农业"}
FUND_SOURCES = (
    "中央财政专项",
    "地方财政",
    "上级工会经费补助",
    "本级工会经费",
    "社会捐助",
    "行政拨付",
    "其他合法来源",
)


class Sex(StrEnum):
    """Sex as the identity card has it."""

    MALE = "男"
    FEMALE = "女"


class IdType(StrEnum):
    """Kinds of identity document."""

    RESIDENT = "居民身份证"
    HONG_KONG_MACAO = "港澳居民居住证"
    TAIWAN = "台湾居民居住证"
    FOREIGNER = "外国人永久居留身份证"
    PASSPORT = "护照"
    OTHER = "其他"


class Verified(StrEnum):
    """An answer that somebody has, or has not yet, verified (domain 3.4)."""

    NO = "否"
    YES = "是"
    UNKNOWN = "未核实"
