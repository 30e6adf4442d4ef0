"""The protocol of draws: printed, published, computed again (rulebook 3.3)."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, cast

from typing_extensions import override

from pos_app.actions.premises.named_file import read_named_file
from pos_app.domain.moment import instant_text
from pos_app.domain.program import PROGRAMS_BY_NAME, Program
from pos_app.domain.record import Values
from pos_app.domain.sale import Sale
from pos_app.engine.batches import in_groups
from pos_app.engine.draw_protocol import (
    DrawnPick,
    DrawnRound,
    ProtocolDoubt,
    doubts,
    pool_doubts,
)
from pos_app.engine.parameters.draw import DrawParameters
from pos_app.engine.program import parameters_of
from pos_app.engine.records.draw import DRAW_ROUNDS, PICKS_OF_ROUND, DrawPick, DrawRound
from pos_app.errors import NotFound, Refusal
from pos_app.shop import Shop
from pos_app.storage.unit_of_work import Look

_ENCODER = json.JSONEncoder(ensure_ascii=False, indent=1)
_OF_A_PICK = ("entries", "position", "sale", "prize", "tax")
_ENTRY = re.compile(r"\S+")


@dataclass(eq=False)
class ProtocolUnreadable(Refusal):
    """A file is no protocol of draws; `why` is a word of `sentences.reasons`."""

    why: str


@dataclass(eq=False)
class SeedNotPublished(Refusal):
    """A protocol with draws holds no seed, and none was named; nothing was computed."""


@dataclass(frozen=True, slots=True)
class ProtocolChecked:
    """A protocol computed again."""

    rounds: int
    draws: int
    """Winners; a round has none while its pot is smaller than every purchase in it."""
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
        return _protocol(view, _draw_named(view, program), listed=_at_once)


def protocol_pieces(shop: Shop, *, program: str) -> Iterator[bytes]:
    """Yield the published file piece by piece: `draw_protocol` as JSON.

    A list of a million entries is read and written as it goes, and never held.

    Raises:
        NotFound: as `draw_protocol`, when the first piece is asked for.
    """
    with shop.storage.read() as view:
        told = _protocol(view, _draw_named(view, program), listed=_AsRead)
        for group in in_groups(_ENCODER.iterencode(told)):
            yield "".join(group).encode()
        yield b"\n"


class _AsRead(list[Any]):
    """A list for the encoder that reads its parts when they are written."""

    def __init__(self, size: int, read: Callable[[], Iterator[Any]]) -> None:
        super().__init__()
        self._size = size
        self._read = read

    @override
    def __len__(self) -> int:
        return self._size

    @override
    def __iter__(self) -> Iterator[Any]:
        return self._read()


_Listed = Callable[[int, Callable[[], Iterator[Any]]], list[Any]]
"""Makes a list of so many parts out of what reads them."""


def _at_once(_size: int, read: Callable[[], Iterator[Any]]) -> list[Any]:
    return list(read())


def _draw_named(view: Look, program: str) -> Program:
    known = next(view.book.scan(PROGRAMS_BY_NAME, program), None)
    if known is None:
        raise NotFound("program", program)
    if known.kind != DrawParameters.KIND:
        raise NotFound("draw", program)
    return known


def _protocol(view: Look, program: Program, *, listed: _Listed) -> dict[str, Any]:
    parameters = cast(
        "DrawParameters",
        parameters_of(view.book, program.kind, program=program.number, version=program.version),
    )
    return {
        "program": program.name,
        "commitment": parameters.commitment,
        "seed": parameters.seed if program.closed_at is not None else None,
        "winners_per_round": parameters.winners_per_round,
        "rounds": [
            _round(view, program, told=each, listed=listed)
            for each in view.book.scan(DRAW_ROUNDS, program.number)
        ],
    }


def _round(view: Look, program: Program, *, told: DrawRound, listed: _Listed) -> dict[str, Any]:
    def picks() -> Iterator[dict[str, Any]]:
        for pick in range(drawn):
            yield _pick(view, (program.number, told.number, pick), listed=listed)

    drawn = view.book.count(PICKS_OF_ROUND, program.number, told.number)
    return {
        "round": told.round_id,
        "drawn_at": instant_text(told.drawn_at),
        "pool_before_fen": told.pool_before,
        "pool_after_fen": told.pool_after,
        "picks": listed(drawn, picks),
    }


def _pick(view: Look, key: tuple[int, int, int], *, listed: _Listed) -> dict[str, Any]:
    # Not remembered, as a record would be: each has a list of its own.
    found: dict[Values, Any] = view.book.values_of(DrawPick, _OF_A_PICK, [key])
    entries, position, sale, prize, tax = found[key]
    size = entries.count(" ") + 1 if entries else 0
    return {
        "pick": key[-1],
        "entries": listed(size, partial(_entries, view, entries)),
        "position": position,
        "winner": _refs(view, [sale])[sale],
        "prize_fen": prize,
        "tax_fen": tax,
    }


def _entries(view: Look, written: str) -> Iterator[list[Any]]:
    """Read the list that a pick keeps, with the outside names of its sales."""
    for group in in_groups(found.group().split(":") for found in _ENTRY.finditer(written)):
        pairs = [(int(sale), int(base)) for sale, base in group]
        refs = _refs(view, [sale for sale, _base in pairs])
        yield from ([refs[sale], base] for sale, base in pairs)


def _refs(view: Look, sales: list[int]) -> dict[int, str]:
    """The outside names of sales; a number where there is no such sale."""
    found: dict[Values, Any] = view.book.values_of(Sale, ("ref",), [(sale,) for sale in sales])
    return {sale: found[sale,][0] if (sale,) in found else str(sale) for sale in sales}


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

    Winners come out of the seed; no prize is above its purchase, and the pot of each
    round fell by its prizes.

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
                prize=int(pick["prize_fen"]),
            )
            for each in protocol["rounds"]
            for pick in each["picks"]
        )
        rounds = tuple(
            DrawnRound(
                round_id=str(each["round"]),
                pool_before=int(each["pool_before_fen"]),
                pool_after=int(each["pool_after_fen"]),
                prizes=tuple(int(pick["prize_fen"]) for pick in each["picks"]),
            )
            for each in protocol["rounds"]
        )
        commitment = str(protocol["commitment"])
        known = seed or protocol.get("seed")
    except (KeyError, TypeError, ValueError) as broken:
        raise ProtocolUnreadable("protocol") from broken
    if known is None:
        if picks:
            raise SeedNotPublished
        return ProtocolChecked(len(rounds), 0, tuple(pool_doubts(rounds)))
    found = doubts(picks, seed=str(known), commitment=commitment)
    return ProtocolChecked(len(rounds), len(picks), (*found, *pool_doubts(rounds)))
