"""A table is cut where RFC 4180 cuts it, or not read at all."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.files.csv_text import (
    LARGEST_FILE,
    CsvRow,
    ImportTooLarge,
    ImportUnreadable,
    csv_rows,
    decoded,
    delimiter_of,
)

ROOMY = 10**6


def _rows(text: str, delimiter: str = ",") -> list[tuple[int, list[str]]]:
    found = csv_rows(text, delimiter=delimiter, longest_field=ROOMY)
    return [(row.line, list(row.fields)) for row in found]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("a,b\n1,2", [(1, ["a", "b"]), (2, ["1", "2"])]),
        ("a,b\n1,2\n", [(1, ["a", "b"]), (2, ["1", "2"])]),
        ("a,b\r\n1,2\r\n", [(1, ["a", "b"]), (2, ["1", "2"])]),
        ("a,b\r1,2", [(1, ["a", "b"]), (2, ["1", "2"])]),
        ("1,,3", [(1, ["1", "", "3"])]),
        ("1,", [(1, ["1", ""])]),
        (",", [(1, ["", ""])]),
        ("\n\n", [(1, [""]), (2, [""])]),
        ("a\n\nb", [(1, ["a"]), (2, [""]), (3, ["b"])]),
        ('1,"",3', [(1, ["1", "", "3"])]),
        ('"Luke, I am",3', [(1, ["Luke, I am", "3"])]),
        ('"the "" sign",3', [(1, ['the " sign', "3"])]),
        ('""""', [(1, ['"'])]),
        ('"no man\nis an island",1\nx,2', [(1, ["no man\nis an island", "1"]), (3, ["x", "2"])]),
        ('"a\r\nb\rc",1\nx,2', [(1, ["a\r\nb\rc", "1"]), (4, ["x", "2"])]),
        (" 1 , 2 ", [(1, [" 1 ", " 2 "])]),
        ("1,😎,3", [(1, ["1", "😎", "3"])]),
        ('1,="0123",3', [(1, ["1", '="0123"', "3"])]),
        ('="0123"\n=""', [(1, ['="0123"']), (2, ['=""'])]),
    ],
)
def test_a_table_is_cut_as_rfc_4180_says(text: str, rows: list[tuple[int, list[str]]]) -> None:
    """The line numbers are those an editor shows: a field may run over several."""
    assert _rows(text) == rows


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a,b\n1,"never closed,2\n', 2),
        ('a,b\n1,"missed " one",2', 2),
        ('a,b\n1,bare "quotes" here,2', 2),
        ('"a"b', 1),
        ('"', 1),
        ('x\n"a\nb"c', 3),
    ],
)
def test_a_quotation_mark_out_of_place_stops_the_reading(text: str, line: int) -> None:
    """Behind it a price could be cut from the wrong column."""
    with pytest.raises(ImportUnreadable) as refused:
        _rows(text)

    assert (refused.value.why, refused.value.line) == ("quote", line)


def test_an_endless_field_is_refused_with_its_line() -> None:
    """A quotation mark closed a thousand lines later swallows what lies between."""
    with pytest.raises(ImportTooLarge) as refused:
        list(csv_rows("a\n" + "x" * 11, delimiter=",", longest_field=10))

    assert (refused.value.what, refused.value.found, refused.value.line) == ("characters", 11, 2)


FIELDS = st.text(st.characters(exclude_characters="\r\n\0"))


@given(rows=st.lists(st.lists(FIELDS, min_size=2, max_size=4), max_size=5))
def test_what_another_program_wrote_is_read_back(rows: list[list[str]]) -> None:
    """Python's own writer quotes as Excel does."""

    class Lines(list[str]):
        def write(self, line: str) -> None:
            self.append(line)

    lines = Lines()
    csv.writer(lines).writerows(rows)

    assert [fields for _, fields in _rows("".join(lines))] == rows


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        ("品名,1".encode(), "品名,1", "utf-8"),
        ("品名,1".encode("utf-8-sig"), "品名,1", "utf-8-sig"),
        ("品名,1".encode("gb18030"), "品名,1", "gb18030"),
        ("品名𠮷".encode("gb18030"), "品名𠮷", "gb18030"),
        ("品名,1".encode("utf-16"), "品名,1", "utf-16"),
        (b"", "", "utf-8"),
    ],
)
def test_a_chinese_file_is_read_in_the_encoding_it_has(
    content: bytes, text: str, encoding: str
) -> None:
    """Excel saves CSV in GB18030 on a Chinese machine and asks nobody."""
    assert decoded(content) == (text, encoding)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xff\xff",
        b"\xef\xbb\xbf\xff",
        b"\xff\xfe\x00\xd8",
        "name,price\n".encode("utf-16-le"),
        "name,price\n".encode("utf-32"),
    ],
)
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    """A picture renamed to .csv, or half a file."""
    with pytest.raises(ImportUnreadable) as refused:
        decoded(content)

    assert refused.value.why == "encoding"


def test_a_file_over_twenty_megabytes_is_refused_unread() -> None:
    """No shop's list is so long; it would only fill the memory."""
    with pytest.raises(ImportTooLarge) as refused:
        decoded(b" " * (LARGEST_FILE + 1))

    assert (refused.value.what, refused.value.found) == ("bytes", LARGEST_FILE + 1)


@pytest.mark.parametrize(
    ("text", "delimiter"), [("a,b;c,d", ","), ("a\tb\tc,", "\t"), ("a;b;c\n,,,,", ";"), ("a", ",")]
)
def test_the_heading_shows_the_delimiter(text: str, delimiter: str) -> None:
    """Table programs use the comma, the tab or, in parts of Europe, the semicolon."""
    assert delimiter_of(text) == delimiter


def test_a_table_may_be_cut_at_tabs() -> None:
    """Commas are then ordinary signs."""
    found = list(csv_rows('a,b\t"c\td"', delimiter="\t", longest_field=ROOMY))

    assert found == [CsvRow(1, ("a,b", "c\td"))]
