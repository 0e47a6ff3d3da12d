"""A process that does nothing but speak with Pico.

Pico reads memory that it has not written to. Depending on what was there before, the same words could sound slightly
different and give different bytes. A separate process starts with the same memory each time, and glibc is set to clear
what it reuses. For each text, the process reads a line of JSON, and writes a line with the number of bytes, followed by
the samples.
"""

import ctypes
import json
import signal
import sys

_MMAP_THRESHOLD, _PERTURB = -3, -6
"""The numbers of two options of `mallopt` in glibc."""
_LARGE, _TO_ZERO = 64 * 1024, 0xFF


def main() -> None:
    """Speak texts from the standard input until it ends."""
    from py_nanotts import NanoTTS

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    if sys.platform == "linux":
        set_option = getattr(ctypes.CDLL(None), "mallopt", None)
        if set_option:
            set_option(_MMAP_THRESHOLD, _LARGE)
            set_option(_PERTURB, _TO_ZERO)
    for line in sys.stdin.buffer:
        words, voice, pace = json.loads(line)
        samples = NanoTTS().speak(words, voice=voice, speed=pace)
        sys.stdout.buffer.write(f"{len(samples)}\n".encode() + samples)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
