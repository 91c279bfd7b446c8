#!/usr/bin/env bash
# SQLite up to 3.40.1 finds nothing by LIKE '%工会%' in a trigram table, though it finds LIKE '%ab%'.
#
# Versions: apsw 3.40.1.0 and 3.41.2.0, each with SQLite of that version, Python 3.11.
# A full-text table with the trigram tokenizer cannot answer MATCH of two characters; LIKE and GLOB are said to
# be answered by the index where it helps and by reading all rows where not. Guess before the run: LIKE of two
# Chinese characters reads all rows. Seen: until 3.40.1 (the SQLite of Debian 12, so of its Python) even one
# Chinese character finds no row, without an error; two Latin letters and three Chinese ones are found. It looks
# as if bytes were counted for characters: 工会 has six bytes, which the index is asked for in vain. 3.41.2
# finds all. Most Chinese words have two characters. Remedy: LIKE on the ordinary table that the
# full-text table indexes, for anything shorter than three characters.
# Output: 3.40.1 会 0 工会 0 区工会 1 ab 1, 3.41.2 会 1 工会 1 区工会 1 ab 1
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
for version in 3.40.1.0 3.41.2.0; do
    env/bin/pip install --quiet --disable-pip-version-check --target "$version" "apsw==$version"
done
cat >try.py <<'PYTHON'
import apsw

database = apsw.Connection(":memory:").cursor()
database.execute("CREATE VIRTUAL TABLE notes USING fts5 (text, tokenize = 'trigram')")
database.execute("INSERT INTO notes VALUES ('社区工会 ab')")


def found(text):
    query = "SELECT count(*) FROM notes WHERE text LIKE ?"
    return next(database.execute(query, (f"%{text}%",)))[0]


print(apsw.sqlitelibversion(), *(f"{text} {found(text)}" for text in ("会", "工会", "区工会", "ab")))
PYTHON
seen=$(for version in 3.40.1.0 3.41.2.0; do PYTHONPATH=$version env/bin/python try.py; done)
echo "$seen"
[ "$seen" = "3.40.1 会 0 工会 0 区工会 1 ab 1
3.41.2 会 1 工会 1 区工会 1 ab 1" ]
