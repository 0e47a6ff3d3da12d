"""Check that the fonts contain every character of the content."""

from collections.abc import Iterable, Iterator

from coprod_content.brand.brand import Brand
from coprod_content.content.about import About
from coprod_content.content.item_texts import texts
from coprod_content.content.model import Item
from coprod_content.content.source import Source
from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.files.field_positions import finding_in
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
