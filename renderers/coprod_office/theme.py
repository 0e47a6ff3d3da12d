"""Write a brand's colours and font as an Office theme."""

from coprod_content.brand.brand import Brand
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
    font = f'<a:latin typeface={attribute(brand.fonts.office)}/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" {name}><a:themeElements>'
        f"<a:clrScheme {name}>{colours}</a:clrScheme>"
        f"<a:fontScheme {name}><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f"<a:fmtScheme {name}><a:fillStyleLst>{FILL * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    ).encode()


def with_complex_font(theme: bytes, brand: Brand) -> bytes:
    """Return a theme that uses the brand's font for complex scripts too.

    Complex scripts include Arabic and Hebrew. A theme that already has a font for complex scripts is returned
    unchanged.
    """
    return theme.replace(b'<a:cs typeface=""/>', f"<a:cs typeface={attribute(brand.fonts.office)}/>".encode())
