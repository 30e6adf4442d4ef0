"""A search index over texts; they are kept beside it, to take them out again."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, bindparam, column, insert, select, table
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from pos_app.domain.search_text import initials, normal
from pos_app.storage.schema import METADATA
from pos_app.storage.search_grams import grams_of
from pos_app.storage.side_tables import GRAMS
from pos_app.storage.statements import compiled


class GramIndex:
    """The texts of one kind of thing, found by any part of them."""

    def __init__(self, name: str) -> None:
        texts = METADATA.tables[name]
        self.grams = table(name + GRAMS, column("rowid"), column("text"), column(name + GRAMS))
        grams = self.grams.c
        put = insert_or_update(texts)
        self._read = compiled(select(texts.c.text).where(texts.c.number == bindparam("key")))
        self._keep = compiled(
            put.on_conflict_do_update(
                index_elements=["number"], set_={"text": put.excluded["text"]}
            )
        )
        self._add = compiled(
            insert(self.grams).values(rowid=bindparam("key"), text=bindparam("new"))
        )
        self._drop = compiled(
            insert(self.grams).values(
                {grams.rowid: bindparam("key"), grams.text: bindparam("old"),
                 grams[name + GRAMS]: bindparam("command")}
            )
        )  # fmt: skip
        self._one = compiled(self.matching().where(self.grams.c.rowid == bindparam("key")))

    def put(self, driver: Any, number: int, *, name: str, others: tuple[str, ...]) -> None:
        """Let a thing be found by its name, the name's initials, and its other texts.

        Initials are worked out only when the name has changed: their dictionaries take
        long to load.
        """
        row = driver.execute(self._read, (number,)).fetchone()
        old: str | None = None if row is None else row[0]
        called = normal(name)
        readings = None if old is None else _readings_kept(old, called)
        lines = [called, initials(name) if readings is None else readings]
        lines.extend(normal(other) for other in others)
        new = "\n".join(lines)
        if new == old:
            return
        if old is not None:
            driver.execute(self._drop, (number, _grams(old), "delete"))
        driver.execute(self._add, (number, _grams(new)))
        driver.execute(self._keep, (number, new))

    def further(
        self, driver: Any, questions: Sequence[str], *, after: int
    ) -> tuple[tuple[str, int], ...]:
        """What to ask for the page behind a number, and behind which number in each.

        A search asks one question after the other; who answered an earlier one is not
        found again by a later one. Numbers rise within the answers of a question.
        """
        place = 0
        while place < len(questions) - 1:
            if driver.execute(self._one, (questions[place], after)).fetchone() is not None:
                break
            place += 1
        asked = []
        for number, question in enumerate(questions[place:], start=place):
            others = "".join(f" NOT ({each})" for each in questions[:number])
            asked.append((f"({question}){others}", after if number == place else 0))
        return tuple(asked)

    def matching(self) -> Select[Any]:
        """Select the numbers of what matches; asked with `match`, more may be added."""
        found = self.grams.c.text.op("MATCH")(bindparam("match"))
        return select(self.grams.c.rowid).where(found)


def _readings_kept(old: str, called: str) -> str | None:
    name, readings, *_ = old.split("\n")
    return readings if name == called else None


def _grams(lines: str) -> str:
    name, readings, *others = lines.split("\n")
    return grams_of(dict.fromkeys((name, *readings.split(), *others)))
