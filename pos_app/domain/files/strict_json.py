"""JSON read without mercy: no key twice, no fractions, no endless depth.

For files that others wrote and that decide money. A text is read whole or refused with
one word that says why.
"""

import json

LONGEST_NUMBER = 2**63
"""Whole numbers beyond 64 bits fit no column and no amount."""


class NotStrict(ValueError):
    """The text breaks a rule of strict JSON; `why` is the rule's word.

    `json` (no JSON at all, or nested too deep), `duplicate_key`, `fraction`, `range` (a
    number beyond 64 bits), `signs` (NUL or half a character in a text).
    """

    def __init__(self, why: str, named: str = "") -> None:
        super().__init__(why, named)
        self.why = why
        self.named = named


def read_strict(text: str) -> object:
    """Return the value of a JSON text: None, bool, int, str, list or dict.

    Raises NotStrict, which the caller turns into a refusal of its own.
    """
    try:
        found: object = json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=_fraction,
            parse_constant=_fraction,
            parse_int=_whole,
        )
    except NotStrict:
        raise
    except (ValueError, RecursionError) as no_json:
        raise NotStrict("json") from no_json
    # Without an escape there is no way to write either sign.
    if "\\u" in text:
        _refuse_bad_signs(found)
    return found


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise NotStrict("duplicate_key", name)
        found[name] = value
    return found


def _fraction(written: str) -> None:
    raise NotStrict("fraction", written)


def _whole(written: str) -> int:
    # The length first: a million digits would take minutes to become a number.
    if len(written) > len(str(LONGEST_NUMBER)) + 1:
        raise NotStrict("range", written[:20])
    number = int(written)
    if not -LONGEST_NUMBER <= number < LONGEST_NUMBER:
        raise NotStrict("range", written)
    return number


def _refuse_bad_signs(whole: object) -> None:
    # A list of what is still to see, not a call inside a call: the depth is the file's.
    unseen = [whole]
    while unseen:
        value = unseen.pop()
        if isinstance(value, dict):
            unseen.extend(value.keys())
            unseen.extend(value.values())
        elif isinstance(value, list):
            unseen.extend(value)
        elif isinstance(value, str) and any(map(_is_bad_sign, value)):
            raise NotStrict("signs")


def _is_bad_sign(sign: str) -> bool:
    return sign == "\0" or "\ud800" <= sign <= "\udfff"
