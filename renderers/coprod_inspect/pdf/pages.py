"""The pages of a PDF: boxes, fonts, links as drawn, and content that no tag covers."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, parse_content_stream

from coprod_content.findings.fault import Fault
from coprod_content.text.link_and_alt_text import link_text_fault
from coprod_office.reading.xml import short

_NEAR = 0.1
"""Points: how far boxes may miss each other."""
_OPENING, _CLOSING = ("BMC", "BDC"), ("EMC",)
_DRAWN = ("Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "EI", "INLINE IMAGE")
_WATCHED = " ".join((*_OPENING, *_CLOSING, *_DRAWN))
_OWN_ENCODINGS = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding")
PdfBox = tuple[float, float, float, float]


def page_faults(pdf: Pdf) -> Iterator[Fault]:
    """What is wrong with the pages, each fault once a page."""
    fonts: set[tuple[int, int]] = set()
    sizes: dict[tuple[int, int], int] = {}
    for number, page in enumerate(pdf.pages, start=1):
        spot = f"page {number}"
        yield from _boxes(page, spot)
        yield from _annotations(page, spot)
        yield from _fonts(page, spot, fonts)
        if Name.StructTreeRoot in pdf.Root and _untagged(page):
            yield Fault(code="pdf-untagged-content", spot=spot, what="something is drawn outside of all tags.")
        left, bottom, right, top = _box(page.mediabox)
        sizes.setdefault((round(right - left), round(top - bottom)), number)
    if len(sizes) > 1:
        first, other = list(sizes.values())[:2]
        yield Fault(code="page-sizes-differ", spot=f"page {other}", what=f"it is of another size than page {first}.")


def _box(box: Object) -> PdfBox:
    one, two, three, four = (float(number) for number in box)
    return min(one, three), min(two, four), max(one, three), max(two, four)


def _boxes(page: Page, spot: str) -> Iterator[Fault]:
    media = _box(page.mediabox)
    crop, bleed, trim = (_box(box) for box in (page.cropbox, page.bleedbox, page.trimbox))
    for name, inner, outer_name, outer in (
        ("crop", crop, "media", media),
        ("bleed", bleed, "media", media),
        ("trim", trim, "bleed", bleed),
    ):
        if not _inside(inner, outer):
            yield Fault(code="page-boxes", spot=spot, what=f"the {name} box is not inside the {outer_name} box.")


def _inside(inner: PdfBox, outer: PdfBox) -> bool:
    lower = all(i >= o - _NEAR for i, o in zip(inner[:2], outer[:2], strict=True))
    return lower and all(i <= o + _NEAR for i, o in zip(inner[2:], outer[2:], strict=True))


def _annotations(page: Page, spot: str) -> Iterator[Fault]:
    annotations = page.obj.get(Name.Annots, Array())
    if len(annotations) and page.obj.get(Name.Tabs) != Name.S:
        yield Fault(code="tab-order", spot=spot, what="the keyboard does not follow the structure.")
    for annotation in annotations:
        if annotation.get(Name.Subtype) != Name.Link:
            continue
        words = str(annotation.get(Name.Contents, "")).strip()
        if not words:
            yield Fault(code="link-no-description", spot=spot, what="a link has no description.")
        elif link_text_fault(words) == "link-vague":
            yield Fault(code="link-vague", spot=spot, what=f"a link is described as '{short(words)}'.", words=words)


def _fonts(page: Page, spot: str, seen: set[tuple[int, int]]) -> Iterator[Fault]:
    fonts = page.resources.get(Name.Font, Dictionary())
    for key in fonts.keys():  # noqa: SIM118  # a Dictionary of pikepdf is not iterable by itself
        font = fonts[key]
        if font.objgen in seen and font.objgen != (0, 0):
            continue
        seen.add(font.objgen)
        name = str(font.get(Name.BaseFont, key)).lstrip("/")
        kind = str(font.get(Name.Subtype, ""))
        inner = font.DescendantFonts[0] if kind == "/Type0" else font
        descriptor = inner.get(Name.FontDescriptor, Dictionary())
        embedded = any(file in descriptor for file in (Name.FontFile, Name.FontFile2, Name.FontFile3))
        if not embedded and kind != "/Type3":
            yield Fault(code="font-not-embedded", spot=spot, what=f"the font {short(name)} is not in the file.")
        if Name.ToUnicode not in font and str(font.get(Name.Encoding, "")) not in _OWN_ENCODINGS:
            yield Fault(code="font-no-unicode", spot=spot, what=f"the font {short(name)} has no map to Unicode.")


def _untagged(page: Page) -> bool:
    """Whether anything is drawn while no tag and no artifact is open."""
    depth = 0
    for instruction in parse_content_stream(page, _WATCHED):
        operator = str(instruction.operator)
        if operator in _OPENING:
            depth += 1
        elif operator in _CLOSING:
            depth -= 1
        elif depth <= 0 and not (operator == "Do" and _tags_itself(page, instruction.operands)):
            return True
    return False


def _tags_itself(page: Page, operands: object) -> bool:
    """Whether a form brings tags of its own."""
    name = operands[0]  # type: ignore[index]  # the operands of Do are one name
    form = page.resources.get(Name.XObject, Dictionary()).get(name)
    return form is not None and form.get(Name.Subtype) == Name.Form and Name.StructParents in form
