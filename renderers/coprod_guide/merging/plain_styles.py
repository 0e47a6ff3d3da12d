"""Our own styles, adapted to the look of a template."""

from attrs import evolve
from lxml import etree

from coprod_guide.styles.formatting import ParagraphFormat, StyleDefinition
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.wordprocessingml import W_NAMESPACE
from coprod_office.reading.xml import Element, W, first_child

_NO_HEADING = (
    f'<w:numPr {W_NAMESPACE}><w:numId w:val="0"/></w:numPr>',
    f'<w:outlineLvl {W_NAMESPACE} w:val="9"/>',
)


def plain_definitions(definitions: tuple[StyleDefinition, ...]) -> tuple[StyleDefinition, ...]:
    """Return style definitions without the coloured band of our own covers."""
    by_style = {each.style: each for each in definitions}
    title, subtitle, label = (by_style[each] for each in (WordStyle.TITLE, WordStyle.SUBTITLE, WordStyle.COVER_LABEL))
    colour = by_style[WordStyle.EMPHASIS].run.colour
    heading = ParagraphFormat(keep_next=True, keep_lines=True, before=0, after=6, line=1.05)
    by_style[WordStyle.TITLE] = evolve(title, paragraph=heading, run=evolve(title.run, colour=colour))
    by_style[WordStyle.SUBTITLE] = evolve(
        subtitle, paragraph=ParagraphFormat(before=4, after=6), run=evolve(subtitle.run, colour=None)
    )
    by_style[WordStyle.COVER_LABEL] = evolve(
        label, paragraph=ParagraphFormat(keep_next=True, after=4), run=evolve(label.run, colour=colour)
    )
    return tuple(by_style.values())


def inherit_look(made: Element, *, is_heading: bool) -> None:
    """Make an added style look like the heading it is based on.

    A style that is not for headings loses the outline level and the number that it would inherit.
    """
    for name, kept in (("rPr", ("sz", "szCs")), ("pPr", ("keepNext", "keepLines", "spacing", "outlineLvl"))):
        properties = first_child(made, f"{W}{name}")
        for element in list(properties if properties is not None else ()):
            if element.tag not in {f"{W}{each}" for each in kept}:
                properties.remove(element)  # type: ignore[union-attr]  # it is not None
    paragraph = first_child(made, f"{W}pPr")
    if not is_heading and paragraph is not None:
        number, level = map(etree.fromstring, _NO_HEADING)
        paragraph.insert(sum(each.tag != f"{W}spacing" for each in paragraph), number)
        paragraph.append(level)
