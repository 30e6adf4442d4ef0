"""What a receipt says, from top to bottom; every word through `say`.

The amount column adds up downwards: each line's full price, below it what was taken off,
then the sum, the discount on the bill and what is to pay (till.md 5.4: 应收, 实收, 找零).
"""

from pos_app.documents.line_breaks import plain_text
from pos_app.documents.receipts.receipt import (
    Banner,
    Code,
    Columns,
    Gap,
    Pair,
    Place,
    Receipt,
    Row,
    Rule,
    Say,
    Size,
    Stroke,
    Text,
)
from pos_app.documents.receipts.receipt_rewards import reward_rows
from pos_app.domain.day_text import moment_text
from pos_app.domain.figures import (
    MINUS,
    YUAN,
    money_text,
    quantity_text,
    rate_text,
    unit_text,
    weight_text,
)
from pos_app.domain.money import ONE, Fen
from pos_app.domain.papers.receipt_facts import (
    RULES_APART,
    ReceiptFacts,
    ReceiptLine,
    ReceiptReturn,
    ReceiptTender,
)
from pos_app.domain.tender import (
    ALIPAY,
    CARD,
    CASH,
    MONEY_KINDS,
    POINTS,
    REWARD,
    VOUCHER,
    WECHAT,
)


def compose_receipt(facts: ReceiptFacts, say: Say) -> Receipt:
    """Return the receipt of a sale or a return, in the language of `say`."""
    rows = (
        *_banners(facts, say),
        *_head(facts, say),
        *_goods(facts, say),
        *_sums(facts, say),
        *_taxes(facts, say),
        *reward_rows(facts, say),
        *_foot(facts, say),
    )
    return Receipt(title=_title(facts, say), rows=rows)


def tender_name(kind: str, say: Say) -> str:
    """Return what customers call a kind of tender; an unknown word is shown as it is."""
    names = {
        CASH: say("Cash"),
        CARD: say("Bank card"),
        WECHAT: say("WeChat Pay"),
        ALIPAY: say("Alipay"),
        POINTS: say("Paid with points"),
        REWARD: say("Paid with reward balance"),
        VOUCHER: say("Paid with vouchers"),
    }
    return names.get(kind, plain_text(kind))


def training_banner(say: Say, *, is_training: bool) -> list[Row]:
    """Return the head of every paper that is not real; nothing for one that is."""
    return [Banner(say("TRAINING - not a receipt"))] if is_training else []


def _title(facts: ReceiptFacts, say: Say) -> str:
    if facts.returned is None:
        return say("Receipt {number}", number=plain_text(facts.number))
    return say("Return {number}", number=plain_text(facts.number))


def _banners(facts: ReceiptFacts, say: Say) -> list[Row]:
    rows = training_banner(say, is_training=facts.is_training)
    if facts.copy:
        rows.append(Banner(say("COPY {n}", n=facts.copy)))
    return [*rows, Gap()] if rows else []


def _head(facts: ReceiptFacts, say: Say) -> list[Row]:
    shop = facts.shop
    rows: list[Row] = [Text(plain_text(shop.name), Place.CENTRE, Size.LARGE)]
    if shop.address:
        rows.append(Text(plain_text(shop.address), Place.CENTRE, Size.SMALL))
    if shop.contact:
        contact = say("Phone {number}", number=plain_text(shop.contact))
        rows.append(Text(contact, Place.CENTRE, Size.SMALL))
    if shop.tax_number:
        tax_number = say("Tax number {number}", number=plain_text(shop.tax_number))
        rows.append(Text(tax_number, Place.CENTRE, Size.SMALL))
    if shop.goods_of:
        goods_of = say("Goods of {store}", store=plain_text(shop.goods_of))
        rows.append(Text(goods_of, Place.CENTRE, Size.SMALL))
    rows.append(Gap())
    if facts.returned is not None:
        rows += [Text(_title_of(facts.returned, say), Place.CENTRE, Size.LARGE), Gap()]
    rows += [
        Rule(Stroke.STRONG),
        Pair(
            say("No. {number}", number=plain_text(facts.number)),
            moment_text(facts.at, say),
        ),
        Pair(
            say("Cashier {name}", name=plain_text(facts.cashier)),
            say("Till {till}", till=plain_text(facts.till)),
        ),
    ]
    if facts.returned is not None:
        rows.append(_of_sale(facts.returned, say))
    return rows


def _title_of(returned: ReceiptReturn, say: Say) -> str:
    return say("Sale voided") if returned.reason == "void" else say("Goods returned")


def _of_sale(returned: ReceiptReturn, say: Say) -> Row:
    reasons = {
        "voluntary": say("Change of mind"),
        "defect": say("Defective goods"),
        "void": say("Voided"),
    }
    reason = reasons.get(returned.reason, plain_text(returned.reason))
    return Pair(say("From sale {number}", number=plain_text(returned.sale)), reason)


def _goods(facts: ReceiptFacts, say: Say) -> list[Row]:
    heads = Columns(say("Qty"), say("Price"), say("Amount"), size=Size.SMALL, label=say("Product"))
    rows: list[Row] = [Rule(), heads]
    for line in facts.lines:
        rows += _line(line, say)
    return rows


def _line(line: ReceiptLine, say: Say) -> list[Row]:
    unit = unit_text(plain_text(line.unit)) or (say("kg") if line.is_weighed else "")
    counted = weight_text(line.quantity) if line.is_weighed else quantity_text(line.quantity)
    quantity = f"{counted} {unit}".strip()
    full = Fen(line.amount + line.discount)
    rows: list[Row] = [
        Gap(is_thin=True),
        Text(plain_text(line.name)),
        Columns(quantity, money_text(line.price), money_text(full)),
    ]
    if line.discount:
        why = plain_text(line.why_discounted) or say("Taken off")
        rows.append(Pair(why, money_text(Fen(-line.discount)), Size.SMALL))
    return rows


def _sums(facts: ReceiptFacts, say: Say) -> list[Row]:
    column_sum = Fen(facts.subtotal - facts.line_discounts)
    rows: list[Row] = [Rule(), Pair(_how_many(facts, say), money_text(column_sum))]
    if facts.order_discount:
        taken_off = money_text(Fen(-facts.order_discount))
        rows.append(Pair(say("Discount on the bill"), taken_off))
    if facts.rounding:
        rows.append(Pair(say("Odd change let go"), money_text(Fen(-facts.rounding))))
    rows += [Gap(), *(_refund(facts, say) if facts.returned else _payment(facts, say))]
    return rows


def _how_many(facts: ReceiptFacts, say: Say) -> str:
    # What is weighed or measured counts as one piece each: 0.385 kg is no 0.385 items.
    pieces = sum(
        line.quantity // ONE
        if line.quantity % ONE == 0 and not (line.unit or line.is_weighed)
        else 1
        for line in facts.lines
    )
    return say("Subtotal, pieces: {pieces}", pieces=pieces)


def _payment(facts: ReceiptFacts, say: Say) -> list[Row]:
    rows: list[Row] = [Pair(say("To pay"), f"{YUAN}{money_text(facts.total)}", Size.HUGE)]
    rows += [_tender(tender, say) for tender in facts.tenders]
    if facts.change:
        rows.append(Pair(say("Change given"), money_text(facts.change), Size.LARGE))
    rows.append(Gap())
    saved = Fen(facts.line_discounts + facts.order_discount + facts.rounding)
    if saved:
        rows.append(Pair(say("You saved"), money_text(saved), Size.SMALL))
    return rows


def _tender(tender: ReceiptTender, say: Say) -> Row:
    name = tender_name(tender.kind, say)
    note = plain_text(tender.note)
    # Given less change is what was kept; the customer wants to see the note he handed over.
    shown = tender.given or tender.amount
    return Pair(f"{name} {note}".strip(), money_text(shown))


def _refund(facts: ReceiptFacts, say: Say) -> list[Row]:
    """From the value of the goods to what is paid back in money, as the till says it."""
    less = [
        (tender_name(tender.kind, say), tender.amount)
        for tender in facts.tenders
        if tender.kind not in MONEY_KINDS
    ]
    if facts.returned and facts.returned.netted:
        less.append((say("Rewards of this sale taken back"), facts.returned.netted))
    rows: list[Row] = []
    if less:
        rows.append(Pair(say("Value of the goods"), money_text(facts.total)))
    rows += [Pair(told, f"{MINUS}{money_text(amount)}") for told, amount in less]
    back = Fen(facts.total - sum(amount for _, amount in less))
    rows.append(Pair(say("Refund"), f"{YUAN}{money_text(back)}", Size.HUGE))
    rows += [_tender(tender, say) for tender in facts.tenders if tender.kind in MONEY_KINDS]
    return rows


def _taxes(facts: ReceiptFacts, say: Say) -> list[Row]:
    return [
        Pair(
            say("Tax {rate} within {amount}", rate=rate_text(t.rate), amount=money_text(t.amount)),
            money_text(t.tax),
            Size.SMALL,
        )
        for t in facts.taxes
    ]


def _foot(facts: ReceiptFacts, say: Say) -> list[Row]:
    rows: list[Row] = []
    if facts.code:
        rows += [
            Code(facts.code),
            Text(_how_to_return(facts, say), Place.CENTRE, Size.SMALL),
        ]
    small: list[str] = []
    if facts.rules_version:
        # A line for each: a name may hold no break, wherever the paper ends.
        small.append(say("Versions of the reward rules"))
        small += plain_text(facts.rules_version).split(RULES_APART)
    if facts.journal_hash:
        small.append(say("Journal {hash}", hash=plain_text(facts.journal_hash)))
    rows += [Text(each, Place.CENTRE, Size.SMALL) for each in small]
    if facts.closing_words:
        rows.append(Gap())
    rows += [Text(plain_text(words), Place.CENTRE) for words in facts.closing_words]
    return [Rule(), Gap(), *rows] if rows else []


def _how_to_return(facts: ReceiptFacts, say: Say) -> str:
    return say("To return goods: this code or sale {number}", number=plain_text(facts.number))
