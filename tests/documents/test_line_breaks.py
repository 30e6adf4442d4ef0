"""Text on paper: no commands in it, and broken where readers expect it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.documents.line_breaks import break_lines, plain_text


def cells(text: str) -> float:
    """Measure as a receipt printer does: Chinese takes two cells."""
    return sum(1 if each.isascii() else 2 for each in text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("农夫山泉", ["农夫山泉"]),
        ("农夫山泉天然水", ["农夫山泉天", "然水"]),
        ("Of each 100 yuan", ["Of each", "100 yuan"]),
        ("特仑苏 250ml*12", ["特仑苏", "250ml*12"]),
        ("一二三四五，六", ["一二三四", "五，六"]),
        ("一二三四（五六）", ["一二三四", "（五六）"]),
        ("1234567890123", ["1234567890", "123"]),
        ("可乐 12345，可", ["可乐", "12345，可"]),
        ("一二三（1234567890", ["一二三（", "1234567890"]),
        ("一二三四五 六", ["一二三四五", "六"]),
        ("，，，，，，，", ["，，，，，", "，，"]),
    ],
)
def test_lines_break_where_a_reader_expects_it(text: str, lines: list[str]) -> None:
    """A figure torn in two, or a comma that begins a line, is misread."""
    assert break_lines(text, width=10, measure=cells) == lines


@given(st.text(alphabet="农夫山泉，。（）AB1 .%", max_size=80))
def test_no_sign_is_lost_and_no_line_is_too_wide(text: str) -> None:
    """A name cut off at the edge is a name the customer cannot check."""
    plain = plain_text(text)
    lines = break_lines(plain, width=10, measure=cells)

    assert "".join(lines).replace(" ", "") == plain.replace(" ", "")
    assert max(cells(line) for line in lines) <= 10


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("可乐\x1bp\x00\x19\xfa", "可乐pú"),
        ("a\tb\r\nc\x85d", "a b c d"),
        ("\u202eabc\u200f\ufeff", "abc"),
        ("x\ud800y", "x□y"),
        ("  两  格  ", "两 格"),
        ("e\u0301", "é"),
        ("", ""),
    ],
)
def test_no_command_reaches_the_paper(text: str, plain: str) -> None:
    """A product called ESC p would open the drawer at every sale of it."""
    assert plain_text(text) == plain


def test_hostile_texts_come_out_in_one_printable_line() -> None:
    """The naughty strings that break other people's programs are names like any other."""
    sample = Path(__file__).parents[1] / "data" / "naughty_strings" / "sample.json"
    for text in json.loads(sample.read_text("utf-8"))["strings"]:
        plain = plain_text(text)

        assert plain.isprintable()
        assert plain.encode("utf-8").decode("utf-8") == plain
