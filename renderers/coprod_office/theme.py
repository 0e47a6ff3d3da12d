"""Write a brand's colours and font as an Office theme."""

from coprod_content.brand.brand import Brand
from coprod_content.layout.font_metrics import font_metrics
from coprod_content.layout.known_fonts import OFFICE_FALLBACK, is_office_font
from coprod_office.embedded_fonts import has_serifs
from coprod_office.xml_text import HEAD, attribute

_ROLES = (
    ("dk1", "ink"),
    ("lt1", "paper"),
    ("dk2", "brand"),
    ("lt2", "tint"),
    *((f"accent{number}", f"theme_{number}") for number in range(1, 7)),
    ("hlink", "brand"),
    ("folHlink", "muted"),
)
FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_RIGHT_TO_LEFT = frozenset((*range(0x5D0, 0x5EB), *range(0x620, 0x64B)))
_SERIF, _SANS = 18, 34
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(brand: Brand, lines: str, light_2: str = "tint") -> bytes:
    """Return the XML of a theme with a brand's colours and font.

    `lines` is the XML of the theme's three line styles, and `light_2` the role of its second light colour.
    """
    name = f"name={attribute(brand.name)}"
    roles = {**dict(_ROLES), "lt2": light_2}
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{brand.colour(role)[1:].upper()}"/></a:{slot}>' for slot, role in roles.items()
    )
    font = f'<a:latin {typeface(brand.fonts.office)}/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" {name}><a:themeElements>'
        f"<a:clrScheme {name}>{colours}</a:clrScheme>"
        f"<a:fontScheme {name}><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f"<a:fmtScheme {name}><a:fillStyleLst>{FILL * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    ).encode()


def typeface(family: str) -> str:
    """Return the XML attributes that name a font.

    Unless Office includes the font, they also state whether it has serifs, so that Office can substitute a similar font
    if it is not installed.
    """
    if is_office_font(family):
        return f"typeface={attribute(family)}"
    return f'typeface={attribute(family)} pitchFamily="{_SERIF if has_serifs(family) else _SANS}" charset="0"'


def with_complex_font(theme: bytes, brand: Brand) -> bytes:
    """Return a theme with a font for scripts such as Arabic.

    The font is the brand's font if Office includes it or if it has such letters, and otherwise Arial. A theme that
    already has a font for complex scripts is returned unchanged.
    """
    family = brand.fonts.office
    if not is_office_font(family) and font_metrics(family).covered.isdisjoint(_RIGHT_TO_LEFT):
        family = OFFICE_FALLBACK
    return theme.replace(b'<a:cs typeface=""/>', f"<a:cs typeface={attribute(family)}/>".encode())
