"""What was done that an owner looks at twice, in words."""

from pos_app.actions.watching.watch_day import Deed
from pos_app.wording import N_, Wording

_DEEDS = {
    "discount": N_("Gave a discount"),
    "price": N_("Set a price by hand"),
    "return": N_("Took goods back"),
    "void": N_("Voided a sale"),
    "discard": N_("Threw a bill away"),
    "drawer": N_("Opened the drawer without a sale"),
    "cash_in": N_("Put cash into the drawer"),
    "cash_out": N_("Took cash out of the drawer"),
    "variance": N_("Closed a shift with a variance"),
    "pay_out": N_("Paid a balance out"),
    "copy": N_("Printed a receipt again"),
    "wrong_pin": N_("A PIN was refused"),
    "write_off": N_("Wrote goods off"),
    "staff": N_("Changed who works here"),
    "program": N_("Started or changed a reward program"),
    "program_closed": N_("Stopped a reward program"),
    "rules": N_("Changed the shop's rules"),
    "card": N_("Made a member's card void"),
    "merge": N_("Made two members one"),
    "recovery_code": N_("Made a new recovery code"),
    "keys": N_("Brought the shop's keys back"),
    "restored": N_("Restored the shop from a backup"),
    "clock": N_("Said that the clock is right"),
}


def deed_name(deed: Deed, wording: Wording) -> str:
    """Return what was done."""
    return wording.text(_DEEDS[deed.what])


def deed_subject(deed: Deed, wording: Wording) -> str:
    """Return to what it was done: a sale, a product, a person, a reason."""
    say = wording.text
    if deed.what == "variance":
        return say("Z slip {number}", number=deed.subject)
    sale = say("Sale {number}", number=deed.sale) if deed.sale else ""
    return " · ".join(each for each in (sale, deed.subject) if each)
