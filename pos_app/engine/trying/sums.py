"""What each program of a what-if has funded, paid and holds, as it is posted."""

from collections import defaultdict

from pos_app.domain.reward_accounts import TAX_WITHHELD
from pos_app.engine.accounts import FEE

FUNDED = 0
PAID = 1
POOL = 2
KEPT = 3
"""Fees, and tax withheld from prizes."""

_IN_SIGHT = {
    "SRC": FUNDED,
    "POOL": POOL,
    "FUND": POOL,
    "CASH": PAID,
    "VCH": PAID,
    "POINTS": PAID,
    "PTS": PAID,
    "LOCK": PAID,
}


class Sums:
    """Four sums a program, all in fen; funded = paid + pool + kept (INV-3)."""

    def __init__(self) -> None:
        self._of: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        self._receivers: defaultdict[int, set[str]] = defaultdict(set)

    def add(self, program: int, debit: str, credit: str, *, amount: int) -> None:
        """Count a transfer on both of its sides."""
        sums = self._of[program]
        paying, paid = _group(debit), _group(credit)
        # What a store has funded is what its account stands below zero.
        sums[paying] += amount if paying == FUNDED else -amount
        sums[paid] -= amount if paid == FUNDED else -amount
        if paid == PAID:
            self._receivers[program].add(credit[credit.index(":") + 1 :])

    def of(self, program: int) -> tuple[int, int, int, int]:
        """Funded, paid, in the pool and kept, of one program."""
        funded, paid, pool, kept = self._of[program]
        return funded, paid, pool, kept

    def receivers(self, program: int) -> int:
        """How many members have received anything; stores are not counted."""
        return sum(1 for holder in self._receivers[program] if not holder.startswith("@"))

    def fork(self) -> "Sums":
        """A second one with the same sums."""
        twin = Sums()
        twin._of.update((program, list(sums)) for program, sums in self._of.items())
        twin._receivers.update((program, set(all_)) for program, all_ in self._receivers.items())
        return twin


def _group(account: str) -> int:
    found = _IN_SIGHT.get(account.partition(":")[0])
    if found is not None:
        return found
    if account not in {FEE, TAX_WITHHELD}:
        raise LookupError(account)
    return KEPT
