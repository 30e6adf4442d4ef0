"""Records that are alike but for a few fields are the very records."""

from dataclasses import dataclass, replace

from pos_app.domain.made_alike import made_alike, rows_alike
from pos_app.domain.record import Record


@dataclass(frozen=True, slots=True)
class Mark(Record):
    """A record with a default."""

    number: int
    name: str
    open: bool = True


def test_a_record_made_alike_is_the_one_that_replace_makes() -> None:
    """The books in memory must hold what the file holds, field by field."""
    like = Mark(1, "a")
    made = made_alike(Mark, ("open", "number"))(like, (False, 2))

    assert (made, type(made)) == (replace(like, number=2, open=False), Mark)


def test_a_row_made_alike_has_the_values_in_the_place_of_their_fields() -> None:
    """The fields may be named in any sequence, the row has its own."""
    mixed = rows_alike(("number", "name", "open"), ("open", "number"))

    assert mixed((1, "a", 1, 0, 2)) == (2, "a", 0)
