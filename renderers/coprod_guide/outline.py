"""The outline of a guide: heading levels, page breaks and numbering."""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_content.brand.type_sizes import GuideSizes
from coprod_content.document.blocks import Bullets
from coprod_content.document.document import FORM_ROLES, Document, Section
from coprod_guide.fixed_text import CONTENTS, STEP
from coprod_guide.styles.list_numbering import PARTS, STEPS
from coprod_guide.styles.style_names import HEADINGS

_ON_NEW_PAGE = {"divider", "handout", "canvas", "run-sheet"}
_WITHOUT_TITLE = {"handout", "canvas", "run-sheet"}
_LONG_DOCUMENT, _LINES_ON_A_PAGE, _FEW_ENTRIES = 4, 36, 4
_USUAL_LINE = 12 * 115  # type size in points times leading in per cent, at which _LINES_ON_A_PAGE fit


@frozen(kw_only=True)
class OutlineEntry:
    """A section in the outline.

    `level` is the heading level, or 0 for a cover or contents list, whose title is not a heading. `numbering` is the
    name of the list that numbers the heading, or empty if the heading has no number. If `restarts` is true, the list
    starts again at the section's number. `bookmark` is the name of the bookmark to which the contents list links, or
    empty if it does not link to the section. `new_page` is true if a page break is put before the section. `at_top` is
    true if the section is at the top of a page, which can be the first one.
    """

    section: Section
    level: int
    new_page: bool = False
    numbering: str = ""
    restarts: bool = False
    bookmark: str = ""
    at_top: bool = False

    @property
    def words(self) -> str:
        """The heading text, including any number."""
        numbers = {STEPS: f"{STEP} {self.section.number}: ", PARTS: f"{self.section.number}. "}
        return numbers.get(self.numbering, "") + self.section.title


def has_cover(document: Document) -> bool:
    """Return whether a document opens with a cover."""
    return bool(document.sections) and document.sections[0].role == "cover"


def has_title(document: Document) -> bool:
    """Return whether the first page shows the document's title."""
    return not (document.sections and document.sections[0].role in _WITHOUT_TITLE)


def outline(document: Document, sizes: GuideSizes) -> tuple[OutlineEntry, ...]:
    """Return an outline entry for every section of a document, including subsections.

    A contents list is added to a long document that has a cover but no contents list, unless it is a form. The type
    sizes in `sizes` decide how many entries fit on a page, and so whether the contents list shows one heading level or
    two.
    """
    sections = _with_contents(document)
    cover = sections[:1] if has_cover(document) else ()
    contents = [section for section in sections if section.role == "contents"][:1]
    entries = tuple(_entries(sections, (*cover, *contents)))
    if not any(entry.level for entry in entries):
        entries = tuple(_entries(document.sections, cover))
    lines = _LINES_ON_A_PAGE * _USUAL_LINE // (sizes.body * sizes.line)
    return tuple(_bookmarked(entries, lines, titled=has_title(document)))


def agenda_items(entries: tuple[OutlineEntry, ...]) -> Iterator[tuple[OutlineEntry, ...]]:
    """Yield each agenda item's entries together, and all others one by one."""
    at = 0
    while at < len(entries):
        end = at + 1
        if entries[at].section.role == "spread":
            while end < len(entries) and entries[end].level > entries[at].level:
                end += 1
        yield entries[at:end]
        at = end


def _with_contents(document: Document) -> tuple[Section, ...]:
    sections = document.sections
    has_contents = any(section.role in ("contents", *FORM_ROLES) for section in sections)
    if not has_cover(document) or len(sections) <= _LONG_DOCUMENT + 1 or has_contents:
        return sections
    return (sections[0], Section(title=CONTENTS, role="contents"), *sections[1:])


def _entries(sections: tuple[Section, ...], special: tuple[Section, ...], level: int = 1) -> Iterator[OutlineEntry]:
    before: Section | None = None
    count: tuple[str, int] | None = None
    for section in sections:
        has_heading = not any(section is each for each in special)
        numbering = _numbering(section) if has_heading else ""
        now = (numbering, section.number or 0)
        yield OutlineEntry(
            section=section,
            level=min(level, len(HEADINGS)) if has_heading else 0,
            new_page=_starts_page(section, before, special, level),
            numbering=numbering,
            restarts=count is None or now != (count[0], count[1] + 1),
        )
        yield from _entries(section.sections, special, level + 1 if has_heading else level)
        before, count = section, now if numbering else None


def _numbering(section: Section) -> str:
    if section.unlabelled_number is None:
        return ""
    return STEPS if section.role == "step" else PARTS


def _starts_page(section: Section, before: Section | None, special: tuple[Section, ...], level: int) -> bool:
    if before is None:
        return level > 1 and section.role in _ON_NEW_PAGE
    is_first = before.role == "cover" and section.role not in FORM_ROLES and any(before is each for each in special)
    return is_first or section.role in _ON_NEW_PAGE or _ends_on_handout(before)


def _ends_on_handout(section: Section) -> bool:
    return _ends_on_handout(section.sections[-1]) if section.sections else section.role in ("handout", "canvas")


def _listed_levels(entries: tuple[OutlineEntry, ...], lines: int) -> int:
    """Return how many heading levels the contents list shows, 1 or 2.

    Returns 2 if the entries of both levels fit on one page of `lines` lines. If level 1 has at most four entries, the
    entries of both levels may fill two pages.
    """
    first, both = (
        sum(0 < entry.level <= deepest and entry.section.role != "aside" for entry in entries) for deepest in (1, 2)
    )
    return 2 if both <= (lines if first > _FEW_ENTRIES else 2 * lines) else 1


def _bookmarked(entries: tuple[OutlineEntry, ...], lines: int, *, titled: bool) -> Iterator[OutlineEntry]:
    has_contents = any(entry.level == 0 and entry.section.role == "contents" for entry in entries)
    deepest = _listed_levels(entries, lines) if has_contents else 0
    for number, entry in enumerate(entries, start=1):
        is_listed = 0 < entry.level <= deepest and entry.section.role != "aside"
        bookmark = f"_Toc{number:09d}" if is_listed else ""
        yield evolve(entry, bookmark=bookmark, at_top=entry.new_page or (number == 1 and not titled))


def listed_numbers(document: Document) -> Iterator[str]:
    """Yield the numbers of the works listed in the references."""
    for _, section in document.walk():
        if section.role == "references":
            for block in section.blocks:
                if isinstance(block, Bullets) and block.style == "number":
                    yield from (str(block.start + at) for at in range(len(block.items)))
