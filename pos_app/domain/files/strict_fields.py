"""Takes the fields of a JSON object one by one, each of its exact kind."""

from pos_app.domain.files.strict_json import NotStrict

LONGEST_ID = 64
LONGEST_TEXT = 4000


class Fields:
    """The fields of one object, each taken once; what is left over is a mistake.

    Every reader raises NotStrict with the field's name.
    """

    def __init__(self, value: object) -> None:
        if not isinstance(value, dict):
            raise NotStrict("object")
        self._left: dict[str, object] = dict(value)

    def __contains__(self, name: str) -> bool:
        # null stands for "not said", as it does for a member or a sponsor.
        return self._left.get(name) is not None

    def _take(self, name: str) -> object:
        if name not in self:
            raise NotStrict("missing", name)
        return self._left.pop(name)

    def number(self, name: str, default: int | None = None) -> int:
        """Return a whole number; without a default the field must be there."""
        if default is not None and name not in self:
            return default
        value = self._take(name)
        # True is an int to Python, not to a shop.
        if not isinstance(value, int) or isinstance(value, bool):
            raise NotStrict("type", name)
        return value

    def maybe_number(self, name: str) -> int | None:
        """Return a whole number, or None when it is not said."""
        return self.number(name) if name in self else None

    def maybe_flag(self, name: str) -> bool | None:
        """Return true or false, or None when it is not said."""
        if name not in self:
            return None
        value = self._take(name)
        if not isinstance(value, bool):
            raise NotStrict("type", name)
        return value

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text of at most 4,000 characters."""
        if default is not None and name not in self:
            return default
        value = self._take(name)
        if not isinstance(value, str):
            raise NotStrict("type", name)
        if len(value) > LONGEST_TEXT:
            raise NotStrict("too_long", name)
        return value

    def id(self, name: str, *, default: str | None = None, may_hold_at: bool = True) -> str:
        """Return an id: 1 to 64 characters, of members and programs without `@`."""
        value = self.text(name, default)
        if not value or len(value) > LONGEST_ID or ("@" in value and not may_hold_at):
            raise NotStrict("id", name)
        return value

    def maybe_id(self, name: str) -> str | None:
        """Return a member's id, or None when there is no member."""
        return self.id(name, may_hold_at=False) if name in self else None

    def word(self, name: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """Return one of the words allowed."""
        value = self.text(name, default)
        if value not in allowed:
            raise NotStrict("word", name)
        return value

    def objects(self, name: str) -> "list[Fields]":
        """Return the objects of a list, each as fields of its own."""
        value = self._take(name)
        if not isinstance(value, list):
            raise NotStrict("type", name)
        return [Fields(each) for each in value]

    def mapping(self, name: str) -> dict[str, object]:
        """Return an object as it is; empty when it is not said."""
        if name not in self:
            return {}
        value = self._take(name)
        if not isinstance(value, dict):
            raise NotStrict("type", name)
        return value

    def refuse_more(self) -> None:
        """Refuse fields that nobody took: misspelt, they would be wrong money."""
        for name, value in self._left.items():
            if value is not None:
                raise NotStrict("unknown_field", name)
