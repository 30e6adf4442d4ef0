"""Two more figures of a what-if: what points have brought, and how many referred.

Points are told apart by the day of their purchase, so that the owner sees what a customer
of that day has received by the end (rulebook 6.9); referrals are counted while they count
for their sponsor (rulebook 4.5).
"""

from pos_app.domain.moment import Day
from pos_app.engine.records.green import GreenLot
from pos_app.engine.records.refer import Referral


class Notes:
    """Points by day of purchase, and referrals, of every program."""

    def __init__(self) -> None:
        self.brought: dict[tuple[int, Day], list[int]] = {}
        """Points given to buyers that day, and what was released for them since, in fen."""
        self.referrals: dict[int, int] = {}
        self._days: dict[tuple[int, int], Day] = {}

    def of_green_lot(self, was: GreenLot | None, now: GreenLot, *, day: Day) -> None:
        """Count a buyer's points under the day on which they were given."""
        if now.part != 1:
            return
        given = self._days.setdefault((now.program, now.sale), day)
        sums = self.brought.setdefault((now.program, given), [0, 0])
        sums[0] += now.points - (was.points if was else 0)
        sums[1] += now.released - (was.released if was else 0)

    def of_referral(self, was: Referral | None, now: Referral) -> None:
        """Count a referral, or take it out when it counts no more."""
        change = now.counts - (was.counts if was else False)
        self.referrals[now.program] = self.referrals.get(now.program, 0) + change

    def fork(self) -> "Notes":
        """A second one with the same figures."""
        twin = Notes()
        twin.brought = {name: list(sums) for name, sums in self.brought.items()}
        twin.referrals = dict(self.referrals)
        twin._days = dict(self._days)
        return twin
