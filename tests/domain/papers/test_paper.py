"""Names of papers: they may become files."""

from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.moment import read_instant
from pos_app.domain.papers.paper import paper_name

AT = read_instant("2026-11-21T14:32:05+08:00")


def test_a_paper_is_named_by_time_kind_and_number() -> None:
    """A folder of receipts lies in the order in which they were printed."""
    assert paper_name("receipt", "1-000214", at=AT) == "20261121-143205-receipt-1-000214"


def test_a_copy_has_its_own_name() -> None:
    """A reprint must not overwrite the original's file."""
    assert paper_name("receipt", "214", at=AT, copy=2) == "20261121-143205-receipt-214-copy-2"


@given(st.text())
def test_no_number_leads_out_of_the_folder(number: str) -> None:
    """A replayed sale may be called ../../etc/passwd; its receipt may not lie there."""
    assert paper_name("receipt", number, at=AT).replace("-", "").isalnum()
    assert paper_name("receipt", number, at=AT).isascii()
