"""The Word renderer: guides, handouts, any Document as a .docx file that people can edit."""

import io

from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document, is_run_sheet
from coprod_content.plugins.renderers import OfferedFile, Renderer
from coprod_guide.body.front_matter import contents_xml, cover_xml, title_xml
from coprod_guide.body.headers_and_footers import further_lines, running_parts
from coprod_guide.body.sections import section_xml
from coprod_guide.outline import OutlineEntry, has_cover, has_title, lines_of_a_page, outline
from coprod_guide.styles.reference_document import reference
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import HEAD, STORY
from coprod_office import Package, core_properties, packed


def render(document: Document, brand: Brand) -> bytes:
    """The bytes of a Word document.

    Raises ValueError where the brand's own reference document or logo cannot be used.
    """
    story = WordWriter.opened(document, brand)
    above, below = further_lines(document, brand)
    story.settle(titled=has_title(document) or is_run_sheet(document), above=above, below=below)
    body = _body(document, story)
    story.close()
    made = dict(
        (
            ("word/document.xml", _main_part(body, story)),
            ("docProps/core.xml", core_properties(document)),
            *running_parts(document, story),
        )
    )
    out = io.BytesIO()
    story.word.save(out)
    return packed(((name, made.get(name, data)) for name, data in Package.opened(out.getvalue()).parts), document.date)


renderer = Renderer(
    suffix=".docx",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    render=render,
    caption="Word",
    hint="All of it can be changed in Word.",
    in_pack=tuple(OfferedFile(name, name) for name in ("facilitator-guide", "run-sheet", "handouts")),
    on_site=(
        OfferedFile("article", ""),
        OfferedFile("film-handout", "handout"),
        OfferedFile("diagram-handout", "handout"),
        *(
            OfferedFile(name, name)
            for name in ("theme-guide", "glossary", "resources-guide", "references", "introduction")
        ),
    ),
    rank=10,
    reference=reference,
)


def _body(document: Document, story: WordWriter) -> str:
    places = outline(document, lines_of_a_page(story.brand.guide))
    opening = "" if has_cover(document) or not has_title(document) else title_xml(document, story)
    return opening + "".join(_place(place, places, document, story) for place in places)


def _place(place: OutlineEntry, places: tuple[OutlineEntry, ...], document: Document, story: WordWriter) -> str:
    if place.level:
        return section_xml(place, story)
    if place.section.role == "cover":
        return cover_xml(place.section, document, story)
    return contents_xml(place, places, story)


def _main_part(body: str, story: WordWriter) -> bytes:
    """`word/document.xml`: the body, and the page with a first one of its own where that carries the title."""
    section = etree.tostring(story.page, encoding="unicode")
    return f"{HEAD}<w:document {STORY}><w:body>{body}{section}</w:body></w:document>".encode()
