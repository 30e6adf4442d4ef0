"""The owner's recovery code on paper, to be kept where the till is not."""

from pathlib import Path

from pos_app.actions.premises.named_file import write_named_file
from pos_app.actions.receipts.receipt_of import receipt_shop
from pos_app.devices.chosen_printer import PAPERS
from pos_app.devices.printer import FolderPrinter
from pos_app.documents.receipts.drawn_receipt import drawn_receipt
from pos_app.documents.receipts.receipt import Gap, Place, Receipt, Rule, Size, Stroke, Text
from pos_app.domain.day_text import moment_text
from pos_app.domain.papers.paper import Form, Printout, Roll, paper_name
from pos_app.faults import FileNotWritten
from pos_app.shop import Shop
from pos_app.storage.failures import not_written
from pos_app.wording import Language, Wording

_KIND = "recovery-code"


def recovery_paper(shop: Shop, recovery_code: str) -> bytes:
    """Return the paper as a PDF; the code itself is kept nowhere in the shop."""
    return drawn_receipt(_composed(shop, recovery_code), {Form.PDF}, roll=Roll.MM_80)[Form.PDF]


def print_recovery_paper(shop: Shop, recovery_code: str) -> None:
    """Print the paper at once; it is no job, because a job would keep the code.

    Raises:
        Fault: the printer's; nothing came out, the code is still on the screen.
    """
    pages = drawn_receipt(
        _composed(shop, recovery_code),
        shop.printer.takes,
        roll=Roll(shop.settings.paper_mm),
        raster=shop.settings.receipt_raster,
    )
    name = paper_name(_KIND, shop.settings.till, at=shop.clock.now())
    shop.printer.print_out(Printout(name=name, pages=pages))


def save_recovery_paper(shop: Shop, recovery_code: str, path: Path) -> Path:
    """Write the paper as a PDF to a place that somebody chose, and return it.

    Raises:
        FileNotWritten: `own_folder` where the shop's backups lie beside it; or as
            `write_named_file`. Nothing was written.
        DiskFull: nothing was written.
    """
    place = path.absolute()
    if shop.folder.absolute() in place.parents:
        raise FileNotWritten(path=str(place), detail="own_folder")
    return write_named_file(place, recovery_paper(shop, recovery_code))


def prints_on_paper(shop: Shop) -> bool:
    """Whether the shop's printer is a printer, and no folder of the shop."""
    return not isinstance(shop.printer, FolderPrinter)


def lying_papers(shop: Shop) -> tuple[Path, ...]:
    """Return the papers with a code that lie in the shop's own folder of papers."""
    return tuple(sorted((shop.folder / PAPERS).glob(f"*-{_KIND}-*")))


def remove_papers(shop: Shop, written: tuple[Path, ...]) -> None:
    """Delete what was written, and what lies in the shop from before.

    Raises:
        FileNotWritten: one of them is open somewhere; it lies there still.
    """
    for paper in (*written, *lying_papers(shop)):
        try:
            paper.unlink(missing_ok=True)
        except OSError as error:
            raise not_written(error, paper) from error


def _composed(shop: Shop, recovery_code: str) -> Receipt:
    say = Wording(Language(shop.settings.language)).text
    groups = recovery_code.split("-")
    half = len(groups) // 2
    title = say("Recovery code")
    rows = (
        Text(receipt_shop(shop.settings).name, Place.CENTRE, Size.LARGE),
        Text(title, Place.CENTRE, Size.LARGE),
        Gap(),
        Rule(Stroke.STRONG),
        Gap(),
        Text("-".join(groups[:half]), Place.CENTRE, Size.LARGE),
        Text("-".join(groups[half:]), Place.CENTRE, Size.LARGE),
        Gap(),
        Rule(Stroke.STRONG),
        Text(
            say(
                "With this code and a backup the shop is made anew on another machine. "
                "Whoever has both has the shop. Keep it away from the till; it is shown once."
            )
        ),
        Text(moment_text(shop.clock.now(), say), Place.CENTRE, Size.SMALL),
    )
    return Receipt(title=title, rows=rows)
