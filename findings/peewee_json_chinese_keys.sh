#!/usr/bin/env bash
# Peewee's JSONField cannot find by a Chinese key before SQLite 3.45, and set() then writes the key twice.
#
# Versions: peewee 4.5.3, apsw 3.44.2.0 and 3.45.0.0, each with SQLite of that version, Python 3.11.
# JSONField stores what json.dumps makes, 职务 as \u804c\u52a1; a query asks for the path $."职务". Guess before
# the run: LIKE on the stored text finds nothing, json_extract does, for the two spellings are one string in
# JSON. Seen: before 3.45 SQLite compares keys as they are spelled, so WHERE finds no row (values are compared
# right), and field.set() adds the key a second time in its other spelling: queries see the new value, so does
# json.loads, but the same file opened by 3.45 or later gives the old one. Neither is at fault alone. The wish for readable
# text was turned down because SQLite stores JSON well (coleifer/peewee, 1844). Remedy:
# JSONField(json_dumps=partial(json.dumps, ensure_ascii=False)), or keys of Latin letters.
# Output: 3.44.2 escaped 0 plain 1 {"\u804c\u52a1":"\u4e3b\u5e2d","职务":"委员"} twice 委员
#         3.45.0 escaped 1 plain 1 {"\u804c\u52a1":"委员"} twice 主席
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check peewee==4.5.3
for version in 3.44.2.0 3.45.0.0; do
    env/bin/pip install --quiet --disable-pip-version-check --target "$version" "apsw==$version"
done
cat >try.py <<'PYTHON'
import json
from functools import partial

import apsw
from peewee import Model
from playhouse.apsw_ext import APSWDatabase
from playhouse.sqlite_ext import JSONField

database = APSWDatabase(":memory:")


class Person(Model):
    escaped = JSONField()
    plain = JSONField(json_dumps=partial(json.dumps, ensure_ascii=False))

    class Meta:
        database = database


database.create_tables([Person])
Person.create(escaped={"职务": "主席"}, plain={"职务": "主席"})
found = {f.name: Person.select().where(f["职务"] == "主席").count() for f in (Person.escaped, Person.plain)}
Person.update(escaped=Person.escaped["职务"].set("委员")).execute()
stored = database.execute_sql("SELECT escaped FROM person").fetchone()[0]
twice = json.dumps({"职务": "主席"})[:-1] + ', "职务": "委员"}'
value = database.execute_sql("SELECT json_extract(?, ?)", (twice, '$."职务"')).fetchone()[0]
print(apsw.sqlite_lib_version(), "escaped", found["escaped"], "plain", found["plain"], stored, "twice", value)
PYTHON
seen=$(for version in 3.44.2.0 3.45.0.0; do PYTHONPATH=$version env/bin/python try.py; done)
echo "$seen"
[ "$seen" = '3.44.2 escaped 0 plain 1 {"\u804c\u52a1":"\u4e3b\u5e2d","职务":"委员"} twice 委员
3.45.0 escaped 1 plain 1 {"\u804c\u52a1":"委员"} twice 主席' ]
