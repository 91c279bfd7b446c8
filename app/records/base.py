"""What all records share: the open file, and the columns every register keeps (domain 0.7)."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from copy import copy
from datetime import datetime
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar
from weakref import WeakSet

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase

from app.cipher.connection import give_key, require_short_path
from app.cipher.key import Key
from app.errors import Refused
from app.fields import (
    AttachmentField,
    CountField,
    DateField,
    Derived,
    Described,
    FlagField,
    NotesField,
    PartialDateField,
    ReferenceField,
    SerialField,
    UnitNameField,
)
from app.fields.worked_out import worked_out
from app.rules.unit_names import plain_name

PRAGMAS = (
    ("busy_timeout", 5000),
    ("foreign_keys", "ON"),
    ("journal_mode", "DELETE"),
    ("synchronous", "FULL"),
    ("trusted_schema", "OFF"),  # of a file that came from anywhere
    ("cache_size", -32_000),
)

_NO_NAMES = (DateField, PartialDateField, CountField)
"""What rows of several records may have in common: a day or a year names none of them."""

ERASED = "已清除的记录"
"""What is said in the place of a record that is not in the file any more."""

_TELLING = 2  # so many values tell a row from its neighbours: day and matter, name and relation

AnyRecord = TypeVar("AnyRecord", bound="Record")

if TYPE_CHECKING:
    import typing_extensions

    # Covariant: what is made for one kind of record may be handed to what reads records of any kind.
    Selected = typing_extensions.TypeVar("Selected", bound="Record", default="Record", covariant=True)  # noqa: PLC0105

    class Rows(peewee.Select):
        """Some columns of a query, a tuple for each row."""

        def __iter__(self) -> Iterator[tuple[Any, ...]]: ...
        def first(self, database: object = None, n: int = 1) -> tuple[Any, ...] | None: ...

    class Query(peewee.ModelSelect[Selected]):  # type: ignore[type-var]  # of a query records are only read
        """A query for records of one kind; `Query` alone is one for records of any.

        At run time it is Peewee's own, whose stubs do not say what the first row is, and that tuples
        are no records.
        """

        def __iter__(self) -> Iterator[Selected]: ...
        def select(self, *columns: object) -> Query[Selected]: ...
        def first(self, database: object = None, n: int = 1) -> Selected | None: ...
        def dicts(self, as_dict: bool = True) -> list[dict[str, Any]]: ...  # type: ignore[override]  # likewise
        def tuples(self, as_tuple: bool = True) -> Rows: ...  # type: ignore[override]  # the stubs say: records

else:
    Selected = TypeVar("Selected")
    Query = peewee.ModelSelect

_wrapped: Any = vars(peewee)["__exception_wrapper__"]  # gives the driver's errors Peewee's names
_is_empty: Any = vars(peewee.Expression)["_is_rhs_empty"]


def _is_empty_list(expression: peewee.Expression, behind: object, ctx: peewee.Context) -> bool:
    """Tell whether nothing stands behind an IN, where Peewee would write IN ().

    Peewee composes what stands there to see it: each query within queries once more for each of these.
    """
    return not isinstance(behind, peewee.Query | peewee.WrappedNode) and _is_empty(expression, behind, ctx)


peewee.Expression._is_rhs_empty = _is_empty_list  # type: ignore[attr-defined]  # noqa: SLF001  # no other way

_write_column: Any = peewee.Column.__sql__


def _write_quickly(column: peewee.Column, ctx: peewee.Context) -> peewee.Context:
    """Write a column of a table, under the name that the statement has for the table.

    Statements are columns for the most part, and Peewee makes a context and two more nodes for each: it
    took longer to compose a statement than SQLite to answer it.
    """
    table: Any = column.source
    if type(table) is peewee.Table and vars(table)["_alias"] is None and ctx.scope != peewee.SCOPE_VALUES:
        return ctx.literal(f'"{ctx.alias_manager[table]}"."{column.name}"')
    written: peewee.Context = _write_column(column, ctx)
    return written


peewee.Column.__sql__ = _write_quickly  # type: ignore[method-assign]


def _copied(field: peewee.Field, _memo: Mapping[int, object]) -> peewee.Field:
    """Copy a field that a kind of record inherits; what it holds never changes, and need not be copied, too.

    A hundred kinds inherit six fields each, on the way to every command and to the first window.
    """
    return copy(field)


peewee.Field.__deepcopy__ = _copied  # type: ignore[attr-defined]

before_asking: ContextVar[Callable[[], None] | None] = ContextVar("before_asking", default=None)
"""What a batch does before anybody asks the file: it writes the records that still wait."""


class _OfficeFile(SqlCipherDatabase):  # type: ignore[misc]  # playhouse is untyped
    """The database of the open office; `key` opens its file, None where that is not encrypted.

    Nothing else keeps a key while an office is open, and this only in memory.
    """

    key: Key | None = None
    _identity: tuple[int, int] | None = None
    saving: Any = None
    """The connection that wrote last, of whichever thread; by it a copy of the open file is made."""
    handle: int | None = None
    """The file, to be read beside SQLite while it is open; None where it cannot be.

    POSIX drops all locks on a file whenever one of its handles is closed: this one is closed last. On
    Windows the locks keep others from reading.
    """

    def open_file(self, path: Path, key: Key | None) -> None:
        """Connect to the file of an office."""
        require_short_path(path)
        self.init(str(path))
        self.key = key
        self.connect()
        self._identity = _identity(path)
        if os.name == "posix":
            with suppress(OSError):
                self.handle = os.open(path, os.O_RDONLY)

    def is_moved(self) -> bool:
        """Tell whether the file that was opened no longer lies where it lay."""
        return _identity(Path(self.database)) != self._identity

    def close_file(self) -> None:
        """Close the connection of this thread, and forget the key."""
        if not self.is_closed():
            self.close()
        if self.handle is not None:
            os.close(self.handle)
        self.key = self.saving = self.handle = None

    def _add_conn_hooks(self, connection: Any) -> None:  # noqa: ANN401  # the driver's
        give_key(connection, self.key)
        super()._add_conn_hooks(connection)

    def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> Any:  # noqa: ANN401  # the driver's cursor
        with _asking():
            return super().execute_sql(sql, params)

    def execute_many(self, sql: str, rows: Iterable[Sequence[object]]) -> int:
        """Carry out a statement for each of many rows; return how many rows of the file it wrote."""
        with _asking(), _wrapped:
            return int(self.connection().executemany(sql, rows).rowcount)


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from any other that gets its name; None where it cannot be told."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def _asking() -> Iterator[None]:
    """Write first what waits, and refuse what no file can hold: none can be asked for it."""
    if (write_first := before_asking.get()) is not None:
        write_first()
    try:
        yield
    except (UnicodeEncodeError, OverflowError) as error:
        raise Refused("其中有残缺的字符，或过大的数字，没有完成。请删去后重新填写。") from error


after_begin: list[Callable[[], None]] = []
"""What is done in every transaction that changes the file, first."""

before_commit: list[Callable[[], None]] = []
"""What is done in every transaction that changes the file, last before it ends."""

# Each thread has a connection of its own; only a copy of the file is read through that of another.
database = _OfficeFile(None, autoconnect=False, pragmas=PRAGMAS, check_same_thread=False)

_MOVED = "台账文件被移走、改名或删除了，没有保存。请把它放回原处再保存；找不回来就先备份，再从备份恢复。"
_WORLD = {
    "SQLITE_FULL": "磁盘已满，未作任何改动。请清理磁盘后重试。",
    "SQLITE_BUSY": "文件正被其他程序占用，请关闭那个程序后重试。",
    "SQLITE_LOCKED": "文件正被其他程序占用，请关闭那个程序后重试。",
    "SQLITE_READONLY": "文件是只读的，无法保存。请去掉只读属性，或另存一份再打开。",
    "SQLITE_IOERR": "读写磁盘失败，未作任何改动。请检查磁盘或U盘是否还在。",
    "SQLITE_CANTOPEN": "无法打开文件，请检查它是否存在、是否有读写权限。",
    "SQLITE_CORRUPT": "文件已损坏，请用最近的备份恢复。",
    "SQLITE_NOTADB": "文件已损坏，请用最近的备份恢复。",
    "SQLITE_AUTH": "没有权限访问这个文件。",
    "SQLITE_PERM": "没有权限访问这个文件。",
}


@contextmanager
def world_may_refuse() -> Iterator[None]:
    """Turn what the disk, the lock or another program did into Refused; let bugs pass."""
    try:
        yield
    except peewee.PeeweeException as error:
        refuse_for(error.__context__, error)
        raise


def refuse_for(cause: BaseException | None, error: BaseException) -> None:
    """Raise Refused when SQLite's result code says that the world is to blame.

    A full disk makes SQLite roll back by itself; the rollback that Peewee then tries fails, too, and
    what it says hides the cause.
    """
    while cause is not None:
        name = getattr(cause, "sqlite_errorname", None) or ""
        # SQLite writes into no file that has lost its name, and calls that read-only, too.
        if name.startswith("SQLITE_READONLY") and not database.is_closed() and database.is_moved():
            raise Refused(_MOVED) from error
        for code, sentence in _WORLD.items():
            if name.startswith(code):
                raise Refused(sentence) from error
        cause = cause.__context__


@contextmanager
def change() -> Iterator[None]:
    """Do several things to the file, or none of them."""
    outermost = database.transaction_depth() == 0
    with world_may_refuse(), database.atomic("IMMEDIATE"):
        database.saving = database.connection()
        for begin in after_begin if outermost else ():
            begin()
        yield
        for finish in before_commit if outermost else ():
            finish()


def _binned_at(record: Record) -> str:
    return f"{record.deleted_at:%Y-%m-%d %H:%M}" if record.deleted_at else ""


class Record(peewee.Model):
    """One row of a register.

    `naming` lists the fields by which people find it, best first; `search_key` holds the
    spellings of its names, for search by pinyin. A row that bears no name is called by what it belongs to
    and what stands first in it. One that is `remade` takes the place of an earlier kind
    of its table, as an office that describes its own registers is opened or describes one anew. What it
    refers to is fetched for all its `peers` at once.
    """

    naming: ClassVar[tuple[Described, ...]] = ()
    remade: ClassVar[bool] = False
    peers: Sequence[Record] = ()

    id = peewee.AutoField()
    version = peewee.IntegerField(default=1)
    search_key = peewee.TextField(null=True)
    created_at = peewee.DateTimeField(default=datetime.now)
    updated_at = peewee.DateTimeField(default=datetime.now)
    deleted_at = peewee.DateTimeField(null=True)
    binned = Derived("删除时间", _binned_at, align="center")

    class Meta:
        database = database
        legacy_table_names = False
        only_save_dirty = False

    def __init__(self, *args: Any, **values: Any) -> None:  # noqa: ANN401  # as Peewee takes them
        """Make a record with these values; one that is read from its row takes them as they are.

        Peewee sets them one by one, and forgets at once that it did, which takes half of reading.
        """
        if values.pop("__no_default__", False):
            super().__init__(__no_default__=True)
            fields = self._meta.fields.keys()
            self.__data__.update(values)
            for name in values.keys() - fields:  # what was counted beside the fields
                setattr(self, name, self.__data__.pop(name))
        else:
            super().__init__(*args, **values)

    @classmethod
    def validate_model(cls) -> None:
        """Refuse a second kind of record under the name of a table: the one would be taken for the other."""
        table = cls._meta.table_name
        siblings: Sequence[type[peewee.Model]] = cls.mro()[1].__subclasses__()
        for other in siblings:
            if other is not cls and other._meta.table_name == table and not getattr(cls, "remade", False):
                raise ValueError(f"{cls.__module__}.{cls.__name__}: table {table} is that of {other}")

    def __str__(self) -> str:
        return name_in(type(self), self) or (_by_values(self) if self.id is not None else "新记录")

    if TYPE_CHECKING:

        @classmethod
        def select(cls, *columns: object) -> Query[Self]:
            """Select all records, or some of their columns."""

    @classmethod
    def get_by_id(cls, pk: object) -> Self:
        """Return the record with an id; raises DoesNotExist where there is none."""
        record = cls.by_id(pk)
        if record is None:
            raise cls.DoesNotExist(f"{cls.__name__} {pk}")  # type: ignore[attr-defined]  # the stubs lack it
        return record

    @classmethod
    def by_id(cls, pk: object) -> Self | None:
        """Return the record with an id, None where there is none.

        Peewee would compose the statement each time, and find out anew of which field each column is: both
        take longer than the answer.
        """
        row = database.execute_sql(_select_by_id(cls), (pk,)).fetchone()
        if row is None:
            return None
        values = {name: read(value) for (name, read), value in zip(_columns(cls), row, strict=True)}
        return cls(__no_default__=True, **values)

    @classmethod
    def alive(cls) -> Query[Self]:
        """Select the records that are not in the recycle bin."""
        query: Query[Self] = _alive(cls).clone()
        return query

    @classmethod
    def described(cls) -> Mapping[str, Described]:
        """Return the fields a person knows, by name, in the order of their declaration."""
        return _described(cls)


def name_in(model: type[Record], values: object) -> str:
    """Return what the values of a record's `naming` call it, with its number; "" where it bears no name."""
    field = next((one for one in model.naming if getattr(values, one.name)), None)
    if field is None or (isinstance(field, _NO_NAMES) and _owner_links(model)):
        return ""
    value = getattr(values, field.name)
    name = value if isinstance(value, str) else field.format(value)
    number = next((getattr(values, one.name) for one in model.naming if isinstance(one, SerialField)), None)
    return f"{name}（{number}）" if number and number != name else name


def _by_values(record: Record) -> str:
    """Return what a record is called that has no name: whose it is, and what it tells first."""
    owners = (
        record.__rel__.get(link.name) or link.rel_model.by_id(record.__data__.get(link.name))
        for link in _owner_links(type(record))
    )
    told = (field.format(value) for field in _telling(type(record)) if (value := getattr(record, field.name)))
    words = [*islice(map(str, filter(None, owners)), 1), *islice(told, _TELLING)]
    return " ".join(words) or "没有填写的记录"


@worked_out
def _owner_links(model: type[Record]) -> tuple[ReferenceField, ...]:
    """Return the references to the records without which one of these means nothing."""
    fields = _described(model).values()
    return tuple(field for field in fields if isinstance(field, ReferenceField) and field.required)


@worked_out
def _telling(model: type[Record]) -> tuple[Described, ...]:
    """Return the fields that tell a record from others at a glance."""
    mute = (ReferenceField, FlagField, NotesField, AttachmentField)
    fields = _described(model).values()
    return tuple(field for field in fields if field.derive is None and not isinstance(field, mute))


@worked_out
def _select_by_id(model: type[Record]) -> str:
    statement, _ = model.select().where(model.id == 0).sql()
    return str(statement)


@worked_out
def _columns(model: type[Record]) -> tuple[tuple[str, Callable[[Any], object]], ...]:
    """Return the names of the fields in the order of their columns, with what reads a value of each."""
    return tuple((field.name, field.python_value) for field in model._meta.sorted_fields)


@worked_out
def _alive(model: type[Record]) -> Any:  # noqa: ANN401  # of the kind that is given
    return model.select().where(model.deleted_at.is_null())


@worked_out
def _described(model: type[Record]) -> Mapping[str, Described]:
    return {field.name: field for field in model._meta.sorted_fields if isinstance(field, Described)}


@cache
def unit_names(model: type[Record]) -> tuple[UnitNameField, ...]:
    """Return the fields that hold the names by which rows of other registers name records of a kind."""
    return tuple(field for field in model.naming if isinstance(field, UnitNameField))


def plain_names(model: type[Record], values: Mapping[str, Any]) -> frozenset[str]:
    """Return the names of a unit that values hold, as they are compared."""
    plain = (
        plain_name(name)
        for unit_name in unit_names(model)
        for name in unit_name.names(values.get(unit_name.name))
    )
    return frozenset(filter(None, plain))


_forgotten: WeakSet[type[Record]] = WeakSet()


def among(field: peewee.Field, ids: Iterable[int]) -> peewee.Expression:
    """Return the term for one of these ids, of which there may be more than SQLite takes variables."""
    return field.in_(peewee.SQL("(SELECT value FROM json_each(?))", [json.dumps(list(ids))]))


def kinds_of_record() -> list[type[Record]]:
    """Return every kind of record, but those of an office that was closed."""
    return [model for model in Record.__subclasses__() if model not in _forgotten]


def forget_kind(model: type[Record]) -> None:
    """Let a kind of record go that is known by the description of one office only."""
    for link in list(model._meta.refs):
        model._meta.remove_ref(link)
    _forgotten.add(model)


class Counter(peewee.Model):
    """The last number handed out under a prefix; numbers are never used twice."""

    prefix = peewee.TextField(primary_key=True)
    last = peewee.IntegerField(default=0)

    class Meta:
        database = database
        legacy_table_names = False


_COUNTED = (
    "INSERT INTO counter VALUES (?, 1) ON CONFLICT (prefix) DO UPDATE SET last = last + 1 RETURNING last"
)


def next_number(prefix: str) -> int:
    """Hand out the next number under a prefix, e.g. 7 under TY-HZ-2011-."""
    ((last,),) = database.execute_sql(_COUNTED, (prefix,)).fetchall()
    return int(last)
