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
from coprod_slides.template.layout_model import (
    BODY_AFTER,
    INDENT,
    LOOSE,
    TIGHT,
    LayoutDecoration,
    LayoutPlaceholder,
    ListStyleLevel,
    SlideLayout,
)
from coprod_slides.template.layouts import master_layout
from coprod_slides.template.placeholder_types import NAMES, number_field, placeholder
from coprod_slides.theme_colours import INK, PAPER

NOTES_WIDTH, NOTES_HEIGHT = 210.0, 297.0
_NOTES_PICTURE = SlideBox(20, 20, 170, 95.625)
_NOTES_TEXT = SlideBox(20, 127, 170, 150)
_NOTES_PLACEHOLDER = '<p:ph type="body" sz="quarter" idx="1"/>'
_COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_BULLETS = {
    "": "<a:buNone/>",
    "dot": '<a:buFont typeface="+mj-lt"/><a:buChar char="•"/>',
    "box": '<a:buSzPct val="120000"/><a:buFont typeface="+mj-lt"/><a:buChar char="□"/>',
}
_FIRST_LAYOUT = 2_147_483_649
_LEVELS = 9
_LEAST_SIZE = 18


def slide_master(brand: Brand, count: int) -> bytes:
    """Return the XML of a slide master with `count` layouts."""
    sizes = brand.slides
    shown = master_layout(brand)
    title = next(each for each in shown.placeholders if each.key == "title")
    layouts = "".join(f'<p:sldLayoutId id="{_FIRST_LAYOUT + at}" r:id="rId{at + 1}"/>' for at in range(count))
    return (
        f"{HEAD}<p:sldMaster {NAMESPACES}><p:cSld>{_drawn(shown)}</p:cSld>"
        f"{_COLOUR_MAP}<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{_level('lvl1pPr', title.levels[0], _theme_fonts('mj'))}</p:titleStyle>"
        f"<p:bodyStyle>{_all_levels(ListStyleLevel(sizes.body, INK))}</p:bodyStyle>"
        f"<p:otherStyle>{_all_levels(ListStyleLevel(sizes.small, INK))}</p:otherStyle></p:txStyles></p:sldMaster>"
    ).encode()


def slide_layout(layout: SlideLayout) -> bytes:
    """Return the XML of a slide layout."""
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1"><p:cSld name="{layout.name}">'
        f"{_drawn(layout)}</p:cSld>{MASTER_COLOURS}</p:sldLayout>"
    ).encode()


def notes_master(brand: Brand) -> bytes:
    """Return the XML of the notes master, for A4 pages."""
    shapes = notes_shapes(f"{_body_properties('t')}<a:lstStyle/>{_sample('Notes')}", on_master=True)
    levels = _all_levels(ListStyleLevel(brand.slides.notes, INK))
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


def text_defaults(language: str) -> str:
    """Return the content of `defaultTextStyle`, which text outside placeholders inherits."""
    lang = f"lang={attribute(language)}"
    levels = _all_levels(ListStyleLevel(_LEAST_SIZE, INK)).replace('lang="en-GB"', lang)
    return f"<a:defPPr><a:defRPr {lang}/></a:defPPr>{levels}"


def _all_levels(level: ListStyleLevel) -> str:
    return "".join(_level(f"lvl{at}pPr", level, _theme_fonts("mn")) for at in range(1, _LEVELS + 1))


def _level(tag: str, level: ListStyleLevel, font: str = "") -> str:
    """Return a list style level as an element named `tag`."""
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


def _theme_fonts(kind: str) -> str:
    """Return references to theme fonts, `mj` for titles or `mn` for text."""
    return "".join(f'<a:{tag} typeface="+{kind}-{tag[:2].replace("la", "lt")}"/>' for tag in ("latin", "ea", "cs"))


def _drawn(layout: SlideLayout) -> str:
    first = 2 + len(layout.decorations)
    drawn = "".join(_decoration(id_, each) for id_, each in enumerate(layout.decorations, start=2))
    written = "".join(_placeholder(id_, each) for id_, each in enumerate(layout.placeholders, start=first))
    return f"{background(layout.background.fill)}<p:spTree>{NO_GROUP}{drawn}{written}</p:spTree>"


def _decoration(id_: int, decoration: LayoutDecoration) -> str:
    turn = f' rot="{decoration.turn * 60_000}"' if decoration.turn else ""
    colour = decoration.colour.fill
    paint = f'<a:noFill/><a:ln w="{emu(decoration.line)}">{colour}</a:ln>' if decoration.line else f"{colour}{NO_LINE}"
    properties = f"{transform(decoration.box, turn)}{geometry(decoration.shape)}{paint}"
    return decorative_shape(id_, f"Decoration {id_ - 1}", properties, user_drawn=True)


def _placeholder(id_: int, each: LayoutPlaceholder) -> str:
    name = NAMES[each.key]
    content = number_field("‹#›", '"en-GB"') if each.key == "number" else _sample(name)
    levels = "".join(_level(f"lvl{at}pPr", level) for at, level in enumerate(each.levels, start=1))
    text = f"{_body_properties(each.anchor)}<a:lstStyle>{levels}</a:lstStyle>{content}"
    properties = f"{transform(each.box)}{geometry('rect')}{each.fill.fill if each.fill else ''}"
    return placeholder_shape(id_, name, placeholder(each.key), properties, text)


def _body_properties(anchor: str) -> str:
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:noAutofit/>'
        "</a:bodyPr>"
    )


def _sample(words: str) -> str:
    return f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{escaped(words)}</a:t></a:r></a:p>'
