"""The Word styles used in guides, and their ids in a document."""

from enum import StrEnum

from attrs import field, frozen

from coprod_office.reading.theme import read_theme
from coprod_office.reading.word_styles import WordStyles
from coprod_office.reading.xml import Element, W


class WordStyle(StrEnum):
    """The styles used in guides, by their names in Word."""

    NORMAL = "Normal"
    BODY = "Body Text"
    LEAD = "Lead"
    SAY = "Say aloud"
    SMALL = "Small print"
    LABEL = "Label"
    TIME = "Time"
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    COVER_LABEL = "Cover label"
    LOGO = "Logo"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    HEADING_4 = "heading 4"
    HEADING_5 = "heading 5"
    HEADING_6 = "heading 6"
    CONTENTS_HEADING = "TOC Heading"
    CONTENTS_1 = "toc 1"
    CONTENTS_2 = "toc 2"
    CONTENTS_3 = "toc 3"
    BULLET = "List Bullet"
    NUMBER = "List Number"
    CHECK = "List check"
    CAPTION = "caption"
    FIGURE = "Figure"
    FIGURE_LABEL = "Figure label"
    PICTURE = "Picture"
    IDEA = "Idea"
    IDEA_HEADING = "Idea heading"
    TABLE_HEADING = "Table heading"
    TABLE_TEXT = "Table text"
    FACT_LABEL = "Fact label"
    FACT_VALUE = "Fact value"
    CALLOUT = "Callout"
    CALLOUT_SAY = "Callout say"
    CALLOUT_ADVICE = "Callout advice"
    CALLOUT_CAUTION = "Callout caution"
    CALLOUT_ACCESS = "Callout access"
    CALLOUT_EVIDENCE = "Callout evidence"
    NOTE = "Note"
    NOTE_BULLET = "Note list"
    CALLOUT_TITLE = "Callout title"
    PROMPT = "Writing prompt"
    WRITING = "Writing line"
    CERTIFICATE_NAME = "Certificate name"
    CERTIFICATE_ANSWER = "Certificate answer"
    SIGNPOST = "Signpost"
    ADDRESS = "Address"
    REFERENCE = "Reference"
    HEADER = "header"
    FOOTER = "footer"
    STRONG = "Strong"
    EMPHASIS = "Emphasis"
    LINK = "Hyperlink"
    TABLE = "Workshop table"
    WRITING_TABLE = "Writing space"

    @property
    def id(self) -> str:
        """The style's id in our reference document."""
        return "".join(word[0].upper() + word[1:] for word in self.value.split()).replace("Toc", "TOC")


HEADINGS = tuple(WordStyle(f"heading {level}") for level in range(1, 7))
CONTENTS = (WordStyle.CONTENTS_1, WordStyle.CONTENTS_2, WordStyle.CONTENTS_3)
LISTS = (WordStyle.BULLET, WordStyle.NUMBER, WordStyle.CHECK, WordStyle.REFERENCE, WordStyle.NOTE_BULLET)
CHARACTERS = (WordStyle.STRONG, WordStyle.EMPHASIS, WordStyle.LINK, WordStyle.CALLOUT_TITLE)
TABLES = (WordStyle.TABLE, WordStyle.WRITING_TABLE)


@frozen
class StyleIndex:
    """The ids of a document's styles, and the lists they use."""

    ids: dict[WordStyle, str]
    _styles: WordStyles = field(repr=False)

    @classmethod
    def of(cls, root: Element, ids: dict[WordStyle, str]) -> "StyleIndex":
        """Return an index of the styles with the given ids."""
        return cls(ids, WordStyles.read(root, read_theme(None, {})))

    def list_of(self, style: WordStyle) -> int | None:
        """Return the id of a style's own or inherited list, or None."""
        for element in self._styles.ancestry(self.ids.get(style)):
            number = element.find(f"{W}pPr/{W}numPr/{W}numId")
            if number is not None and (value := number.get(f"{W}val")):
                return int(value) or None
        return None
