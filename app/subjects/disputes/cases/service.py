"""The proof that a party received the papers of a labour dispute (送达回证, domain 4.6)."""

from __future__ import annotations

from collections.abc import Iterator

from app.printing.filling import heading, labelled, story, table, to_tick
from app.printing.form import FormSheet
from app.printing.layout import FormPrint
from app.subjects.disputes.cases.heads import body_name, case_of, matter, number_of, rows_asked
from app.subjects.disputes.cases.notices import ENDED, ENDING, REFUSAL, RIGHTS, SUMMONS
from app.subjects.disputes.cases.records import DisputeCase, DisputeParty, agreements_of
from app.subjects.disputes.mediation.records import CaseStatus

_PAPERS = (("送达文书", 9), ("份数", 2), ("收到日期和时间", 6), ("收件人签名或者盖章", 7))
_ROWS = 5
_WAYS = ("直接送达", "邮寄送达", "留置送达", "委托送达", "其他")


def _receipt(party: DisputeParty, _full_ids: bool) -> FormSheet:
    case = case_of(party)
    handed = [(title, "1", "", "") for title in _handed(case)]
    return FormSheet(
        "送达回证",
        (
            labelled("案由", matter(case), 21, wide=3, align="left"),
            labelled("受送达人", party.name or "", 21, wide=3, align="left"),
            labelled("送达地点", "", 21, wide=3),
            labelled("送达方式", to_tick(_WAYS, 21), 21, wide=3, align="left"),
            heading("送达的文书"),
            *table(_PAPERS, handed, least=_ROWS),
            labelled("代收人及与\n受送达人关系", "", 21, wide=3),
            story("拒收或者\n不能送达的情况", "", 40),
            story("备注", "", 30),
        ),
        head_left=f"案号：{number_of(case)}",
        head_right=body_name(case),
        closing=("签发人：", "送达人：", "见证人："),
        notes=(
            "受送达人不在的，可以交同住的成年家属或者所在单位收件人员代收；拒绝签收的，写明情况，"
            "由送达人和见证人签名。",
        ),
    )


def _handed(case: DisputeCase) -> Iterator[str]:
    """Yield the papers that a party gets as far as the case has come."""
    if case.status == CaseStatus.REFUSED:
        yield REFUSAL.title
    if case.accepted_on is not None:
        yield from (RIGHTS.title, SUMMONS.title)
    yield from ("劳动争议调解协议书" for _ in agreements_of(case))
    if case.outcome in ENDED:
        yield ENDING.title


SERVICE = FormPrint(
    "disputes.service",
    "送达回证",
    DisputeParty,
    lambda request: rows_asked(DisputeParty, request),
    _receipt,
    hides_ids=False,
    single="送达回证",
)
