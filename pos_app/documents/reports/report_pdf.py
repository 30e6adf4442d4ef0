"""A report as a PDF on A4: figures, chart, tables, and n of m at every foot."""

from io import BytesIO
from typing import TYPE_CHECKING

from pos_app.documents.blank_pdf import blank_pdf
from pos_app.documents.line_breaks import plain_text
from pos_app.documents.receipts.receipt import Say
from pos_app.documents.reports.report_chart import put_chart
from pos_app.documents.reports.report_sheet import (
    EDGE,
    FIGURE,
    FOOT,
    LINE,
    MARGIN,
    SHEET_HEIGHT,
    SHEET_WIDTH,
    SMALL,
    SUBTITLE,
    TITLE,
    WIDTH,
    Sheets,
    Style,
)
from pos_app.documents.reports.report_tables import put_tables
from pos_app.documents.typeface import register_face
from pos_app.domain.figures import YUAN
from pos_app.reports.cell_text import figure_text
from pos_app.reports.table import Figure, Kind, Report

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_CARDS_IN_A_ROW = 5
_CARD_GAP = 8.0
_CARD_PAD = 9.0
_AFTER_CARDS = 16.0
_YUAN_PART = 0.6
_HEAD_GAP = 16.0
"""Between the day and what is said of it; nearer, that goes below the title."""


def draw_report_pdf(report: Report, say: Say) -> bytes:
    """Return the PDF; the same report gives the same bytes.

    A thousand rows take a fifth of a second: it is done on the worker.
    """
    sheets = Sheets()
    _put_head(sheets, report)
    _put_figures(sheets, report.figures)
    if report.chart is not None and report.chart.has_bars:
        put_chart(sheets, report.chart)
    # Heads over nothing say nothing; a file for other programs keeps every table.
    put_tables(sheets, tuple(table for table in report.tables if table.rows))
    paper = BytesIO()
    named = plain_text("  ".join(filter(None, (report.shop, report.title, report.subtitle))))
    canvas = blank_pdf(paper, (SHEET_WIDTH, SHEET_HEIGHT), title=named)
    for number, page in enumerate(sheets.pages, start=1):
        for mark in page:
            mark(canvas)
        foot = say("Page {page} of {pages}", page=number, pages=len(sheets.pages))
        _draw_foot(canvas, named, foot)
        canvas.showPage()
    canvas.save()
    return paper.getvalue()


def _put_head(sheets: Sheets, report: Report) -> None:
    if report.shop:
        _put_lines(sheets, plain_text(report.shop))
    title = plain_text(report.title)
    sheets.text(title, TITLE, x=0)
    lower = sheets.y + (TITLE.leading - SUBTITLE.leading) * 0.68
    subtitle, note = plain_text(report.subtitle), plain_text(report.note)
    taken = TITLE.width(title) + 12 + SUBTITLE.width(subtitle)
    if taken <= WIDTH:
        sheets.text(subtitle, SUBTITLE, x=TITLE.width(title) + 12, y=lower)
        subtitle = ""
    if note and taken + _HEAD_GAP + SUBTITLE.width(note) <= WIDTH:
        sheets.text_right(note, SUBTITLE, x=WIDTH, y=lower)
        note = ""
    sheets.y += TITLE.leading + 6
    for told in filter(None, (subtitle, note)):
        _put_lines(sheets, told)
        sheets.y += 6
    sheets.rule(EDGE)
    sheets.y += 14


def _put_lines(sheets: Sheets, text: str) -> None:
    """A text that may be as long as whoever named the shop or the program wished."""
    for line in SUBTITLE.lines(text, WIDTH):
        sheets.text(line, SUBTITLE, x=0)
        sheets.y += SUBTITLE.leading


def _put_figures(sheets: Sheets, figures: tuple[Figure, ...]) -> None:
    # As even as can be: six cards are twice three, never five and one.
    lines_of_cards = -(-len(figures) // _CARDS_IN_A_ROW)
    cards_in_a_row = -(-len(figures) // lines_of_cards) if figures else 1
    for start in range(0, len(figures), cards_in_a_row):
        row = figures[start : start + cards_in_a_row]
        width = (WIDTH - _CARD_GAP * (len(row) - 1)) / len(row)
        notes = [SMALL.lines(plain_text(figure.note), width - 2 * _CARD_PAD) for figure in row]
        lines = max(len(each) for each in notes) if any(each.note for each in row) else 0
        height = 2 * _CARD_PAD + SMALL.leading + FIGURE.leading + lines * SMALL.leading
        sheets.need(height)
        for place, (figure, note) in enumerate(zip(row, notes, strict=True)):
            x = place * (width + _CARD_GAP)
            sheets.box(LINE, x=x, width=width, height=height)
            _put_figure(sheets, figure, note=note, x=x + _CARD_PAD, width=width - 2 * _CARD_PAD)
        sheets.y += height + _CARD_GAP
    if figures:
        sheets.y += _AFTER_CARDS - _CARD_GAP


def _put_figure(sheets: Sheets, figure: Figure, *, note: list[str], x: float, width: float) -> None:
    y = sheets.y + _CARD_PAD
    sheets.text(plain_text(figure.label), SMALL, x=x, y=y)
    y += SMALL.leading
    text = figure_text(figure.value, figure.kind)
    size = FIGURE.size
    sign = YUAN if figure.kind is Kind.MONEY else ""
    while size > SMALL.size and _figure_width(sign, text, size) > width:
        size -= 0.5
    left = x
    if sign:
        # On the figure's baseline, as before every sum on the screen.
        shift = (size - size * _YUAN_PART) * 0.36
        sheets.text(sign, Style(size * _YUAN_PART), x=x, y=y + _middle(size) + shift)
        left += Style(size * _YUAN_PART).width(sign) + size * 0.1
    sheets.text(text, Style(size), x=left, y=y + (FIGURE.leading - Style(size).leading) / 2)
    y += FIGURE.leading
    for line in note:
        sheets.text(line, SMALL, x=x, y=y)
        y += SMALL.leading


def _middle(size: float) -> float:
    return (FIGURE.leading - Style(size * _YUAN_PART).leading) / 2


def _figure_width(sign: str, text: str, size: float) -> float:
    return Style(size * _YUAN_PART).width(sign) + size * 0.1 + Style(size).width(text)


def _draw_foot(canvas: "Canvas", left: str, right: str) -> None:
    y = FOOT
    canvas.setStrokeColorRGB(*LINE)
    canvas.setLineWidth(0.6)
    canvas.line(MARGIN, y + SMALL.leading, MARGIN + WIDTH, y + SMALL.leading)
    canvas.setFillColorRGB(*SMALL.colour)
    canvas.setFont(register_face(), SMALL.size)
    # The number of the page is what a reader needs there; the whole name stands at the head.
    named, *more = SMALL.lines(left, WIDTH - SMALL.width(right) - _HEAD_GAP)
    canvas.drawString(MARGIN, y, f"{named}…" if more else named)
    canvas.drawRightString(MARGIN + WIDTH, y, right)
