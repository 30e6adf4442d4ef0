"""Every refusal and fault has its sentence, with its own facts only."""

import importlib
import pkgutil
import string

import pos_app
from pos_app.domain.money import Fen
from pos_app.domain.refusals.sale import TenderTooSmall
from pos_app.errors import Fault, NotAllowed, Refusal, ShopError
from pos_app.sentences.told import SENTENCES, sentence_of


def all_situations() -> dict[str, type[ShopError]]:
    """Every refusal and fault of the program, by its name."""
    for module in pkgutil.walk_packages(pos_app.__path__, "pos_app."):
        if ".migrations." not in module.name:
            importlib.import_module(module.name)
    found: dict[str, type[ShopError]] = {}
    waiting: list[type[ShopError]] = [Refusal, Fault]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("pos_app.") and hasattr(kind, "__dataclass_fields__"):
            found[kind.__name__] = kind
    return found


def test_every_refusal_and_fault_has_a_sentence() -> None:
    """A class name on the screen helps nobody at the counter."""
    named = {name.partition(":")[0] for name in SENTENCES}

    assert set(all_situations()) - named == set()


def test_every_sentence_belongs_to_a_situation_that_exists() -> None:
    """A sentence that nothing raises would be translated for ever."""
    named = {name.partition(":")[0] for name in SENTENCES}

    assert named - set(all_situations()) == set()


def test_a_sentence_names_only_facts_of_its_situation() -> None:
    """A field that is not there would be an error on top of a refusal."""
    situations = all_situations()
    wrong = []
    for name, texts in SENTENCES.items():
        kind = situations.get(name.partition(":")[0])
        known = set(getattr(kind, "__dataclass_fields__", ())) | {"missing"}
        for text in texts:
            used = {field for _, field, _, _ in string.Formatter().parse(text) if field}
            if used - known:
                wrong.append((name, used - known))

    assert wrong == []


def test_too_little_says_what_is_missing() -> None:
    """The cashier reads one figure: what to ask the customer for."""
    refusal = TenderTooSmall(due=Fen(10_000), given=Fen(8_750))

    assert sentence_of(refusal, "en") == "12.50 still to pay."
    assert sentence_of(refusal, "zh_CN") == "还差 12.50。"


def test_a_discount_above_the_limit_names_both_rates() -> None:
    """Approval is asked for with the figures, not with "forbidden" (till.md 5.3)."""
    refusal = NotAllowed("discount", limit=1000, asked=3000)

    assert sentence_of(refusal, "en") == (
        "Discount 30% is above your 10%. A manager's PIN approves this once."
    )
