"""The names of the reward accounts, inside and as shown (rulebook 1.2, 1.12).

What makes an account one of the rulebook's stands in `domain.reward_accounts`.
"""

from collections.abc import Callable, Iterable, Mapping

from pos_app.domain.reward_accounts import PURSES
from pos_app.domain.sale import Sale

FEE = "FEE"
LATE_RESERVE = "FUND:late"
"""The one pot that programs of several kinds have (rulebook 1.6, decision 0081)."""


def source(store: str) -> str:
    """The merchant's funding; its negative balance is the net reward cost."""
    return f"SRC:{store}"


def wallet(account: str, holder: int | str) -> str:
    """A balance of a member: `CASH`, `VCH`, `POINTS`, `PTS` or `LOCK`."""
    return f"{account}:{holder}"


def buyer(sale: Sale) -> int:
    """The member whose accounts a sale draws on and feeds; nobody is a bug and stops."""
    if sale.member is None:
        message = f"sale {sale.number} has no member"
        raise ValueError(message)
    return sale.member


def queue_pool(program: str, store: str) -> str:
    """The pool of a queue; `store` is empty under ALLIANCE scope."""
    return f"POOL:Q@{program}/{store}" if store else f"POOL:Q@{program}"


def queue_exit_fund(program: str, store: str) -> str:
    """The exit fund of a queue; `store` is empty under ALLIANCE scope."""
    return f"FUND:Q:exit@{program}/{store}" if store else f"FUND:Q:exit@{program}"


def cycle_fund(program: str, member: int, *, number: int) -> str:
    """The fund of a member's cycle in refer three: of this cycle only (rulebook 4.4)."""
    return f"FUND:R3:{member}#{number}@{program}"


def chain_pool(program: str) -> str:
    """The pool of a chain; empty after each sale (rulebook 5.5)."""
    return f"POOL:C@{program}"


def nav_pool(program: str) -> str:
    """The bottom pool of an appreciation program (M5)."""
    return f"POOL:N@{program}"


def nav_reserve(program: str) -> str:
    """What was left in a pool without units (M5)."""
    return f"FUND:N:reserve@{program}"


def circular_pool(program: str) -> str:
    """The daily pool of a circular program (M6)."""
    return f"POOL:K@{program}"


def green_pool(program: str) -> str:
    """The settlement pool of green points (M4)."""
    return f"POOL:G@{program}"


def late_reserve(program: str, store: str) -> str:
    """What a store has set aside in a program for goods that come back late."""
    return f"{LATE_RESERVE}@{program}/{store}"


def draw_pool(program: str) -> str:
    """The prize pool of a drawn free order (M1b)."""
    return f"POOL:L@{program}"


def shown_account(
    account: str,
    *,
    kinds: Mapping[str, str],
    stores: int,
    member_ref: Callable[[int], str],
) -> str:
    """The short form of rulebook 1.12, with a member's outside name for the number.

    `kinds` gives each program's kind by its name. `POOL:Q@P/S1` becomes `POOL:Q` when P
    is the only program of its kind and there is one store, `POOL:Q@P` when there are
    several programs and one store. A reserve is called short only where there is one program.
    """
    head, at, place = account.partition("@")
    if not at or head.startswith(("VCH:", "PTS:")):
        return _shown_wallet(account, member_ref)
    if head.startswith("FUND:R3:"):
        member, _, number = head.removeprefix("FUND:R3:").partition("#")
        head = f"FUND:R3:{member_ref(int(member))}#{number}"
    program = _program_in(place, kinds)
    kind = kinds.get(program, "")
    rivals = [each for each in kinds.values() if each == kind or head == LATE_RESERVE]
    alone = len(rivals) == 1
    store = place[len(program) :] if stores > 1 else ""
    return head if alone and not store else f"{head}@{program}{store}"


def program_of_pot(group: str, names: Iterable[str]) -> str:
    """The name of the program whose pool or fund it is; empty when it is none."""
    head, _, place = group.partition("@")
    if not place or not head.startswith(("POOL:", "FUND:")):
        return ""
    known = set(names)
    name = _program_in(place, known)
    return name if name in known else ""


def _program_in(place: str, names: Iterable[str]) -> str:
    """The program's name at the start of `<program>` or `<program>/<store>`."""
    known = set(names)
    if place in known:
        return place
    found = [name for name in known if place.startswith(f"{name}/")]
    return max(found, key=len, default=place)


def _shown_wallet(account: str, member_ref: Callable[[int], str]) -> str:
    head, _, holder = account.partition(":")
    if head in PURSES and holder.isdigit():
        return f"{head}:{member_ref(int(holder))}"
    return account
