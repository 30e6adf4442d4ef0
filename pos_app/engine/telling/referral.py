"""What is told of the kinds that pay for others' purchases (rulebook 4, 5)."""

from collections.abc import Iterator
from typing import cast

from pos_app.domain.figures import money_text
from pos_app.domain.marked_text import N_
from pos_app.domain.money import Fen
from pos_app.domain.standing import Disclosure
from pos_app.engine.parameters.chain import (
    DIRECT_SALES,
    HOLD,
    MOST_PAID_LEVELS,
    ChainParameters,
)
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.parameters.refer import (
    FIXED_BP,
    LATEST_OWN,
    MIN_OF_CYCLE,
    OWN,
    REFERRED_EACH,
    ReferThreeParameters,
)
from pos_app.engine.telling.parts import BALANCE, FREE, ITSELF, LOOK, counts, percent, told

REFER_SENTENCE = N_(
    "Of each purchase that counts the store puts {c}% aside for whoever brought the buyer. "
    "One refund needs {n} other people's purchases: of 100 members at most {m} can be refunded. "
    "No time and no amount is promised."
)
CHAIN_SENTENCE = N_(
    "The store pays bonuses of at most {c}% of a purchase that was kept. Nobody is paid for "
    "bringing people; without a purchase nothing is paid. No amount is promised."
)

_ADULTS = N_("People under 18 take no part.")
_BONUS_BACK = N_(
    "When goods come back, the bonus on them goes back too; what is spent already only lessens "
    "later bonuses."
)
_EVERYBODY = (BALANCE, _ADULTS, FREE, _BONUS_BACK, LOOK)

_REFUND = N_(
    "After {n} people whom you brought have each bought for {least} yuan or more, you have "
    "received at most {p}% of one purchase of your own."
)
_BASIS = {
    MIN_OF_CYCLE: N_("It is reckoned on the smallest purchase, yours and theirs taken together."),
    OWN: N_(
        "It is reckoned on your purchase; what the money put aside does not reach is not owed."
    ),
    REFERRED_EACH: N_(
        "It is reckoned on each of their purchases; what the money put aside does not reach is "
        "not owed."
    ),
    LATEST_OWN: N_(
        "It is reckoned on your latest purchase; what the money put aside does not reach is not "
        "owed."
    ),
}
_OWN_FIRST = N_("A purchase of your own comes first; without one nobody is paid.")
_ONCE_EACH = N_("Each person whom you brought counts once.")
_SOME_GOODS = N_("Only some goods count; the store says which.")
_AFTERWARDS = N_("After that you receive {fixed}% of each purchase of people whom you brought.")
_ENDS = N_("What is open after {expiry} days ends.")

_DIRECT = N_("Whoever brought the buyer receives {d}%, the head of the team {p}%.")
_ANY_PURCHASE = N_("Only who has bought something receives bonuses.")
_ENTRY_PURCHASE = N_(
    "Only who has bought for {least} yuan or more at one time receives bonuses; otherwise taking "
    "part costs nothing."
)
_STAYS_YOURS = N_("It ends whenever you wish; what you have received stays yours.")
_HEAD_BY_SALES = N_("Head of a team is whose people have bought for {sum} yuan together.")
_HEAD_BY_COUNT = N_(
    "Head of a team is who brought {k} people that bought; that itself pays nothing."
)
_PEER = N_("Whoever brought a team's head receives another {peer}% of what that head receives.")
_SLIP = N_("Of the head's part {slip}% goes to the member under whom the buyer was placed.")
_LEVELS = N_(
    "At most {levels} levels of those who brought the buyer are paid; registering, bringing "
    "people and moving in the team pay nothing."
)
_LOCK = N_("{lock}% of a team head's bonuses is held back for at most 180 days; it is never lost.")
_WAIT = N_(
    "After {bonus} yuan of bonuses further ones wait until you buy again, for at most 180 days."
)
_MONTH = N_(
    "The bonuses of a month are at most {cap}% of its sales; what would be more is not paid."
)


def refer_texts(parameters: Parameters) -> list[Disclosure]:
    """Refer three: its sentence first, then basis, order, expiry and return."""
    refer = cast("ReferThreeParameters", parameters)
    fields = {
        "c": percent(refer.concession_bp),
        "days": refer.hold_days,
        "n": refer.n,
        "m": 99 // refer.n,
        "p": percent(refer.cum[-1]),
        "least": money_text(Fen(refer.min_order)),
        "fixed": percent(refer.fixed_bp),
        "expiry": refer.cycle_expiry_days,
    }
    rules = (ITSELF, counts(refer), _REFUND, _BASIS[refer.basis], _OWN_FIRST, *_refer_rules(refer))
    return [told(each, **fields) for each in (REFER_SENTENCE, *rules, _ENDS, *_EVERYBODY)]


def _refer_rules(refer: ReferThreeParameters) -> Iterator[str]:
    if not refer.count_repeat:
        yield _ONCE_EACH
    if refer.products:
        yield _SOME_GOODS
    if refer.after_cycle == FIXED_BP and refer.fixed_bp:
        yield _AFTERWARDS


def chain_texts(parameters: Parameters) -> list[Disclosure]:
    """The chain: its sentence first, then who is paid, what waits, what is not."""
    chain = cast("ChainParameters", parameters)
    fields = {
        "c": percent(chain.concession_bp),
        "days": chain.hold_days,
        "d": percent(chain.direct_bp),
        "p": percent(chain.point_bp),
        "least": money_text(Fen(chain.threshold)),
        "sum": money_text(Fen(chain.k * chain.promote_unit)),
        "k": chain.k,
        "peer": percent(chain.peer_bp),
        "slip": percent(chain.slip_bp),
        "levels": chain.max_paid_levels,
        "lock": percent(chain.lock_bp),
        "bonus": money_text(Fen(chain.repurchase_threshold)),
        "cap": percent(chain.monthly_cap_bp),
    }
    takes_part = (_ENTRY_PURCHASE, _STAYS_YOURS) if chain.threshold else (_ANY_PURCHASE, FREE)
    rules = (ITSELF, counts(chain), _DIRECT, *_chain_rules(chain), _LEVELS, *takes_part)
    everybody = (BALANCE, _ADULTS, _BONUS_BACK, LOOK)
    return [told(each, **fields) for each in (CHAIN_SENTENCE, *rules, *everybody)]


def _chain_rules(chain: ChainParameters) -> Iterator[str]:
    """What is told only where it can happen (rulebook 5.3)."""
    yield _HEAD_BY_SALES if chain.promote_by == DIRECT_SALES else _HEAD_BY_COUNT
    if chain.peer_bp and chain.max_paid_levels == MOST_PAID_LEVELS:
        yield _PEER
    if chain.spill_from and chain.slip_bp:
        yield _SLIP
    if chain.lock_bp:
        yield _LOCK
    if chain.repurchase == HOLD and chain.repurchase_threshold:
        yield _WAIT
    if chain.monthly_cap_bp:
        yield _MONTH
