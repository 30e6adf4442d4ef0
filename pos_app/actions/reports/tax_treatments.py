"""What a program's rewards are for tax: as read, and as told on papers."""

from collections.abc import Sequence

from pos_app.actions.reports.program_tables import program_title
from pos_app.actions.reports.reward_words import treatment_name
from pos_app.domain.moment import Instant
from pos_app.domain.program import Program, ProgramVersion
from pos_app.engine.book import Book, kept
from pos_app.engine.program import parameters_from
from pos_app.reports.program_sums import ProgramSums
from pos_app.reports.table import Column, Kind, ReportTable
from pos_app.wording import Wording


def treatment_at(book: Book, program: Program, *, behind: Instant) -> str:
    """Return what the version before an instant says; of none before it, the first.

    A paper about a time that is over says the same whenever it is read again.
    """
    adopted = kept(book, ProgramVersion, program.number, program.version)
    while adopted.version > 1 and adopted.adopted_at >= behind:
        adopted = kept(book, ProgramVersion, program.number, adopted.version - 1)
    return parameters_from(program.kind, adopted.params).tax_treatment


def treatments_table(programs: Sequence[tuple[ProgramSums, str]], wording: Wording) -> ReportTable:
    """Return what each program gave, under what its shop takes that for (10.7)."""
    _ = wording.text
    return ReportTable(
        title=_("Tax treatment, chosen by the shop: confirm it with your tax adviser"),
        columns=(
            Column(_("Program")),
            Column(_("Given"), Kind.MONEY),
            Column(_("Taken back"), Kind.MONEY),
        ),
        rows=tuple(
            (
                f"{treatment_name(treatment, wording)} · {program_title(each, wording)}",
                each.given,
                each.taken_back,
            )
            for each, treatment in programs
        ),
    )
