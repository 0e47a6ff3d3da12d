"""The Page: every section with the level of its heading and the name that links lead to, and the list of contents."""

from collections.abc import Iterator
from itertools import takewhile

from attrs import frozen

from coprod_content.document.blocks import Block, Bullets, Paragraph, Signpost
from coprod_content.document.document import ROLES, Document, Section
from coprod_web import page_wording
from coprod_web.anchors import AnchorNames

_DEEPEST = 6
_LONG, _LINES_OF_A_LIST = 4, 40


@frozen(kw_only=True)
class PageSection:
    """A section on a page: `level` is that of its heading, `name` what links lead to."""

    section: Section
    level: int
    name: str
    parts: tuple["PageSection", ...] = ()

    @property
    def role(self) -> str:
        """Its role, `plain` where it is not known."""
        return self.section.role if self.section.role in ROLES else "plain"

    @property
    def count(self) -> str:
        """What stands before the title where it is numbered."""
        return page_wording.count(self.section)

    @property
    def time(self) -> str:
        """How long it takes, where that is not said otherwise."""
        return page_wording.time(self.section)

    @property
    def opening(self) -> tuple[Block, ...]:
        """The blocks that a coloured band has room for: paragraphs, lists and links, up to the first other one."""
        return tuple(takewhile(lambda block: isinstance(block, Paragraph | Bullets | Signpost), self.section.blocks))

    @property
    def rest(self) -> tuple[Block, ...]:
        """The blocks after these."""
        return self.section.blocks[len(self.opening) :]

    @property
    def heading(self) -> str:
        """The words of its heading."""
        return f"{self.count}. {self.section.title}" if self.count else self.section.title


@frozen(kw_only=True)
class ContentsEntry:
    """A line of the list of contents, and those below it."""

    words: str
    name: str
    entries: tuple["ContentsEntry", ...] = ()


@frozen(kw_only=True)
class PageOutline:
    """A document as a page: its cover, the section `contents` that follows it, the parts after or below these, the
    list of contents, and the numbers of the works that it lists.
    """

    document: Document
    cover: PageSection | None
    contents: PageSection | None
    parts: tuple[PageSection, ...]
    entries: tuple[ContentsEntry, ...]
    cited: frozenset[str]

    @classmethod
    def of(cls, document: Document) -> "PageOutline":
        """The page of a document, with a list of contents where it is long or asks for one."""
        names = AnchorNames()
        sections = document.sections
        cover = contents = None
        if sections and sections[0].role == "cover":
            cover = _part(sections[0], 1, names)
            sections = sections[1:]
        if sections and sections[0].role == "contents":
            contents = _part(sections[0], 1, names)
            sections = sections[1:]
        below = (part for head in (cover, contents) if head for part in head.parts)
        parts = (*below, *(_part(section, 2, names) for section in sections))
        wanted = len(parts) > _LONG or any(part.role == "contents" for part in (contents, *parts) if part)
        return cls(
            document=document,
            cover=cover,
            contents=contents,
            parts=parts,
            entries=_entries(parts) if wanted else (),
            cited=frozenset(_listed(document)),
        )

    @property
    def title(self) -> str:
        """The words of the first heading: those of the cover, or the title of the document."""
        return self.cover.section.title if self.cover else self.document.title

    @property
    def subtitle(self) -> str:
        """The subtitle, where the cover does not say it anyway."""
        said = (self.title, self.cover.section.label if self.cover else "")
        known = {line.casefold().strip() for line in said}
        return "" if self.document.subtitle.casefold().strip() in known else self.document.subtitle

    @property
    def direction(self) -> str:
        """The direction in which its language is written."""
        return "rtl" if self.document.language.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


_RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


def _part(section: Section, level: int, names: AnchorNames) -> PageSection:
    return PageSection(
        section=section,
        level=min(level, _DEEPEST),
        name=names.of(section.title),
        parts=tuple(_part(below, level + 1, names) for below in section.sections),
    )


def _listed(document: Document) -> Iterator[str]:
    """The number of each work that the references of a document list."""
    for _, section in document.walk():
        for block in section.blocks if section.role == "references" else ():
            if isinstance(block, Bullets) and block.style == "number":
                yield from (str(block.start + at) for at in range(len(block.items)))


def _entries(parts: tuple[PageSection, ...]) -> tuple[ContentsEntry, ...]:
    """A line for each part, for each group of slides, or for each kind of card; two levels where these are few.

    One line is no list.
    """
    chapters: list[tuple[str, list[PageSection]]] = []
    for part in parts:
        name = _chapter(part)
        if name and chapters and chapters[-1][0] == name:
            chapters[-1][1].append(part)
        else:
            chapters.append((name, [part]))
    lines = sum(1 + len(part.parts) for part in parts)
    deep = not any(name for name, _ in chapters) and (lines <= _LINES_OF_A_LIST or len(chapters) <= _LONG)
    entries = tuple(_entry(name or members[0].heading, members[0], deep=deep) for name, members in chapters)
    return entries if sum(1 + len(entry.entries) for entry in entries) > 1 else ()


def _chapter(part: PageSection) -> str:
    """The name under which neighbours are one line of the list of contents."""
    return part.section.label if part.role == "card-front" else part.section.group


def _entry(words_: str, part: PageSection, *, deep: bool) -> ContentsEntry:
    below = tuple(ContentsEntry(words=each.heading, name=each.name) for each in part.parts) if deep else ()
    return ContentsEntry(words=words_, name=part.name, entries=below)
