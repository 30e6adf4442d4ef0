"""How much consent a reward program needs before it starts (rulebook 10.10)."""

from collections.abc import Mapping

GREEN = "green"
"""The rules text is printed."""
YELLOW = "yellow"
"""The disclosure is accepted, by name."""
RED = "red"
"""A sentence is typed besides: somebody is paid for another's purchase (rulebook 10.1)."""

_RED_KINDS = {"M2", "M3"}
_GREEN_KINDS = {"M0", "M4"}

TYPED_SENTENCES = {
    "zh_CN": "我已阅读《禁止传销条例》第七条，并对本方案负责",
    "en": "I have read article 7 of the rules against pyramid selling and answer for this program",
}
"""One of them is typed word for word for a red program."""


def risk_of(kind: str, params: Mapping[str, object]) -> str:
    """Return the risk class of a program with these parameters."""
    if kind in _RED_KINDS or params.get("w_ref"):
        return RED
    return GREEN if kind in _GREEN_KINDS and not params.get("ref_points_bp") else YELLOW


def is_typed_right(typed: str) -> bool:
    """Whether the sentence was typed as shown; spaces do not matter."""
    plain = "".join(typed.split())
    return any(plain == "".join(sentence.split()) for sentence in TYPED_SENTENCES.values())
