"""The test sheet for checking a printer before printing cards."""

from coprod_content.content.library import Library
from coprod_content.document.blocks import Bullets, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.text.spans import strong, verbatim

_STEPS = (
    (
        "Print this sheet on both sides of plain paper.",
        "Choose actual size or 100%, never fit to page, and choose flip on long edge.",
    ),
    (
        "Measure both rulers.",
        "Each is 50 mm long. If yours are not, the printer has changed the size: look for actual size in its settings.",
    ),
    (
        "Look at the frame along the edge.",
        "It lies 7 mm inside. If one of its sides is missing, your printer leaves a wider edge, and the foot of some "
        "cards may be missing too.",
    ),
    (
        "Turn the sheet over like the page of a book.",
        "If the arrow on the back points up as well, print the cards that have long-edge in their name. If it points "
        "down, print those with short-edge. Leave the settings as they are.",
    ),
    (
        "Hold the sheet against a window.",
        "Each cross on the back should meet the ring round a cross on the front. The ring is 2 mm from its middle to "
        "its edge. If the crosses differ by more than 2 mm, push the paper guides of the tray together and try again.",
    ),
    (
        "On perforated card, compare the grey lines with the perforation.",
        "If they differ by more than 2 mm, correct the offsets of the stock in brand.yaml.",
    ),
)


def print_test_sheet_document(library: Library, _: tuple[str, ...]) -> Document:
    """Return the test sheet, with sections for its front and back."""
    back = (
        "This is the back. Which way the arrow points when you turn the sheet over like the page of a book says which "
        "file to print.",
        "The crosses should meet those on the front. A difference of 2 mm or less does not matter: nothing on a card "
        "stands that near to its edge.",
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
