"""What stands on a paper, row by row."""

from pos_app.documents.receipts.receipt import Pair, Receipt, Text


def pairs(receipt: Receipt) -> dict[str, str]:
    """What stands at the right, by what stands at the left of it."""
    return {row.left: row.right for row in receipt.rows if isinstance(row, Pair)}


def texts(receipt: Receipt) -> list[str]:
    """The lines of their own."""
    return [row.text for row in receipt.rows if isinstance(row, Text)]
