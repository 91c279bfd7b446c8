"""The words from which invented people get their names, places and addresses."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任"
    "姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
GIVEN_NAMES = {
    ("男", "older"): (
        "建国 志强 国平 伟民 明华 德福 永康 家兴 海涛 文斌 立新 金根 阿根 宝生 春林 长根 大勇 卫东 兴旺 "
        "根发 水生 学军 正明 士元 玉田 宏伟 少华 荣根 培德 福根"
    ).split(),
    ("男", "younger"): (
        "浩 磊 鹏 峰 凯 斌 亮 超 世杰 东升 成龙 子轩 天佑 宇航 一鸣 俊杰 志豪 晓东 嘉伟 文博 思远 家豪 旭 鑫"
    ).split(),
    ("女", "older"): (
        "秀英 桂兰 玉珍 美华 丽娟 小红 建芳 凤英 月琴 彩云 雅琴 慧敏 春燕 冬梅 爱珍 根娣 招娣 素芬 金凤 红梅 "
        "巧云 惠珍 银花 翠萍 志芳 亚萍 莲珍 菊芳 杏娣 林妹"
    ).split(),
    ("女", "younger"): (
        "静 敏 婷 颖 洁 倩 芳 莉 玲玲 文静 佳怡 欣怡 雨桐 思琪 梦瑶 海燕 晓燕 晓雯 嘉敏 诗涵 雪 蕾 丹 艳萍"
    ).split(),
}


class Notable(NamedTuple):
    """A name that programs stumble over: its surname's reading, its length or its characters."""

    name: str
    sex: str
    ethnicity: str = "汉族"
    area: str | None = None


UYGHUR = "维吾尔族"
UYGHUR_NAMES = {
    "男": "艾力 库尔班 吾买尔 阿迪力 亚森 玉素甫 卡德尔 依明".split(),
    "女": "热孜万古丽 阿依夏木 古丽娜 帕提古丽 米日古丽 再娜甫".split(),
}
UYGHUR_FATHERS = "沙吾提 阿不都拉 热合曼 买合木提".split()
"""Names without surnames: after the dot follows the father's name."""

NOTABLES = (
    Notable("欧阳志远", "男"),
    Notable("单晓芸", "女"),
    Notable("阿依古丽·买买提", "女", UYGHUR, "653101"),
    Notable("仇国栋", "男"),
    Notable("区惠仪", "女"),
    Notable("王𠮷安", "男"),
    Notable("曾令华", "男"),
    Notable("解兰芝", "女"),
    Notable("查全根", "男"),
    Notable("张頔", "女"),
    Notable("欧阳静宜", "女"),
    Notable("艾尔肯·吐尔逊", "男", UYGHUR, "653101"),
    Notable("李㼆", "男"),
    Notable("覃秀莲", "女", "壮族", "451022"),
    Notable("朴英善", "女", "朝鲜族", "220104"),
    Notable("单国强", "男"),
    Notable("解立群", "男"),
    Notable("马赛飞", "男", "回族", "640104"),
    Notable("王芳", "女"),
    Notable("区伟雄", "男"),
    Notable("王芳", "女"),
    Notable("石巴莉", "女", "苗族", "433127"),
)
"""王芳 stands twice: two people may share a name, and only their numbers tell them apart."""

LOCAL_AREAS = {
    "310101": "上海黄浦",
    "310103": "上海卢湾",
    "310104": "上海徐汇",
    "310105": "上海长宁",
    "310106": "上海静安",
    "310107": "上海普陀",
    "310110": "上海杨浦",
    "310112": "上海闵行",
}
REMOTE_AREAS = {
    "320924": "江苏射阳",
    "321281": "江苏兴化",
    "340823": "安徽枞阳",
    "341225": "安徽阜南",
    "342522": "安徽广德",
    "330724": "浙江东阳",
    "350322": "福建仙游",
    "360424": "江西修水",
    "361128": "江西鄱阳",
    "410926": "河南范县",
    "412723": "河南商水",
    "421123": "湖北罗田",
    "422802": "湖北利川",
    "430821": "湖南慈利",
    "510824": "四川苍溪",
    "513021": "四川达县",
    "520203": "贵州六枝",
    "610124": "陕西周至",
    "371327": "山东莒南",
}
FAR_AREAS = {
    "433127": "湖南永顺",
    "451022": "广西田东",
    "220104": "吉林长春",
    "640104": "宁夏银川",
    "653101": "新疆喀什",
}
"""Where the notable names of other peoples come from."""
STREETS = ("泰祥小区", "泰祥一村", "泰祥二村", "泰祥新村", "祥和苑", "祥安里")
HOME_AREA = "310104"
"""The district of the community, where those who work for the office come from."""


def invent_name(chance: Random, sex: str, fashion: str = "older", surname: str = "") -> str:
    """Return a full name, its given name in the fashion of the `older` or the `younger`."""
    return (surname or chance.choice(SURNAMES)) + chance.choice(GIVEN_NAMES[sex, fashion])
