"""`word/theme/theme1.xml`: the palette and the font of a brand where Word's own menus find them."""

from coprod_content.brand.brand import Brand
from coprod_guide.wordprocessingml import HEAD, A
from coprod_office import attribute

_COLOURS = (
    ("dk1", "ink"),
    ("lt1", "paper"),
    ("dk2", "brand"),
    ("lt2", "tint"),
    *((f"accent{at}", f"theme_{at}") for at in range(1, 7)),
    ("hlink", "brand"),
    ("folHlink", "muted"),
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(brand: Brand) -> bytes:
    """The theme of a brand: twelve colours, one font for headings and text, plain fills and lines."""
    name = attribute(brand.name)
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{brand.colour(role)[1:].upper()}"/></a:{slot}>' for slot, role in _COLOURS
    )
    font = f'<a:latin typeface={attribute(brand.fonts.office)}/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f"{HEAD}<a:theme {A} name={name}><a:themeElements>"
        f"<a:clrScheme name={name}>{colours}</a:clrScheme>"
        f"<a:fontScheme name={name}><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f"<a:fmtScheme name={name}><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    ).encode()
