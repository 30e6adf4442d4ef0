"""A price list is shown before it is taken, with everything that is wrong in it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.codes.barcode import canonical_code
from pos_app.domain.files.csv_text import ImportTooLarge, ImportUnreadable
from pos_app.domain.files.import_row import ImportNote, ImportRow
from pos_app.domain.files.product_import import ImportPreview, ImportProblem, preview_import
from pos_app.domain.money import BasisPoints, Fen, Milli

DIRTY = Path(__file__).parents[2] / "data/open_food_facts/dirty_codes.csv"


def _preview(text: str) -> ImportPreview:
    return preview_import(text.encode())


def _only_problem(text: str) -> ImportProblem:
    found = _preview(text)

    assert found.rows == ()
    assert len(found.problems) == 1
    return found.problems[0]


def test_a_chinese_list_is_read_with_all_its_columns() -> None:
    """The headings are those of tills in use in China."""
    found = preview_import(
        "商品名称,条形码,货号,零售价（元）,进价,税率,单位,分类,不积分,称重,库存数量,供应商\n"
        "可口可乐 500ml,6954767412573,KL1,3.00,2.5,13%,瓶,饮料,否,否,24,华润\n"
        "红富士苹果,,,¥12.80,,9%,kg,水果,,是,8.5,\n".encode("gb18030")
    )

    assert found == ImportPreview(
        rows=(
            ImportRow(
                line=2,
                name="可口可乐 500ml",
                price=Fen(300),
                codes=("6954767412573",),
                sku="KL1",
                cost=Fen(250),
                tax_rate=BasisPoints(1300),
                unit="瓶",
                category="饮料",
                stock=Milli(24_000),
            ),
            ImportRow(
                line=3,
                name="红富士苹果",
                price=Fen(1280),
                tax_rate=BasisPoints(900),
                unit="kg",
                category="水果",
                weighed=True,
                stock=Milli(8500),
            ),
        ),
        problems=(),
        notes=(),
        encoding="gb18030",
        passed_over=("供应商",),
    )


def test_an_english_list_needs_only_name_and_price() -> None:
    """Whatever is not said stays open for the owner."""
    found = _preview("Price;Product Name\n2.50;Water\n")

    assert found.rows == (ImportRow(line=2, name="Water", price=Fen(250)),)


def test_one_product_may_have_several_codes() -> None:
    """The bottle got a new code, the old ones are still on the shelf."""
    found = _preview('name,price,barcode\nCola,3,"6954767412573; 40170725、06954767412573"\n')

    assert found.rows[0].codes == ("6954767412573", "40170725")


def test_the_same_product_with_a_leading_zero_is_taken_once() -> None:
    """The real list of the sample shop holds one tea twice for that reason."""
    found = _preview("name,barcode,price\n茶,06939729907793,3\n茶,6939729907793,3.00\n")

    assert [(row.line, row.codes) for row in found.rows] == [(2, ("06939729907793",))]
    assert found.problems == ()
    assert found.notes == (ImportNote(line=3, why="merged", found="茶", other_line=2),)


@pytest.mark.parametrize("second", ["茶,6939729907793,4", "水,6939729907793,3"])
def test_one_code_with_two_prices_or_names_is_a_problem(second: str) -> None:
    """The till could not know which of the two to charge."""
    found = _preview(f"name,barcode,price\n茶,06939729907793,3\n{second}\n")

    assert len(found.rows) == 1
    assert found.problems == (
        ImportProblem(line=3, column="code", why="taken", found="6939729907793", other_line=2),
    )


def test_a_line_that_joins_two_products_is_a_problem() -> None:
    """Its codes belong to two lines before it; taking it would move a code."""
    found = _preview("name,barcode,price\n茶,11,3\n茶,22,3\n茶,11 22,3\n")

    assert [row.codes for row in found.rows] == [("11",), ("22",)]
    assert [(each.line, each.why, each.other_line) for each in found.problems] == [(4, "taken", 3)]


def test_an_own_code_given_twice_is_a_problem() -> None:
    """The shop's own code names one product, as a barcode does."""
    found = _preview("name,sku,price\n茶,K1,3\n水,K1,2\n")

    assert found.problems == (
        ImportProblem(line=3, column="sku", why="taken", found="K1", other_line=2),
    )


@pytest.mark.parametrize("name", ["=1+1", "+86 茶", "-茶", "@SUM(A1)", "＝1"])
def test_a_name_like_a_formula_is_kept_as_a_name_and_pointed_out(name: str) -> None:
    """It is harmless here; exports put a sign before it (OWASP CSV injection)."""
    found = _preview(f"name,price\n{name},3\n")

    assert found.rows == (ImportRow(line=2, name=name, price=Fen(300)),)
    assert found.notes == (ImportNote(line=2, why="formula", found=name),)


def test_signs_that_table_programs_need_are_taken_off_again() -> None:
    """What the shop exported comes back as it was."""
    found = _preview('name,price,barcode\n\'=1+1,3,\'6954767412573\n\'s-Heer,3,"=""40170725"""\n')

    assert [(row.name, row.codes) for row in found.rows] == [
        ("=1+1", ("6954767412573",)),
        ("'s-Heer", ("40170725",)),
    ]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ('="0123"', "0123"),
        ('"=""0123"""', "0123"),
        ('="6954767412573"', "6954767412573"),
        ("=6954767412573", "6954767412573"),
    ],
)
def test_a_code_kept_by_a_formula_is_the_code(cell: str, code: str) -> None:
    """However a table program was made to leave the zero in front of it."""
    found = _preview(f"name,price,barcode\n茶,3,{cell}\n")

    assert [row.codes for row in found.rows] == [(code,)]


@pytest.mark.parametrize(
    ("cell", "fen"),
    [
        ('"1,234.50"', 123_450),
        ('"１，２３４．５０"', 123_450),
        ("¥12", 1200),
        ("￥12.5", 1250),
        ("12元", 1200),
        ("12.50 元", 1250),
        ("１２．５", 1250),
    ],
)
def test_a_price_is_read_as_people_write_it(cell: str, fen: int) -> None:
    """Exactly, and never by guessing: what is not sure is a problem with its line."""
    found = _preview(f"name,price\n茶,{cell}\n")

    assert [row.price for row in found.rows] == [fen]


@pytest.mark.parametrize("hint", ["sep=;\n", "sep=;\r\n", "SEP=;\r"])
def test_the_hint_for_table_programs_is_passed_over(hint: str) -> None:
    """Some programs begin a list with it; the lines keep their numbers."""
    found = _preview(f"{hint}name;price\n茶;3\n水;x\n")

    assert [row.name for row in found.rows] == ["茶"]
    assert [problem.line for problem in found.problems] == [4]


@pytest.mark.parametrize(
    ("line", "column", "why"),
    [
        (",3,,,,,", "name", "empty"),
        ("x" * 121 + ",3,,,,,", "name", "too_long"),
        ("a\x07b,3,,,,,", "name", "signs"),
        ("茶,,,,,,", "price", "empty"),
        ("茶,three,,,,,", "price", "not_money"),
        ("茶,-3,,,,,", "price", "not_money"),
        ("茶,0.001,,,,,", "price", "not_money"),
        ("茶,0.00,,,,,", "price", "not_above_zero"),
        ("茶,3,1e1,,,,", "cost", "not_money"),
        ("茶,3,,6.95477E+12,,,", "code", "spoiled"),
        ("茶,3,," + "1" * 49 + ",,,", "code", "too_long"),
        ("茶,3,,69\x0701,,,", "code", "signs"),
        ("茶,3,,948" + "0" * 24 + ",,,", "code", "reserved"),
        ("茶,3,,,150%,,", "tax", "not_a_rate"),
        ("茶,3,,,,perhaps,", "excluded", "not_yes_or_no"),
        ("茶,3,,,,,-5", "stock", "not_a_quantity"),
        ("茶,3", "", "columns"),
        ("茶,3,,,,,,", "", "columns"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(line: str, column: str, why: str) -> None:
    """The owner mends the file where it is wrong and tries again."""
    problem = _only_problem(f"name,price,cost,barcode,tax,excluded,stock\n{line}\n")

    assert (problem.line, problem.column, problem.why) == (2, column, why)
    assert len(problem.found) <= 40


def test_good_lines_stand_beside_bad_ones() -> None:
    """Whether to take them all the same is the owner's to say."""
    found = _preview("name,price\n茶,3\n\n水,x\n糖,2\n")

    assert [(row.line, row.name) for row in found.rows] == [(2, "茶"), (5, "糖")]
    assert [problem.line for problem in found.problems] == [4]


def test_real_codes_are_taken_with_a_word_on_those_no_scanner_reads() -> None:
    """Most short codes that look wrong are UPC-E; the rest are typed in by hand."""
    lines = DIRTY.read_text(encoding="utf-8").splitlines()
    text = "\n".join([lines[0] + ",price", *(line + ",1" for line in lines[1:])])
    found = _preview(text)

    assert len(found.rows) == 35
    assert {(each.column, each.why) for each in found.problems} == {("name", "empty")}
    assert [each.line for each in found.problems] == [22, 23, 24, 25]
    assert [(each.why, each.found) for each in found.notes] == [
        ("check_digit", "00006860"),
        ("check_digit", "06828237"),
        ("check_digit", "11415567"),
        ("check_digit", "00012444"),
        ("check_digit", "00013029"),
    ]
    assert canonical_code("04222400") == "042000002240"


@pytest.mark.parametrize(
    ("content", "why", "named"),
    [
        (b"", "empty", ""),
        (b"\n , \n", "empty", ""),
        (b"name,barcode\n", "header", "price"),
        (b"price,barcode\n", "header", "name"),
        (b"name,price,\xe5\x94\xae\xe4\xbb\xb7\n", "column_twice", "售价"),
        (b'name,price\n"x,1\n', "quote", ""),
        (b"\x89PNG\r\n\x1a\n\xff\xff", "encoding", ""),
    ],
)
def test_a_file_that_is_no_list_is_refused_whole(content: bytes, why: str, named: str) -> None:
    """Half a list would be worse than none."""
    with pytest.raises(ImportUnreadable) as refused:
        preview_import(content)

    assert (refused.value.why, refused.value.named) == (why, named)


@pytest.mark.parametrize(
    ("text", "what", "found"),
    [
        ("name,price" + "," * 63, "columns", 65),
        ("name,price\n" + "x" * 4001 + ",1", "characters", 4001),
        ("name,price\n" + "x,1\n" * 200_001, "rows", 200_001),
    ],
    ids=["columns", "characters", "rows"],
)
def test_a_list_beyond_the_limits_is_refused_whole(text: str, what: str, found: int) -> None:
    """The limits of faults.md section 2; the refusal says which one and by how much."""
    with pytest.raises(ImportTooLarge) as refused:
        _preview(text)

    assert (refused.value.what, refused.value.found) == (what, found)


CELLS = st.one_of(
    st.text(max_size=12),
    st.integers(-9, 10**6).map(str),
    st.sampled_from(("", "3.00", "¥1234.5", "13%", "是", "=1+1", "6954767412573", "96385074")),
)
PRODUCTS = st.tuples(*(st.just(usual) | CELLS for usual in ("苹果", "3.00", "", "", "")))
LISTS = st.lists(PRODUCTS | st.lists(CELLS, max_size=6), max_size=8).map(
    lambda rows: "\n".join(("name,price,barcode,cost,weighed", *map(",".join, rows))).encode()
)


@given(content=st.one_of(st.binary(), LISTS))
def test_any_file_is_shown_or_refused(content: bytes) -> None:
    """Owners try all kinds of files; none of them may stop the office."""
    try:
        found = preview_import(content)
    except (ImportUnreadable, ImportTooLarge):
        return

    assert all(row.price > 0 and row.name for row in found.rows)
