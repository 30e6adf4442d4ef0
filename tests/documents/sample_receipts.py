"""Receipts as they leave a shop, shared by goldens, pictures and oracles."""

from dataclasses import replace

from pos_app.domain.holdings import (
    ENERGY,
    ENTRY,
    GREEN_POINTS,
    UNITS_LATER,
    WEIGHT,
    ChainHolding,
    DrawHolding,
    Gain,
    ReferHolding,
    UnitsHolding,
)
from pos_app.domain.holdings_told import held_told
from pos_app.domain.moment import Day, read_instant
from pos_app.domain.money import BasisPoints, Fen, Milli
from pos_app.domain.papers.receipt_facts import (
    ReceiptFacts,
    ReceiptLine,
    ReceiptMember,
    ReceiptReturn,
    ReceiptShop,
    ReceiptTax,
    ReceiptTender,
)
from pos_app.domain.standing import Disclosure, Expected, TicketPlace
from pos_app.domain.tender import ALIPAY, CASH, POINTS, WECHAT

QUEUE_SENTENCE = (
    "Of each 100 yuan sold the store puts {c} yuan into the queue. On average at most {c} of "
    "100 orders can be refunded in full. There is no guaranteed time or amount."
)

POINTS_SENTENCE = "1 point pays 1 cent at this store. Points do not expire."

SHOP = ReceiptShop(
    name="好邻居超市",
    address="上海市徐汇区漕溪北路 18 号",
    contact="021-6438 0021",
    tax_number="91310104MA1FR0AB7X",
)


def line(
    name: str, quantity: int, price: int, *, discount: int = 0, why: str = "", unit: str = ""
) -> ReceiptLine:
    """A line of the bill; amounts in fen, the quantity in thousandths."""
    return ReceiptLine(
        name=name,
        quantity=Milli(quantity),
        price=Fen(price),
        amount=Fen((price * quantity + 500) // 1000 - discount),
        tax_rate=BasisPoints(1300),
        unit=unit,
        discount=Fen(discount),
        why_discounted=why,
    )


def ticket(place: int | None, received: int, target: int, **rest: object) -> TicketPlace:
    """One queue ticket of the sample member."""
    plain = TicketPlace(
        program=1,
        sale=200,
        sale_ref="200",
        part=1,
        state="ACTIVE",
        place=place,
        received=Fen(received),
        target=Fen(target),
    )
    return replace(plain, **rest)  # type: ignore[arg-type]


LINES = (
    line("金龙鱼 纯香 菜籽油 5L 桶", 1000, 6000),
    line("特仑苏 纯牛奶 (250ml*12) 箱", 1000, 5500),
    line("海天 味极鲜 酱油 500ml 瓶", 2000, 1000),
    line("可口可乐 2L", 2000, 800, discount=400, why="第 2 件半价"),
    line("洽洽 香瓜子 200g 袋", 3000, 800, discount=150, why="会员价 7.50"),
    line("红富士苹果", 1385, 1196, unit="kg"),
    line("农夫山泉 1.5L 瓶", 6000, 400),
)

MEMBER = ReceiptMember(
    number=12,
    masked_name="林*梅",
    masked_phone="138****6021",
    points_before=1286,
    points_spent=500,
    points_earned=195,
    points_after=981,
    reward=Fen(4620),
    voucher=Fen(1000),
    voucher_expires=Day("2026-12-31"),
    tickets=(
        ticket(3, 7340, 10000),
        ticket(41, 1285, 12600),
        ticket(None, 0, 10000, state="WAITING", counts_from=Day("2026-11-28")),
        ticket(None, 8000, 8000, state="COMPLETED"),
    ),
    gains=(
        Expected(program=2, name="会员积分", kind="M0", points=Fen(195)),
        Expected(
            program=1,
            name="排队奖励",
            kind="M1",
            targets=(Fen(10000), Fen(9506)),
            counts_from=Day("2026-11-28"),
        ),
        Expected(program=3, name="绿色积分", kind="M4", refused="OVER_MARGIN"),
    ),
)

FULL = ReceiptFacts(
    shop=SHOP,
    number="000214",
    till="1",
    cashier="王芳",
    at=read_instant("2026-11-21T14:32:05+08:00"),
    lines=LINES,
    subtotal=Fen(21556),
    line_discounts=Fen(550),
    order_discount=Fen(1000),
    rounding=Fen(6),
    total=Fen(20000),
    tenders=(
        ReceiptTender(kind=POINTS, amount=Fen(500)),
        ReceiptTender(kind=WECHAT, amount=Fen(10000), note="尾号 8841"),
        ReceiptTender(kind=CASH, amount=Fen(9500), given=Fen(10000)),
    ),
    change=Fen(500),
    taxes=(
        ReceiptTax(rate=BasisPoints(1300), amount=Fen(18400), tax=Fen(2117)),
        ReceiptTax(rate=BasisPoints(900), amount=Fen(1600), tax=Fen(132)),
    ),
    member=MEMBER,
    disclosures=(
        Disclosure(POINTS_SENTENCE, program="会员积分"),
        Disclosure(QUEUE_SENTENCE, (("c", "10"),), program="排队奖励"),
    ),
    rules_version="会员积分 v1 · 排队奖励 v3",
    journal_hash="7f3a91c4",
    code="948000000000214213456789061",
    closing_words=("谢谢光临，欢迎再来",),
)

PLAIN = ReceiptFacts(
    shop=ReceiptShop(name="街角小店"),
    number="7",
    till="1",
    cashier="李静",
    at=read_instant("2026-11-21T08:05:00+08:00"),
    lines=(line("康师傅 冰红茶 500ml", 1000, 300),),
    subtotal=Fen(300),
    line_discounts=Fen(0),
    order_discount=Fen(0),
    total=Fen(300),
    tenders=(ReceiptTender(kind=ALIPAY, amount=Fen(300)),),
)

RETURNED = replace(
    FULL,
    number="R-000031",
    lines=(line("可口可乐 2L", 1000, 800, discount=200, why="第 2 件半价"),),
    subtotal=Fen(800),
    line_discounts=Fen(200),
    order_discount=Fen(0),
    rounding=Fen(0),
    total=Fen(600),
    tenders=(ReceiptTender(kind=WECHAT, amount=Fen(560)),),
    change=Fen(0),
    taxes=(ReceiptTax(rate=BasisPoints(1300), amount=Fen(600), tax=Fen(69)),),
    member=replace(
        MEMBER, points_before=981, points_spent=0, points_earned=-6, points_after=975, gains=()
    ),
    returned=ReceiptReturn(sale="000214", reason="voluntary", netted=Fen(40)),
    code="",
)

COPY = replace(FULL, copy=2)
TRAINING = replace(PLAIN, is_training=True)

ODD = replace(
    FULL,
    shop=replace(SHOP, name="\x1bp\x00好邻居超市 — 一家名字长得一行写不下的、真正开在街角的小店"),
    lines=(
        line("\x1bp\x00\x19\xfa=cmd|'/C calc'!A1", 1000, 100),
        line("🍎🍏 émile \u202ereversed\u202c ﷽", 999_999_999, 99_999_999),
        line("超长超长超长超长超长超长超长超长超长超长超长超长超长超长超长超长的商品名称", 10, 1),
    ),
    subtotal=Fen(9_999_999_890_100),
    line_discounts=Fen(0),
    order_discount=Fen(0),
    rounding=Fen(0),
    total=Fen(9_999_999_890_100),
    tenders=(ReceiptTender(kind="古董怀表", amount=Fen(9_999_999_890_100)),),
    change=Fen(0),
    code="",
)

PROGRAMS = replace(
    PLAIN,
    member=replace(
        MEMBER,
        tickets=(),
        holdings=tuple(
            held_told(each)
            for each in (
                ReferHolding(
                    3, "推三返一", 2, 3, Fen(11940), Fen(39800), Day("2027-11-20"), 1, Fen(0)
                ),
                ChainHolding(
                    4,
                    "链动",
                    "AGENT",
                    1,
                    2,
                    Fen(49900),
                    Fen(0),
                    Fen(0),
                    Fen(0),
                    None,
                    False,
                    Fen(0),
                ),
                DrawHolding(5, "周周免单", ("214",), "n3", None, 4),
                UnitsHolding(
                    6, "消费增值", 2100000, Fen(30000), Fen(142), 500, 10000, Fen(0), True
                ),
            )
        ),
        gains=(
            Expected(
                5,
                "周周免单",
                "M1b",
                gains=(Gain(ENTRY, 1),),
                counts_from=Day("2026-11-28"),
            ),
            Expected(
                6, "消费增值", "M5", gains=(Gain(UNITS_LATER, 0),), counts_from=Day("2026-11-28")
            ),
            Expected(7, "循环购", "M6", gains=(Gain(ENERGY, 6000), Gain(WEIGHT, 60))),
            Expected(8, "绿色积分", "M4", gains=(Gain(GREEN_POINTS, 300),)),
        ),
    ),
)

ALL = {
    "full": FULL,
    "plain": PLAIN,
    "returned": RETURNED,
    "copy": COPY,
    "training": TRAINING,
    "odd": ODD,
    "programs": PROGRAMS,
}
