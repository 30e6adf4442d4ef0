"""QR codes: few rectangles that say exactly what the library's matrix says."""

import qrcode
from hypothesis import given
from hypothesis import strategies as st

from pos_app.documents.qr_code import make_qr_code


def painted(text: str) -> list[list[bool]]:
    """Return the modules that the rectangles cover; covering one twice fails."""
    code = make_qr_code(text)
    grid = [[False] * code.modules for _ in range(code.modules)]
    for block in code.blocks:
        for y in range(block.y, block.y + block.height):
            for x in range(block.x, block.x + block.width):
                assert not grid[y][x]
                grid[y][x] = True
    return grid


@given(st.text(min_size=1, max_size=80).filter(lambda text: text.isprintable()))
def test_the_rectangles_are_the_code(text: str) -> None:
    """A module too few or covered twice makes a code that some scanners refuse."""
    library = qrcode.QRCode(border=0)
    library.add_data(text)
    library.make(fit=True)

    assert painted(text) == [[bool(dark) for dark in row] for row in library.get_matrix()]


def test_a_member_code_needs_37_modules() -> None:
    """196 digits are version 5: 22.5 mm (faults.md 3.3)."""
    digits = "947" + "0123456789" * 19 + "012"

    assert make_qr_code(digits).modules == 37


def test_rectangles_are_fewer_than_modules() -> None:
    """Joined modules have no seams between them and make a small file."""
    code = make_qr_code("947" + "0123456789" * 19 + "012")
    dark = sum(block.width * block.height for block in code.blocks)

    assert len(code.blocks) * 2 < dark
