"""The protocol of draws: printed, published, computed again (rulebook 3.3)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from pos_app.actions.named_file import read_named_file
from pos_app.domain.moment import instant_text
from pos_app.domain.program import PROGRAMS_BY_NAME, Program
from pos_app.domain.sale import Sale
from pos_app.engine.draw_protocol import DrawnPick, ProtocolDoubt, doubts
from pos_app.engine.draw_records import DRAW_ROUNDS, PICKS_OF_ROUND, DrawPick, DrawRound
from pos_app.engine.parameters_draw import DrawParameters
from pos_app.engine.program import parameters_of
from pos_app.errors import NotFound, Refusal
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import Look


@dataclass(eq=False)
class ProtocolUnreadable(Refusal):
    """A file is no protocol of draws; `why` is a word of `sentences_reasons`."""

    why: str


@dataclass(eq=False)
class SeedNotPublished(Refusal):
    """A protocol with draws holds no seed, and none was named; nothing was computed."""


@dataclass(frozen=True, slots=True)
class ProtocolChecked:
    """A protocol computed again."""

    draws: int
    doubts: tuple[ProtocolDoubt, ...]
    """Empty: all of it is right."""


def draw_protocol(shop: Shop, *, program: str) -> dict[str, Any]:
    """Return every round with its lists and winners, as JSON writes it.

    The seed is in it when the program is closed, never before: who knew it could choose
    the sale that wins.

    Raises:
        NotFound: no program has this name, or it draws nothing.
    """
    with shop.storage.read() as view:
        known = next(iter(view.book.scan(PROGRAMS_BY_NAME, program)), None)
        if known is None:
            raise NotFound("program", program)
        if known.kind != DrawParameters.KIND:
            raise NotFound("draw", program)
        parameters = cast(
            "DrawParameters",
            parameters_of(view.book, known.kind, program=known.number, version=known.version),
        )
        return {
            "program": known.name,
            "commitment": parameters.commitment,
            "seed": parameters.seed if known.closed_at is not None else None,
            "winners_per_round": parameters.winners_per_round,
            "rounds": [
                _round(view, known, told=each) for each in view.book.scan(DRAW_ROUNDS, known.number)
            ],
        }


def _round(view: Look, program: Program, *, told: DrawRound) -> dict[str, Any]:
    return {
        "round": told.round_id,
        "drawn_at": instant_text(told.drawn_at),
        "pool_before_fen": told.pool_before,
        "pool_after_fen": told.pool_after,
        "picks": [
            _pick(view, told=each)
            for each in view.book.scan(PICKS_OF_ROUND, program.number, told.number)
        ],
    }


def _pick(view: Look, *, told: DrawPick) -> dict[str, Any]:
    pairs = (each.split(":") for each in told.entries.split())
    return {
        "pick": told.pick,
        "entries": [[_ref(view, int(sale)), int(base)] for sale, base in pairs],
        "position": told.position,
        "winner": _ref(view, told.sale),
        "prize_fen": told.prize,
        "tax_fen": told.tax,
    }


def _ref(view: Look, sale: int) -> str:
    kept = view.book.get(Sale, sale)
    return str(sale) if kept is None else kept.ref


def protocol_text(protocol: Mapping[str, Any]) -> bytes:
    """Return a protocol as it is published."""
    return (json.dumps(protocol, ensure_ascii=False, indent=1) + "\n").encode()


def read_protocol(path: Path) -> Mapping[str, Any]:
    """Read a published protocol.

    Raises:
        FileNotRead: it is not there, or cannot be read.
        ProtocolUnreadable: it is no JSON object.
    """
    try:
        told = json.loads(read_named_file(path).decode("utf-8"))
    except UnicodeDecodeError as broken:
        raise ProtocolUnreadable("encoding") from broken
    except (ValueError, RecursionError) as broken:
        raise ProtocolUnreadable("json") from broken
    if not isinstance(told, dict):
        raise ProtocolUnreadable("protocol")
    return told


def check_protocol(protocol: Mapping[str, Any], *, seed: str | None = None) -> ProtocolChecked:
    """Compute a published protocol again, by its own seed unless one is named.

    While a program runs its seed is a secret; before the first draw there is nothing that
    would need it.

    Raises:
        SeedNotPublished: there are draws, and no seed to compute them from.
        ProtocolUnreadable: it lacks something, or is of another shape.
    """
    try:
        picks = tuple(
            DrawnPick(
                round_id=str(each["round"]),
                pick=int(pick["pick"]),
                entries=tuple((str(sale), int(base)) for sale, base in pick["entries"]),
                position=int(pick["position"]),
                winner=str(pick["winner"]),
            )
            for each in protocol["rounds"]
            for pick in each["picks"]
        )
        commitment = str(protocol["commitment"])
        known = seed or protocol.get("seed")
    except (KeyError, TypeError, ValueError) as broken:
        raise ProtocolUnreadable("protocol") from broken
    if known is None:
        if picks:
            raise SeedNotPublished
        return ProtocolChecked(0, ())
    found = tuple(doubts(picks, seed=str(known), commitment=commitment))
    return ProtocolChecked(len(picks), found)
