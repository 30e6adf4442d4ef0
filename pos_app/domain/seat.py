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
