"""A day in the sample shop, played by keys through the real screens.

A picture of each step is kept. After each it is looked whether the screen shows what it
must; the first step where it does not ends the day.
"""

import argparse
import os
import sys
import time
import traceback
from collections.abc import Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from shutil import copyfile
from types import TracebackType

from platformdirs import user_data_path
from PySide6.QtWidgets import QApplication

from pos_app.clock import SystemClock
from pos_app.domain.files.sample_days import DAYS
from pos_app.domain.files.sample_shop import read_sample_staff
from pos_app.domain.moment import Day, business_day, day_after, shop_time
from pos_app.domain.refusals.folder import FolderNotEmpty
from pos_app.errors import ShopError
from pos_app.sentences.told import tell
from pos_app.terminal.reports import read_day, read_days
from pos_app.terminal.speech import terminal_words, warn
from ui.demo.hands import Hands, at_the_till
from ui.demo.shop import DemoShop, make_demo_shop, moment_of
from ui.demo.stage import NotShown, Stage, Step
from ui.demo.steps_counter import COUNTER_STEPS
from ui.demo.steps_evening import EVENING_STEPS
from ui.demo.steps_office import OFFICE_STEPS
from ui.demo.steps_till import TILL_STEPS
from ui.wording import N_, Language, Wording

STEPS: tuple[Step, ...] = (*TILL_STEPS, *COUNTER_STEPS, *EVENING_STEPS, *OFFICE_STEPS)

SCREENS, PAPERS, SHOP = "screens", "papers", "shop"
_PLACES = (
    (SCREENS, N_("Pictures of the screens")),
    (PAPERS, N_("Receipts, cards, slip and report")),
    (SHOP, N_("The shop itself")),
)
_FEWEST_DAYS = 8
"""With fewer days of trade nobody waits in the queue yet."""
_KEYS_IN_A_FILE = "keyring.backends.fail.Keyring"


def main(arguments: Sequence[str]) -> int:
    """Play the day; 0 when every step showed what it must, else 1."""
    asked = _asked(arguments)
    # A shop to play with leaves no secrets in the key store of whoever plays.
    os.environ["PYTHON_KEYRING_BACKEND"] = _KEYS_IN_A_FILE
    say = terminal_words()
    folder: Path = asked.folder or _usual_folder()
    begun = time.perf_counter()
    try:
        is_whole = _DemoDay(folder, asked, say=say).play()
    except ShopError as error:
        warn(tell(error, say).whole)
        return 1
    seconds = f"{time.perf_counter() - begun:.0f}"
    if is_whole:
        over = N_("The day is over: {count} steps, {seconds} seconds.")
        print(say.text(over, count=len(STEPS), seconds=seconds))
    for name, what in _PLACES:
        print(f"  {say.text(what)}: {folder / name}")
    return 0 if is_whole else 1


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    _ = terminal_words().text
    parser = argparse.ArgumentParser(
        prog="main.py demo",
        description=_("Plays a day in the sample shop through the real screens; keeps pictures."),
    )
    # The day that is over: whoever opens the shop afterwards finds it in the past.
    yesterday = day_after(business_day(SystemClock().now()), -1)
    parser.add_argument(
        "--folder", type=Path, help=_("where to put everything; a new or an empty folder")
    )
    parser.add_argument(
        "--language",
        choices=[each.value for each in Language],
        default=Language.ZH_CN.value,
        help=_("language of the screens and papers; Chinese without it"),
    )
    parser.add_argument(
        "--day", type=read_day, default=yesterday, help=_("the day to play, e.g. 2026-11-21")
    )
    parser.add_argument(
        "--days",
        type=partial(read_days, lowest=_FEWEST_DAYS),
        default=DAYS,
        help=_("days of trade before it"),
    )
    return parser.parse_args(arguments)


def _usual_folder() -> Path:
    now = shop_time(SystemClock().now())
    return user_data_path("pos-till", appauthor=False) / f"demo-{now:%Y%m%d-%H%M%S}"


class _DemoDay:
    """One day, from making the shop to laying out its papers."""

    def __init__(self, folder: Path, asked: argparse.Namespace, *, say: Wording) -> None:
        self._folder = folder
        self._day: Day = asked.day
        self._days: int = asked.days
        self._language = Language(asked.language)
        self._say = say
        self._broken: BaseException | None = None

    def play(self) -> bool:
        """Play it; False when a step did not show what it must.

        Raises:
            FolderNotEmpty: what lies there is not mixed with pictures and papers.
        """
        if self._folder.exists() and (not self._folder.is_dir() or any(self._folder.iterdir())):
            raise FolderNotEmpty(folder=str(self._folder))
        for name in (SCREENS, PAPERS):
            (self._folder / name).mkdir(parents=True, exist_ok=True)
        _ = self._say.text
        print(_(N_("A day in the sample shop, {day}, played by keys."), day=self._day), flush=True)
        begun = time.perf_counter()
        made = make_demo_shop(
            self._folder / SHOP,
            self._day,
            days=self._days,
            language=self._language,
            progress=self._tell_progress,
        )
        (self._folder / PAPERS / "member-cards.pdf").write_bytes(made.card_sheet)
        self._tell(0, begun, N_("The shop is made: products, staff, members, days of trade."))
        app = QApplication.instance() or QApplication([sys.argv[0]])
        if not isinstance(app, QApplication):
            raise TypeError(app)
        sys.excepthook = self._break
        try:
            with at_the_till(app, made.shop) as hands:
                return self._play_steps(made, hands)
        finally:
            sys.excepthook = sys.__excepthook__
            self._gather_papers()

    def _play_steps(self, made: DemoShop, hands: Hands) -> bool:
        people = (files("resources") / "sample_shop" / "staff.csv").read_bytes()
        stage = Stage(
            hands=hands,
            clock=made.clock,
            shop=self._folder / SHOP,
            staff=read_sample_staff(people),
            cards=made.cards,
            rich=made.rich,
            payee=made.payee,
            queued=made.queued,
        )
        for number, step in enumerate(STEPS, start=1):
            begun = time.perf_counter()
            made.clock.move_to(moment_of(self._day, step.at))
            picture = self._folder / SCREENS / f"{number:02}-{step.name}.png"
            missing = self._missing(step, stage, picture)
            self._tell(number, begun, step.told, at=step.at)
            if missing:
                failed = N_("Step {name} did not show: {missing}")
                print(self._say.text(failed, name=step.name, missing=missing))
                return False
        return True

    def _missing(self, step: Step, stage: Stage, picture: Path) -> str:
        """What the step did not show, or not whole; empty when all is well."""
        try:
            try:
                step.act(stage)
            finally:
                stage.picture(picture)
        except NotShown as missing:
            return str(missing)
        if self._broken is not None:
            return repr(self._broken)
        return ""

    def _break(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """The program itself failed; the step it happened in is the last one."""
        self._broken = error
        traceback.print_exception(kind, error, trace)

    def _gather_papers(self) -> None:
        """Lay out side by side what the printer and the office have written."""
        shop = self._folder / SHOP
        folders = ("papers", "reports", "cards")
        for path in (each for name in folders for each in shop.glob(f"{name}/*")):
            copyfile(path, self._folder / PAPERS / path.name)

    # ---------------------------------------------------------------------- telling

    def _tell(self, number: int, begun: float, told: str, *, at: str = "") -> None:
        seconds = time.perf_counter() - begun
        print(f"{number:02} {at:5} {self._say.text(told)} {seconds:.2f} s", flush=True)

    def _tell_progress(self, done: int, days: int) -> None:
        if sys.stdout.isatty():
            made = N_("Trade of day {done} of {days}")
            print(self._say.text(made, done=done, days=days), end="\r", flush=True)
