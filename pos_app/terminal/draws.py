"""The commands `draws` and `check-draws`: a protocol written, and computed again."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pos_app.terminal.opened import opened_to_tell
from pos_app.terminal.speech import DONE, FOUND_SOMETHING, say, terminal_words
from pos_app.wording import N_, Wording

if TYPE_CHECKING:
    from pos_app.actions.draws.draw_protocol import ProtocolChecked

_DOUBTS = {
    "commitment": N_("The seed is not the one that was promised."),
    "position": N_("Another position comes out."),
    "winner": N_("Another sale stands at that position."),
    "prize": N_("The prize is larger than the purchase that won."),
    "pool": N_("The pot did not fall by the prizes of the round."),
}


def add_draws(commands: Any, each: argparse.ArgumentParser, words: Wording) -> None:
    """Add the commands to a parser's commands; `each` brings what every command takes."""
    _ = words.text
    draws = commands.add_parser("draws", parents=[each], help=_("write the protocol of the draws"))
    draws.add_argument("program", metavar="PROGRAM", help=_("the program's name"))
    draws.add_argument(
        "--out", type=Path, required=True, metavar="PROTOCOL.json", help=_("the file to write")
    )
    check = commands.add_parser(
        "check-draws", parents=[each], help=_("compute a protocol of draws again from its seed")
    )
    check.add_argument(
        "protocol", type=Path, metavar="PROTOCOL.json", help=_("the published protocol")
    )
    check.add_argument("--seed", help=_("the published seed; the protocol's own without it"))


def do_draws(asked: argparse.Namespace) -> int:
    """Write a protocol."""
    from pos_app.actions.draws.draw_protocol import protocol_pieces
    from pos_app.actions.premises.named_file import write_named_file

    with opened_to_tell(asked.folder) as shop:
        written = write_named_file(asked.out, protocol_pieces(shop, program=asked.program))
    say(str(written))
    return DONE


def do_check_draws(asked: argparse.Namespace) -> int:
    """Compute a protocol again and say what does not come out."""
    from pos_app.actions.draws.draw_protocol import check_protocol, read_protocol

    _ = terminal_words().text
    protocol = read_protocol(asked.protocol)
    checked = check_protocol(protocol, seed=asked.seed)
    if not checked.doubts:
        say(_all_right(checked, terminal_words()))
        return DONE
    for doubt in checked.doubts:
        say(f"{doubt.round_id} {doubt.pick} {_(_DOUBTS[doubt.why])}".strip())
    say(_("Lines of this protocol that do not come out: {count}.", count=len(checked.doubts)))
    return FOUND_SOMETHING


def _all_right(checked: "ProtocolChecked", words: Wording) -> str:
    """What is right about a protocol without doubts; a round may have drawn nothing."""
    _, _n = words.text, words.plural
    if checked.draws:
        return _("Every draw comes out of the seed as the protocol says.")
    if not checked.rounds:
        return _("No draw yet; there is nothing to compute.")
    return _n(
        "{count} round ended without a draw: its pot was smaller than every purchase in it, "
        "or nobody took part. There is nothing to compute.",
        "{count} rounds ended without a draw: the pot was smaller than every purchase, "
        "or nobody took part. There is nothing to compute.",
        count=checked.rounds,
    )
