"""The reward programs as a table: columns and rows."""

from collections.abc import Sequence

from pos_app.actions.programs.list_programs import ProgramShown
from ui.office.programs.program_words import KIND_TITLES
from ui.office.programs.shown_program import state_of
from ui.office.widgets.office_model import Column, OfficeRow
from ui.wording import LiveWording


def program_columns(words: LiveWording) -> tuple[Column, ...]:
    """The heads, in the language of the moment."""
    _ = words.text
    return (
        Column(_("Name"), is_name=True),
        Column(_("Kind"), 132),
        Column(_("Version"), 58, is_figure=True),
        Column(_("State"), 132),
    )


def program_rows(programs: Sequence[ProgramShown], words: LiveWording) -> list[OfficeRow]:
    """One row for each, in the sequence in which sales try them."""
    _ = words.text
    rows = []
    for each in programs:
        state, colour = state_of(each, words)
        kind = _(KIND_TITLES[each.program.kind])
        cells = (each.program.name, kind, f"{each.program.version}", state)
        rows.append(OfficeRow(cells, ("", "ink2", "ink2", colour)))
    return rows
