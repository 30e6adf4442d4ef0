"""Which of a shop's backups are kept, told from their names alone."""

import re
from collections.abc import Iterable

HOURS, DAYS, MONTHS = 24, 30, 12
"""So many of each have their newest backup kept (faults.md section 5)."""

_NAME = re.compile(r"(?P<time>\d{8}-\d{6})-.+\.posbackup")
_HOUR, _DAY, _MONTH = len("20261121-09"), len("20261121"), len("202611")


def worn_out(names: Iterable[str]) -> list[str]:
    """Return the names that may go: of no hour, day or month among the latest.

    A name that the till did not give is nobody's to remove; the newest always stays.
    """
    dated = sorted((name for name in names if _NAME.fullmatch(name)), reverse=True)
    kept: set[str] = set()
    for most, width in ((HOURS, _HOUR), (DAYS, _DAY), (MONTHS, _MONTH)):
        newest: dict[str, str] = {}
        for name in dated:
            newest.setdefault(name[:width], name)
        kept.update(list(newest.values())[:most])
    return [name for name in dated if name not in kept]
