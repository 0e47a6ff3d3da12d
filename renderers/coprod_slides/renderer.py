"""The renderer for PowerPoint decks."""

from coprod_content.importing.lazy_function import LazyFunction, require
from coprod_content.plugins.renderers import OfferedFile, Renderer

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

require("lxml")
renderer = Renderer(
    suffix=".pptx",
    media_type=MEDIA_TYPE,
    render=LazyFunction("coprod_slides.rendering:render"),
    caption="PowerPoint",
    hint="You can edit everything in PowerPoint.",
    in_pack=(OfferedFile("deck", "deck"),),
    on_site=(
        OfferedFile("film-deck", "deck"),
        OfferedFile("diagram-deck", "deck"),
        OfferedFile("case-slides", "case-slides"),
        OfferedFile("programme-slides", "slides"),
    ),
    rank=10,
    projected=True,
    frames=LazyFunction("coprod_slides.fitting.frame_choice:slide_frames"),
    reference=LazyFunction("coprod_slides.template.reference_deck:reference_deck"),
    open_suffix=".odp",
    template_endings=(".pptx", ".potx", ".pptm", ".potm", ".ppsx", ".ppsm"),
    examine_template=LazyFunction("coprod_slides.template.template_report:report_on"),
    templated=LazyFunction("coprod_slides.template.templated_brand:templated"),
    shows_logo=LazyFunction("coprod_slides.rendering:shows_logo"),
    read_back=LazyFunction("coprod_slides.read_back:read_back"),
)
