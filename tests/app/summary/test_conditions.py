"""A condition of the text, said in words: people who write a summary know no braces."""

from __future__ import annotations

import pytest

from app.resources import resource
from app.summary.conditions import CONDITION, in_words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{% if 工会成立日期 %}", "有工会成立日期时"),
        ("{%- if not 报刊征订 -%}", "没有报刊征订时"),
        ("{% if 街道名称 and 上级工会 %}", "有街道名称且有上级工会时"),
        ("{% if 征订任务完成率 or not 报刊征订 %}", "有征订任务完成率或没有报刊征订时"),
        ("{% if 开展活动 > 1 %}", "开展活动多于1时"),
        ("{% if 每月信息最多 > 每月信息最少 %}", "每月信息最多多于每月信息最少时"),
        ("{% if 受理争议 >= 3 %}", "受理争议不少于3时"),
        ("{% if 受理争议 < 3 %}", "受理争议少于3时"),
        ("{% if 受理争议 <= 3 %}", "受理争议不多于3时"),
        ("{% if 受理争议 == 3 %}", "受理争议等于3时"),
        ("{% if 受理争议 != 3 %}", "受理争议不等于3时"),
        ("{% if 会员.去年 %}", "有会员.去年时"),
        ("{% if 受理争议.月份(4, 12) %}", "有受理争议.月份(4, 12)时"),
        ("{% if 受理争议['和解'] %}", "有受理争议.和解时"),
        ("{% if not (会员 > 1 and 受理争议) %}", "并非（会员多于1且有受理争议）时"),
        ("{% elif 招聘会 %}", "否则有招聘会时"),
        ("{% else %}", "否则"),
        ("{% endif %}", "到此"),
        ("{% for 一 in 二 %}", "看不懂的条件"),
        ("{% if %}", "看不懂的条件"),
    ],
)
def test_a_condition_is_said_in_words(source: str, words: str) -> None:
    assert in_words(source) == words


@pytest.mark.parametrize("name", ["year", "part"])
def test_every_condition_of_the_texts_that_come_along_can_be_said(name: str) -> None:
    text = resource(f"summary/{name}.txt").read_text(encoding="utf-8")
    said = {in_words(match[0]) for match in CONDITION.finditer(text)}
    assert not [words for words in said if "看不懂" in words or set(words) & set("{%}><=")]
