"""The table of layouts: what lies where on each kind of slide, on the grid."""

from coprod_content.brand.brand import Brand
from coprod_slides import faces
from coprod_slides.box import Box
from coprod_slides.colours import BRAND, INK, LINE, MUTED, PAPER, TINT
from coprod_slides.grid import BASE, HEIGHT, LEFT, PAGE, PANEL, PANEL_CHIP, RIGHT, TOP_CHIP, WIDTH, column, panel
from coprod_slides.slots import Layout, Level, Mark, Slot, badge, body, label, minutes, number, title

_BAND = 50.0


def layouts(brand: Brand) -> tuple[Layout, ...]:
    """The layouts of the project's own reference deck, in the order in which PowerPoint offers them."""
    return (
        faces.cover(brand),
        faces.divider(brand),
        _panel(brand, "Agenda", body(Box(PANEL + 16, 18, RIGHT - PANEL - 16, 152), brand.slides.body, INK, fill=PAPER)),
        _glance(brand),
        _activity(brand),
        faces.question(brand),
        _figure(brand),
        _evidence(brand),
        faces.pause(brand),
        faces.closing(brand),
        _text(brand),
        _sources(brand),
    )


def _panel(brand: Brand, name: str, text: Slot, marks: tuple[Mark, ...] = ()) -> Layout:
    """A panel in the colour of the section with the title, and a page beside it with the text."""
    return Layout(
        name=name,
        ground=BRAND,
        marks=(Mark("rect", PAGE, PAPER), *marks),
        slots=(
            title(panel(44, 84), brand.slides.title[0], PAPER),
            label(brand, panel(10, 31), PAPER),
            badge(brand, PANEL_CHIP, BRAND),
            text,
            number(brand, MUTED),
        ),
    )


def _activity(brand: Brand) -> Layout:
    text = body(Box(PANEL + 24, 22, RIGHT - PANEL - 24, 146), brand.slides.body, INK, anchor="ctr", fill=PAPER)
    return _panel(brand, "Activity", text, (Mark("triangle", Box(PANEL - 15, 51, 20, 10), PAPER, turn=270),))


def _glance(brand: Brand) -> Layout:
    return Layout(
        name="At a glance",
        ground=BRAND,
        marks=(Mark("rect", Box(0, _BAND, WIDTH, HEIGHT - _BAND), PAPER),),
        slots=(
            title(column(20, 27, 200), brand.slides.title[0], PAPER),
            label(brand, column(9, 9, 200), PAPER),
            badge(brand, TOP_CHIP, BRAND),
            body(Box(LEFT, _BAND + 11, RIGHT - LEFT, BASE - _BAND - 10), brand.slides.body, INK, fill=PAPER),
            number(brand, MUTED),
        ),
    )


def _text(brand: Brand) -> Layout:
    """A page with a title and a text, room at its right for the time and a picture."""
    return Layout(
        name="Title and text",
        ground=PAPER,
        slots=(
            title(column(26, 30), brand.slides.title[0], INK),
            label(brand, column(7, 16), BRAND),
            badge(brand, TOP_CHIP, PAPER),
            body(column(66, BASE - 66), brand.slides.body, INK),
            number(brand, MUTED),
        ),
    )


def _sources(brand: Brand) -> Layout:
    """A page of fine print."""
    return Layout(
        name="Sources",
        ground=PAPER,
        slots=(
            title(column(20, 16, RIGHT - LEFT), brand.slides.title[0], INK),
            label(brand, column(10, 9, RIGHT - LEFT), BRAND),
            body(column(44, BASE - 44, RIGHT - LEFT), brand.slides.small, INK),
            number(brand, MUTED),
        ),
    )


def _figure(brand: Brand) -> Layout:
    return Layout(
        name="Figure",
        ground=PAPER,
        slots=(
            title(column(17, 18, RIGHT - LEFT), brand.slides.title[0], INK),
            label(brand, column(8, 9, RIGHT - LEFT), BRAND),
            body(column(37, 135, RIGHT - LEFT), brand.slides.body, INK),
            minutes(brand, MUTED),
            number(brand, MUTED),
        ),
    )


def _evidence(brand: Brand) -> Layout:
    return Layout(
        name="Evidence",
        ground=TINT,
        marks=(Mark("rect", column(148, 0.5, RIGHT - LEFT), LINE),),
        slots=(
            title(column(28, 24), brand.slides.statement[-1], INK),
            label(brand, column(16, 9), BRAND),
            body(column(56, 88), brand.slides.statement[0], INK, anchor="ctr"),
            Slot(key="source", box=column(151, 18, RIGHT - LEFT), levels=(Level(brand.slides.small, MUTED),)),
            minutes(brand, MUTED),
            number(brand, MUTED),
        ),
    )
