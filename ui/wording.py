"""The words of the screens: one object that says when the language changes.

A screen sets its texts in one method, calls it once and connects it to `changed`. The
texts themselves come from `pos_app.wording`.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator, Signal

from pos_app.wording import N_, Language, Wording

__all__ = ["N_", "Language", "LiveWording", "Wording"]

_STOCK = "stock dialogs"


class LiveWording(QObject):
    """The wording all screens share; `speak` changes the language while running."""

    changed = Signal()

    def __init__(self, language: Language, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(language)
        self._speak_in_stock_dialogs()

    @property
    def language(self) -> Language:
        """The language spoken now."""
        return self._wording.language

    @property
    def wording(self) -> Wording:
        """The words of the moment, for actions that make texts of their own."""
        return self._wording

    def speak(self, language: Language) -> None:
        """Speak another language from now on; every screen sets its texts anew."""
        if language is self.language:
            return
        self._wording = Wording(language)
        self._speak_in_stock_dialogs()
        self.changed.emit()

    def text(self, msgid: str, /, **fields: object) -> str:
        """See `Wording.text`; a screen calls it `_`."""
        return self._wording.text(msgid, **fields)

    def plural(self, one: str, many: str, /, *, count: int, **fields: object) -> str:
        """See `Wording.plural`; a screen calls it `_n`."""
        return self._wording.plural(one, many, count=count, **fields)

    def text_in(self, context: str, msgid: str, /, **fields: object) -> str:
        """See `Wording.text_in`; a screen calls it `_c`."""
        return self._wording.text_in(context, msgid, **fields)

    def _speak_in_stock_dialogs(self) -> None:
        """Qt's own dialogs, for files and printers, follow; Qt speaks English by itself.

        The application has one such translator, whoever installed it: one left behind by
        an earlier window would go on speaking its own language.
        """
        application = QCoreApplication.instance()
        if application is None:
            return
        for before in application.findChildren(QTranslator, _STOCK):
            application.removeTranslator(before)
            before.setParent(None)
        if self.language is Language.EN:
            return
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        stock = QTranslator(application)
        stock.setObjectName(_STOCK)
        if stock.load(f"qtbase_{self.language.value}", folder):
            application.installTranslator(stock)
