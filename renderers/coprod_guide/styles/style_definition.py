"""Definition of a style, before it is written as XML."""

from attrs import frozen

from coprod_guide.styles.formatting import ParagraphFormat, RunFormat
from coprod_guide.styles.style_names import WordStyle

_PARAGRAPH, _RUN = ParagraphFormat(), RunFormat()


@frozen(kw_only=True)
class StyleDefinition:
    """A style with its formatting, base style and following style.

    `table` is the XML of table properties, and is empty for other styles.
    """

    style: WordStyle
    based_on: WordStyle | None = WordStyle.NORMAL
    next: WordStyle | None = None
    paragraph: ParagraphFormat = _PARAGRAPH
    run: RunFormat = _RUN
    table: str = ""
