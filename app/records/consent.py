"""Why personal data are kept, and when the person agreed to it (个人信息保护法, arts. 17 and 29)."""

from __future__ import annotations

from app.fields import ChoiceField, DateField, TextField, When
from app.records import terms
from app.rules import regulations


def purpose(example: str) -> TextField:
    """Return the field for the purpose that the person was told."""
    return TextField(
        "个人信息处理目的",
        null=True,
        suggest=True,
        help_text=f"例如 {example}",
        about="为什么收集和使用这个人的信息，告诉过本人的目的",
        rule=regulations.PURPOSE,
    )


def agreed_on(sensitive: str) -> DateField:
    """Return the field for the day on which the person agreed that these sensitive data are kept."""
    return DateField(
        "单独同意日期",
        null=True,
        past=True,
        aliases=("同意日期", "授权日期", "知情同意日期"),
        about=f"本人同意处理{sensitive}等敏感信息的日子",
        rule=regulations.SEPARATE_CONSENT,
    )


def agreed_how(day: DateField) -> ChoiceField:
    """Return the field for how the person agreed, wanted once the day is known."""
    return ChoiceField(
        "同意方式",
        terms.CONSENTS,
        null=True,
        wanted_if=(When(day),),
        about="在纸上签字、在手机上点同意，还是口头同意并记录",
    )
