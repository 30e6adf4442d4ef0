"""The kinds of tender, and one tender as it was given."""

from dataclasses import dataclass

from pos_app.domain.money import Fen

CASH = "cash"
CARD = "card"
WECHAT = "wechat"
ALIPAY = "alipay"
POINTS = "points"
VOUCHER = "voucher"
REWARD = "reward"

MONEY_KINDS = (CASH, CARD, WECHAT, ALIPAY)
REWARD_KINDS = (VOUCHER, REWARD, POINTS)
"""In the order in which their shares are taken from the lines (rulebook 1.4)."""
ALL_KINDS = (*MONEY_KINDS, *REWARD_KINDS)

REWARD_ACCOUNT = {VOUCHER: "VCH", REWARD: "CASH", POINTS: "POINTS"}
"""The rulebook account a reward tender draws on (rulebook 1.2)."""


@dataclass(frozen=True, slots=True)
class TenderGiven:
    """One tender; `amount` is what was kept, `given` what was handed over."""

    kind: str
    amount: Fen
    given: Fen
    note: str = ""
