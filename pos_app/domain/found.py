"""What a search as one types shows of a product or a member."""

from dataclasses import dataclass

from pos_app.domain.money import Fen, Milli


@dataclass(frozen=True, slots=True)
class ProductFound:
    """A product in the list of a search."""

    number: int
    code: str
    """Its own code; the first barcode unless another was given."""
    name: str
    price: Fen
    unit: str
    weighed: bool
    on_sale: bool
    stock: Milli


@dataclass(frozen=True, slots=True)
class MemberFound:
    """A member in the list of a search, masked for the screen (rulebook 10.6)."""

    number: int
    masked_name: str
    masked_phone: str
    tier: str
