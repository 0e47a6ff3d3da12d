"""Check page boxes, fonts, annotations and untagged content in PDF files."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, parse_content_stream

from coprod_content.findings.fault import Fault
from coprod_content.text.link_and_alt_text import link_text_fault
from coprod_inspect.shared_checks import Spot, quoted, shortened

_TOLERANCE = 0.1
"""The distance in points by which an inner box can extend beyond the outer box."""
_OPENING, _CLOSING = ("BMC", "BDC"), ("EMC",)
_DRAWING = ("Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "EI", "INLINE IMAGE")
_OPERATORS = " ".join((*_OPENING, *_CLOSING, *_DRAWING))
_STANDARD_ENCODINGS = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding")


def page_faults(pdf: Pdf) -> Iterator[Fault]:
    """Yield the faults on each page of a PDF file.

    If pages differ in size, only the first page whose size differs from that of page 1 is reported.
    """
    fonts: set[tuple[int, int]] = set()
    sizes: dict[tuple[int, int], int] = {}
    for number, page in enumerate(pdf.pages, start=1):
        spot = Spot(f"page {number}")
        yield from _box_faults(page, spot)
        yield from _annotation_faults(page, spot)
        yield from _font_faults(page, spot, fonts)
        if Name.StructTreeRoot in pdf.Root and _has_untagged_content(page):
            yield spot.fault("pdf-untagged-content", "some content is neither tagged nor marked as decoration.")
        left, bottom, right, top = _box(page.mediabox)
        sizes.setdefault((round(right - left), round(top - bottom)), number)
    if len(sizes) > 1:
        first, other = list(sizes.values())[:2]
        yield Spot(f"page {other}").fault("page-sizes-differ", f"the page is not the same size as page {first}.")


def _box(box: Object) -> tuple[float, float, float, float]:
    x, y, other_x, other_y = (float(number) for number in box)
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)


def _box_faults(page: Page, spot: Spot) -> Iterator[Fault]:
    media, bleed = ("media", _box(page.mediabox)), ("bleed", _box(page.bleedbox))
    crop, trim = ("crop", _box(page.cropbox)), ("trim", _box(page.trimbox))
    for (name, inner), (outer_name, outer) in ((crop, media), (bleed, media), (trim, bleed)):
        starts = all(i >= o - _TOLERANCE for i, o in zip(inner[:2], outer[:2], strict=True))
        if not starts or not all(i <= o + _TOLERANCE for i, o in zip(inner[2:], outer[2:], strict=True)):
            yield spot.fault("page-boxes", f"the {name} box is not inside the {outer_name} box.")


def _annotation_faults(page: Page, spot: Spot) -> Iterator[Fault]:
    annotations = page.obj.get(Name.Annots, Array())
    if len(annotations) and page.obj.get(Name.Tabs) != Name.S:
        yield spot.fault("tab-order", "the tab order does not follow the order of the text.")
    for annotation in annotations:
        if annotation.get(Name.Subtype) != Name.Link:
            continue
        words = str(annotation.get(Name.Contents, "")).strip()
        if not words:
            yield spot.fault("link-no-description", "a link has no description.")
        elif link_text_fault(words) == "link-vague":
            yield spot.fault("link-vague", f"a link is described as {quoted(words)}.", words)


def _font_faults(page: Page, spot: Spot, seen: set[tuple[int, int]]) -> Iterator[Fault]:
    fonts = page.resources.get(Name.Font, Dictionary())
    for key in sorted(fonts.keys()):
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
            yield spot.fault("font-not-embedded", f"the font {shortened(name)} is not embedded in the file.")
        if Name.ToUnicode not in font and str(font.get(Name.Encoding, "")) not in _STANDARD_ENCODINGS:
            yield spot.fault("font-no-unicode", f"the font {shortened(name)} does not map its characters to Unicode.")


def _has_untagged_content(page: Page) -> bool:
    """Return whether a page draws anything outside tags and artifacts."""
    depth = 0
    for instruction in parse_content_stream(page, _OPERATORS):
        operator = str(instruction.operator)
        if operator in _OPENING:
            depth += 1
        elif operator in _CLOSING:
            depth -= 1
        elif depth <= 0 and not (operator == "Do" and _is_tagged_form(page, instruction.operands)):
            return True
    return False


def _is_tagged_form(page: Page, operands: object) -> bool:
    name = operands[0]  # type: ignore[index]  # the only operand of Do is a name
    form = page.resources.get(Name.XObject, Dictionary()).get(name)
    return form is not None and form.get(Name.Subtype) == Name.Form and Name.StructParents in form
