"""M0 积分: plain points, one fen each, backed by the store (rulebook 1a)."""

from typing import cast

from pos_app.domain.money import NOTHING, Fen
from pos_app.domain.program import Program
from pos_app.domain.transfer import TRANSFERS_OF_SALE
from pos_app.engine import wallet_lots
from pos_app.engine.accounts import source, wallet
from pos_app.engine.book import Book
from pos_app.engine.mechanism import Joined, Mechanism, PartBack, VoidPlan
from pos_app.engine.mechanisms.points_price import count_price
from pos_app.engine.outcomes import SaleAsk, Settled, TakenBack
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.points import PointsParameters
from pos_app.engine.records.shared import NEVER, WalletLot
from pos_app.engine.wallet_lots import POINTS


class PlainPoints(Mechanism):
    """M0; see `Mechanism` for its verbs."""

    def expect(
        self, book: Book, program: Program, *, parameters: Parameters, ask: SaleAsk
    ) -> tuple[Fen, tuple[Fen, ...]]:
        """The points the sale would earn; no tickets."""
        return Fen(parameters.concession(ask.base, tier_bp=ask.tier_bp)), ()

    def settle(self, book: Book, joined: Joined, *, base: Fen) -> Settled:
        """Give the points of a sale, as a lot: `SRC:<store> -> POINTS:<member>`."""
        parameters = cast("PointsParameters", joined.parameters)
        sale, program = joined.sale, joined.program
        earned = Fen(parameters.concession(base, tier_bp=joined.enrolment.tier_bp))
        if earned:
            count_price(book, joined, amount=sale.base)
            book.post(
                source(sale.store),
                wallet(POINTS, joined.member),
                earned,
                why="M0.EARN",
                sale=sale.number,
                funded_by=sale.number,
                program=program.number,
            )
            months = parameters.expiry_months
            today = wallet_lots.today(book)
            wallet_lots.grant(
                book,
                program,
                lot=WalletLot(
                    account=POINTS,
                    program=program.number,
                    sale=sale.number,
                    part=1,
                    holder=str(joined.member),
                    granted=earned,
                    left=earned,
                    expires=wallet_lots.months_after(today, months) if months else NEVER,
                    back_to=source(sale.store),
                    limit_bp=parameters.points_max_bp,
                    unit=parameters.unit,
                ),
            )
        return joined.settled(book, concession=earned)

    def take_back(self, book: Book, joined: Joined, *, back: PartBack) -> TakenBack:
        """Take earned points back: wallet first, then netted, else the store bears it.

        From the sale's own lot first, then in spending order; the netted part needs no
        reward entry (rulebook 1a). What has expired is with the store already, and is not
        taken a second time out of other points (INV-2; decision 0089).
        """
        wanted = Fen(min(back.concession, _still_given(book, joined)))
        held = book.balance(wallet(POINTS, joined.member))
        from_wallet = Fen(min(wanted, held))
        _take(book, joined, amount=from_wallet)
        netted = Fen(min(wanted - from_wallet, back.room)) if back.voluntary else NOTHING
        return TakenBack(
            program=joined.program.number,
            kind=joined.program.kind,
            wanted=wanted,
            from_wallet=from_wallet,
            netted=netted,
            absorbed=Fen(wanted - from_wallet - netted),
            to_merchant=from_wallet,
        )

    def plan_void(self, book: Book, joined: Joined, *, plan: VoidPlan) -> None:
        """Refused when the member has less than what the sale earned (rulebook 1a)."""
        plan.need(wallet(POINTS, joined.member), joined.enrolment.concession)

    def void(self, book: Book, joined: Joined) -> None:
        """Give all the points of the sale back to the store."""
        if joined.enrolment.concession:
            count_price(book, joined, amount=-joined.sale.base)
        _take(book, joined, amount=joined.enrolment.concession)

    def close(self, book: Book, program: Program) -> None:
        """Points stay valid to their date (rulebook 10.3)."""


def _still_given(book: Book, joined: Joined) -> int:
    """What the store has put into the sale's points and not got back."""
    store, program = source(joined.sale.store), joined.program.number
    given = 0
    for each in book.scan(TRANSFERS_OF_SALE, joined.sale.number):
        if each.program == program and store in {each.debit, each.credit}:
            given += each.amount if each.debit == store else -each.amount
    return given


def _take(book: Book, joined: Joined, *, amount: Fen) -> None:
    if amount == 0:
        return
    sale, program = joined.sale, joined.program
    own = wallet_lots.lots_of_sale(book, POINTS, program=program.number, sale=sale.number)
    wallet_lots.take(book, POINTS, holder=str(joined.member), amount=amount, first=own)
    book.post(
        wallet(POINTS, joined.member),
        source(sale.store),
        amount,
        why="M0.TAKEN_BACK",
        sale=sale.number,
        program=program.number,
    )
