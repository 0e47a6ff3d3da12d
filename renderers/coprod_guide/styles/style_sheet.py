"""The style sheet of a guide, `word/styles.xml`."""

from coprod_content.brand.brand import Brand
from coprod_guide.styles.block_styles import callout_styles, figure_styles, table_styles
from coprod_guide.styles.cover_styles import cover_styles
from coprod_guide.styles.formatting import RunFormat, StyleDefinition, ThemedColour, line_spacing
from coprod_guide.styles.style_names import CHARACTERS, CONTENTS, HEADINGS, TABLES, WordStyle
from coprod_guide.styles.text_styles import character_styles, heading_styles, list_styles, text_styles
from coprod_guide.wordprocessingml import W_NAMESPACE
from coprod_office import HEAD

_AUTOMATIC = (*CONTENTS, WordStyle.HEADER, WordStyle.FOOTER, WordStyle.LINK)  # applied automatically, not by hand
_NOT_IN_GALLERY = {WordStyle.FIGURE, WordStyle.FIGURE_LABEL, WordStyle.PICTURE, WordStyle.LOGO, *_AUTOMATIC, *TABLES}
_BUILT_IN = {
    *(WordStyle.NORMAL, WordStyle.BODY, WordStyle.TITLE, WordStyle.SUBTITLE, *HEADINGS, WordStyle.CONTENTS_HEADING),
    *(WordStyle.BULLET, WordStyle.NUMBER, WordStyle.CAPTION, WordStyle.STRONG, WordStyle.EMPHASIS, *_AUTOMATIC),
}


def style_sheet(brand: Brand) -> bytes:
    """Return `word/styles.xml`, with styles ordered for Word's styles pane.

    Built-in styles that a guide does not use stay hidden until someone applies them.
    """
    styles = "".join(style_xml(each, priority) for priority, each in enumerate(style_definitions(brand), start=1))
    return f"{HEAD}<w:styles {W_NAMESPACE}>{_defaults(brand)}{_LATENT}{_NO_TABLE}{_NO_LIST}{styles}</w:styles>".encode()


def style_definitions(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the definitions of all styles in a guide."""
    return (
        *text_styles(brand),
        *heading_styles(brand),
        *list_styles(brand),
        *callout_styles(brand),
        *table_styles(brand),
        *figure_styles(brand),
        *cover_styles(brand),
        *character_styles(brand),
    )


_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"/>'
)
_THEME_FONTS = (
    '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi" '
    'w:cstheme="minorBidi"/>'
)
_NO_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_NO_LIST = (
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)


def _defaults(brand: Brand) -> str:
    run = RunFormat(colour=ThemedColour.of(brand, "ink"), size=brand.guide.body).xml
    line = round(line_spacing(brand) * 240)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_THEME_FONTS}{run}<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def style_xml(definition: StyleDefinition, priority: int) -> str:
    """Return the XML of a style.

    `priority` decides the style's position in Word's styles pane.
    """
    style, based_on, following = definition.style, definition.based_on, definition.next
    kind = "character" if style in CHARACTERS else "table" if style in TABLES else "paragraph"
    base = "TableNormal" if kind == "table" else based_on.id if based_on and kind == "paragraph" else ""
    custom = "" if style in _BUILT_IN else ' w:customStyle="1"'
    default = ' w:default="1"' if style is WordStyle.NORMAL else ""
    return (
        f'<w:style w:type="{kind}"{custom}{default} w:styleId="{style.id}"><w:name w:val="{style.value}"/>'
        + (f'<w:basedOn w:val="{base}"/>' if base else "")
        + (f'<w:next w:val="{following.id}"/>' if following else "")
        + f'<w:uiPriority w:val="{priority}"/>'
        + ("" if style in _NOT_IN_GALLERY else "<w:qFormat/>")
        + (f"<w:pPr>{definition.paragraph.xml}</w:pPr>" if definition.paragraph.xml else "")
        + (f"<w:rPr>{definition.run.xml}</w:rPr>" if definition.run.xml else "")
        + f"{definition.table}</w:style>"
    )
