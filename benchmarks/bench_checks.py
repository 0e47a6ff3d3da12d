"""Checking the library and fitting its documents, beside rendering what is checked and fitted."""

from benchmarks.bench_slides import SLIDES, document_of
from benchmarks.clock import report, seconds
from coprod_cards import for_printer
from coprod_content import load
from coprod_content.brand import load_brand
from coprod_content.checks import errors_in
from coprod_content.editions import compose
from coprod_content.fit import fit
from coprod_guide import renderer as guide
from coprod_slides import renderer as slides

_TARGET = "1"


def main() -> None:
    """Print the time of checks and fitting, and of rendering a document that was fitted before."""
    library, brand = load(), load_brand()
    checking = seconds(lambda: errors_in(library))
    for what, made, document in (
        (f"deck of {SLIDES} slides", slides, document_of(SLIDES)),
        ("96 postcards", for_printer, compose("postcards", library)),
    ):
        assert made.frames
        frames = made.frames(brand)
        fitting = seconds(lambda document=document, frames=frames: fit(document, frames))
        fitted = fit(document, frames).document
        rendering = seconds(lambda made=made, fitted=fitted: made.render(fitted, brand))
        report(f"checking the library and fitting a {what}", checking + fitting, "rendering it", rendering, _TARGET)
    documents = [compose(edition, library, ("first-steps",)) for edition in ("deck", "facilitator-guide", "handouts")]
    rendering = sum(
        seconds(lambda document=document, made=made: made.render(document, brand))
        for document, made in zip(documents, (slides, guide, guide), strict=True)
    )
    report("checking the library, once for a pack", checking, "rendering a deck and two guides", rendering, _TARGET)
