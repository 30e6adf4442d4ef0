"""Why a pool holds what it holds, as titled tables in one language."""

from pos_app.actions.reports.reward_words import group_name, kind_name
from pos_app.actions.why.why_pool import PoolWhy
from pos_app.actions.why.why_tables import WhyRow, WhyShown, WhyTable, named_sale, number_of
from pos_app.domain.figures import count_text, money_text
from pos_app.domain.money import Fen
from pos_app.wording import Wording


def pool_why(why: PoolWhy, wording: Wording) -> WhyShown:
    """Return a pool's reasons: what it holds, by store and by sale."""
    _ = wording.text
    tables = (
        WhyTable(
            _("What it holds"),
            (_("Account"), _("Amount")),
            tuple(
                WhyRow((group_name(each.group, wording), money_text(each.held)))
                for each in why.pots
            ),
        ),
        WhyTable(
            _("How it came to that, from the first day on"),
            (_("What happened"), _("Amount")),
            _history(why, wording),
        ),
        WhyTable(
            _("Who put it in"),
            (_("Store"), _("Got back"), _("Put in")),
            tuple(
                WhyRow((each.store, money_text(each.got_back), money_text(each.put_in)))
                for each in why.stores
            ),
        ),
        WhyTable(
            _("What the stores themselves have"),
            (_("Store"), _("Green points"), _("Energy"), _("Contribution"), _("Vouchers")),
            tuple(
                WhyRow(
                    (
                        each.store,
                        count_text(each.points),
                        money_text(each.energy),
                        count_text(each.weight),
                        money_text(each.vouchers),
                    )
                )
                for each in why.held_by_stores
            ),
        ),
        _of_sales(why, wording),
    )
    return WhyShown(
        _("Why: {program}", program=why.name),
        kind_name(why.kind, wording),
        tuple(each for each in tables if each.rows),
    )


def _history(why: PoolWhy, wording: Wording) -> tuple[WhyRow, ...]:
    """What came and what went, down to what is there; lines of nothing are left out."""
    _ = wording.text
    sums = why.sums
    moved = (
        (_("Put in"), sums.put_in),
        (_("From refunds"), sums.from_refunds),
        (_("Given"), Fen(-sums.given)),
        (_("Taken back"), sums.taken_back),
        (_("Fees, tax"), Fen(-sums.withheld)),
        (_("To stores"), Fen(-sums.returned)),
    )
    lines = [(told, amount) for told, amount in moved if amount]
    lines.append((_("What it holds"), sums.closing))
    return tuple(WhyRow((told, money_text(amount))) for told, amount in lines)


def _of_sales(why: PoolWhy, wording: Wording) -> WhyTable:
    """Undistributed money, sale by sale; a row leads to its sale."""
    _ = wording.text
    return WhyTable(
        _("Money of these sales, the first in turn"),
        (_("Of sale"), _("Store"), _("Put in"), _("Still there")),
        tuple(
            WhyRow(
                (
                    named_sale(each.sale),
                    each.sale.store if each.sale else "",
                    money_text(each.granted),
                    money_text(each.left),
                ),
                sale=number_of(each.sale),
            )
            for each in why.lots
        ),
    )
