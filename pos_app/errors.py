"""Refusal (the shop says no) and Fault (the world failed); anything else is a bug.

    ShopError
    +-- Refusal   the shop says no: nothing was written, the person is told what to press
    +-- Fault     the world failed (disk, printer, network): says what was not done

A subclass is a dataclass whose fields are the facts of the situation. It never holds a
sentence: `pos_app.wording` makes the sentence in the language of whoever reads it.
"""

from dataclasses import dataclass, fields


class ShopError(Exception):
    """Anything the program can explain to the person at the counter."""

    @property
    def facts(self) -> dict[str, object]:
        """The situation as named values, for the sentence and for the replay result."""
        named = fields(self) if hasattr(self, "__dataclass_fields__") else ()  # type: ignore[arg-type]
        return {each.name: getattr(self, each.name) for each in named}

    def __str__(self) -> str:
        """Return the situation's name and facts, for logs and tracebacks only."""
        told = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{type(self).__name__}({told})"


class Refusal(ShopError):
    """The shop says no; nothing was written."""


class Fault(ShopError):
    """The world failed; says what was not done and what still works."""


@dataclass(eq=False)
class NotFound(Refusal):
    """Something named by a person, a code or a file is not in the shop."""

    what: str
    named: str


@dataclass(eq=False)
class NotAllowed(Refusal):
    """The person signed in may not do this; a manager's PIN approves it once."""

    action: str
    limit: int | None = None
    asked: int | None = None
