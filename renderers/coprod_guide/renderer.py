"""The Word renderer: documents as editable .docx files."""

from coprod_content.importing.lazy_function import LazyFunction, require
from coprod_content.plugins.renderers import OfferedFile, Renderer

require("lxml")
renderer = Renderer(
    suffix=".docx",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    render=LazyFunction("coprod_guide.rendering:render"),
    read_back=LazyFunction("coprod_guide.read_back:read_back"),
    caption="Word",
    hint="You can edit everything in Word.",
    in_pack=(
        *(OfferedFile(name, name) for name in ("facilitator-guide", "run-sheet", "handouts", "forms")),
        OfferedFile("organiser-notes", "for-the-organiser"),
    ),
    on_site=(
        OfferedFile("article", ""),
        OfferedFile("forms", ""),
        OfferedFile("programme-guide", "guide"),
        OfferedFile("film-handout", "handout"),
        OfferedFile("diagram-handout", "handout"),
        *(
            OfferedFile(name, name)
            for name in ("theme-guide", "glossary", "cases", "resources-guide", "references", "introduction")
        ),
    ),
    rank=10,
    reference=LazyFunction("coprod_guide.template.reference_document:reference"),
    open_suffix=".odt",
    restored=LazyFunction("coprod_guide.open_text:with_alternative_text"),
    template_endings=(".docx", ".dotx", ".docm", ".dotm"),
    examine_template=LazyFunction("coprod_guide.template.word_report:examine_template"),
    templated=LazyFunction("coprod_guide.template.template_brand:templated"),
    shows_logo=LazyFunction("coprod_guide.rendering:shows_logo"),
)
