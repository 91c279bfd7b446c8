#!/usr/bin/env bash
# dateparser reads 12月31日 as 2012-05-31: October, November and December are taken for years.
#
# Versions: dateparser 1.5.0, Python 3.11.
# Guess before the run: a Chinese day without its year is one of the current year, whether the language is
# told or found. Seen: told languages=["zh"], none is read at all (None); left to find the language, it reads
# 3月8日 and 9月30日 right, but from October on the month becomes the year (10 is 2010, 12 is 2012) and the
# day becomes the month or stays, the rest comes from today. Nothing warns, a date of the right shape comes
# back. A thread on the like of it is open since 2019 (scrapinghub/dateparser, 519). Remedy: name the format,
# date_formats=["%m月%d日"], or read the date oneself.
# Output: found 2026-03-08 2026-09-30 2010-01-20 2011-05-20 2012-05-31, told None None None None None,
#         with the format 2026-03-08 2026-09-30 2026-10-01 2026-11-05 2026-12-31
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check dateparser==1.5.0
cat >try.py <<'PYTHON'
from datetime import datetime

import dateparser

SETTINGS = {"RELATIVE_BASE": datetime(2026, 5, 20)}  # today, so that the answer does not change with it


def read(**told):
    dates = (dateparser.parse(text, settings=SETTINGS, **told) for text in ("3月8日", "9月30日", "10月1日", "11月5日", "12月31日"))
    return " ".join(str(found and found.date()) for found in dates)


print("found", read())
print("told", read(languages=["zh"]))
print("with the format", read(date_formats=["%m月%d日"]))
PYTHON
seen=$(env/bin/python try.py)
echo "$seen"
[ "$seen" = "found 2026-03-08 2026-09-30 2010-01-20 2011-05-20 2012-05-31
told None None None None None
with the format 2026-03-08 2026-09-30 2026-10-01 2026-11-05 2026-12-31" ]
