"""Renderers for cards, reading copies, test sheets, tuck boxes, posters and whiteboards."""

from functools import partial
from operator import attrgetter

from coprod_cards.sheets.imposition import Flip
from coprod_content.importing.lazy_function import LazyFunction, require
from coprod_content.plugins.renderers import OfferedFile, Renderer

require("typst", "pypdf", "segno")
_render, _frames, _print_shop = (
    LazyFunction(f"coprod_cards.rendering:{name}") for name in ("render", "frames", "print_shop_imposition")
)
# The rank places PDF files after editable files and before web pages.
_uncovered = LazyFunction("coprod_cards.fonts:uncovered")
_pdf = partial(Renderer, suffix=".pdf", media_type="application/pdf", rank=20, uncovered=_uncovered)


def _for_home(flip: Flip, hint: str) -> Renderer:
    imposition_for = partial(LazyFunction("coprod_cards.rendering:home_imposition"), flip=flip)
    name = f"flip-on-{flip}-edge"
    postcards = OfferedFile("postcards", f"postcards-{name}")
    return _pdf(
        render=partial(_render, imposition_for=imposition_for),
        caption=f"PDF for an office printer, flip on the {flip} edge",
        hint=f"{hint} Each page of fronts is followed by the page of their backs.",
        in_pack=(postcards,),
        on_site=(OfferedFile("tool-cards", f"tools-{name}"), postcards),
        frames=partial(_frames, imposition_for=imposition_for),
    )


for_printer = _pdf(
    render=partial(_render, imposition_for=_print_shop),
    caption="PDF for a print shop",
    hint="One side of a card on each page, each front before its back.",
    in_pack=(OfferedFile("postcards", "postcards-for-a-print-shop"),),
    frames=partial(_frames, imposition_for=_print_shop),
)
for_long_edge = _for_home(
    Flip.LONG_EDGE,
    "Print it on both sides of card, at actual size or 100%, flipped on the long edge, then cut.",
)
for_short_edge = _for_home(
    Flip.SHORT_EDGE,
    "Print it on both sides of card, at actual size or 100%, flipped on the short edge, then cut.",
)
to_read = _pdf(
    render=LazyFunction("coprod_cards.rendering:render_to_read"),
    caption="PDF to read",
    hint="Read it on a screen, send it, or print it on plain paper.",
    in_pack=(OfferedFile("run-sheet", "run-sheet"), OfferedFile("postcards", "postcards-to-read")),
    on_site=(OfferedFile("postcards", "postcards-to-read"), OfferedFile("forms", "to-print")),
)
test_sheet = _pdf(
    render=LazyFunction("coprod_cards.rendering:render_test_sheet"),
    caption="PDF to print first",
    hint="Print it on both sides of plain paper before you print cards, and follow its instructions.",
    in_pack=(OfferedFile("print-test-sheet", "postcards-test-sheet"),),
)


tuck_box, tuck_box_print_shop = (
    _pdf(
        render=partial(LazyFunction("coprod_cards.rendering:render_tuck_box"), run_of=attrgetter(f"printing.{run}")),
        caption=caption,
        hint="Print it on one side of card, at actual size or 100%, then cut, fold and glue it.",
        in_pack=in_pack,
        instead=(("postcards", "postcard-box"), ("tool-cards", "tool-box")),
    )
    for run, caption, in_pack in (
        ("home", "Tuck box (PDF)", (OfferedFile("postcard-box", "postcards-tuck-box"),)),
        ("printer", "Tuck box for cards from a print shop (PDF)", ()),
    )
)
poster = _pdf(
    render=LazyFunction("coprod_cards.rendering:render_poster"),
    caption="Posters (PDF)",
    hint="Print each canvas on A3, or larger at a print shop, and put it on the wall.",
    in_pack=(OfferedFile("canvases", "canvases"),),
    on_site=(OfferedFile("canvases", "poster"),),
)
whiteboard_png = Renderer(
    suffix=".png",
    media_type="image/png",
    render=LazyFunction("coprod_cards.pictures:render_png"),
    caption="Picture for a whiteboard (PNG)",
    hint="Put it on a shared whiteboard, and write on top of it.",
    on_site=(OfferedFile("canvases", "whiteboard"),),
    rank=40,
    uncovered=_uncovered,
)
whiteboard_svg = Renderer(
    suffix=".svg",
    media_type="image/svg+xml",
    render=LazyFunction("coprod_cards.pictures:render_svg"),
    caption="Drawing for a whiteboard (SVG)",
    hint="Put it on a shared whiteboard. It stays sharp at any size.",
    on_site=(OfferedFile("canvases", "whiteboard"),),
    rank=41,
    uncovered=_uncovered,
)
