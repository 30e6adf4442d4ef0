"""Reads the bytes for a receipt printer and says what would come out.

An oracle: written from the printer's manual and not from the program, it knows nothing
of rows and layouts. A byte it does not understand is listed, never skipped in silence.
"""

from dataclasses import dataclass, field

from PIL import Image


@dataclass
class Paper:
    """What came out of the printer."""

    lines: list[str] = field(default_factory=list)
    inverse: list[str] = field(default_factory=list)
    scales: dict[str, tuple[int, int]] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)
    cuts: int = 0
    drawer_kicks: int = 0
    bands: list[Image.Image] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def picture(self) -> Image.Image:
        """All bands of dots, one below the other."""
        whole = Image.new("1", (self.bands[0].width, sum(b.height for b in self.bands)), 1)
        top = 0
        for band in self.bands:
            whole.paste(band, (0, top))
            top += band.height
        return whole


class Interpreter:
    """The printer: a stream of bytes, and the state that commands change."""

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._at = 0
        self._line = b""
        self._is_chinese = False
        self._is_inverse = False
        self._stored = b""
        self.paper = Paper()

    def run(self) -> Paper:
        """Print everything."""
        while self._at < len(self._stream):
            first = self._take(1)
            if first in {b"\x1b", b"\x1c", b"\x1d"}:
                self._command(first + self._take(1))
            elif first == b"\n":
                self._end_line()
            elif first < b" " or (first >= b"\x80" and not self._is_chinese):
                self.paper.unknown.append(first.hex())
            else:
                self._line += first if first < b"\x80" else first + self._take(1)
        return self.paper

    def _take(self, count: int) -> bytes:
        self._at += count
        return self._stream[self._at - count : self._at]

    def _end_line(self) -> None:
        text = self._line.decode("gb18030")
        self.paper.lines.append(text)
        if self._is_inverse:
            self.paper.inverse.append(text)
        self._line = b""

    def _command(self, code: bytes) -> None:
        match code:
            case b"\x1b@":
                self._is_chinese = self._is_inverse = False
            case b"\x1c&":
                self._is_chinese = True
            case b"\x1ba" | b"\x1bJ":
                self._take(1)
            case b"\x1bp":
                self._take(3)
                self.paper.drawer_kicks += 1
            case b"\x1dB":
                self._turn(is_inverse=self._take(1) == b"\x01")
            case b"\x1d!":
                scale = self._take(1)[0]
                self.paper.scales[self._rest_of_run()] = (scale >> 4) + 1, (scale & 7) + 1
            case b"\x1dV":
                self._take(2)
                self.paper.cuts += 1
            case b"\x1d(":
                self._qr()
            case b"\x1dv":
                self._dots()
            case _:
                self.paper.unknown.append(code.hex())

    def _turn(self, *, is_inverse: bool) -> None:
        if self._is_inverse and not is_inverse:
            self.paper.inverse.append(self._line.decode("gb18030"))
        self._is_inverse = is_inverse

    def _rest_of_run(self) -> str:
        end = self._stream.find(b"\x1d!", self._at)
        return self._stream[self._at : end].decode("gb18030") if end > 0 else ""

    def _qr(self) -> None:
        kind, low, high = self._take(3)
        body = self._take(low + 256 * high)
        if kind != ord("k") or body[:1] != b"1":
            self.paper.unknown.append(body.hex())
        elif body[1:2] == b"\x50":
            self._stored = body[3:]
        elif body[1:2] == b"\x51":
            self.paper.codes.append(self._stored.decode("ascii"))

    def _dots(self) -> None:
        _, _, wide_low, wide_high, high_low, high_high = self._take(6)
        row_bytes, height = wide_low + 256 * wide_high, high_low + 256 * high_high
        dots = bytes(each ^ 0xFF for each in self._take(row_bytes * height))
        self.paper.bands.append(Image.frombytes("1", (row_bytes * 8, height), dots))


def printed(stream: bytes) -> Paper:
    """Return what a printer makes of the bytes."""
    return Interpreter(stream).run()
