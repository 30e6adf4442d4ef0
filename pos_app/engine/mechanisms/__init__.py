"""One file for each mechanism, or a few that share its name; `MECHANISMS`."""

from collections.abc import Mapping

from pos_app.engine.mechanism import Mechanism
from pos_app.engine.mechanisms.appreciation import Appreciation
from pos_app.engine.mechanisms.chain import Chain
from pos_app.engine.mechanisms.circular import Circular
from pos_app.engine.mechanisms.green_points import GreenPoints
from pos_app.engine.mechanisms.lucky_draw import LuckyDraw
from pos_app.engine.mechanisms.points import PlainPoints
from pos_app.engine.mechanisms.queue_refund import QueueRefund
from pos_app.engine.mechanisms.refer_three import ReferThree

MECHANISMS: Mapping[str, Mechanism] = {
    "M0": PlainPoints(),
    "M1": QueueRefund(),
    "M1b": LuckyDraw(),
    "M2": ReferThree(),
    "M3": Chain(),
    "M4": GreenPoints(),
    "M5": Appreciation(),
    "M6": Circular(),
}
