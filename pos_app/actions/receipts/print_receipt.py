"""A print job becomes paper: composed from the books, drawn, sent, and marked.

The sale it belongs to is done already; a printer that fails keeps the job waiting and
undoes nothing (design.md section 5).
"""

from pos_app.actions.receipts.receipt_kept import receipt_kept, told_of
from pos_app.actions.receipts.receipt_of import receipt_of, receipt_shop
from pos_app.actions.receipts.receipt_of_undone import receipt_of_return, receipt_of_void
from pos_app.actions.receipts.slip_jobs import Slip, compose_slip, slip_of
from pos_app.documents.receipts.drawn_receipt import drawn_receipt
from pos_app.documents.receipts.receipt import Receipt
from pos_app.documents.receipts.receipt_composed import compose_receipt
from pos_app.domain.papers.paper import Printout, Roll, paper_name
from pos_app.domain.sale import TENDERS_OF_RETURN, TENDERS_OF_SALE, Sale, SaleReturn
from pos_app.domain.tender import CASH
from pos_app.engine.book import Book, kept
from pos_app.errors import Fault, NotFound
from pos_app.shop import Shop
from pos_app.storage.print_jobs import PrintJob
from pos_app.wording import Language, Wording

_RETURN = b"return:"
_VOID = b"void"


def print_receipt(shop: Shop, job: int) -> Fault | None:
    """Print a job and mark it; return what kept the paper from coming out, or None.

    The drawer opens first, once, when cash changed hands. A fault is kept on the job,
    which can be sent again.

    Raises:
        NotFound: there is no such job.
    """
    with shop.storage.read() as seen:
        wanted = seen.print_jobs.get(job)
        if wanted is None:
            raise NotFound(what="print_job", named=str(job))
        first = seen.print_jobs.first_print(wanted)
        told = _told(seen.book, first, shop)
        receipt = _composed(seen.book, wanted, shop, told=told or first.body)
        opens_drawer = wanted.tries == 0 and wanted.copy == 0 and _moves_cash(seen.book, wanted)
    with shop.storage.write() as work:
        work.print_jobs.mark_sent(job)
        if told:
            work.print_jobs.keep(first.number, told)
    fault = _open_drawer(shop) if opens_drawer else None
    try:
        _send(shop, wanted, receipt)
    except Fault as failed:
        with shop.storage.write() as work:
            work.print_jobs.mark_failed(job)
        return failed
    with shop.storage.write() as work:
        work.print_jobs.mark_done(job)
    return fault


def _told(book: Book, first: PrintJob, shop: Shop) -> bytes:
    """What a sale's receipt says of its member, to be kept at the first print."""
    if first.kind != "receipt" or first.body:
        return b""
    facts = receipt_of(book, kept(book, Sale, first.sale), settings=shop.settings, copy=0)
    # Printed once before jobs kept what they told: what it told then, nobody knows.
    return told_of(facts, as_of=shop.clock.now() if first.tries else None)


def _composed(book: Book, job: PrintJob, shop: Shop, *, told: bytes) -> Receipt:
    say = Wording(Language(shop.settings.language)).text
    slip = slip_of(job)
    if slip is not None:
        head, is_training = receipt_shop(shop.settings), shop.settings.training
        return compose_slip(slip, head, say, is_training=is_training)
    if job.body.startswith(_RETURN):
        record = kept(book, SaleReturn, int(job.body.removeprefix(_RETURN)))
        facts = receipt_of_return(book, record, settings=shop.settings, copy=job.copy)
        return compose_receipt(facts, say)
    sale = kept(book, Sale, job.sale)
    if job.body == _VOID:
        undone = receipt_of_void(book, sale, settings=shop.settings, at=job.made_at, copy=job.copy)
        return compose_receipt(undone, say)
    facts = receipt_of(book, sale, settings=shop.settings, copy=job.copy)
    return compose_receipt(receipt_kept(facts, told), say)


def _send(shop: Shop, job: PrintJob, receipt: Receipt) -> None:
    pages = drawn_receipt(
        receipt,
        shop.printer.takes,
        roll=Roll(shop.settings.paper_mm),
        raster=shop.settings.receipt_raster,
    )
    name = _name_of(job, till=shop.settings.till)
    shop.printer.print_out(Printout(name=name, pages=pages))


def _name_of(job: PrintJob, *, till: str) -> str:
    """What the paper's file is called: a return's is never that of its sale."""
    kind, number = job.kind, str(job.sale if job.sale is not None else job.number)
    if job.body.startswith(_RETURN):
        kind, number = "return", job.body.removeprefix(_RETURN).decode()
    elif job.body == _VOID:
        kind = _VOID.decode()
    slip = slip_of(job)
    if slip is not None and slip.slip is not Slip.Z:
        kind = slip.slip.value
    return paper_name(kind, f"{till} {number}", at=job.made_at, copy=job.copy)


def _open_drawer(shop: Shop) -> Fault | None:
    try:
        shop.printer.open_drawer()
    except Fault as fault:
        return fault
    return None


def _moves_cash(book: Book, job: PrintJob) -> bool:
    if job.kind != "receipt" or job.sale is None:
        slip = slip_of(job)
        return slip is not None and slip.opens_drawer
    if job.body.startswith(_RETURN):
        number = int(job.body.removeprefix(_RETURN))
        return any(each.kind == CASH for each in book.scan(TENDERS_OF_RETURN, number))
    return any(each.kind == CASH for each in book.scan(TENDERS_OF_SALE, job.sale))
