"""The protocol of draws as titled tables in one language, for paper.

Round, list of entries, position, winner with a masked name, pool before and after
(rulebook 3.3); the file beside it is what a machine computes again.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pos_app.domain.day_text import moment_text
from pos_app.domain.figures import money_text
from pos_app.domain.moment import read_instant
from pos_app.domain.money import Fen
from pos_app.engine.draw_protocol import draw_key
from pos_app.reports.table import Cell, Column, Figure, Kind, Report, ReportTable
from pos_app.wording import Wording

_ON_A_LINE = 4
_MOST_PRINTED = 400
"""Of one round, three pages; a busy shop's list would fill hundreds, each week anew."""


def protocol_tables(
    protocol: Mapping[str, Any],
    wording: Wording,
    *,
    names: Mapping[str, str],
    organiser: str,
    file: str,
) -> Report:
    """Return the protocol; `names` are the masked winners by their sale's name.

    `organiser` is who held it, and where to ask (rulebook 10.2, article 13); `file` is
    what has every list whole.
    """
    _ = wording.text
    picks = [(each, pick) for each in protocol["rounds"] for pick in each["picks"]]
    return Report(
        title=_("Protocol of the draws"),
        subtitle=protocol["program"],
        figures=(
            Figure(_("Rounds"), len(protocol["rounds"]), Kind.COUNT),
            Figure(_("Winners"), len(picks), Kind.COUNT),
            Figure(_("Prizes"), sum(pick["prize_fen"] for _round, pick in picks), Kind.MONEY),
        ),
        tables=(
            _promise(protocol, wording, organiser=organiser, file=file),
            _rounds(protocol, wording),
            _winners(picks, wording, names=names),
            *(_entries(each, wording, file=file) for each in protocol["rounds"] if each["picks"]),
        ),
    )


def _promise(
    protocol: Mapping[str, Any], wording: Wording, *, organiser: str, file: str
) -> ReportTable:
    _ = wording.text
    seed = protocol["seed"] or _("It is published when the program has ended.")
    secret, number = _("seed"), _("number of the round")
    rule = _(
        "SHA-256 of {first}, from the second winner of a round on of {later}, "
        "is divided by the number of entries: the rest is the winner's position, from 0.",
        first=draw_key(secret, number, 0),
        later=draw_key(secret, number, 1),
    )
    return ReportTable(
        title=_("What was promised before, and how to check it"),
        columns=(Column(_("What")), Column(_("Value"))),
        rows=(
            (_("Organiser"), organiser),
            (_("SHA-256 of the seed"), protocol["commitment"]),
            (_("Seed"), seed),
            (_("Winners of a round"), str(protocol["winners_per_round"])),
            (_("How the winner is found"), rule),
            (
                _("Lists of entries"),
                _(
                    "Here as they were for the first winner of each round. Every list whole, also "
                    "that of each later winner, stands in {file} beside this paper; check-draws "
                    "computes it again.",
                    file=file,
                ),
            ),
        ),
    )


def _rounds(protocol: Mapping[str, Any], wording: Wording) -> ReportTable:
    _ = wording.text
    return ReportTable(
        title=_("Rounds"),
        columns=(
            Column(_("Round of the draw")),
            Column(_("Drawn at")),
            Column(_("Pool before"), Kind.MONEY),
            Column(_("Pool after"), Kind.MONEY),
        ),
        rows=tuple(
            (
                each["round"],
                moment_text(read_instant(each["drawn_at"]), _),
                each["pool_before_fen"],
                each["pool_after_fen"],
            )
            for each in protocol["rounds"]
        ),
    )


def _winners(
    picks: list[tuple[Mapping[str, Any], Mapping[str, Any]]],
    wording: Wording,
    *,
    names: Mapping[str, str],
) -> ReportTable:
    _ = wording.text
    heads = (_("Winner"), _("Entries"), _("Position"))
    return ReportTable(
        title=_("Winners"),
        columns=(
            Column(_("Round of the draw")),
            *(Column(head, Kind.COUNT) for head in heads),
            Column(_("Sale")),
            Column(_("Member")),
            Column(_("Prize"), Kind.MONEY),
            Column(_("Tax withheld"), Kind.MONEY),
        ),
        rows=tuple(
            (
                each["round"],
                pick["pick"],
                len(pick["entries"]),
                pick["position"],
                pick["winner"],
                names.get(pick["winner"], ""),
                pick["prize_fen"],
                pick["tax_fen"],
            )
            for each, pick in picks
        ),
    )


def _entries(each: Mapping[str, Any], wording: Wording, *, file: str) -> ReportTable:
    """The list that a round's first winner was drawn from, in its order."""
    _, _n = wording.text, wording.plural
    entries: list[list[Any]] = each["picks"][0]["entries"]
    rows = tuple(_lines_of(entries[:_MOST_PRINTED]))
    more = len(entries) - _MOST_PRINTED
    if more > 0:
        told = _n(
            "{count} more entry stands in {file}.",
            "{count} more entries stand in {file}.",
            count=more,
            file=file,
        )
        rows = (*rows, (told,))
    return ReportTable(
        title=_("Entries of round {round}", round=each["round"]),
        columns=(Column(_("Position: sale amount")),),
        rows=rows,
    )


def _lines_of(entries: list[list[Any]]) -> Iterator[tuple[Cell, ...]]:
    """Several entries on a line, so that few pages hold many."""
    told = [
        f"{place}: {sale} {money_text(Fen(base))}" for place, (sale, base) in enumerate(entries)
    ]
    for start in range(0, len(told), _ON_A_LINE):
        yield (" · ".join(told[start : start + _ON_A_LINE]),)
