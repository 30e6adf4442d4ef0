"""A program takes new sales or takes none; what is pending or queued goes on."""

import json

from pos_app.actions.books.record_fact import SHOP_ITSELF, record_fact, settle_due_in
from pos_app.actions.programs.adopt_program import ProgramAsk, refuse_without_consent, second_of
from pos_app.actions.programs.trial_gate import refuse_untried
from pos_app.actions.staff.allowed import allowed
from pos_app.domain.program import Program, ProgramVersion
from pos_app.domain.program_consent import GREEN, risk_of
from pos_app.domain.refusals.program import ProgramClosedForGood
from pos_app.domain.seat import Seat
from pos_app.domain.staff import PROGRAM
from pos_app.engine.book import kept
from pos_app.engine.program import parameters_from
from pos_app.errors import NotFound
from pos_app.journal.facts import ProgramAdopted
from pos_app.shop import Shop


def switch_program(
    shop: Shop,
    seat: Seat,
    *,
    program: int,
    enabled: bool,
    consent_by: str = "",
    typed_sentence: str = "",
) -> None:
    """Switch a program on or off; the next version has the same parameters.

    Switching off needs no consent and is always possible. Switching to what it is
    already changes nothing.

    Raises:
        NotAllowed: only an owner may.
        NotFound: no program has the number.
        ProgramClosedForGood: a closed program never runs again.
        ProgramConsentMissing, TypedSentenceWrong, SecondSupervisorMissing,
            CalculatorRunMissing: rulebook 10.10.
    """
    allowed(seat, PROGRAM)
    with shop.storage.write() as work:
        known = work.book.get(Program, program)
        if known is None:
            raise NotFound(what="program", named=str(program))
        if known.closed_at is not None:
            raise ProgramClosedForGood(name=known.name)
        if known.enabled == enabled:
            return
        version = kept(work.book, ProgramVersion, program, known.version)
        second = None
        if enabled and seat.staff != SHOP_ITSELF:
            params = json.loads(version.params)
            ask = ProgramAsk(
                known.name, known.kind, consent_by=consent_by, typed_sentence=typed_sentence
            )
            refuse_without_consent(known.kind, params, ask=ask)
            if risk_of(known.kind, params) != GREEN:
                tried = parameters_from(known.kind, version.params)
                refuse_untried(work.book, tried, name=known.name)
            second = second_of(work.book, seat, risk_of(known.kind, params))
        settle_due_in(shop, work)
        fact = ProgramAdopted(
            number=known.number,
            name=known.name,
            kind=known.kind,
            priority=known.priority,
            enabled=enabled,
            version=known.version + 1,
            params=version.params,
            consent_by=consent_by or known.consent_by,
            typed_sentence=typed_sentence.strip(),
            approved_by=second,
        )
        record_fact(shop, work, fact, staff=seat.staff)
