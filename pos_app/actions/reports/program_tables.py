"""Each program over a day or a month as a table, and what its words mean.

One table for both papers: a word that stands on one means the same on the other.
"""

from pos_app.actions.reports.reward_words import kind_name
from pos_app.reports.program_sums import ProgramSums, all_programs
from pos_app.reports.reserve_sums import ReserveSums
from pos_app.reports.table import Column, Figure, Kind, ReportTable
from pos_app.wording import Wording


def programs_table(programs: tuple[ProgramSums, ...], wording: Wording) -> ReportTable:
    """Return the programs from opening to closing, with all of them together."""
    _ = wording.text
    heads = (Column(head, Kind.MONEY) for head in _heads(wording))
    return ReportTable(
        title=_("Programs"),
        columns=(Column(_("Program")), *heads),
        rows=tuple((program_title(each, wording), *_figures(each)) for each in programs),
        total=(_("Total"), *_figures(all_programs(programs))),
    )


def total_figures(total: ProgramSums, wording: Wording) -> tuple[Figure, ...]:
    """Return the sum line of the programs as figures that add up to the closing one."""
    pairs = zip(_heads(wording), _figures(total), strict=True)
    return tuple(Figure(head, value, Kind.MONEY) for head, value in pairs)


def reserves_table(reserves: tuple[ReserveSums, ...], wording: Wording) -> ReportTable:
    """Return the stores' reserves for late returns; they are owed to nobody."""
    _ = wording.text
    heads = (
        _("Opening"),
        _("Set aside"),
        _("For late returns"),
        _("Given back"),
        _("Closing"),
    )
    rows = tuple(
        (
            each.program,
            each.store,
            each.opening,
            each.set_aside,
            -each.covered,
            -each.given_back,
            each.closing,
        )
        for each in reserves
    )
    sums = (sum(int(row[at]) for row in rows) for at in range(2, 7))
    return ReportTable(
        title=_("The stores' own reserves for late returns, owed to nobody"),
        columns=(
            Column(_("Program")),
            Column(_("Store")),
            *(Column(head, Kind.MONEY) for head in heads),
        ),
        rows=rows,
        total=(_("Total"), "", *sums),
    )


def program_title(program: ProgramSums, wording: Wording) -> str:
    """Return a program's name with what it is."""
    return titled(program.name, program.kind, wording)


def titled(name: str, kind: str, wording: Wording) -> str:
    """Return a program's name with what it is, once where both are the same."""
    what = kind_name(kind, wording)
    return name if name == what else f"{name} · {what}"


def words_table(told: tuple[tuple[str, str], ...], wording: Wording) -> ReportTable:
    """Return what the words of a paper mean: those of programs, then its own."""
    _ = wording.text
    return ReportTable(
        title=_("What the words mean"),
        columns=(Column(_("Word")), Column(_("Meaning"))),
        rows=(*_program_words(wording), *told),
    )


def _heads(wording: Wording) -> tuple[str, ...]:
    _ = wording.text
    return (
        _("Opening"),
        _("Put in"),
        _("From refunds"),
        _("Given"),
        _("Taken back"),
        _("Fees, tax"),
        _("To stores"),
        _("Closing"),
    )


def _figures(program: ProgramSums) -> tuple[int, ...]:
    return (
        program.opening,
        program.put_in,
        program.from_refunds,
        -program.given,
        program.taken_back,
        -program.withheld,
        -program.returned,
        program.closing,
    )


def _program_words(wording: Wording) -> tuple[tuple[str, str], ...]:
    _ = wording.text
    return (
        (_("Put in"), _("What the stores put in for sales; returns are not taken off here.")),
        (
            _("From refunds"),
            _("Rewards of returned goods that were kept back from the refund and put in again."),
        ),
        (
            _("Given"),
            _(
                "What came into members' accounts: points, reward balance, vouchers, "
                "backed points and blocked parts; what was taken back is not taken off here."
            ),
        ),
        (_("Taken back"), _("Out of members' accounts, by returns, voids and expiry.")),
        (_("Fees, tax"), _("What a program withheld as its fee, or as tax on prizes.")),
        (_("To stores"), _("What the stores got back and no longer owe.")),
    )
