"""Each of the sixteen kinds of event means one thing."""

import json

import pytest

from pos_app.domain.files.replay_events import (
    GoodsReturned,
    HistoryEvent,
    LineBrought,
    LineRung,
    MemberNamed,
    PaidAtCounter,
    PeriodEnded,
    PointsConverted,
    ProgramSet,
    ProgramShut,
    QueueExit,
    SaleMade,
    SaleUndone,
    ShopSet,
    StoreNamed,
    TenderOffered,
    TimePassed,
    UnitsRedeemed,
)
from pos_app.domain.files.replay_history import read_history
from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen, Milli

AT = "2026-01-05T10:00:00+08:00"
MOMENT = Instant(1_767_578_400_000)


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        (
            {
                "event": "shop",
                "max_total_concession_bp": 7000,
                "max_margin_share_bp": 9000,
                "line_rounding": "half_up",
            },
            ShopSet(line=1, at=MOMENT, max_total_concession_bp=7000, max_margin_share_bp=9000),
        ),
        ({"event": "store", "store": "S2"}, StoreNamed(line=1, at=MOMENT, store="S2")),
        (
            {
                "event": "program",
                "program": "queue",
                "kind": "M1",
                "enabled": True,
                "priority": 3,
                "preset": "V5_DEFAULT",
                "params": {"window": 50, "levels": [1, 2]},
            },
            ProgramSet(
                line=1,
                at=MOMENT,
                program="queue",
                kind="M1",
                enabled=True,
                priority=3,
                preset="V5_DEFAULT",
                params={"window": 50, "levels": [1, 2]},
            ),
        ),
        (
            {"event": "member", "member": "B", "sponsor": "A"},
            MemberNamed(line=1, at=MOMENT, member="B", sponsor="A"),
        ),
        (
            {"event": "member", "member": "A", "sponsor": None},
            MemberNamed(line=1, at=MOMENT, member="A"),
        ),
        (
            {
                "event": "sale",
                "sale": "s1",
                "store": "S2",
                "member": "A",
                "lines": [
                    {
                        "sku": "85123A",
                        "name": "灯",
                        "price_fen": 255,
                        "quantity_milli": 6000,
                        "discount_fen": 10,
                        "cost_fen": 100,
                        "excluded": True,
                    }
                ],
                "order_discount_fen": 20,
                "tenders": [{"kind": "points", "amount_fen": 500}],
            },
            SaleMade(
                line=1,
                at=MOMENT,
                sale="s1",
                store="S2",
                member="A",
                lines=(
                    LineRung(
                        sku="85123A",
                        name="灯",
                        price=Fen(255),
                        quantity=Milli(6000),
                        discount=Fen(10),
                        cost=Fen(100),
                        excluded=True,
                    ),
                ),
                order_discount=Fen(20),
                tenders=(TenderOffered(kind="points", amount=Fen(500)),),
            ),
        ),
        (
            {
                "event": "sale",
                "sale": "s1",
                "member": None,
                "lines": [{"sku": "x", "price_fen": 1, "quantity_milli": 1000}],
            },
            SaleMade(
                line=1,
                at=MOMENT,
                sale="s1",
                lines=(LineRung(sku="x", name="x", price=Fen(1), quantity=Milli(1000)),),
            ),
        ),
        (
            {
                "event": "return",
                "sale": "s1",
                "return": "r1",
                "lines": [{"line": 1, "quantity_milli": 500}],
                "reason": "defect",
            },
            GoodsReturned(
                line=1,
                at=MOMENT,
                sale="s1",
                ref="r1",
                lines=(LineBrought(line=1, quantity=Milli(500)),),
                reason="defect",
            ),
        ),
        ({"event": "void", "sale": "s1"}, SaleUndone(line=1, at=MOMENT, sale="s1")),
        ({"event": "exit", "sale": "s1"}, QueueExit(line=1, at=MOMENT, sale="s1")),
        (
            {"event": "redeem", "member": "A", "program": "n", "units": 7},
            UnitsRedeemed(line=1, at=MOMENT, member="A", program="n", units=7),
        ),
        (
            {"event": "convert", "member": "A", "program": "k"},
            PointsConverted(line=1, at=MOMENT, member="A", program="k"),
        ),
        (
            {"event": "payout", "member": "A", "account": "CASH", "amount_fen": 5},
            PaidAtCounter(line=1, at=MOMENT, member="A", account="CASH", amount=Fen(5)),
        ),
        ({"event": "period", "program": "g"}, PeriodEnded(line=1, at=MOMENT, program="g")),
        ({"event": "close_program", "program": "g"}, ProgramShut(line=1, at=MOMENT, program="g")),
        ({"event": "time"}, TimePassed(line=1, at=MOMENT)),
    ],
    ids=lambda value: value["event"] if isinstance(value, dict) else "",
)
def test_each_event_is_read_with_all_its_fields(
    fields: dict[str, object], meant: HistoryEvent
) -> None:
    """The format has sixteen events; each means one thing."""
    line = json.dumps({"at": AT, **fields}).encode()

    assert list(read_history([line])) == [meant]
