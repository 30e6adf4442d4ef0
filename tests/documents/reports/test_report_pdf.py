"""Reports on A4: whole, in one face, with heads and page numbers on every page."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.documents.reports.report_pdf import draw_report_pdf
from pos_app.documents.reports.report_sheet import Sheets
from pos_app.documents.reports.report_tables import put_tables
from pos_app.reports.table import Bars, Column, Figure, Kind, Report, ReportTable
from tests.documents.pdf_pages import fonts_of, pictures_of, text_of
from tests.documents.sample_report import ACCOUNTS, DAY, HOSTILE, LONG
from tests.documents.words import in_chinese, in_english


def words(pdf: bytes) -> list[str]:
    """Return what stands on all pages, word by word."""
    return text_of(pdf).split()


def test_a_days_report_is_one_page_with_every_figure(tmp_path: Path) -> None:
    """An owner reads the day on one sheet and adds it up with a pencil."""
    pdf = draw_report_pdf(DAY, in_chinese)
    text = text_of(pdf)
    told = [
        word
        for word in ("奖励日结", "与账本一致，差 0.00", "2,094.42", "1,088", "退出基金 M1")
        if word in text
    ]

    assert len(told) == 5
    assert words(pdf).count("10,788.45") == 1
    assert len(pictures_of(pdf, tmp_path)) == 1
    assert fonts_of(pdf, tmp_path) == []


def test_a_long_table_has_its_heads_and_a_number_on_every_page() -> None:
    """The fifth page of a list, found on a desk, must say what it is."""
    pages = text_of(draw_report_pdf(LONG, in_english)).split("\f")[:-1]
    heads = [page.count("单号") for page in pages]
    feet = [re.findall(r"Page (\d+) of (\d+)", page) for page in pages]

    assert heads == [1] * len(pages)
    assert feet == [[(str(n), str(len(pages)))] for n in range(1, len(pages) + 1)]


def test_a_long_table_loses_no_row() -> None:
    """A row between two pages is a sale nobody sees."""
    found = re.findall(r"^ *(\d{6})\b", text_of(draw_report_pdf(LONG, in_english)), re.MULTILINE)

    assert found == [f"{number:06}" for number in range(1, 301)]


@pytest.mark.parametrize("report", [DAY, LONG], ids=["day", "long"])
def test_the_longest_names_stay_on_the_paper(report: Report, tmp_path: Path) -> None:
    """A shop may be called by sixty signs; they must not run over the page's number."""
    name = "好邻居超市集团有限责任公司国际购物中心旗舰体验店" * 3
    pdf = draw_report_pdf(replace(report, shop=name, subtitle=name), in_english)
    pages = pictures_of(pdf, tmp_path)
    edge = round(pages[0].width * 12 / 210)
    beside = [page.crop((page.width - edge, 0, page.width, page.height)) for page in pages]

    assert {page.convert("L").getextrema() for page in beside} == {(255, 255)}
    assert text_of(pdf).count(f" of {len(pages)}\n") == len(pages)


@pytest.mark.parametrize("report", [DAY, LONG, HOSTILE], ids=["day", "long", "hostile"])
def test_the_same_report_is_the_same_file(report: Report) -> None:
    """A report printed again proves itself by being equal."""
    assert draw_report_pdf(report, in_english) == draw_report_pdf(report, in_english)


def test_hostile_names_are_only_names() -> None:
    """What would break another program stands on the paper as it is called."""
    told = words(draw_report_pdf(HOSTILE, in_english))

    assert [told.count(word) for word in ("=cmd|'", "https://example.invalid", "−5.50")] == [
        1,
        1,
        2,
    ]


def test_what_is_said_of_a_long_title_stands_below_it() -> None:
    """In English the month ran into the sentence about the books."""
    title, note = "Month-end statement of rewards of all stores", "Equal to the books, 0.00."
    pdf = draw_report_pdf(replace(DAY, title=title, note=note), in_english)
    head = text_of(pdf).split("\n")

    title_line = next(line for line in head if title in line)
    assert note not in title_line
    assert any(note in line for line in head)


def test_heads_over_nothing_are_left_out() -> None:
    """An empty table looks like one that was cut off."""
    empty = ReportTable(title="Nobody", columns=(Column("Member"),), rows=())
    bars = Bars(title="Hours", labels=("7", "8"), series=(("s", (0, 0)),))
    told = text_of(draw_report_pdf(replace(DAY, tables=(empty,), chart=bars), in_english))

    assert ("Nobody" in told, "Hours" in told) == (False, False)


def test_a_report_of_nothing_is_an_empty_sheet(tmp_path: Path) -> None:
    """A day without sales has a report too."""
    report = Report(title="x", subtitle="", figures=(), tables=())

    assert len(pictures_of(draw_report_pdf(report, in_english), tmp_path)) == 1


@pytest.mark.parametrize(
    "amounts",
    [(0, 0), (1, 2), (-500, 500), (10**12, 0), ()],
    ids=["nothing", "fen", "below zero", "giant", "no bars"],
)
def test_any_amounts_can_be_charted(tmp_path: Path, amounts: tuple[int, ...]) -> None:
    """A chart of a quiet day must not divide by nothing."""
    bars = Bars(title="x", labels=tuple("ab"[: len(amounts)]), series=(("s", amounts),))
    pdf = draw_report_pdf(replace(DAY, chart=bars if amounts else None), in_english)

    assert len(pictures_of(pdf, tmp_path)) == 1


def test_figures_are_drawn_smaller_before_they_are_broken() -> None:
    """A table of many large figures is read with a glass, not guessed."""
    many = ReportTable(
        title="x",
        columns=tuple(Column(f"c{n}", Kind.MONEY) for n in range(12)),
        rows=((10**9,) * 12,),
    )
    pdf = draw_report_pdf(replace(DAY, tables=(many,), chart=None), in_english)

    assert words(pdf).count("10,000,000.00") == 12


def test_five_giant_figures_fit_their_cards(tmp_path: Path) -> None:
    """A year's turnover is drawn smaller, never over the card beside it."""
    figures = tuple(Figure("总额", 10**12, Kind.MONEY) for _ in range(5))
    pdf = draw_report_pdf(replace(DAY, figures=figures), in_english)

    assert words(pdf).count("10,000,000,000.00") == 5


def test_six_figures_stand_in_two_even_rows() -> None:
    """Five and then one across the whole sheet says that the last one matters most."""
    figures = tuple(Figure(f"f{number}", number, Kind.COUNT) for number in range(1, 7))
    text = text_of(draw_report_pdf(replace(DAY, figures=figures), in_english))
    rows = [line.split() for line in text.splitlines() if re.match(r"\s*f\d", line)]

    assert rows == [["f1", "f2", "f3"], ["f4", "f5", "f6"]]


def test_two_narrow_tables_longer_than_a_page_follow_each_other() -> None:
    """Side by side they would run off the sheet."""
    rows = tuple((f"r{number:03}", number) for number in range(120))
    tables = tuple(
        ReportTable(title=name, columns=(Column("x"), Column("n", Kind.COUNT)), rows=rows)
        for name in ("first", "second")
    )
    told = words(draw_report_pdf(replace(DAY, tables=tables, chart=None), in_english))
    found = [word for word in told if re.fullmatch("r[0-9]{3}|first|second", word)]
    names = [name for name, _ in rows]

    assert found == ["first", *names, "second", *names]


def test_a_sum_line_is_never_alone_under_no_heads() -> None:
    """A sum on a page of its own still says of which columns it is."""
    rows = tuple((f"r{number}", number) for number in range(1, 200))
    seen = set()
    for count in range(35, 60):
        table = ReportTable(
            title="t",
            columns=(Column("HEAD"), Column("n", Kind.COUNT)),
            rows=rows[:count],
            total=("TOTAL", count),
        )
        report = Report(title="x", subtitle="", figures=(), tables=(table,))
        pages = text_of(draw_report_pdf(report, in_english)).split("\f")[:-1]
        seen.add(tuple((page.count("HEAD"), page.count("TOTAL")) for page in pages))

    assert seen == {((1, 1),), ((1, 0), (1, 1))}


def test_a_low_table_is_not_parted() -> None:
    """Five rows belong on one page, with their sum below them."""
    sheets = Sheets()
    for _ in range(7):
        put_tables(sheets, (ACCOUNTS,))
    pages = len(sheets.pages)
    sheets_of_two = Sheets()
    sheets_of_two.y = 700
    put_tables(sheets_of_two, (ACCOUNTS,))

    assert pages == 2
    assert sheets_of_two.pages[0] == []
