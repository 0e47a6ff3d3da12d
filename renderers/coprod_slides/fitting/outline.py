"""Turn a document into slides with groups, labels and unique titles."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import count

from attrs import evolve, frozen

from coprod_content.document.blocks import Bullets
from coprod_content.document.document import Document, Section
from coprod_content.text.spans import verbatim
from coprod_slides.fitting.slide_frame import SlideFrame
from coprod_slides.slide_words import STEP, minutes_and_unit, without_count

_FRONT_ROLES = ("cover", "contents")
_NO_ACCENT = Section(title="-").accent


def outlined(document: Document, frame_of: Callable[[Section], SlideFrame]) -> Document:
    """Return a document flattened into sections with labels and unique titles.

    Screen reader users navigate by title. A repeated title is therefore prefixed with the parent's title, or followed
    by the section's label or group. If none of these makes it unique, it is numbered. A section without a label is
    labelled with its parent's title, unless that title is too long or the section's own title was changed. A table of
    contents without blocks lists the top-level titles.
    """
    counts = Counter(section.title.casefold() for _, section in document.walk())
    titles = _SlideTitles(frame_of, frozenset(title for title, times in counts.items() if times > 1), set())
    sections = tuple(_flattened(_grouped(document), None, titles))
    tops = (section for section in document.sections if section.role not in _FRONT_ROLES)
    contents = Bullets(tuple(verbatim(title) for title in dict.fromkeys(without_count(top.title) for top in tops)))
    return evolve(
        document,
        sections=tuple(
            evolve(section, blocks=(contents,)) if section.role == "contents" and not section.blocks else section
            for section in sections
        ),
    )


def _grouped(document: Document) -> Iterator[Section]:
    """Yield the top-level sections, each assigned to a group.

    If any section of the document has subsections, a section that names no group starts a group with the section's own
    title. Otherwise, and for covers and tables of contents, such a section joins the group of the section before it. At
    the start of a document, it joins a group with the document's title.
    """
    nested = any(section.sections for section in document.sections)
    group = document.title
    for section in document.sections:
        title = without_count(section.title) if nested and section.role not in _FRONT_ROLES else ""
        group = section.group.strip() or title or group
        yield evolve(section, group=group)


def _flattened(sections: Iterable[Section], parent: Section | None, titles: "_SlideTitles") -> Iterator[Section]:
    for section in sections:
        group = section.group.strip() or (parent.group if parent else "")
        accent = parent.accent if parent and section.accent == _NO_ACCENT else section.accent
        here = evolve(section, group=group, accent=accent)
        yield titles.titled(here, parent)
        yield from _flattened(section.sections, here, titles)


@frozen
class _SlideTitles:
    """A source of unique titles, given to one section after another.

    `repeated` contains the titles that several sections share, and `used` contains the titles given so far, all in
    casefolded form.
    """

    frame_of: Callable[[Section], SlideFrame]
    repeated: frozenset[str]
    used: set[str]

    def titled(self, section: Section, parent: Section | None) -> Section:
        """Return a section without subsections, with a label and a unique title."""
        above = without_count(parent.title) if parent else ""
        title = next(title for title in self._candidates(section, above) if title.casefold() not in self.used)
        self.used.add(title.casefold())
        label = _label(section) or self._label_above(section, above if title == section.title else "")
        return evolve(section, title=title, label=label, sections=())

    def _label_above(self, section: Section, above: str) -> str:
        """Return the parent's title as a label, unless it is too long."""
        too_long = above and self.frame_of(section).extra_label_height(evolve(section, label=above))
        return "" if too_long else above

    def _candidates(self, section: Section, above: str) -> Iterator[str]:
        """Yield an endless series of candidate titles for a section, best first."""
        title = without_count(section.title)
        counted = section.title[len(title) :]
        if section.title.casefold() not in self.repeated or not above:
            yield section.title
        else:
            whole = f"{above} {title}" if above.endswith(("?", "!")) else f"{above}: {title}"
            if self._fits(section, whole):
                yield f"{whole}{counted}"
        for more in (section.label, section.group):
            whole = f"{title} ({more})"
            if more.strip() and self._fits(section, whole):
                yield f"{whole}{counted}"
        yield from (f"{title}, {number}{counted}" for number in count(2))

    def _fits(self, section: Section, title: str) -> bool:
        return self.frame_of(section).title_type(evolve(section, title=f"{title} (10 of 10)")) is not None


def _label(section: Section) -> str:
    number = "" if section.number is None else str(section.number)
    if number and section.role == "step":
        number = f"{STEP} {number}"
    minutes = section.minutes if section.role == "cover" else None
    duration = "" if minutes is None else " ".join(minutes_and_unit(minutes))
    return " · ".join(part for part in (number, section.label, duration) if part.strip())
