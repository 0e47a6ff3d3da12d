"""Sizes and colours that make a template's text readable."""

from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast, mixed
from coprod_guide.styles.style_names import WordStyle
from coprod_office.reading.word_styles import WordStyles

USUAL_SIZE = 10.0
"""The size of text, in points, in a Word document that sets none."""
_SMALL = (WordStyle.CAPTION, WordStyle.CONTENTS_1, WordStyle.CONTENTS_2, WordStyle.CONTENTS_3)


def target_size(style: WordStyle, own: float | None, brand: Brand, scale: float) -> float:
    """Return the size for text in a template's style, in points.

    `own` is the size of the style, or None for 10 points. It is multiplied by `scale` and rounded to half a point. The
    result is never smaller than the brand's body text or, for captions and contents lists, its small text.
    """
    least = brand.guide.small if style in _SMALL else brand.guide.body
    return max(float(least), round((own or USUAL_SIZE) * scale * 2) / 2)


def scale_of(brand: Brand, styles: WordStyles) -> float:
    """Return the ratio of the brand's body text size to a template's.

    The result is at least 1.
    """
    return max(1.0, brand.guide.body / body_size(styles))


def body_size(styles: WordStyles) -> float:
    """Return the size of a template's body text in points.

    Text smaller than 12 points counts as 12 points.
    """
    format_ = styles.style_format(styles.default("paragraph")).over(styles.defaults)
    return max(12.0, format_.size or USUAL_SIZE)


def is_readable(colour: str, ground: str) -> bool:
    """Return whether text in a colour can be read on a background."""
    return contrast(colour, ground) >= LEAST_FOR_TEXT


def readable(colour: str, grounds: tuple[str, ...], least: float) -> str:
    """Return the readable shade that is nearest to a colour.

    The shade has a contrast of at least `least` with each background in `grounds`. If there is no such shade, black or
    white is returned.
    """
    away = max(("#000000", "#ffffff"), key=lambda end: contrast(end, grounds[0]))
    shades = (mixed(colour, away, share / 100) for share in range(101))
    return next((shade for shade in shades if all(contrast(shade, each) >= least for each in grounds)), away)
