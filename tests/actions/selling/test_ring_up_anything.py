"""ring_up: whatever is scanned, a line comes, a sentence, or nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.actions.selling.ring_up import ring_up
from pos_app.domain.basket import Basket
from pos_app.domain.money import LARGEST_QUANTITY
from pos_app.errors import Refusal
from pos_app.sentences.told import tell
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests import make
from tests.actions import at_the_counter as selling
from tests.any_scans import any_scans


@pytest.fixture(scope="module")
def trading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """A shop with goods; nothing here writes to it."""
    made = make.shop(Path(tmp_path_factory.mktemp("anything")))
    selling.open_for_trade(made)
    yield made
    made.close()


@given(texts=st.lists(any_scans(halves=True), min_size=1, max_size=6))
def test_any_scans_make_lines_or_sentences(trading: Shop, texts: list[str]) -> None:
    """A bug here would stop the queue at the till; a half sign would stop the paper."""
    basket = Basket(1)
    for text in texts:
        try:
            rung = ring_up(trading, basket, text)
        except Refusal as refused:
            for language in Language:
                told = tell(refused, Wording(language)).whole
                kinds = {unicodedata.category(sign) for sign in told}

                assert told != ""
                assert not kinds & {"Cc", "Cs"}
        else:
            assert (rung.line is None) == (rung.basket == basket)
            basket = rung.basket
    assert all(0 < line.quantity <= LARGEST_QUANTITY for line in basket.lines)
    assert {line.name for line in basket.lines} <= {"可口可乐 500ml", "菜籽油 5L"}
