"""Write list styles, which format each level of text."""

from coprod_slides.drawingml import emu
from coprod_slides.template.layout_model import INDENT, ListStyleLevel

BODY_AFTER, TIGHT, LOOSE = 6, 90, 100
"""Points after paragraphs; tight and loose line spacing in per cent."""
_BULLETS = {
    "": "<a:buNone/>",
    "dot": '<a:buFont typeface="+mj-lt"/><a:buChar char="•"/>',
    "box": '<a:buSzPct val="120000"/><a:buFont typeface="+mj-lt"/><a:buChar char="□"/>',
}


def list_style(levels: tuple[ListStyleLevel, ...]) -> str:
    """Return a placeholder's list style with the given levels."""
    written = "".join(level_xml(f"lvl{at}pPr", level) for at, level in enumerate(levels, start=1))
    return f"<a:lstStyle>{written}</a:lstStyle>"


def level_xml(tag: str, level: ListStyleLevel, font: str = "") -> str:
    """Return one level of a list style as the element `tag`."""
    indent = emu(INDENT) if level.bullet else 0
    after = BODY_AFTER if level.bullet else 0
    strong = ' b="1"' if level.strong else ' b="0"'
    return (
        f'<a:{tag} marL="{indent}" indent="{-indent}" algn="{level.align}">'
        f'<a:lnSpc><a:spcPct val="{(TIGHT if level.tight else LOOSE) * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{after * 100}"/></a:spcAft>'
        f'{_BULLETS[level.bullet]}<a:defRPr lang="en-GB" sz="{level.size * 100}"{strong}>{level.colour.fill}{font}'
        f"</a:defRPr></a:{tag}>"
    )


def theme_fonts(kind: str) -> str:
    """Return references to theme fonts, `mj` for titles or `mn` for text."""
    return "".join(f'<a:{tag} typeface="+{kind}-{tag[:2].replace("la", "lt")}"/>' for tag in ("latin", "ea", "cs"))
