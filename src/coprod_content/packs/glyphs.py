"""Check that the fonts contain every character of the content."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_content.content.about import About
from coprod_content.content.item_texts import texts
from coprod_content.content.library import Library
from coprod_content.content.lookup_errors import UnknownId
from coprod_content.content.model import Item
from coprod_content.content.source import Source
from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Document, Section, words_of
from coprod_content.files.field_positions import finding_in, place_of
from coprod_content.findings.finding import Finding
from coprod_content.plugins.renderers import RENDERERS, RendererError, renderer
from coprod_content.text.missing_glyphs import glyph_advice, listed_characters


def glyph_findings(
    items: Iterable[Item], brand: Brand, abouts: Iterable[tuple[About, Source]] = ()
) -> Iterator[Finding]:
    """Yield findings for text with characters that no installed font contains.

    Only the first such text in each item is reported. `abouts` contains the About of each library to check, with the
    file that it was read from. Renderers that cannot be used are skipped.
    """
    sources: list[tuple[Item | About, Source]] = [*abouts, *((item, item.source) for item in items)]
    found = [(source, path, words) for item, source in sources for path, words in texts(item) if not words.isascii()]
    blocks = tuple(Paragraph(words) for _, _, words in found)
    document = Document(title="-", language="en", sections=(Section(title="-", blocks=blocks),))
    lost = frozenset("".join(_lost(document, brand)))
    seen: set[Source] = set()
    for source, path, words in found if lost else ():
        missing = "".join(sorted(lost & set(words)))
        if missing and source not in seen:
            seen.add(source)
            what = f"no available font has {listed_characters(missing)}."
            yield finding_in(source, path, "no-glyph", what, glyph_advice(missing))


def _lost(document: Document, brand: Brand) -> Iterator[str]:
    """Yield, as strings, the characters for which each renderer lacks a font."""
    checks = set()
    for name in RENDERERS.names():
        try:
            checks.add(renderer(name).uncovered)
        except RendererError:
            continue
    yield from (uncovered(document, brand) for uncovered in checks if uncovered)


def missing_glyphs(document: Document, lost: str, library: Library) -> Iterator[Finding]:
    """Yield a finding for each section with characters that no font contains.

    `lost` are the characters. A further finding is about any that are only in the title or the imprint.
    """
    left = set(lost)
    for _, section in document.walk() if lost else ():
        words = "".join(words_of(evolve(document, sections=(evolve(section, sections=()),))))
        if missing := "".join(character for character in lost if character in words):
            left -= set(missing)
            yield _placed(_missing_glyph(missing, section.title), section.items, library)
    if left:
        yield _missing_glyph("".join(sorted(left)), "about.yaml")


def _missing_glyph(missing: str, field: str) -> Finding:
    what = f"no available font has {listed_characters(missing)}."
    return Finding(code="no-glyph", field=field, what=what, fix=glyph_advice(missing))


def _placed(finding: Finding, items: tuple[str, ...], library: Library) -> Finding:
    """Return a finding with the content file of the first item.

    The finding names no file if `items` is empty, and is unchanged if the library does not contain the item.
    """
    try:
        return evolve(finding, where=place_of(library[items[0]].source, ()) if items else None)
    except UnknownId:
        return finding
