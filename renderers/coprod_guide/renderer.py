"""The Word renderer: documents as editable .docx files."""

from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document, is_run_sheet
from coprod_content.plugins.renderers import OfferedFile, Renderer
from coprod_content.text.languages import runs_from_right
from coprod_guide.body.front_matter import contents_xml, cover_xml, title_xml
from coprod_guide.body.headers_and_footers import extra_line_heights, running_parts
from coprod_guide.body.run_sheet import set_run_sheet_page
from coprod_guide.body.sections import section_xml
from coprod_guide.languages import with_languages
from coprod_guide.outline import OutlineEntry, has_cover, has_title, outline
from coprod_guide.template.package_parts import document_part, properties_parts
from coprod_guide.template.reference_document import reference, reference_document
from coprod_guide.word_writer import WordWriter
from coprod_office import packed


def render(document: Document, brand: Brand) -> bytes:
    """Return a document as a Word file.

    Raises ValueError if the brand's own reference document or logo cannot be used.
    """
    reference_parts = reference_document(brand)
    writer = WordWriter.of(document, brand, reference_parts)
    if is_run_sheet(document):
        set_run_sheet_page(writer.page, upright=document.upright)
    if reference_parts.has_our_header:
        above, below = extra_line_heights(document, writer)
        writer.page.set_title_page(titled=has_title(document) or is_run_sheet(document))
        writer.page.add_to_margins(top=above, bottom=below)
    writer.page.set_direction(from_right=runs_from_right(document.language))
    main = document_part(_body(document, writer), etree.tostring(writer.page.section, encoding="unicode"))
    core, _ = properties_parts(document)
    main, *running = (with_languages(part, document) for part in (main, *running_parts(document, writer)))
    parts = writer.package(main, (core, *running), document.language)
    return packed(((part.name, part.data) for part in parts), document.date)


renderer = Renderer(
    suffix=".docx",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    render=render,
    caption="Word",
    hint="You can edit everything in Word.",
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


def _body(document: Document, writer: WordWriter) -> str:
    entries = outline(document, writer.brand.guide)
    title = "" if has_cover(document) or not has_title(document) else title_xml(document, writer)
    return title + "".join(_entry(entry, entries, document, writer) for entry in entries)


def _entry(entry: OutlineEntry, entries: tuple[OutlineEntry, ...], document: Document, writer: WordWriter) -> str:
    if entry.level:
        return section_xml(entry, writer)
    if entry.section.role == "cover":
        return cover_xml(entry.section, document, writer)
    return contents_xml(entry, entries, writer)
