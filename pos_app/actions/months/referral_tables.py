"""A year's commissions as a titled report in one language."""

from pos_app.actions.months.referral_year import days_of
from pos_app.actions.reports.report_tables import empty_report
from pos_app.actions.reports.reward_words import TREATMENT_CHOSEN, treatment_name
from pos_app.actions.reports.trade_days import not_traded_note
from pos_app.domain.moment import day_after
from pos_app.domain.money import Fen
from pos_app.reports.referral_year import (
    CRIMINAL_LEVELS,
    CRIMINAL_PEOPLE,
    ReferralYear,
)
from pos_app.reports.table import Column, Figure, Kind, Report, ReportTable
from pos_app.wording import Wording

YEAR_PAPER_ONLY = 1
"""The last table, which a reader of the paper needs: what the words mean."""


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
            Figure(_("People paid, queue included"), found.people, Kind.COUNT),
            Figure(
                _("Levels of sponsors"),
                found.levels,
                Kind.COUNT,
                note=_("the whole chain, paid or not"),
            ),
        ),
        tables=(_people(found, wording), _words(wording)),
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


def _people(found: ReferralYear, wording: Wording) -> ReportTable:
    _, commissions = wording.text, found.commissions
    sums = (
        sum(each.received for each in commissions),
        sum(each.taken_back for each in commissions),
        sum(each.kept for each in commissions),
    )
    return ReportTable(
        title=_people_title(found, wording),
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


def _people_title(found: ReferralYear, wording: Wording) -> str:
    """Name what commissions are for tax; once where all programs agree (10.7)."""
    _ = wording.text
    named = [(name, treatment_name(each, wording)) for name, each in found.treatments]
    if not named:
        return _("Commissions by person")
    alike = len({told for _name, told in named}) == 1
    told = named[0][1] if alike else " · ".join(" ".join(each) for each in named)
    return _("Commissions by person, for tax: {treatment}", treatment=told)


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
            (_("For tax"), _(TREATMENT_CHOSEN)),
            (_("Taken back"), _("Because goods came back, this year's bonuses or older ones.")),
            (
                _("People paid, queue included"),
                _("Also whoever's ticket moved because of a referral; that is no commission."),
            ),
        ),
    )  # fmt: skip
