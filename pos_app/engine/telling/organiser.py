"""Who holds a prize sale, and where to ask (10.2, article 13).

M1b is one; M1 is told as one, because nobody knows when or how much (articles 11-12).
"""

from pos_app.domain.marked_text import N_
from pos_app.domain.settings import ShopSettings
from pos_app.domain.standing import Disclosure
from pos_app.engine.parameters.draw import DrawParameters
from pos_app.engine.parameters.queue import QueueParameters
from pos_app.engine.telling.parts import told

ORGANISER = N_("Organiser: {organiser}. Questions and complaints: {contact}.")
ORGANISER_ALONE = N_("Organiser: {organiser}.")
PRIZE_SALES = frozenset({QueueParameters.KIND, DrawParameters.KIND})


def organiser_of(settings: ShopSettings) -> str:
    """Return who holds them: as the settings say, else the shop itself."""
    return settings.organiser or settings.name


def organiser_told(kind: str, settings: ShopSettings) -> tuple[Disclosure, ...]:
    """Return the sentence of a prize sale's rules; nothing for a kind that is none.

    Without a phone the address is where to ask.
    """
    organiser, contact = organiser_of(settings), settings.contact or settings.address
    if kind not in PRIZE_SALES or not organiser:
        return ()
    sentence = ORGANISER if contact else ORGANISER_ALONE
    return (told(sentence, organiser=organiser, contact=contact),)
