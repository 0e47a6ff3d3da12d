"""Convert colours from the forms in which people write them."""

import re


def hex_colour(words: str) -> str:
    """Return a colour as `#rrggbb`, or an empty string.

    A colour is hexadecimal, with or without `#`, a CSS function such as `rgb(0, 94, 184)`, or a CSS name.
    """
    from PIL import ImageColor

    words = words.strip()
    if re.fullmatch("[0-9a-fA-F]{6}", words):
        words = f"#{words}"
    try:
        red, green, blue = ImageColor.getrgb(words)[:3]
    except ValueError:
        return ""
    return "" if max(red, green, blue) > 255 else f"#{red:02x}{green:02x}{blue:02x}"
