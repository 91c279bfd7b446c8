"""Reading a description, whoever wrote it: what is wrong with it is said in one sentence, nothing is guessed.

It may come from another office, or from somebody who means ill: only what is known here is taken.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from app.described.description import LARGEST_COLUMN, DescribedField, Description
from app.described.kinds import CHOICE, DATE, FILE, KINDS, REFERENCE
from app.errors import Refused

FORMAT = "社区工会台账说明书"
_VERSION = 1
_LONGEST_FILE = 400_000  # characters
_MOST_FIELDS = 100
_MOST_CHOICES = 200
_MOST_ADDED = 10
_MOST_NAMES = 200  # that a field was called before
_LONGEST_TITLE, _LONGEST_LABEL, _LONGEST_TERM, _LONGEST_UNIT = 20, 30, 60, 6
_MOST_DAYS = 366
_COLUMN = re.compile(r"c[1-9][0-9]{0,2}")
_LABEL = re.compile(r"[\w（）()/／、，\-—＋+%％℃．. ]*[^\W_][\w（）()/／、，\-—＋+%％℃．. ]*")
_TITLE = re.compile(r"[^\W\d_][\w（）()]*")
_TERM = re.compile(r"[^\x00-\x1f\x7f\u2028\u2029]+")
_FIELD_KEYS = {field.name for field in fields(DescribedField)}
_KEYS = {field.name for field in fields(Description)}


@dataclass(frozen=True)
class Known:
    """What a description may name.

    The registers that may be referred to, their titles by key; the keys of those to whose records rows may
    belong; the keys of the tabs; the registers that may get fields, with what theirs are called.
    """

    referable: Mapping[str, str]
    owners: Collection[str]
    tabs: Collection[str]
    extensible: Mapping[str, Collection[str]]


def written(description: Description) -> str:
    """Write a description as text (JSON): what a field does not say is left out."""
    usual = asdict(DescribedField("", "", ""))
    values = asdict(description)
    values["fields"] = [
        {key: value for key, value in field.items() if value != usual[key]} for field in values["fields"]
    ]
    head = {"format": FORMAT, "version": _VERSION}
    return json.dumps(head | values, ensure_ascii=False, indent=1)


def text_of(path: Path) -> str:
    """Return the text of a description's file; raises Refused where it cannot be read."""
    try:
        if path.stat().st_size > _LONGEST_FILE * 4:
            raise Refused("说明书过大，没有采用。请检查是否选错了文件。")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"“{path.name}”不是台账说明书，没有采用。请检查是否选错了文件。") from error
    except OSError as error:
        raise Refused(f"无法读取“{path.name}”，请检查文件名和权限。") from error


def read(text: str, known: Known) -> Description:
    """Read a description and check it; raises Refused with the one sentence that says what is wrong."""
    values = _object(text)
    for key, wanted in (("format", FORMAT), ("version", _VERSION)):
        if values.pop(key, None) != wanted:
            raise Refused("这不是台账说明书，或由更新版本的程序保存，没有采用。请检查文件，或先升级本程序。")
    if unknown := values.keys() - _KEYS:
        raise Refused(f"说明书中有不认识的内容“{min(unknown)}”，没有采用。请用本程序保存的说明书。")
    listed = values.pop("fields", None)
    if not isinstance(listed, list):
        raise Refused("说明书中没有字段，没有采用。请检查文件。")
    if len(listed) > _MOST_FIELDS:
        raise Refused(f"说明书有 {len(listed)} 个字段，最多 {_MOST_FIELDS} 个。请分成几本台账。")
    description = Description(
        **{key: _text(value, key) for key, value in values.items()},
        fields=tuple(_field(one) for one in listed),
    )
    check(description, known)
    return description


def check(description: Description, known: Known) -> None:
    """Raise Refused with what is wrong with a description."""
    _check_title(description)
    if description.tab not in known.tabs:
        raise Refused(f"没有“{description.tab}”这一栏，没有采用。请选择台账放在哪一栏。")
    if len(description.fields) > _MOST_FIELDS:
        raise Refused(f"有 {len(description.fields)} 个字段，最多 {_MOST_FIELDS} 个。请分成几本台账。")
    if not description.shown and not description.extends:
        raise Refused("一个字段也没有。请至少留一个字段。")
    for field in description.fields:
        _check_field(field, description, known.referable)
    _refuse_doubles((field.column for field in description.fields), "列号“{}”用了两次，请检查说明书。")
    labels = ("".join(field.label.split()) for field in description.shown)
    _refuse_doubles(labels, "“{}”用作了两个字段的名称，请改一个。")
    if description.extends:
        _check_extension(description, known)
    elif all(field.kind == FILE for field in description.shown):
        raise Refused("只有附件，没有可登记的字段。请加一个字段。")
    if not description.extends and not any(field.listed for field in description.shown):
        raise Refused("列表中一个字段也不显示。请至少选一个在列表中显示。")
    _check_owner(description, known.owners)
    _check_waiting(description)


def _object(text: str) -> dict[str, Any]:
    if len(text) > _LONGEST_FILE:
        raise Refused("说明书过大，没有采用。请检查是否选错了文件。")
    try:
        values = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise Refused("说明书读不出来，没有采用。请用本程序保存的说明书。") from error
    if not isinstance(values, dict):
        raise Refused("这不是台账说明书，没有采用。请检查是否选错了文件。")
    return values


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    _refuse_doubles((key for key, _ in pairs), "说明书中“{}”写了两次，没有采用。请用本程序保存的说明书。")
    return dict(pairs)


def _refuse_constant(word: str) -> None:
    raise ValueError(word)


def _refuse_doubles(values: Iterable[str], sentence: str) -> None:
    for value, times in Counter(values).items():
        if times > 1:
            raise Refused(sentence.format(value))


def _text(value: Any, key: str) -> str:  # noqa: ANN401  # as JSON has it
    if not isinstance(value, str):
        raise Refused(f"说明书中的“{key}”应是文字，没有采用。请用本程序保存的说明书。")
    return value


def _field(values: Any) -> DescribedField:  # noqa: ANN401  # as JSON has it
    if not isinstance(values, dict):
        raise Refused("说明书中的字段写得不对，没有采用。请用本程序保存的说明书。")
    if unknown := values.keys() - _FIELD_KEYS:
        raise Refused(f"字段中有不认识的内容“{min(unknown)}”，没有采用。请用本程序保存的说明书。")
    usual = DescribedField("", "", "")
    read_values = {key: _value(key, value, getattr(usual, key)) for key, value in values.items()}
    for key in ("column", "label", "kind"):
        if key not in read_values:
            raise Refused(f"有一个字段没有写明“{key}”，没有采用。请用本程序保存的说明书。")
    return DescribedField(**read_values)


def _value(key: str, value: Any, usual: object) -> Any:  # noqa: ANN401  # as JSON has it
    """Return a value of the kind that a field has there."""
    if isinstance(usual, tuple):
        if isinstance(value, list):
            return tuple(_text(one, key) for one in value)
    elif usual is None:
        if value is None or type(value) is int:
            return value
    elif type(value) is type(usual):
        return value
    raise Refused(f"说明书中的“{key}”写得不对，没有采用。请用本程序保存的说明书。")


def _check_title(description: Description) -> None:
    title = description.title
    if not title:
        raise Refused("台账没有名称。请写明名称。")
    if len(title) > _LONGEST_TITLE:
        raise Refused(f"台账的名称最多 {_LONGEST_TITLE} 个字，现有 {len(title)} 个字。请缩短。")
    if not _TITLE.fullmatch(title):
        raise Refused(f"台账的名称“{title}”只能用汉字、字母、数字和括号，以字开头。请改写。")
    if not 0 < len(description.unit) <= _LONGEST_UNIT or not description.unit.isalpha():
        raise Refused(f"单位“{description.unit}”应是一两个字，例如 条、人次。请改写。")


def _check_field(field: DescribedField, description: Description, referable: Mapping[str, str]) -> None:
    if not _COLUMN.fullmatch(field.column) or int(field.column[1:]) > LARGEST_COLUMN:
        raise Refused(f"列号“{field.column}”不对，应如 c1、c2，没有采用。请用本程序保存的说明书。")
    label = field.label
    if not label.strip():
        raise Refused("有一个字段没有名称。请写明名称。")
    if len(label) > _LONGEST_LABEL:
        raise Refused(f"字段的名称“{label}”过长，最多 {_LONGEST_LABEL} 个字。请缩短。")
    if len(field.names) > _MOST_NAMES or any(len(name) > _LONGEST_LABEL for name in field.names):
        raise Refused(f"“{label}”的曾用名过多或过长，没有采用。请用本程序保存的说明书。")
    if not all(map(_LABEL.fullmatch, (label, *field.names))):
        raise Refused(f"字段的名称“{label}”只能用汉字、字母、数字、括号和斜线。请改写。")
    if field.kind not in KINDS:
        raise Refused(f"“{label}”的类型“{field.kind}”不认识。请选择一种类型。")
    if len(field.unit) > _LONGEST_UNIT or (field.unit and not field.unit.isalpha()):
        raise Refused(f"“{label}”的单位“{field.unit}”应是一两个字，例如 小时。请改写。")
    if field.kind == CHOICE:
        _check_choices(field)
    if field.kind == REFERENCE and field.to not in referable:
        offered = "、".join(referable.values())
        raise Refused(f"“{label}”关联的台账不能关联。请选择{offered}之一。")
    if field.kind == FILE and field.required:
        raise Refused(f"“{label}”是附件，不能必填。请去掉必填。")
    if field.came_from:
        _check_former(field, description)
    _check_reminder(field, description)


def _check_former(field: DescribedField, description: Description) -> None:
    """Refuse a column that took over the values of one that is not there, is shown, or came after it."""
    former = description.field(field.came_from)
    if former is None or not former.retired or int(former.column[1:]) >= int(field.column[1:]):
        raise Refused(f"“{field.label}”原来的列“{field.came_from}”不对，没有采用。请用本程序保存的说明书。")


def _check_choices(field: DescribedField) -> None:
    if not field.choices:
        raise Refused(f"“{field.label}”没有可选的项。请写明选项，或改为文字。")
    if len(field.choices) > _MOST_CHOICES:
        raise Refused(f"“{field.label}”有 {len(field.choices)} 个选项，最多 {_MOST_CHOICES} 个。请改为文字。")
    for term in field.choices:
        if not _TERM.fullmatch(term) or term != term.strip() or len(term) > _LONGEST_TERM:
            raise Refused(
                f"“{field.label}”的选项“{term}”不合适，最多 {_LONGEST_TERM} 个字，写在一行。请改写。"
            )
    _refuse_doubles(field.choices, f"“{field.label}”的选项“{{}}”写了两次，请删去一个。")


def _check_reminder(field: DescribedField, description: Description) -> None:
    if field.remind is None:
        if field.until:
            raise Refused(f"“{field.label}”写了提醒到何时为止，却没有提醒。请写明提前几天。")
        return
    if field.kind != DATE:
        raise Refused(f"“{field.label}”不是日期，不能到期提醒。请去掉提醒。")
    if not 0 <= field.remind <= _MOST_DAYS:
        raise Refused(f"“{field.label}”的提醒应提前 0 到 {_MOST_DAYS} 天。请改写。")
    until = description.field(field.until) if field.until else None
    if field.until and (until is None or until.kind != DATE or until.column == field.column):
        raise Refused(f"“{field.label}”的提醒到另一个日期填写时为止。请选择另一个日期字段。")


def _check_extension(description: Description, known: Known) -> None:
    """Refuse fields that cannot be added to a register of the program."""
    if description.extends not in known.extensible:
        raise Refused(f"“{description.extends}”不能加字段。请选择本程序的一本台账。")
    if len(description.shown) > _MOST_ADDED:
        raise Refused(
            f"一本台账最多加 {_MOST_ADDED} 个字段，现有 {len(description.shown)} 个。请另建一本台账。"
        )
    taken = known.extensible[description.extends]
    for field in description.shown:
        if "".join(field.label.split()) in taken:
            raise Refused(f"这本台账已有“{field.label}”。请改一个名称。")
        if field.required or field.remind is not None or field.kind in (FILE, REFERENCE):
            raise Refused(f"“{field.label}”加在已有的台账上，不能必填、提醒、关联或附文件。请去掉。")


def _check_owner(description: Description, owners: Collection[str]) -> None:
    if not description.owner:
        return
    owner = description.field(description.owner)
    if owner is None or owner.kind != REFERENCE or owner.retired:
        raise Refused("记录所属的字段应关联已登记的人。请另选，或不选所属。")
    if owner.to not in owners:
        raise Refused(f"“{owner.label}”是单位，记录只能属于人；单位按名称自动关联。请不选所属。")
    if not owner.required:
        raise Refused(f"记录属于“{owner.label}”，它应是必填的。请勾选必填。")


def _check_waiting(description: Description) -> None:
    """Refuse dates that wait for each other: none of them would ever be done with."""
    waits = {field.column: field.until for field in description.fields if field.until}
    for column, until in waits.items():
        seen, at = {column}, until
        while at in waits:
            if at in seen:
                raise Refused("几个日期的提醒互相等待。请改选提醒到哪个日期为止。")
            seen.add(at)
            at = waits[at]
