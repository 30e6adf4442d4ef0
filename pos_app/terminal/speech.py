"""What every command says and answers by: exit codes, language, one line told."""

import argparse
import gettext
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import as_file, files

from pos_app.wording import DOMAIN, Language, Wording

DONE = 0
FOUND_SOMETHING = 1
REFUSED = 1

_CHOSEN = "LANGUAGE"
_SPOKEN = (_CHOSEN, "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system says which language its people read; the first that says anything."""


def spare_signs() -> None:
    """Let a sign that the terminal cannot show be written as its number.

    The name of a shop or of a file must not end a command that has done its work.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Tell the person at the terminal."""
    print(text, flush=True)


def warn(text: str) -> None:
    """Tell the person at the terminal, beside what a command answers with."""
    print(text, file=sys.stderr, flush=True)


def tell_progress(text: str) -> None:
    """Say how far a long command is, over what was said before; only to a person.

    A log or another program gets the answer alone.
    """
    if sys.stderr.isatty():
        print(text, end="\r", file=sys.stderr, flush=True)


def end_progress() -> None:
    """Leave the line of `tell_progress`, so that the answer begins on one of its own."""
    if sys.stderr.isatty():
        print(file=sys.stderr, flush=True)


def terminal_words() -> Wording:
    """The language of the terminal: Chinese where the machine speaks it, else English."""
    told = next(filter(None, map(os.environ.get, _SPOKEN)), "")
    return Wording(Language.ZH_CN if told.lower().startswith("zh") else Language.EN)


@contextmanager
def speaking(arguments: Sequence[str]) -> Iterator[None]:
    """Let everything said meanwhile be in the language asked for, or the machine's.

    argparse asks gettext itself for its words, and gettext asks the environment; so both
    are told, and both are put back afterwards.
    """
    before = os.environ.get(_CHOSEN), gettext.textdomain()
    with as_file(files("resources") / "translations") as folder:
        gettext.bindtextdomain(DOMAIN, str(folder))
        gettext.textdomain(DOMAIN)
        try:
            # Once for the words of a mistake in `--language` itself, once as it asks.
            os.environ[_CHOSEN] = terminal_words().language.value
            asker = argparse.ArgumentParser(prog="main.py", add_help=False)
            add_language(asker, terminal_words())
            asked, _ = asker.parse_known_args(arguments)
            os.environ[_CHOSEN] = getattr(asked, "language", os.environ[_CHOSEN])
            yield
        finally:
            gettext.textdomain(before[1])
            _put_back(before[0])


def _put_back(chosen: str | None) -> None:
    if chosen is None:
        os.environ.pop(_CHOSEN, None)
    else:
        os.environ[_CHOSEN] = chosen


def add_language(parser: argparse.ArgumentParser, words: Wording) -> None:
    """Add `--language` to a parser; without it the language is the machine's."""
    _ = words.text
    parser.add_argument(
        "--language",
        choices=[each.value for each in Language],
        default=argparse.SUPPRESS,
        help=_("language of answers and reports; without it the system's, for reports the shop's"),
    )
