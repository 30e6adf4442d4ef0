"""The pages of the office, as in the navigation; made when first opened."""

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module

from ui.office.page.office_page import OfficePage
from ui.wording import N_

Maker = Callable[..., OfficePage]


class PageName(StrEnum):
    """What a page is called within the program."""

    TODAY = "today"
    REPORTS = "reports"
    QUEUE = "queue"
    SALES = "sales"
    MEMBERS = "members"
    PRODUCTS = "products"
    RULES = "rules"
    STAFF = "staff"
    SETTINGS = "settings"
    WHAT_IF = "what-if"


def _page(module: str, name: str) -> Callable[[], Maker]:
    """A page's class, imported when it is first wanted: the office opens sooner."""

    def found() -> Maker:
        made: Maker = getattr(import_module(f"ui.office.{module}"), name)
        return made

    return found


PAGES: dict[PageName, tuple[str, str, Callable[[], Maker]]] = {
    PageName.TODAY: ("home", N_("Today"), _page("reports.today_page", "TodayPage")),
    PageName.REPORTS: ("chart", N_("Reports"), _page("reports.rewards_page", "RewardsPage")),
    PageName.QUEUE: ("queue", N_("Queue"), _page("reports.queue_page", "QueuePage")),
    PageName.SALES: ("list", N_("Sales list"), _page("reports.sales_page", "SalesPage")),
    PageName.MEMBERS: ("people", N_("Members"), _page("members.members_page", "MembersPage")),
    PageName.PRODUCTS: ("box", N_("Products"), _page("products.products_page", "ProductsPage")),
    PageName.RULES: ("rules", N_("Reward rules"), _page("programs.rules_page", "RulesPage")),
    PageName.STAFF: ("badge", N_("Staff"), _page("settings.staff_page", "StaffPage")),
    PageName.SETTINGS: ("gear", N_("Settings"), _page("settings.settings_page", "SettingsPage")),
    PageName.WHAT_IF: ("search", N_("What if"), _page("trying.what_if_page", "WhatIfPage")),
}
"""Icon, label and class of each page."""
