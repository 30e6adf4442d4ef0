"""What the shop says no to when its settings are changed."""

from dataclasses import dataclass

from pos_app.errors import Refusal


@dataclass(eq=False)
class SettingOutOfRange(Refusal):
    """A setting outside its range; nothing was written."""

    name: str
    value: int
    lowest: int
    highest: int


@dataclass(eq=False)
class SettingUnusable(Refusal):
    """A setting whose text means nothing here: a language, a printer, a till's name."""

    name: str
    value: str
