"""A page's outline: its sections, headings, anchors and contents list."""

from collections.abc import Iterator
from itertools import takewhile

from attrs import frozen

from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.blocks import Block, Bullets, Paragraph, Signpost
from coprod_content.document.document import ROLES, Document, Section
from coprod_content.document.item_links import linked_sections
from coprod_content.text.languages import runs_from_right
from coprod_web import page_wording
from coprod_web.anchors import AnchorNames

_DEEPEST_HEADING = 6
_LONG_PAGE = 4
"""A page with more sections than this gets a list of contents."""
_MOST_LINES = 40
"""Maximum number of lines in a list of contents that also shows the sections one level down.

A page with few top-level sections shows that level even if there are more lines.
"""


@frozen(kw_only=True)
class PageSection:
    """A section on a page, with its anchor (`name`) and heading level."""

    section: Section
    level: int
    name: str
    parts: tuple["PageSection", ...] = ()

    def walk(self) -> Iterator["PageSection"]:
        """Yield this section and all those below it."""
        yield self
        for part in self.parts:
            yield from part.walk()

    @property
    def role(self) -> str:
        """The section's role, or `plain` if it is unknown."""
        return self.section.role if self.section.role in ROLES else "plain"

    @property
    def count(self) -> str:
        """The number before the section's title, such as `2` or `Step 2`.

        It is empty if the section has no number or its label gives it.
        """
        number = self.section.unlabelled_number
        if number is None:
            return ""
        return f"{page_wording.STEP} {number}" if self.section.role == "step" else str(number)

    @property
    def time(self) -> str:
        """The section's duration, such as `10 minutes`.

        It is empty if the section has no duration or its label gives it.
        """
        minutes = self.section.unlabelled_minutes
        return "" if minutes is None else minutes_in_words(minutes)

    @property
    def opening(self) -> tuple[Block, ...]:
        """The blocks at the start of the section.

        The opening consists of the paragraphs, lists and links before the first block of another type. If the section
        has one of certain roles, such as `cover`, the heading and the opening are on a coloured band.
        """
        return tuple(takewhile(lambda block: isinstance(block, Paragraph | Bullets | Signpost), self.section.blocks))

    @property
    def rest(self) -> tuple[Block, ...]:
        """The blocks after the opening."""
        return self.section.blocks[len(self.opening) :]

    @property
    def heading(self) -> str:
        """The heading's text, including any number."""
        return f"{self.count}. {self.section.title}" if self.count else self.section.title


@frozen(kw_only=True)
class ContentsEntry:
    """A line in the list of contents, with any nested lines."""

    words: str
    name: str
    entries: tuple["ContentsEntry", ...] = ()


@frozen(kw_only=True)
class PageOutline:
    """The outline of a document as a web page.

    `parts` are the sections inside the cover and the contents section, if any, and then the sections after those two.
    `entries` is the list of contents. `cited` contains the numbers of the works in the list of references. `places`
    contains each item that a link leads to, with the anchor of its section.
    """

    document: Document
    cover: PageSection | None
    contents: PageSection | None
    parts: tuple[PageSection, ...]
    entries: tuple[ContentsEntry, ...]
    cited: frozenset[str]
    places: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, document: Document) -> "PageOutline":
        """Return the outline of a document.

        The outline has a list of contents if the document is long or has a contents section.
        """
        names = AnchorNames()
        sections = document.sections
        cover = contents = None
        if sections and sections[0].role == "cover":
            cover = _page_section(sections[0], 1, names)
            sections = sections[1:]
        if sections and sections[0].role == "contents":
            contents = _page_section(sections[0], 1, names)
            sections = sections[1:]
        below = (part for head in (cover, contents) if head for part in head.parts)
        parts = (*below, *(_page_section(section, 2, names) for section in sections))
        wanted = len(parts) > _LONG_PAGE or any(part.role == "contents" for part in (contents, *parts) if part)
        return cls(
            document=document,
            cover=cover,
            contents=contents,
            parts=parts,
            entries=_entries(parts) if wanted else (),
            cited=frozenset(_listed(document)),
            places=tuple(_places(document, (cover, *parts))),
        )

    def place_of(self, item: str) -> str:
        """Return the anchor of the section about an item, or ""."""
        return dict(self.places).get(item, "")

    @property
    def title(self) -> str:
        """The main heading: the cover's title, or else the document's."""
        return self.cover.section.title if self.cover else self.document.title

    @property
    def subtitle(self) -> str:
        """The subtitle, or an empty string if the cover already shows it."""
        said = (self.title, self.cover.section.label if self.cover else "")
        known = {line.casefold().strip() for line in said}
        return "" if self.document.subtitle.casefold().strip() in known else self.document.subtitle

    @property
    def direction(self) -> str:
        """The writing direction of the document's language: `ltr` or `rtl`."""
        return "rtl" if runs_from_right(self.document.language) else "ltr"


def _page_section(section: Section, level: int, names: AnchorNames) -> PageSection:
    return PageSection(
        section=section,
        level=min(level, _DEEPEST_HEADING),
        name=names.of(section.title),
        parts=tuple(_page_section(below, level + 1, names) for below in section.sections),
    )


def _places(document: Document, parts: tuple[PageSection | None, ...]) -> Iterator[tuple[str, str]]:
    every = [each for part in parts if part for each in part.walk()]
    for item, section in linked_sections(document):
        yield from ((item, each.name) for each in every if each.section is section)


def _listed(document: Document) -> Iterator[str]:
    """Yield the number of each work listed in a document's references."""
    for _, section in document.walk():
        for block in section.blocks if section.role == "references" else ():
            if isinstance(block, Bullets) and block.style == "number":
                yield from (str(block.start + at) for at in range(len(block.items)))


def _entries(parts: tuple[PageSection, ...]) -> tuple[ContentsEntry, ...]:
    """Return the list of contents.

    Adjacent slides of one group share a line, as do adjacent cards of one kind. Each other section has its own line. If
    nothing is grouped, the list also shows the sections one level down, unless there are more than four top-level
    sections and the list would have over 40 lines. If the list would have fewer than two lines, return an empty tuple.
    """
    chapters: list[tuple[str, list[PageSection]]] = []
    for part in parts:
        name = _group_name(part)
        if name and chapters and chapters[-1][0] == name:
            chapters[-1][1].append(part)
        else:
            chapters.append((name, [part]))
    lines = sum(1 + len(part.parts) for part in parts)
    deep = not any(name for name, _ in chapters) and (lines <= _MOST_LINES or len(chapters) <= _LONG_PAGE)
    entries = tuple(_entry(name or members[0].heading, members[0], deep=deep) for name, members in chapters)
    return entries if sum(1 + len(entry.entries) for entry in entries) > 1 else ()


def _group_name(part: PageSection) -> str:
    """Return a section's group in the contents list, or an empty string."""
    return part.section.label if part.role == "card-front" else part.section.group


def _entry(words: str, part: PageSection, *, deep: bool) -> ContentsEntry:
    below = tuple(ContentsEntry(words=each.heading, name=each.name) for each in part.parts) if deep else ()
    return ContentsEntry(words=words, name=part.name, entries=below)
