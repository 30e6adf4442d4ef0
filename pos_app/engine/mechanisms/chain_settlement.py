"""A sale settles in a chain: bonuses first, then the structure (rulebook 5.5)."""

from dataclasses import replace

from pos_app.domain.money import Fen, part
from pos_app.engine.accounts import chain_pool, source
from pos_app.engine.book import Book
from pos_app.engine.mechanism import Joined
from pos_app.engine.mechanisms.chain_lock import release_held, release_helped
from pos_app.engine.mechanisms.chain_pay import month_of, pay_bonuses, payer_of
from pos_app.engine.mechanisms.chain_structure import count_purchase, restructure
from pos_app.engine.mechanisms.chain_tree import node_of
from pos_app.engine.outcomes import Settled
from pos_app.engine.parameters.chain import ChainParameters
from pos_app.engine.records.chain import BONUSES_OF_SALE, ChainSale


def settle_sale(book: Book, joined: Joined, *, parameters: ChainParameters, base: Fen) -> Settled:
    """Pay the bonuses of a sale; what nobody claims goes back to the store at once."""
    program, sale, member = joined.program, joined.sale, joined.member
    buyer = node_of(book, program, member, sponsor=sale.sponsor)
    conceded = part(base, parameters.concession_bp)
    pool, store = chain_pool(program.name), source(sale.store)
    _post(book, joined, debit=store, credit=pool, amount=conceded, why="M3.CONCESSION")
    payer = payer_of(book, program, sale, parameters=parameters, base=base)
    pay_bonuses(payer, buyer, base=base)
    month = month_of(book, program, sale.store)
    book.put(replace(month, paid=Fen(month.paid + payer.paid)))
    rest = conceded - payer.paid + payer.kept_back
    _post(book, joined, debit=pool, credit=store, amount=rest, why="M3.BACK")
    book.put(ChainSale(program.number, sale.number, base))
    count_purchase(book, program, member, base=base, change=1)
    restructure(book, program, member, sale=sale.number, base=base, parameters=parameters)
    release_held(book, program, member, sale=sale.number)
    payees = [each.member for each in book.scan(BONUSES_OF_SALE, program.number, sale.number)]
    for each in dict.fromkeys((buyer.sponsor, *payees)):
        release_helped(book, program, each, sale=sale.number, parameters=parameters)
    return joined.settled(book, concession=conceded)


def _post(book: Book, joined: Joined, *, debit: str, credit: str, amount: int, why: str) -> None:
    book.post(
        debit,
        credit,
        amount,
        why=why,
        sale=joined.sale.number,
        funded_by=joined.sale.number,
        program=joined.program.number,
    )
