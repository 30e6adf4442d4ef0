"""A round is drawn: entries, keys, prizes, and what stays for later rounds (3.3)."""

from array import array
from collections.abc import Sequence
from dataclasses import replace

from pos_app.domain.money import Fen, part
from pos_app.domain.program import Program
from pos_app.domain.reward_accounts import TAX_WITHHELD
from pos_app.engine import batches
from pos_app.engine.accounts import draw_pool
from pos_app.engine.batches import each_in_batches, in_groups
from pos_app.engine.book import Book, kept
from pos_app.engine.draw_protocol import drawn_position
from pos_app.engine.parameters.draw import DrawParameters
from pos_app.engine.pool_lots import LotLine
from pos_app.engine.records.draw import (
    OPEN_ENTRIES,
    DrawEntry,
    DrawPick,
    DrawPot,
    DrawRound,
)
from pos_app.engine.voucher_pay import Payment, VoucherTerms, pay

_ROUNDS_CARRIED = 3


def draw_round(book: Book, program: Program, *, parameters: DrawParameters, round_id: str) -> Fen:
    """Draw the winners of a round; return what was paid out of the pool.

    Entries whose prize is above the pool or the cap do not take part this time; when
    none is left the pool is carried.
    """
    pot = book.get(DrawPot, program.number) or DrawPot(program.number)
    waiting = _Waiting(book, program)
    before = Fen(book.balance(draw_pool(program.name)))
    for pick in range(parameters.winners_per_round):
        value = book.balance(draw_pool(program.name))
        most = min(value, parameters.prize_cap)
        listed = waiting.with_prize(most=most)
        if not listed:
            break
        position = drawn_position(parameters.seed, round_id, pick=pick, entries=len(listed))
        place = listed[position]
        winner = kept(book, DrawEntry, program.number, waiting.sales[place])
        waiting.drawn.add(place)
        prize = winner.would_win
        tax = part(prize, parameters.withhold_bp)
        book.put(
            DrawPick(
                program=program.number,
                number=pot.rounds + 1,
                pick=pick,
                entries=waiting.written(listed),
                position=position,
                sale=winner.sale,
                prize=prize,
                tax=tax,
                pool_before=Fen(value),
            )
        )
        book.put(replace(winner, open=False, prize=prize))
        _pay(book, program, parameters=parameters, winner=winner, net=Fen(prize - tax), tax=tax)
        if len(listed) >= batches.BATCH:
            # Each winner has a list of his own: a hundred of them are not kept until the end.
            book.lighten()
    _end_entries(book, program, parameters=parameters, rounds=pot.rounds)
    after = Fen(book.balance(draw_pool(program.name)))
    book.put(
        DrawRound(
            program=program.number,
            number=pot.rounds + 1,
            round_id=round_id,
            drawn_at=book.effective_at,
            commitment=parameters.commitment,
            pool_before=before,
            pool_after=after,
        )
    )
    book.put(replace(pot, rounds=pot.rounds + 1, entries=0))
    return Fen(before - after)


class _Waiting:
    """Sales, bases, prizes of the entries in sequence: a million fit in any memory."""

    def __init__(self, book: Book, program: Program) -> None:
        self.sales, self.bases, self.prizes = array("q"), array("q"), array("q")
        self.drawn: set[int] = set()
        """The places of this round's winners."""
        for entry in each_in_batches(book, OPEN_ENTRIES, program.number):
            self.sales.append(entry.sale)
            self.bases.append(entry.base)
            self.prizes.append(entry.would_win)

    def with_prize(self, *, most: int) -> Sequence[int]:
        """The places of those that take part: a prize, and one that can be paid."""
        return array(
            "q",
            (
                place
                for place, prize in enumerate(self.prizes)
                if place not in self.drawn and 0 < prize <= most
            ),
        )

    def written(self, places: Sequence[int]) -> str:
        """The list as the protocol keeps it; joined in groups, never as so many texts."""
        return " ".join(
            " ".join(f"{self.sales[place]}:{self.bases[place]}" for place in group)
            for group in in_groups(places)
        )


def _pay(
    book: Book,
    program: Program,
    *,
    parameters: DrawParameters,
    winner: DrawEntry,
    net: Fen,
    tax: Fen,
) -> None:
    """Pay out of the lots, first-in first-out; the tax goes aside for the tax office."""
    pool = draw_pool(program.name)
    lots = LotLine(book, program=program.number)
    for funded_by, drawn in lots.draw(net):
        payment = Payment(
            account=parameters.prize_kind,
            holder=str(winner.member),
            amount=drawn,
            funded_by=funded_by,
            why="M1b.PRIZE",
            sale=winner.sale,
        )
        terms = VoucherTerms(parameters.validity_days, parameters.voucher_max_bp)
        pay(book, program, pool=pool, payment=payment, terms=terms)
    for funded_by, drawn in lots.draw(tax):
        book.post(
            pool,
            TAX_WITHHELD,
            drawn,
            why="M1b.TAX",
            sale=winner.sale,
            funded_by=funded_by,
            program=program.number,
        )
    lots.write()


def _end_entries(book: Book, program: Program, *, parameters: DrawParameters, rounds: int) -> None:
    """End what has waited long enough, or everything when nothing is carried."""
    carried = _ROUNDS_CARRIED if parameters.carry_entries else 0
    for entry in each_in_batches(book, OPEN_ENTRIES, program.number):
        if entry.round + carried <= rounds:
            book.put(replace(entry, open=False))
