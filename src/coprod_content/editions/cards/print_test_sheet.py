"""The test sheet for checking a printer before printing cards."""

from coprod_content.content.library import Library
from coprod_content.document.blocks import Bullets, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.text.spans import strong, verbatim

_STEPS = (
    (
        "Print this sheet on both sides of plain paper.",
        "Choose “Actual size” or 100%, not “Fit to page”, and choose “Flip on long edge”.",
    ),
    (
        "Measure both rulers.",
        "Each should be 50 mm long. If not, your printer has scaled the page: choose “Actual size” in its settings.",
    ),
    (
        "Look at the frame around the sheet.",
        "It is 7 mm from the edge. If one of its sides is missing, your printer leaves a wider margin, and the bottom "
        "of some cards may be missing too.",
    ),
    (
        "Turn the sheet over like the page of a book.",
        "If the arrow on the back points up too, print the file with long-edge in its name. If it points down, print "
        "the one with short-edge. Keep the same printer settings.",
    ),
    (
        "Hold the sheet against a window.",
        "Each cross on the back should fall inside the ring around a cross on the front. Each ring has a radius of "
        "2 mm. If the crosses are more than 2 mm apart, push the tray’s paper guides closer together and try again.",
    ),
    (
        "On perforated card, compare the grey lines with the perforations.",
        "If they are more than 2 mm apart, correct the card stock’s offsets in brand.yaml.",
    ),
)


def print_test_sheet_document(library: Library, _: tuple[str, ...]) -> Document:
    """Return the test sheet, with sections for its front and back."""
    back = (
        "This is the back. Turn the sheet over like the page of a book: the direction of the arrow shows which file to "
        "print.",
        "The crosses should line up with those on the front. A difference of 2 mm or less does not matter: nothing on "
        "a card is that close to its edge.",
    )
    steps = tuple((*strong(f"{do} "), *verbatim(then)) for do, then in _STEPS)
    return Document(
        title="Test sheet for cards",
        subtitle="Print it before the cards, on both sides of plain paper",
        language=library.about.language,
        sections=(
            Section(title="Front", blocks=(Bullets(steps, "number"),)),
            Section(title="Back", blocks=tuple(map(Paragraph, back))),
        ),
    )
