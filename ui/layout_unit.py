"""Where the parts of the till stand, at every size of window, and the unit it has."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from ui.stretch import LARGE_TEXT

LARGE = QSize(1920, 1080)
LARGE_UNIT = 1.25

_MARGIN = 16
_GAP = 8
_RIGHT_COLUMN = 424
_QUICK_COLUMN = 256
_WIDE = 1536
"""From this width, at unit 1, quick products and the keypad have their own column."""

_SCAN = 56
_BAR = 88
_FUNCTION_ROW = 56
_MEMBER = 456
_PAY = 80
_STATUS = 32
_LOWEST_TOTAL = 176
"""With larger text the total gives up so much of its room to the member, and no more."""
_MOST_GROWTH = 1.5
"""Above it only the bill's rows grow: the window has no room for more."""
_MOST_GROWTH_PAY = 1.2
_KEY_IN_TWO_ROWS = 40
"""Height of a function key when the row is two: its label stands beside its key."""


def unit_for(size: QSize) -> float:
    """The unit of a window: 1.25 when it is at least 1920 x 1080, else 1."""
    large = size.width() >= LARGE.width() and size.height() >= LARGE.height()
    return LARGE_UNIT if large else 1.0


@dataclass(frozen=True, slots=True)
class TillPlaces:
    """The place of each part in pixels; `quick` and `keypad` only on a wide window."""

    scan: QRect
    bar: QRect
    table: QRect
    function_row: QRect
    member: QRect
    total: QRect
    pay: QRect
    status: QRect
    quick: QRect | None
    keypad: QRect | None
    is_folded: bool = False
    """Text is so large that the function row takes two rows."""

    @property
    def change(self) -> QRect:
        """The change card after payment: it covers bar and table."""
        return self.bar.united(self.table)

    @property
    def table_panel(self) -> QRect:
        """Where a panel stands instead of the table: over the keys too, if text is large.

        Keys of the bill do not work while it is open.
        """
        return self.table.united(self.function_row) if self.is_folded else self.table

    @property
    def right_column(self) -> QRect:
        """Where a panel stands instead of member, total and Pay."""
        return self.member.united(self.total).united(self.pay)


def till_places(size: QSize, *, text_scale: float = 1.0) -> TillPlaces:
    """The till's layout (look.md 3) for a window of this size.

    Extra width goes to the bill, extra height to the table and the total; nothing ever
    moves while a bill is rung up. Larger text makes what holds one or two lines higher,
    at the cost of the table and, in the right column, of the member.
    """
    unit = unit_for(size)
    width, height = size.width() / unit, size.height() / unit
    is_wide = width >= _WIDE
    column = width - _MARGIN - _RIGHT_COLUMN - ((_MARGIN + _QUICK_COLUMN) if is_wide else 0)
    quick_left = width - _MARGIN - _QUICK_COLUMN
    bill = column - 2 * _MARGIN
    grown = min(text_scale, _MOST_GROWTH)
    scan, bar = _SCAN * grown, _BAR * grown
    keys = _FUNCTION_ROW * grown
    if text_scale > LARGE_TEXT:
        keys = 2 * _KEY_IN_TWO_ROWS * grown + _GAP
    foot = height - _STATUS * grown
    table_top = _MARGIN + scan + _GAP + bar + _GAP
    keys_top = foot - _GAP - keys
    pay_top = foot - _GAP - _PAY * min(text_scale, _MOST_GROWTH_PAY)
    lowest_total = _LOWEST_TOTAL if text_scale > 1 else 0
    member = min(_MEMBER * text_scale, pay_top - 2 * _GAP - lowest_total - _MARGIN)
    total_top = _MARGIN + member + _GAP
    total = pay_top - _GAP - total_top

    def place(x: float, y: float, *, w: float, h: float) -> QRect:
        left, top = round(x * unit), round(y * unit)
        return QRect(left, top, round((x + w) * unit) - left, round((y + h) * unit) - top)

    return TillPlaces(
        scan=place(_MARGIN, _MARGIN, w=bill, h=scan),
        bar=place(_MARGIN, _MARGIN + scan + _GAP, w=bill, h=bar),
        table=place(_MARGIN, table_top, w=bill, h=keys_top - _GAP - table_top),
        function_row=place(_MARGIN, keys_top, w=bill, h=keys),
        member=place(column, _MARGIN, w=_RIGHT_COLUMN, h=member),
        total=place(column, total_top, w=_RIGHT_COLUMN, h=total),
        pay=place(column, pay_top, w=width - _MARGIN - column, h=foot - _GAP - pay_top),
        status=place(0, foot, w=width, h=height - foot),
        quick=place(quick_left, _MARGIN, w=_QUICK_COLUMN, h=member) if is_wide else None,
        keypad=place(quick_left, total_top, w=_QUICK_COLUMN, h=total) if is_wide else None,
        is_folded=text_scale > LARGE_TEXT,
    )
