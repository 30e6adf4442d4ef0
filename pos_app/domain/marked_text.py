"""How a text is marked that is translated elsewhere, where it is shown."""


def N_(msgid: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Mark a text in a table of constants; a wording translates it where it is shown."""
    return msgid
