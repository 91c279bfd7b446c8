"""What the verbs beside a number say: it was done, it is there, it was aimed at.

新建工会12家 and 为64名会员办理了参保 were done in the year, 现有工会186家 are there, 下达的50家任务 were the
aim.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from app.figures.figure import Kind
from app.learning.beside import COMMA
from app.learning.quantity import Quantity

_UPON = re.compile("(?:[为向给对使帮]|指导|督促|帮助|帮扶|组织|安排|资助|救助|慰问|看望|走访|吸引)了?$")
"""What stands before those to whom something was done: 为64名会员办理."""
_GATHERED = ("组织", "吸引", "安排", "组织了", "吸引了", "安排了")
_JOINED = re.compile("入会|加入|(?:成为|发展[为成]?)[^，。]{0,6}会员")
_ADDED = re.compile("修订|制定|出台|新建|组建|新增|净增|增加|成立|建立|吸收|吸纳|发展(?!到)|新签")
_THERE = re.compile("现有|共有|拥有|建有|总数|在册|在档|增加到|发展到")
_UPON_WHOM = re.compile("帮扶|慰问|看望|探望|走访|资助|救助|培训|表彰")
_DID = re.compile("参加|参与|荣?获|评为|实现|加入|受益|换届|转[入出]|进行|达成|求职|报名")
_AIMED = re.compile("(?:下达|分配|布置|规定|交办)的?[^，。]{0,4}$")
_AIM = re.compile("任务|目标|指标")
_AIM_IS = re.compile("(?:任务|目标|指标)数?[为是]?[（(]?$")
_OUGHT = re.compile("应(?:建|签|换|参|收|报|覆盖)[^，。]{0,8}$")
_PLANNED = re.compile(
    "力争|争取(?!到)|预计|打算|计划(?=新|再|建|投|开|组|举|发展|在)|将(?=新|再|建|组建|发展|投入|开展|组织|举办|完成|实现)"
)
_PROVIDED = re.compile(
    "(?:投入|[出筹]资|[耗斥]资|拨[款付]|安排|使用|筹[集措]|争取)到?了?(?:专项)?(?:资金|经费|专款|款项)?$"
)
_SPENT_ON = re.compile("[资金经费]*(?:主要)?(?:[用为向对给]|开展|组织|举办|慰问|走访|看望|帮|资助|救助|购)")
_CLAUSE = re.compile("[，。；;：:\n]")
_STOP = re.compile("[。；;！？]")
_PLAN = re.compile(
    "(?:下半年|下一?步|下阶段|明年|来年|今后)[^。]{0,8}(?:安排|打算|计划|思路|要点|设想|工作)$"
)
_SO_FAR = re.compile("问题|不足|上半年|总结")
_FOR_EACH = re.compile("(?:每[人户名位家次]|人均|户均|平均)[^，。]{0,10}$")
_STANDARD = re.compile("(?:标准|限额|上限|起点|门槛)[^，。]{0,6}$")


def kind_said(quantity: Quantity) -> Kind | None:
    """Tell whether the verbs at a number say that it was done or that it is there; None where they do not."""
    said = COMMA.split(quantity.before)[-1]
    if (_UPON.search(said) and quantity.thing) or _DID.search(quantity.thing):
        return Kind.FLOW
    there = [match.start() for match in _THERE.finditer(said)]
    added = [match.start() for match in _ADDED.finditer(said)]
    if there or added:
        return Kind.FLOW if max(added, default=-1) > max(there, default=-1) else Kind.STOCK
    return Kind.FLOW if _UPON_WHOM.search(_CLAUSE.split(quantity.before)[-1]) else None


def is_done_to(quantity: Quantity) -> bool:
    """Tell whether persons are those to whom something was done: 为64名快递员办理体检, 帮助12名职工就业."""
    return bool(
        quantity.thing
        and _UPON.search(COMMA.split(quantity.before)[-1])
        and not _JOINED.search(quantity.thing)
        and not COMMA.split(quantity.before)[-1].endswith(_GATHERED)
    )


def is_aimed_at(quantity: Quantity) -> bool:
    """Tell whether a number is what was to be done, not what was: 完成下达的50家建会任务, 争取新建3家."""
    said = COMMA.split(quantity.before.rstrip("（("))[-1]
    return bool(
        (_AIMED.search(said) and _AIM.search(quantity.thing))
        or _AIM_IS.search(said)
        or _PLANNED.search(_STOP.split(quantity.so_far)[-1])
        or (_PLAN.search(quantity.heading) and not _SO_FAR.search(quantity.heading))
    )


def is_for_each(quantity: Quantity) -> bool:
    """Tell whether an amount is that of each: 每人送去500元."""
    return quantity.unit == "元" and _FOR_EACH.search(quantity.before) is not None


def purpose_of(quantity: Quantity) -> str:
    """Return what an amount was for, which a report says behind it: 投入6万元，为32名困难职工提供救助."""
    if quantity.unit != "元" or not _PROVIDED.search(COMMA.split(quantity.before)[-1]):
        return ""
    purpose = "".join(_CLAUSE.split(quantity.rest)[:2])
    return purpose if _SPENT_ON.match(purpose) else ""


def is_standard(quantity: Quantity) -> bool:
    """Tell whether a number is a rule and counts nothing: 慰问标准由200元提高到300元."""
    return _STANDARD.search(quantity.before) is not None


def may_count(quantity: Quantity) -> Callable[[str], bool]:
    """Return which figures, by their names, a number may be of.

    What was aimed at is of those that count tasks, what ought to be of those that say so (应签约单位), what
    each was given of those that tell an average; a rule is of none.
    """
    if _OUGHT.search(COMMA.split(quantity.before)[-1]):
        return lambda label: "应" in label
    if is_standard(quantity):
        return lambda label: False
    if is_aimed_at(quantity):
        return lambda label: "任务" in label
    if is_for_each(quantity):
        return lambda label: "均" in label
    return lambda label: "均" not in label or "均" in quantity.before
