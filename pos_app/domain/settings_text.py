"""Settings as the names and texts that the shop's file keeps, and back."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from pos_app.domain.settings import ShopSettings

_TRUE = "yes"
_FALSE = "no"


def settings_texts(settings: ShopSettings) -> dict[str, str]:
    """Return every setting by name, as text."""
    return {each.name: _text_of(getattr(settings, each.name)) for each in fields(settings)}


def settings_from(kept: Mapping[str, str]) -> ShopSettings:
    """Read settings back; what is missing or cannot be read has its usual value."""
    usual = ShopSettings()
    read: dict[str, Any] = {
        each.name: _value_of(kept[each.name], usual=getattr(usual, each.name))
        for each in fields(usual)
        if each.name in kept
    }
    return ShopSettings(**read)


def _text_of(value: bool | int | str) -> str:  # noqa: FBT001 - any setting's value
    if isinstance(value, bool):
        return _TRUE if value else _FALSE
    return str(value)


def _value_of(text: str, *, usual: bool | int | str) -> bool | int | str:
    if isinstance(usual, bool):
        return text == _TRUE if text in {_TRUE, _FALSE} else usual
    if isinstance(usual, int):
        return int(text) if text.isascii() and text.isdigit() else usual
    return text
