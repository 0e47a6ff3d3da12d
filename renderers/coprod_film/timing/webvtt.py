"""Captions as WebVTT files (https://www.w3.org/TR/webvtt1/)."""

from coprod_film.timing.captions import Caption

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NEW_LINE = "\n"


def webvtt(captions: tuple[Caption, ...]) -> bytes:
    """Return captions as the bytes of a WebVTT file."""
    cues = (
        f"{at}\n{_time(each.start)} --> {_time(each.end)}\n{_NEW_LINE.join(each.lines).translate(_ESCAPES)}\n"
        for at, each in enumerate(captions, start=1)
    )
    return "\n".join(("WEBVTT\n", *cues)).encode()


def _time(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, thousandths = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{thousandths // 1000:02}.{thousandths % 1000:03}"
