"""Tones: they are ours, they are there, and a till without sound works as well."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.tones import FOLDER, TONES, tone_bytes
from ui.sounds import Sound, Sounds


@pytest.mark.parametrize("sound", Sound, ids=lambda sound: sound.value)
def test_every_tone_is_the_one_our_script_writes(sound: Sound) -> None:
    """A sound of somebody else's would bring its licence along."""
    assert (FOLDER / f"{sound.value}.wav").read_bytes() == tone_bytes(sound.value)


def test_a_refusal_is_longer_and_lower_than_a_good_scan() -> None:
    """A cashier hears what happened without looking up."""
    (good_hertz, good_length), (bad_hertz, bad_length) = TONES["good"][0], TONES["refused"][0]

    assert bad_hertz < good_hertz
    assert bad_length > good_length


@pytest.mark.parametrize("volume", [0, 60])
def test_a_till_without_sound_goes_on_selling(qapp: QApplication, volume: int) -> None:
    """No loudspeaker, no player, or mute: the bar says everything in words too."""
    sounds = Sounds(volume_percent=volume)

    assert [sounds.play(sound) for sound in Sound] == [None, None, None]  # type: ignore[func-returns-value]
