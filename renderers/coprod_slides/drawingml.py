"""Names and pieces of PresentationML that several modules write."""

from coprod_office import attribute
from coprod_slides.box import SlideBox

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:a="{DRAWING}" xmlns:r="{OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
NO_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
MASTER_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def emu(mm: float) -> int:
    """Millimetres in English Metric Units."""
    return round(mm * 36_000)


def transform(box: SlideBox, more: str = "", tag: str = "a") -> str:
    """Where a shape lies; `more` holds attributes, `tag` is the prefix of the element."""
    return (
        f'<{tag}:xfrm{more}><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></{tag}:xfrm>'
    )


def geometry(shape: str, corner: int | None = None) -> str:
    """A preset shape; `corner` is the radius of a rounded one in thousandths of a per cent of its shorter side."""
    adjusted = "<a:avLst/>" if corner is None else f'<a:avLst><a:gd name="adj" fmla="val {corner}"/></a:avLst>'
    return f'<a:prstGeom prst="{shape}">{adjusted}</a:prstGeom>'


def relationships(targets: tuple[tuple[str, str, str], ...]) -> bytes:
    """A part of relationships from their ids, types (whole, or the last word of Office's) and targets.

    Targets of hyperlinks are addresses outside the package.
    """
    written = "".join(_relationship(*target) for target in targets)
    return f'{HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{written}</Relationships>'.encode()


def _relationship(id_: str, kind: str, target: str) -> str:
    address = kind if ":" in kind else f"{OFFICE}/{kind}"
    outside = ' TargetMode="External"' if kind == "hyperlink" else ""
    return f'<Relationship Id="{id_}" Type="{address}" Target={attribute(target)}{outside}/>'
