"""The slide master, its layouts and the notes master, as parts."""

from coprod_content.brand.brand import Brand
from coprod_office import attribute, escaped
from coprod_slides.box import SlideBox
from coprod_slides.drawingml import DECORATIVE, HEAD, MASTER_COLOURS, NAMESPACES, NO_GROUP, emu, geometry, transform
from coprod_slides.template.grid import HEIGHT, WIDTH
from coprod_slides.template.layout_model import LayoutDecoration, LayoutPlaceholder, ListLevel, SlideLayout, number
from coprod_slides.template.list_styles import fonts, level_xml, list_style
from coprod_slides.template.placeholder_types import NAMES, NUMBER_FIELD, placeholder
from coprod_slides.theme_colours import INK, MUTED, PAPER

NOTES_WIDTH, NOTES_HEIGHT = 210.0, 297.0
NOTES_PICTURE = SlideBox(20, 20, 170, 95.625)
NOTES_TEXT = SlideBox(20, 127, 170, 150)
_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_FIRST_LAYOUT = 2_147_483_649
_LEVELS = 9
_LEAST_SIZE = 18


def slide_master(brand: Brand, count: int) -> bytes:
    """The slide master with so many layouts, whose relationships are `rId1` and so on."""
    sizes = brand.slides
    slots = (
        LayoutPlaceholder(
            key="title",
            box=SlideBox(24, 20, 290, 34),
            levels=(ListLevel(sizes.title[0], INK, strong=True, tight=True),),
        ),
        LayoutPlaceholder(
            key="body", box=SlideBox(24, 60, WIDTH - 48, HEIGHT - 82), levels=(ListLevel(sizes.body, INK),)
        ),
        number(brand, MUTED),
        LayoutPlaceholder(
            key="imprint", box=SlideBox(24, 174, 250, 8), levels=(ListLevel(sizes.small, MUTED),), anchor="b"
        ),
    )
    layouts = "".join(f'<p:sldLayoutId id="{_FIRST_LAYOUT + at}" r:id="rId{at + 1}"/>' for at in range(count))
    return (
        f"{HEAD}<p:sldMaster {NAMESPACES}><p:cSld>{_background(PAPER.xml)}{_tree((), slots)}</p:cSld>{_MAP}"
        f"<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{level_xml('lvl1pPr', slots[0].levels[0], fonts('mj'))}</p:titleStyle>"
        f"<p:bodyStyle>{_levels(ListLevel(sizes.body, INK))}</p:bodyStyle>"
        f"<p:otherStyle>{_levels(ListLevel(sizes.small, INK))}</p:otherStyle></p:txStyles></p:sldMaster>"
    ).encode()


def slide_layout(layout: SlideLayout) -> bytes:
    """The part of a layout."""
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1"><p:cSld name="{layout.name}">'
        f"{_background(layout.ground.xml)}{_tree(layout.marks, layout.slots)}</p:cSld>{MASTER_COLOURS}</p:sldLayout>"
    ).encode()


def notes_master(brand: Brand) -> bytes:
    """The notes master, on A4."""
    head = _head(3, "Notes", '<p:ph type="body" sz="quarter" idx="1"/>', NOTES_TEXT)
    text = f"{head}<p:txBody>{_frame('t')}<a:lstStyle/>{_sample('Notes')}</p:txBody></p:sp>"
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{transform(NOTES_PICTURE)}'
        f"{geometry('rect')}<a:noFill/></p:spPr></p:sp>"
    )
    levels = _levels(ListLevel(brand.slides.notes, INK))
    return (
        f"{HEAD}<p:notesMaster {NAMESPACES}><p:cSld>{_background(PAPER.xml)}<p:spTree>{NO_GROUP}{picture}{text}"
        f"</p:spTree></p:cSld>{_MAP}<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    ).encode()


def text_defaults(language: str) -> str:
    """How text outside placeholders is set where nothing else is said: the content of `defaultTextStyle`."""
    marked = f"lang={attribute(language)}"
    levels = _levels(ListLevel(_LEAST_SIZE, INK)).replace('lang="en-GB"', marked)
    return f"<a:defPPr><a:defRPr {marked}/></a:defPPr>{levels}"


def _levels(level: ListLevel) -> str:
    return "".join(level_xml(f"lvl{at}pPr", level, fonts("mn")) for at in range(1, _LEVELS + 1))


def _background(colour: str) -> str:
    return f"<p:bg><p:bgPr><a:solidFill>{colour}</a:solidFill><a:effectLst/></p:bgPr></p:bg>"


def _tree(marks: tuple[LayoutDecoration, ...], slots: tuple[LayoutPlaceholder, ...]) -> str:
    drawn = "".join(_mark(at, mark) for at, mark in enumerate(marks, start=2))
    placed = "".join(_slot(at, slot) for at, slot in enumerate(slots, start=2 + len(marks)))
    return f"<p:spTree>{NO_GROUP}{drawn}{placed}</p:spTree>"


def _mark(id_: int, mark: LayoutDecoration) -> str:
    turn = f' rot="{mark.turn * 60_000}"' if mark.turn else ""
    line = f'<a:ln w="{emu(mark.line)}">{mark.colour.fill}</a:ln>' if mark.line else "<a:ln><a:noFill/></a:ln>"
    fill = "<a:noFill/>" if mark.line else mark.colour.fill
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="Decoration {id_ - 1}" descr="">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform(mark.box, turn)}{geometry(mark.shape)}{fill}{line}'
        "</p:spPr></p:sp>"
    )


def _slot(id_: int, slot: LayoutPlaceholder) -> str:
    fill = slot.fill.fill if slot.fill else ""
    content = _field() if slot.key == "number" else _sample(NAMES[slot.key])
    head = _head(id_, NAMES[slot.key], placeholder(slot.key), slot.box, fill)
    return f"{head}<p:txBody>{_frame(slot.anchor)}{list_style(slot.levels)}{content}</p:txBody></p:sp>"


def _head(id_: int, name: str, kind: str, box: SlideBox, fill: str = "") -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{kind}</p:nvPr></p:nvSpPr><p:spPr>{transform(box)}{geometry('rect')}{fill}</p:spPr>"
    )


def _frame(anchor: str) -> str:
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:noAutofit/>'
        "</a:bodyPr>"
    )


def _sample(words: str) -> str:
    return f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{escaped(words)}</a:t></a:r></a:p>'


def _field() -> str:
    return (
        f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
        '<a:endParaRPr lang="en-GB"/></a:p>'
    )
