"""Figures, covers and panels adapt to a template with little room."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.util import Mm
from tests.support.decks_by_others import built, sea, with_template
from tests.support.slides_reading import Deck, rendered

from coprod_content.access.large_print import large_print_brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.content.drawing import Drawing, Label, Rectangle
from coprod_content.document.blocks import Bullets, Figure, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.layout.fit import fit
from coprod_content.text.spans import verbatim
from coprod_inspect.slides.inspector import inspector
from coprod_slides.fitting.frame_choice import slide_frames
from coprod_slides.template.template_report import report_on

BRAND = load_brand()
STEPS = tuple(f"Step {number} of the work that we plan and do together" for number in range(1, 9))
BOX = Rectangle(x=0, y=0, width=9, height=4, fill="brand")
CAPTION = verbatim("Read the steps from left to right, and say what you would change.")

CAPTIONED = Paragraph(CAPTION)


def low_text(deck: Any) -> None:
    """Leave a strip of 60 mm for text."""
    for owner in (*deck.slide_layouts, deck.slide_master):
        for shape in owner.placeholders:
            if shape.placeholder_format.type in (2, 7):
                shape.left, shape.top, shape.width, shape.height = Mm(40), Mm(60), Mm(170), Mm(60)
    bar = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_shape(1, 0, Mm(122), Mm(254), Mm(68))
    deck.slide_master.shapes._spTree.insert(2, bar._element)


def low_cover_title(deck: Any) -> None:
    """Leave one line for the title of a cover, above a tall box for text."""
    for shape in deck.slide_layouts[0].placeholders:
        if shape.placeholder_format.type in (3, 4):
            is_title = shape.placeholder_format.type == 3
            shape.left, shape.width = Mm(130), Mm(100)
            shape.top, shape.height = (Mm(15), Mm(10)) if is_title else (Mm(30), Mm(62))


def grey(deck: Any) -> None:
    """Set a background that is neither light nor dark."""
    deck.slide_master.background.fill.solid()
    deck.slide_master.background.fill.fore_color.rgb = RGBColor(0x7C, 0x9C, 0xA8)


def steps() -> Drawing:
    """Return a drawing of eight boxes, with a long label in each."""
    boxes = tuple(Rectangle(x=at * 20, y=0, width=18, height=12, fill="paper") for at in range(8))
    labels = (Label(text=text, x=at * 20, y=0, width=18, height=12, size=3) for at, text in enumerate(STEPS))
    return Drawing(width=160, height=60, shapes=(*boxes, *labels))


def document(*blocks: Any, role: Any = "figure", title: str = "The steps") -> Document:
    """Return a document with one section."""
    return Document(
        title="A",
        language="en-GB",
        author="A",
        imprint="Harrow Vale Trust",
        sections=(Section(title=title, role=role, blocks=blocks),),
    )


def test_a_caption_and_legend_follow_a_figure_on_a_low_slide() -> None:
    """If a slide is too low for a figure, its caption and legend, nothing overflows and no label is lost."""
    figure = Figure(steps(), "Eight boxes", CAPTION)
    fitted = fit(document(figure), slide_frames(with_template(BRAND, built(low_text))))
    assert fitted.faults == ()
    blocks = [block for section in fitted.document.sections for block in section.blocks]
    assert Paragraph(CAPTION) in blocks
    listed = [item for block in blocks if isinstance(block, Bullets) for item in block.items]
    assert tuple("".join(span.text for span in item) for item in listed) == STEPS


def test_a_cover_takes_room_for_a_long_title_from_its_text() -> None:
    """A cover with one line for the title and much room for text holds a long title in large print, too."""
    title = "A first improvement project in twelve weeks (2 of 2)"
    for brand in (BRAND, large_print_brand(BRAND)):
        frames = slide_frames(with_template(brand, built(low_cover_title)))
        cover = next(each for each in frames.layouts if each.layout == "Cover")
        assert cover.title_type(Section(title=title, role="cover"))


def test_a_panel_does_not_cover_the_text_above_it() -> None:
    """On a background that is neither light nor dark, text above a figure ends where its panel begins."""
    words = Paragraph(verbatim("Look at each box, and say what is missing."))
    made = rendered(
        document(words, Figure(Drawing(width=9, height=4, shapes=(BOX,)), "A box")), with_template(BRAND, built(grey))
    )
    assert [fault.what for fault in inspector.inspect(made)] == []
    slide = next(each for each in Deck(made).slides() if any(shape.shape_type == 6 for shape in each.shapes))
    text = next(each for each in slide.placeholders if each.name.startswith("Text"))
    panel = next(each for each in slide.shapes if each.name.startswith("Decoration"))
    assert text.top + text.height <= panel.top + Mm(2)


def test_a_name_on_a_cover_is_readable_beside_a_pale_footer() -> None:
    """The organisation's name gets its colour on the slide, as some programs use that of the master's footer."""
    made = rendered(document(role="cover"), with_template(BRAND, built(lambda _: None)))
    (slide,) = Deck(made).trees()
    shape = next(each for each in slide.iter("{*}sp") if each.find("{*}nvSpPr/{*}cNvPr").get("name").startswith("Impr"))
    assert [each.get("val") for each in shape.findall(".//{*}rPr/{*}solidFill/{*}schemeClr")] == ["dk1"]


def test_titles_keep_clear_of_the_edge_of_a_dark_part() -> None:
    """Titles and labels are where one colour can be read, not across a dark and a light part of a picture."""
    made = rendered(document(CAPTIONED, role="body"), with_template(BRAND, built(sea)))
    (slide,) = Deck(made).slides()
    edge = Mm(190.5 * 6 / 48)
    for shape in slide.placeholders:
        assert shape.top + shape.height <= edge or shape.top >= edge - Mm(1), shape.name
    moved = [each.what for each in report_on(built(sea), "sea.potx", BRAND).findings if each.code == "template-title"]
    assert (
        "The title on Title and Content: moved, because the picture behind it is partly dark and partly light." in moved
    )
    plain = report_on(built(grey), "grey.potx", BRAND)
    assert "template-title" not in {each.code for each in plain.findings}


def at_the_edge(deck: Any) -> None:
    """Put titles at the upper left corner, and the slide number beside the slide."""
    for owner in (*deck.slide_layouts, deck.slide_master):
        for shape in owner.placeholders:
            if shape.placeholder_format.type == 1:
                shape.left, shape.top, shape.width, shape.height = 0, 0, Mm(200), Mm(30)
            elif shape.placeholder_format.type == 13:
                shape.left, shape.top, shape.width, shape.height = Mm(230), Mm(178), Mm(50), Mm(10)


def test_titles_and_numbers_are_on_the_slide() -> None:
    """Titles are at least 5 mm from the edge, and a number that the template has half off the slide is on it."""
    made = rendered(document(CAPTIONED, role="body"), with_template(BRAND, built(at_the_edge)))
    (slide,) = Deck(made).slides()
    boxes = {shape.name.split()[0]: shape for shape in slide.placeholders}
    assert min(boxes["Title"].left, boxes["Title"].top) >= Mm(2.5)  # and 2.5 mm inside the box
    assert boxes["Slide"].left + boxes["Slide"].width <= Mm(254)
