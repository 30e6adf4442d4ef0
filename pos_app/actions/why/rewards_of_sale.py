"""What rewards one sale caused: programs, why not, points, and whom it paid."""

from dataclasses import dataclass

from pos_app.domain.member import Member, masked_name
from pos_app.domain.moment import Day
from pos_app.domain.money import Fen
from pos_app.domain.program import Program
from pos_app.domain.refusals.sale import UnknownSale
from pos_app.domain.sale import Sale
from pos_app.domain.transfer import TRANSFERS_OF_SALE
from pos_app.engine.gained import brought, counts_from
from pos_app.engine.mechanism import Brought
from pos_app.engine.records.shared import ENROLMENTS
from pos_app.reports.reward_parts import Part, Side, parts_of, side_of
from pos_app.shop import Shop


@dataclass(frozen=True, slots=True)
class ProgramOfSale:
    """What one program did with a sale."""

    name: str
    kind: str
    reason: str
    """Why the sale did not join; empty when it did."""
    concession: Fen
    """What the store put in."""
    counts_from: Day | None
    """Set while the sale is held."""
    brought: Brought
    """In what the program counts, to buyer and store."""


@dataclass(frozen=True, slots=True)
class PaidBySale:
    """A member whom the sale's money paid, masked."""

    member: int
    name: str
    amount: Fen


@dataclass(frozen=True, slots=True)
class SaleRewards:
    """Everything a sale caused in rewards."""

    programs: tuple[ProgramOfSale, ...]
    paid: tuple[PaidBySale, ...]
    """The largest first."""


def rewards_of_sale(shop: Shop, number: int) -> SaleRewards:
    """Return what a sale caused; reads only.

    Raises:
        UnknownSale: no sale has the number.
    """
    with shop.storage.read() as seen:
        book = seen.book
        sale = book.get(Sale, number)
        if sale is None:
            raise UnknownSale(str(number))
        programs = []
        for enrolment in book.scan(ENROLMENTS, number):
            program = book.get(Program, enrolment.program)
            if program is not None:
                programs.append(
                    ProgramOfSale(
                        name=program.name,
                        kind=program.kind,
                        reason=enrolment.reason,
                        concession=enrolment.concession,
                        counts_from=counts_from(book, enrolment),
                        brought=brought(book, sale, enrolment=enrolment),
                    )
                )
        sums: dict[int, int] = {}
        for each in book.scan(TRANSFERS_OF_SALE, number):
            member = each.credit.partition(":")[2]
            is_given = (Part.GIVEN, 1) in parts_of(each.debit, each.credit, each.why)
            if is_given and side_of(each.debit) is Side.POT and member.isdigit():
                sums[int(member)] = sums.get(int(member), 0) + each.amount
        paid = []
        for member_number, amount in sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])):
            found = book.get(Member, member_number)
            name = masked_name(found.name) if found is not None else ""
            paid.append(PaidBySale(member_number, name, Fen(amount)))
        return SaleRewards(tuple(programs), tuple(paid))
