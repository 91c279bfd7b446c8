"""Work handed over from one clerk to another."""

from __future__ import annotations

from app.register import Register, Section
from app.subjects.office.handovers.forms import HANDOVER_LIST
from app.subjects.office.handovers.records import Handover

HANDOVERS = Register(
    "office.handovers",
    "工作交接",
    Handover,
    columns=(Handover.handed_on, Handover.giver, Handover.taker, Handover.witness, Handover.reason),
    sections=(
        Section(
            "交接",
            Handover.handed_on,
            Handover.giver,
            Handover.taker,
            Handover.witness,
            Handover.reason,
            Handover.handover_no,
        ),
        Section(
            "钥匙、印章和备份",
            Handover.keys,
            Handover.seals,
            Handover.backups,
            Handover.things,
            Handover.unfinished,
            Handover.remark,
        ),
    ),
    filters=(Handover.handed_on, Handover.reason),
    search=(Handover.giver, Handover.taker, Handover.handover_no),
    prints=(HANDOVER_LIST,),
    order=(Handover.handed_on.desc(), Handover.id.desc()),
    unit="次",
)
