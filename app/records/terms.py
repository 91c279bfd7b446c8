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
ETHNICITY_SHORT = {
    **{name.removesuffix("族"): name for name in ETHNICITIES if name.endswith("族")},
    **{f"{code:02}": name for code, name in enumerate(ETHNICITIES[:-1], start=1)},  # GB/T 3304
    "蒙": "蒙古族",
    "维": "维吾尔族",
    "维族": "维吾尔族",
    "哈": "哈萨克族",
    "朝": "朝鲜族",
    "朝族": "朝鲜族",
    "穿青人": "其他",
}

FOREVER = "永久"
RETENTION_YEARS = {"5年": 5, "10年": 10, "15年": 15, "30年": 30}
RETENTIONS = (FOREVER, *reversed(RETENTION_YEARS))
"""How long what is filed is kept (保管期限)."""
RETENTION_SHORT = {"长期": "30年", "短期": "10年"}

POLITICAL = ("中共党员", "中共预备党员", "共青团员", "民主党派", "无党派人士", "群众")
_DEMOCRATIC = (
    "民革 民革党员 民盟 民盟盟员 民建 民建会员 民进 民进会员 农工党 农工党党员 农工民主党 致公党 致公党党员 "
    "九三 九三学社 九三学社社员 台盟 台盟盟员 民主党派成员"
).split()
POLITICAL_SHORT = {
    "党员": "中共党员",
    "中共": "中共党员",
    "共产党员": "中共党员",
    "中国共产党党员": "中共党员",
    "正式党员": "中共党员",
    "预备党员": "中共预备党员",
    "中国共产党预备党员": "中共预备党员",
    "团员": "共青团员",
    "中国共产主义青年团团员": "共青团员",
    **dict.fromkeys(_DEMOCRATIC, "民主党派"),
    "无党派": "无党派人士",
    "无党派民主人士": "无党派人士",
    "普通群众": "群众",
    "一般群众": "群众",
    # GB/T 4762: the parties 04 to 11 are one term here.
    **dict(zip(("01", "02", "03", "12", "13"), (*POLITICAL[:3], *POLITICAL[4:]), strict=True)),
    **{f"{code:02}": "民主党派" for code in range(4, 12)},
}

EDUCATIONS = ("小学", "初中", "高中", "中专(中职)", "大专", "本科", "硕士", "博士", "其他")
EDUCATION_SHORT = {
    **dict.fromkeys(("小学毕业", "小学文化"), "小学"),
    **dict.fromkeys(("初级中学", "初中毕业", "初中文化"), "初中"),
    **dict.fromkeys(("普通高中", "高级中学", "普高", "高中毕业", "高中文化"), "高中"),
    **dict.fromkeys(
        "中专 中职 中等专科 中等职业 中等职业教育 职高 职业高中 中技 技校 技工学校 职校 中专毕业".split(),
        "中专(中职)",
    ),
    **dict.fromkeys(("专科", "大学专科", "大专毕业", "高职", "高职高专", "高等职业", "大学大专"), "大专"),
    **dict.fromkeys(("大学", "大学本科", "本科毕业", "学士", "大本"), "本科"),
    **dict.fromkeys(("硕士研究生", "硕士生", "硕士毕业"), "硕士"),
    **dict.fromkeys(("博士研究生", "博士生", "博士毕业"), "博士"),
    **dict.fromkeys(("文盲", "半文盲", "文盲或半文盲", "不识字", "未上学", "未上过学"), "其他"),
    # GB/T 4658: the classes of schooling.
    "11": "博士", "14": "硕士", "20": "本科", "21": "本科", "30": "大专", "31": "大专",
    **dict.fromkeys(("40", "41", "44", "47"), "中专(中职)"),
    "60": "高中", "61": "高中", "70": "初中", "71": "初中", "80": "小学", "81": "小学", "90": "其他",
}  # fmt: skip
EDUCATION_LIKELY = {
    **dict.fromkeys(("高中/中专", "高中、中专", "高中(中专)", "高中或中专", "中专/高中"), "高中"),
    **dict.fromkeys(("大专/本科", "大专、本科", "大专及以上", "大专以上"), "大专"),
    **dict.fromkeys(("初中及以下", "初中以下"), "初中"),
    **dict.fromkeys(("小学及以下", "小学以下"), "小学"),
    **dict.fromkeys(("高中及以上", "高中以上"), "高中"),
    **dict.fromkeys(("本科及以上", "本科以上"), "本科"),
    **dict.fromkeys(("研究生", "研究生毕业", "研究生学历", "10"), "硕士"),
    "中学": "初中",
}
"""Words of other lists that stand for several terms, with the one that is meant most often."""

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
MARITAL_SHORT = {
    **dict.fromkeys(("初婚", "再婚", "复婚", "有配偶", "20", "21", "22", "23"), "已婚"),  # GB/T 2261.2
    **dict.fromkeys(("单身", "未结婚", "10"), "未婚"),
    **dict.fromkeys(("离婚", "40"), "离异"),
    **dict.fromkeys(("丧偶未再婚", "30"), "丧偶"),
}
MEDICAL_INSURANCES = ("职工医保", "居民医保(城镇居民、新农合)", "大病保险", "公费", "未参保")
MEDICAL_SHORT = {
    **dict.fromkeys(("职工基本医疗保险", "城镇职工医保", "城镇职工基本医疗保险", "职保"), "职工医保"),
    **dict.fromkeys(
        ("居民医保", "新农合", "城镇居民医保", "城乡居民医保", "城乡居民基本医疗保险", "居保", "农合"),
        "居民医保(城镇居民、新农合)",
    ),
    **dict.fromkeys(("公费医疗",), "公费"),
    **dict.fromkeys(("无", "没有", "未参加", "无医保", "未参加医保"), "未参保"),
}
KIN_SHORT = {
    **dict.fromkeys(("丈夫", "妻子", "夫", "妻", "爱人", "老公", "老婆", "夫妻"), "配偶"),
    **dict.fromkeys(("儿子", "长子", "次子", "独生子", "三子", "养子", "继子", "大儿子", "小儿子"), "子"),
    **dict.fromkeys(("女儿", "长女", "次女", "独生女", "三女", "养女", "继女", "大女儿", "小女儿"), "女"),
    **dict.fromkeys(("父亲", "爸爸", "养父", "继父"), "父"),
    **dict.fromkeys(("母亲", "妈妈", "养母", "继母"), "母"),
    **dict.fromkeys(("岳父", "岳母", "公公", "婆婆", "公婆", "岳父母", "丈人", "丈母娘"), "公婆(岳父母)"),
    **dict.fromkeys(
        ("祖父", "祖母", "外祖父", "外祖母", "爷爷", "奶奶", "外公", "外婆", "姥爷", "姥姥"), "祖父母"
    ),
    **dict.fromkeys(("兄", "弟", "姐", "妹", "兄弟", "姐妹", "哥哥", "弟弟", "姐姐", "妹妹"), "兄弟姐妹"),
    **dict.fromkeys(("儿媳", "女婿", "媳妇", "孙子", "孙女", "外孙", "外孙女", "侄子", "侄女"), "其他"),
}
OCCUPATION_SHORT = {
    **dict.fromkeys(("在岗", "上班", "在业"), "在职"),
    **dict.fromkeys(("退休人员", "离退休", "已退休"), "退休"),
    **dict.fromkeys(("下岗", "待业", "失业人员"), "失业"),
    **dict.fromkeys(("在校学生", "在校生", "上学", "读书", "在读"), "学生"),
    **dict.fromkeys(("幼儿", "婴儿", "学龄前儿童", "幼儿园"), "学龄前"),
    **dict.fromkeys(("农民", "种地"), "务农"),
}
HUKOUS = ("非农业", "农业", "农转居")
HUKOU_SHORT = {
    **dict.fromkeys(("城镇", "非农", "非农业户口", "城镇户口", "居民户口"), "非农业"),
    **dict.fromkeys(("农村", "农业户口", "农村户口", "农户"), "农业"),
}
TRANSFERS = ("银行转账", "银行卡转账", "汇款", "网银")
"""What is written for a payment from account to account."""
CONSENTS = ("书面", "线上", "口头并记录")
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

    @classmethod
    def synonyms(cls) -> dict[str, str]:
        """Return what else stands for it, among it the codes of GB/T 2261.1."""
        male = "1 01 男性 男士 先生 男同志 M m male Male 男的 ♂".split()
        female = "2 02 女性 女士 小姐 女同志 F f female Female 女的 ♀".split()
        return {**dict.fromkeys(male, str(cls.MALE)), **dict.fromkeys(female, str(cls.FEMALE))}


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
