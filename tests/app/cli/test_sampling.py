"""The command that makes the sample office."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.helpers.commands import Told
from tests.helpers.plain_sql import rows


def test_the_sample_office_is_made_once_and_each_holds_the_same_records(
    done: Told, refused: Told, tmp_path: Path, sample_file: Path
) -> None:
    path = tmp_path / "sample.union"
    assert done("sample", path, "--year", "2011") == f"已生成示例台账“{path}”，其中的人都是虚构的。"
    assert "已经存在" in refused("sample", path)
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'schema_migration'"
    names = [name for (name,) in rows(sample_file, tables)]
    assert {"member", "history"} <= set(names)
    for name in names:
        assert rows(path, f'SELECT * FROM "{name}"') == rows(sample_file, f'SELECT * FROM "{name}"')


def test_a_sample_of_a_year_that_is_not_over_is_refused(refused: Told, tmp_path: Path) -> None:
    path = tmp_path / "sample.union"
    assert "还没有过完" in refused("sample", path, "--year", str(date.today().year + 1))
    assert not path.exists()
