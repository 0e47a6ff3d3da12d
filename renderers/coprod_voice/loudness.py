"""Loudness of sound by EBU R128, measured and changed by FFmpeg's filters."""

from coprod_voice.sound import Sound, audio_frame, filtered_frames, sound_of

TARGET = -23.0
"""The loudness of programmes in EBU R128, in LUFS."""
SILENT = -60.0
"""Sound that is no louder than this counts as silence, in LUFS."""
_KEY = "lavfi.r128.I"
_LIMIT = ("alimiter", "limit=0.79:level=false:latency=true")
"""Keeps peaks below -2 dBFS."""
_SHORTEST = 0.4
"""The shortest sound that the standard can measure, in seconds."""


def loudness(sound: Sound) -> float:
    """Return the integrated loudness of a sound, in LUFS.

    Silence has a loudness of -70.
    """
    padded = sound.lasting(max(sound.seconds, _SHORTEST) + 0.2)  # the filter reports every tenth of a second
    frames = filtered_frames((audio_frame(padded.samples),), ("ebur128", "metadata=1"))
    found = [frame.metadata[_KEY] for frame in frames if _KEY in frame.metadata]
    return max(-70.0, float(found[-1])) if found else -70.0


def at_target(sound: Sound) -> Sound:
    """Return a sound at the target loudness, without clipping. Silence stays silent."""
    measured = loudness(sound)
    if measured <= SILENT:
        return sound
    volume = ("volume", f"{TARGET - measured:.2f}dB:precision=double")
    made = sound_of((audio_frame(sound.samples),), volume, _LIMIT)
    return made.lasting(sound.seconds)
