"""What a receipt says: its figures add up, and nothing asked for is missing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.documents.receipts.receipt import Bar, Columns, Gap, Pair, Place, Receipt, Size, Text
from pos_app.documents.receipts.receipt_composed import compose_receipt
from pos_app.documents.receipts.receipt_rewards import MOST_TICKETS
from pos_app.domain.money import Fen, Milli
from pos_app.domain.papers.receipt_facts import (
    ReceiptFacts,
    ReceiptLine,
    ReceiptReturn,
    ReceiptTender,
)
from pos_app.domain.standing import Expected
from pos_app.domain.tender import CASH, POINTS
from tests.documents.rows import pairs, texts
from tests.documents.sample_receipts import (
    FULL,
    MEMBER,
    PLAIN,
    POINTS_SENTENCE,
    QUEUE_SENTENCE,
    RETURNED,
    ticket,
)
from tests.documents.words import in_english


def fen(text: str) -> int:
    """Read a printed amount back."""
    return int(text.replace("−", "-").replace(",", "").replace(".", "").replace("¥", ""))


def column_sum(receipt: Receipt) -> int:
    """Add up the amounts from the first product to the subtotal, as a customer does."""
    total = 0
    for row in receipt.rows:
        if isinstance(row, Columns) and not row.label:
            total += fen(row.last)
        elif isinstance(row, Pair) and row.right.startswith("−"):
            total += fen(row.right)
        elif isinstance(row, Pair) and row.left.startswith("Subtotal"):
            return total
    raise AssertionError("a receipt without a subtotal")


lines = st.builds(
    lambda quantity, price, discount: ReceiptLine(
        name="x",
        quantity=Milli(quantity),
        price=Fen(price),
        amount=Fen(max((quantity * price + 500) // 1000 - discount, 0)),
        discount=Fen(min(discount, (quantity * price + 500) // 1000)),
    ),
    st.integers(1, 10**9),
    st.integers(0, 10**9),
    st.integers(0, 10**6),
)


@given(st.lists(lines, min_size=1, max_size=6))
def test_the_amount_column_adds_up_to_the_subtotal(bill: list[ReceiptLine]) -> None:
    """A customer who adds the column up with a pencil gets what the till charged."""
    full = sum(line.amount + line.discount for line in bill)
    off = sum(line.discount for line in bill)
    facts = replace(
        PLAIN,
        lines=tuple(bill),
        subtotal=Fen(full),
        line_discounts=Fen(off),
        total=Fen(full - off),
    )
    receipt = compose_receipt(facts, in_english)
    subtotal = next(right for left, right in pairs(receipt).items() if "Subtotal" in left)

    assert column_sum(receipt) == fen(subtotal) == full - off


def test_from_the_subtotal_to_what_is_to_pay_and_the_change() -> None:
    """应收, 实收, 找零, in this order and each with its reason (till.md 5.4)."""
    shown = list(pairs(compose_receipt(FULL, in_english)).items())
    start = shown.index(("Subtotal, pieces: 16", "210.06"))

    assert shown[start : start + 8] == [
        ("Subtotal, pieces: 16", "210.06"),
        ("Discount on the bill", "−10.00"),
        ("Odd change let go", "−0.06"),
        ("To pay", "¥200.00"),
        ("Paid with points", "5.00"),
        ("WeChat Pay 尾号 8841", "100.00"),
        ("Cash", "100.00"),
        ("Change given", "5.00"),
    ]


def test_a_member_sees_what_was_had_used_earned_and_is_left() -> None:
    """Every change of points has its reason on paper (till.md 1.3)."""
    shown = pairs(compose_receipt(FULL, in_english))
    told = {label: shown[label] for label in shown if label.startswith("Points")}

    assert told == {
        "Points before": "1,286",
        "Points used": "−500",
        "Points by this sale": "+195",
        "Points now": "981",
    }


def test_a_member_who_neither_got_nor_used_points_sees_the_balance_alone() -> None:
    """Three lines of nothing would hide the one that counts."""
    still = replace(MEMBER, points_spent=0, points_earned=0, voucher_expires=None)
    shown = pairs(compose_receipt(replace(FULL, member=still), in_english))
    told = {label: shown[label] for label in shown if "oints" in label or "oucher" in label}

    assert told == {"Paid with points": "5.00", "Points now": "981", "Vouchers": "10.00"}


def test_a_shop_without_programs_prints_no_balances() -> None:
    """Nought of what nobody gives asks what it is."""
    none = replace(
        MEMBER,
        points_before=0,
        points_spent=0,
        points_earned=0,
        points_after=0,
        voucher=Fen(0),
        has_points=False,
        has_balances=False,
    )
    shown = pairs(compose_receipt(replace(FULL, member=none), in_english))

    assert [each for each in ("Points now", "Reward balance") if each in shown] == []


def test_a_member_without_vouchers_is_told_of_none() -> None:
    """A line of 0.00 would ask what it is."""
    none = replace(MEMBER, voucher=Fen(0), voucher_expires=None)
    shown = pairs(compose_receipt(replace(FULL, member=none), in_english))

    assert [label for label in shown if "oucher" in label] == []


def test_what_is_still_held_says_from_when_it_counts() -> None:
    """Nobody must count on a reward that a return can still undo (rulebook 1.3)."""
    receipt = compose_receipt(FULL, in_english)
    shown, told = pairs(receipt), texts(receipt)

    assert shown["会员积分"] == "+195"
    assert shown["排队奖励"] == "target 100.00 + 95.06"
    assert told[told.index("This sale adds") :][1:3] == ["at once", "from 28 Nov 2026"]


def test_a_program_that_took_no_part_says_why() -> None:
    """Its rules stand below; without a word a customer waits for what never comes."""
    receipt = compose_receipt(FULL, in_english)

    assert pairs(receipt)["绿色积分"] == "no part"
    assert "the margin is too small" in texts(receipt)


def test_every_line_of_what_a_sale_adds_is_of_one_size() -> None:
    """Lines that differ in size look as if they differed in weight."""
    rows = compose_receipt(FULL, in_english).rows
    begins = rows.index(Text("This sale adds", Place.LEFT, Size.SMALL))
    added = rows[begins : rows.index(Gap(), begins)]

    assert {row.size for row in added if isinstance(row, Pair | Text)} == {Size.SMALL}
    assert len(added) == 7


def test_a_sentence_stands_under_the_name_of_its_program() -> None:
    """Five sentences in a row are of five programs, and nobody knows which."""
    told = texts(compose_receipt(FULL, in_english))
    at = told.index(QUEUE_SENTENCE.format(c=10))

    assert told[at - 3 : at] == ["会员积分", POINTS_SENTENCE, "排队奖励"]


def test_the_mandatory_sentence_stands_whole() -> None:
    """The queue is never shown without what it costs and what it does not promise."""
    sentence = QUEUE_SENTENCE.format(c=10)

    assert texts(compose_receipt(FULL, in_english)).count(sentence) == 1


def test_tickets_beyond_the_fifth_are_counted_not_printed() -> None:
    """A member with forty tickets must not get a metre of paper."""
    many = tuple(ticket(place, 0, 10000) for place in range(1, 41))
    receipt = compose_receipt(replace(FULL, member=replace(MEMBER, tickets=many)), in_english)
    bars = [row for row in receipt.rows if isinstance(row, Bar)]

    assert len(bars) == MOST_TICKETS
    assert "and 35 more tickets" in texts(receipt)


def test_a_sale_cut_into_many_tickets_names_their_number_and_sum() -> None:
    """Fifty targets in a row would be read by nobody."""
    gain = Expected(program=1, name="排队奖励", kind="M1", targets=(Fen(10000),) * 50)
    facts = replace(FULL, member=replace(MEMBER, gains=(gain,)))

    assert pairs(compose_receipt(facts, in_english))["排队奖励"] == "50 tickets, 5,000.00 in all"


@pytest.mark.parametrize(
    ("state", "words"),
    [("COMPLETED", "Full"), ("EXITED", "Left the queue"), ("WAITING", "Waits to join")],
)
def test_a_ticket_outside_the_queue_says_where_it_is(state: str, words: str) -> None:
    """A ticket without a place is not lost, and the paper says why it has none."""
    member = replace(MEMBER, tickets=(ticket(None, 0, 10000, state=state),))
    receipt = compose_receipt(replace(FULL, member=member), in_english)

    assert Columns("", "0.00", "100.00", label=words, edges=(48, 74)) in receipt.rows


def test_a_cancelled_ticket_is_not_shown() -> None:
    """What a return took back must not look like something to hope for."""
    member = replace(MEMBER, tickets=(ticket(None, 0, 0, state="CANCELLED"),))
    receipt = compose_receipt(replace(FULL, member=member), in_english)

    assert [row for row in receipt.rows if isinstance(row, Columns) and row.edges == (48, 74)] == []


def test_a_sale_without_a_member_says_nothing_of_rewards() -> None:
    """Nobody is to be lured on the receipt by what he did not get."""
    receipt = compose_receipt(replace(FULL, member=None), in_english)

    assert QUEUE_SENTENCE.format(c=10) not in texts(receipt)
    assert [label for label in pairs(receipt) if "oints" in label] == ["Paid with points"]


def test_a_refund_shows_what_was_kept_back_and_why() -> None:
    """A customer who gets less than the price must see the reason (rulebook 10.4)."""
    shown = pairs(compose_receipt(RETURNED, in_english))
    told = {
        label: shown[label]
        for label in ("Value of the goods", "Rewards of this sale taken back", "Refund")
    }

    assert told == {
        "Value of the goods": "6.00",
        "Rewards of this sale taken back": "−0.40",
        "Refund": "¥5.60",
    }
    assert shown["From sale 000214"] == "Change of mind"


def test_the_refund_on_paper_is_what_is_paid_back_in_money() -> None:
    """The till says it over the counter, and the drawer is counted by it."""
    by_points = (ReceiptTender(POINTS, Fen(39)), ReceiptTender(CASH, Fen(521)))
    shown = pairs(compose_receipt(replace(RETURNED, tenders=by_points), in_english))
    told = ("Value of the goods", "Paid with points", "Rewards of this sale taken back",
            "Refund", "Cash")  # fmt: skip

    assert {label: shown[label] for label in told} == {
        "Value of the goods": "6.00",
        "Paid with points": "−0.39",
        "Rewards of this sale taken back": "−0.40",
        "Refund": "¥5.21",
        "Cash": "5.21",
    }


def test_a_void_is_called_one_in_words() -> None:
    """A customer whose sale was undone has not brought goods back."""
    whole = ReceiptReturn(sale="000214", reason="void")
    receipt = compose_receipt(replace(RETURNED, returned=whole), in_english)

    assert "Sale voided" in texts(receipt)
    assert pairs(receipt)["From sale 000214"] == "Voided"


@pytest.mark.parametrize(
    "facts", [replace(PLAIN, copy=2), replace(PLAIN, is_training=True)], ids=["copy", "training"]
)
def test_what_is_no_original_says_so_first(facts: ReceiptFacts) -> None:
    """A copy or a training slip must not bring goods back."""
    original = compose_receipt(PLAIN, in_english)
    marked = compose_receipt(facts, in_english)

    assert marked.rows[2:] == original.rows
