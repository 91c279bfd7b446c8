from collections.abc import Callable

import pytest

from app.printing.sheet import Column, Sheet

MakeSheet = Callable[..., Sheet]


@pytest.mark.parametrize(
    "wrong",
    [
        {"amounts": None},
        {"amounts": [1]},
        {"columns": (Column("姓名", 40), Column("金额", 30), Column("签字", 40))},
        {"rows": [("陆建国",), ("欧阳秀兰",)]},
    ],
    ids=["sum without amounts", "an amount short", "amounts without a column", "a cell short"],
)
def test_a_list_that_does_not_add_up_is_told_at_once(make_sheet: MakeSheet, wrong: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="慰问金发放表"):
        make_sheet(**wrong)
