"""erase_member: what lies in the shop's folder goes with the member."""

import pytest

from pos_app.actions.members.erase_member import erase_member
from pos_app.actions.members.export_member import export_path
from pos_app.actions.members.member_cards import card_path
from pos_app.faults import FileNotWritten
from pos_app.shop import Shop
from tests import make


def test_a_file_that_stays_is_named_and_keeps_no_other(shop: Shop) -> None:
    """Who was promised that all is gone is told what is not, and that alone stays."""
    member = make.member(shop)
    card, kept = card_path(shop, member), export_path(shop, member)
    card.parent.mkdir()
    card.write_bytes(b"card")
    kept.mkdir(parents=True)
    with pytest.raises(FileNotWritten) as refused:
        erase_member(shop, make.OWNER_SEAT, member=member)

    assert refused.value.path == str(kept)
    assert not card.exists()
