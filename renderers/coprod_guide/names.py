"""The styles that a guide is written in, by the names that Word knows them by (built-in ones where Word has one)."""

from enum import StrEnum


class Style(StrEnum):
    """A style by name. A reference document of an organisation has to have all of them."""

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
        """The id of the style in the library's own reference document: its name in Pascal case, as Word makes ids."""
        return "".join(word[0].upper() + word[1:] for word in self.value.split()).replace("Toc", "TOC")


HEADINGS = tuple(Style(f"heading {level}") for level in range(1, 7))
CONTENTS = (Style.CONTENTS_1, Style.CONTENTS_2, Style.CONTENTS_3)
LISTS = (Style.BULLET, Style.NUMBER, Style.CHECK, Style.REFERENCE, Style.NOTE_BULLET)
CHARACTERS = (Style.STRONG, Style.EMPHASIS, Style.LINK, Style.CALLOUT_TITLE)
TABLES = (Style.TABLE, Style.WRITING_TABLE)
