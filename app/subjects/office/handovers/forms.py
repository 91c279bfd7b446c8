"""The list by which a clerk hands the work over (交接清单)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from app.printing.filling import Filling, Row, heading, story, table
from app.printing.form import FormSheet
from app.printing.heads import BLANK_DATE, office_head
from app.printing.layout import FormPrint
from app.printing.selection import Selection
from app.rules.dates import write_date
from app.subjects.contracts.collective.records import CollectiveContract
from app.subjects.disputes.cases.records import DisputeCase
from app.subjects.hardship.aid.records import AidBatch
from app.subjects.office.handovers.pending import due_contracts, open_batches, open_cases
from app.subjects.office.handovers.records import Handover

_CASES = (("案号或编号", 6), ("双方当事人", 10), ("申请日期", 4), ("调解期限", 4))
_BATCHES = (("批次", 10), ("资金来源", 5), ("金额（元）", 5), ("计划发放", 4))
_CONTRACTS = (("签约单位", 10), ("合同种类", 9), ("到期日", 5))
_ROWS = 3  # of each table on a blank list

_Columns = Sequence[tuple[str, int]]


def _case(case: DisputeCase) -> tuple[str, ...]:
    sides = "、".join(side for side in (case.applicants, case.respondents) if side)
    return (
        case.case_no or case.serial_no,
        sides,
        write_date(case.applied_on),
        DisputeCase.due_on.format(case.due_on),
    )


def _batch(batch: AidBatch) -> tuple[str, ...]:
    return batch.name, batch.fund_source, batch.total, write_date(batch.planned_on)


def _contract(contract: CollectiveContract) -> tuple[str, ...]:
    return contract.employer, contract.kind, write_date(contract.end_on)


def _sheet(handover: Handover, full_ids: bool) -> FormSheet:
    boxed, day = Filling(handover, full_ids).boxed, handover.handed_on
    return FormSheet(
        "工作交接清单",
        (
            (
                *boxed(Handover.giver, 4),
                *boxed(Handover.taker, 4),
                *boxed(Handover.witness, 4),
                *boxed(Handover.reason, 4),
            ),
            *_listed("一、未结劳动争议案件", _CASES, day, lambda day: map(_case, open_cases(day))),
            *_listed("二、未发放的帮扶批次", _BATCHES, day, lambda day: map(_batch, open_batches(day))),
            *_listed(
                "三、三个月内到期的集体合同", _CONTRACTS, day, lambda day: map(_contract, due_contracts(day))
            ),
            heading("四、钥匙、印章、备份和其他"),
            story("钥匙", handover.keys, 14),
            story("印章和证书", handover.seals, 14),
            story("备份存放处", handover.backups, 14),
            story("设备、票据\n和其他物品", handover.things, 14),
            story("其他未了事项", handover.unfinished, 14),
            story("备注", handover.remark, 10),
        ),
        head_left=office_head(),
        head_right=f"交接日期：{Handover.handed_on.format(day) or BLANK_DATE}",
        closing=("移交人（签名）：", "接交人（签名）：", "监交人（签名）："),
        notes=(
            "本清单一式三份，移交人、接交人和本会各存一份；台账文件、备份和印章逐项当面点清，密码当面交接并由接交人更改。",
        ),
    )


def _listed(
    title: str, columns: _Columns, day: date | None, rows: Callable[[date], Iterable[tuple[str, ...]]]
) -> tuple[Row, ...]:
    """Return a titled table of what is under way on the day; empty lines where the list is blank."""
    if day is None:
        return heading(title), *table(columns, [], least=_ROWS)
    found = list(rows(day))
    nothing = ("无", *("" for _ in columns[1:]))
    return heading(f"{title}（{len(found)}）"), *table(columns, found or [nothing], least=0)


HANDOVER_LIST = FormPrint(
    "office.handover",
    "工作交接清单",
    Handover,
    Selection(Handover, (Handover.handed_on, Handover.id), Handover.handed_on),
    _sheet,
    hides_ids=False,
    dated=Handover.handed_on,
    single="交接清单",
)
