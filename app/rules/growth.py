"""Comparison with the year before (同比, domain 0.2), and rounded phrases (近, 多, 余; domain 11.1)."""

from app.rules.numbers import half_up, permille, write_percent

_NEAR = 20  # 近: at most a twentieth below the round number; 多, 余: at most a twentieth above
_TEN_THOUSAND = 10_000
_ALL = 100
_WHOLE_PERCENT_FROM = 50  # from 5% on, a text leaves out the decimal


def growth(now: int | None, before: int | None) -> int | None:
    """Return the change in tenths of a percent; None where there is nothing to compare with.

    A small change is no standstill, and what has not quite doubled or vanished has not (`permille`).

    >>> growth(686, 624), growth(5, 0), growth(10_001, 10_000)
    (99, None, 1)
    """
    if now is None or not before:
        return None
    return permille(now - before, abs(before))


def write_growth(change: int | None) -> str:
    """Write a change for a table: +9.9%, -5.0%, —."""
    if change is None:
        return "—"
    return f"{'+' if change > 0 else ''}{write_percent(change)}"


def write_points(change: int | None) -> str:
    """Write a difference of two percentages for a table: +2.5个百分点."""
    if change is None:
        return "—"
    return f"{write_growth(change).removesuffix('%')}个百分点"


def say_growth(change: int | None) -> str:
    """Write a change for a text, in whole percents from 5% on: 增长10%, 下降4.2%, 下降99.6%, 持平.

    >>> say_growth(99), say_growth(-42), say_growth(0)
    ('增长10%', '下降4.2%', '持平')
    """
    if change is None:
        return "—"
    if change == 0:
        return "持平"
    size = abs(change)
    whole = half_up(size, 10)
    told_whole = size >= _WHOLE_PERCENT_FROM and (whole != _ALL or size == 10 * _ALL)
    percent = f"{whole}%" if told_whole else write_percent(size).replace(".0%", "%")
    return f"{'增长' if change > 0 else '下降'}{percent}"


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
