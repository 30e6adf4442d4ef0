"""Writes the three tones of resources/sounds: `python tests/tones.py`.

Triangle waves of whole numbers, so that every machine writes the same bytes.
"""

import io
import sys
import wave
from array import array
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"
RATE = 22_050
LOUDEST = 20_000
FADE = 220
"""Samples over which a tone comes and goes; without them it would click."""

TONES: dict[str, tuple[tuple[int, int], ...]] = {
    "good": ((1_400, 70),),
    "refused": ((220, 380),),
    "attention": ((660, 130), (880, 160)),
}
"""Each tone as (hertz, milliseconds): short and high, long and low, two tones."""


def tone_bytes(name: str) -> bytes:
    """One tone as a WAV file: mono, 16 bit."""
    samples = array("h")
    for hertz, milliseconds in TONES[name]:
        count = RATE * milliseconds // 1000
        for number in range(count):
            phase = number * hertz * 4 % (RATE * 4)
            triangle = abs((phase + RATE) % (RATE * 4) - 2 * RATE) - RATE
            edge = min(number, count - 1 - number, FADE)
            samples.append(triangle * LOUDEST * edge // (RATE * FADE))
    if sys.byteorder == "big":
        samples.byteswap()
    stream = io.BytesIO()
    with wave.open(stream, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return stream.getvalue()


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for each in TONES:
        (FOLDER / f"{each}.wav").write_bytes(tone_bytes(each))
