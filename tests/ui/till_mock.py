"""A still picture of the till in sample words: proof that the components compose.

The real screens are in `ui/till`; this one has no shop behind it.
"""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.layout_unit import till_places
from ui.theme import theme
from ui.theme_tokens import TYPE
from ui.till.widgets.bill_table import BillTable
from ui.till.widgets.function_key import FunctionKey
from ui.till.widgets.keypad import Keypad, KeypadShape
from ui.till.widgets.message_bar import BarMessage, LastLine, MessageBar
from ui.till.widgets.scan_frame import ScanFrame
from ui.till.widgets.tiles import ProductTile, QuickProduct
from ui.till.widgets.total_card import TotalCard, TotalView
from ui.widgets.bill_model import BillLine
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.canvas import Canvas
from ui.widgets.card import Card, Window
from ui.widgets.gain_box import GainBox, GainLine, GainView
from ui.widgets.key_hint import KeyHint
from ui.widgets.member_head import FigureRow, FigureView, MemberHead, MemberView
from ui.widgets.status_line import StatusLine, StatusMark, Tone
from ui.widgets.ticket_row import TicketRow, TicketView

LINES = (
    BillLine(1, "金龙鱼 纯香 菜籽油 5L 桶", "6948195804758", "1", 6000, 6000),
    BillLine(2, "特仑苏 纯牛奶 (250ml*12) 箱", "6923644266318", "1", 5500, 5500),
    BillLine(3, "海天 味极鲜 酱油 500ml 瓶", "6902265503514", "2", 1000, 2000),
    BillLine(4, "可口可乐 2L 瓶", "6954767413877", "2", 800, 1200, "第 2 件半价", -400),
    BillLine(5, "洽洽 香瓜子 200g 袋", "6924187832657", "3", 800, 2250, "会员价 7.50", -150),
    BillLine(6, "立白 洗洁精 1kg 桶", "6920174754483", "1", 1200, 1200),
    BillLine(7, "农夫山泉 1.5L 瓶", "6921168520015", "6", 400, 2400),
)
LAST = LastLine("农夫山泉 1.5L 瓶", "6", 400, 2400, "库存 38")
KEYS = (
    ("数量", "*"),
    ("删行", "Del"),
    ("挂单", "F4"),
    ("取单", "F5"),
    ("折扣", "F6"),
    ("改价", "F7"),
    ("退货", "F8"),
    ("按键表", "F1"),
)
QUICK = (
    QuickProduct("1", "农夫山泉", "550ml", 200),
    QuickProduct("2", "可口可乐", "500ml", 300),
    QuickProduct("3", "红牛", "250ml", 600),
    QuickProduct("4", "东鹏特饮", "500ml", 500),
    QuickProduct("5", "营养快线", "500g", 500),
    QuickProduct("6", "健力宝", "330ml", 300),
    QuickProduct("7", "尖叫", "550ml", 500),
    QuickProduct("8", "脉动", "600ml", 500),
    QuickProduct("9", "一根葱", "30g", 100),
    QuickProduct("10", "小郎酒", "100ml", 2000),
)
GAIN = GainView(
    "付款后，本单增加",
    (
        GainLine("积分", "+205", "立即到账"),
        GainLine("新排队", "100.00 + 105.50", "11-28 起计入"),
    ),
    "每销售 100 元，本店拿出 20 元进入排队；平均每 100 单最多 20 单可全额返还。"
    "时间和金额不作保证。",
)


class TicketHead(Card):
    """How many tickets, and what the two figures of a row are."""

    def draw(self, canvas: Canvas) -> None:
        """One line, without a card of its own."""
        ink, grey = canvas.palette.ink, canvas.palette.ink2
        canvas.words((20, 26), "排队 2 张", size=TYPE.body, colour=ink)
        right = canvas.width - 20
        wide = canvas.words((-1000, 25), "已返还 / 目标", size=TYPE.micro, colour=grey)
        canvas.words((right - wide, 25), "已返还 / 目标", size=TYPE.micro, colour=grey)


def member_card() -> Card:
    """The member with two tickets and what this sale adds."""
    card = Card()
    head, figures, gain = MemberHead(), FigureRow(), GainBox()
    head.show_member(MemberView("林晓梅", "138****6021", "银卡", KeyHint("F9", "换会员")))
    figures.show_figures(
        (
            FigureView("积分", "可抵 12.86", figure="1,286"),
            FigureView("奖励余额", "随时可用", fen=4620),
            FigureView("抵用券", "1 张 12-31 到期", fen=1000),
        )
    )
    gain.show_gain(GAIN)
    card.place(head, (0, 0, 424, 71))
    card.place(figures, (0, 70, 424, 83))
    card.place(TicketHead(), (0, 152, 424, 32))
    card.place(TicketRow(TicketView(7340, 10000, "第", "3", "位")), (0, 184, 424, 48))
    card.place(TicketRow(TicketView(1285, 12600, "第", "41", "位")), (0, 232, 424, 48))
    card.place(gain, (8, 290, 408, 158))
    return card


def till_mock(size: QSize, *, message: BarMessage = LAST) -> Window:
    """The whole till at a window size, with a bill of seven lines and a member."""
    window = Window()
    window.resize(size)
    places = till_places(size, text_scale=theme().text_scale)

    def put(widget: QWidget, place: QRect) -> None:
        widget.setParent(window)
        widget.setGeometry(place)

    scan = ScanFrame("扫码")
    scan.set_words("扫码，或输入条码、拼音首字母、数量 *", hint=KeyHint("F2", "查找商品"))
    put(scan, places.scan)
    bar = MessageBar()
    bar.show_message(message)
    put(bar, places.bar)
    table = BillTable()
    table.set_words(("#", "商品", "数量", "单价", "金额"), name="账单")
    put(table, places.table)
    table.show_lines(LINES, current=len(LINES) - 1)
    row = places.function_row
    gap = theme().px(8)
    each = (row.width() - gap * (len(KEYS) - 1)) / len(KEYS)
    for number, (text, key) in enumerate(KEYS):
        left = row.x() + round(number * (each + gap))
        put(FunctionKey(text, key=key), QRect(left, row.y(), round(each), row.height()))
    put(member_card(), places.member)
    total = TotalCard()
    total.show_total(TotalView("应收", 20550, "7 种 16 件", "小计", 21100, "优惠", -550))
    put(total, places.total)
    put(Button("收款", kind=ButtonKind.PRIMARY, key="Enter", size=TYPE.title), places.pay)
    put(_status(), places.status)
    if places.quick is not None and places.keypad is not None:
        put(_quick_products(), places.quick)
        keypad = Keypad(KeypadShape.TILL)
        keypad.set_words(extra="数量")
        put(keypad, places.keypad)
    window.show()
    scan.edit.setFocus()
    return window


def _quick_products() -> Card:
    card = Card("常用商品", right="1 / 3")
    for number, product in enumerate(QUICK):
        x, y = number % 2 * 116 + 16, number // 2 * 80 + 44
        card.place(ProductTile(product), (x, y, 108, 72))
    return card


def _status() -> StatusLine:
    status = StatusLine()
    status.set_marks(
        (
            StatusMark("王芳 · 收银员", "person"),
            StatusMark("1 号机 · 早班 214"),
            StatusMark("挂单 2", "hold", Tone.CALLING, "held"),
        ),
        (
            StatusMark("每行已存盘", "check"),
            StatusMark("小票机正常", "printer"),
            StatusMark("备份 12 分钟前", "database"),
            StatusMark("11-21 周六 14:32", "clock", Tone.CLOCK),
        ),
    )
    return status
