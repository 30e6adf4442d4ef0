"""Money that comes back to a queue that has ended (rulebook 2.6, PROGRAM_CLOSE)."""

from dataclasses import replace

from pos_app.domain.money import Fen, split
from pos_app.engine.accounts import source
from pos_app.engine.book import Book
from pos_app.engine.mechanism import Joined
from pos_app.engine.records.queue import FUNDINGS, Funding


def give_after_close(book: Book, joined: Joined, *, out_of: str, amount: int) -> None:
    """Give it to the sale's store, but to no store more than it still has in.

    The rulebook sends it to the store of the sale, and lets no merchant get back more
    than he put in (INV-2). In an alliance another store's money may have paid the
    member: what the sale's store has no claim to goes to those that have.
    """
    program, sale = joined.program, joined.sale
    fundings = list(book.scan(FUNDINGS, program.number))
    own = sum(_still_in(each) for each in fundings if each.funder == sale.store)
    first = min(amount, own)
    others = [each for each in fundings if each.funder != sale.store]
    mine = [each for each in fundings if each.funder == sale.store]
    parts = [
        *zip(mine, split(first, [_still_in(each) for each in mine]), strict=True),
        *zip(others, split(amount - first, [_still_in(each) for each in others]), strict=True),
    ]
    for funding, share in parts:
        if share:
            book.post(
                out_of,
                source(funding.funder),
                share,
                why="M1.TAKEN_BACK",
                sale=sale.number,
                program=program.number,
            )
            book.put(replace(funding, got_back=Fen(funding.got_back + share)))


def _still_in(funding: Funding) -> int:
    return funding.put_in - funding.got_back
