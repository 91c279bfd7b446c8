#!/usr/bin/env bash
# pandas gives an identity number that Excel has cut to 15 digits three last digits that nobody typed.
#
# Versions: pandas 3.1.1, openpyxl 3.1.5, python-calamine 0.9.1, xlsx2csv 0.8.6, XlsxWriter 3.3.1, Python 3.11.
# An identity number of 18 digits typed into a cell that is not text keeps its first 15: Excel shows and
# stores 3.10104199003071E+17. Guess before the run: a reader gives the lost digits as 000, which a check of
# imports can look for. Seen: read_excel(dtype=str) gives 310104199003070976 by either engine, since the
# nearest binary number is a multiple of 64: even the digit that was right has changed, and the text looks
# complete. People of one district, birthday and first digit of the sequence all get this same number.
# xlsx2csv gives ...1000. Remedy: look at the number in the cell before it becomes text, and refuse what is
# not below 10**15; never look for zeros at the end.
# Output: openpyxl ['310104199003070976'], calamine ['310104199003070976'], xlsx2csv ['310104199003071000']
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check pandas==3.1.1 openpyxl==3.1.5 python-calamine==0.9.1 \
    xlsx2csv==0.8.6 XlsxWriter==3.3.1
cat >try.py <<'PYTHON'
from io import StringIO

import pandas
import xlsxwriter
from xlsx2csv import Xlsx2csv

with xlsxwriter.Workbook("roll.xlsx") as book:
    sheet = book.add_worksheet()
    sheet.write_string(0, 0, "身份证号")
    for row, typed in enumerate(("310104199003071231", "310104199003071450", "310104199003071999"), start=1):
        sheet.write_number(row, 0, float(typed[:15] + "000"))  # what Excel keeps of it

for engine in ("openpyxl", "calamine"):
    print(engine, pandas.read_excel("roll.xlsx", dtype=str, engine=engine)["身份证号"].unique().tolist())
lines = StringIO()
Xlsx2csv("roll.xlsx").convert(lines)
print("xlsx2csv", sorted(set(lines.getvalue().split()[1:])))
PYTHON
seen=$(env/bin/python try.py)
echo "$seen"
[ "$seen" = "openpyxl ['310104199003070976']
calamine ['310104199003070976']
xlsx2csv ['310104199003071000']" ]
