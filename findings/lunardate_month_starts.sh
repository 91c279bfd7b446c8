#!/usr/bin/env bash
# lunardate begins three lunar months of the last hundred years a day off: Mid-Autumn 1978 is 16 September.
#
# Versions: lunardate 0.3.0, borax 4.1.3, ephem 4.2.1, Python 3.11.
# A lunar month begins on the day, by the clock of 120° east, on which the moon is new. Guess before the run:
# all lunar calendars agree from 1930 to 2030, they copy one table. Seen: borax agrees with the sky in every
# month, lunardate begins three on another day, so that 90 days have a wrong lunar date. Twice the moon was
# new a few minutes after midnight (1933, 1978); in 1954 it was new in the evening, and the table is plainly
# wrong. It matters for the lunar birthdays of people who are now 48, 72 and 93. calendar.js had the same
# 1933 (jjonline/calendar.js, 11). Remedy: another calendar, or one's table tested against new moons.
# Output: lunardate 1933-07-22 1954-11-26 1978-09-02 for new moons on 1933-07-23 1954-11-25 1978-09-03,
#         borax none, Mid-Autumn of 1978: lunardate 1978-09-16 borax 1978-09-17
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check lunardate==0.3.0 borax==4.1.3 ephem==4.2.1
cat >try.py <<'PYTHON'
from datetime import date, timedelta

import ephem
from borax.calendars.lunardate import LunarDate as Borax
from lunardate import LunarDate

DAYS = [date(1930, 2, 1) + timedelta(n) for n in range(36_500)]


def new_moons():
    """Each day in China on which the moon is new."""
    moon = ephem.Date(DAYS[0])
    while (moon := ephem.next_new_moon(moon)) < ephem.Date(DAYS[-1]):
        yield (moon.datetime() + timedelta(hours=8)).date()


sky = set(new_moons())
lunardate = {day for day in DAYS if LunarDate.from_solar_date(day.year, day.month, day.day).day == 1}
borax = {day for day in DAYS if Borax.from_solar(day).day == 1}
span = {day for day in DAYS[40:-40]}
print("lunardate", *sorted((lunardate - sky) & span), "for new moons on", *sorted((sky - lunardate) & span))
print("borax", *sorted((borax ^ sky) & span) or ["none"])
print("Mid-Autumn of 1978: lunardate", LunarDate(1978, 8, 15).to_solar_date(), "borax", Borax(1978, 8, 15).to_solar_date())
PYTHON
seen=$(env/bin/python try.py)
echo "$seen"
[ "$seen" = "lunardate 1933-07-22 1954-11-26 1978-09-02 for new moons on 1933-07-23 1954-11-25 1978-09-03
borax none
Mid-Autumn of 1978: lunardate 1978-09-16 borax 1978-09-17" ]
