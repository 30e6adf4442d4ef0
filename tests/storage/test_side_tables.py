"""Open baskets, print jobs, settings and locks survive the program."""

import pytest

from pos_app.domain.approval import Approval
from pos_app.domain.basket import Basket, BasketLine
from pos_app.domain.moment import Instant
from pos_app.domain.money import Fen, Milli
from pos_app.storage.drafts import KeptBasket
from pos_app.storage.print_jobs import PrintJob
from pos_app.storage.sign_in_locks import SignInLock
from pos_app.storage.unit_of_work import Storage

NOON = Instant(1_790_000_000_000)
LINE = BasketLine(1, "690", "可口可乐", Fen(300), Milli(2000))
OTHER = BasketLine(2, "691", "雪饼", Fen(550), Milli(1000), discount=Fen(50), excluded=True)
BASKET = Basket(
    id=2**62 + 1,
    lines=(LINE, OTHER),
    member=7,
    order_discount=Fen(100),
    approvals=(Approval("discount", 2, 1000),),
)


def saved(storage: Storage, basket: Basket, *, held_as: str | None = None) -> None:
    """Save a basket at till 1."""
    with storage.write() as work:
        work.drafts.save(basket, till="1", at=NOON, held_as=held_as)


def open_at(storage: Storage, till: str) -> KeptBasket | None:
    """What the till would show after a power cut."""
    with storage.read() as look:
        return look.drafts.open_at(till)


def test_an_open_basket_comes_back_whole(storage: Storage) -> None:
    """A power cut must not make the cashier scan forty lines again."""
    saved(storage, BASKET)

    assert open_at(storage, "1") == KeptBasket(BASKET, "1", None, NOON)
    assert open_at(storage, "2") is None


def test_a_line_is_saved_by_itself(storage: Storage) -> None:
    """Each scan is durable on its own, however long the basket."""
    saved(storage, Basket(5))
    for index, line in enumerate((LINE, OTHER)):
        with storage.write() as work:
            work.drafts.save_line(5, index, line)
    with storage.write() as work:
        work.drafts.save_line(5, 0, OTHER)

    assert open_at(storage, "1") == KeptBasket(Basket(5, lines=(OTHER, OTHER)), "1", None, NOON)


def test_a_shorter_basket_leaves_no_old_lines(storage: Storage) -> None:
    """A line taken off must not come back with the next power cut."""
    saved(storage, BASKET)
    saved(storage, BASKET.without_line(0))

    assert open_at(storage, "1") == KeptBasket(BASKET.without_line(0), "1", None, NOON)


def test_the_basket_held_first_comes_first(storage: Storage) -> None:
    """Two customers went back for milk; the first comes first."""
    for number, name in ((3, "蓝衣服"), (1, "老王")):
        with storage.write() as work:
            basket = Basket(number, lines=(LINE,))
            work.drafts.save(basket, till="1", at=Instant(NOON - number), held_as=name)
    with storage.read() as look:
        held = [(each.basket.id, each.held_as) for each in look.drafts.held()]
        opened = look.drafts.open_at("1")

    assert (held, opened) == ([(3, "蓝衣服"), (1, "老王")], None)


def test_a_removed_basket_is_gone_with_its_lines(storage: Storage) -> None:
    """A sold basket must not be offered again."""
    saved(storage, BASKET)
    for _ in range(2):
        with storage.write() as work:
            work.drafts.remove(BASKET.id)
    saved(storage, Basket(BASKET.id))

    assert open_at(storage, "1") == KeptBasket(Basket(BASKET.id), "1", None, NOON)


def test_a_basket_of_an_earlier_version_is_still_read(storage: Storage) -> None:
    """An update over night must not lose the basket that was held."""
    saved(storage, Basket(5, lines=(LINE,)))
    old = (
        '{"product":1,"sku":"690","name":"可口可乐","price":300,"quantity":2000,'
        '"a field of long ago":true}'
    )
    with storage.write() as work:
        text = "UPDATE basket_line_draft SET body = ?"
        work.connection.exec_driver_sql(text, (old,))

    assert open_at(storage, "1") == KeptBasket(Basket(5, lines=(LINE,)), "1", None, NOON)


def test_a_print_job_goes_its_way(storage: Storage) -> None:
    """After a crash `sent` means: maybe printed; the reprint says COPY."""
    states = []
    with storage.write() as work:
        first = work.print_jobs.add("receipt", made_at=NOON, sale=8)
        second = work.print_jobs.add("slip", made_at=NOON, body=b"z")
    for step in ("mark_sent", "mark_done"):
        with storage.write() as work:
            getattr(work.print_jobs, step)(first)
            job = work.print_jobs.get(first)
            states.append((job.state, job.tries) if job else None)
    with storage.write() as work:
        work.print_jobs.mark_sent(second)
        work.print_jobs.mark_failed(second)
    with storage.read() as look:
        waiting = look.print_jobs.open_jobs()

    assert states == [("sent", 1), ("done", 1)]
    assert waiting == (PrintJob(2, "slip", None, 0, "failed", b"z", NOON, 1),)


def test_copies_of_a_receipt_are_counted(storage: Storage) -> None:
    """Every reprint is marked with its number (till.md, reprint count)."""
    with storage.write() as work:
        first = work.print_jobs.add("receipt", made_at=NOON, sale=8)
        for copy in (1, 2):
            work.print_jobs.add("receipt", made_at=NOON, sale=8, copy=copy)
    with storage.read() as look:
        found = (look.print_jobs.of_sale(8), look.print_jobs.copies_of(8))
        missing = (look.print_jobs.of_sale(9), look.print_jobs.copies_of(9))

    assert (found, missing) == ((first, 2), (0, 0))


def test_a_print_job_of_an_unknown_kind_is_refused_by_the_file(storage: Storage) -> None:
    """A kind that no document draws would wait for ever."""

    def add() -> None:
        with storage.write() as work:
            work.print_jobs.add("poster", made_at=NOON)

    with pytest.raises(Exception, match="print_job_kind"):
        add()


def test_settings_are_kept_by_name(storage: Storage) -> None:
    """A setting saved again replaces the old one; one removed has its usual value."""
    with storage.write() as work:
        work.settings.put("name", "小店")
        work.settings.put("name", "大店")
        work.settings.put("dark", "yes")
        work.settings.remove("dark")
    with storage.read() as look:
        kept = look.settings.all()
        name = look.settings.get("name")

    assert (kept, name) == ({"name": "大店"}, "大店")


def test_failed_tries_survive_a_restart(storage: Storage) -> None:
    """Pulling the plug must not buy five more tries (faults.md 1.7)."""
    lock = SignInLock(failures=6, waiting_ms=30_000)
    with storage.write() as work:
        work.sign_in_locks.put(3, SignInLock(failures=5))
        work.sign_in_locks.put(3, lock)
    with storage.read() as look:
        found = (look.sign_in_locks.get(3), look.sign_in_locks.get(4))
    with storage.write() as work:
        work.sign_in_locks.remove(3)
        after = work.sign_in_locks.get(3)

    assert found == (lock, SignInLock())
    assert after == SignInLock()
