"""A program that shares or draws starts only after it was tried (10.10)."""

from pos_app.domain.program import ProgramTrial
from pos_app.domain.refusals.program import CalculatorRunMissing
from pos_app.engine.book import Book
from pos_app.engine.parameters.form import Parameters
from pos_app.engine.program import trial_digest


def refuse_untried(book: Book, params: Parameters, *, name: str) -> None:
    """Refuse to start with parameters that no what-if has been run on.

    Raises:
        CalculatorRunMissing: nothing was written; run the what-if and ask again.
    """
    if book.get(ProgramTrial, trial_digest(params)) is None:
        raise CalculatorRunMissing(name=name)
