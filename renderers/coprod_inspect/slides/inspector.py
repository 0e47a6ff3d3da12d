"""The inspector for PowerPoint files."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from coprod_content.findings.fault import Fault
from coprod_content.plugins.inspectors import Inspector
from coprod_inspect.office_file import (
    PROPERTIES,
    active_content_faults,
    language_property,
    missing_part_faults,
    property_faults,
)
from coprod_inspect.shared_checks import LinkTexts, Spot, language_faults, quoted
from coprod_inspect.slides.shapes import shape_faults
from coprod_inspect.slides.slide import InspectedSlide
from coprod_inspect.slides.text import text_faults
from coprod_inspect.slides.timings import timing_faults
from coprod_office.reading.deck import Deck, open_deck
from coprod_office.reading.errors import FileRefused
from coprod_office.reading.xml import A, P

_SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
_UNNAMED = ("default section", "untitled section", "")


def inspect(data: bytes) -> tuple[Fault, ...]:
    """Return the faults found in a PowerPoint file."""
    try:
        deck = open_deck(data)
        return tuple(chain(_whole_file(deck), _slides(deck), _sections(deck)))
    except FileRefused as refused:
        return (refused.fault,)
    except KeyError as missing:
        return (Fault(code="corrupt", what=f"the part or relationship {missing} is missing."),)
    except (ValueError, OverflowError):
        return (Fault(code="corrupt", what="has a number that cannot be read."),)


def _whole_file(deck: Deck) -> Iterator[Fault]:
    yield from property_faults(deck.package)
    defaults = next(deck.presentation.iter(f"{A}defRPr"), None)
    default_language = "" if defaults is None else defaults.get("lang") or ""
    yield from language_faults(language_property(deck.package) or default_language, PROPERTIES)
    yield from active_content_faults(deck.package)
    yield from missing_part_faults(deck.package)
    if deck.presentation.find(f"{P}modifyVerifier") is not None:
        yield PROPERTIES.fault("locked", "you need a password to change the file.")


def _slides(deck: Deck) -> Iterator[Fault]:
    links, table_styles = LinkTexts(), deck.table_styles()
    titles: Counter[str] = Counter()
    for number, (_, part) in enumerate(deck.slides(), start=1):
        layer = deck.slide(part)
        slide = InspectedSlide(
            f"slide {number}",
            layer,
            deck.text_styles(layer),
            table_styles,
            {each.id: each for each in deck.package.relationships(part)},
            links,
        )
        yield from chain(shape_faults(slide), timing_faults(slide), text_faults(slide))
        key = slide.title.casefold()
        titles[key] += 1
        if key and titles[key] == 2:
            what = f"an earlier slide has the same title, {quoted(slide.title)}."
            yield slide.fault("title-duplicate", what, slide.title)


def _sections(deck: Deck) -> Iterator[Fault]:
    sections = list(deck.presentation.iter(_SECTION))
    names = [(section.get("name") or "").strip() for section in sections]
    for at, name in enumerate(names):
        spot = Spot(f"section {at + 1}")
        if name.casefold() in _UNNAMED:
            called = f"is called {quoted(name)}" if name else "has no name"
            yield spot.fault("section-name", f"the section {called}.")
        elif name.casefold() in (other.casefold() for other in names[:at]):
            yield spot.fault("section-name", f"an earlier section is also called {quoted(name)}.")
    counts = Counter(str(entry.get("id")) for section in sections for entry in section.iter() if entry is not section)
    for number, (id_, _) in enumerate(deck.slides() if sections else (), start=1):
        if counts[id_] != 1:
            where = "no section" if not counts[id_] else "more than one section"
            yield Spot(f"slide {number}").fault("section-gap", f"the slide is in {where}.")


inspector = Inspector(
    media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation", inspect=inspect
)
