"""Write the slide master, its layouts and the notes master."""

from coprod_content.brand.brand import Brand
from coprod_office import HEAD, attribute, escaped
from coprod_slides.box import SlideBox
from coprod_slides.drawingml import (
    MASTER_COLOURS,
    NAMESPACES,
    NO_GROUP,
    NO_LINE,
    background,
    decorative_shape,
    emu,
    geometry,
    placeholder_shape,
    transform,
)
from coprod_slides.template.layout_model import LayoutDecoration, LayoutPlaceholder, ListStyleLevel, SlideLayout
from coprod_slides.template.layouts import master_layout
from coprod_slides.template.placeholder_types import NAMES, number_field, placeholder
from coprod_slides.template.type_sizes import line_spacing
from coprod_slides.theme_colours import BRAND, INK, PAPER

NOTES_WIDTH, NOTES_HEIGHT = 210.0, 297.0
_NOTES_PICTURE = SlideBox(20, 20, 170, 95.625)
_NOTES_TEXT = SlideBox(20, 127, 170, 150)
_NOTES_PLACEHOLDER = '<p:ph type="body" sz="quarter" idx="1"/>'
_COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_MARK = '<a:buSzPct val="{size}"/><a:buFont typeface="+mj-lt"/>{mark}'
BULLETS = {
    "": "<a:buNone/>",
    "dot": _MARK.format(size=100_000, mark='<a:buChar char="•"/>'),
    "dash": _MARK.format(size=100_000, mark='<a:buChar char="–"/>'),
    "number": _MARK.format(size=100_000, mark='<a:buAutoNum type="arabicPeriod"/>'),
    "box": _MARK.format(size=120_000, mark='<a:buChar char="□"/>'),
}
_EDGE = 0.5
_FIRST_LAYOUT = 2_147_483_649
_LEVELS = 9
LEAST_SIZE = 18
"""The default type size, in points, of text outside placeholders."""


def slide_master(brand: Brand, count: int) -> bytes:
    """Return the XML of a slide master with `count` layouts."""
    other = _all_levels(brand.slides.small, line_spacing(brand, brand.slides.line))
    shown = master_layout(brand)
    title, body = (next(each for each in shown.placeholders if each.key == key) for key in ("title", "body"))
    layouts = "".join(f'<p:sldLayoutId id="{_FIRST_LAYOUT + at}" r:id="rId{at + 1}"/>' for at in range(count))
    return (
        f"{HEAD}<p:sldMaster {NAMESPACES}><p:cSld>{_drawn(shown)}</p:cSld>"
        f"{_COLOUR_MAP}<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{_level('lvl1pPr', title.levels[0], _theme_fonts('mj'))}</p:titleStyle>"
        f"<p:bodyStyle>{_levels(_all(body.levels), _theme_fonts('mn'))}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    ).encode()


def slide_layout(layout: SlideLayout, master: SlideLayout) -> bytes:
    """Return the XML of a slide layout, which inherits from `master`."""
    kind = f' type="{layout.kind}"' if layout.kind else ""
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES}{kind} preserve="1" userDrawn="1"><p:cSld name="{layout.name}">'
        f"{_drawn(layout, master)}</p:cSld>{MASTER_COLOURS}</p:sldLayout>"
    ).encode()


def notes_master(brand: Brand) -> bytes:
    """Return the XML of the notes master, for A4 pages."""
    shapes = notes_shapes(f"{body_properties('t', shrinks=False)}<a:lstStyle/>{_sample('Notes')}", on_master=True)
    levels = _all_levels(brand.slides.notes, 100)
    return (
        f"{HEAD}<p:notesMaster {NAMESPACES}><p:cSld>{background(PAPER.fill)}<p:spTree>{NO_GROUP}{shapes}"
        f"</p:spTree></p:cSld>{_COLOUR_MAP}<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    ).encode()


def notes_shapes(text: str, *, on_master: bool = False) -> str:
    """Return the shapes of a notes page: a slide image and `text`."""
    names, shape, fill = (
        (("Slide", "Notes"), geometry("rect"), "<a:noFill/>") if on_master else (("Slide 2", "Notes 3"), "", "")
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{names[0]}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{transform(_NOTES_PICTURE)}{shape}{fill}</p:spPr></p:sp>"
        f"{placeholder_shape(3, names[1], _NOTES_PLACEHOLDER, f'{transform(_NOTES_TEXT)}{shape}', text)}"
    )


def text_defaults(language: str, line: int = 100) -> str:
    """Return the content of `defaultTextStyle`, which text outside placeholders inherits.

    `line` is the line spacing in per cent.
    """
    lang = f"lang={attribute(language)}"
    levels = _all_levels(LEAST_SIZE, line).replace('lang="en-GB"', lang)
    return f"<a:defPPr><a:defRPr {lang}/></a:defPPr>{levels}"


def _all(levels: tuple[ListStyleLevel, ...]) -> tuple[ListStyleLevel, ...]:
    return (*levels, *levels[-1:] * (_LEVELS - len(levels)))


def _all_levels(size: int, line: int) -> str:
    return _levels((ListStyleLevel(size, INK, line),) * _LEVELS, _theme_fonts("mn"))


def _levels(levels: tuple[ListStyleLevel, ...], font: str = "") -> str:
    return "".join(_level(f"lvl{at}pPr", level, font) for at, level in enumerate(levels, start=1))


def _level(tag: str, level: ListStyleLevel, font: str = "") -> str:
    """Return a list style level as an element named `tag`.

    Bullets are in the brand colour if the text is in the `ink` colour, and otherwise in the colour of the text.
    """
    strong = ' b="1"' if level.strong else ' b="0"'
    colour = "" if not level.bullet else f"<a:buClr>{(BRAND if level.colour == INK else level.colour).xml}</a:buClr>"
    return (
        f'<a:{tag} marL="{emu(level.margin)}" marR="0" indent="{-emu(level.indent)}" algn="{level.align}" rtl="0">'
        f'<a:lnSpc><a:spcPct val="{level.line * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{level.after * 100}"/></a:spcAft>'
        f'{colour}{BULLETS[level.bullet]}<a:defRPr lang="en-GB" sz="{level.size * 100}"{strong} i="0" u="none">'
        f"{level.colour.fill}{font}</a:defRPr></a:{tag}>"
    )


def _theme_fonts(kind: str) -> str:
    """Return references to theme fonts, `mj` for titles or `mn` for text."""
    return "".join(f'<a:{tag} typeface="+{kind}-{tag[:2].replace("la", "lt")}"/>' for tag in ("latin", "ea", "cs"))


def _drawn(layout: SlideLayout, master: SlideLayout | None = None) -> str:
    lower = {each.key: each for each in master.placeholders} if master else {}
    first = 2 + len(layout.decorations)
    drawn = "".join(layout_decoration(id_, each) for id_, each in enumerate(layout.decorations, start=2))
    written = "".join(
        layout_placeholder(id_, each, lower.get(each.key)) for id_, each in enumerate(layout.placeholders, start=first)
    )
    return f"{background(layout.background.fill)}<p:spTree>{NO_GROUP}{drawn}{written}</p:spTree>"


def layout_decoration(id_: int, decoration: LayoutDecoration) -> str:
    """Return the XML of a decorative shape on a layout."""
    turn = f' rot="{decoration.turn * 60_000}"' if decoration.turn else ""
    colour = decoration.colour.fill
    paint = f'<a:noFill/><a:ln w="{emu(decoration.line)}">{colour}</a:ln>' if decoration.line else f"{colour}{NO_LINE}"
    properties = f"{transform(decoration.box, turn)}{geometry(decoration.shape)}{paint}"
    return decorative_shape(id_, f"Decoration {id_ - 1}", properties, user_drawn=True)


def layout_placeholder(
    id_: int, each: LayoutPlaceholder, lower: LayoutPlaceholder | None = None, *, kind: str = "", styles: str = ""
) -> str:
    """Return the XML of a placeholder on a layout.

    `lower` is the master's placeholder, if any. A box or list style that both have is not repeated. `kind` is a `p:ph`
    element that replaces our own. `styles` is the content of the list style if the placeholder has no levels.
    """
    name = NAMES[each.key]
    content = number_field("‹#›", '"en-GB"') if each.key == "number" else _sample(name)
    levels = "" if lower and lower.levels == each.levels else _levels(each.levels) or styles
    text = f"{body_properties(each.anchor)}<a:lstStyle>{levels}</a:lstStyle>{content}"
    paint = each.fill.fill if each.fill else "<a:noFill/>"
    edge = f'<a:ln w="{emu(_EDGE)}">{each.edge.fill}</a:ln>' if each.edge else NO_LINE
    box = "" if lower and lower.box == each.box else transform(each.box)
    properties = f"{box}{geometry('rect')}{paint}{edge}"
    return placeholder_shape(id_, name, kind or placeholder(each.key), properties, text)


def body_properties(anchor: str, inset: float = 0, *, shrinks: bool = True) -> str:
    """Return a text box's `a:bodyPr` element, with every attribute set.

    `inset` is the space around the text, in millimetres. If `shrinks` is true, PowerPoint reduces the type size when
    people type more text than fits.
    """
    inside = emu(inset)
    fit = "<a:normAutofit/>" if shrinks else "<a:noAutofit/>"
    return (
        f'<a:bodyPr rot="0" vert="horz" wrap="square" lIns="{inside}" tIns="{inside}" rIns="{inside}" bIns="{inside}" '
        f'numCol="1" spcCol="0" rtlCol="0" anchor="{anchor}" anchorCtr="0">{fit}</a:bodyPr>'
    )


def _sample(words: str) -> str:
    return f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{escaped(words)}</a:t></a:r></a:p>'
