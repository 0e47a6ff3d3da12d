"""The outline: a document as it becomes slides, flat in reading order, each with a title of its own."""

from collections import Counter
from collections.abc import Iterator
from itertools import count as count_from

from attrs import evolve, frozen

from coprod_content.document.blocks import Bullets
from coprod_content.document.document import Document, Section
from coprod_content.layout.frames import Frame, Frames
from coprod_content.text.spans import verbatim
from coprod_slides.slide_words import STEP, bare, minutes

_BEFORE = ("cover", "contents")
_NO_ACCENT = Section(title="-").accent


def outlined(document: Document, frames: Frames) -> Document:
    """A document whose sections are not nested, and know their group, label and title.

    A section without a label takes the title of its parent as one. Screen readers move about by title, so a title that
    comes again names its parent, or is counted.
    """
    count = Counter(section.title.casefold() for _, section in document.walk())
    naming = _Naming(frames, frozenset(title for title, times in count.items() if times > 1), set())
    flat = tuple(_flat(_grouped(document), None, naming))
    titles = dict.fromkeys(bare(section.title) for section in document.sections if section.role not in _BEFORE)
    return evolve(document, sections=tuple(_with_contents(section, tuple(titles)) for section in flat))


def _grouped(document: Document) -> tuple[Section, ...]:
    """The top sections, each with a group: its own, or in a nested document its title, or that of the one before."""
    nested = any(section.sections for section in document.sections)
    groups, group = [], document.title
    for section in document.sections:
        own = bare(section.title) if nested and section.role not in _BEFORE else ""
        group = section.group.strip() or own or group
        groups.append(group)
    return tuple(evolve(section, group=group) for section, group in zip(document.sections, groups, strict=True))


def _flat(sections: tuple[Section, ...], parent: Section | None, naming: "_Naming") -> Iterator[Section]:
    for section in sections:
        group = section.group.strip() or (parent.group if parent else "")
        accent = parent.accent if parent and section.accent == _NO_ACCENT else section.accent
        here = evolve(section, group=group, accent=accent)
        yield naming.named(here, parent)
        yield from _flat(section.sections, here, naming)


def _with_contents(section: Section, titles: tuple[str, ...]) -> Section:
    if section.role != "contents" or section.blocks:
        return section
    return evolve(section, blocks=(Bullets(tuple(verbatim(title) for title in titles)),))


@frozen
class _Naming:
    """Labels and titles. `repeated` titles come more than once in the document, `given` ones are taken."""

    frames: Frames
    repeated: frozenset[str]
    given: set[str]

    def named(self, section: Section, parent: Section | None) -> Section:
        """A section without those below it, with its label and a title that no other has."""
        frame = self.frames.of(section)
        above = bare(parent.title) if parent else ""
        title = next(title for title in self._titles(section, above, frame) if title.casefold() not in self.given)
        self.given.add(title.casefold())
        label = _label(section, above if title == section.title else "", frame)
        return evolve(section, title=title, label=label, sections=())

    def _titles(self, section: Section, above: str, frame: Frame) -> Iterator[str]:
        """Titles for a section, the best first, without end."""
        title = bare(section.title)
        counted = section.title[len(title) :]
        if section.title.casefold() not in self.repeated:
            yield section.title
        elif above:
            whole = f"{above} {title}" if above.endswith(("?", "!")) else f"{above}: {title}"
            if frame.title_type(evolve(section, title=f"{whole} (10 of 10)")):
                yield f"{whole}{counted}"
        else:
            yield section.title
        yield from (f"{title}, {at}{counted}" for at in count_from(2))


def _label(section: Section, above: str, frame: Frame) -> str:
    number = "" if section.number is None else str(section.number)
    if number and section.role == "step":
        number = f"{STEP} {number}"
    length = " ".join(minutes(section.minutes)) if section.role == "cover" and section.minutes is not None else ""
    label = " · ".join(part for part in (number, section.label, length) if part.strip())
    fits = frame.metrics.width(above, frame.label) <= frame.title_width
    return label or (above if fits else "")
