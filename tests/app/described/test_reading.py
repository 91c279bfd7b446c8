"""Descriptions that somebody wrote wrongly, or with a bad intent: each is refused in one sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from app.described import opened, reading
from app.described.description import DescribedField, Description
from app.errors import Refused
from tests.factories.described import service


def _written(**values: object) -> str:
    return json.dumps({**json.loads(reading.written(service())), **values}, ensure_ascii=False)


def _field(**values: object) -> dict[str, object]:
    return {"column": "c1", "label": "姓名", "kind": "person", "listed": True, **values}


def test_what_is_written_reads_back() -> None:
    assert opened.read(reading.written(service())) == service()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "读不出来"),
        ("[]", "不是台账说明书"),
        ("{}", "不是台账说明书"),
        ("[" * 100_000, "读不出来"),
        ('{"a": 1, "a": 2}', "写了两次"),
        ('{"a": NaN}', "读不出来"),
        ("x" * 500_000, "过大"),
        (_written(version=2), "更新版本"),
        (_written(sql="DROP TABLE member"), "不认识的内容“sql”"),
        (_written(fields="c1"), "没有字段"),
        (_written(fields=[]), "一个字段也没有"),
        (_written(fields=["c1"]), "写得不对"),
        (_written(title=7), "应是文字"),
        (_written(title=""), "没有名称"),
        (_written(title='x"; DROP TABLE m; --'), "只能用汉字"),
        (_written(title="志" * 50), "最多 20 个字"),
        (_written(unit="'"), "单位“'”"),
        (_written(tab="profile"), "没有“profile”这一栏"),
        (_written(owner="c1"), "所属的字段应关联"),
        (_written(fields=[_field(column=f"c{n}", label=f"字段{n}") for n in range(1, 501)]), "500 个字段"),
        (_written(fields=[_field(column="c1 TEXT); DROP TABLE member; --")]), "列号"),
        (_written(fields=[_field(column="id")]), "列号“id”"),
        (_written(fields=[_field(column="c0")]), "列号“c0”"),
        (_written(fields=[_field(), _field(label="名")]), "列号“c1”用了两次"),
        (_written(fields=[_field(), _field(column="c2", label="姓 名")]), "“姓名”用作了两个字段"),
        (_written(fields=[_field(label="a'; DROP TABLE member")]), "只能用汉字"),
        (_written(fields=[_field(label="名" * 40)]), "过长"),
        (_written(fields=[_field(label=" ")]), "没有名称"),
        (_written(fields=[_field(names=["名" * 5_000])]), "曾用名过多或过长"),
        (_written(fields=[_field(names=["名"] * 9_000)]), "曾用名过多或过长"),
        (_written(fields=[_field(kind="blob")]), "类型“blob”不认识"),
        (_written(fields=[_field(kind=["person"])]), "“kind”写得不对"),
        (_written(fields=[_field(required="yes")]), "“required”写得不对"),
        (_written(fields=[_field(remind=True)]), "“remind”写得不对"),
        (_written(fields=[_field(default="x")]), "不认识的内容“default”"),
        (_written(fields=[{"column": "c1", "label": "姓名"}]), "没有写明“kind”"),
        (_written(fields=[_field(listed=False)]), "列表中一个字段也不显示"),
        (_written(fields=[_field(kind="file")]), "只有附件"),
        (
            _written(fields=[_field(), _field(column="c2", label="附", kind="file", required=True)]),
            "不能必填",
        ),
        (_written(fields=[_field(kind="choice")]), "没有可选的项"),
        (_written(fields=[_field(kind="choice", choices=["是", "是"])]), "写了两次"),
        (_written(fields=[_field(kind="choice", choices=["甲\n乙"])]), "不合适"),
        (_written(fields=[_field(kind="choice", choices=[str(n) for n in range(300)])]), "300 个选项"),
        (_written(fields=[_field(kind="reference", to="own.reg_1")]), "不能关联"),
        (_written(fields=[_field(kind="reference", to="settings")]), "不能关联"),
        (_written(fields=[_field(remind=3)]), "不是日期"),
        (_written(fields=[_field(kind="date", remind=9999)]), "0 到 366 天"),
        (_written(fields=[_field(kind="date", remind=3, until="c1")]), "另一个日期"),
        (_written(fields=[_field(kind="date", until="c1")]), "没有提醒"),
        (_written(fields=[_field(), _field(column="c2", label="日", came_from="c1")]), "原来的列“c1”不对"),
        (_written(fields=[_field(), _field(column="c2", label="日", came_from="c9")]), "原来的列“c9”不对"),
        (_written(fields=[_field(retired=True, came_from="c1"), _field(column="c2")]), "原来的列“c1”不对"),
    ],
    ids=lambda value: "" if len(value) > 40 or "{" in value else value,
)
def test_a_wrong_description_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence) as refused:
        opened.read(text)
    assert str(refused.value).count("。") <= 2  # what happened, and what to do


def test_dates_that_wait_for_each_other_are_refused() -> None:
    dates: list[dict[str, Any]] = [
        _field(column=f"c{at}", label=f"日期{at}", kind="date", remind=1, until=f"c{at % 3 + 1}")
        for at in (1, 2, 3)
    ]
    with pytest.raises(Refused, match="互相等待"):
        opened.read(_written(fields=dates))


def test_an_owner_must_be_required() -> None:
    owner = DescribedField("c1", "会员", "reference", listed=True, to="members")
    owned = Description("借书", (owner,), "次", "own", owner="c1")
    with pytest.raises(Refused, match="必填"):
        opened.check(owned)
    opened.check(replace(owned, fields=(replace(owner, required=True),)))
