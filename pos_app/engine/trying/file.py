"""A file of programs to try: one or several, and the shop's limits.

Fields are named as in the replay format's `program` and `shop` events; the file is read
as strictly.
"""

from dataclasses import dataclass

from pos_app.domain.files.strict_fields import Fields
from pos_app.domain.files.strict_json import NotStrict, read_strict
from pos_app.domain.settings import ShopRules
from pos_app.engine.trying.adopt import USUAL_PRIORITY, ProgramTried
from pos_app.errors import Refusal


@dataclass(eq=False)
class ProgramFileUnreadable(Refusal):
    """A file is no program to try; `why` is a word as for a line of a history."""

    why: str
    named: str = ""
    """The field it is about."""


@dataclass(frozen=True, slots=True)
class ProgramFile:
    """What a file of programs says."""

    programs: tuple[ProgramTried, ...]
    rules: ShopRules | None
    """None: the file says nothing about the shop's limits."""


def read_program_file(content: bytes) -> ProgramFile:
    """Read `{"kind": ...}`, or `{"programs": [...], "shop": {...}}`.

    A program without a name is called by its kind.

    Raises:
        ProgramFileUnreadable: no JSON, or a field missing, unknown or of another kind.
    """
    try:
        fields = Fields(read_strict(content.decode("utf-8-sig")))
        several = fields.objects("programs") if "programs" in fields else [fields]
        rules = _rules(Fields(fields.mapping("shop"))) if "shop" in fields else None
        programs = tuple(_program(each) for each in several)
        for each in (fields, *several):
            each.refuse_more()
    except UnicodeDecodeError as not_utf8:
        raise ProgramFileUnreadable("encoding") from not_utf8
    except NotStrict as broken:
        raise ProgramFileUnreadable(broken.why, broken.named) from broken
    return ProgramFile(programs, rules)


def _program(fields: Fields) -> ProgramTried:
    kind = fields.text("kind")
    return ProgramTried(
        name=fields.id("program", default=kind, may_hold_at=False),
        kind=kind,
        preset=fields.text("preset") if "preset" in fields else None,
        params=fields.mapping("params"),
        priority=fields.number("priority", USUAL_PRIORITY),
    )


def _rules(fields: Fields) -> ShopRules:
    usual = ShopRules()
    read = ShopRules(
        max_total_concession_bp=fields.number(
            "max_total_concession_bp", usual.max_total_concession_bp
        ),
        max_margin_share_bp=fields.number("max_margin_share_bp", usual.max_margin_share_bp),
    )
    fields.refuse_more()
    return read
