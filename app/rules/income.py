"""A household's income per head, gross and net, and the category it suggests; all amounts in fen.

Gross is the formula of the old national form (家庭月人均收入), net the one of the current recognition
rules: yearly income less the unavoidable outlay (刚性支出), by twelve months and by the household's size.
"""

from collections.abc import Sequence
from typing import Literal

from app.errors import Invalid
from app.rules.money import write_fen

Category = Literal["深度困难", "相对困难", "低收入"]


def family_year_income(own_monthly: int, members_monthly: Sequence[int], other_yearly: int) -> int:
    """Return the household's yearly income: all monthly incomes × 12, and what is not wages."""
    return (own_monthly + sum(members_monthly)) * 12 + other_yearly


def gross_monthly_pc(year_income: int, size: int) -> int:
    """Return the monthly income per head, rounded half up to the fen."""
    return _per_head_and_month(year_income, size)


def net_monthly_pc(year_income: int, outlay_yearly: int, size: int) -> int:
    """Return the monthly income per head after the year's unavoidable outlay; negative when that is more."""
    return _per_head_and_month(year_income - outlay_yearly, size)


def gross_working(own_monthly: int, members_monthly: Sequence[int], other_yearly: int, size: int) -> str:
    """Write out how the gross figure was reached.

    >>> gross_working(1860_00, [1300_00], 2200_00, 4)
    '((1,860.00 + 1,300.00) × 12 + 2,200.00) ÷ 12 ÷ 4 = 835.83'
    """
    wages = " + ".join(map(write_fen, (own_monthly, *members_monthly)))
    monthly = f"({wages})" if members_monthly else wages
    result = gross_monthly_pc(family_year_income(own_monthly, members_monthly, other_yearly), size)
    return f"({monthly} × 12 + {write_fen(other_yearly)}) ÷ 12 ÷ {size} = {write_fen(result)}"


def net_working(year_income: int, outlay_yearly: int, size: int) -> str:
    """Write out how the net figure was reached.

    >>> net_working(40120_00, 12000_00, 4)
    '(40,120.00 − 12,000.00) ÷ 12 ÷ 4 = 585.83'
    """
    result = net_monthly_pc(year_income, outlay_yearly, size)
    return f"({write_fen(year_income)} − {write_fen(outlay_yearly)}) ÷ 12 ÷ {size} = {write_fen(result)}"


def suggested_category(
    net_pc: int, line: int, multiplier_permille: int, *, inclusive: bool, low: int | None = None
) -> Category | None:
    """Return the category a net income per head suggests against the poverty line (低保标准).

    Some cities count the line itself as deep (`inclusive`), and help low incomes up to so many tenths of a
    percent of the line (`low`). None: the income alone suggests no category.
    """
    if net_pc < line or (inclusive and net_pc == line):
        return "深度困难"
    if net_pc * 1000 < line * multiplier_permille:
        return "相对困难"
    return "低收入" if low is not None and net_pc * 1000 < line * low else None


def _per_head_and_month(yearly: int, size: int) -> int:
    if size < 1:
        raise Invalid("家庭人口至少为 1 人")
    parts = 12 * size
    rounded = (2 * abs(yearly) + parts) // (2 * parts)
    return rounded if yearly >= 0 else -rounded
