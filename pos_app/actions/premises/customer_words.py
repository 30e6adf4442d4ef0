"""Texts for customers are refused when they promise too much (rulebook 10.8)."""

from pos_app.domain.refusals.catalogue import NameUnusable
from pos_app.engine.disclosure import forbidden_words


def refuse_promises(text: str, *, of: str) -> None:
    """Refuse a text of the shop's own that holds a forbidden word.

    Goods keep the name their maker gave them: a shop may sell a paper on money matters.

    Raises:
        NameUnusable: with `promises` for a reason.
    """
    found = forbidden_words(text)
    if found:
        raise NameUnusable(what=of, name=text, why="promises", named=found)
