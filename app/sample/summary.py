"""The sample office's own words: parts of its summary speak of a part of 2011, as the seed's do."""

from __future__ import annotations

from app.summary import texts
from app.summary.reports import YEAR

_YEAR = 2011
# What the text that comes along says of the whole year, and what the office said of the part it knew.
_OWN_WORDS = (
    (
        "{{ 全期 }}共发展会员{{ 新发展会员 }}名，其中农民工会员{{ 新发展会员.农民工 }}名",
        "上半年共发展会员{{ 新发展会员.上半年 }}名，其中农民工会员{{ 新发展会员.上半年.农民工 }}名",
    ),
    (
        "{% if 新建工会 > 10 %}新成立基层工会{{ 新建工会 }}家"
        "{% else %}新成立{{ 新建工会.名单 }}{% endif %}{% if 会员.去年 %}；",
        "新成立{{ 新建工会.上半年.名单 }}。{{ 全期 }}新发展会员{{ 新发展会员 }}名{% if 会员.去年 %}，",
    ),
    (
        "{{ 全期 }}共受理劳动争议{{ 受理争议 }}起，调解成功{{ 调解成功 }}起，"
        "办结率{{ 办结率 }}{% if 其他方式结案 %}；"
        "以其他方式结案{{ 其他方式结案 }}起，其中{{ 其他方式结案.明细 }}{% endif %}",
        "从4月份开始至今，共受理劳动争议{{ 受理争议.月份(4, 12) }}起，"
        "调解成功{{ 调解成功.月份(4, 12) }}起，"
        "办结率{{ 办结率.月份(4, 12) }}；以其他方式结案{{ 其他方式结案.月份(4, 12) }}起，"
        "其中{{ 其他方式结案.月份(4, 12).明细 }}",
    ),
    (
        "{{ 全期 }}接待工会互助医疗保障咨询{{ 互助保障咨询.近似 }}人次，为{{ 互助保障给付 }}人次",
        "1—11月接待工会互助医疗保障咨询{{ 互助保障咨询.月份(1, 11).近似 }}人次，"
        "为{{ 互助保障给付.月份(1, 11) }}人次",
    ),
    ("{{ 互助保障给付金额 }}", "{{ 互助保障给付金额.月份(1, 11) }}"),
)


def write_summary() -> None:
    """Save the text of 2011 with the office's own words."""
    text = texts.brought_along()
    for brought, own in _OWN_WORDS:
        if brought not in text:
            raise LookupError(f"not in the text that comes along: {brought}")
        text = text.replace(brought, own)
    texts.keep(_YEAR, YEAR, text)
