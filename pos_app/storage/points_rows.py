"""The price of the sales that earned points, for the accountant's estimates."""

from collections.abc import Iterable

from sqlalchemy import Connection, Exists, exists, func, select

from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.domain.sale import VOIDED, Sale, SaleReturn
from pos_app.engine.records import SETTLED, Enrolment
from pos_app.storage.schema import TABLES

_SALE = TABLES[Sale].c
_RETURN = TABLES[SaleReturn].c
_ENROLMENT = TABLES[Enrolment].c


def price_with_points(connection: Connection, programs: Iterable[int], *, behind: Day) -> Fen:
    """Return the base of all sales before a day that joined one of the programs.

    Less what had come back of them by then; voided sales never were.
    """
    joined = _joined(tuple(programs))
    sold = select(func.coalesce(func.sum(_SALE.base), 0)).where(
        _SALE.day < behind, _SALE.state != VOIDED, joined
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
    )
