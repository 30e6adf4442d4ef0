"""The day's rewards in a card: put in and given, and how the queue moved."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pos_app.domain.figures import count_text
from pos_app.reports.reward_day import RewardDay
from ui.theme_tokens import TYPE
from ui.widgets.canvas import Canvas
from ui.widgets.member_head import FigureView, draw_figure
from ui.widgets.painted import Painted
from ui.wording import LiveWording


class RewardsToday(Painted):
    """Two sums over four counts."""

    def __init__(self, words: LiveWording, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._day: RewardDay | None = None

    def show_day(self, day: RewardDay) -> None:
        """Show a day."""
        self._day = day
        told = self._sums(day) + self._counts(day)
        self.setAccessibleName("; ".join(f"{each.label} {each.note}" for each in told))
        self.update()

    @override
    def draw(self, canvas: Canvas) -> None:
        if self._day is None:
            return
        palette = canvas.palette
        half = canvas.width / 2
        for number, view in enumerate(self._sums(self._day)):
            left = number * half
            canvas.text((left, 0, half, 22), view.label, size=TYPE.small, colour=palette.ink2)
            draw_figure(canvas, (left, 52), view, size=TYPE.report_figure, room=half - 8)
            canvas.text((left, 62, half, 20), view.note, size=TYPE.micro, colour=palette.ink2)
        canvas.hairline((0, 94), canvas.width)
        quarter = canvas.width / 4
        for number, view in enumerate(self._counts(self._day)):
            left = number * quarter
            label = (left, 104, quarter - 4, 22)
            canvas.text(label, view.label, size=TYPE.small, colour=palette.ink2)
            draw_figure(canvas, (left, 154), view, size=TYPE.small_figure, room=quarter - 6)

    def _sums(self, day: RewardDay) -> tuple[FigureView, ...]:
        _, _n = self._words.text, self._words.plural
        members = _n("{count} member", "{count} members", count=day.receivers)
        return (
            FigureView(_("Put in"), "", fen=day.total.put_in),
            FigureView(_("Given"), members, fen=day.total.given, colour="jade"),
        )

    def _counts(self, day: RewardDay) -> tuple[FigureView, ...]:
        _, _c = self._words.text, self._words.text_in
        rows = day.rows
        return (
            FigureView(_c("tickets", "Joined"), figure=count_text(rows.joined)),
            FigureView(_("Full"), figure=count_text(rows.completed)),
            FigureView(_c("tickets", "Left"), figure=count_text(rows.left)),
            FigureView(_("Queue"), figure=count_text(rows.queued)),
        )
