"""Every text in the language of the moment; English sentences are the ids.

No text of any screen lives here, only the way from an id to words. A module that speaks
names the three ways `_`, `_n` and `_c`, because these names are what is extracted:

    _ = wording.text
    _("The bill is unchanged.")
    _n = wording.plural
    _n("{count} line", "{count} lines", count=7)
    _c = wording.text_in
    _c("button", "Change")

Never an f-string inside: it would be extracted by nobody and translated by nothing.
"""

import gettext
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from importlib.resources import as_file, files

from pos_app.domain.marked_text import N_

__all__ = ["DOMAIN", "N_", "Language", "Wording", "in_one_line", "listed"]

DOMAIN = "till"
"""The name of the catalogues."""


class Language(StrEnum):
    """The languages the program speaks, both complete; the value is a gettext locale."""

    ZH_CN = "zh_CN"
    EN = "en"


class Wording:
    """The words of one language; another language is another `Wording`."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._catalogue = _catalogue(language)

    def text(self, msgid: str, /, **fields: object) -> str:
        """The text for this id, with `{names}` replaced by what is handed over."""
        return _filled(self._catalogue.gettext(msgid), fields)

    def plural(self, one: str, many: str, /, *, count: int, **fields: object) -> str:
        """The text for so many; `{count}` is the number itself."""
        chosen = self._catalogue.ngettext(one, many, count)
        return _filled(chosen, {"count": count, **fields})

    def text_in(self, context: str, msgid: str, /, **fields: object) -> str:
        """The text where one English word has several translations: Change, Return."""
        return _filled(self._catalogue.pgettext(context, msgid), fields)


def in_one_line(sentences: Iterable[str]) -> str:
    """Put sentences behind one another; after a Chinese full stop there is no space."""
    line = ""
    for each in filter(None, sentences):
        gap = "" if not line or line.endswith(_WIDE_ENDS) else " "
        line += f"{gap}{each}"
    return line


def listed(names: Iterable[str], say: Callable[..., str]) -> str:
    """Return names as a sentence lists them: a, b, or 甲、乙."""
    return say(", ").join(names)


_WIDE_ENDS = ("。", "！", "？", "；", "：")
"""They are as wide as a sign and its space together."""


def _filled(text: str, fields: Mapping[str, object]) -> str:
    # Without fields a text may hold braces of its own, such as an example of a template.
    return text.format_map(fields) if fields else text


@lru_cache(maxsize=len(Language))
def _catalogue(language: Language) -> gettext.NullTranslations:
    with as_file(files("resources") / "translations") as folder:
        return gettext.translation(
            DOMAIN, folder, languages=[language.value], fallback=language is Language.EN
        )
