"""A year's referral rewards as files."""

from pathlib import Path

from pos_app.actions.referral_tables import referral_tables
from pos_app.actions.referral_year import days_of, referral_year
from pos_app.actions.trade_days import refuse_days_to_come
from pos_app.actions.write_report import REPORTS, Files, write_report
from pos_app.shop import Shop
from pos_app.wording import Language, Wording


def referrals_path(shop: Shop, year: str, *, ending: str) -> Path:
    """Return where a year's referral rewards are left."""
    return shop.folder / REPORTS / f"{year}-referrals.{ending}"


def export_referrals(
    shop: Shop,
    year: str,
    *,
    files: Files,
    language: str = "",
) -> tuple[Path, ...]:
    """Write the year to each file that is named; return the paths written.

    Raises:
        DaysToCome: nothing was written.
        FileNotWritten, DiskFull: a folder is not there, or refused the file.
    """
    refuse_days_to_come(shop, days_of(year)[0])
    wording = Wording(Language(language or shop.settings.language))
    report = referral_tables(referral_year(shop, year), wording)
    return write_report(shop, report, wording, files=files)
