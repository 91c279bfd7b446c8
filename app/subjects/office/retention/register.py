"""How long what is told of people is kept (domain 12.3)."""

from __future__ import annotations

from app.records.retention import RetentionRule
from app.register import Register, Section

RETENTION = Register(
    "settings.retention",
    "保存期限",
    RetentionRule,
    columns=(RetentionRule.kind, RetentionRule.years, RetentionRule.source),
    sections=(Section("保存期限", RetentionRule.kind, RetentionRule.years, RetentionRule.source),),
    search=(RetentionRule.source,),
    order=(RetentionRule.id.asc(),),
    unique_together=((RetentionRule.kind,),),
)
