"""Every component in sample words on one page, for tests and for people.

The upper half follows the picture of the states, the lower one that of the office.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.office.widgets.alert_row import AlertRow, AlertView
from ui.office.widgets.chart import BarChart, ChartView, Series
from ui.office.widgets.figure_card import FigureCard, FigureCardView
from ui.office.widgets.navigation import NavButton, SegmentBar
from ui.office.widgets.office_model import Column, OfficeRow
from ui.office.widgets.office_table import OfficeTable
from ui.office.widgets.share_bar import Share, ShareBar
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.till.widgets.keypad import Keypad, KeypadShape
from ui.till.widgets.message_bar import (
    Attention,
    BarMessage,
    Idle,
    LastLine,
    MessageBar,
    Refused,
    Waiting,
)
from ui.till.widgets.money_field import MoneyField
from ui.till.widgets.pin_dots import PinDots
from ui.till.widgets.tiles import StaffTile, TenderTile
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.canvas import Box
from ui.widgets.card import Card, Panel, Window
from ui.widgets.chip import Chip
from ui.widgets.fact_list import Fact, FactList
from ui.widgets.field import Field
from ui.widgets.key_hint import KeyHint
from ui.widgets.member_head import FigureView
from ui.widgets.money_label import MoneyLabel
from ui.widgets.progress_bar import CountBar
from ui.widgets.text_label import TextLabel
from ui.widgets.ticket_row import TicketRow, TicketState, TicketView

WIDTH, HEIGHT = 1280, 1760
MESSAGES: tuple[BarMessage, ...] = (
    LastLine("农夫山泉 1.5L 瓶", "6", 400, 2400, "库存 38"),
    Refused(
        "没有这个商品",
        "6901234567892",
        "账单没有改变",
        (KeyHint("F2", "按名称查找"), KeyHint("Insert", "新增为商品"), KeyHint("Esc", "忽略")),
    ),
    Attention(
        "折扣 30% 超过权限 10%",
        "请店长输入 PIN，只批准这一次",
        (KeyHint("Esc", "不打折"),),
        icon="lock",
    ),
    Attention(
        "支付结果未知，正在查询",
        "不要再次收款，查询第 3 次，已 22 秒",
        (KeyHint("Esc", "先挂起"),),
        icon="clock",
        amount_fen=19264,
    ),
    Attention("小票没有打出：缺纸", "销售已入账", (KeyHint("P", "补打"),), icon="printer"),
    Waiting("正在入账", "这时扫的码已排队，不会丢"),
    Idle("可以扫码"),
)
HOURS = tuple(str(hour) for hour in range(7, 22))
TAKINGS = (418, 1180, 1500, 1236, 1016, 1324, 1566, 984, 836, 908, 1212, 1990, 2237, 1410, 842)
BEFORE = (380, 1060, 1330, 1200, 1090, 1240, 1410, 1010, 810, 890, 1200, 1760, 1990, 1290, 620)
FUNDED = (42, 120, 158, 128, 104, 140, 168, 98, 84, 92, 128, 226, 262, 196, 152)
PAID = (38, 110, 142, 120, 97, 125, 152, 91, 76, 86, 116, 200, 234, 171, 114)


def gallery() -> Window:
    """The whole page, at the unit of the theme."""
    page = Window()
    page.resize(theme().px(WIDTH), theme().row(HEIGHT))
    for number, message in enumerate(MESSAGES):
        bar = MessageBar()
        bar.show_message(message)
        page.place(bar, (16, 16 + number * 96, 760, 88))
    _put_buttons(page)
    _put_fields(page)
    _put_payment(page)
    _put_office(page)
    _put_report(page)
    page.show()
    for field in page.findChildren(MoneyField, "asked"):
        field.setFocus()
    return page


def _put_buttons(page: Window) -> None:
    card = Card("按钮", right="高 48 到 120")
    pay = Button("收款", kind=ButtonKind.PRIMARY, key="Enter", size=TYPE.title)
    chosen, off = Button("查看"), Button("不可用", key="F3")
    chosen.setCheckable(True)
    chosen.setChecked(True)
    off.setEnabled(False)
    danger = Button("作废本单", kind=ButtonKind.DANGER)
    training = Button("收款", kind=ButtonKind.TRAINING, key="Enter", size=24)
    ready = Button("扫码即开始下一单", kind=ButtonKind.READY, icon="scan", size=20)
    boxes: tuple[tuple[QWidget, Box], ...] = (
        (pay, (20, 48, 204, 64)),
        (Button("挂单", key="F4", size=TYPE.section), (240, 48, 204, 64)),
        (chosen, (20, 124, 132, 48)),
        (danger, (166, 124, 132, 48)),
        (off, (312, 124, 132, 48)),
        (training, (20, 184, 132, 56)),
        (ready, (166, 184, 278, 56)),
    )
    _put_all(card, boxes)
    page.place(card, (800, 16, 464, 260))


def _put_fields(page: Window) -> None:
    card = Card("输入框，排队进度")
    plain, asked = MoneyField("金额", height=52, size=22), MoneyField("金额", height=52, size=22)
    refused = MoneyField("金额", height=52, size=22, has_sentence=True)
    plain.set_fen(10000)
    asked.set_fen(20050)
    asked.setObjectName("asked")
    refused.set_fen(9999900)
    refused.refuse("超过上限 5,000")
    name = Field("姓名")
    name.set_text("林晓梅")
    boxes: list[tuple[QWidget, Box]] = [
        (plain, (20, 48, 132, 52)),
        (asked, (166, 48, 132, 52)),
        (refused, (312, 48, 132, 80)),
        (name, (20, 108, 278, 52)),
    ]
    tickets = (
        TicketView(0, 10000, "11-28 起排队", state=TicketState.WAITING),
        TicketView(1285, 12600, "第", "41", "位"),
        TicketView(10000, 10000, "收满", state=TicketState.FULL),
        TicketView(6000, 10000, "已退出，换券 24.00", state=TicketState.LEFT),
    )
    boxes += [(TicketRow(t), (0, 168 + 48 * n, 464, 48)) for n, t in enumerate(tickets)]
    _put_all(card, boxes)
    page.place(card, (800, 292, 464, 430))


def _put_payment(page: Window) -> None:
    panel = Panel()
    panel.set_head("收款", hint=KeyHint("Esc", "返回账单"))
    cash = TenderTile("现金", icon="cash", key="F2")
    cash.setChecked(True)
    points = TenderTile("积分", icon="points", key="F6", reward=True)
    points.set_note("已用 1,286")
    wallet = TenderTile("奖励余额", icon="wallet", key="F7", reward=True)
    wallet.set_note("可用 46.20")
    wallet.setEnabled(False)
    given = MoneyField("收到现金")
    given.set_fen(20000)
    keypad = Keypad(KeypadShape.MONEY)
    keypad.set_words(clear="清除", back="退格", enter="完成收款")
    boxes: tuple[tuple[QWidget, Box], ...] = (
        (TextLabel("应收", size=TYPE.row, colour="ink2"), (20, 68, 100, 24)),
        (MoneyLabel(20550, size=40), (20, 92, 200, 56)),
        (cash, (20, 160, 196, 68)),
        (points, (20, 238, 196, 68)),
        (wallet, (20, 316, 196, 68)),
        (given, (236, 160, 220, 72)),
        (Button("恰好 192.64"), (236, 244, 106, 52)),
        (Button("200", size=TYPE.section), (350, 244, 106, 52)),
        (keypad, (476, 76, 264, 480)),
    )
    _put_all(panel, boxes)
    staff, owner = StaffTile("王芳", role="收银员", key="F2"), StaffTile("周海", role="店主")
    staff.setChecked(True)
    dots = PinDots("PIN")
    dots.set_typed(3)
    boxes = (
        (staff, (20, 400, 176, 76)),
        (owner, (204, 400, 176, 76)),
        (dots, (204, 504, 240, 20)),
    )
    _put_all(panel, boxes)
    page.place(panel, (16, 740, 760, 576))


def _put_office(page: Window) -> None:
    figures = (
        FigureCardView(FigureView("营业额", "上周六 17,198.00", fen=1864250), "+8.4%"),
        FigureCardView(FigureView("已返还", "64 位会员", fen=187190, colour="jade"), "+5.9%"),
    )
    for number, view in enumerate(figures):
        figure = FigureCard()
        figure.show_figure(view)
        page.place(figure, (800 + number * 240, 740, 224, 112))
    chart = BarChart()
    chart.show_chart(
        ChartView(HOURS, (Series("今日", TAKINGS),), Series("上周六", BEFORE)),
    )
    card = Card("每小时营业额")
    card.place(chart, (20, 12, 424, 210))
    page.place(card, (800, 868, 464, 232))
    shares = ShareBar()
    shares.show_shares(
        (
            Share("微信支付", 910430),
            Share("支付宝", 428600),
            Share("现金", 361220),
            Share("银行卡", 125540),
            Share("积分、余额、券", 38460, is_reward=True),
        )
    )
    card = Card("收款方式", right="214 单")
    card.place(shares, (20, 48, 424, 190))
    page.place(card, (800, 1116, 464, 240))
    alerts = Card("待处理", right="2")
    alerts.place(
        AlertRow(AlertView("早班钱箱少 3.00", "王芳 · 在允许的 5.00 以内", "查看")),
        (20, 44, 424, 62),
    )
    alerts.place(
        AlertRow(AlertView("小票机有 2 张未打出", "20:12 缺纸，销售已入账", "补打", True)),
        (20, 106, 424, 62),
    )
    page.place(alerts, (800, 1372, 464, 176))
    facts = FactList()
    facts.show_facts(
        (Fact("奖励余额", "5,418.60", "+1,631.90"), Fact("积分", "3,252.90", "+37.82"))
    )
    card = Card("应付会员奖励", right="单位：元")
    card.place(facts, (20, 44, 424, 60))
    most = CountBar()
    most.set_count("不足 50 元", "64", count=64, largest=64)
    card.place(most, (20, 112, 424, 44))
    page.place(card, (800, 1564, 464, 176))


def _put_report(page: Window) -> None:
    table = OfficeTable("各账户今日变化")
    columns = (
        Column("账户"),
        Column("期初", 110, is_figure=True),
        Column("拨入", 110, is_figure=True),
        Column("付出", 110, is_figure=True),
        Column("期末", 130, is_figure=True),
    )
    rows = (
        OfficeRow(("排队池 M1", "12.35", "1,873.40", "−1,871.90", "13.85")),
        OfficeRow(("退出基金 M1", "1,204.50", "98.60", "−60.00", "1,243.10")),
        OfficeRow(
            ("奖励余额", "3,786.70", "1,871.90", "−240.00", "5,418.60"),
            ("", "", "", "", "jade"),
        ),
    )
    total = OfficeRow(("合计", "5,003.55", "3,843.90", "−2,171.90", "6,675.55"))
    table.show_table(columns, rows, sum_row=total)
    card = Card("各账户今日变化", right="单位：元")
    card.place(table, (20, 40, 720, 190))
    page.place(card, (16, 1332, 760, 240))
    chart = BarChart()
    chart.show_chart(ChartView(HOURS, (Series("拨入", FUNDED), Series("返还", PAID))))
    card = Card("拨入与返还，按小时")
    card.place(chart, (20, 12, 400, 130))
    page.place(card, (16, 1588, 440, 152))
    periods = SegmentBar(("今日", "昨日", "本周", "本月"))
    page.place(periods, (472, 1588, 304, 40))
    chosen = NavButton("报表", icon="chart")
    chosen.setChecked(True)
    page.place(chosen, (472, 1640, 148, 48))
    page.place(NavButton("会员", icon="people"), (628, 1640, 148, 48))
    page.place(Chip("与账本一致，差 0.00", icon="check"), (472, 1704, 164, 26))
    page.place(Button("PDF", icon="file", size=TYPE.body), (648, 1698, 128, 40))


def _put_all(card: Card | Panel, boxes: Sequence[tuple[QWidget, Box]]) -> None:
    for widget, box in boxes:
        card.place(widget, box)
