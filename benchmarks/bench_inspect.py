"""Inspecting what is made, beside reading the same files without judging them, and beside making them."""

import io
import zipfile

from lxml import etree

from benchmarks.bench_slides import SLIDES, deck_of, document_of
from benchmarks.clock import report, seconds
from coprod_content import load
from coprod_content.brand.load_brand import load_brand
from coprod_content.editions import compose
from coprod_content.layout.fit import fit
from coprod_content.packs.trace import traced_findings
from coprod_content.plugins.inspectors import faults_of
from coprod_content.plugins.renderers import renderer


def _plain(data: bytes) -> int:
    """Every XML part of a package unzipped and parsed, and every element visited, by what lxml brings."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    return sum(1 for part in parts for _ in etree.fromstring(part).iter())


def main() -> None:
    """Print the time of an inspection, and of checks beside the fitting and rendering that they check."""
    brand, library = load_brand(), load()
    deck = deck_of(document_of(SLIDES), brand)
    ours, theirs = seconds(lambda: faults_of(deck, ".pptx")), seconds(lambda: _plain(deck))
    report(
        f"inspecting a deck of {SLIDES} slides", ours, "parsing its parts and visiting each element", theirs, "300 ms"
    )
    for edition, to in (("deck", "slides"), ("facilitator-guide", "guide"), ("postcards", "cards")):
        found, document = renderer(to), compose(edition, library, ("first-steps",))
        frames = found.frames(brand) if found.frames else None
        fitted = fit(document, frames).document if frames else document
        data = found.render(fitted, brand)
        checks = seconds(lambda: traced_findings(fitted, data, found.suffix, library))  # noqa: B023  # run before the next round
        fitting = seconds(lambda: fit(document, frames)) if frames else 0.0  # noqa: B023
        making = seconds(lambda: found.render(fitted, brand))  # noqa: B023
        report(f"checks of {edition} by {to}", checks, "fitting and rendering it", fitting + making, "1")


if __name__ == "__main__":
    main()
