"""Tables made from record classes: one column a field, typed as the field is.

What SQL cannot see in a dataclass (checks, triggers, tables outside the journal) stands
in `schema`.
"""

from dataclasses import dataclass, fields
from functools import cached_property
from types import ModuleType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    literal_column,
)
from sqlalchemy import Index as SqlIndex

from pos_app.domain.record import Index, Record, Where

_TYPES = {int: Integer, bool: Integer, str: Text, bytes: LargeBinary}


@dataclass(frozen=True)
class FieldShape:
    """One field of a record, as a column sees it."""

    name: str
    kind: type
    nullable: bool


@dataclass(frozen=True)
class RecordShape:
    """A record class as its table sees it."""

    kind: type[Record]
    fields: tuple[FieldShape, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every field's name, in the order of the dataclass."""
        return tuple(each.name for each in self.fields)

    @cached_property
    def key_positions(self) -> tuple[int, ...]:
        """Where the key's fields stand in a row."""
        return tuple(self.names.index(name) for name in self.kind.KEY)

    @cached_property
    def bool_positions(self) -> tuple[int, ...]:
        """Where truths stand in a row; the file keeps them as 0 and 1."""
        return tuple(at for at, each in enumerate(self.fields) if each.kind is bool)

    def field(self, name: str) -> FieldShape:
        """Return the field of that name."""
        return self.fields[self.names.index(name)]


def records_in(modules: tuple[ModuleType, ...]) -> tuple[type[Record], ...]:
    """Return the record classes that the modules define, as they stand there."""
    return tuple(
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Record)
        and value.__module__ == module.__name__
        and hasattr(value, "TABLE")
    )


def indexes_in(modules: tuple[ModuleType, ...]) -> tuple[Index[Any], ...]:
    """Return the indexes that the modules name, each once."""
    found = (
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, Index) and value.record.__module__ == module.__name__
    )
    return tuple(dict.fromkeys(found))


def shape_of(kind: type[Record]) -> RecordShape:
    """Return the fields of a record class, seen through NewType and `| None`."""
    hints = get_type_hints(kind)
    shapes = []
    for each in fields(kind):  # type: ignore[arg-type]  # every record is a dataclass
        plain, nullable = _plain(hints[each.name])
        shapes.append(FieldShape(each.name, plain, nullable))
    return RecordShape(kind, tuple(shapes))


def _plain(hint: Any) -> tuple[type, bool]:
    nullable = get_origin(hint) in {Union, UnionType}
    if nullable:
        (hint,) = (each for each in get_args(hint) if each is not NoneType)
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    if hint not in _TYPES:
        raise TypeError(f"a record cannot hold {hint}")
    return hint, nullable


def make_table(
    shape: RecordShape,
    metadata: MetaData,
    *,
    checks: tuple[str, ...] = (),
    numbered: dict[str, str] | None = None,
) -> Table:
    """Make the STRICT table of a record; a single whole-number key is the rowid.

    `numbered` names fields that the file keeps as the number of a row elsewhere, each
    with the column that it points at.
    """
    kind = shape.kind
    columns = [_column(each, kind, (numbered or {}).get(each.name)) for each in shape.fields]
    truths = [
        CheckConstraint(f"{each.name} IN (0, 1)", name=f"{kind.TABLE}_{each.name}_truth")
        for each in shape.fields
        if each.kind is bool
    ]
    named = [
        CheckConstraint(check, name=f"{kind.TABLE}_check_{number}")
        for number, check in enumerate(checks, 1)
    ]
    return Table(kind.TABLE, metadata, *columns, *truths, *named, sqlite_strict=True)


def _column(field: FieldShape, kind: type[Record], target: str | None) -> Column[Any]:
    if target is not None:
        return Column(field.name, Integer, ForeignKey(target), nullable=field.nullable)
    return Column(
        field.name,
        _TYPES[field.kind](),
        primary_key=field.name in kind.KEY,
        autoincrement=False,
        nullable=field.nullable,
    )


def make_index(index: Index[Any], table: Table, *, unique: bool) -> SqlIndex:
    """Make the index; the key stands last, so that the order is total in the file too."""
    columns = [table.c[name] for name in sequence_of(index)]
    where = [condition(table, each) for each in index.where]
    return SqlIndex(
        f"{table.name}_{index.name}",
        *(columns[: len(index.fields)] if unique else columns),
        unique=unique,
        sqlite_where=_all_of(where),
    )


def sequence_of(index: Index[Any]) -> tuple[str, ...]:
    """Return the index's fields and then what of the key they lack."""
    return (*index.fields, *(name for name in index.record.KEY if name not in index.fields))


def condition(table: Table, where: Where) -> ColumnElement[bool]:
    """Return a condition with its value written out, as a partial index needs it."""
    column, value = table.c[where.field], where.value
    quoted = str(int(value)) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"
    told: ColumnElement[Any] = literal_column(quoted)
    return column == told if where.op == "=" else column > told


def _all_of(conditions: list[ColumnElement[bool]]) -> ColumnElement[bool] | None:
    whole: ColumnElement[bool] | None = None
    for each in conditions:
        whole = each if whole is None else whole & each
    return whole
