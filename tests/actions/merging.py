"""One person who registered twice, and a manager who merges."""

from pos_app.actions.members.merge_members import merge_members
from pos_app.domain.record import Record
from pos_app.shop import Shop
from pos_app.storage.schema import RECORDS
from tests import make

PHONE, SECOND_PHONE = "13800001234", "13900005678"


def twice(shop: Shop) -> tuple[int, int]:
    """One person who registered twice: the number that stays, and the duplicate."""
    return make.member(shop, "林晓梅"), make.member(shop, "林梅", phone=SECOND_PHONE)


def merge(shop: Shop, member: int, into: int) -> None:
    """A manager merges."""
    merge_members(shop, make.MANAGER_SEAT, member=member, into=into)


def rows(shop: Shop) -> dict[type[Record], list[Record]]:
    """Every row of the books."""
    with shop.storage.read() as view:
        return {kind: list(view.records(kind)) for kind in RECORDS}
