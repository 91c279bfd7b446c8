"""The findings of a check on paper."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.checking import paper
from app.checking.finding import Finding
from app.office import Office

_FOUND = (
    ("文件检查", [Finding("磁盘快满了。", note=True)]),
    ("台账检查", [Finding("会员“单小娟”是“退会”，请核对。", "members", (3, 5))]),
)


def test_each_finding_stands_on_paper_with_its_register_and_records(office: Office, tmp_path: Path) -> None:
    texts = list(paper.sheet(_FOUND).texts())
    assert {"文件检查", "台账检查", "提醒：磁盘快满了。", "会员", "3、5", "共 2 处"} <= set(texts)
    result = paper.write(_FOUND, tmp_path / "检查.pdf", printed_at=datetime(2011, 12, 31))
    assert result.pages == 1
