"""The protocol of draws as titled tables in one language, for paper.

Round, list of entries, position, winner with a masked name, pool before and after
(rulebook 3.3); the file beside it is what a machine computes again.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pos_app.domain.figures import money_text
from pos_app.domain.money import Fen
from pos_app.engine.draw_protocol import draw_key
from pos_app.reports.table import Cell, Column, Figure, Kind, Report, ReportTable
from pos_app.wording import Wording

_ON_A_LINE = 4


def protocol_tables(
    protocol: Mapping[str, Any], wording: Wording, *, names: Mapping[str, str], organiser: str
) -> Report:
    """Return the protocol; `names` are the masked winners by their sale's name.

    `organiser` is who held it, and where to ask (rulebook 10.2, article 13).
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
            _promise(protocol, wording, organiser=organiser),
            _rounds(protocol, wording),
            _winners(picks, wording, names=names),
            *(_entries(each, pick, wording) for each, pick in picks),
        ),
    )


def _promise(protocol: Mapping[str, Any], wording: Wording, *, organiser: str) -> ReportTable:
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
                each["drawn_at"][:16].replace("T", " "),
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


def _entries(each: Mapping[str, Any], pick: Mapping[str, Any], wording: Wording) -> ReportTable:
    """The list that one winner was drawn from, in its order."""
    _ = wording.text
    return ReportTable(
        title=_("Entries of round {round}, winner {pick}", round=each["round"], pick=pick["pick"]),
        columns=(Column(_("Position: sale amount")),),
        rows=tuple(_lines_of(pick["entries"])),
    )


def _lines_of(entries: list[list[Any]]) -> Iterator[tuple[Cell, ...]]:
    """Several entries on a line: a thousand of them must not fill thirty pages."""
    told = [
        f"{place}: {sale} {money_text(Fen(base))}" for place, (sale, base) in enumerate(entries)
    ]
    for start in range(0, len(told), _ON_A_LINE):
        yield (" · ".join(told[start : start + _ON_A_LINE]),)
