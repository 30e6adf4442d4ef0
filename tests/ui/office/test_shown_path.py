"""A path in a notice is whole while it has room, and its end when it has not."""

from pathlib import Path

from ui.office.page.shown_path import shown_path


def test_a_short_path_is_shown_whole() -> None:
    """Somebody will type it into another program."""
    path = Path("/srv/shop/reports/2026-11-20-rewards.pdf")

    assert shown_path(path) == str(path)


def test_a_long_path_keeps_its_name_and_the_folders_next_to_it() -> None:
    """The notice has one line; what is nearest to the file tells the most."""
    path = Path("/srv") / ("folder-" * 8) / "shop" / "reports" / "2026-11-20-rewards.pdf"

    assert shown_path(path) == str(Path("…/shop/reports/2026-11-20-rewards.pdf"))


def test_a_name_too_long_for_any_notice_is_still_told() -> None:
    """A name that is cut names another file."""
    path = Path("/srv") / ("x" * 90)

    assert shown_path(path) == str(Path("…") / ("x" * 90))
