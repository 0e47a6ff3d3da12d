"""Checking the library, and fitting and judging documents, beside rendering them."""

from benchmarks.bench_slides import SLIDES, document_of
from benchmarks.clock import report, seconds
from benchmarks.pack_costs import pack_costs
from coprod_cards import for_printer
from coprod_content import load
from coprod_content.brand.load_brand import load_brand
from coprod_content.checks.library import library_errors
from coprod_content.editions import compose
from coprod_content.layout.fit import fit
from coprod_slides import renderer as slides

_TARGET = "1"


def main() -> tuple[str, ...]:
    """Print the times, and return the packs whose fitting and judging costs more than rendering: none should."""
    library, brand = load(), load_brand()
    checking = seconds(lambda: library_errors(library))
    for what, made, document in (
        (f"deck of {SLIDES} slides", slides, document_of(SLIDES)),
        ("96 postcards", for_printer, compose("postcards", library)),
    ):
        assert made.frames
        frames = made.frames(brand)
        fitting = seconds(lambda document=document, frames=frames: fit(document, frames))
        fitted = fit(document, frames).document
        rendering = seconds(lambda made=made, fitted=fitted: made.render(fitted, brand))
        report(f"checking the library and fitting the {what}", checking + fitting, "rendering it", rendering, _TARGET)
    missed = []
    for workshop in library.workshops:
        fitting, judging, rendering = pack_costs(workshop, library, brand)
        what = f"fitting and judging every file of the pack {workshop}"
        report(what, fitting + judging, "rendering the same files", rendering, _TARGET)
        missed += [f"{what} costs more than rendering"] if fitting + judging > rendering else []
    return tuple(missed)
