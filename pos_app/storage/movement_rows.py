"""What moved on some accounts, read from the end only as far as asked."""

from collections.abc import Iterable

from sqlalchemy import Connection, or_, select

from pos_app.domain.moment import Instant
from pos_app.domain.transfer import Account, Transfer
from pos_app.storage.schema import TABLES

_TRANSFER = TABLES[Transfer].c
_ACCOUNT = TABLES[Account].c


def latest_transfers(
    connection: Connection, accounts: Iterable[str], *, limit: int
) -> tuple[Transfer, ...]:
    """Return the last transfers that touched one of the accounts, the newest first.

    No index leads from an account to its transfers: an account that has rested for long
    is looked for through all that moved since.
    """
    named = select(_ACCOUNT.number, _ACCOUNT.name).where(_ACCOUNT.name.in_(tuple(accounts)))
    numbers: dict[int, str] = dict(connection.execute(named).all())
    touched = or_(_TRANSFER.debit.in_(numbers), _TRANSFER.credit.in_(numbers))
    query = select(TABLES[Transfer]).where(touched).order_by(_TRANSFER.number.desc()).limit(limit)
    rows = connection.execute(query).all() if numbers else []
    known = dict(numbers)
    others = {row.debit for row in rows} | {row.credit for row in rows}
    rest = select(_ACCOUNT.number, _ACCOUNT.name).where(_ACCOUNT.number.in_(others))
    known.update(dict(connection.execute(rest).all()))
    return tuple(
        Transfer(
            number=row.number,
            entry=row.entry,
            effective_at=Instant(row.effective_at),
            debit=known[row.debit],
            credit=known[row.credit],
            amount=row.amount,
            why=row.why,
            sale=row.sale,
            funded_by=row.funded_by,
            program=row.program,
        )
        for row in rows
    )
