"""Whether a numeral counts something: it is no class (50人以上的), no telephone, no name of a thing."""

from __future__ import annotations

import re

from app.learning.amounts import SCALES, written_unit
from app.learning.columns import IN_A_COLUMN
from app.learning.tables import counts_nothing

_AS_LONG_AS_A_TELEPHONE = 7
_NUMBERED = re.compile(
    r"(?:电话|热线|传真|手机|邮编|邮政编码|账号|帐号|卡号|编号|证号|号码|代码|QQ|微信号?|拨打|致电)[^，。；\n]{0,6}$"
)
_ROW = 60  # characters of a table's row before its last number


def counts(text: str, match: re.Match[str], column: str) -> bool:
    """Tell whether a numeral counts something: no class (50人以上的), no name of a thing.

    `column` is the heading of its column, empty outside of tables.
    """
    unit = written_unit(match)
    if match["after"] in ("以上", "以下") and unit in ("人", "名", "元", "万元"):
        rest = text[match.end() : match.end() + 4]
        if re.match(r"的|企业|单位|有?[0-9]", rest):
            return False
    before = text[max(0, match.start() - _ROW) : match.start()]
    if unit == "分":
        return match["figures"] is None or bool(re.search(r"[得计评]$|得分$", before))
    if unit == "岁":
        return bool(re.search(r"平均|年龄[为是达约]*$", before[-8:]))
    if match["figures"] and not unit:
        if column:
            return not counts_nothing(column)
        return _counts_bare(before, match, text[match.end() : match.end() + 4])
    return True


def _counts_bare(before: str, match: re.Match[str], behind: str) -> bool:
    """Tell whether a figure without a measure word counts: 职工人数7298, 2000多求职人员; no telephone."""
    if re.search(r"[A-Za-z\-/.:+*]$", before) or re.match(r"[A-Za-z\-/.:+*]", behind):
        return False
    if (
        IN_A_COLUMN.search(before)
        or before.endswith(("¥", "￥"))
        or match["figures"][-1] in SCALES
        or match["scale"]
    ):
        return True
    if len(match["figures"]) >= _AS_LONG_AS_A_TELEPHONE or _NUMBERED.search(before):
        return False
    if match["more"] or match["more2"]:
        return True
    if re.match("[\u4e00-\u9fff]", behind) and not re.match("其中|有|分别|左右|[和及与增减升降]", behind):
        return before.endswith(("共", "共有"))  # 共43企业代表
    return bool(re.search(r"[\u4e00-\u9fff：:]$|[0-9]、$", before))
