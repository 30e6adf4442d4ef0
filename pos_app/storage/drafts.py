"""Open and held baskets, saved as they are rung up: a power cut loses none.

A basket has one row for its head and one for each line: ringing up is one small
statement, however long the basket is.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.moment import Instant
from pos_app.journal.plain_values import plain_of, value_of
from pos_app.storage.connections import driver_of
from pos_app.storage.schema import METADATA
from pos_app.storage.statements import compiled

_HEADS = METADATA.tables["basket_draft"]
_LINES = METADATA.tables["basket_line_draft"]
_NO_ID = 0


def _upsert(table: Any, *key: str) -> str:
    statement = insert(table)
    changed = {each.name: statement.excluded[each.name] for each in table.c if each.name not in key}
    return compiled(statement.on_conflict_do_update(index_elements=list(key), set_=changed))


_SAVE_HEAD = _upsert(_HEADS, "basket")
_SAVE_LINE = _upsert(_LINES, "basket", "line")
_REMOVE_HEAD = compiled(delete(_HEADS).where(_HEADS.c.basket == bindparam("basket")))
_REMOVE_LINES = compiled(
    delete(_LINES).where(
        _LINES.c.basket == bindparam("basket"), _LINES.c.line >= bindparam("first")
    )
)


@dataclass(frozen=True, slots=True)
class KeptBasket:
    """A basket as it was saved last."""

    basket: Basket
    till: str
    held_as: str | None
    """The name it is held under; None while it is the open one."""
    saved_at: Instant


class Drafts:
    """The baskets that are no sales yet, as one connection sees them."""

    def __init__(self, connection: Connection, touched: Callable[[str], None]) -> None:
        self._connection = connection
        self._touched = touched

    def save(self, basket: Basket, *, till: str, at: Instant, held_as: str | None = None) -> None:
        """Save a whole basket, in place of what was saved of it before."""
        self.save_head(basket, till=till, at=at, held_as=held_as)
        self.remove_lines(basket.id, first=len(basket.lines))
        for index, line in enumerate(basket.lines):
            self.save_line(basket.id, index, line)

    def save_head(
        self, basket: Basket, *, till: str, at: Instant, held_as: str | None = None
    ) -> None:
        """Save everything but the lines: member, discounts, approvals, name."""
        head = plain_of(replace(basket, id=_NO_ID, lines=()))
        self._run(_SAVE_HEAD, (basket.id, till, held_as, at, _json(head)))

    def save_line(self, basket: int, index: int, line: BasketLine) -> None:
        """Save one line of a basket whose head was saved; lines count from 0."""
        self._run(_SAVE_LINE, (basket, index, _json(plain_of(line))))

    def remove_lines(self, basket: int, *, first: int) -> None:
        """Forget the lines from one on."""
        self._run(_REMOVE_LINES, (basket, first))

    def remove(self, basket: int) -> None:
        """Forget a basket with its lines; harmless when it was never saved."""
        self._run(_REMOVE_LINES, (basket, 0))
        self._run(_REMOVE_HEAD, (basket,))

    def open_at(self, till: str) -> KeptBasket | None:
        """Return the basket that was being rung up at a till when it was left last.

        One whose lines were all deleted may lie beside it: never before one with goods,
        whatever the clock said.
        """
        query = (
            select(*_HEADS.columns)
            .where(_HEADS.c.till == till, _HEADS.c.held_as.is_(None))
            .order_by(_HEADS.c.saved_at.desc(), _HEADS.c.basket.desc())
        )
        kept = [self._kept(row) for row in self._connection.execute(query).fetchall()]
        return min(kept, key=lambda each: each.basket.is_empty, default=None)

    def held(self) -> tuple[KeptBasket, ...]:
        """Return the baskets put aside, the oldest first."""
        query = (
            select(*_HEADS.columns)
            .where(_HEADS.c.held_as.is_not(None))
            .order_by(_HEADS.c.saved_at, _HEADS.c.basket)
        )
        return tuple(self._kept(row) for row in self._connection.execute(query).fetchall())

    def get(self, basket: int) -> KeptBasket | None:
        """Return a saved basket by its id."""
        query = select(*_HEADS.columns).where(_HEADS.c.basket == basket)
        row = self._connection.execute(query).fetchone()
        return None if row is None else self._kept(row)

    def _kept(self, row: Any) -> KeptBasket:
        query = select(_LINES.c.body).where(_LINES.c.basket == row.basket).order_by(_LINES.c.line)
        bodies = self._connection.execute(query).scalars()
        lines = tuple(value_of(BasketLine, json.loads(body)) for body in bodies)
        head = value_of(Basket, json.loads(row.head))
        basket = replace(head, id=row.basket, lines=lines)
        return KeptBasket(basket, row.till, row.held_as, row.saved_at)

    def _run(self, text: str, values: tuple[Any, ...]) -> None:
        driver_of(self._connection).execute(text, values)
        self._touched(_HEADS.name)


def _json(plain: dict[str, Any]) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
