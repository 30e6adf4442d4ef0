"""Late returns in a chain: bonuses go back in proportion (rulebook 5.7)."""

from dataclasses import replace

from pos_app.domain.money import Fen, cumulative_share
from pos_app.engine.accounts import source, wallet
from pos_app.engine.book import Book, kept
from pos_app.engine.debts import add_debt
from pos_app.engine.mechanism import Joined, PartBack
from pos_app.engine.mechanisms.chain_lock import CASH, LOCK
from pos_app.engine.mechanisms.chain_structure import count_purchase, no_longer_counts
from pos_app.engine.outcomes import TakenBack
from pos_app.engine.records.chain import BONUSES_OF_SALE, ChainMember, ChainSale


def take_back_sale(book: Book, joined: Joined, *, back: PartBack) -> TakenBack:
    """Take each bonus back in proportion: from LOCK, then CASH, then as a debt.

    Identities and places stay: undoing them would change other people's rights.
    """
    program, sale = joined.program, joined.sale
    wanted = taken = 0
    for bonus in list(book.scan(BONUSES_OF_SALE, program.number, sale.number)):
        now = cumulative_share(
            bonus.amount,
            done=back.returned,
            whole=joined.enrolment.base,
            already=bonus.wanted_back,
        )
        book.put(replace(bonus, wanted_back=Fen(bonus.wanted_back + now)))
        got = _take(book, joined, member=bonus.member, amount=now)
        add_debt(book, program.number, member=bonus.member, amount=now - got)
        wanted += now
        taken += got
    uncount(book, joined, left=joined.enrolment.base - back.returned)
    return TakenBack(
        program=program.number,
        kind=program.kind,
        wanted=Fen(wanted),
        from_wallet=Fen(taken),
        debt=Fen(wanted - taken),
        to_merchant=Fen(taken),
    )


def uncount(book: Book, joined: Joined, *, left: int) -> None:
    """Count what is left of a sale; the same return twice counts once."""
    program, sale, member = joined.program, joined.sale.number, joined.member
    counted = kept(book, ChainSale, program.number, sale)
    if counted.base == left:
        return
    book.put(replace(counted, base=Fen(left)))
    gone = left == 0
    count_purchase(book, program, member, base=left - counted.base, change=-gone)
    if gone:
        no_longer_counts(book, program, member, sale=sale)


def _take(book: Book, joined: Joined, *, member: int, amount: int) -> int:
    """Out of a member's lock, then his balance, to the store; return how much."""
    program, sale = joined.program, joined.sale
    node = kept(book, ChainMember, program.number, member)
    locked = min(amount, node.in_lock)
    cash = min(amount - locked, book.balance(wallet(CASH, member)))
    for account, part_ in ((LOCK, locked), (CASH, cash)):
        book.post(
            wallet(account, member),
            source(sale.store),
            part_,
            why="M3.TAKEN_BACK",
            sale=sale.number,
            program=program.number,
        )
    left = node.in_lock - locked
    book.put(
        replace(
            node,
            in_lock=Fen(left),
            # What is blocked goes first, then what is held.
            held=Fen(min(node.held, left)),
            bonuses=Fen(max(0, node.bonuses - cash)),
        )
    )
    return locked + cash
