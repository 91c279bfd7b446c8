"""What stands between blank lines belongs together: a heading goes with all that was under it."""

from __future__ import annotations

import pytest

from app.office import Office
from app.rules.periods import year
from app.summary.compose import compose

_GONE = "受理{{ 受理争议 }}起。"
_EMPTIED = f"总结\n\n一、维权\n（一）调解\n{_GONE}"
_OURS = "{{ 工会名称 }}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"总结\n\n一、维权\n{_GONE}\n\n回顾全年。", "总结\n回顾全年。"),
        (f"总结\n\n一、维权\n（一）调解\n{_GONE}\n\n回顾全年。", "总结\n回顾全年。"),
        (f"总结\n\n一、维权\n（一）调解\n{_GONE}\n\n二、文体\n开展活动。", "总结\n一、文体\n开展活动。"),
        ("总结\n\n一、维权\n\n保护权益。", "总结\n一、维权\n保护权益。"),
        ("总结\n\n一、维权\n（一）调解\n\n化解争议。", "总结\n一、维权\n（一）调解\n化解争议。"),
        (f"总结\n\n一、维权\n{_GONE}\n保护权益。\n\n回顾全年。", "总结\n一、维权\n保护权益。\n回顾全年。"),
        (
            f"{_EMPTIED}\n\n（二）互助\n参保。",
            "总结\n一、维权\n（一）互助\n参保。",
        ),
        (
            f"{_EMPTIED}\n{{% if 受理争议 %}}争议。{{% endif %}}\n（二）互助\n参保。",
            "总结\n一、维权\n（一）互助\n参保。",
        ),
    ],
    ids=[
        "emptied",
        "emptied below its sub-heading",
        "another follows",
        "text after a blank line",
        "text after a blank line below a sub-heading",
        "text is left",
        "a sub-heading follows a blank line",
        "a sub-heading follows a line that is empty",
    ],
)
def test_a_heading_stays_while_anything_is_left_under_it(office: Office, text: str, expected: str) -> None:
    assert compose(text, year(2011)).text == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"{_OURS}建会；{_GONE}开展活动。", "建会。开展活动。"),
        (f"{_OURS}建会；{_GONE}", "建会。"),
        (f"{_OURS}建会。{_GONE}开展活动。", "建会。开展活动。"),
        (f"{_OURS}建会；{_GONE}{_GONE}开展活动。", "建会。开展活动。"),
        (f"{_OURS}建会；受理{{{{ 受理争议 }}}}起；开展活动。", "建会；开展活动。"),
    ],
    ids=["within", "at the end", "after a sentence", "twice", "a clause of it"],
)
def test_what_is_left_of_a_sentence_ends_as_one(office: Office, sentence: str, expected: str) -> None:
    assert compose(f"总结\n\n一、{sentence}", year(2011)).text == f"总结\n一、泰祥社区工会{expected}"
