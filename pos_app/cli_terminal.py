"""What every command says and answers by: exit codes, language, one line told."""

import os

from pos_app.wording import Language, Wording

DONE = 0
FOUND_SOMETHING = 1
REFUSED = 1


def say(text: str) -> None:
    """Tell the person at the terminal."""
    print(text, flush=True)


def terminal_words() -> Wording:
    """The language of the terminal: Chinese where the machine speaks it, else English."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return Wording(Language.ZH_CN if spoken.lower().startswith("zh") else Language.EN)
