"""The office's first page in texts: cards, comparison, what is owed, what waits."""

from dataclasses import dataclass

from pos_app.actions.reports.report_tables import shown_accounts
from pos_app.actions.reports.reward_words import group_name
from pos_app.actions.watching.today import Span, Today
from pos_app.domain.figures import MINUS, count_text, money_text, quantity_text, signed_money_text
from pos_app.domain.moment import clock_text
from pos_app.domain.money import Fen
from ui.day_words import long_day, short_day, weekday
from ui.office.widgets.alert_row import AlertView
from ui.office.widgets.chart import ChartView, Series
from ui.office.widgets.figure_card import FigureCardView
from ui.office.widgets.share_bar import Share, percent_text
from ui.widgets.fact_list import Fact
from ui.widgets.member_head import FigureView
from ui.wording import LiveWording

_EARLIEST, _LATEST = 7, 21
_REWARDS = ("points", "reward", "voucher")
_WHOLE = 1000


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert, and the page where its action leads, with what to show there."""

    view: AlertView
    page: str
    what: str = ""


def span_text(read: Today, words: LiveWording) -> str:
    """The days shown, and what they are compared with."""
    _ = words.text
    span = read.span
    shown = long_day(span.first, words) if span.days == 1 else _range(span, words)
    return _("{days}, against {before}", days=shown, before=before_text(read, words))


def before_text(read: Today, words: LiveWording) -> str:
    """What is compared with: last Saturday up to 10:42, or a range of days."""
    _ = words.text
    days = _before_days(read.before, words)
    if read.before_until is None:
        return days
    return _("{days} up to {time}", days=days, time=clock_text(read.before_until))


def cards(read: Today, words: LiveWording) -> tuple[FigureCardView, ...]:
    """Takings, sales, share of members, gross profit."""
    _ = words.text
    now, then = read.takings, read.compared
    each = Fen(now.taken // now.sales) if now.sales else Fen(0)
    before = before_text(read, words)
    was = _("{when}: {amount}", when=before, amount=money_text(then.taken))
    share, share_was = _share(now.member_taken, now.taken), _share(then.member_taken, then.taken)
    rate = percent_text(now.profit, now.costed)
    points = _tenths(share - share_was)
    return (
        FigureCardView(
            FigureView(_("Takings"), was, fen=now.taken), _change(now.taken, then.taken)
        ),
        FigureCardView(
            FigureView(
                _("Sales made"),
                _("{amount} each", amount=money_text(each)),
                figure=count_text(now.sales),
            ),
            _change(now.sales, then.sales),
        ),
        FigureCardView(
            FigureView(
                _("Members' share"),
                _("members {amount}", amount=money_text(now.member_taken)),
                figure=percent_text(now.member_taken, now.taken),
            ),
            _("{points} pt", points=points) if then.taken > 0 and now.taken > 0 else "",
        ),
        FigureCardView(
            FigureView(
                _("Gross profit"), _("{rate} of what has a cost", rate=rate), fen=now.profit
            ),
            _change(now.profit, then.profit),
        ),
    )


def chart(read: Today, words: LiveWording) -> ChartView:
    """Takings by hour as bars, the whole days they are compared with as a line."""
    _ = words.text
    now, then = read.takings.by_hour, read.compared_hours
    busy = [hour for hour in range(24) if now[hour] or then[hour]]
    first, last = min([_EARLIEST, *busy]), max([_LATEST, *busy])
    shown = range(first, last + 1)
    name = long_day(read.span.first, words) if read.span.days == 1 else _range(read.span, words)
    before = _before_days(read.before, words)
    return ChartView(
        labels=tuple(str(hour) for hour in shown),
        bars=(Series(name, tuple(now[hour] for hour in shown)),),
        line=Series(before, tuple(then[hour] for hour in shown)),
        unit=100,
    )


def shares(read: Today, words: LiveWording) -> list[Share]:
    """Tenders in order of size; rewards last, in green."""
    _ = words.text
    names = {
        "wechat": _("WeChat Pay"),
        "alipay": _("Alipay"),
        "cash": _("Cash"),
        "card": _("Bank card"),
    }
    ordered = sorted(names, key=lambda kind: -read.tenders.get(kind, 0))
    rewards = sum(read.tenders.get(kind, 0) for kind in _REWARDS)
    money = [Share(names[kind], read.tenders.get(kind, 0)) for kind in ordered]
    return [*money, Share(_("Paid with rewards"), rewards, is_reward=True)]


def owed(read: Today, words: LiveWording) -> tuple[Fen, list[Fact]]:
    """What is owed to members and lies in pools, and how the day changed it."""
    sums: dict[str, list[int]] = {}
    for each in shown_accounts(read.rewards):
        # Pools and funds of several programs are one line each here.
        name = group_name(each.group.partition("@")[0], words.wording)
        pair = sums.setdefault(name, [0, 0])
        pair[0] += each.closing
        pair[1] += each.closing - each.opening
    facts = [
        Fact(name, money_text(Fen(closing)), signed_money_text(Fen(change)))
        for name, (closing, change) in sorted(sums.items(), key=lambda pair: -pair[1][0])
    ]
    return Fen(sum(closing for closing, _change in sums.values())), facts


def alerts(read: Today, words: LiveWording) -> list[Alert]:
    """What waits for a person, worst first; none without an action."""
    _, _n = words.text, words.plural
    found: list[Alert] = []
    status = read.status
    if read.rewards.difference:
        told = _(
            "Not equal to the books: {difference}", difference=money_text(read.rewards.difference)
        )
        found.append(Alert(AlertView(told, _("look at the report"), _("Look"), True), "reports"))
    if status.waiting_papers:
        what = _n(
            "{count} receipt did not print", "{count} receipts did not print",
            count=status.waiting_papers,
        )  # fmt: skip
        view = AlertView(what, _("the sales are booked"), _("Print"), is_wrong=True)
        found.append(Alert(view, "print"))
    for shift in read.short_shifts:
        word = _("short") if shift.variance < 0 else _("over")
        amount = money_text(Fen(abs(shift.variance)))
        what = _(
            "Shift {number}: drawer {word} {amount}", number=shift.shift, word=word, amount=amount
        )
        found.append(Alert(AlertView(what, shift.cashier, _("Look")), "sales"))
    for product in read.short_products:
        what = _("{name}: stock {stock}", name=product.name, stock=quantity_text(product.stock))
        view = AlertView(what, _("more was sold than came in"), _("Count"))
        found.append(Alert(view, "products", product.name))
    if status.backup_at is None:
        view = AlertView(_("There is no backup yet"), _("closing a shift makes one"), _("Back up"))
        found.append(Alert(view, "settings"))
    return found


def _before_days(before: Span, words: LiveWording) -> str:
    _ = words.text
    if before.days == 1:
        return _("last {weekday}", weekday=weekday(before.first, words))
    return _range(before, words)


def _range(span: Span, words: LiveWording) -> str:
    return f"{short_day(span.first, words)}–{short_day(span.last, words)}"


def _change(now: int, then: int) -> str:
    """How much more or less, in percent with one decimal; nothing against nothing."""
    if then <= 0:
        return ""
    tenths = ((now - then) * 2000 + then) // (then * 2)
    return f"{_tenths(tenths)}%"


def _tenths(tenths: int) -> str:
    sign = "+" if tenths > 0 else MINUS if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10}"


def _share(part: int, whole: int) -> int:
    return (part * 2 * _WHOLE + whole) // (whole * 2) if whole > 0 else 0
