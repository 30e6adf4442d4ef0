"""Programs that the seeds' titles name together, with budgets (rulebook 9.1).

Each program keeps a pool of its own and takes its concession of the same base; none
rewards another's rewards. What a sale joins is decided by `enrol`, as ever.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pos_app.domain.marked_text import N_
from pos_app.domain.money import WHOLE_BP
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.queue import ALLIANCE
from pos_app.engine.program import read_parameters
from pos_app.errors import Refusal


@dataclass(eq=False)
class UnknownCombination(Refusal):
    """No combination has this code."""

    code: str


@dataclass(frozen=True, slots=True)
class CombinedProgram:
    """One program of a combination: a preset with the changes that keep to the budget."""

    kind: str
    name: str
    """What the program is called unless the owner says otherwise; a message id."""
    preset: str | None
    changes: Mapping[str, object]

    @property
    def parameters(self) -> Parameters:
        """The whole of its parameters; a draw or a store changes none of them here."""
        return read_parameters(self.kind, preset=self.preset, changes=self.changes)

    @property
    def budget_bp(self) -> int:
        """What it takes of a sale's base, in basis points."""
        return self.parameters.rate_bp(WHOLE_BP)


@dataclass(frozen=True, slots=True)
class Combination:
    """A title of the seeds or of their siblings; the programs in the sequence tried."""

    code: str
    """How it is chosen: stable, never shown alone."""
    title: str
    """As the seed names it; a message id."""
    programs: tuple[CombinedProgram, ...]
    remark: str = ""
    """What its owner should know before; a message id."""

    @property
    def budget_bp(self) -> int:
        """What all of them together take of a sale's base at most, in basis points."""
        return sum(each.budget_bp for each in self.programs)


_QUEUE = N_("Queue refund")
_STORES = N_("Green points")
_THREE = N_("Refer three")
_CHAIN = N_("Chain")
_GROWTH = N_("Appreciation")
_CIRCLE = N_("Circular purchase")


def _queue(rate: int, **changes: object) -> CombinedProgram:
    return CombinedProgram("M1", _QUEUE, "V5_DEFAULT", {"concession_bp": rate, **changes})


def _without_referral(rate: int) -> CombinedProgram:
    """The queue beside a chain: no acceleration by referral; its part is the head's."""
    return _queue(rate, w_ref=0, w_head=6000)


def _green(rate: int) -> CombinedProgram:
    return CombinedProgram("M4", _STORES, None, {"rebate_bp": rate})


def _growth(rate: int) -> CombinedProgram:
    return CombinedProgram("M5", _GROWTH, None, {"concession_bp": rate})


_HALF_BACK = CombinedProgram("M2", _THREE, "HALF_BACK", {})
_CHAIN_2 = CombinedProgram("M3", _CHAIN, "CHAIN15", {})
_CHAIN_3 = CombinedProgram("M3", _CHAIN, "CHAIN15 3+1", {})
_CHAIN_SMALL = CombinedProgram("M3", _CHAIN, "CHAIN13", {"k": 3, "leave": 3})
_CIRCULAR = CombinedProgram("M6", _CIRCLE, None, {"concession_bp": 1000})
_OFF_FIRST = N_("The chain stays off until it is acknowledged.")

COMBINATIONS: tuple[Combination, ...] = (
    Combination(
        "seed-000",
        N_("Many stores and chain 3+1"),
        (_green(1000), _CHAIN_3),
        _OFF_FIRST,
    ),
    Combination(
        "seed-001",
        N_("Appreciation with refer three and queue refund"),
        (_queue(1000), _HALF_BACK, _growth(300)),
        N_("Refer three takes part only in sales with a sponsor; the others concede 13%."),
    ),
    Combination("seed-002", N_("Queue refund and many stores"), (_queue(2000), _green(1000))),
    Combination(
        "seed-003",
        N_("Appreciation with many stores"),
        (_growth(1500), _green(1500)),
        N_("The title's own program gives points of the appreciation only."),
    ),
    Combination(
        "refer-chain",
        N_("Refer three and chain 3+1"),
        (_HALF_BACK, _CHAIN_SMALL),
        N_("One referral program for each sale: refer three is asked first."),
    ),
    Combination(
        "queue-appreciation",
        N_("Queue refund and appreciation"),
        (_queue(2000), _growth(1000)),
    ),
    Combination(
        "queue-chain-2",
        N_("Queue refund and chain 2+1"),
        (_without_referral(1500), _CHAIN_2),
        _OFF_FIRST,
    ),
    Combination(
        "queue-chain-3",
        N_("Chain 3+1 and queue refund 5.0"),
        (_without_referral(1500), _CHAIN_3),
        _OFF_FIRST,
    ),
    Combination(
        "stores-queue",
        N_("Many stores and queue refund"),
        (_queue(2000), _green(1000)),
    ),
    Combination(
        "circular-stores",
        N_("Circular purchase with many stores"),
        (_CIRCULAR, _green(1000)),
    ),
    Combination(
        "shared-queue",
        N_("Shared store and queue refund"),
        (_queue(2000, scope=ALLIANCE),),
        N_("One queue for all owners; each concedes on the lines it owns."),
    ),
)
"""Every row of rulebook 9.1, budgets unchanged."""


def combination_of(code: str) -> Combination:
    """Return a combination by its code.

    Raises:
        UnknownCombination: none has it.
    """
    for each in COMBINATIONS:
        if each.code == code:
            return each
    raise UnknownCombination(code)
