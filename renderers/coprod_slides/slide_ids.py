"""Ids that slides keep when people move, copy and save them.

Each slide has a hidden shape whose name contains the id, which consists of the ids of the slide's items and a number.
PowerPoint and LibreOffice keep the names of hidden shapes; LibreOffice keeps neither tags nor the names of slides and
placeholders.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from coprod_content.document.document import Section
from coprod_office.xml_text import attribute
from coprod_slides.drawingml import DECORATIVE, NO_LINE, geometry

PREFIX = "coprod "
_NOWHERE = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>'


def slide_ids(sections: Iterable[Section]) -> Iterator[str]:
    """Yield a unique id for the slide of each section."""
    seen = Counter[tuple[str, ...]]()
    for section in sections:
        seen[section.items] += 1
        yield f"{'+'.join(section.items) or section.role} {seen[section.items]}"


def id_shape(number: int, slide_id: str) -> str:
    """Return the hidden shape whose name contains a slide's id.

    Screen readers skip the shape. `number` is the id of the shape itself.
    """
    name = attribute(PREFIX + slide_id)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={name} descr="" hidden="1">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr>{_NOWHERE}{geometry('rect')}<a:noFill/>{NO_LINE}</p:spPr></p:sp>"
    )
