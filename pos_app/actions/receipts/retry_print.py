"""What waits for the printer is sent again, oldest first."""

from pos_app.actions.receipts.print_receipt import print_receipt
from pos_app.errors import Fault
from pos_app.shop import Shop


def retry_print(shop: Shop) -> Fault | None:
    """Send every waiting job until one fails; return why, or None when all came out.

    A job that was being sent when the program died may have been printed: whoever finds
    it in the banner sees so, and it is printed once more rather than not at all.
    """
    with shop.storage.read() as seen:
        numbers = [job.number for job in seen.print_jobs.open_jobs()]
    for number in numbers:
        fault = print_receipt(shop, number)
        if fault is not None:
            return fault
    return None
