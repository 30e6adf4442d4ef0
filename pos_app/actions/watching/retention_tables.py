"""The retention list as a titled report in one language, for all readers."""

from pos_app.actions.watching.retention_list import IdleMember, RetentionList
from pos_app.domain.day_text import day_text
from pos_app.reports.table import Cell, Column, Figure, Kind, Report, ReportTable
from pos_app.sentences.told import WORDS
from pos_app.wording import Wording


def retention_tables(told: RetentionList, wording: Wording) -> Report:
    """Return who is on the list, and what stands against erasing each."""
    _, _c = wording.text, wording.text_in
    since = day_text(told.since, _)
    free = sum(each.may_be_erased for each in told.members)
    return Report(
        title=_("Members without activity"),
        subtitle=day_text(told.day, _),
        figures=(
            Figure(_("Nothing since {day}", day=since), told.idle, Kind.COUNT),
            Figure(_("May be erased now"), free, Kind.COUNT),
        ),
        tables=(
            ReportTable(
                title=_(
                    "Nothing bought, brought back or paid out since {day}",
                    day=since,
                ),
                columns=(
                    Column(_("Member")),
                    Column(_c("person", "Name")),
                    Column(_("Registered")),
                    Column(_("Last purchase")),
                    Column(_("Still owed"), Kind.MONEY),
                    Column(_("What stands against erasing")),
                ),
                rows=tuple(_row(each, wording) for each in told.members),
            ),
        ),
        note=_note(told, wording),
    )


def obstacle(member: IdleMember, wording: Wording) -> str:
    """Return what is done first, before a member's data are erased; empty for nothing."""
    _ = wording.text
    told = []
    if member.owed:
        told.append(_("a balance to use up"))
    if member.waits:
        told.append(_("still has {what}", what=_(WORDS[member.waits])))
    if member.prize_until is not None:
        told.append(_("a winner on record until {day}", day=day_text(member.prize_until, _)))
    return " · ".join(told)


def _row(member: IdleMember, wording: Wording) -> tuple[Cell, ...]:
    return (
        str(member.number),
        member.name,
        day_text(member.joined, wording.text),
        day_text(member.last_sale, wording.text) if member.last_sale else "",
        member.owed,
        obstacle(member, wording),
    )


def _note(told: RetentionList, wording: Wording) -> str:
    _, _n = wording.text, wording.plural
    rule = _n(
        "Personal data is kept {count} year after the last activity, winners of prizes two;"
        " the books keep numbers and purchases.",
        "Personal data is kept {count} years after the last activity, winners of prizes two;"
        " the books keep numbers and purchases.",
        count=told.years,
    )
    rest = told.idle - len(told.members)
    more = _n("{count} more is not shown.", "{count} more are not shown.", count=rest)
    return f"{rule} {more}" if rest else rule
