"""What a view of reasons names: sales, members, programs, and one fen's way."""

from collections.abc import Iterable
from dataclasses import dataclass

from pos_app.domain.flow import group_of
from pos_app.domain.member import Member, masked_name
from pos_app.domain.moment import Day, Instant
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.domain.reward_accounts import PURSES, is_reward_account
from pos_app.domain.sale import Sale
from pos_app.domain.transfer import Transfer
from pos_app.engine.book import Book


@dataclass(frozen=True, slots=True)
class SaleNamed:
    """A sale as a person finds it again."""

    number: int
    ref: str
    store: str
    day: Day


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """A member, masked."""

    number: int
    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Reward money that moved, and the sale that funded it."""

    at: Instant
    what: str
    """The last word of the transfer's reason: HEAD, EARN, TAKEN_BACK ..."""
    program: str
    """Its name; empty where none is concerned."""
    giver: str
    """The group of accounts that it came from."""
    receiver: str
    amount: Fen
    person: PersonNamed | None
    """The member whose purse received it, else whose purse gave it."""
    cause: SaleNamed | None
    """The sale in whose name it moved."""
    funder: SaleNamed | None
    """The sale whose concession paid it."""
    store: str = ""
    """The store whose own purse received or gave it (M4's merchant points)."""


class Names:
    """Looks names up in one book, each once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._sales: dict[int, SaleNamed | None] = {}
        self._people: dict[int, PersonNamed | None] = {}
        self._programs: dict[int, str] = {}

    def sale(self, number: int | None) -> SaleNamed | None:
        """The sale of that number; None for none."""
        if number is None:
            return None
        if number not in self._sales:
            sale = self._book.get(Sale, number)
            named = SaleNamed(sale.number, sale.ref, sale.store, sale.day) if sale else None
            self._sales[number] = named
        return self._sales[number]

    def person(self, number: int | None) -> PersonNamed | None:
        """The member of that number; None for none."""
        if number is None:
            return None
        if number not in self._people:
            member = self._book.get(Member, number)
            named = PersonNamed(number, member.ref, masked_name(member.name)) if member else None
            self._people[number] = named
        return self._people[number]

    def program(self, number: int | None) -> str:
        """The program's name; empty for none."""
        if number is None:
            return ""
        if number not in self._programs:
            program = self._book.get(Program, number)
            self._programs[number] = program.name if program else ""
        return self._programs[number]

    def moved(self, transfers: Iterable[Transfer]) -> tuple[Moved, ...]:
        """What moved between reward accounts, in the order given."""
        return tuple(
            self._moved(each)
            for each in transfers
            if is_reward_account(each.debit) and is_reward_account(each.credit)
        )

    def _moved(self, transfer: Transfer) -> Moved:
        return Moved(
            at=transfer.effective_at,
            what=transfer.why.rpartition(".")[2],
            program=self.program(transfer.program),
            giver=group_of(transfer.debit),
            receiver=group_of(transfer.credit),
            amount=Fen(transfer.amount),
            person=self._holder(transfer.credit) or self._holder(transfer.debit),
            cause=self.sale(transfer.sale),
            funder=self.sale(transfer.funded_by),
            store=_store_in(transfer.credit) or _store_in(transfer.debit),
        )

    def _holder(self, account: str) -> PersonNamed | None:
        kind, _, holder = account.partition(":")
        return self.person(int(holder)) if kind in PURSES and holder.isdigit() else None


def _store_in(account: str) -> str:
    kind, _, holder = account.partition(":")
    return holder[1:] if kind in PURSES and holder.startswith("@") else ""
