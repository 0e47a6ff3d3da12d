"""Recordings for tests: tones as WAV files."""

import io
import math
import wave
from array import array


def wav_file(*, rate: int = 48_000, volume: int = 8_000, channels: int = 1, seconds: float = 0.5) -> bytes:
    """Return a tone as a WAV file."""
    tone = (round(volume * math.sin(at / 20)) for at in range(round(rate * seconds)) for _ in range(channels))
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setparams((channels, 2, rate, 0, "NONE", ""))
        file.writeframes(array("h", tone).tobytes())
    return out.getvalue()
