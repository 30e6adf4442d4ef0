"""The store that a person names: in whatever letters he types its code."""

from dataclasses import replace

import pytest

from pos_app.actions.premises.save_settings import save_settings
from pos_app.actions.stores.add_store import add_store, add_store_replayed
from pos_app.actions.stores.leave_alliance import leave_alliance
from pos_app.actions.stores.list_stores import list_stores
from pos_app.actions.stores.look_at_store import look_at_store
from pos_app.errors import NotFound
from pos_app.shop import Shop
from tests import make

OWNER = make.OWNER_SEAT


def test_a_code_typed_in_small_letters_names_its_store(shop: Shop) -> None:
    """It is printed in capitals; nobody looks for the shift key to find a store."""
    add_store(shop, OWNER, code="S2", name="分店")
    save_settings(shop, OWNER, settings=replace(shop.settings, store="s2"))
    seen = look_at_store(shop, "s1").store.code
    leave_alliance(shop, OWNER, code="s1")

    assert (shop.settings.store, seen) == ("S2", "S1")
    assert [each.store.code for each in list_stores(shop) if each.store.left_at] == ["S1"]


def test_a_code_that_a_history_wrote_small_is_found_as_it_is(shop: Shop) -> None:
    """A history keeps the codes it names, and may have both."""
    add_store_replayed(shop, OWNER, code="s1", name="老店")

    assert [look_at_store(shop, code).store.name for code in ("s1", "S1")] == [
        "老店",
        list_stores(shop)[0].store.name,
    ]


def test_a_code_of_no_store_is_refused_as_it_was_typed(shop: Shop) -> None:
    """The person looks for the slip in what he typed."""
    with pytest.raises(NotFound) as refused:
        save_settings(shop, OWNER, settings=replace(shop.settings, store="x9"))

    assert (refused.value.what, refused.value.named) == ("store", "x9")
