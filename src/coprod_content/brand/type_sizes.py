"""Type sizes on slides, in guides and on cards."""

from typing import Annotated, TypeVar

from attrs import frozen

from coprod_content.content.field_types import WholeNumber

SlideSize = Annotated[int, WholeNumber(18, 96, "points", 24)]
TextSize = Annotated[int, WholeNumber(12, 72, "points", 12)]
ImprintSize = Annotated[int, WholeNumber(9, 24, "points", 9)]
Spacing = Annotated[int, WholeNumber(100, 200, "per cent", 125)]


@frozen(kw_only=True)
class SlideSizes:
    """Type sizes on slides, in points.

    If several sizes are given, the largest that fits is used. Only speaker notes have type smaller than 18 points.
    """

    cover: tuple[SlideSize, ...]
    """Sizes for the title on a cover."""
    title: tuple[SlideSize, ...]
    """Sizes for the title of a slide."""
    question: tuple[SlideSize, ...]
    """Sizes for a question that fills a slide."""
    statement: tuple[SlideSize, ...]
    """Sizes for a sentence that fills a slide."""
    lead: SlideSize
    """The size of an opening paragraph."""
    body: SlideSize
    """The size of body text."""
    small: SlideSize
    """The size of labels and fine print."""
    notes: TextSize = 12
    """The size of speaker notes."""
    line: Spacing = 100
    """The line height, as a percentage of 1.2 times the type size."""


@frozen(kw_only=True)
class GuideSizes:
    """Type sizes in guides and handouts, in points. The minimum is 12."""

    cover: TextSize
    """The size of the title on a cover."""
    heading_1: TextSize
    """The size of level 1 headings."""
    heading_2: TextSize
    """The size of level 2 headings."""
    heading_3: TextSize
    """The size of level 3 headings."""
    lead: TextSize
    """The size of an opening paragraph."""
    body: TextSize
    """The size of body text."""
    small: TextSize
    """The size of fine print."""
    line: Spacing = 115
    """The line height, as a percentage of 1.15 times the type size."""


@frozen(kw_only=True)
class CardSizes:
    """Type sizes on cards, in points.

    If several sizes are given, the largest that fits is used.
    """

    question: tuple[TextSize, ...]
    """Sizes for the question on the front of a card."""
    title: tuple[TextSize, ...]
    """Sizes for the title of one side of a card."""
    body: TextSize
    """The smallest size of body text."""
    largest_body: TextSize = 14
    """The largest size of body text. The back of each card uses the largest size at which its text fits."""
    imprint: ImprintSize
    """The size of the imprint."""
    line: Spacing = 125
    """The line height, as a percentage of the type size."""


Sizes = TypeVar("Sizes", SlideSizes, GuideSizes, CardSizes)
