"""How the shop calls itself and works; money is decided by `set_rules`."""

from collections.abc import Collection
from dataclasses import fields, replace
from pathlib import Path

from pos_app.actions.premises.customer_words import refuse_promises
from pos_app.actions.premises.selling_store import refuse_unless_it_sells, store_as_typed
from pos_app.actions.staff.allowed import allowed
from pos_app.devices.chosen_printer import chosen_printer
from pos_app.devices.printer import PrinterUnknown
from pos_app.domain.codes.scale_code import SCALE_LAYOUTS
from pos_app.domain.names import clean_name
from pos_app.domain.refusals.settings import SettingOutOfRange, SettingUnusable
from pos_app.domain.seat import Seat
from pos_app.domain.settings import ShopSettings
from pos_app.domain.settings_text import settings_texts
from pos_app.domain.staff import OFFICE
from pos_app.shop import Shop

_CHOICES: dict[str, Collection[object]] = {
    "language": ("zh_CN", "en"),
    "paper_mm": (80, 58),
    "scale_label": SCALE_LAYOUTS,
}
_RANGES = {
    "text_percent": (100, 200),
    "lock_after_seconds": (0, 3600),
    "cash_limit": (0, 10**12),
    "return_limit": (0, 10**12),
    "cash_move_limit": (0, 10**12),
    "discount_limit_bp": (0, 10_000),
    "rounding_limit": (0, 10_000),
}
_NAMES = ("name", "address", "contact", "tax_number", "organiser")
_LONGEST_KEYS = 1000
_TASTE = {"dark", "text_percent", "language"}
"""What whoever stands at the till may set for the eyes; everything else is the office's."""


def save_settings(shop: Shop, seat: Seat, *, settings: ShopSettings) -> None:
    """Keep the settings and use them from now on; printers are chosen anew.

    Raises:
        NotAllowed: more than language and looks was changed without the right to.
        SettingOutOfRange, SettingUnusable, NameUnusable: nothing was written.
        NotFound, StoreHasLeft: the till cannot stand in that store; nothing was written.
    """
    before = shop.settings
    changed = {
        each.name
        for each in fields(settings)
        if getattr(before, each.name) != getattr(settings, each.name)
    }
    if changed - _TASTE:
        allowed(seat, OFFICE)
    refuse_unusable(settings)
    with shop.storage.write() as work:
        if "store" in changed:
            settings = replace(settings, store=store_as_typed(work.book, settings.store))
            refuse_unless_it_sells(work.book, settings.store)
        texts = settings_texts(settings)
        for name in sorted(changed):
            work.settings.put(name, texts[name])
    shop.use(settings)


def refuse_unusable(settings: ShopSettings) -> None:
    """Refuse settings that mean nothing or lie outside their range."""
    for name, (lowest, highest) in _RANGES.items():
        value = getattr(settings, name)
        if not lowest <= value <= highest:
            raise SettingOutOfRange(name=name, value=value, lowest=lowest, highest=highest)
    for name, choices in _CHOICES.items():
        value = getattr(settings, name)
        if value not in choices:
            raise SettingUnusable(name=name, value=str(value))
    try:
        chosen_printer(settings.printer, Path())
    except PrinterUnknown as error:
        raise SettingUnusable(name="printer", value=settings.printer) from error
    for name in _NAMES:
        clean_name(getattr(settings, name), of=name, may_be_empty=name != "name")
        refuse_promises(getattr(settings, name), of=name)
    if len(settings.keys) > _LONGEST_KEYS or not settings.keys.isascii():
        raise SettingUnusable(name="keys", value=settings.keys[:_LONGEST_KEYS])
    for name in ("store", "till"):
        if not _settings_word(getattr(settings, name)):
            raise SettingUnusable(name=name, value=getattr(settings, name))


def _settings_word(text: str) -> bool:
    """Whether a text may stand in an account's name as a store or a till (1.12)."""
    return text.isalnum() and text.isascii() and len(text) <= 16  # noqa: PLR2004 - letters
