"""A report made plain for the grammar: one kind of figures, no blanks at them, what counts nothing masked.

Every character of the plain text knows where it stands in the report, so that what is found can be
marked and replaced there. A masked place keeps its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MASK = "\x00"

_WIDE = str.maketrans("０１２３４５６７８９％．（）", "0123456789%.()")
_BEHIND = "万亿余多来年月日人名位家户个份次起件期场支篇块项对元条种届本张处"
_BLANK = re.compile(
    rf"(?<=[0-9])[ \t\u3000\u00a0]+(?=[%{_BEHIND}])|(?<=[0-9])[ \u3000\u00a0](?=[0-9]{{3}}(?![0-9]))"
)
_BLANK_BEFORE = re.compile(r"(?<=[\u4e00-\u9fff、，；：(])[ \t\u3000\u00a0]+(?=[0-9])")
_SEPARATOR = re.compile(r"(?<![0-9])[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])")

_NUMERALS = "〇零一二三四五六七八九十百"
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

_MASKED = (
    # Headings: 一、 (二) 3. 1)
    rf"(?m:^)[ \t\u3000]*(?:第?[{_NUMERALS}]+[、.．]|[(][{_NUMERALS}0-9]+[)]|[0-9]{{1,2}}[、.．)](?![0-9]))",
    rf"(?<=[。；：])(?:[(][{_NUMERALS}0-9]+[)]|[0-9]{{1,2}}、(?![0-9]))",
    # Titles, and what stands in short quotation marks: slogans, names.
    r"《[^》\n]{0,60}》",
    r"[“‘「『][^”’」』\n]{0,24}[”’」』]",
    # Documents and lines by their number: 总工发〔2011〕8号, 12351热线.
    r"[〔\[(][0-9]{4}[〕\])]第?[0-9]+号|第?[0-9]+号|[0-9]{5}(?=(?:职工|维权|服务)*热线)|(?<=热线)[0-9]{5}",
    # What is left where a name was taken out: 20__年__月.
    r"[0-9]*_{2,}[年月日]?[0-9]*",
    # A year said by its last two figures: 区10年“红五月系列文体活动”.
    r"(?<![0-9])[0-9]{2}年(?![以来间内龄前后度的])",
    # Congresses and plenary sessions, plans, ordinals, places won, days named by figures.
    rf"第?[{_NUMERALS}0-9]+(?:届|次全国)(?:[{_NUMERALS}]+[中次](?:、[{_NUMERALS}]+[中次])*全会)?",
    rf"[{_NUMERALS}]+[中次](?:、[{_NUMERALS}]+[中次])*全会",
    rf"第[{_NUMERALS}0-9]+[次期批场轮个名条章款]?|[前后][{_NUMERALS}0-9]+(?:名|位|强)",
    r"十[一二三四五六七八九]?大(?=[^型])|十[一二三四五](?=[”期规计、，])",
    r"(?:五一|三八|六一|七一|八一)(?:劳动|国际|妇女|红旗|节|前后|期间|表彰|奖)",
    r"十一(?=期间|国庆|黄金周|前后|长假)",
    rf"(?<![{_NUMERALS}千万0-9])(?:{'|'.join(_SAYINGS)})",
    # One of something, said without counting: 是一个崭新的, 一次又一次.
    r"(?<![有共各立建获办中到了理])一(?:个|次|种|件|场|项|份|支|对|位|名)(?=[^，。；、副主工职会企劳大农])",
)
_PATTERN = re.compile("|".join(_MASKED))


@dataclass(frozen=True)
class Plain:
    """A plain text; `at[i]` is where its character i stands in the report, and one place more for its end."""

    text: str
    at: tuple[int, ...]
    report: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the plain text stands in the report."""
        return self.at[start], self.at[end - 1] + 1

    def said(self, start: int, end: int) -> str:
        """Return a stretch as the report has it."""
        first, last = self.span(start, end)
        return self.report[first:last]


def plain(report: str) -> Plain:
    """Make a report plain; raises nothing: what it does not know stays as it stands."""
    wide = report.translate(_WIDE)
    dropped = {
        i
        for pattern in (_BLANK, _BLANK_BEFORE)
        for match in pattern.finditer(wide)
        for i in range(*match.span())
    }
    for match in _SEPARATOR.finditer(wide):
        dropped.update(match.start() + place for place, sign in enumerate(match[0]) if sign in ",，")
    at = [place for place in range(len(wide)) if place not in dropped]
    return Plain("".join(wide[place] for place in at), (*at, len(wide)), report)


def masked(text: str) -> str:
    """Return the text with what counts nothing blotted out, each character by one."""
    return _PATTERN.sub(lambda match: MASK * len(match[0]), text)
