"""48 cards as PDF, beside Typst alone with the same data.

Every round has different words, so that neither side profits from Typst's cache. The links stay the same, as they do
between the formats of one pack, and their QR codes are made once.
"""

import statistics
import time
from collections.abc import Callable
from functools import partial

from benchmarks.clock import report
from coprod_cards import for_printer
from coprod_cards.fonts import families
from coprod_cards.pdf.compile import compiled_pdf
from coprod_cards.pdf.payload import cards_payload
from coprod_cards.rendering import print_shop_imposition
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.blocks import Bullets, Callout, Paragraph, Signpost
from coprod_content.document.document import Document, Section
from coprod_content.layout.fit import fit
from coprod_content.text.spans import text_of, verbatim

CARDS, ROUNDS = 48, 9


def cards(mark: str, brand: Brand) -> Document:
    """Return fitted cards whose words contain a mark, with a link on every fifth."""
    document = Document(
        title=f"Cards {mark}",
        language="en-GB",
        author="Benchmark",
        imprint="Benchmark · CC BY 4.0",
        sections=tuple(_card(mark, at) for at in range(CARDS)),
    )
    assert for_printer.frames
    return fit(document, for_printer.frames(brand)).document


def _card(mark: str, at: int) -> Section:
    words, accent = f"{mark}{at}", f"theme_{at % 6 + 1}"
    link = (Signpost(f"Guide {words}", f"https://www.example.org/guides/{at}"),) if at % 5 == 0 else ()
    back = Section(
        title=f"Why ask this {words}",
        role="card-back",
        accent=accent,
        blocks=(
            Paragraph(text_of(f"Leaders who hear only **good news** {words} decide with half the facts.")),
            Bullets(tuple(verbatim(f"What happens to the news {words} on its way, part {part}?") for part in "abc")),
            Callout("advice", "Listen for", (text_of(f"A gap {words} between what is written and what is done."),)),
            *link,
        ),
    )
    title = f"What happens here when somebody takes bad news {words} to a person in charge?"
    return Section(title=title, role="card-front", label=f"Theme {words}", accent=accent, sections=(back,))


def _seconds(work: Callable[[], bytes]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print the time of the renderer and of Typst."""
    brand = load_brand()
    names = families(brand)
    for_printer.render(cards("warm", brand), brand)
    ours, bare = [], []
    for at in range(ROUNDS):
        ours.append(_seconds(partial(for_printer.render, cards(f"a{at}.", brand), brand)))
        bare.append(
            _seconds(
                partial(
                    compiled_pdf, cards_payload(cards(f"b{at}.", brand), brand, print_shop_imposition(brand)), names
                )
            )
        )
    report(f"{CARDS} cards", statistics.median(ours), "Typst alone", statistics.median(bare), "at most 1.5")
