"""Goals of a year (目标任务): set by the union above or by the office, held up a year later (domain 18)."""

from __future__ import annotations

from datetime import date

from app.fields import CountField, DateField, Derived, NotesField, TextField, When
from app.records.base import Record
from app.rules.dates import this_year
from app.subjects.office.goals import progress


def _countable(_: Goal) -> list[str]:
    return progress.countable()


def _done(goal: Goal) -> str:
    return progress.done_in_table(goal, date.today())


def _rate(goal: Goal) -> str:
    return progress.rate_in_words(goal, date.today())


def _standing(goal: Goal) -> str:
    return progress.standing(goal, date.today())


class Goal(Record):
    """What is to be reached in a year: so many of something, or one thing to be done."""

    year = CountField("年度", default=this_year, least=1949, most=2200, about="任务要在哪一年做完")
    title = TextField(
        "任务",
        aliases=("目标任务", "任务名称", "工作任务", "项目", "任务内容", "考核项目", "目标内容"),
        help_text="例如 新建工会",
        about="要完成的是什么事",
    )
    target = CountField(
        "目标数",
        null=True,
        least=1,
        aliases=("任务数", "指标", "目标", "目标值", "指标数"),
        about="要做到多少，没有数字的任务不填",
    )
    unit = TextField(
        "单位",
        null=True,
        suggest=True,
        longest=6,
        required_if=(When(target),),
        aliases=("计量单位",),
        help_text="例如 家",
        about="目标数用什么单位数",
    )
    figure = TextField(
        "对应统计项",
        null=True,
        offers=_countable,
        aliases=("统计项",),
        help_text="选了就由记录自动计算完成数，例如 新建工会",
        about="完成数由哪一项统计自动得出",
    )
    set_by = TextField(
        "下达单位",
        null=True,
        suggest=True,
        help_text="自定的任务不填",
        about="谁下达的，例如 区总工会；自己定的空着",
    )
    done = Derived("完成数", _done, align="right", about="到今天做到多少")
    rate = Derived("完成率", _rate, align="right", about="完成数占目标数的百分之几，超额的大于100%")
    standing = Derived("完成情况", _standing, about="完成了没有、超额多少")
    stated = CountField(
        "填报完成数",
        null=True,
        aliases=("完成数", "已完成", "完成", "实际完成", "实际完成数"),
        help_text="没有对应统计项的任务填写",
        about="做到多少，由人填写",
    )
    finished_on = DateField(
        "完成日期",
        null=True,
        past=True,
        help_text="没有目标数的任务完成后填写",
        about="没有数字可比的任务，做完那天填上",
    )
    reason = TextField("未完成原因", null=True, aliases=("原因",), about="为什么没有完成，总结中引用")
    remark = NotesField("备注", null=True)

    naming = (title,)
