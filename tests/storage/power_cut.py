"""Sells in a child that dies at its n-th step, and tells what was left.

    python -m tests.storage.power_cut FOLDER

For every step of one sale (each statement, each row of it, the COMMIT itself) a child
process is killed there and the shop is opened again. One line of JSON for each step.
"""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pos_app.storage import connections
from pos_app.storage.driver import DRIVER
from pos_app.storage.unit_of_work import open_storage
from tests.storage.till_day import open_basket, rows_of, sell

KILLED = 9


class Countdown:
    """Dies when it has been stepped so often; None never dies."""

    def __init__(self) -> None:
        self.left: int | None = None

    def step(self) -> None:
        """Take one step."""
        if self.left is not None:
            if self.left == 0:
                os._exit(KILLED)
            self.left -= 1


COUNTDOWN = Countdown()


def _stepping(rows: Iterable[Any]) -> Iterable[Any]:
    for row in rows:
        COUNTDOWN.step()
        yield row


class DyingCursor(DRIVER.module.Cursor):  # type: ignore[misc,name-defined]  # known when it runs
    """Counts each statement before and after."""

    def execute(self, *arguments: Any) -> Any:
        """Run a statement."""
        COUNTDOWN.step()
        done = super().execute(*arguments)
        COUNTDOWN.step()
        return done


class DyingConnection(DRIVER.module.Connection):  # type: ignore[misc,name-defined]  # as above
    """Counts each statement, each row and the commit, before and after."""

    def cursor(self, *_: Any) -> Any:
        """Return a counting cursor."""
        return super().cursor(DyingCursor)

    def execute(self, *arguments: Any) -> Any:
        """Run a statement."""
        return self.cursor().execute(*arguments)

    def executemany(self, text: str, rows: Iterable[Any]) -> Any:
        """Run a statement for each row."""
        done = super().executemany(text, _stepping(rows))
        COUNTDOWN.step()
        return done

    def commit(self) -> None:
        """Commit."""
        COUNTDOWN.step()
        super().commit()
        COUNTDOWN.step()


def _connect(path: Path, mode: str) -> Any:
    return DRIVER.module.connect(
        f"file:{path}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        factory=DyingConnection,
    )


def sell_and_die(folder: Path, basket: int, steps: int) -> bool:
    """Sell in a child that is killed after so many steps; whether it was killed."""
    child = os.fork()
    if child == 0:
        connections.connect = _connect
        storage = open_storage(folder)
        COUNTDOWN.left = steps
        sell(storage, basket)
        COUNTDOWN.left = None
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == KILLED


def main(folder: Path) -> None:
    """Kill at the first step, at the second, and so on, until a sale gets through."""
    steps, was_killed = 0, True
    while was_killed:
        basket = steps + 1
        storage = open_storage(folder)
        open_basket(storage, basket)
        storage.close()
        was_killed = sell_and_die(folder, basket, steps)
        storage = open_storage(folder)
        left = rows_of(storage)
        number = sell(storage, basket)
        again = rows_of(storage)
        storage.check_file()
        storage.close()
        told = {"steps": steps, "killed": was_killed, "left": left, "again": again, "sale": number}
        sys.stdout.write(json.dumps(told) + "\n")
        steps += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
