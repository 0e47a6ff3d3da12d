"""Titles for documents and sections, made unique if necessary."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Theme
from coprod_content.content.phrases import mode_in_words
from coprod_content.document.document import Section
from coprod_content.editions.sections.prose_blocks import linked_names
from coprod_content.text.spans import Text

LONGEST_TITLE = 100  # characters, including the name of a step or agenda item


def theme_label(theme: Theme) -> str:
    """Return a theme's label, made of its number and title."""
    return f"Theme {theme.number}: {theme.title}"


def theme_names(ids: Iterable[str], library: Library) -> Text:
    """Return the labels of themes, separated by semicolons.

    Each label is the number and title of a theme and links to that theme. Repeated ids are listed once.
    """
    return linked_names(((theme_label(library.themes[id_]), id_) for id_ in dict.fromkeys(ids)), "; ")


def document_title(subject: str, what: str) -> str:
    """Return a title such as `First steps: handouts` or `Who decides? Handouts`.

    The second form is used if `subject` ends in a question mark or exclamation mark.
    """
    return f"{subject} {what[0].upper()}{what[1:]}" if subject.endswith(("?", "!")) else f"{subject}: {what}"


def counted_titles(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield sections, numbering repeated titles as in `Break (1 of 2)`."""
    kept = tuple(sections)
    total = Counter(section.title for section in kept)
    met: Counter[str] = Counter()
    for section in kept:
        title = section.title
        met[title] += 1
        yield evolve(section, title=f"{title} ({met[title]} of {total[title]})") if total[title] > 1 else section


def unique_titles(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield slides with unique titles, because screen readers list slides by title.

    If a title has already been used, the new one adds how people work, the part of the deck that the slide belongs to,
    or words from its label, such as the step. If no such title is unused, a number is added.
    """
    used: set[str] = set()
    for section in sections:
        title = next(title for title in _candidates(section) if title.casefold() not in used)
        used.add(title.casefold())
        yield section if title == section.title else evolve(section, title=title)


def _candidates(section: Section) -> Iterator[str]:
    """Yield an endless series of possible titles for a slide, best first."""
    title, mode = section.title, mode_in_words(section.mode)
    whole = document_title(section.group, title) if section.group else title
    longer = (title, whole) if len(title) < len(whole) <= LONGEST_TITLE else (title,)
    parts = [part for part in section.label.split(" · ") if part not in (mode, section.group, title)]
    for words in longer:
        yield words
        if mode:
            yield f"{words} ({mode.lower()})"
    yield from (f"{words} ({part})" for words in longer for part in parts if part)
    yield from (f"{title}, {number}" for number in count(2))
