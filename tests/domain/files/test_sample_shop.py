"""The sample shop's files are whole, invented where they must be, and of one mind."""

import csv
import re
from pathlib import Path

from pos_app.domain.codes.barcode import canonical_code
from pos_app.domain.files.import_row import ImportNote
from pos_app.domain.files.product_import import preview_import
from pos_app.domain.files.sample_shop import (
    SampleMember,
    SamplePerson,
    SampleProgram,
    read_sample_members,
    read_sample_shop,
    read_sample_staff,
)
from pos_app.domain.pin import check_pin_shape
from pos_app.domain.staff import CASHIER, MANAGER, OWNER

HERE = Path(__file__).parents[3] / "resources/sample_shop"
PRODUCTS = HERE / "products.csv"


def test_all_real_products_are_taken_and_the_twin_is_told() -> None:
    """One of the 261 stands twice, once with a zero in front; the import says so."""
    found = preview_import(PRODUCTS.read_bytes())

    assert len(found.rows) == 260
    assert found.problems == ()
    assert found.notes == (
        ImportNote(line=17, why="merged", found="今麦郎 茶粹 500ml 瓶", other_line=16),
    )


def test_the_products_add_up_as_plain_text_does() -> None:
    """The import's figures against sums taken from the file by other means."""
    with PRODUCTS.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    found = preview_import(PRODUCTS.read_bytes()).rows
    twin = 300

    assert len(lines) == 261
    assert sum(int(line["售价"].replace(".", "")) for line in lines) - twin == sum(
        row.price for row in found
    )
    assert {canonical_code(line["条码"]) for line in lines} == {
        canonical_code(code) for row in found for code in row.codes
    }
    assert all(row.cost <= row.price for row in found)
    assert {row.tax_rate for row in found} == {900, 1300}


def test_five_people_work_there_with_pins_that_are_allowed() -> None:
    """A PIN that the shop itself would refuse could not be shown to anybody."""
    staff = read_sample_staff((HERE / "staff.csv").read_bytes())
    for person in staff:
        check_pin_shape(person.pin, person.role)

    assert staff[0] == SamplePerson("何老板", OWNER, "20468135")
    assert [person.role for person in staff] == [OWNER, MANAGER, CASHIER, CASHIER, CASHIER]
    assert len({person.pin for person in staff}) == 5


def test_the_pins_are_printed_beside_the_files() -> None:
    """Whoever tries the shop must find them."""
    told = (HERE / "ORIGIN.md").read_text(encoding="utf-8")
    staff = read_sample_staff((HERE / "staff.csv").read_bytes())

    assert [person.name for person in staff if person.pin not in told] == []


def test_twelve_members_have_numbers_nobody_has() -> None:
    """Their telephone numbers are plainly made up, and their last four digits differ."""
    members = read_sample_members((HERE / "members.csv").read_bytes())

    assert members[1] == SampleMember(2, "王建国", "13800000356", 1)
    assert [member.number for member in members] == list(range(1, 13))
    assert all(re.fullmatch("1380000[0-9]{4}", member.phone) for member in members)
    assert len({member.phone[-4:] for member in members}) == 12


def test_sponsors_registered_before_those_they_brought() -> None:
    """A sponsor is bound at registration and never later (rulebook 1.8)."""
    members = read_sample_members((HERE / "members.csv").read_bytes())
    brought = [member for member in members if member.sponsor is not None]

    assert len(brought) == 7
    assert all(member.sponsor in range(1, member.number) for member in brought)


def test_the_shop_runs_points_and_the_queue() -> None:
    """One per cent in points, ten per cent into the queue."""
    shop = read_sample_shop((HERE / "shop.json").read_bytes())

    assert (shop.name, shop.language) == ("好邻居超市", "zh_CN")
    assert shop.programs == (
        SampleProgram("积分", "M0", 1, None, {"earn_bp": 100}),
        SampleProgram(
            "排队返还",
            "M1",
            2,
            "V5_DEFAULT",
            {"concession_bp": 1000, "min_order": 2000, "window": 50},
        ),
    )
