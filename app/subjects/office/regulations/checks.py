"""The rules of the office's rules (domain 10)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import first, others
from app.subjects.office.regulations.records import HOLDING, Regulation, RuleStatus


def holds_once(rule: Regulation) -> Iterator[Problem]:
    """Of two rules of one title only one holds."""
    if rule.title and rule.status in HOLDING:
        same = others(rule).where(Regulation.title == rule.title, Regulation.status.in_(HOLDING))
        if (twin := first(same)) is not None:
            yield Block(Regulation.title, f"同名制度仍有效（{twin.rule_no}），请修订那一条，或先废止它")


def what_holds_is_not_repealed(rule: Regulation) -> Iterator[Problem]:
    """A rule that holds has no day of its repeal; the step asks for the reason, too."""
    if rule.status != RuleStatus.REPEALED and rule.repealed_on is not None:
        yield Block(Regulation.repealed_on, f"状态为“{rule.status}”，废止请点“废止”办理")


def says_something(rule: Regulation) -> Iterator[Problem]:
    """A rule that nobody can read is only a title."""
    if rule.status in HOLDING and not rule.content and rule.text is None:
        yield Warn(Regulation.content, "请写下主要内容，或加入制度全文")


RULE = (holds_once, what_holds_is_not_repealed, says_something)
