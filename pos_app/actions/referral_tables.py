"""A year's commissions as a titled report in one language."""

from pos_app.actions.referral_year import days_of
from pos_app.actions.report_tables import empty_report
from pos_app.actions.trade_days import not_traded_note
from pos_app.domain.moment import day_after
from pos_app.domain.money import Fen
from pos_app.reports.referral_year import (
    CRIMINAL_LEVELS,
    CRIMINAL_PEOPLE,
    Commission,
    ReferralYear,
)
from pos_app.reports.table import Column, Figure, Kind, Report, ReportTable
from pos_app.wording import Wording


def referral_tables(found: ReferralYear, wording: Wording) -> Report:
    """Return who received what, how many people were paid, and what is to be watched."""
    _ = wording.text
    title = _("Referral rewards of the year")
    first, behind = days_of(found.year)
    none = not_traded_note(found.trade, first, day_after(behind, -1), wording=wording)
    if none:
        return empty_report(title, found.year, none)
    return Report(
        title=title,
        subtitle=found.year,
        figures=(
            Figure(_("People paid"), found.people, Kind.COUNT),
            Figure(
                _("Levels of sponsors"),
                found.levels,
                Kind.COUNT,
                note=_("the whole chain, paid or not"),
            ),
        ),
        tables=(_people(found.commissions, wording), _words(wording)),
        note=_watch(found, wording),
    )


def _watch(found: ReferralYear, wording: Wording) -> str:
    """The monitor of rulebook 10.1: three levels are enough to be warned."""
    _ = wording.text
    if not found.is_deep:
        return _("The sponsor chain has fewer than {most} levels.", most=CRIMINAL_LEVELS)
    return _(
        "The sponsor chain has {levels} levels, {people} people were paid: from {most} levels "
        "and {crowd} people on the law speaks of a pyramid. Have it looked at.",
        levels=found.levels,
        people=found.people,
        most=CRIMINAL_LEVELS,
        crowd=CRIMINAL_PEOPLE,
    )


def _people(commissions: tuple[Commission, ...], wording: Wording) -> ReportTable:
    _ = wording.text
    sums = (
        sum(each.received for each in commissions),
        sum(each.taken_back for each in commissions),
        sum(each.kept for each in commissions),
    )
    return ReportTable(
        title=_("Commissions by person"),
        columns=(
            Column(_("Member")),
            Column(_("Member's name")),
            Column(_("Purchases"), Kind.COUNT),
            Column(_("Credited"), Kind.MONEY),
            Column(_("Taken back"), Kind.MONEY),
            Column(_("Left"), Kind.MONEY),
        ),
        rows=tuple(
            (
                str(each.member),
                each.name,
                each.purchases,
                each.received,
                each.taken_back,
                each.kept,
            )
            for each in commissions
        ),
        total=(_("Total"), "", sum(each.purchases for each in commissions), *map(Fen, sums)),
    )


def _words(wording: Wording) -> ReportTable:
    """What the words of this paper mean."""
    _ = wording.text
    return ReportTable(
        title=_("What the words mean"),
        columns=(Column(_("Word")), Column(_("Meaning"))),
        rows=(
            (
                _("Credited"),
                _("Bonuses of refer three and of chains, booked in the year; what is blocked "
                  "counts too. From 800 yuan on tax may have to be kept: ask the tax adviser."),
            ),
            (_("Taken back"), _("Because goods came back, this year's bonuses or older ones.")),
            (
                _("People paid"),
                _("Also whoever's ticket moved because of a referral; that is no commission."),
            ),
        ),
    )  # fmt: skip
