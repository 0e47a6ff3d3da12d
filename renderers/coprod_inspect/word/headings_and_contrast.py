"""Check the headings, spacing, size, contrast and direction of Word text."""

from collections.abc import Iterator

from coprod_content.brand.contrast import contrast
from coprod_content.findings.fault import Fault
from coprod_content.text.languages import is_from_right
from coprod_content.text.markup_mistakes import TYPED_BULLET
from coprod_inspect.office_file import contrast_problem
from coprod_inspect.shared_checks import direction_problem, heading_jump, quoted
from coprod_inspect.word.part import TEXT_BOX, WordParagraph, WordPart
from coprod_office.reading.word_styles import AUTOMATIC, WordFormat
from coprod_office.reading.xml import Element, W, first_child

_SMALLEST = 12.0
"""The minimum size for clear print, in points."""
_WORD_DEFAULT_SIZE = 10.0
_LONG_TEXT = 1000
"""The number of words (about three pages) from which text needs headings."""
_RUN, _TEXT, _RUN_PROPERTIES, _HIDDEN, _RUN_STYLE = (f"{W}{name}" for name in ("r", "t", "rPr", "vanish", "rStyle"))
_BLANKS = (" " * 4, "\t" * 2, "\u00a0" * 3)


def heading_faults(part: WordPart, *, is_body: bool) -> Iterator[Fault]:
    """Yield faults for empty headings, skipped levels and missing headings.

    Missing headings are a fault only if the part is the body of the file, has at least 1,000 words and has no headings
    at all.
    """
    before = 0
    for paragraph in part.paragraphs:
        level = paragraph.level
        if not level:
            continue
        words = " ".join(paragraph.text.split())
        if not words:
            yield part.fault("heading-empty", f"a heading of level {level} is empty.", paragraph)
            continue
        jump = heading_jump(level, before, words)
        if jump:
            yield part.fault("heading-jump", jump, paragraph, words)
        before = level
    if is_body and not before:
        count = sum(len(paragraph.text.split()) for paragraph in part.paragraphs)
        if count >= _LONG_TEXT:
            yield Fault(code="no-headings", what=f"the text has {count:,} words but no headings.")


def spacing_faults(part: WordPart) -> Iterator[Fault]:
    """Yield faults for spacing and lists that were typed by hand.

    The faults are several spaces or tabs in a row, consecutive empty paragraphs, and consecutive paragraphs that start
    with a typed bullet but are not formatted as a list.
    """
    empty = typed = 0
    for paragraph in part.paragraphs:
        text = paragraph.text.strip()
        if _is_empty(paragraph):
            previous = paragraph.element.getprevious()
            empty = empty + 1 if previous is not None and previous.tag == f"{W}p" else 1
        else:
            empty = 0
        if empty == 2:
            yield part.fault("spacing-by-blanks", "two consecutive paragraphs are empty.", paragraph)
        if any(blanks in text for blanks in _BLANKS):
            yield part.fault("spacing-by-blanks", f"{quoted(text)} has several spaces or tabs in a row.", paragraph)
        typed = typed + 1 if TYPED_BULLET.match(paragraph.text) and not paragraph.format.listed else 0
        if typed == 2:
            yield part.fault("fake-list", f"{quoted(text)} starts with a typed bullet.", paragraph)


def _is_empty(paragraph: WordParagraph) -> bool:
    if paragraph.text.strip(" \u00a0") or paragraph.format.bordered:
        return False
    content = ("drawing", "pict", "object", "sectPr", "br", "fldChar", "sym", "lastRenderedPageBreak")
    return next(paragraph.element.iter(*(f"{W}{name}" for name in content)), None) is None


def readability_faults(part: WordPart) -> Iterator[Fault]:
    """Yield faults for text that is too faint or too small.

    Only the first faint text of a paragraph, and the smallest undersized text under each heading, are reported.
    """
    smallest: dict[str, tuple[float, str, WordParagraph]] = {}
    for paragraph in part.paragraphs:
        faint = ""
        for format_, words in _formatted_runs(paragraph, part):
            size = format_.size or _WORD_DEFAULT_SIZE
            if size < smallest.get(paragraph.heading, (_SMALLEST, "", paragraph))[0]:
                smallest[paragraph.heading] = size, words, paragraph
            if not faint and (faint := _contrast_problem(paragraph, format_, words)):
                yield part.fault("contrast", faint, paragraph, words)
    for size, words, paragraph in smallest.values():
        what = f"{quoted(words)} is {size:g} pt, but text needs to be at least {_SMALLEST:g} pt."
        yield part.fault("text-too-small", what, paragraph, words)


def direction_faults(part: WordPart) -> Iterator[Fault]:
    """Yield faults for right-to-left text in left-to-right paragraphs.

    Only the first such paragraph under each heading is reported. If a paragraph contains text boxes, the paragraphs in
    the boxes are checked instead.
    """
    seen: set[str] = set()
    for paragraph in part.paragraphs:
        has_boxes = next(paragraph.element.iter(TEXT_BOX), None) is not None
        if paragraph.heading not in seen and not has_boxes and is_from_right(paragraph.text, ""):
            format_ = paragraph.format.over(paragraph.cell).over(part.styles.defaults)
            if not format_.from_right:
                seen.add(paragraph.heading)
                yield part.fault("no-direction", direction_problem(paragraph.text), paragraph)


def _formatted_runs(paragraph: WordParagraph, part: WordPart) -> Iterator[tuple[WordFormat, str]]:
    base = paragraph.format.over(paragraph.cell).over(part.styles.defaults)
    has_box = not paragraph.in_drawing and any(e.tag == TEXT_BOX for e in part.inline.get(paragraph.element, ()))
    for run in paragraph.element.iter(_RUN):
        words = "".join([text.text or "" for text in run if text.tag == _TEXT])
        if not words.strip() or (has_box and _in_text_box(run, paragraph.element)):
            continue
        properties = first_child(run, _RUN_PROPERTIES)
        if properties is None:
            yield base, words
        elif first_child(properties, _HIDDEN) is None:
            named = first_child(properties, _RUN_STYLE)
            style = part.styles.style_format(None if named is None else named.get(f"{W}val"))
            yield part.styles.run_format(properties).over(style).over(base), words


def _in_text_box(run: Element, paragraph: Element) -> bool:
    return next((up for up in run.iterancestors() if up is paragraph or up.tag == TEXT_BOX), None) is not paragraph


def _contrast_problem(paragraph: WordParagraph, format_: WordFormat, words: str) -> str:
    background = format_.shading or (paragraph.background if paragraph.in_drawing else "#ffffff")
    colour = format_.colour or AUTOMATIC
    if background is None or colour == AUTOMATIC:
        return ""
    size = format_.size or _WORD_DEFAULT_SIZE
    return contrast_problem(words, contrast(colour, background), size, bold=bool(format_.bold))
