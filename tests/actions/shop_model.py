"""What a shop of cash, stock and points comes to, worked out a second time.

It knows the rulebook's rules for prices without discounts (1.1, 1.4, 1.6, 1.7), for goods of
two owners (9.3) and for plain points (1a), and nothing of the program: no code, no book, no
engine of the shop is used.
What the queue gives and takes is none of its business; it asks only that the queue's part
of a refund stays within what the rules leave for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

EARN_BP = 100
WHOLE_BP = 10_000
PIECE = 1000


def split(amount: int, weights: list[int]) -> list[int]:
    """Rulebook 1.1: floors, then one fen each to the largest remainders."""
    whole = sum(weights)
    if not amount or not whole:
        return [0] * len(weights)
    shares = [amount * each // whole for each in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(amount * weights[i] % whole), i))
    for i in by_remainder[: amount - sum(shares)]:
        shares[i] += 1
    return shares


def fill(amount: int, dues: list[int]) -> list[int]:
    """Money pays for one after the other."""
    shares = []
    for due in dues:
        shares.append(min(amount, due))
        amount -= shares[-1]
    return shares


@dataclass
class ModelLine:
    """One line as it was sold."""

    product: int
    pieces: int
    net: int
    reward: int
    points: int
    returned: int = 0

    @property
    def base(self) -> int:
        """What earns: the net less what rewards paid of it."""
        return self.net - self.reward - self.points

    def take_back(self, figure: int, pieces: int) -> int:
        """The cumulative share of a figure that these further pieces bring back."""
        done = figure * (self.returned + pieces) // self.pieces
        return done - figure * self.returned // self.pieces


@dataclass
class ModelSale:
    """One sale as the model remembers it."""

    lines: list[ModelLine]
    member: int | None
    money: list[list[int | str]]
    """Kind and what is left to pay back, in the order given."""
    store: str
    day: str
    earned: int
    base: int
    base_back: int = 0
    wanted: int = 0
    is_voided: bool = False


@dataclass
class Refund:
    """What a return must come to; the queue may net up to `room` of the cash."""

    goods: int
    rewards: int
    points: int
    netted: int
    room: int


@dataclass
class ShopModel:
    """The shop's figures, all in fen and whole pieces."""

    prices: dict[int, int]
    owners: dict[int, str]
    """By product the store whose it is."""
    drawer: int = 0
    safe: int = 0
    over_short: int = 0
    other: dict[str, int] = field(default_factory=lambda: {"wechat": 0, "alipay": 0})
    turnover: dict[str, int] = field(default_factory=lambda: {"S1": 0, "S2": 0})
    shelf: dict[int, int] = field(default_factory=dict)
    points: dict[int, int] = field(default_factory=dict)
    sales: dict[int, ModelSale] = field(default_factory=dict)
    open_shift: int = 0

    def total(self, wanted: list[tuple[int, int]]) -> int:
        """What these pieces of these products cost."""
        return sum(self.prices[product] * pieces for product, pieces in wanted)

    def sell(
        self,
        number: int,
        wanted: list[tuple[int, int]],
        *,
        member: int | None,
        tenders: dict[str, int],
        day: str,
    ) -> None:
        """A sale for each owner, in the order of the bill; rewards pay for all alike."""
        owners = list(dict.fromkeys(self.owners[product] for product, _ in wanted))
        lines = [[each for each in wanted if self.owners[each[0]] == owner] for owner in owners]
        dues = [self.total(each) for each in lines]
        paid: list[dict[str, int]] = [{} for _ in owners]
        for kind, amount in tenders.items():
            shares = split(amount, dues) if kind in {"reward", "points"} else fill(amount, dues)
            dues = [due - share for due, share in zip(dues, shares, strict=True)]
            for part, share in zip(paid, shares, strict=True):
                part.update({kind: share} if share else {})
        for i, owner in enumerate(owners):
            self._sell(number + i, lines[i], store=owner, member=member, tenders=paid[i], day=day)

    def _sell(
        self,
        number: int,
        wanted: list[tuple[int, int]],
        *,
        store: str,
        member: int | None,
        tenders: dict[str, int],
        day: str,
    ) -> None:
        """Goods go, money comes, points are spent and earned."""
        nets = [self.prices[product] * pieces for product, pieces in wanted]
        reward = split(tenders.get("reward", 0), nets)
        rest = [net - share for net, share in zip(nets, reward, strict=True)]
        points = split(tenders.get("points", 0), rest)
        lines = [
            ModelLine(product, pieces, net, by_reward, by_points)
            for (product, pieces), net, by_reward, by_points in zip(
                wanted, nets, reward, points, strict=True
            )
        ]
        base = sum(line.base for line in lines)
        earned = base * EARN_BP // WHOLE_BP if member is not None else 0
        money: list[list[int | str]] = []
        for kind, amount in tenders.items():
            if kind in {"cash", "wechat", "alipay"}:
                self._money(kind, amount)
                money.append([kind, amount])
        if member is not None:
            self.points[member] += earned - tenders.get("points", 0)
        for line in lines:
            self.shelf[line.product] -= line.pieces
        self.turnover[store] += sum(nets)
        self.sales[number] = ModelSale(lines, member, money, store, day, earned, base)

    def expect_back(self, number: int, back: dict[int, int], *, is_defect: bool) -> Refund:
        """What bringing back these pieces (by line from 1) comes to."""
        sale = self.sales[number]
        given = [(sale.lines[at - 1], pieces) for at, pieces in back.items()]
        goods = sum(line.take_back(line.net, pieces) for line, pieces in given)
        rewards = sum(line.take_back(line.reward, pieces) for line, pieces in given)
        points = sum(line.take_back(line.points, pieces) for line, pieces in given)
        base = sum(line.take_back(line.base, pieces) for line, pieces in given)
        room = min(base, goods - rewards - points)
        short = 0
        if sale.member is not None and sale.base:
            want = sale.earned * (sale.base_back + base) // sale.base - sale.wanted
            short = want - min(want, self.points[sale.member] + points)
        netted = 0 if is_defect else min(short, room)
        return Refund(goods, rewards, points, netted, room - netted)

    def take_back(
        self, number: int, back: dict[int, int], refund: Refund, *, netted_by_queue: int
    ) -> None:
        """Goods come back, money goes, points are given back and taken back."""
        sale = self.sales[number]
        for at, pieces in back.items():
            line = sale.lines[at - 1]
            sale.base_back += line.take_back(line.base, pieces)
            line.returned += pieces
            self.shelf[line.product] += pieces
        if sale.member is not None:
            self.points[sale.member] += refund.points
            if sale.base:
                now = sale.earned * sale.base_back // sale.base
                want, sale.wanted = now - sale.wanted, now
                self.points[sale.member] -= min(want, self.points[sale.member])
        self.turnover[sale.store] -= refund.goods
        left = refund.goods - refund.rewards - refund.points - refund.netted - netted_by_queue
        self._pay_back(sale, left)

    def void(self, number: int) -> None:
        """A sale of the day is as if it had not been."""
        sale = self.sales[number]
        for line in sale.lines:
            self.shelf[line.product] += line.pieces
            self.turnover[sale.store] -= line.net
            line.returned = line.pieces
            if sale.member is not None:
                self.points[sale.member] += line.points
        if sale.member is not None:
            self.points[sale.member] -= sale.earned
        self._pay_back(sale, sum(int(left) for _, left in sale.money))
        sale.is_voided = True

    def may_void(self, number: int, *, day: str) -> bool:
        """Whether the rules of the day and of returns leave a void open (1.6)."""
        sale = self.sales[number]
        untouched = not sale.is_voided and all(line.returned == 0 for line in sale.lines)
        return untouched and sale.day == day

    def _pay_back(self, sale: ModelSale, amount: int) -> None:
        for tender in sale.money:
            now = min(amount, int(tender[1]))
            tender[1] = int(tender[1]) - now
            self._money(str(tender[0]), -now)
            amount -= now

        assert amount == 0, "more goes back than was given"

    def _money(self, kind: str, amount: int) -> None:
        if kind == "cash":
            self.drawer += amount
        else:
            self.other[kind] += amount

    def close(self, counted: int) -> None:
        """The drawer is counted and emptied into the safe."""
        self.over_short += counted - self.drawer
        self.safe += counted
        self.drawer, self.open_shift = 0, 0
