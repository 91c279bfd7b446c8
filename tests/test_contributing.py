"""The changes that CONTRIBUTING.md shows are real: each is made on a copy of the program, which is then used.

A change stands there as a diff. Its lines must be found in the file as it is now, wherever they have
moved to, so the page cannot grow old.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.+?)(?=^## |\Z)", PAGE, flags=re.MULTILINE | re.DOTALL))


def diff_of(section: str) -> dict[str, list[list[str]]]:
    """Return the change that a section shows: file → hunks, each a list of lines with their sign."""
    (block,) = re.findall(r"^```diff\n(.+?)^```", SECTIONS[section], flags=re.MULTILINE | re.DOTALL)
    hunks: dict[str, list[list[str]]] = {}
    for line in block.splitlines():
        if line.startswith("+++ "):
            hunks[line.removeprefix("+++ b/")] = []
        elif line.startswith("@@"):
            hunks[list(hunks)[-1]].append([])
        elif not line.startswith("--- "):
            hunks[list(hunks)[-1]][-1].append(line or " ")
    return hunks


def added(section: str) -> dict[str, list[str]]:
    """Return the lines that a section's change adds, by file; none is taken away without one in its place."""
    return {
        file: [line[1:] for hunk in hunks for line in hunk if line.startswith("+")]
        for file, hunks in diff_of(section).items()
    }


def new_files(section: str) -> list[str]:
    """Return the files of a section's change that the program does not have yet."""
    return [file for file in diff_of(section) if not (ROOT / file).exists()]


def _text(hunk: list[str], signs: str) -> str:
    return "".join(f"{line[1:]}\n" for line in hunk if line[0] in signs)


def _apply(section: str, tree: Path) -> None:
    for name, hunks in diff_of(section).items():
        file = tree / name
        file.parent.mkdir(exist_ok=True)
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        for hunk in hunks:
            before, after = _text(hunk, " -"), _text(hunk, " +")
            assert not before or text.count(before) == 1, f"stands no longer in {name}:\n{before}"
            text = text.replace(before, after) if before else after
        file.write_text(text, encoding="utf-8")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the program."""
    tree = tmp_path / "tree"
    for name in ("app", "ui"):
        shutil.copytree(ROOT / name, tree / name)  # with what was compiled of it
    (tree / "resources").symlink_to(ROOT / "resources")
    return tree


def _run(tree: Path, program: str, *arguments: object) -> Any:  # noqa: ANN401  # as JSON has it
    """Run a program on the changed copy; it prints one JSON value."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_field_is_two_lines_and_one_statement() -> None:
    (migration,) = new_files("Add a field")
    lines = added("Add a field")
    assert "\n".join(lines.pop(migration)).count("execute_sql(") == 1
    assert [len(texts) for texts in lines.values()] == [1, 1]


def test_a_register_is_a_folder_and_its_name_in_the_subject() -> None:
    (migration, *folder) = new_files("Add a register")
    lines = added("Add a register")
    assert "\n".join(lines[migration]).count("execute_sql(") == 1
    assert len({Path(file).parent for file in folder}) == 1
    changed = [file for file in lines if file not in (migration, *folder)]
    assert changed == ["app/subjects/office/subject.py"]
    imported, named = lines[changed[0]]
    assert imported.startswith("from ")
    assert named == "        DUTY,"


FIELD = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from app.exchange.importing import import_book
from app.exchange.reading import read_rows
from app.exchange.workbook import export, template
from app.keeping import history, keeping
from app.listing import Criteria
from app.office import close_office, open_office
from app.registry import find_register
from ui.registers.tab import RegisterTab

office, folder = Path(sys.argv[1]), Path(sys.argv[2])
visits = find_register("office.visits")
open_office(office)
template(visits, folder / "template.xlsx")
application = QApplication([])
tab = RegisterTab(visits)
tab.findChild(QPushButton, "new").click()
for name, text in {"name": "王芳", "received_by": "李强", "companion": "李梅"}.items():
    tab.findChild(QLineEdit, name).setText(text)
tab.pane.findChild(object, "matter").setPlainText("咨询帮扶条件")
tab.findChild(QPushButton, "save").click()
(visit,) = visits.record.select()
changes = {label: new for label, _, new in history.of(visit)[0].items}
export(visits, Criteria(), folder / "book.xlsx")
heading, row, *_ = read_rows(folder / "book.xlsx")
visits.record.delete().execute()
import_book(visits, folder / "book.xlsx")
(again,) = visits.record.select()
keeping.to_bin(visits, [again.id])
keeping.restore(visits, [again.id])
said = {
    "form": visit.companion,
    "template": "陪同人" in read_rows(folder / "template.xlsx")[0],
    "history": changes["陪同人"],
    "export": dict(zip(heading, row))["陪同人"],
    "import": again.companion,
    "restored": visits.record.get().companion,
}
del tab
close_office()
print(json.dumps(said))
"""


def test_form_template_history_export_and_import_follow_a_field(
    tree: Path, tmp_path: Path, blank_office: Path
) -> None:
    """The office file is one of today: opening it takes it through the new statement."""
    office = Path(shutil.copy(blank_office, tmp_path / "test.union"))
    _apply("Add a field", tree)
    said = _run(tree, FIELD, office, tmp_path)
    assert said == {
        "form": "李梅",
        "template": True,
        "history": "李梅",
        "export": "李梅",
        "import": "李梅",
        "restored": "李梅",
    }


REGISTER = """
import contextlib, io, json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from app.cli import run
from app.exchange.reading import read_rows
from app.keeping import history
from app.listing import Criteria, count, summary
from app.office import close_office, open_office
from app.registry import SUBJECTS, find_print, find_register
from ui.registers.tab import RegisterTab

office, folder = Path(sys.argv[1]), Path(sys.argv[2])
with contextlib.redirect_stdout(io.StringIO()) as listed:
    run(["registers"])
with contextlib.redirect_stdout(io.StringIO()):
    run(["template", "office.duty", str(folder / "template.xlsx")])
open_office(office)
application = QApplication([])
(subject,) = (one for one in SUBJECTS if one.key == "office")
tab = RegisterTab(subject.registers)
pane = tab.show_register("office.duty")
tab.findChild(QPushButton, "new").click()
pane.findChild(QLineEdit, "person").setText("王芳")
pane.findChild(QPushButton, "save").click()
duty = find_register("office.duty")
(day,) = duty.record.select()
said = {
    "command line": "office.duty\\t值班" in listed.getvalue(),
    "template": read_rows(folder / "template.xlsx")[0][:3],
    "list": summary(duty, Criteria(), count(duty, Criteria())),
    "history": history.of(day)[0].action,
    "print": find_print("office.duty.list").title,
}
del tab, pane
close_office()
print(json.dumps(said))
"""


def test_tab_command_line_template_list_history_and_print_follow_a_register(
    tree: Path, tmp_path: Path, blank_office: Path
) -> None:
    office = Path(shutil.copy(blank_office, tmp_path / "test.union"))
    _apply("Add a register", tree)
    assert _run(tree, REGISTER, office, tmp_path) == {
        "command line": True,
        "template": ["值班日期", "值班人", "交班事项"],
        "list": "共 1 天",
        "history": "新建",
        "print": "值班一览表",
    }


VISITS = """
import json, sys
from datetime import date, datetime
from pathlib import Path
from app.keeping import keeping
from app.office import close_office, open_office
from app.registry import {finder}, find_register

open_office(Path(sys.argv[1]))
visits = find_register("office.visits")
always = {{"visited_on": date(2011, 3, 8), "matter": "咨询", "received_by": "李强"}}
answered = {{"mode": "来访", "status": "已答复", "result": "已答复", "closed_on": date(2011, 3, 9)}}
for name, others in (("王芳", {{"mode": "网上"}}), ("赵六", answered), ("单小明", {{"mode": "网上"}})):
    keeping.save(visits, visits.record(name=name, **always, **others))
{program}
close_office()
"""

FIGURE = VISITS.format(
    finder="find_figure",
    program="""
from app.figures.wording import explain
from app.rules.periods import year
figure = find_figure("网上来访")
rows = [visit.name for visit in figure.query(year(2011))]
print(json.dumps([figure.key, figure.query(year(2011)).count(), rows, explain(figure, year(2011))]))
""",
)


def test_number_records_and_explanation_follow_a_figure(
    tree: Path, tmp_path: Path, blank_office: Path
) -> None:
    office = Path(shutil.copy(blank_office, tmp_path / "test.union"))
    _apply("Add a figure", tree)
    key, number, names, explanation = _run(tree, FIGURE, office)
    assert (key, number, names) == ("daily.visits_online", 2, ["王芳", "单小明"])
    assert "来访方式为网上" in explanation


PRINT = VISITS.format(
    finder="find_print",
    program="""
from app.printing.layout import PrintRequest
from app.printing.prints import make
made = make(find_print("office.open_visits"), PrintRequest(date(2011, 3, 10)), Path(sys.argv[2]) / "open.pdf")
import pypdfium2
text = pypdfium2.PdfDocument(Path(sys.argv[2]) / "open.pdf")[0].get_textpage().get_text_range()
print(json.dumps([word in text for word in ("来访待办清单", "王芳", "单小明", "赵六")]))
""",
)


def test_a_list_on_paper_follows_a_print(tree: Path, tmp_path: Path, blank_office: Path) -> None:
    """Who has been answered does not stand on it."""
    office = Path(shutil.copy(blank_office, tmp_path / "test.union"))
    _apply("Add a print", tree)
    assert _run(tree, PRINT, office, tmp_path) == [True, True, True, False]
