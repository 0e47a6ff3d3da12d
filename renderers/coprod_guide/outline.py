"""The outline: every section with its heading level, its page and its number, decided before anything is written."""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_content.brand.brand import GuideSizes
from coprod_content.document.document import Document, Section
from coprod_guide.fixed_text import CONTENTS, STEP
from coprod_guide.styles.list_numbering import PARTS, STEPS
from coprod_guide.styles.style_names import HEADINGS

_ON_A_NEW_PAGE = {"divider", "handout", "run-sheet"}
_WITHOUT_TITLE = {"handout", "run-sheet"}
_LONG, _LINES_OF_A_PAGE, _HARDLY = 4, 36, 4
_LINE = 12 * 115  # of which a page has so many: points times per cent


@frozen(kw_only=True)
class OutlineEntry:
    """A section in its place.

    `level` is that of its heading; 0 for a cover or a contents list, whose title is none. `number` is what the heading
    counts, with the look of the list `numbering`; `anew` where the count starts. `mark` is the bookmark of a section in
    the contents list. `at_top` is said of what stands at the top of a page, be it a new one or the first.
    """

    section: Section
    level: int
    new_page: bool = False
    numbering: str = ""
    anew: bool = False
    mark: str = ""
    at_top: bool = False

    @property
    def is_contents(self) -> bool:
        """Whether this is the place of the contents list."""
        return self.level == 0 and self.section.role == "contents"

    @property
    def words(self) -> str:
        """The heading as it is read, with its number."""
        counted = {STEPS: f"{STEP} {self.section.number}: ", PARTS: f"{self.section.number}. "}
        return counted.get(self.numbering, "") + self.section.title


def lines_of_a_page(sizes: GuideSizes) -> int:
    """About how many lines of a contents list a page has."""
    return _LINES_OF_A_PAGE * _LINE // (sizes.body * sizes.line)


def has_cover(document: Document) -> bool:
    """Whether a document opens with a cover."""
    return bool(document.sections) and document.sections[0].role == "cover"


def has_title(document: Document) -> bool:
    """Whether the first page carries the title of the document, as all do that do not begin with a page of its own."""
    return not (document.sections and document.sections[0].role in _WITHOUT_TITLE)


def outline(document: Document, page: int = _LINES_OF_A_PAGE) -> tuple[OutlineEntry, ...]:
    """Every section of a document, and a contents list where it is long and has none. A page has so many lines."""
    special = _special(document)
    places = tuple(_placed(_with_contents(document), special))
    if not any(place.level for place in places):
        places = tuple(_placed(document.sections, special[:1] if has_cover(document) else ()))
    return tuple(_finished(places, page, titled=has_title(document)))


def _special(document: Document) -> tuple[Section, ...]:
    """The cover and the place of the contents list."""
    cover = document.sections[:1] if has_cover(document) else ()
    contents = next((section for section in document.sections if section.role == "contents"), None)
    return (*cover, contents) if contents else (*cover, _OWN_CONTENTS)


_OWN_CONTENTS = Section(title=CONTENTS, role="contents")


def _with_contents(document: Document) -> tuple[Section, ...]:
    sections = document.sections
    if not has_cover(document) or len(sections) <= _LONG + 1 or any(s.role == "contents" for s in sections):
        return sections
    return (sections[0], _OWN_CONTENTS, *sections[1:])


def _placed(sections: tuple[Section, ...], special: tuple[Section, ...], level: int = 1) -> Iterator[OutlineEntry]:
    before: Section | None = None
    count: tuple[str, int] | None = None
    for section in sections:
        heads = not any(section is each for each in special)
        numbering = _numbering(section) if heads else ""
        now = (numbering, section.number or 0)
        yield OutlineEntry(
            section=section,
            level=min(level, len(HEADINGS)) if heads else 0,
            new_page=_starts_page(section, before, special, level),
            numbering=numbering,
            anew=count is None or now != (count[0], count[1] + 1),
        )
        yield from _placed(section.sections, special, level + 1 if heads else level)
        before, count = section, now if numbering else None


def _numbering(section: Section) -> str:
    if section.number is None or section.label.casefold() == f"{STEP} {section.number}".casefold():
        return ""
    return STEPS if section.role == "step" else PARTS


def _starts_page(section: Section, before: Section | None, special: tuple[Section, ...], level: int) -> bool:
    if before is None:
        return level > 1 and section.role in _ON_A_NEW_PAGE
    after_special = any(before is each for each in special)
    return after_special or section.role in _ON_A_NEW_PAGE or _ends_on_handout(before)


def _ends_on_handout(section: Section) -> bool:
    """Whether a section ends on a page to give out; more may stand below a handout that has parts of its own."""
    return _ends_on_handout(section.sections[-1]) if section.sections else section.role == "handout"


def _listed_levels(places: tuple[OutlineEntry, ...], page: int) -> int:
    """How deep the contents list goes: two levels where these fit a page, or two pages where one level would say hardly
    anything; else one."""
    first, lines = (sum(0 < place.level <= deepest for place in places) for deepest in (1, 2))
    return 2 if lines <= (page if first > _HARDLY else 2 * page) else 1


def _finished(places: tuple[OutlineEntry, ...], page: int, *, titled: bool) -> Iterator[OutlineEntry]:
    """The places with a bookmark for each that a contents list leads to, if there is such a list, and their tops."""
    deepest = _listed_levels(places, page) if any(place.is_contents for place in places) else 0
    for at, place in enumerate(places, start=1):
        mark = f"_Toc{at:09d}" if 0 < place.level <= deepest else ""
        yield evolve(place, mark=mark, at_top=place.new_page or (at == 1 and not titled))
