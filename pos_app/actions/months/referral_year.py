"""A year's commissions and the depth of the sponsor chain, read from the books."""

from datetime import date

from pos_app.actions.reports.tax_treatments import treatment_at
from pos_app.actions.reports.trade_days import trade_days
from pos_app.domain.member import Member, masked_name
from pos_app.domain.moment import Day, start_of
from pos_app.domain.money import Fen
from pos_app.domain.program import PROGRAMS_BY_PRIORITY
from pos_app.engine.book import rules_of
from pos_app.engine.parameters.kinds import KINDS
from pos_app.reports.referral_year import Commission, ReferralYear
from pos_app.shop import Shop
from pos_app.storage.referral_rows import (
    commissions_between,
    people_paid_between,
    sponsor_levels,
)
from pos_app.storage.unit_of_work import Look


def referral_year(shop: Shop, year: str) -> ReferralYear:
    """Work out what referrals paid in a year such as "2026"; reads only (10.1, 10.7)."""
    first, behind = days_of(year)
    with shop.storage.read() as view:
        cutoff = rules_of(view).cutoff_minutes
        span = start_of(first, cutoff), start_of(behind, cutoff)
        found = commissions_between(view.connection, *span)
        commissions = (
            Commission(
                member,
                _name_of(view, member),
                purchases=purchases,
                received=Fen(received),
                taken_back=Fen(taken),
            )
            for member, (received, taken, purchases) in found.items()
        )
        return ReferralYear(
            year=year,
            trade=trade_days(shop, view),
            commissions=tuple(sorted(commissions, key=lambda each: (-each.kept, each.member))),
            people=people_paid_between(view.connection, *span),
            levels=sponsor_levels(view.connection),
            treatments=tuple(
                (each.name, treatment_at(view.book, each, behind=span[1]))
                for each in view.scan(PROGRAMS_BY_PRIORITY)
                if KINDS[each.kind].REFERRAL
            ),
        )


def days_of(year: str) -> tuple[Day, Day]:
    """Return the first day of a year, and the first behind it."""
    number = int(year)
    return Day(date(number, 1, 1).isoformat()), Day(date(number + 1, 1, 1).isoformat())


def _name_of(view: Look, number: int) -> str:
    """A member's masked name; empty when there is none or it was erased."""
    member = view.get(Member, number)
    return masked_name(member.name) if member is not None else ""
