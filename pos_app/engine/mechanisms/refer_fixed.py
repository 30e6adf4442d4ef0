"""A fixed share for each referral after the cycle, where the owner wants it (4.3).

It needs a cycle that was closed, and is paid out of the referral's own concession; the
rest goes back to the store at once. It never counts towards a cycle.
"""

from dataclasses import replace

from pos_app.domain.money import Fen, part
from pos_app.domain.program import Program
from pos_app.engine.accounts import cycle_fund, source, wallet
from pos_app.engine.book import Book
from pos_app.engine.debts import add_debt, offset
from pos_app.engine.mechanism import Joined
from pos_app.engine.parameters.refer import FIXED_BP, ReferThreeParameters
from pos_app.engine.records.refer import CLOSED, CYCLES_OF_MEMBER, Referral

CASH = "CASH"
NO_CYCLE = 0


def fixed_after_cycle(
    book: Book, program: Program, *, parameters: ReferThreeParameters, sponsor: int
) -> bool:
    """Whether a sponsor without an open cycle gets the fixed share."""
    if parameters.after_cycle != FIXED_BP or parameters.fixed_bp == 0:
        return False
    cycles = book.scan(CYCLES_OF_MEMBER, program.number, sponsor)
    return any(cycle.state == CLOSED for cycle in cycles)


def settle_fixed(
    book: Book, joined: Joined, *, parameters: ReferThreeParameters, base: Fen, conceded: Fen
) -> None:
    """Pay the share of one referral; old debt first, the rest back to the store."""
    program, sale = joined.program, joined.sale
    sponsor = sale.sponsor or 0
    full = part(base, parameters.fixed_bp)
    off = offset(book, program.number, member=sponsor, amount=full)
    paid = Fen(full - off)
    fund, store = cycle_fund(program.name, sponsor, number=NO_CYCLE), source(sale.store)
    for debit, credit, amount, why in (
        (store, fund, conceded, "M2.CONCESSION"),
        (fund, wallet(CASH, sponsor), paid, "M2.FIXED"),
        (fund, store, conceded - paid, "M2.BACK"),
    ):
        book.post(
            debit,
            credit,
            amount,
            why=why,
            sale=sale.number,
            funded_by=sale.number,
            program=program.number,
        )
    book.put(
        Referral(
            program=program.number,
            sale=sale.number,
            sponsor=sponsor,
            cycle=NO_CYCLE,
            position=0,
            referee=joined.member,
            store=sale.store,
            base=base,
            counts=True,
            conceded=conceded,
            concession=conceded,
            change=0,
            paid=paid,
            back=Fen(conceded - paid),
            rewarded=paid,
            offset=off,
        )
    )


def fixed_too_much(referral: Referral, *, parameters: ReferThreeParameters, base: int) -> int:
    """What of the share a smaller base no longer earns."""
    earned = part(base, parameters.fixed_bp) if base >= parameters.min_order else 0
    return max(0, referral.rewarded + referral.offset - earned)


def return_fixed(
    book: Book, program: Program, *, referral: Referral, base: int, too_much: int
) -> Fen:
    """Take the share back: wallet, then debt; return what the wallet gave."""
    sponsor = wallet(CASH, referral.sponsor)
    taken = min(too_much, book.balance(sponsor))
    book.post(
        sponsor,
        source(referral.store),
        taken,
        why="M2.TAKEN_BACK",
        sale=referral.sale,
        program=program.number,
    )
    add_debt(book, program.number, member=referral.sponsor, amount=too_much - taken)
    book.put(
        replace(
            referral,
            base=Fen(base),
            # What it stands for now; the debt has the part that the wallet lacked.
            rewarded=Fen(referral.rewarded + referral.offset - too_much),
            offset=Fen(0),
            paid=Fen(referral.paid - taken),
            back=Fen(referral.back + taken),
        )
    )
    return Fen(taken)
