"""The power of attorney of one who does not come to the mediation in person (授权委托书, domain 4.6)."""

from __future__ import annotations

from app.printing.layout import FormPrint, PaperKind
from app.printing.letter import BLANK, LetterSheet, body, heading, or_blank
from app.subjects.disputes.cases.heads import (
    body_name,
    case_of,
    introduced,
    matter,
    number_of,
    rows_asked,
)
from app.subjects.disputes.cases.records import DisputeParty
from app.subjects.disputes.mediation.records import Role


def _power(party: DisputeParty, _full_ids: bool) -> LetterSheet:
    case = case_of(party)
    other = case.respondents if party.role == Role.APPLICANT else case.applicants
    about = matter(case) or f"{BLANK * 8}争议"
    return LetterSheet(
        "授权委托书",
        (
            body(f"委托人（{introduced(party, case, agent=False).removesuffix('。')}）"),
            body(
                f"受委托人：{or_blank(party.agent, 6)}，性别{BLANK * 2}，身份证号{BLANK * 11}，"
                f"单位和职务{BLANK * 12}，电话{or_blank(party.agent_phone, 7)}，与委托人的关系{BLANK * 6}。"
            ),
            body(
                f"委托人与{or_blank(other, 10)}之间的{about}，由{or_blank(body_name(case), 12)}调解，"
                "现委托上列受委托人作为代理人参加调解。"
            ),
            heading("委托权限（在选定的方框内打勾）"),
            body(
                "□一般代理：代为陈述事实、提供证据、参加调解、签收文书。\n"
                "□特别代理：除上列权限外，代为承认、变更、放弃请求，进行和解，签订调解协议。"
            ),
            body("委托期限：自签名或者盖章之日起至本案调解终结之日止。"),
            body("附：受委托人身份证复印件；委托人是单位的，另附营业执照复印件和法定代表人身份证明。"),
        ),
        number=number_of(case),
        signatures=(("委托人（签名或者盖章）：", "受委托人（签名）："), ("日期：",)),
        notes=("本委托书一式两份，一份交调解组织存卷，一份由受委托人持有。",),
    )


ATTORNEY = FormPrint(
    "disputes.attorney",
    "授权委托书",
    DisputeParty,
    lambda request: rows_asked(DisputeParty, request),
    _power,
    hides_ids=False,
    own_numbers=True,
    single="委托书",
    kind=PaperKind.LETTER,
)
