"""The rules of the office's rules (domain 10)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import first, in_order, not_ahead, others, told_together
from app.subjects.office.regulations.records import HOLDING, Regulation, RuleStatus


def holds_once(rule: Regulation) -> Iterator[Problem]:
    """Of two rules of one title only one holds."""
    if rule.title and rule.status in HOLDING:
        same = others(rule).where(Regulation.title == rule.title, Regulation.status.in_(HOLDING))
        if (twin := first(same)) is not None:
            yield Block(Regulation.title, f"同名制度仍有效（{twin.rule_no}），请修订那一条，或先废止它")


def days_fit(rule: Regulation) -> Iterator[Problem]:
    """A rule is issued, revised and repealed in this order, by today."""
    yield from in_order(rule, (Regulation.issued_on, Regulation.revised_on, Regulation.repealed_on))
    yield from not_ahead(rule, Regulation.revised_on, Regulation.repealed_on)


def change_is_told(rule: Regulation) -> Iterator[Problem]:
    """What was revised or repealed says when and why; what holds as issued was neither."""
    if rule.status == RuleStatus.REVISED:
        yield from told_together(rule, rule.status, Regulation.revised_on, Regulation.change_reason)
    if rule.status == RuleStatus.REPEALED:
        yield from told_together(rule, rule.status, Regulation.repealed_on, Regulation.change_reason)
    elif rule.repealed_on is not None:
        yield Block(Regulation.repealed_on, f"状态为“{rule.status}”，废止请点“废止”办理")


def says_something(rule: Regulation) -> Iterator[Problem]:
    """A rule that nobody can read is only a title."""
    if rule.status in HOLDING and not rule.content and rule.text is None:
        yield Warn(Regulation.content, "请写下主要内容，或加入制度全文")


RULE = (holds_once, days_fit, change_is_told, says_something)
