"""Break the program in many small places, one at a time, and see whether the nearest tests notice.

Run by hand, from the root of the checkout; pytest does not collect this file:

    python tests/mutate.py [WORD ...]     every place, or those whose file or text holds one of the words

Each place is a text that stands exactly once in `app/`, wherever its file has moved to, and what takes its
place: mostly an edge (`<=` to `<`), sometimes a condition left out. The nearest tests are the files whose
path shares most words with that of the mutated file, and its own examples. A copy of the tree is broken,
never the tree itself.
"""

from __future__ import annotations

import compileall
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_COPIED = ("app", "ui", "tests", "resources", "pyproject.toml", "Makefile", "build.spec", ".ci")


@dataclass(frozen=True)
class Place:
    """A text of the program, what stands there instead, and further words by which its tests are found."""

    text: str
    instead: str
    near: str = ""


RULES = (
    Place("gap = words and (skipped or group < 1000)", "gap = words and (skipped or group < 100)"),
    Place("words and (jiao == 0 or yuan % 10 == 0)", "words and jiao == 0"),
    Place("if len(digits) > len(str(LARGEST_FEN)):", "if len(digits) >= len(str(LARGEST_FEN)):"),
    Place("if net_pc < line or (", "if net_pc <= line or ("),
    Place("net_pc * 1000 < line * multiplier_permille", "net_pc * 1000 <= line * multiplier_permille"),
    Place("(2 * abs(yearly) + parts) //", "(2 * abs(yearly) + parts - 1) //"),
    Place("return self.first <= day <= self.last", "return self.first <= day < self.last"),
    Place("return self.last < date.today()", "return self.last <= date.today()"),
    Place("within.last <= period.last]", "within.last < period.last]"),
    Place("((day.month, day.day) < (birth.month", "((day.month, day.day) <= (birth.month"),
    Place("range(1, (last - first).days + 1)", "range(1, (last - first).days)"),
    Place(
        "while months and last_day(first, months) > last:",
        "while months and last_day(first, months) >= last:",
    ),
    Place("_WHOLE_PERCENT_FROM = 50 ", "_WHOLE_PERCENT_FROM = 49 "),
    Place("if (above - number) * _NEAR <= above:", "if (above - number) * _NEAR < above:"),
    Place("if birth > today:", "if birth >= today:"),
    Place("age_on(birth, today) > _OLDEST", "age_on(birth, today) >= _OLDEST"),
    Place("return closes if opens <= day <= closes", "return closes if opens <= day < closes"),
    Place("if not 13 <= len(number) <= 19:", "if not 13 < len(number) <= 19:"),
)
FIGURES = (
    Place("Intern.last_day >= period.first", "Intern.last_day > period.first"),
    Place("MutualEnrolment.cover_to >= day", "MutualEnrolment.cover_to > day"),
    Place("(born <= years_later(day, -first))", "(born < years_later(day, -first))"),
    Place("return members_on_roll(period.first - timedelta(days=1))", "return members_on_roll(period.first)"),
    Place("_out_on(day).where(Lending.due_on < day)", "_out_on(day).where(Lending.due_on <= day)"),
    Place(
        "(CashEntry.booked_on < period.first) | carried", "(CashEntry.booked_on <= period.first) | carried"
    ),
    Place("DisputeCase.closed_on > DisputeCase.due_on", "DisputeCase.closed_on >= DisputeCase.due_on"),
    Place("InWords(TermEndOn(day) < day, words)", "InWords(TermEndOn(day) <= day, words)"),
    Place("field.is_null() | (field > day)", "field.is_null() | (field >= day)", "figures hardship"),
    Place("where(Donation.donated_on <= day)", "where(Donation.donated_on < day)"),
    Place("(HardshipFile.opened_on <= day) & not_yet", "(HardshipFile.opened_on < day) & not_yet"),
    Place("DisputeCase.accepted_on <= day", "DisputeCase.accepted_on < day"),
    Place("_FEWEST_PARTS <= len(readings)", "_FEWEST_PARTS < len(readings)"),
)
CHECKS = (
    Place("3 * present < 2 * due", "3 * present <= 2 * due"),
    Place("2 * agreed <= due", "2 * agreed < due"),
    Place("end > last_day(start, 3 * _YEAR)", "end >= last_day(start, 3 * _YEAR)"),
    Place("filed > signed + FILE_WITHIN", "filed >= signed + FILE_WITHIN"),
    Place("elif left <= _LIMITATION_NEAR", "elif left < _LIMITATION_NEAR"),
    Place("case.closed_on + within < date.today()", "case.closed_on + within <= date.today()"),
    Place(
        "(case.people_count or 0) >= COLLECTIVE_FROM",
        "(case.people_count or 0) > COLLECTIVE_FROM",
        "disputes cases checks",
    ),
    Place("age_on(member.birth_date, joined) < YOUNGEST", "age_on(member.birth_date, joined) <= YOUNGEST"),
    Place("_Table(60, 4, 36), _Table(55, 4, 36)", "_Table(60, 3, 36), _Table(55, 4, 36)"),
    Place("return 0 if late < 0 else", "return 0 if late <= 0 else"),
    Place("age_on(kin.birth_date, date.today()) > 18", "age_on(kin.birth_date, date.today()) >= 18"),
    Place("if days < wanted:", "if days <= wanted:"),
    Place("before + payment.amount > limit.per_year", "before + payment.amount >= limit.per_year"),
    Place("file.opened_on <= payment.paid_on < file", "file.opened_on <= payment.paid_on <= file"),
    Place(
        "if first_day and last_day and not first_day <= day <=",
        "if first_day and last_day and not first_day <= day <",
    ),
    Place("if women >= standard(", "if women > standard("),
    Place("(union.member_count or 0) <= most", "(union.member_count or 0) < most"),
    Place("abs(now - then) * 1000 > then * most", "abs(now - then) * 1000 >= then * most"),
    Place("elif lending.pieces > free:", "elif lending.pieces >= free:"),
    Place("len(core) >= _TELLING", "len(core) > _TELLING"),
    Place("_LIKE = 0.75 ", "_LIKE = 0.76 ", "exchange sheets"),
)
KEEPING = (
    Place("WHERE id = ? AND version = ?", "WHERE id = ? AND ? > 0", "keeping"),
    Place(
        "(child.owner == record) & (child.register.record.deleted_at == binned_at)", "child.owner == record"
    ),
    Place("if record.__data__.get(name) is None:", "if name in record.__data__:"),
    Place("if owner.deleted_at is not None:", "if False:"),
    Place('names.sort_key(words[0]) + "\\t" +', 'names.sort_key(words[0]) + " " +'),
    Place("if state not in step.sources:", "if False:", "hardship aid acts"),
    Place("payment.signed = payment.signed or signed", "payment.signed = signed", "hardship aid acts"),
    Place("batch.balance_before - batch_sum(batch)", "batch.balance_before", "hardship aid acts"),
    Place("for record_id in ids if record_id in in_state]", "for record_id in ids]"),
)
PLACES = (*RULES, *FIGURES, *CHECKS, *KEEPING)


def main(words: list[str]) -> int:
    """Break each place in turn; return how many the tests did not notice."""
    files = [(place, _file_of(place)) for place in PLACES]
    chosen = [(place, file) for place, file in files if _is_meant(place, file, words)]
    survivors = []
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
        copy = Path(folder)
        _copy_tree(copy)
        nearest = {place: _nearest(file, place.near) for place, file in chosen}
        if not _pass(copy, sorted({test for tests in nearest.values() for test in tests})):
            sys.exit("the tests fail before anything was broken")
        for number, (place, file) in enumerate(chosen, 1):
            survived = _survives(copy, place, file, nearest[place])
            survivors += [place] if survived else []
            _say(f"{number:3} {'SURVIVED' if survived else 'caught  '} {file}: {place.instead}")
    _say(f"{len(chosen) - len(survivors)} of {len(chosen)} caught")
    return len(survivors)


def _file_of(place: Place) -> Path:
    """Return the file, as seen from the root, in which a text stands; exits unless it stands exactly once."""
    texts = ((path, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "app").rglob("*.py")))
    files = [path for path, text in texts for _ in range(text.count(place.text))]
    if len(files) != 1:
        sys.exit(f"stands {len(files)} times instead of once: {place.text}")
    return files[0].relative_to(ROOT)


def _is_meant(place: Place, file: Path, words: list[str]) -> bool:
    return not words or any(word in str(file) or word in place.text for word in words)


def _words(path: str) -> set[str]:
    return set(re.split(r"[/_. ]", path)) - {"", "app", "py", "subjects", "test", "tests"}


def _nearest(file: Path, near: str) -> list[Path]:
    """Return the test files whose path shares most words with `near`, or else with the mutated file's."""
    wanted = _words(near or str(file))
    tests = [path.relative_to(ROOT) for path in sorted((ROOT / "tests" / "app").rglob("test_*.py"))]
    shared = {test: len(wanted & _words(str(test))) / len(wanted | _words(str(test))) for test in tests}
    nearest = [test for test, share in shared.items() if share == max(shared.values())]
    return [file, *nearest] if ">>>" in (ROOT / file).read_text(encoding="utf-8") else nearest


def _copy_tree(copy: Path) -> None:
    for name in _COPIED:
        source = ROOT / name
        if name == "resources":
            (copy / name).symlink_to(source)
        elif source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, copy / name)
    compileall.compile_dir(copy / "app", quiet=1)


def _survives(copy: Path, place: Place, file: Path, tests: list[Path]) -> bool:
    broken = (ROOT / file).read_text(encoding="utf-8").replace(place.text, place.instead)
    (copy / file).write_text(broken, encoding="utf-8")
    try:
        return _pass(copy, tests)
    finally:
        shutil.copy2(ROOT / file, copy / file)


def _pass(copy: Path, tests: list[Path]) -> bool:
    """Run test files in the copy; no bytecode is written, as a file and its broken form may share a date."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [*command, *map(str, tests)], cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1):  # neither passed nor failed: nothing was tested
        sys.exit(done.stdout + done.stderr)
    return done.returncode == 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1:])))
