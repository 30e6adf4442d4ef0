"""The price of the sales that earned points, for the accountant's estimates."""

from collections.abc import Iterable

from sqlalchemy import Connection, Exists, exists, func, select

from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.domain.sale import Sale, SaleReturn
from pos_app.engine.records.shared import SETTLED, Enrolment, PointsDay
from pos_app.storage.schema import TABLES

_SALE = TABLES[Sale].c
_RETURN = TABLES[SaleReturn].c
_ENROLMENT = TABLES[Enrolment].c
_DAY = TABLES[PointsDay].c


def price_with_points(connection: Connection, programs: Iterable[int], *, behind: Day) -> Fen:
    """Return the price of all sales whose points were granted before a day.

    Less what had come back of them by then: a row a day, and one for each return.
    """
    numbers = tuple(programs)
    joined = _joined(numbers)
    sold = select(func.coalesce(func.sum(_DAY.price), 0)).where(
        _DAY.program.in_(numbers), _DAY.day < behind
    )
    back = (
        select(func.coalesce(func.sum(_RETURN.base), 0))
        .join(TABLES[Sale], _SALE.number == _RETURN.sale)
        .where(_RETURN.day < behind, joined)
    )
    return Fen(connection.execute(sold).scalar_one() - connection.execute(back).scalar_one())


def _joined(programs: tuple[int, ...]) -> Exists:
    return exists().where(
        _ENROLMENT.sale == _SALE.number,
        _ENROLMENT.program.in_(programs),
        _ENROLMENT.state == SETTLED,
        _ENROLMENT.concession > 0,
    )
