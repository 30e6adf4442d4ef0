"""What a typed name may hold, of a product, a person or a program.

A name is kept as typed: a leading `=`, `+`, `-` or `@` is the exports' business. What no
paper can show and no journal can keep (control characters, halves of characters) is
refused at this edge (faults.md section 2).
"""

import unicodedata

from pos_app.domain.refusals.catalogue import NameUnusable

LONGEST_NAME = 120
"""Characters; a product's name on an 80 mm receipt is three lines of it."""

_SHOWN = 40


def clean_name(typed: str, *, of: str, may_be_empty: bool = False) -> str:
    """Return the name without spaces around it.

    Raises:
        NameUnusable: empty, over 120 characters, or with signs that cannot be shown.
    """
    name = typed.strip()
    if not name and not may_be_empty:
        raise NameUnusable(what=of, name="", why="empty")
    if len(name) > LONGEST_NAME:
        raise NameUnusable(what=of, name=_shown(name), why="too_long")
    # Cc: controls, which would drive a printer; Cs: halves, which UTF-8 cannot hold.
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in name):
        raise NameUnusable(what=of, name=_shown(name), why="signs")
    return name


def _shown(name: str) -> str:
    start = name[:_SHOWN]
    return "".join("□" if unicodedata.category(sign) in {"Cc", "Cs"} else sign for sign in start)
