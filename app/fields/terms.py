"""Terms that mean the same in every register: a field labelled with one needs no sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TERMS: Mapping[str, str] = MappingProxyType(
    {
        "姓名": "与身份证上一致的姓名，少数民族姓名的间隔点照写",
        "性别": "与证件一致，填了身份证号会自动填好",
        "出生日期": "公历的年月日，填了身份证号会自动填好",
        "年龄": "到今天的周岁，由出生日期算出",
        "民族": "与身份证或户口簿上写的一致",
        "政治面貌": "现在是党员、团员、民主党派还是群众，由本人确认",
        "劳模类型": "得过的最高一级劳动模范称号，没有的选“非劳模”",
        "登记日期": "在台账上登记这件事的日子",
        "经办人": "经手办理这件事的本会工作人员",
        "凭证号": "会计凭证上的号码，用来与财务核对",
        "年度": "算在哪一年，填四位数字，例如 2011",
        "依据": "定下这个数的文件或会议，写文号最好",
        "文件名": "附件在台账里的名称，选了文件自动填好",
        "状态": "办到了哪一步；有办理步骤的由步骤改变，不直接填写",
        "备注": "其他栏里写不下、以后还用得着的情况",
    }
)
"""What each of these labels means, in one sentence."""
