"""PowerPoint templates as organisations have them, strange ones too, built by code."""

import io
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from attrs import evolve
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Mm
from tests.support.pictures import picture

from coprod_content.brand.brand import Brand, ReferenceFiles

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_template(brand: Brand, data: bytes, name: str = "theirs.pptx") -> Brand:
    """Return a brand that uses a template for slides."""
    return evolve(brand, reference=ReferenceFiles(slides=name), files=((name, data),))


def built(change: Callable[[Any], None]) -> bytes:
    """Return python-pptx's own template, which is 4:3, after a change."""
    deck = Presentation()
    change(deck)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None], more: dict[str, bytes] | None = None) -> bytes:
    """Return a package with its parts changed, or left out where `change` returns None."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
        for name, part in (more or {}).items():
            new.writestr(name, part)
    return out.getvalue()


def chinese(deck: Any) -> None:
    """Give every layout the same Chinese name, one with a line break."""
    for at, layout in enumerate(deck.slide_layouts):
        layout.name = "标题和内容" if at else "标题\n幻灯片"


def no_layouts(deck: Any) -> None:
    """Remove all layouts."""
    for layout in list(deck.slide_layouts):
        deck.slide_layouts.remove(layout)


def no_placeholders(deck: Any) -> None:
    """Remove all placeholders from the layouts and the master, and draw a band and a logo."""
    for owner in (*deck.slide_layouts, deck.slide_master):
        for shape in list(owner.placeholders):
            shape._element.getparent().remove(shape._element)
    _drawn(deck, 0, 0, 254, 22, "003087")
    _drawn(deck, 214, 170, 34, 16, "ffb81c")


def no_body(deck: Any) -> None:
    """Remove the text from all layouts and the master."""
    for owner in (*deck.slide_layouts, deck.slide_master):
        for shape in list(owner.placeholders):
            if shape.placeholder_format.type not in (1, 3):
                shape._element.getparent().remove(shape._element)


def dark(deck: Any) -> None:
    """Make the master dark, with text that says so in the map of colours alone."""
    mapping = deck.slide_master._element.find(f"{P}clrMap")
    for one, other in (("bg1", "tx1"), ("bg2", "tx2")):
        mapping.set(one, {"bg1": "dk1", "bg2": "dk2"}[one])
        mapping.set(other, {"tx1": "lt1", "tx2": "lt2"}[other])


def unreadable(deck: Any) -> None:
    """Make the background dark, and leave the text as dark as it is."""
    deck.slide_master.background.fill.solid()
    deck.slide_master.background.fill.fore_color.rgb = RGBColor(0x10, 0x20, 0x40)


def portrait(deck: Any) -> None:
    """Turn the slides to A4 portrait, with boxes in proportion."""
    across, down = Mm(190.5) / deck.slide_width, Mm(275.2) / deck.slide_height
    deck.slide_width, deck.slide_height = Mm(190.5), Mm(275.2)
    for owner in (*deck.slide_layouts, deck.slide_master):
        for shape in owner.placeholders:
            transform = shape._element.spPr.find(f"{A}xfrm")
            if transform is not None:
                shape.left, shape.width = int(shape.left * across), int(shape.width * across)
                shape.top, shape.height = int(shape.top * down), int(shape.height * down)


def huge_title(deck: Any) -> None:
    """Set titles in 96 pt capitals with wide spaces, text in 9 pt, and the number in 8 pt."""
    for run in deck.slide_master._element.find(f"{P}txStyles/{P}titleStyle").iter(f"{A}defRPr"):
        run.set("sz", "9600")
        run.set("cap", "all")
        run.set("spc", "300")
    for run in deck.slide_master._element.find(f"{P}txStyles/{P}bodyStyle").iter(f"{A}defRPr"):
        run.set("sz", "900")


def tiny_boxes(deck: Any) -> None:
    """Leave a title of one line and a strip of text, in a font that nobody can measure."""
    for owner in (*deck.slide_layouts, deck.slide_master):
        for shape in owner.placeholders:
            if shape.placeholder_format.type in (1, 3):
                shape.left, shape.top, shape.width, shape.height = Mm(10), Mm(6), Mm(234), Mm(8)
    for part in deck.slide_master.part.rels.values():
        if part.reltype.endswith("/theme"):
            part.target_part._blob = part.target_part.blob.replace(b'"Calibri"', b'"Foundry Sterling Demi"')


def low_titles(deck: Any) -> None:
    """Leave one line for each title, at the top of the slide and above the text."""
    for owner in (*deck.slide_layouts, deck.slide_master):
        for shape in owner.placeholders:
            if shape.placeholder_format.type == 1:
                shape.left, shape.top, shape.width, shape.height = Mm(16), Mm(14), Mm(180), Mm(12)
            elif shape.placeholder_format.type == 2:
                shape.top, shape.height = Mm(30), Mm(140)


def turned_line(deck: Any) -> None:
    """Draw the line under titles as an upright strip that is turned by 90°, as Google Slides does, and a diamond."""
    low_titles(deck)
    for layout in deck.slide_layouts:
        strip = _drawn_on(layout, deck, 40, 2, 1.2, 52)
        strip.find(f"{P}spPr/{A}xfrm").set("rot", str(90 * 60_000))
        diamond = _drawn_on(layout, deck, 236, 4, 30, 30)
        diamond.find(f"{P}spPr/{A}xfrm").set("rot", str(45 * 60_000))


def sloping_cover(deck: Any) -> None:
    """Set the text of covers in a low box on dark paper, above a light triangle whose own box reaches over it."""
    dark(deck)
    layout = deck.slide_layouts[0]
    for shape in layout.placeholders:
        if shape.placeholder_format.type == 4:
            shape.left, shape.top, shape.width, shape.height = Mm(120), Mm(100), Mm(110), Mm(15)
    triangle = deck.slides.add_slide(layout).shapes.build_freeform(0, Mm(80))
    triangle.add_line_segments([(0, Mm(190)), (Mm(254), Mm(190))])
    drawn = triangle.convert_to_shape()
    drawn.fill.solid()
    drawn.fill.fore_color.rgb = RGBColor(0xF0, 0xF0, 0xA0)
    layout.shapes._spTree.insert(2, drawn._element)


def filled_titles(deck: Any) -> None:
    """Set titles in white on a purple fill that is the title's own."""
    master = deck.slide_master
    title = next(shape for shape in master.placeholders if shape.placeholder_format.type == 1)
    title.fill.solid()
    title.fill.fore_color.rgb = RGBColor(0x57, 0x06, 0x8C)
    for run in master._element.find(f"{P}txStyles/{P}titleStyle").iter(f"{A}defRPr"):
        for old in run.findall(f"{A}solidFill"):
            run.remove(old)
        run.insert(0, etree.fromstring(f'<a:solidFill xmlns:a="{A[1:-1]}"><a:schemeClr val="bg1"/></a:solidFill>'))


def low_numbers(deck: Any) -> None:
    """Put the slide number at the lower edge of the slide."""
    for owner in (*deck.slide_layouts, deck.slide_master):
        for shape in owner.placeholders:
            if shape.placeholder_format.type == 13:
                shape.left, shape.top, shape.width, shape.height = Mm(200), Mm(183), Mm(40), Mm(7.5)


def one_index(deck: Any) -> None:
    """Leave out the index of placeholders for text, as LibreOffice does, so that titles and text share one."""
    for layout in deck.slide_layouts:
        for shape in layout.placeholders:
            mark = shape._element.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            if mark.get("idx") == "1" and mark.get("type") in (None, "body"):
                del mark.attrib["idx"]
                mark.set("type", "body")


def sample_slides(deck: Any) -> None:
    """Add slides and a section, and a picture on the master."""
    for layout in deck.slide_layouts:
        deck.slides.add_slide(layout).shapes.add_textbox(0, 0, Mm(50), Mm(10)).text_frame.text = "Sample text"
    deck.slide_master.shapes._spTree.append(
        deepcopy(deck.slides[0].shapes.add_shape(1, Mm(228), Mm(4), Mm(20), Mm(12))._element)
    )


def sea(deck: Any) -> None:
    """Show a picture behind each slide that is dark down to the middle of titles, and light below."""
    image = Image.new("RGB", (64, 48), "#9cd8e8")
    image.paste("#02345c", (0, 0, 64, 6))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    shown = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_picture(stream, 0, 0, Mm(254), Mm(190.5))
    master = deck.slide_master
    id_ = master.part.relate_to(shown.part.related_part(shown._element.blip_rId), f"{KINDS}/image")
    next(shown._element.iter(f"{A}blip")).set(f"{{{KINDS}}}embed", id_)
    master.shapes._spTree.insert(2, shown._element)


def _drawn_on(owner: Any, deck: Any, x: float, y: float, width: float, height: float) -> Any:
    """Draw a rectangle on a layout, and return its element."""
    slide = deck.slides[0] if len(deck.slides) else deck.slides.add_slide(deck.slide_layouts[0])
    element = deepcopy(slide.shapes.add_shape(1, Mm(x), Mm(y), Mm(width), Mm(height))._element)
    owner.shapes._spTree.append(element)
    return element


def _drawn(deck: Any, x: float, y: float, width: float, height: float, colour: str) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    shape = slide.shapes.add_shape(1, Mm(x), Mm(y), Mm(width), Mm(height))
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(colour.upper())
    deck.slide_master.shapes._spTree.append(deepcopy(shape._element))


def four_masters() -> bytes:
    """Return a template with four masters, of which only the third has a layout for text."""
    data = built(lambda deck: None)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    more = {name: part for number in (2, 3, 4) for name, part in _more_master(number, parts)}
    changes = {
        "[Content_Types].xml": lambda part: _before_end(part, "".join(map(_overrides, (2, 3, 4)))),
        "ppt/_rels/presentation.xml.rels": lambda part: _before_end(part, "".join(map(_to_master, (2, 3, 4)))),
        "ppt/presentation.xml": _with_masters,
        "ppt/slideMasters/slideMaster1.xml": lambda part: _with_one_layout(part, 7, 2147483700),
    }
    return repacked(data, lambda name, part: changes[name](part) if name in changes else part, more)


def crowded_master() -> bytes:
    """Return a template with two masters for text, the first of them with a shape in the middle of its text."""

    def add(deck: Any) -> None:
        _drawn_on(deck.slide_layouts[1], deck, 90, 80, 70, 30)

    crowded = zipfile.ZipFile(io.BytesIO(built(add))).read("ppt/slideLayouts/slideLayout2.xml")
    return repacked(four_masters(), lambda name, part: crowded if name.endswith("slideLayout20.xml") else part)


def _more_master(number: int, parts: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of one more master, with one layout."""
    kept, own = 2 if number == 3 else 7, f"slideMaster{number}".encode()
    for kind, end in (("", ""), ("_rels/", ".rels")):
        layout = parts[f"ppt/slideLayouts/{kind}slideLayout{kept}.xml{end}"]
        yield f"ppt/slideLayouts/{kind}slideLayout{number}0.xml{end}", layout.replace(b"slideMaster1", own)
    master = _with_one_layout(parts["ppt/slideMasters/slideMaster1.xml"], 1, 2147484000 + number)
    yield f"ppt/slideMasters/slideMaster{number}.xml", master
    targets = (("rId1", "slideLayout", "slideLayouts", f"slideLayout{number}0"), ("rId99", "theme", "theme", "theme1"))
    written = "".join(
        f'<Relationship Id="{id_}" Type="{KINDS}/{kind}" Target="../{folder}/{name}.xml"/>'
        for id_, kind, folder, name in targets
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    relationships = f'<Relationships xmlns="{namespace}">{written}</Relationships>'
    yield f"ppt/slideMasters/_rels/slideMaster{number}.xml.rels", relationships.encode()


def _with_one_layout(master: bytes, kept: int, id_: int) -> bytes:
    root = etree.fromstring(master)
    listed = root.find(f"{P}sldLayoutIdLst")
    for at, entry in enumerate(list(listed), start=1):
        if at != kept:
            listed.remove(entry)
    listed[0].set("id", str(id_))
    return bytes(etree.tostring(root))


def _with_masters(presentation: bytes) -> bytes:
    root = etree.fromstring(presentation)
    for number in (2, 3, 4):
        entry = etree.SubElement(root.find(f"{P}sldMasterIdLst"), f"{P}sldMasterId")
        entry.set("id", str(2147484100 + number))
        entry.set(f"{{{KINDS}}}id", f"rIdM{number}")
    return bytes(etree.tostring(root))


def _to_master(number: int) -> str:
    target = f"slideMasters/slideMaster{number}.xml"
    return f'<Relationship Id="rIdM{number}" Type="{KINDS}/slideMaster" Target="{target}"/>'


def _before_end(part: bytes, more: str) -> bytes:
    start, end = part.rsplit(b"</", 1)
    return start + more.encode() + b"</" + end


def _overrides(number: int) -> str:
    kind = "application/vnd.openxmlformats-officedocument.presentationml"
    return (
        f'<Override PartName="/ppt/slideMasters/slideMaster{number}.xml" ContentType="{kind}.slideMaster+xml"/>'
        f'<Override PartName="/ppt/slideLayouts/slideLayout{number}0.xml" ContentType="{kind}.slideLayout+xml"/>'
    )


def as_template(data: bytes, kind: bytes) -> bytes:
    """Return a deck with the content type of a template, with or without macros."""
    usual = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    return repacked(data, lambda name, part: part.replace(usual, kind) if name == "[Content_Types].xml" else part)


def with_unsafe_content(deck: Any) -> None:
    """Put a picture from the web, a link to a file and an unknown part on the first layout."""
    layout = deck.slide_layouts[1]
    slide = deck.slides.add_slide(layout)
    shown = slide.shapes.add_picture(io.BytesIO(picture()), Mm(200), Mm(4), Mm(40), Mm(12))
    element = deepcopy(shown._element)
    blip = next(element.iter(f"{A}blip"))
    blip.attrib.clear()
    blip.set(f"{{{KINDS}}}link", layout.part.rels.get_or_add_ext_rel(f"{KINDS}/image", "https://example.org/x.png"))
    layout.shapes._spTree.append(element)
    linked = deepcopy(slide.shapes.add_textbox(Mm(2), Mm(182), Mm(60), Mm(6))._element)
    link = etree.SubElement(linked.nvSpPr.cNvPr, f"{A}hlinkClick")
    link.set(f"{{{KINDS}}}id", layout.part.rels.get_or_add_ext_rel(f"{KINDS}/hyperlink", "file:///etc/passwd"))
    layout.shapes._spTree.append(linked)


STRANGE: dict[str, Callable[[], bytes]] = {
    change.__name__: (lambda change=change: built(change))  # type: ignore[misc]  # each its own
    for change in (
        chinese,
        no_layouts,
        no_placeholders,
        no_body,
        dark,
        unreadable,
        portrait,
        huge_title,
        tiny_boxes,
        turned_line,
        filled_titles,
        low_numbers,
    )
} | {"sample_slides": lambda: built(sample_slides), "four_masters": four_masters, "crowded_master": crowded_master}
