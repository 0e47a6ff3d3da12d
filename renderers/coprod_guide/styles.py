"""The style sheet: `word/styles.xml` from the looks of a brand."""

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_guide.names import CHARACTERS, TABLES, Style
from coprod_guide.setting import Chars, Para, ink
from coprod_guide.xml import HEAD, W, fonts

_BUILT_IN = frozenset(
    {
        Style.NORMAL,
        Style.BODY,
        Style.TITLE,
        Style.SUBTITLE,
        Style.CONTENTS_HEADING,
        Style.CONTENTS_1,
        Style.CONTENTS_2,
        Style.CONTENTS_3,
        Style.BULLET,
        Style.NUMBER,
        Style.CAPTION,
        Style.HEADER,
        Style.FOOTER,
        Style.STRONG,
        Style.EMPHASIS,
        Style.LINK,
        *(Style(f"heading {level}") for level in range(1, 7)),
    }
)
_AUTOMATIC = frozenset({Style.CONTENTS_1, Style.CONTENTS_2, Style.CONTENTS_3, Style.HEADER, Style.FOOTER, Style.LINK})
_KEPT_QUIET = frozenset({Style.FIGURE, Style.FIGURE_LABEL, Style.PICTURE, Style.LOGO, *_AUTOMATIC, *TABLES})


_AS_BASED, _SAME_CHARS = Para(), Chars()


@frozen(kw_only=True)
class Look:
    """How one style looks, on which it is based, and which follows it; `table` holds what only a table style has."""

    style: Style
    based: Style | None = Style.NORMAL
    following: Style | None = None
    para: Para = _AS_BASED
    chars: Chars = _SAME_CHARS
    table: str = ""


def style_sheet(looks: tuple[Look, ...], brand: Brand) -> bytes:
    """The style sheet of some looks, in their order, which is that of the styles pane.

    Word's own styles that are not among them stay hidden until they are used.
    """
    styles = "".join(_style(look, at) for at, look in enumerate(looks, start=1))
    return (f"{HEAD}<w:styles {W}>{_defaults(brand)}{_LATENT}{_NO_TABLE}{_NO_LIST}{styles}</w:styles>").encode()


_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"/>'
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
    """What every style starts from. The language is that of the document, put in when it is rendered."""
    chars, line = Chars(ink=ink(brand, "ink"), size=brand.guide.body).xml, round(brand.guide.line * 2.4)
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts()}{chars}<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _style(look: Look, place: int) -> str:
    style = look.style
    kind = "character" if style in CHARACTERS else "table" if style in TABLES else "paragraph"
    based = "TableNormal" if kind == "table" else look.based.id if look.based and kind == "paragraph" else ""
    attributes = ("" if style in _BUILT_IN else ' w:customStyle="1"') + (
        ' w:default="1"' if style is Style.NORMAL else ""
    )
    return (
        f'<w:style w:type="{kind}"{attributes} w:styleId="{style.id}"><w:name w:val="{style.value}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f'<w:next w:val="{look.following.id}"/>' if look.following else "")
        + f'<w:uiPriority w:val="{place}"/>'
        + ("" if style in _KEPT_QUIET else "<w:qFormat/>")
        + (f"<w:pPr>{look.para.xml}</w:pPr>" if look.para.xml else "")
        + (f"<w:rPr>{look.chars.xml}</w:rPr>" if look.chars.xml else "")
        + f"{look.table}</w:style>"
    )
