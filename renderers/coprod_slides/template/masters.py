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
    transform,
)
from coprod_slides.template.grid import HEIGHT, WIDTH
from coprod_slides.template.layout_model import (
    LayoutDecoration,
    LayoutPlaceholder,
    ListStyleLevel,
    SlideLayout,
    number,
    title,
)
from coprod_slides.template.list_styles import level_xml, list_style, theme_fonts
from coprod_slides.template.placeholder_types import NAMES, NUMBER_FIELD, placeholder
from coprod_slides.theme_colours import INK, MUTED, PAPER

NOTES_WIDTH, NOTES_HEIGHT = 210.0, 297.0
NOTES_PICTURE = SlideBox(20, 20, 170, 95.625)
NOTES_TEXT = SlideBox(20, 127, 170, 150)
_COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_FIRST_LAYOUT = 2_147_483_649
_LEVELS = 9
_LEAST_SIZE = 18


def slide_master(brand: Brand, count: int) -> bytes:
    """Return the XML of a slide master with `count` layouts."""
    sizes = brand.slides
    heading = title(SlideBox(24, 20, 290, 34), sizes.title[0], INK)
    imprint = ListStyleLevel(sizes.small, MUTED)
    placeholders = (
        heading,
        LayoutPlaceholder(
            key="body", box=SlideBox(24, 60, WIDTH - 48, HEIGHT - 82), levels=(ListStyleLevel(sizes.body, INK),)
        ),
        number(brand, MUTED),
        LayoutPlaceholder(key="imprint", box=SlideBox(24, 174, 250, 8), levels=(imprint,), anchor="b"),
    )
    layouts = "".join(f'<p:sldLayoutId id="{_FIRST_LAYOUT + at}" r:id="rId{at + 1}"/>' for at in range(count))
    return (
        f"{HEAD}<p:sldMaster {NAMESPACES}><p:cSld>{background(PAPER.fill)}{_tree((), placeholders)}</p:cSld>"
        f"{_COLOUR_MAP}<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{level_xml('lvl1pPr', heading.levels[0], theme_fonts('mj'))}</p:titleStyle>"
        f"<p:bodyStyle>{_all_levels(ListStyleLevel(sizes.body, INK))}</p:bodyStyle>"
        f"<p:otherStyle>{_all_levels(ListStyleLevel(sizes.small, INK))}</p:otherStyle></p:txStyles></p:sldMaster>"
    ).encode()


def slide_layout(layout: SlideLayout) -> bytes:
    """Return the XML of a layout part."""
    tree = _tree(layout.decorations, layout.placeholders)
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1"><p:cSld name="{layout.name}">'
        f"{background(layout.background.fill)}{tree}</p:cSld>{MASTER_COLOURS}</p:sldLayout>"
    ).encode()


def notes_master(brand: Brand) -> bytes:
    """Return the XML of the notes master, for A4 pages."""
    content = f"{_body_properties('t')}<a:lstStyle/>{_sample('Notes')}"
    text = _shape(3, "Notes", '<p:ph type="body" sz="quarter" idx="1"/>', NOTES_TEXT, content)
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{transform(NOTES_PICTURE)}'
        f"{geometry('rect')}<a:noFill/></p:spPr></p:sp>"
    )
    levels = _all_levels(ListStyleLevel(brand.slides.notes, INK))
    return (
        f"{HEAD}<p:notesMaster {NAMESPACES}><p:cSld>{background(PAPER.fill)}<p:spTree>{NO_GROUP}{picture}{text}"
        f"</p:spTree></p:cSld>{_COLOUR_MAP}<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    ).encode()


def text_defaults(language: str) -> str:
    """Return the content of `defaultTextStyle`, which text outside placeholders inherits."""
    lang = f"lang={attribute(language)}"
    levels = _all_levels(ListStyleLevel(_LEAST_SIZE, INK)).replace('lang="en-GB"', lang)
    return f"<a:defPPr><a:defRPr {lang}/></a:defPPr>{levels}"


def _all_levels(level: ListStyleLevel) -> str:
    return "".join(level_xml(f"lvl{at}pPr", level, theme_fonts("mn")) for at in range(1, _LEVELS + 1))


def _tree(decorations: tuple[LayoutDecoration, ...], placeholders: tuple[LayoutPlaceholder, ...]) -> str:
    drawn = "".join(_decoration(id_, each) for id_, each in enumerate(decorations, start=2))
    written = "".join(_placeholder(id_, each) for id_, each in enumerate(placeholders, start=2 + len(decorations)))
    return f"<p:spTree>{NO_GROUP}{drawn}{written}</p:spTree>"


def _decoration(id_: int, decoration: LayoutDecoration) -> str:
    turn = f' rot="{decoration.turn * 60_000}"' if decoration.turn else ""
    colour = decoration.colour.fill
    paint = f'<a:noFill/><a:ln w="{emu(decoration.line)}">{colour}</a:ln>' if decoration.line else f"{colour}{NO_LINE}"
    properties = f"{transform(decoration.box, turn)}{geometry(decoration.shape)}{paint}"
    return decorative_shape(id_, f"Decoration {id_ - 1}", properties, user_drawn=True)


def _placeholder(id_: int, each: LayoutPlaceholder) -> str:
    name = NAMES[each.key]
    content = _NUMBER if each.key == "number" else _sample(name)
    text = f"{_body_properties(each.anchor)}{list_style(each.levels)}{content}"
    return _shape(id_, name, placeholder(each.key), each.box, text, each.fill.fill if each.fill else "")


def _shape(id_: int, name: str, kind: str, box: SlideBox, text: str, fill: str = "") -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{kind}</p:nvPr></p:nvSpPr><p:spPr>{transform(box)}{geometry('rect')}{fill}</p:spPr>"
        f"<p:txBody>{text}</p:txBody></p:sp>"
    )


def _body_properties(anchor: str) -> str:
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:noAutofit/>'
        "</a:bodyPr>"
    )


def _sample(words: str) -> str:
    return f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{escaped(words)}</a:t></a:r></a:p>'


_NUMBER = (
    f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
    '<a:endParaRPr lang="en-GB"/></a:p>'
)
