"""Whose material a document is, and what it is based on."""

from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.organisation import BETWEEN, Organisation
from coprod_content.content.about import About
from coprod_content.content.item_titles import title_of
from coprod_content.content.library import Library
from coprod_content.content.model import Item, Reference, Rights, Workshop
from coprod_content.document.blocks import Block, Paragraph
from coprod_content.document.document import FORM_ROLES, Document, Section, map_blocks
from coprod_content.document.fill_in import FillIn
from coprod_content.document.typography import with_curly_quotes
from coprod_content.editions.fixed_phrases import with_fixed_phrases
from coprod_content.files.our_content import about_our_content, is_ours, replaces_ours
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import Span, Text, plain, text_of, verbatim
from coprod_content.text.urls import url_fault

_MADE_WITH = "Made with coprod_content"
_MOST_NAMED = 6
_SECTION = "About this material"


@frozen(kw_only=True)
class ContentSources:
    """The items in a document, grouped by who wrote them.

    `ours` contains unchanged items of the canonical content, `changed` those that someone has changed, and `own` items
    that someone else wrote. Workshops and references are included only if the document has no other items, because
    they arrange or describe the work of others.
    """

    ours: tuple[Item, ...] = ()
    changed: tuple[Item, ...] = ()
    own: tuple[Item, ...] = ()

    @property
    def includes_ours(self) -> bool:
        """Whether the document contains any of our content, changed or not."""
        return bool(self.ours or self.changed)

    @property
    def all(self) -> tuple[Item, ...]:
        """All items, whoever wrote them."""
        return (*self.own, *self.changed, *self.ours)

    @property
    def rights(self) -> tuple[Rights, ...]:
        """The rights given for single items, without repetition."""
        return tuple(dict.fromkeys(item.rights for item in self.all if item.rights))


def content_sources(document: Document, library: Library) -> ContentSources:
    """Return the items in a document, grouped by who wrote them."""
    ids = dict.fromkeys(id_ for _, section in document.walk() for id_ in section.items)
    items = tuple(filter(None, map(library.get, ids)))
    counted = tuple(item for item in items if not isinstance(item, Reference | Workshop)) or items
    groups: dict[Literal["ours", "changed", "own"], list[Item]] = {"ours": [], "changed": [], "own": []}
    for item in counted:
        groups["ours" if is_ours(item) else "changed" if replaces_ours(item) else "own"].append(item)
    return ContentSources(**{name: tuple(found) for name, found in groups.items()})


def identified(document: Document, brand: Brand, library: Library) -> Document:
    """Return a document with its publisher, licence, credits and typography.

    The publisher is the brand's organisation. It is named in the imprint and in the file properties. If the brand has
    no organisation, the publisher is the library. In an organisation's documents, our content, if there is any, is
    credited once: in a section about the material or, in a document without such a section, in the imprint. A document
    that already has a publisher is returned unchanged. So is a document without an edition if the brand has no
    organisation.
    """
    made = published(document, brand, library)
    return made if made is document else typeset(made, brand, library, content_sources(document, library))


def typeset(document: Document, brand: Brand, library: Library, sources: ContentSources) -> Document:
    """Return a published document, or part of one, with its typography.

    `sources` are those of the whole document.
    """
    return with_curly_quotes(with_fixed_phrases(document, library, _own_words(brand.organisation, sources)))


def published(document: Document, brand: Brand, library: Library) -> Document:
    """Return a document with its publisher, licence and credits."""
    organisation = brand.organisation
    if document.publisher or (organisation is None and not document.edition):
        return document
    sources, about, imprint = content_sources(document, library), library.about, document.imprint
    basis = _basis(sources)
    is_card = any(section.role == "card-front" for section in document.sections)
    if is_card and organisation:
        document = evolve(document, sections=(*document.sections, Section(title=_SECTION, role="credits")))
    has_section = any(section.role == "credits" for section in document.sections)
    added = imprint.removeprefix(about.imprint) if imprint.startswith(about.imprint) else ""
    if organisation:
        credit = () if has_section or not basis else (plain(text_of(basis)).rstrip("."),)
        imprint = BETWEEN.join((organisation.imprint, *credit)) + added
    elif sources.own and not sources.includes_ours and about.imprint == about_our_content().imprint:
        imprint = _MADE_WITH + added
    is_unsigned = document.author in ("", about.title)
    author = organisation.name if organisation and is_unsigned else document.author
    sections = tuple(
        evolve(each, blocks=tuple(_credits(each, organisation, sources, basis, library, brief=is_card)))
        if each.role == "credits"
        else _as_theirs(each, organisation, about)
        if organisation
        else each
        for each in document.sections
    )
    publisher = organisation.name if organisation else about.title
    document = evolve(document, imprint=imprint, author=author, publisher=publisher, sections=sections)
    if organisation and any(section.role in FORM_ROLES for _, section in document.walk()):
        document = map_blocks(document, lambda block, _: (_filled_in(block, organisation),))
    sayings = tuple((each.word, each.said) for each in library.pronunciations.values())
    return evolve(document, licence=_licence(organisation, sources, basis, about), sayings=sayings)


def _filled_in(block: Block, organisation: Organisation) -> Block:
    """Fill in a form field that asks for the organisation's details.

    Other blocks are returned unchanged.
    """
    known = {"organisation": organisation.name, "contact": organisation.contact or ""}
    return evolve(block, answer=block.answer or known.get(block.fill, "")) if isinstance(block, FillIn) else block


def _as_theirs(section: Section, organisation: Organisation, about: About) -> Section:
    """Return a section with an organisation's name in place of the library's.

    On a cover, the library's statement is also removed, and any strapline of the organisation is added.
    """
    if section.label == about.title:
        section = evolve(section, label=organisation.name)
    if section.role != "cover":
        return section
    statement = Paragraph(text_of(about.statement))
    strapline = (Paragraph(verbatim(organisation.strapline), "small"),) if organisation.strapline else ()
    return evolve(section, blocks=(*(block for block in section.blocks if block != statement), *strapline))


def _basis(sources: ContentSources) -> str:
    """Return the credit for our content, or "" if there is none."""
    return (about_our_content().attribution or "") if sources.includes_ours else ""


def _credits(
    section: Section,
    organisation: Organisation | None,
    sources: ContentSources,
    basis: str,
    library: Library,
    *,
    brief: bool,
) -> Iterator[Block]:
    """Yield the blocks of a document's credits section.

    They say whose material it is, and on what terms it can be used. If `brief` is true, as on cards, the library's own
    text about the material is left out.
    """
    ours = library.about.imprint == about_our_content().imprint
    statement = Paragraph(text_of(library.about.statement))
    if organisation:
        yield from map(Paragraph, _of_organisation(organisation))
    yield from map(Paragraph, _own_terms(organisation, sources, ours=ours))
    if not ours:
        yield from () if brief else section.blocks
    if basis and (organisation or not ours):
        yield Paragraph(text_of(basis))
    if ours and not brief and (sources.includes_ours or not sources.own):
        yield from (block for block in section.blocks if not organisation or block != statement)


def _of_organisation(organisation: Organisation) -> Iterator[Text]:
    """Yield texts that name the organisation and say how to contact it."""
    address = organisation.address or ""
    name = (Span("This material is from "), Span(organisation.name, strong=True, url=address), Span("."))
    yield (*name, Span(f" {with_full_stop(organisation.strapline)}")) if organisation.strapline else name
    reached: list[Text] = []
    if contact := organisation.contact:
        mail = f"mailto:{contact}"
        reached.append((Span("Contact: "), Span(contact, url="" if url_fault(mail) else mail)))
    if organisation.accessibility_statement:
        reached.append((Span("Accessibility statement", url=organisation.accessibility_statement),))
    if reached:
        yield tuple(span for at, text in enumerate(reached) for span in ((Span(BETWEEN), *text) if at else text))


def _own_words(organisation: Organisation | None, sources: ContentSources) -> tuple[str, ...]:
    """Return the details of the organisation and of rights holders, as strings.

    Phrases in these strings do not count as coprod's own.
    """
    words = [each for rights in sources.rights for each in (rights.holder, plain(text_of(rights.licence)))]
    if organisation:
        words += [organisation.name, organisation.site, organisation.strapline or "", organisation.contact or ""]
        words.append(plain(text_of(organisation.licence or "")))
    return tuple(filter(None, words))


def _licence(organisation: Organisation | None, sources: ContentSources, basis: str, about: About) -> str:
    """Return the terms of use of a document, as plain text."""
    ours = about.imprint == about_our_content().imprint
    terms = [plain(text) for text in _own_terms(organisation, sources, ours=ours)]
    if sources.includes_ours or not (sources.own and ours):
        terms.append(plain(text_of(basis if basis and (organisation or not ours) else about.licence)))
    return " ".join(terms)


def _own_terms(organisation: Organisation | None, sources: ContentSources, *, ours: bool) -> Iterator[Text]:
    """Yield texts that say who wrote or changed items, and their terms.

    Items that have their own rights are named with those rights. `ours` is true if the library has our imprint.
    """
    who = organisation.name if organisation else ""
    licence = organisation.licence if organisation else None
    own = tuple(item for item in sources.own if not item.rights)
    if own and (ours or licence):
        them = _named(own)
        if not (sources.includes_ours or sources.rights):
            lead: Text = (Span(f"Written by {who}." if who else "This content is not from coprod_content."),)
        else:
            lead = (Span(f"Written by {who}: " if who else "Not from coprod_content: "), *them, Span("."))
        ask = "Please ask before you copy it." if who else "The licence of coprod_content does not cover it."
        yield (*lead, Span(" "), *text_of(licence or ask))
    for rights in sources.rights:
        items = _named(item for item in sources.all if item.rights == rights)
        yield (Span(f"From {rights.holder}: "), *items, Span(". "), *text_of(rights.licence))
    if sources.changed:
        by = f" by {who}" if who else " since"
        yield (Span(f"Based on coprod_content and changed{by}: "), *_named(sources.changed), Span("."))


def _named(items: Iterable[Item]) -> Text:
    """Return the titles of up to six items, and count the others."""
    titles = tuple(dict.fromkeys(map(title_of, items)))
    shown = titles[:_MOST_NAMED]
    text: list[Span] = []
    for at, title in enumerate(shown):
        text += [Span("; ")] if at else []
        text.append(Span(title, emphasis=True))
    if len(titles) > len(shown):
        text.append(Span(f" and {len(titles) - len(shown)} more"))
    return tuple(text)
