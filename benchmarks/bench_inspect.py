"""Inspecting a deck, beside parsing its parts without judging them."""

import io
import zipfile

from lxml import etree

from benchmarks.bench_slides import SLIDES, deck_of, document_of
from benchmarks.clock import report, seconds
from coprod_content.brand.load_brand import load_brand
from coprod_content.plugins.inspectors import faults_of


def count_of_elements(data: bytes) -> int:
    """Unzip and parse every XML part of a package with lxml, and count the elements."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    return sum(1 for part in parts for _ in etree.fromstring(part).iter())


def main() -> None:
    """Print the time of an inspection."""
    deck = deck_of(document_of(SLIDES), load_brand())
    ours, theirs = seconds(lambda: faults_of(deck, ".pptx")), seconds(lambda: count_of_elements(deck))
    report(f"inspecting a deck of {SLIDES} slides", ours, "parsing its parts", theirs, "300 ms")
