#!/usr/bin/env bash
# cpca puts an address in a county that it does not know into Chongqing: 崇明县城桥镇 becomes 重庆市.
#
# Versions: cpca 0.5.5, Python 3.11.
# Registers of some years hold counties that are districts today. Guess before the run: what the table lacks is
# left empty, as the district of 上海市卢湾区打浦路 is. Seen: this holds only behind a city that is named. Alone,
# an unknown county in whose name no other place is found (崇明县, 奉贤县, 望城县) is 重庆市 with code 500200, and
# so is 县前街5号, for the national table has an entry that is called just 县, the counties under Chongqing, and
# cpca looks for it anywhere in the text. Nothing marks it as a guess. Known since 2021 (DQinYuan/chinese_province_city_area_mapper, 95).
# Remedy: take no answer with code 500200, or name the city before the county.
# Output: 上海市卢湾区打浦路 上海市 310000, 崇明县城桥镇 重庆市 500200, 奉贤县南桥镇 重庆市 500200,
#         望城县 重庆市 500200, 县前街5号 重庆市 500200, 上海市崇明县城桥镇 上海市 310000, 平阳县昆阳镇 浙江省 330326
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check cpca==0.5.5
cat >try.py <<'PYTHON'
import cpca

PLACES = ["上海市卢湾区打浦路", "崇明县城桥镇", "奉贤县南桥镇", "望城县", "县前街5号", "上海市崇明县城桥镇", "平阳县昆阳镇"]
answers = cpca.transform(PLACES).to_dict("records")
print(", ".join(f"{place} {answer['省']} {answer['adcode']}" for place, answer in zip(PLACES, answers, strict=True)))
PYTHON
seen=$(env/bin/python try.py)
echo "$seen"
[ "$seen" = "上海市卢湾区打浦路 上海市 310000, 崇明县城桥镇 重庆市 500200, 奉贤县南桥镇 重庆市 500200, \
望城县 重庆市 500200, 县前街5号 重庆市 500200, 上海市崇明县城桥镇 上海市 310000, 平阳县昆阳镇 浙江省 330326" ]
