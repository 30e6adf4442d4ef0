"""Who holds a prize sale stands with its rules and on paper: 10.2, article 13.

Explain_program, list_programs, protocol_tables.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pos_app.actions.draws.protocol_tables import protocol_tables
from pos_app.actions.premises.save_settings import save_settings
from pos_app.actions.programs.adopt_program import ProgramAsk
from pos_app.actions.programs.explain_program import explain_program
from pos_app.actions.programs.list_programs import list_programs
from pos_app.actions.receipts.print_receipt import print_receipt
from pos_app.domain.papers.paper import Form
from pos_app.domain.standing import Disclosure
from pos_app.engine.telling.organiser import ORGANISER, ORGANISER_ALONE, organiser_told
from pos_app.shop import Shop
from pos_app.wording import Language, Wording
from tests import make
from tests.actions.at_the_counter import OIL, open_for_trade, sell

COMPANY = "小满商贸有限公司"


def name_organiser(shop: Shop) -> None:
    """A company holds the shop's draws and queues."""
    settings = replace(shop.settings, organiser=COMPANY)
    save_settings(shop, make.OWNER_SEAT, settings=settings)


@pytest.mark.parametrize("kind", ["M1", "M1b"])
def test_the_rules_of_a_prize_sale_end_with_its_organiser(shop: Shop, kind: str) -> None:
    """The shop itself unless the settings say otherwise, with its phone."""
    ask = ProgramAsk("P", kind, params={"seed": "x"} if kind == "M1b" else {})
    itself = explain_program(shop, ask)[-1]
    name_organiser(shop)
    named = explain_program(shop, ask)[-1]
    contact = ("contact", "0571-88000000")

    assert itself == Disclosure(ORGANISER, (("organiser", make.SHOP_NAME), contact))
    assert named == Disclosure(ORGANISER, (("organiser", COMPANY), contact))


def test_what_is_no_prize_sale_names_nobody(shop: Shop) -> None:
    """Points are a discount of the store that prints the receipt."""
    told = explain_program(shop, ProgramAsk("P", "M0"))

    assert all(each.text not in {ORGANISER, ORGANISER_ALONE} for each in told)


def test_without_a_phone_the_address_is_where_to_ask(shop: Shop) -> None:
    """Somebody has to be reachable; without either only the name is left."""
    silent = replace(shop.settings, contact="")
    (by_address,) = organiser_told("M1", silent)
    (alone,) = organiser_told("M1", replace(silent, address=""))

    assert dict(by_address.fields)["contact"] == shop.settings.address
    assert alone == Disclosure(ORGANISER_ALONE, (("organiser", make.SHOP_NAME),))


def test_running_programs_and_receipts_name_a_company(shop: Shop) -> None:
    """The head of a receipt says the shop; who else holds the queue stands at its end."""
    seat = open_for_trade(shop)
    name_organiser(shop)
    save_settings(shop, make.OWNER_SEAT, settings=replace(shop.settings, language="en"))
    done = sell(shop, seat, OIL, member=make.member(shop))
    print_receipt(shop, done.receipt_jobs[0])
    (printed,) = make.printer_of(shop).printed
    told = [each.rules[-1].text for each in list_programs(shop)]

    assert told[1] == ORGANISER
    assert told[0] != ORGANISER
    paper = printed.pages[Form.ESCPOS].decode("gb18030", "replace")
    assert f"Organiser: {COMPANY}." in paper


def test_a_protocol_names_its_organiser() -> None:
    """The result of a draw is published by somebody (10.2, article 13)."""
    protocol: dict[str, Any] = {
        "program": "D",
        "commitment": "c",
        "seed": None,
        "winners_per_round": 1,
        "rounds": [],
    }
    report = protocol_tables(
        protocol, Wording(Language.EN), names={}, organiser=COMPANY, file="d.json"
    )

    assert report.tables[0].rows[0] == ("Organiser", COMPANY)
