"""Why parameters cannot run, in words: which one, and what it would have to be."""

from collections.abc import Sequence

from pos_app.domain.figures import rate_text
from pos_app.errors import ShopError
from pos_app.sentences.rules import BROKEN_RULES
from pos_app.sentences.told import tell
from ui.office.programs.questions import Question, range_text
from ui.wording import LiveWording

_FIELDS = {
    "HoldTooShort": "hold_days",
    "ProgramOverLimit": "concession_bp",
}


def refusal_in_words(
    error: ShopError, questions: Sequence[Question], words: LiveWording
) -> tuple[str, str]:
    """Return a sentence and the parameter it is about; both empty for anything else."""
    _ = words.text
    kind = type(error).__name__
    broken = BROKEN_RULES.get(str(getattr(error, "rule", "")))
    if broken is not None:
        return tell(error, words.wording).happened, broken.parameter
    if kind == "ParameterOutOfRange":
        name = getattr(error, "name", "")
        asked = next((each for each in questions if each.name == name), None)
        if asked is not None:
            told = range_text(asked, words)
            return _("{what}: {range}.", what=_(asked.label), range=told), asked.name
    if kind == "ProgramOverLimit":
        rate, limit = (rate_text(getattr(error, part)) for part in ("rate", "limit"))
        sentence = _(
            "It puts in {rate} of a sale; all programs together may put in {limit}. The shop's "
            "rules can raise that.",
            rate=rate,
            limit=limit,
        )
        names = {each.name for each in questions}
        return sentence, next(n for n in ("concession_bp", "rebate_bp", "earn_bp") if n in names)
    if kind == "ScopeMayNotChange":
        return _scope_told(error, questions, words), "scope"
    return "", _FIELDS.get(kind, "")


def _scope_told(error: ShopError, questions: Sequence[Question], words: LiveWording) -> str:
    """In the words of the choice, not of the rulebook."""
    _ = words.text
    scope = next(each for each in questions if each.name == "scope")
    shown = dict(zip(map(str, scope.choices), scope.choice_words, strict=True))
    return _(
        "{program} keeps its queue for {scope} while tickets wait.",
        program=str(getattr(error, "program", "")),
        scope=_(shown[str(getattr(error, "now", ""))]),
    )
