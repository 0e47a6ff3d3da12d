"""The theme: the brand's colours and fonts under the names that PowerPoint knows them by."""

from coprod_content.brand.brand import Brand
from coprod_office import attribute
from coprod_slides.drawingml import DRAWING, HEAD

_FORMATS = (
    "<a:fmtScheme {name}>"
    "<a:fillStyleLst>{fill}{fill}{fill}</a:fillStyleLst>"
    '<a:lnStyleLst><a:ln w="6350">{fill}</a:ln><a:ln w="12700">{fill}</a:ln><a:ln w="19050">{fill}</a:ln>'
    "</a:lnStyleLst>"
    "<a:effectStyleLst>{effect}{effect}{effect}</a:effectStyleLst>"
    "<a:bgFillStyleLst>{fill}{fill}{fill}</a:bgFillStyleLst></a:fmtScheme>"
).replace("{fill}", '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>')


def theme(brand: Brand) -> bytes:
    """The part of the theme of a brand."""
    name = f"name={attribute(brand.name)}"
    formats = _FORMATS.replace("{effect}", "<a:effectStyle><a:effectLst/></a:effectStyle>").replace("{name}", name)
    return (
        f'{HEAD}<a:theme xmlns:a="{DRAWING}" {name}><a:themeElements>'
        f"<a:clrScheme {name}>{_colours(brand)}</a:clrScheme>"
        f"<a:fontScheme {name}>{_font('major', brand)}{_font('minor', brand)}</a:fontScheme>"
        f"{formats}</a:themeElements></a:theme>"
    ).encode()


def _colours(brand: Brand) -> str:
    palette = brand.palette
    named = {
        "dk1": palette.ink,
        "lt1": palette.paper,
        "dk2": palette.brand,
        "lt2": palette.tint,
        **{f"accent{n}": brand.colour(f"theme_{n}") for n in range(1, 7)},
        "hlink": palette.brand,
        "folHlink": palette.muted,
    }
    return "".join(f'<a:{name}><a:srgbClr val="{value[1:].upper()}"/></a:{name}>' for name, value in named.items())


def _font(kind: str, brand: Brand) -> str:
    family = attribute(brand.fonts.office)
    return f'<a:{kind}Font><a:latin typeface={family}/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
