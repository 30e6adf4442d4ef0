"""The queue once more, as close to the rulebook's pseudo-code as Python gets.

Lists and dictionaries, no book, no index, no reading ahead: slow and easy to compare with
section 2 line by line. One store, no hold; the tests let it and the engine do the same.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from pos_app.engine.arithmetic import part, split
from pos_app.engine.mechanisms.queue_settlement import cut
from pos_app.engine.parameters.queue import ONE_AT_A_TIME, QueueParameters


@dataclass
class LiteralTicket:
    """`ticket(id, sale, member, n, seq, target, recv, state)` (rulebook 2.4)."""

    sale: int
    n: int
    member: int
    target: int
    recv: int = 0
    seq: int = 0
    state: str = "WAITING"


@dataclass
class LiteralLot:
    """`lot(sale, left)`; a clawback lot belongs to a sale too."""

    sale: int
    left: int
    clawback: bool = False


@dataclass
class LiteralAllocation:
    """Who paid for whom."""

    lot: LiteralLot
    ticket: LiteralTicket
    cents: int
    reversed: bool = False


@dataclass
class LiteralSale:
    """A sale as the queue knows it."""

    number: int
    member: int
    base: int
    conceded: int = 0
    returned: int = 0
    merchant_wanted: int = 0
    returns: int = 0
    voided: bool = False
    voucher: int = 0
    voucher_wanted: int = 0


@dataclass
class LiteralQueue:
    """The whole queue of one store."""

    rules: QueueParameters
    balance: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    tickets: list[LiteralTicket] = field(default_factory=list)
    lots: list[LiteralLot] = field(default_factory=list)
    allocations: list[LiteralAllocation] = field(default_factory=list)
    sales: dict[int, LiteralSale] = field(default_factory=dict)
    seq: int = 0
    filled: list[LiteralTicket] = field(default_factory=list)

    def move(self, source: str, target: str, cents: int) -> None:
        """A posting."""
        self.balance[source] -= cents
        self.balance[target] += cents

    def active(self) -> list[LiteralTicket]:
        """ACTIVE tickets ordered by seq."""
        standing = [each for each in self.tickets if each.state == "ACTIVE"]
        return sorted(standing, key=lambda each: each.seq)

    def of_sale(self, number: int) -> list[LiteralTicket]:
        """A sale's tickets by part."""
        return sorted((t for t in self.tickets if t.sale == number), key=lambda t: t.n)

    def pay(self, t: LiteralTicket, x: int) -> int:
        """`pay(t, x)`."""
        x = paid = min(x, t.target - t.recv)
        for lot in self.lots:
            drawn = min(x, lot.left)
            if drawn:
                lot.left -= drawn
                x -= drawn
                self.allocations.append(LiteralAllocation(lot, t, drawn))
                self.move("POOL:Q", f"CASH:{t.member}", drawn)
        t.recv += paid
        if paid and t.recv == t.target:
            t.state = "COMPLETED"
            self.filled.append(t)
        return paid

    def join(self, t: LiteralTicket) -> None:
        """Become ACTIVE at the tail."""
        self.seq += 1
        t.seq, t.state = self.seq, "ACTIVE"

    def successors(self) -> None:
        """For each ticket completed, its next WAITING ticket becomes ACTIVE."""
        for done in self.filled:
            waiting = [t for t in self.of_sale(done.sale) if t.state == "WAITING"]
            if waiting:
                self.join(waiting[0])
        self.filled = []

    def settle(self, number: int, member: int, base: int, sponsor: int | None) -> None:
        """SALE_SETTLED."""
        rules = self.rules
        today = {t.sale for t in self.tickets if t.member == member}
        takes_ticket = rules.min_order <= base <= rules.max_order and len(today) < rules.daily_limit
        over = base > rules.max_order and rules.over_policy == "SKIP"
        conceded = part(base, rules.concession_bp) if base >= rules.min_order and not over else 0
        self.sales[number] = LiteralSale(number, member, base, conceded)
        if conceded:
            self.divide(number, member, conceded, sponsor)
            self.successors()
        if takes_ticket:
            for n, target in enumerate(cut(rules, rules.target_of(base)), start=1):
                ticket = LiteralTicket(number, n, member, target)
                self.tickets.append(ticket)
                if n == 1 or rules.placement != ONE_AT_A_TIME:
                    self.join(ticket)

    def divide(self, number: int, member: int, conceded: int, sponsor: int | None) -> None:
        """The middle of SALE_SETTLED."""
        rules = self.rules
        fee, ex, ref, rep, hd, ev = split(conceded, rules.weights)
        self.move("SRC", "POOL:Q", conceded)
        self.move("POOL:Q", "FEE", fee)
        self.move("POOL:Q", "FUND", ex)
        carry = sum(lot.left for lot in self.lots)
        self.lots.append(LiteralLot(number, conceded - fee - ex))
        standing = self.active()
        if not standing:
            return
        head: int = hd + carry
        for person, amount in ((sponsor if sponsor != member else None, ref), (member, rep)):
            own = [t for t in standing if t.member == person and t.state == "ACTIVE"]
            head += amount - (self.pay(own[0], amount) if own else 0)
        if rules.head_weights:
            first = [t for t in standing if t.state == "ACTIVE"][: len(rules.head_weights)]
            for t, x in zip(first, split(head, rules.head_weights), strict=False):
                head -= self.pay(t, x)
        for t in standing:
            if t.state == "ACTIVE":
                head -= self.pay(t, head)
        self.share_out(ev)

    def share_out(self, ev: int) -> None:
        """The everyone part."""
        rules, line = self.rules, self.active()
        line = line[: rules.window] if rules.window else line
        if not line or not ev:
            return
        n = len(line)
        share = ev // n
        if share < rules.min_share:
            n = max(1, ev // rules.min_share)
            share = ev // n
        for t in line[:n]:
            ev -= self.pay(t, share)
        for t in line:
            ev -= self.pay(t, ev)

    def leave(self, number: int) -> bool:
        """EXIT(sale)."""
        leaving = [t for t in self.of_sale(number) if t.state in {"ACTIVE", "WAITING"}]
        if not leaving:
            return False
        rest = sum(t.target - t.recv for t in leaving)
        for t in leaving:
            t.state = "EXITED"
        voucher = min(part(rest, self.rules.exit_bp), self.balance["FUND"])
        sale = self.sales[number]
        sale.voucher += voucher
        self.move("FUND", f"VCH:{sale.member}", voucher)
        return True

    def give_back(self, number: int, r: int, *, voluntary: bool) -> int:
        """A late return; returns what is kept back from the refund."""
        sale = self.sales[number]
        sale.returned += r
        sale.returns += 1
        want = sale.conceded * sale.returned // sale.base - sale.merchant_wanted
        sale.merchant_wanted += want
        for lot in self.lots:
            if lot.sale == number and not lot.clawback:
                back = min(want, lot.left)
                lot.left -= back
                self.move("POOL:Q", "SRC", back)
        x = self.shrink(number, self.rules.target_of(sale.base - sale.returned))
        cash = f"CASH:{sale.member}"
        a = min(x, self.balance[cash])
        b = min(x - a, r) if voluntary else 0
        self.move(cash, "POOL:Q", a)
        self.move("SRC", "POOL:Q", b)
        if a + b:
            self.lots.append(LiteralLot(number, a + b, clawback=True))
        want = sale.voucher * sale.returned // sale.base - sale.voucher_wanted
        sale.voucher_wanted += want
        vouchers = f"VCH:{sale.member}"
        taken = min(want, self.balance[vouchers])
        netted = min(want - taken, r - b) if voluntary else 0
        self.move(vouchers, "FUND", taken)
        self.move("SRC", "FUND", netted)
        return b + netted

    def shrink(self, number: int, new_target: int) -> int:
        """Step 2 of a late return; returns X."""
        kept = [t for t in self.of_sale(number) if t.state != "CANCELLED"]
        x = 0
        for t in reversed(kept):
            surplus = max(0, sum(each.target for each in kept) - new_target)
            t.target -= min(t.target, surplus)
            x += max(0, t.recv - t.target)
            t.recv = min(t.recv, t.target)
            if t.target == 0:
                t.state = "CANCELLED"
            elif t.state == "ACTIVE" and t.recv == t.target:
                t.state = "COMPLETED"
        waiting = [t for t in kept if t.state == "WAITING"]
        if waiting and not any(t.state == "ACTIVE" for t in kept):
            self.join(waiting[0])
        return x

    def void(self, number: int) -> bool:
        """VOID(sale); False when it is refused."""
        sale = self.sales[number]
        concerned = [
            a
            for a in self.allocations
            if not a.reversed
            and ((a.lot.sale == number and not a.lot.clawback) or a.ticket.sale == number)
        ]
        fee, ex, *_ = split(sale.conceded, self.rules.weights)
        if not self.may_void(sale, concerned, fee=fee, ex=ex):
            return False
        vouchers = f"VCH:{sale.member}"
        self.move(vouchers, "FUND", sale.voucher)
        self.move("FUND", "SRC", ex)
        self.move("FEE", "SRC", fee)
        for a in concerned:
            self.take_back(a)
        for lot in self.lots:
            if lot.sale == number and not lot.clawback:
                self.move("POOL:Q", "SRC", lot.left)
                lot.left = 0
        for t in self.of_sale(number):
            t.state, t.target, t.recv = "CANCELLED", 0, 0
        sale.voided = True
        return True

    def may_void(
        self, sale: LiteralSale, concerned: list[LiteralAllocation], *, fee: int, ex: int
    ) -> bool:
        """The line of VOID that begins with "refuse if"."""
        needs: dict[str, int] = defaultdict(int)
        for a in concerned:
            needs[f"CASH:{a.ticket.member}"] += a.cents
        return (
            not (sale.voided or sale.returns)
            and not any(self.sales[a.ticket.sale].returns for a in concerned)
            and all(self.balance[name] >= amount for name, amount in needs.items())
            and self.balance[f"VCH:{sale.member}"] >= sale.voucher
            and self.balance["FUND"] + sale.voucher >= ex
            and self.balance["FEE"] >= fee
        )

    def take_back(self, a: LiteralAllocation) -> None:
        """Reverse one allocation."""
        self.move(f"CASH:{a.ticket.member}", "POOL:Q", a.cents)
        a.reversed = True
        a.lot.left += a.cents
        a.ticket.recv -= a.cents
        if a.ticket.state == "COMPLETED":
            a.ticket.state = "ACTIVE"
            after = [t for t in self.of_sale(a.ticket.sale) if t.n == a.ticket.n + 1]
            if self.rules.placement == ONE_AT_A_TIME and after:
                (next_part,) = after
                if next_part.state == "ACTIVE" and next_part.recv == 0:
                    next_part.state, next_part.seq = "WAITING", 0
