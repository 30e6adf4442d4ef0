"""The sample shop's own files as values: its name, its people, its programs.

Its products come through `domain.files.product_import`, as any owner's list does.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pos_app.domain.files.csv_text import csv_rows, decoded
from pos_app.domain.files.strict_fields import LONGEST_TEXT, Fields
from pos_app.domain.files.strict_json import read_strict


@dataclass(frozen=True, slots=True)
class SampleProgram:
    """A reward program that the sample shop runs from its first day."""

    name: str
    kind: str
    priority: int
    preset: str | None
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SampleShop:
    """What the sample shop calls itself, and its programs."""

    name: str
    address: str
    contact: str
    language: str
    programs: tuple[SampleProgram, ...]


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """Somebody who works in the sample shop; the PIN is printed beside the file."""

    name: str
    role: str
    pin: str


@dataclass(frozen=True, slots=True)
class SampleMember:
    """A member of the sample shop; sponsors stand before those they brought."""

    number: int
    name: str
    phone: str
    sponsor: int | None


def read_sample_shop(content: bytes) -> SampleShop:
    """Return shop.json; raises NotStrict when somebody spoilt it."""
    fields = Fields(read_strict(content.decode("utf-8")))
    shop = SampleShop(
        name=fields.text("name"),
        address=fields.text("address"),
        contact=fields.text("contact"),
        language=fields.text("language"),
        programs=tuple(_program(each) for each in fields.objects("programs")),
    )
    fields.refuse_more()
    return shop


def read_sample_staff(content: bytes) -> tuple[SamplePerson, ...]:
    """Return staff.csv: name, role, pin."""
    return tuple(SamplePerson(name, role, pin) for name, role, pin in _rows(content))


def read_sample_members(content: bytes) -> tuple[SampleMember, ...]:
    """Return members.csv: number, name, phone, sponsor's number or nothing."""
    return tuple(
        SampleMember(int(number), name, phone, int(sponsor) if sponsor else None)
        for number, name, phone, sponsor in _rows(content)
    )


def _program(fields: Fields) -> SampleProgram:
    program = SampleProgram(
        name=fields.text("name"),
        kind=fields.text("kind"),
        priority=fields.number("priority"),
        preset=fields.text("preset") if "preset" in fields else None,
        params=fields.mapping("params"),
    )
    fields.refuse_more()
    return program


def _rows(content: bytes) -> list[tuple[str, ...]]:
    """The rows below the heading."""
    text, _ = decoded(content)
    return [row.fields for row in csv_rows(text, longest_field=LONGEST_TEXT)][1:]
