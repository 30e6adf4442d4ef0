"""A cashier finds a product by any part of its name, initials or codes."""

import pytest

from pos_app.domain.catalogue import Barcode, Product
from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen
from pos_app.journal.facts import StoreAdded
from pos_app.storage.unit_of_work import Storage, UnitOfWork

NOON = Instant(1_790_000_000_000)


def put_product(work: UnitOfWork, number: int, name: str, code: str) -> None:
    """Put a product with one barcode."""
    work.book.put(Product(number, code, name, Fen(300)))
    work.book.put(Barcode(code.lstrip("0"), code, number))


@pytest.fixture
def shelf(storage: Storage) -> Storage:
    """A shop with four products."""
    with storage.write() as work:
        work.journal.append(StoreAdded("S1", "店"), staff=0, at=NOON)
        put_product(work, 1, "可口可乐 500ml", "6954767412573")
        put_product(work, 2, "百事可乐 2L", "6936571951769")
        put_product(work, 3, "重庆火锅底料", "0690123")
        put_product(work, 4, "乐事薯片", "555")
        work.book.post("goods:1", "stock:1", 24_000, why="GOODS")
    return storage


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("kkkl", [1]),
        ("可乐", [1, 2]),
        ("573", [1]),
        ("69", [1, 2, 3]),
        ("cqhg", [3]),
        ("zqhg", [3]),
        ("可乐 百事", [2]),
        ("２Ｌ", [2]),
        ("乐", [4, 1, 2]),
        ("0690123", [3]),
        ("", [1, 2, 3, 4]),
    ],
)
def test_any_part_of_a_name_or_code_finds_it(
    shelf: Storage, typed: str, numbers: list[int]
) -> None:
    """Cashiers remember the end of a code or two initials, not whole names."""
    with shelf.read() as look:
        found = look.find_products(typed)

    assert [product.number for product in found] == numbers


@pytest.mark.parametrize("typed", ['"', "!!", "'; DROP TABLE product", "^", "a" * 10_000, "\x00"])
def test_no_text_can_break_the_search(shelf: Storage, typed: str) -> None:
    """What is typed is data, never part of a question to the file."""
    with shelf.read() as look:
        found = look.find_products(typed)

    assert found == ()


def test_the_stock_stands_beside_the_name(shelf: Storage) -> None:
    """The cashier sees whether there is one left in the back."""
    with shelf.read() as look:
        (found,) = look.find_products("kkkl")

    assert (found.stock, found.price, found.code) == (-24_000, 300, "6954767412573")


def test_a_renamed_product_is_found_by_its_new_name_only(shelf: Storage) -> None:
    """The search is part of the commit that renames."""
    with shelf.write() as work:
        put_product(work, 2, "芬达 2L", "6936571951769")
    with shelf.read() as look:
        found = [[each.number for each in look.find_products(name)] for name in ("百事", "fd")]

    assert found == [[], [2]]


def test_a_code_moved_to_another_product_moves_in_the_search(shelf: Storage) -> None:
    """A barcode has one product, also where it is only typed."""
    with shelf.write() as work:
        work.book.get(Barcode, "6936571951769")
        work.book.put(Barcode("6936571951769", "6936571951769", 1))
        work.book.put(Product(2, "BS", "百事可乐 2L", Fen(800)))
    with shelf.read() as look:
        found = [each.number for each in look.find_products("6936571951769")]

    assert found == [1]


def test_what_is_off_sale_is_found_only_when_asked(shelf: Storage) -> None:
    """The till lists what it can sell, the office lists everything."""
    with shelf.write() as work:
        work.book.put(Product(4, "555", "乐事薯片", Fen(300), on_sale=False))
    with shelf.read() as look:
        till = look.find_products("乐事")
        office = look.find_products("乐事", with_former=True)

    assert (till, [each.number for each in office]) == ((), [4])


def add_and_fail(storage: Storage) -> None:
    """Add a product in a unit of work that comes to nothing."""
    with storage.write() as work:
        put_product(work, 5, "新品", "777")
        work.finish()
        raise ZeroDivisionError


def test_a_rolled_back_product_is_not_found(shelf: Storage) -> None:
    """The search never knows more than the catalogue."""
    with pytest.raises(ZeroDivisionError):
        add_and_fail(shelf)
    with shelf.read() as look:
        found = look.find_products("xp")

    assert found == ()
