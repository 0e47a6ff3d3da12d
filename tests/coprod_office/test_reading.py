"""Office files are read safely, and colours, positions and text styles are inherited as Office does it."""

import pytest
from lxml import etree
from tests.faults import good
from tests.faults.packages import with_part, without
from tests.support.decks_by_others import built, repacked

from coprod_content.brand.load_brand import load_brand
from coprod_office.freeforms import encloses, outline
from coprod_office.reading.colours import ResolvedColour, resolved_colour
from coprod_office.reading.deck import open_deck
from coprod_office.reading.errors import FileRefused
from coprod_office.reading.package import open_package, part_name
from coprod_office.reading.shape_positions import (
    GroupTransform,
    ShapeBox,
    group_transform,
    shape_angle,
    shape_box,
    tilt,
)
from coprod_office.reading.theme import OfficeTheme
from coprod_office.reading.word_styles import WordFormat, WordStyles
from coprod_office.reading.xml import A, Element, W, parse_xml

MAIN = "wordprocessingml.document.main+xml"
THEME = OfficeTheme({"dk1": "#204060", "accent1": "#ff0000"}, {"tx1": "dk1"})
NAMESPACES = f'xmlns:a="{A[1:-1]}" xmlns:w="{W[1:-1]}"'


def element(xml: str) -> Element:
    """Return an element of DrawingML or WordprocessingML."""
    return etree.fromstring(f"<root {NAMESPACES}>{xml}</root>")[0]


def test_binary_parts_are_kept_only_if_asked_for() -> None:
    """A package keeps pictures only if asked for, and knows the name and type of every part."""
    data = with_part(good.guide(), "word/media/dot.png", b"a picture")
    small, whole = open_package(data, MAIN), open_package(data, MAIN, binary=True)
    assert "word/media/dot.png" not in small.parts
    assert whole.parts["word/media/dot.png"] == b"a picture"
    assert list(small.types) == list(whole.types)
    assert small.types["word/media/dot.png"] == "image/png"


def test_relationships_lead_to_parts() -> None:
    """A relationship is found by its kind, and its target is a part name without a leading slash."""
    package = open_package(good.guide(), MAIN)
    (main,) = package.of_type(MAIN)
    assert package.related("", "officeDocument") == main
    assert package.related(main, "styles") in package.parts
    assert package.related(main, "nothing") == ""
    assert part_name("ppt/slides/slide1.xml", "../media/a.png") == "ppt/media/a.png"
    assert part_name("ppt/slides/slide1.xml", "/ppt/media/a.png") == "ppt/media/a.png"


def test_unsafe_xml_is_refused() -> None:
    """XML with entities is refused, whatever its encoding."""
    for data in (b'<!DOCTYPE x [<!ENTITY e "x">]><x>&e;</x>', "<!DOCTYPE x><x/>".encode("utf-16")):
        with pytest.raises(FileRefused, match="declares a document type"):
            parse_xml(data, "x.xml")


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<a:srgbClr val="FF8000"/>', ResolvedColour("#ff8000")),
        ('<a:schemeClr val="tx1"/>', ResolvedColour("#204060")),
        ('<a:schemeClr val="accent1"><a:lumMod val="50000"/></a:schemeClr>', ResolvedColour("#800000")),
        ('<a:srgbClr val="FF0000"><a:alpha val="25%"/></a:srgbClr>', ResolvedColour("#ff0000", 0.25)),
        ('<a:sysClr val="window" lastClr="nothex"/>', ResolvedColour("#ffffff")),
        ('<a:scrgbClr r="100000" g="0" b="0"><a:shade val="100000"/></a:scrgbClr>', ResolvedColour("#ff0000")),
        ('<a:srgbClr val="336699"><a:inv/></a:srgbClr>', ResolvedColour("#cc9966")),
        ('<a:schemeClr val="phClr"/>', None),
    ],
)
def test_colours_are_resolved_by_the_theme(xml: str, expected: ResolvedColour | None) -> None:
    """A colour is looked up in the theme and adjusted; an unknown one is None."""
    assert resolved_colour(element(xml), THEME) == expected


def test_positions_in_groups() -> None:
    """Coordinates inside a group are scaled and shifted to those of the slide."""
    inner = '<a:chOff x="0" y="0"/><a:chExt cx="10" cy="10"/>'
    group = element(f'<a:xfrm><a:off x="100" y="50"/><a:ext cx="20" cy="40"/>{inner}</a:xfrm>')
    transform = group_transform(group, None)
    assert transform == GroupTransform(2.0, 4.0, 100.0, 50.0, 0.0, 110.0, 70.0)
    shape = element('<a:xfrm><a:off x="5" y="5"/><a:ext cx="1" cy="1"/></a:xfrm>')
    assert shape_box(shape, transform) == ShapeBox(110.0, 70.0, 2.0, 4.0)
    assert shape_box(element("<a:xfrm/>"), None) is None


def test_slides_inherit_from_their_layout() -> None:
    """Boxes, list styles and backgrounds come from the layout where a slide has none."""
    data = good.deck()
    deck = open_deck(data)
    layer = deck.slide(deck.slides()[1][1])
    (body,) = (shape for shape in layer.shapes if shape.placeholder == ("body", "1"))
    assert body.box is None
    assert layer.box(body) is not None
    styles = deck.text_styles(layer).of_shape(body, layer)
    brand = load_brand()
    assert styles.size(None, 0) == brand.slides.lead
    assert styles.text_colour(None, 0) == ResolvedColour(brand.palette.ink)
    assert layer.background == (brand.palette.paper,)
    assert layer.theme.font == brand.fonts.office


def test_a_deck_without_one_of_its_parts() -> None:
    """A missing part is a KeyError that names it."""
    deck = open_deck(without(good.deck(), "ppt/slideMasters/_rels/slideMaster1.xml.rels"))
    with pytest.raises(KeyError, match="rId1"):
        deck.layouts(deck.masters()[0][1])


STYLES = f"""<w:styles xmlns:w="{W[1:-1]}">
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:color w:val="112233"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>
<w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:fill="000000"/></w:tcPr>
</w:tblStylePr></w:style>
<w:style w:type="table" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style></w:styles>"""


def test_word_styles_inherit_from_their_base() -> None:
    """A style has the format of those it is based on, where it sets none itself."""
    styles = WordStyles.read(parse_xml(STYLES.encode(), "styles.xml"), THEME)
    assert styles.default("paragraph") == "Normal"
    assert styles.defaults == WordFormat(size=11.0)
    assert styles.style_format("Heading1") == WordFormat(size=20.0, colour="#112233", bold=True, heading=1)
    assert styles.style_format("Grid", "firstRow").shading == "#000000"
    assert styles.style_format("Grid").shading is None
    assert [style.get(f"{W}styleId") for style in styles.ancestry("Heading1")] == ["Heading1", "Normal"]
    assert len(styles.ancestry("Loop")) == 1
    assert styles.style_format("unknown") == WordFormat()


def test_a_template_may_lack_the_parts_that_describe_it() -> None:
    """Programs that remove a file's properties leave their content types. Any other lost part is a damaged file."""
    data = repacked(built(str), lambda name, part: None if name.startswith("docProps/") else part)
    assert open_deck(data, template=True).layouts(open_deck(data, template=True).masters()[0][1])
    with pytest.raises(FileRefused, match="missing from the file"):
        open_deck(data)
    lost = repacked(built(str), lambda name, part: None if name == "ppt/presProps.xml" else part)
    with pytest.raises(FileRefused, match="missing from the file"):
        open_deck(lost, template=True)


@pytest.mark.parametrize(
    ("rotation", "expected"),
    [
        (0, (0, 0, 10, 40)),
        (90, (-15, 15, 40, 10)),
        (180, (0, 0, 10, 40)),
        (30, (0, 0, 10, 40)),
        (250, (-15, 15, 40, 10)),
    ],
)
def test_boxes_of_turned_shapes(rotation: int, expected: tuple[float, ...]) -> None:
    """A shape on its side has the width and height that people see."""
    transform = element(f'<a:xfrm rot="{rotation * 60_000}"><a:off x="0" y="0"/><a:ext cx="10" cy="40"/></a:xfrm>')
    assert shape_box(transform, None) == expected
    assert shape_angle(transform, None) == rotation


def test_shapes_in_a_turned_group() -> None:
    """A shape turns with its group, about the group's centre."""
    group = element(
        '<a:xfrm rot="5400000"><a:off x="0" y="0"/><a:ext cx="100" cy="100"/><a:chOff x="0" y="0"/>'
        '<a:chExt cx="100" cy="100"/></a:xfrm>'
    )
    strip = element('<a:xfrm><a:off x="0" y="0"/><a:ext cx="100" cy="10"/></a:xfrm>')
    box = shape_box(strip, group_transform(group, None))
    assert box is not None
    assert tuple(round(length, 6) for length in box) == (90, 0, 10, 100)


def test_a_turned_diamond_is_wider_than_its_side() -> None:
    """The box around a square that stands on its corner is as wide as the square's diagonal."""
    assert round(ShapeBox(0, 0, 10, 10).turned(tilt(45)).width, 2) == 14.14
    assert ShapeBox(0, 0, 10, 40).turned(tilt(90)) == (0, 0, 10, 40)


_FRAME = (
    '<root>{flip}<a:custGeom><a:pathLst><a:path w="100" h="100"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
    '<a:lnTo><a:pt x="100" y="0"/></a:lnTo><a:lnTo><a:pt x="100" y="100"/></a:lnTo><a:lnTo><a:pt x="0" y="100"/>'
    '</a:lnTo><a:close/><a:moveTo><a:pt x="10" y="10"/></a:moveTo><a:cubicBezTo><a:pt x="10" y="40"/>'
    '<a:pt x="10" y="60"/><a:pt x="10" y="90"/></a:cubicBezTo><a:lnTo><a:pt x="50" y="90"/></a:lnTo><a:lnTo>'
    '<a:pt x="50" y="10"/></a:lnTo><a:close/></a:path></a:pathLst></a:custGeom></root>'
)


@pytest.mark.parametrize(
    ("flip", "box", "is_enclosed"),
    [
        ("", (12, 20, 30, 50), False),
        ("", (60, 20, 30, 50), True),
        ('<a:xfrm flipH="1"/>', (12, 20, 30, 50), True),
        ('<a:xfrm flipH="1"/>', (60, 20, 30, 50), False),
    ],
)
def test_text_in_the_hole_of_a_freeform(flip: str, box: tuple[float, ...], is_enclosed: bool) -> None:
    """A freeform with a hole, mirrored or not, is behind text on its outline and not behind text in the hole."""
    lines = outline(element(_FRAME.format(flip=flip)))
    assert lines
    assert encloses(lines, ShapeBox(0, 0, 100, 100), ShapeBox(*box)) is is_enclosed


@pytest.mark.parametrize("step", ['<a:arcTo wR="5"/>', '<a:lnTo><a:pt x="left" y="0"/></a:lnTo>'])
def test_unknown_outlines(step: str) -> None:
    """An outline with an arc or a formula is unknown, so that the shape counts as its box."""
    drawn = _FRAME.format(flip="").replace("<a:close/>", step, 1)
    assert outline(element(drawn)) is None


def test_a_line_break_in_a_name_does_not_cut_a_message_short() -> None:
    """A message that names a part is one line, whatever the name contains."""
    assert str(FileRefused("odd-package", "has a part called '../a\nb\u2028c'.")) == "has a part called '../a b c'."
