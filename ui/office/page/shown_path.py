"""Where a file lies, in a line that has little room."""

from pathlib import Path

_MOST = 64
"""Signs that fit beside the words of a notice on the narrowest window."""


def shown_path(path: Path) -> str:
    """The path, or its end from a folder on: the name and what is nearest tell most."""
    whole = str(path)
    if len(whole) <= _MOST:
        return whole
    kept = path.name
    for parent in path.parent.parts[::-1]:
        longer = str(Path(parent) / kept)
        if len(longer) + 2 > _MOST:
            break
        kept = longer
    return str(Path("…") / kept)
