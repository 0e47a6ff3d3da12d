"""Cards to PDF against compiling the same Typst source bare, in the same run.

The promise: a file of 48 cards takes at most 1.5 times as long as Typst alone takes with what the renderer gives it.
Every round has words of its own, so that neither side profits from what Typst remembers. Prints the ratio of the medians;
exits with 1 where it is above the limit.
"""

import statistics
import sys
import time
from collections.abc import Callable

from coprod_cards import for_printer
from coprod_cards.glyphs import families
from coprod_cards.payload import payload
from coprod_cards.pdf import compiled
from coprod_cards.sheet import PRINTER
from coprod_content.brand import load_brand
from coprod_content.document import Bullets, Callout, Document, Paragraph, Section, Signpost
from coprod_content.text import text_of, verbatim

CARDS, ROUNDS, LIMIT = 48, 9, 1.5


def cards(round_: str) -> Document:
    """A set of cards whose words differ from round to round."""
    return Document(
        title=f"Cards of round {round_}",
        language="en-GB",
        author="Benchmark",
        imprint="Benchmark · CC BY 4.0",
        sections=tuple(_card(f"{round_}.{at}", f"theme_{at % 6 + 1}", linked=at % 5 == 0) for at in range(CARDS)),
    )


def _card(mark: str, accent: str, *, linked: bool) -> Section:
    link = (Signpost(f"Guide {mark}", f"https://www.example.org/guides/{mark}"),) if linked else ()
    back = Section(
        title=f"Why ask this {mark}",
        role="card-back",
        accent=accent,
        blocks=(
            Paragraph(text_of(f"Leaders who hear only **good news** {mark} decide with half the facts.")),
            Bullets(tuple(verbatim(f"What happens to the news {mark} on its way, part {at}?") for at in range(3))),
            Callout("advice", "Listen for", (text_of(f"A gap {mark} between the route on paper and what people do."),)),
            *link,
        ),
    )
    title = f"What happens here when somebody takes bad news {mark} to a person in charge?"
    return Section(title=title, role="card-front", label=f"Theme {mark}", accent=accent, sections=(back,))


def seconds(work: Callable[[], bytes]) -> float:
    """How long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> int:
    """Measure both sides in turn and compare."""
    brand = load_brand()
    names = families(brand)
    for_printer.render(cards("warm"), brand)
    ours, bare = [], []
    for round_ in range(ROUNDS):
        document, source = cards(f"a{round_}"), payload(cards(f"b{round_}"), brand, PRINTER)
        ours.append(seconds(lambda document=document: for_printer.render(document, brand)))  # type: ignore[misc]
        bare.append(seconds(lambda source=source: compiled(source, names)))  # type: ignore[misc]
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"{CARDS} cards: {statistics.median(ours):.3f} s, Typst bare: {statistics.median(bare):.3f} s, ", end="")  # noqa: T201
    print(f"ratio {ratio:.2f} (at most {LIMIT})")  # noqa: T201
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
