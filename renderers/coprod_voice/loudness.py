"""Measure and change the loudness of sound with FFmpeg's filters.

Loudness is as defined in EBU R128.
"""

from coprod_voice.sound import Sound, audio_frame, filtered_frames, sound_of

TARGET = -23.0
"""The loudness, in LUFS, that EBU R128 sets for programmes."""
SILENT = -60.0
"""The loudness, in LUFS, up to which sound counts as silence."""
_KEY = "lavfi.r128.I"
_LIMIT = ("alimiter", "limit=0.79:level=false:latency=true")
"""Keeps peaks below -2 dBFS."""
_SHORTEST = 0.4
"""The shortest sound that the standard can measure, in seconds."""


def loudness(sound: Sound) -> float:
    """Return the integrated loudness of a sound, in LUFS.

    The result is -70 for complete silence.
    """
    padded = sound.lasting(max(sound.seconds, _SHORTEST) + 0.2)  # the filter reports every tenth of a second
    frames = filtered_frames((audio_frame(padded.samples),), ("ebur128", "metadata=1"))
    found = [frame.metadata[_KEY] for frame in frames if _KEY in frame.metadata]
    return max(-70.0, float(found[-1])) if found else -70.0


def at_target(sound: Sound) -> Sound:
    """Return a sound at the target loudness, without clipping. Silence is unchanged."""
    measured = loudness(sound)
    if measured <= SILENT:
        return sound
    volume = ("volume", f"{TARGET - measured:.2f}dB:precision=double")
    made = sound_of((audio_frame(sound.samples),), volume, _LIMIT)
    return made.lasting(sound.seconds)
