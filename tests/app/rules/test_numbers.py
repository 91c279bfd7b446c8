import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Invalid
from app.rules.numbers import permille, read_count, read_percent, write_percent


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("12", 12),
        ("12人", 12),
        ("12 人次", 12),
        ("12.0", 12),
        ("１２", 12),
        ("1,200", 1200),
        ("0", 0),
        ("007", 7),
        ("第三届", 3),
        ("第3期", 3),
        ("第十二次", 12),
        ("二", 2),
        ("120㎡", 120),
        ("120平方米", 120),
        ("16学时", 16),
        ("20项", 20),
        ("三类", 3),
        ("24 课时", 24),
        ("8场次", 8),
        ("80家次", 80),
        ("2023年度", 2023),
    ],
)
def test_a_count_is_read_as_it_is_written(text: str, count: int) -> None:
    assert read_count(text) == count


@given(st.integers(0, 999_999_999))
def test_every_count_reads_back(count: int) -> None:
    assert read_count(str(count)) == read_count(f"{count:,}人") == count


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("-1", "不能为负数"),
        ("1.5", "应填整数"),
        ("近3500", "应填整数"),
        ("1.2万", "应填整数"),
        ("1,20", "应填整数"),
        ("十几", "应填整数"),
        ("七八", "应填整数"),
        ("12①", "应填整数"),
        ("NaN", "应填整数"),
        ("1000000000", "数字过大"),
        ("9" * 5000, "数字过大"),
    ],
)
def test_a_wrong_count_is_explained(text: str, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        read_count(text)


@pytest.mark.parametrize(
    ("text", "permille"),
    [
        ("15%", 150),
        ("15", 150),
        ("15.3%", 153),
        ("15.3", 153),
        ("１５．３％", 153),
        ("0.5", 5),
        ("85.75%", 858),
        ("85.74%", 857),
        ("99.95%", 1000),
        ("120%", 1200),
    ],
)
def test_a_percentage_is_read_in_tenths(text: str, permille: int) -> None:
    assert read_percent(text) == permille


def test_a_share_where_a_percentage_belongs_is_refused() -> None:
    with pytest.raises(Invalid, match=r"15\.3% 请写成 15\.3"):
        read_percent("0.153")


@pytest.mark.parametrize(
    ("text", "sentence"), [("-5%", "不能为负数"), ("一成", "例如 15.3%"), ("1e2", "例如")]
)
def test_a_wrong_percentage_is_explained(text: str, sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        read_percent(text)


@given(st.integers(0, 99_999))
def test_a_written_percentage_reads_back(permille: int) -> None:
    assert read_percent(write_percent(permille)) == permille


@pytest.mark.parametrize(("permille", "text"), [(150, "15.0%"), (5, "0.5%"), (-125, "-12.5%")])
def test_a_percentage_is_written_with_one_decimal(permille: int, text: str) -> None:
    assert write_percent(permille) == text


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (3, 20, 150),
        (19_995, 20_000, 999),  # half up it were 100.0%
        (19_989, 20_000, 999),
        (20_000, 20_000, 1000),
        (20_001, 20_000, 1001),
        (1, 20_000, 1),
        (0, 20_000, 0),
        (-19_999, 20_000, -999),
        (-1, 20_000, -1),
        (-20_000, 20_000, -1000),
    ],
)
def test_none_and_all_are_said_of_none_and_all_alone(part: int, whole: int, share: int) -> None:
    assert permille(part, whole) == share
