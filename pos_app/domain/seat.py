"""Who sits where: the person signed in, the till, the store and the open shift."""

from dataclasses import dataclass

from pos_app.domain.approval import Approval


@dataclass(frozen=True, slots=True)
class Seat:
    """Handed to every action that writes; replay and the shop itself are staff 0."""

    staff: int
    name: str
    role: str
    store: str
    till: str
    shift: int = 0
    """0 while no shift is open."""
    approvals: tuple[Approval, ...] = ()
    """Granted for the one action it is handed to."""

    def approves(self, right: str, asked: int) -> bool:
        """Whether a manager allowed this once, for at least what is asked."""
        return any(each.right == right and each.asked >= asked for each in self.approvals)
