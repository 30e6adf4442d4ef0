"""Three short tones: rung up, refused, look here. Nothing depends on them.

Qt plays files only with an addition that a till need not have; without it the system's
own beep stands for a refusal and for attention.
"""

from enum import Enum
from importlib import import_module
from importlib.resources import files

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QApplication


class Sound(Enum):
    """What a tone means; the value is its file's name."""

    GOOD = "good"
    REFUSED = "refused"
    ATTENTION = "attention"


class Sounds(QObject):
    """Plays tones; `volume_percent` 0 is mute, for deaf users and quiet shops."""

    def __init__(self, *, volume_percent: int = 60, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.volume_percent = volume_percent
        self._effects: dict[Sound, QObject] = {}
        self._can_play = True

    def play(self, sound: Sound) -> None:
        """Play a tone now, if anything here can."""
        if self.volume_percent <= 0:
            return
        effect = self._effect(sound)
        if effect is not None:
            effect.setProperty("volume", self.volume_percent / 100)
            effect.play()  # type: ignore[attr-defined]
        elif sound is not Sound.GOOD:
            QApplication.beep()

    def _effect(self, sound: Sound) -> QObject | None:
        if sound in self._effects:
            return self._effects[sound]
        if not self._can_play:
            return None
        try:
            multimedia = import_module("PySide6.QtMultimedia")
        except ImportError:
            self._can_play = False
            return None
        effect: QObject = multimedia.QSoundEffect(self)
        path = files("resources") / "sounds" / f"{sound.value}.wav"
        effect.setProperty("source", QUrl.fromLocalFile(str(path)))
        self._effects[sound] = effect
        return effect
