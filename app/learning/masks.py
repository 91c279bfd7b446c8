"""What a report writes with figures and does not count: headings, titles, documents, days, addresses, names.

Every place keeps its length, so that what is found still stands where the report has it.
"""

from __future__ import annotations

import re

MASK = "\x00"

_HAN = "[\u4e00-\u9fff]"
_NUMERALS = "〇零一二三四五六七八九十百"
_ANY = rf"[{_NUMERALS}两0-9]+"
_SAYINGS = (
    "三个代表 两个维护 两个确立 两个责任 四个意识 四个自信 四个全面 三个务必 五位一体 "
    "两学一做 三会一课 三严三实 八项规定 六稳 六保 四风 双爱双评 三农 三公 双百 两新 "
    "两会 三资 三方 四方 一函两书 一户一档 一年一度 一年来 多年来 几年来 近年来 一条龙 "
    "一站式 一把手 一揽子 一对一 一如既往 一系列 一方面 一大批 进一步 不一样 一线 一体 "
    "一定 一致 一直 一同 一般 一贯 一旦 一切 一些 一律 一批 统一 唯一 逐一 专一 万一 "
    "不一 之一 单一 同一 每一 某一 下一 上一 新一 任一 这一 那一 一手 一流 一时 一片 "
    "一来 一经 一步 一届 二级 三级 四级 两级 一级 一是 二是 三是 四是 五是 六是 七是 "
    "八是 其一 其二 其三 五湖四海 千家万户 千方百计 十分 万众一心"
).split()
"""Words that have a numeral in them and count nothing."""

_HEADINGS = (
    # 一、 (二) 3. 1)
    rf"(?m:^)[ \t\u3000]*(?:第?[{_NUMERALS}]+[、.．]|[(][{_NUMERALS}0-9]+[)]|[0-9]{{1,2}}[、.．)](?![0-9]))",
    rf"(?<=[。；：])(?:[(][{_NUMERALS}0-9]+[)]|[0-9]{{1,2}}、(?![0-9]))",
    r"(?:附件|附[表图]|[见如][表图])[0-9]+",
    r"[共第][0-9]+页",
)
_TITLES = (
    # And what stands in short quotation marks: slogans, names.
    r"《[^》\n]{0,60}》",
    r"[“‘「『][^”’」』\n]{0,24}[”’」』]",
)
_DOCUMENTS = (
    # Documents, articles of a law, lines and standards by their number: 总工发〔2011〕8号, 12351热线.
    r"[〔\[(][0-9]{4}[〕\])][\u4e00-\u9fffA-Z]{0,3}[0-9]*[\u4e00-\u9fff]{0,2}第?[0-9]+号",
    r"第?[0-9]+号(?:线|楼|院|桥)?|[0-9]{3,5}(?=(?:职工|维权|服务|市民|消防|急救)*(?:热线|日|宣传))",
    r"[A-Za-z]+(?:/T)?[ -]?[0-9]+(?:[-—:][0-9]{4})?",
    r"1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8}(?:-[0-9]+)?|[0-9]{17}[0-9Xx]",
)
_DAYS = (
    r"(?<![0-9.])(?:19|20)[0-9]{2}[.\-/][0-9]{1,2}(?:[.\-/][0-9]{1,2})?(?![0-9万亿元%])",
    r"(?:19|20)[0-9]{2}[-—–至~～](?:19|20)?[0-9]{2}(?=学?年)",
    r"(?<=[日号][-—–－~～至到])[0-9]{1,2}[日号]|(?<=每月)[0-9]{1,2}[日号]|[0-9]{1,2}[日号](?=[前后])",
    r"[0-9]{1,2}[:：][0-9]{2}(?:[-—–~～至][0-9]{1,2}[:：][0-9]{2})?|[0-9]{1,2}[时點](?:[0-9]{1,2}分|半|整)?(?!长)",
    rf"[0-9]{{1,2}}[·•][0-9]{{1,2}}|[0-9]{{1,2}}\.[0-9]{{1,2}}(?={_HAN}{{0,6}}(?:节|权益日|宣传日))",
    r"(?:五一|三八|六一|七一|八一|五四)(?:劳动|国际|妇女|红旗|青年|儿童|节|前后|前夕|期间|表彰|奖)",
    r"十一(?=期间|国庆|黄金周|前后|长假)",
    # A year said by its last two figures: 区10年“红五月系列文体活动”.
    r"(?<![0-9])[0-9]{2}年(?![以来间内龄前后度的])",
    r"24小时(?=服务|热线|开放|值班|在线|自助|不)|8小时(?=之?[外内]|以外)",
)
_ORDINALS = (
    # Congresses and plenary sessions, plans, ordinals, places won.
    rf"第?{_ANY}届{_ANY}次(?!数)",
    rf"第?[{_NUMERALS}0-9]+(?:届|次全国)(?:[{_NUMERALS}]+[中次](?:、[{_NUMERALS}]+[中次])*全会)?",
    rf"[{_NUMERALS}]+[中次](?:、[{_NUMERALS}]+[中次])*全会",
    rf"第{_ANY}(?:[-—–至到]{_ANY})?[次期批场轮个名条章款]?|[前后]{_ANY}(?:名|位|强)",
    r"十[一二三四五六七八九]?大(?=[^型])|十[一二三四五](?=[”期规计时、，])",
    rf"(?<![十百])二次(?={_HAN})(?!次|会|活)",
)
_SHAPES = (
    # Parts of a whole, scores, places of play: 三分之一, 3:2, 4×100米, 三对三, 1+X.
    rf"(?<![百千万])[{_NUMERALS[:-1]}0-9]+分之[{_NUMERALS}0-9]+",
    r"(?<![0-9.])[0-9]{1,2}[:∶：][0-9]{1,2}(?![0-9.万人名家])",
    rf"[0-9]+[×xX*][0-9]+米?|[0-9]+米(?={_HAN}{{0,3}}[跑游走赛力])|{_ANY}对{_ANY}",
    rf"{_ANY}人(?=制|篮球|足球|排球|气排球)",
    r"[0-9A-Z]+ ?[+＋] ?[0-9A-ZＮ]+(?: ?[+＋] ?[0-9A-ZＮ]+)*",
    # One for each (一户一策), many in one (四位一体, 五个一), hundreds of (几百, 数十).
    rf"一(?![{_NUMERALS}千万亿]){_HAN}一(?![线级等]){_HAN}|{_ANY}位一体|{_ANY}个一(?![0-9名家])",
    rf"(?:[几若好]|(?<![人户家件份个总次])数)[{_NUMERALS}千万亿]+(?:余|多)?",
    # None at all: 未发生一起.
    r"(?:无|没有|未[^，。；\n]{0,6}|不[漏落少丢][下掉]?)一(?:起|例|件|家|人|名|次|个|户)",
    # What the text itself counts: 五个方面, 三个坚持, 三点建议.
    rf"[{_NUMERALS}两]{{1,2}}(?:个(?:方面|季度|层面|环节|普遍|坚持|着力|统一|到位|转变|结合|注重|突出)|件[大实好]?事(?!项)|点(?![{_NUMERALS}])(?={_HAN})|大(?={_HAN}))",
    r"最[高低大小多少]一[笔次户人家]",
)
_LEFT_BLANK = r"[0-9]*_{2,}[年月日]?[0-9]*"  # where a name was taken out: 20__年__月
_ONE = (
    # One of something, said without counting: 是一个崭新的, 一次又一次, 作为一名.
    r"(?<![有共各立建获办中到了理])一(?:个|次|种|件|项|对|面|批)(?=[^，。；、副主工职会企劳大农])",
    r"(?<=[是为成每同另这那哪某任如像第下上新又再的])一(?:场|份|支|位|名|家|户|本|处)",
    r"一个(?:崭?新的?|更高的?)?(?:台阶|水平|高度|局面|起点)",
    rf"一(?=场场|名名|家家|户户)|一支(?={_HAN}{{2,6}}的)",
)
_WORDS = (rf"(?<![{_NUMERALS}两千万0-9])(?:{'|'.join(_SAYINGS)})",)

_PATTERN = re.compile(
    "|".join((*_HEADINGS, *_TITLES, *_DOCUMENTS, _LEFT_BLANK, *_DAYS, *_ORDINALS, *_WORDS, *_SHAPES, *_ONE))
)


def masked(text: str) -> str:
    """Return the text with what counts nothing blotted out, each character by one."""
    return _PATTERN.sub(lambda match: MASK * len(match[0]), text)
