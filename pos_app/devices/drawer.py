"""The cash drawer: a pulse that a receipt printer sends over its second cable."""

KICK = b"\x1bp\x00\x19\xfa"
"""ESC p: the first drawer, 50 ms on, 500 ms off; drawers of the second pin follow."""

KICK_SECOND = b"\x1bp\x01\x19\xfa"
"""The second pin, for drawers wired the other way; harmless where there is none."""


def kick_command() -> bytes:
    """Return what opens the drawer, whichever of the two pins it is wired to."""
    return KICK + KICK_SECOND
