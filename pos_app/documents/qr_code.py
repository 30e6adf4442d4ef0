"""QR codes as few rectangles, so that they stay sharp on every paper and screen."""

from dataclasses import dataclass

QUIET_MODULES = 4
"""The white margin that the standard asks for."""


@dataclass(frozen=True, slots=True)
class Block:
    """A dark rectangle, in modules from the code's upper left corner."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code without its quiet zone."""

    modules: int
    """On each side."""
    blocks: tuple[Block, ...]


def make_qr_code(text: str) -> QrCode:
    """Return the smallest code that holds a text; digits are held most densely.

    About 15 % of it may be dirty.
    """
    import qrcode
    from qrcode.constants import ERROR_CORRECT_M

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    matrix = [[bool(dark) for dark in row] for row in code.get_matrix()]
    return QrCode(modules=len(matrix), blocks=_merged(matrix))


def _merged(matrix: list[list[bool]]) -> tuple[Block, ...]:
    """Join dark modules of a row into runs, and equal runs of rows below each other."""
    done: list[Block] = []
    open_runs: dict[tuple[int, int], Block] = {}
    for y, row in enumerate(matrix):
        runs = _runs(row)
        done += [block for run, block in open_runs.items() if run not in runs]
        open_runs = {
            (x, width): _grown(open_runs.get((x, width)), Block(x, y, width, 1))
            for x, width in runs
        }
    return tuple(done + list(open_runs.values()))


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = None
    for x, dark in enumerate([*row, False]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            runs.append((start, x - start))
            start = None
    return runs


def _grown(above: Block | None, block: Block) -> Block:
    if above is None:
        return block
    return Block(above.x, above.y, above.width, above.height + 1)
