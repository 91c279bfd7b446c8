import pytest

from app.errors import Invalid
from app.rules.flags import read_flag


@pytest.mark.parametrize(
    "text", ["是", "√", "✓", "有", "对", "y", "Y", "yes", "1", "１", "1.0", "true", "TRUE"]
)
def test_yes_is_read(text: str) -> None:
    assert read_flag(text) is True


@pytest.mark.parametrize("text", ["否", "×", "✗", "无", "错", "n", "N", "no", "0", "0.0", "false", "FALSE"])
def test_no_is_read(text: str) -> None:
    assert read_flag(text) is False


@pytest.mark.parametrize("text", ["未核实", "2", "是否"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="请填“是”或“否”"):
        read_flag(text)
