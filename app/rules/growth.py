"""Comparison with the year before (同比, domain 0.2), and rounded phrases (近, 多, 余; domain 11.1)."""

from app.rules.numbers import half_up, write_percent

_NEAR = 20  # 近: at most a twentieth below the round number; 多, 余: at most a twentieth above
_TEN_THOUSAND = 10_000
_WHOLE_PERCENT_FROM = 50  # from 5% on, a text leaves out the decimal


def growth(now: int | None, before: int | None) -> int | None:
    """Return the change in tenths of a percent; None where there is nothing to compare with.

    >>> growth(686, 624), growth(5, 0)
    (99, None)
    """
    if now is None or not before:
        return None
    return half_up(1000 * (now - before), abs(before))


def write_growth(permille: int | None) -> str:
    """Write a change for a table: +9.9%, -5.0%, —."""
    if permille is None:
        return "—"
    return f"{'+' if permille > 0 else ''}{write_percent(permille)}"


def write_points(permille: int | None) -> str:
    """Write a difference of two percentages for a table: +2.5个百分点."""
    if permille is None:
        return "—"
    return f"{write_growth(permille).removesuffix('%')}个百分点"


def say_growth(permille: int | None) -> str:
    """Write a change for a text, in whole percents from 5% on: 增长10%, 下降4.2%, 持平.

    >>> say_growth(99), say_growth(-42), say_growth(0)
    ('增长10%', '下降4.2%', '持平')
    """
    if permille is None:
        return "—"
    if permille == 0:
        return "持平"
    size = abs(permille)
    percent = (
        f"{half_up(size, 10)}%" if size >= _WHOLE_PERCENT_FROM else write_percent(size).replace(".0%", "%")
    )
    return f"{'增长' if permille > 0 else '下降'}{percent}"


def roughly(number: int) -> str:
    """Say a count as the office says it: 148 → 近150, 1023 → 1000多, 10230 → 10000余.

    >>> roughly(148), roughly(1023), roughly(10230), roughly(65), roughly(1805), roughly(150)
    ('近150', '1000多', '10000余', '60多', '1800多', '150')
    """
    if number < 10:
        return str(number)
    magnitude = 10 ** (len(str(number)) - 1)
    coarse = max(magnitude // 2, 10)
    above, below = -(-number // coarse) * coarse, number // coarse * coarse
    if number == below:
        return str(number)
    if (above - number) * _NEAR <= above:
        return f"近{above}"
    if (number - below) * _NEAR > below:
        fine = max(magnitude // 10, 10)
        below = number // fine * fine
    return str(number) if below == number else f"{below}{'余' if below >= _TEN_THOUSAND else '多'}"
