"""Several programs of a member as lines: what is there, and what this sale adds."""

from pos_app.domain.figures import money_text
from pos_app.domain.holdings_told import held_told
from pos_app.domain.quote import Quote
from pos_app.domain.standing import QUEUE_KIND, Standing
from ui.till.panels.shown_member import disclosed, gain_head, gain_line, ticket_view, to_be_told
from ui.till.widgets.program_lines import ProgramLine, ProgramsView
from ui.widgets.key_hint import NO_HINT, KeyHint
from ui.wording import LiveWording


def programs_view(
    quote: Quote,
    words: LiveWording,
    *,
    standing: Standing | None = None,
    is_added: bool = False,
    key: str = "",
) -> ProgramsView:
    """Return a line for each program; `key` shows the rules, where one does."""
    has = _what_is_there(standing, words) if standing is not None else {}
    shown = []
    for each in quote.expected:
        gain = gain_line(each, words, in_short=True)
        line = ProgramLine(gain.label, has.pop(each.program, ()), gain.value, gain.when)
        if each.refused and not each.gains:
            line = ProgramLine(gain.label, line.has, refused=gain.when)
        shown.append(line)
    if standing is not None:
        shown += [
            ProgramLine(held.name, has[held.program])
            for held in standing.holdings
            if held.program in has
        ]
    return ProgramsView(
        gain_head(words, is_added=is_added),
        tuple(shown),
        _queue_sentence(quote, words),
        _rules_hint(quote, words, key=key),
    )


def _what_is_there(standing: Standing, words: LiveWording) -> dict[int, tuple[str, ...]]:
    """By program: the first ticket with its place, or the one figure of a holding."""
    found: dict[int, tuple[str, ...]] = {
        held.program: (held_told(held).figure.said(words.text),) for held in standing.holdings
    }
    for ticket in reversed(standing.tickets):
        view = ticket_view(ticket, words)
        phrase = " ".join(filter(None, (view.before, view.place, view.after)))
        sums = f"{money_text(ticket.received)} / {money_text(ticket.target)}"
        more = sum(each.program == ticket.program for each in standing.tickets) - 1
        further = f"  +{more}" if more else ""
        found[ticket.program] = (
            f"{phrase}  {sums}{further}",
            f"{phrase}  {sums}",
            f"{phrase}{further}",
        )
    return found


def _queue_sentence(quote: Quote, words: LiveWording) -> str:
    """The sentence that stands wherever a queue stands (rulebook 2.10)."""
    queues = {each.name for each in quote.expected if each.kind == QUEUE_KIND}
    return disclosed(tuple(each for each in to_be_told(quote) if each.program in queues), words)


def _rules_hint(quote: Quote, words: LiveWording, *, key: str) -> KeyHint:
    if not key:
        return NO_HINT
    _n = words.plural
    count = len(quote.disclosures)
    return KeyHint(
        key, _n("Rules of {count} program", "Rules of all {count} programs", count=count)
    )
