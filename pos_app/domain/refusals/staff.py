"""What the shop says no to when people sign in, approve, or are entered as staff."""

from dataclasses import dataclass

from pos_app.errors import Refusal


@dataclass(eq=False)
class WrongPin(Refusal):
    """The PIN is not the person's; nobody was signed in, nothing was approved."""

    tries_left: int
    """Before sign-in is locked for a while; 0 when it now is."""


@dataclass(eq=False)
class PinNotTyped(Refusal):
    """Enter alone is no PIN; it is no try either."""


@dataclass(eq=False)
class PinLocked(Refusal):
    """Too many wrong PINs in a row; the PIN was not even looked at."""

    seconds: int
    """Until the next try counts."""


@dataclass(eq=False)
class StaffSwitchedOff(Refusal):
    """The person does not work here any more and cannot sign in."""

    name: str


@dataclass(eq=False)
class LastOwner(Refusal):
    """The shop would be left without an owner who can sign in; nothing was changed."""

    name: str


@dataclass(eq=False)
class RoleUnknown(Refusal):
    """The role is none of cashier, manager and owner."""

    role: str


@dataclass(eq=False)
class PinMissing(Refusal):
    """A person cannot be added, or given a larger role, without a PIN for it."""

    role: str
