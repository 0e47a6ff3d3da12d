"""Drawing: the pages of a document as shapes and lines of text, each as many points large as the paper."""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_builder.canvas.officefile import Element
from coprod_builder.sheets.faces import Faces
from coprod_builder.sheets.filling import filled_pages
from coprod_builder.sheets.paragraphs import Paragraphs
from coprod_builder.sheets.strips import Placed, Strip, Thing, depth, drawn, framed, shifted, stacked
from coprod_builder.sheets.styles import Styles
from coprod_builder.sheets.tables import rows_of
from coprod_builder.sheets.wordfile import Paper, W, WordFile
from coprod_builder.sheets.words import Folio

_GROUND = "#ffffff"


@frozen(kw_only=True)
class Sheet:
    """A page as it looks, in points; its title is the first heading on it, or else its first words."""

    number: int
    title: str
    width: float
    height: float
    ground: str
    things: tuple[Thing, ...]


def pages_of(data: bytes) -> tuple[Sheet, ...]:
    """The pages in the bytes of a Word document that was made here."""
    file = WordFile.of(data)
    setter = Paragraphs(file=file, part=file.main, styles=Styles.of(file), faces=Faces.of(file.font))
    paper = file.paper
    strips = _flow(file.body, paper.measure, setter)
    tops, feet = _edges(setter)
    rooms = [foot - top for top, foot in zip(tops, feet, strict=True)]
    pages = filled_pages(strips, rooms)
    return tuple(
        Sheet(
            number=at,
            title=_title(placed),
            width=paper.width,
            height=paper.height,
            ground=_GROUND,
            things=(
                *_running(setter, Folio(at, len(pages))),
                *shifted(drawn(placed), paper.left, tops[min(at, len(tops)) - 1]),
            ),
        )
        for at, placed in enumerate(pages, start=1)
    )


def _flow(holder: Element, width: float, setter: Paragraphs) -> tuple[Strip, ...]:
    """The strips of a body, a cell, a header or a footer."""
    return tuple(framed(_blocks(holder, width, setter)))


def _blocks(holder: Element, width: float, setter: Paragraphs) -> Iterator[tuple[Strip, ...]]:
    for child in holder:
        if child.tag == f"{W}p":
            yield setter.strips(child, width)
        elif child.tag == f"{W}tbl":
            rows = rows_of(child, setter.styles, lambda cell, room: _flow(cell, room, setter))
            yield from ((row,) for row in rows)
        elif child.tag == f"{W}sdt":
            for content in child.iterchildren(f"{W}sdtContent"):
                yield from _blocks(content, width, setter)


def _edges(setter: Paragraphs) -> tuple[list[float], list[float]]:
    """Where the text begins and ends on the first page and on the others: at the margins, or clear of what runs along
    the page."""
    paper, tops, feet = setter.file.paper, [], []
    for at in (1, 2):
        above, below = (depth(_placed(kind, setter, Folio(at, at))) for kind in ("header", "footer"))
        tops.append(max(paper.top, paper.header + above) if above else paper.top)
        feet.append(paper.height - (max(paper.bottom, paper.footer + below) if below else paper.bottom))
    return tops, feet


def _running(setter: Paragraphs, folio: Folio) -> Iterator[Thing]:
    """The header and the footer of a page."""
    paper: Paper = setter.file.paper
    header, footer = (_placed(kind, setter, folio) for kind in ("header", "footer"))
    yield from shifted(drawn(header), paper.left, paper.header)
    yield from shifted(drawn(footer), paper.left, paper.height - paper.footer - depth(footer))


def _placed(kind: str, setter: Paragraphs, folio: Folio) -> tuple[Placed, ...]:
    file = setter.file
    part = file.running(kind, "first" if folio.page == 1 and file.paper.first else "default")
    if not part:
        return ()
    return stacked(_flow(file.xml(part), file.paper.measure, evolve(setter, part=part, folio=folio)))


def _title(placed: tuple[Placed, ...]) -> str:
    strips = [strip for strip, _ in placed if strip.words]
    return next((strip.words for strip in (*(s for s in strips if s.heading), *strips)), "")
