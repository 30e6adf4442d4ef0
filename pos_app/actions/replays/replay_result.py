"""What the books say after a replay, as the replay format writes it.

Everything is read from the books, nothing from the history: so the figures are the
shop's, and can be compared with an independent sum of the file.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

from pos_app.actions.replays.replay_history import RefusedEvent
from pos_app.domain.member import MEMBERS_BY_REF, Member
from pos_app.domain.program import PROGRAMS_BY_PRIORITY, Program
from pos_app.domain.reward_accounts import is_reward_account
from pos_app.domain.sale import VOIDED, Sale, SaleLine, SaleReturn, SaleTender
from pos_app.domain.store import Store
from pos_app.domain.transfer import Account
from pos_app.engine.accounts import shown_account, wallet
from pos_app.engine.records.chain import CUSTOMER, IDENTITIES, ChainMember
from pos_app.engine.records.queue import Ticket
from pos_app.journal.entry import Entry
from pos_app.ledger.audit import audit_balances
from pos_app.sentences.told import sentence_of
from pos_app.shop import Shop
from pos_app.storage.all_rows import stored_rows
from pos_app.storage.unit_of_work import Look


def replay_result(shop: Shop, refused: list[RefusedEvent]) -> dict[str, Any]:
    """Return the whole result of a replay, ready to be written as JSON."""
    with shop.storage.read() as view:
        balances = {row.name: row.balance for row in stored_rows(view.connection, Account)}
        findings = audit_balances(balances)
        return {
            **_figures(view),
            "balances": _balances(view, balances),
            "tickets": _tickets(view),
            "members": _members(view),
            "refused": [_refused(each, shop.settings.language) for each in refused],
            "journal": _journal(view),
            "audit": "ok"
            if not findings
            else [f"{each.rule} {each.account} {each.difference}" for each in findings],
        }


def _figures(view: Look) -> dict[str, Any]:
    """Count sales that were not voided, by day and by tender."""
    days: dict[str, Counter[str]] = defaultdict(Counter)
    total: Counter[str] = Counter()
    counted = set()
    for sale in stored_rows(view.connection, Sale):
        if sale.state != VOIDED:
            counted.add(sale.number)
            for counter in (total, days[sale.day]):
                counter["sales"] += 1
                counter["sold_fen"] += sale.total
    for back in stored_rows(view.connection, SaleReturn):
        total["returns"] += 1
        for counter in (total, days[back.day]):
            counter["returned_fen"] += back.goods
    tenders: Counter[str] = Counter()
    for tender in stored_rows(view.connection, SaleTender):
        if tender.sale in counted:
            tenders[tender.kind] += tender.amount - tender.returned
    lines = sum(1 for line in stored_rows(view.connection, SaleLine) if line.sale in counted)
    names = ("sales", "sold_fen", "returned_fen")
    return {
        "sales": total["sales"],
        "returns": total["returns"],
        "lines": lines,
        "sold_fen": total["sold_fen"],
        "returned_fen": total["returned_fen"],
        "by_tender_fen": dict(sorted(tenders.items())),
        "by_day": {day: {name: days[day][name] for name in names} for day in sorted(days)},
    }


def _balances(view: Look, balances: dict[str, int]) -> dict[str, int]:
    """Every reward account that is not zero, in the short names of rulebook 1.12."""
    say = account_names(view)
    shown = {say(name): sum_ for name, sum_ in balances.items() if sum_ and is_reward_account(name)}
    return dict(sorted(shown.items()))


def account_names(view: Look) -> Callable[[str], str]:
    """Return what gives each account the name it has in the result of a replay.

    Reward accounts have the short names of rulebook 1.12, members their outside names;
    the shop's own accounts are called as in the chart.
    """
    kinds = {program.name: program.kind for program in view.scan(PROGRAMS_BY_PRIORITY)}
    stores = sum(1 for _ in stored_rows(view.connection, Store))
    refs = {member.number: member.ref for member in stored_rows(view.connection, Member)}

    def say(name: str) -> str:
        if not is_reward_account(name):
            return name
        return shown_account(name, kinds=kinds, stores=stores, member_ref=refs.__getitem__)

    return say


def _tickets(view: Look) -> list[dict[str, Any]]:
    """Every ticket ever made, by sale and part."""
    tickets = sorted(
        stored_rows(view.connection, Ticket),
        key=lambda ticket: (ticket.sale, ticket.program, ticket.part),
    )
    refs: dict[int, str] = {}
    for ticket in tickets:
        if ticket.sale not in refs:
            sale = view.get(Sale, ticket.sale)
            refs[ticket.sale] = sale.ref if sale else str(ticket.sale)
    return [
        {
            "sale": refs[ticket.sale],
            "part": ticket.part,
            "target": ticket.target,
            "received": ticket.received,
            "state": ticket.state,
        }
        for ticket in tickets
    ]


def _members(view: Look) -> dict[str, dict[str, Any]]:
    chain = next((each for each in view.scan(PROGRAMS_BY_PRIORITY) if each.kind == "M3"), None)
    return {
        member.ref: {
            "points": view.balance(wallet("POINTS", member.number)),
            "reward": view.balance(wallet("CASH", member.number)),
            "voucher": view.balance(wallet("VCH", member.number)),
            "identity": _identity(view, member.number, chain=chain),
        }
        for member in view.scan(MEMBERS_BY_REF)
    }


def _identity(view: Look, member: int, *, chain: Program | None) -> str | None:
    """What a member is in the first chain; before his first purchase a customer."""
    if chain is None:
        return None
    node = view.get(ChainMember, chain.number, member)
    return IDENTITIES[node.identity if node else CUSTOMER]


def _refused(each: RefusedEvent, language: str) -> dict[str, Any]:
    return {
        "line": each.line,
        "event": each.event,
        "why": type(each.refusal).__name__,
        "text": sentence_of(each.refusal, language),
    }


def _journal(view: Look) -> dict[str, Any]:
    count = view.last_number(Entry)
    last = view.get(Entry, count) if count else None
    return {"entries": count, "head": last.digest.hex() if last else ""}
