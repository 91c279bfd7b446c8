"""From what age on people may work, and until when (domain 1.7, 7.2 and 18).

The age of retirement rises by months of birth since 2025-01-01: one month for every four months of birth
for men (60 to 63) and for women who retired at 55 (to 58), one for every two for women who retired at 50
(to 55); 全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定 of 2024-09-13 with the tables of
国务院关于渐进式延迟法定退休年龄的办法. Who would have retired before 2025 did so at the old age.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from app.rules.dates import age_on

YOUNGEST = 16
"""Years of age under which nobody may be employed (劳动法 art. 15)."""
_REFORM = (2025, 1)
_EARLIER = 36  # months by which somebody may choose to retire earlier, never under the old age (办法 art. 3)


@dataclass(frozen=True)
class _Table:
    """The old age in years, how many months of birth raise it by one month, and by how many at most."""

    years: int
    months_of_birth: int
    most: int

    def delay(self, birth: date) -> int:
        """Return by how many months retirement is put off."""
        year, month = _REFORM
        late = (birth.year + self.years - year) * 12 + birth.month - month
        return 0 if late < 0 else min(late // self.months_of_birth + 1, self.most)

    def age(self, birth: date) -> int:
        """Return the age of retirement in months."""
        return self.years * 12 + self.delay(birth)

    def earliest(self, birth: date) -> int:
        """Return the age in months from which somebody may choose to retire."""
        return max(self.years * 12, self.age(birth) - _EARLIER)


_MEN, _WOMEN_CADRES, _WOMEN_WORKERS = _Table(60, 4, 36), _Table(55, 4, 36), _Table(50, 2, 60)


def _table(sex: str, *, cadre: bool) -> _Table:
    if sex == "男":
        return _MEN
    return _WOMEN_CADRES if cadre else _WOMEN_WORKERS


def retires_on(birth: date, sex: str, *, cadre: bool = False) -> date:
    """Return the day on which somebody reaches the statutory age of retirement.

    `cadre` tells a woman in a post of management or of a profession, who retired at 55.

    >>> retires_on(date(1965, 1, 15), "男"), retires_on(date(1976, 9, 1), "男")
    (datetime.date(2025, 2, 15), datetime.date(2039, 9, 1))
    """
    return _months_old(birth, _table(sex, cadre=cadre).age(birth))


def may_retire_on(birth: date, sex: str) -> date:
    """Return the first day on which somebody may choose to retire, a woman as a worker."""
    return _months_old(birth, _table(sex, cadre=False).earliest(birth))


def works_until(birth: date, sex: str) -> date:
    """Return the day on which working age ends; records do not tell women's posts, so the later one."""
    return retires_on(birth, sex, cadre=True)


def of_working_age(birth: date, sex: str, day: date) -> bool:
    """Tell whether somebody may work on a day: old enough, and not of the age of retirement yet."""
    return age_on(birth, day) >= YOUNGEST and day < works_until(birth, sex)


def retired_if_born_by(sex: str, day: date) -> date:
    """Return the last birthday of those whose working age has ended by a day."""
    months = day.year * 12 + day.month - 1 - _table(sex, cadre=True).years * 12  # by the old age, the latest
    while True:
        year, month = divmod(months, 12)
        end_of_month = calendar.monthrange(year, month + 1)[1]
        for number in (end_of_month, min(day.day, end_of_month)):
            if works_until(birth := date(year, month + 1, number), sex) <= day:
                return birth
        months -= 1


def _months_old(birth: date, months: int) -> date:
    """Return the day on which somebody is so many months old; a month's last day where it is shorter."""
    year, month = divmod(birth.year * 12 + birth.month - 1 + months, 12)
    return date(year, month + 1, min(birth.day, calendar.monthrange(year, month + 1)[1]))
