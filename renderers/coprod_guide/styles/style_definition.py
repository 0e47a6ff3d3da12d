"""A style of the style sheet, before it is written as XML."""

from attrs import frozen

from coprod_guide.styles.formatting import ParagraphFormat, RunFormat
from coprod_guide.styles.style_names import WordStyle

_PARAGRAPH, _RUN = ParagraphFormat(), RunFormat()


@frozen(kw_only=True)
class StyleDefinition:
    """A style: its formatting, base and following style.

    `table` is XML that only a table style has.
    """

    style: WordStyle
    based_on: WordStyle | None = WordStyle.NORMAL
    next: WordStyle | None = None
    paragraph: ParagraphFormat = _PARAGRAPH
    run: RunFormat = _RUN
    table: str = ""
