"""What all transfers add up to for each account; for audits only."""

from sqlalchemy import Connection, func, select

from pos_app.domain.transfer import Account, Transfer
from pos_app.storage.schema import TABLES

_TRANSFER = TABLES[Transfer].c
_ACCOUNT = TABLES[Account].c


def account_sums(connection: Connection) -> dict[str, int]:
    """Return credits less debits of every account that a transfer names.

    The file does the adding: whole numbers only, and the screens go on meanwhile.
    """
    sums: dict[str, int] = {}
    for side, sign in ((_TRANSFER.credit, 1), (_TRANSFER.debit, -1)):
        query = (
            select(_ACCOUNT.name, func.sum(_TRANSFER.amount))
            .join(TABLES[Account], _ACCOUNT.number == side)
            .group_by(side)
        )
        for name, amount in connection.execute(query):
            sums[name] = sums.get(name, 0) + sign * amount
    return sums
