"""Make files in memory: compose, fit, render and inspect them."""

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from attrs import evolve, frozen

from coprod_content.access.access_editions import STANDARD, AccessEdition, access_edition_named
from coprod_content.brand.brand import Brand
from coprod_content.content.about import About
from coprod_content.content.library import Library
from coprod_content.content.lookup_errors import UnknownId
from coprod_content.document.document import Document, words_of
from coprod_content.document.recipe import recorded
from coprod_content.editions import compose, edition_named
from coprod_content.editions.identity import identified
from coprod_content.files.field_positions import place_of
from coprod_content.findings.finding import Finding
from coprod_content.layout.fit import FittedDocument, fit
from coprod_content.layout.frames import Frames
from coprod_content.packs.trace import traced_finding, traced_findings
from coprod_content.plugins.inspectors import InspectorError
from coprod_content.plugins.open_formats import converted, open_formats, source_of
from coprod_content.plugins.plugin_process import REPORT
from coprod_content.plugins.renderers import RENDERERS, Renderer, RendererError, frames_in, renderer, templated_brand
from coprod_content.text.missing_glyphs import glyph_advice, listed_characters

_NO_ITEMS = Library(
    about=About(title="-", language="en", date="", statement="-", credit="-", basis="-", licence="-", imprint="-")
)


@frozen(kw_only=True)
class FileSpec:
    """The specification of a file to make.

    `select` contains the ids of the items to include. `name` is the file name without its suffix.
    """

    edition: str
    renderer: str
    select: tuple[str, ...]
    name: str
    access: str = STANDARD.name


@frozen(kw_only=True)
class BuiltFile:
    """A file in memory: its document, bytes and findings.

    `data` is None if text does not fit, a glyph is missing or the renderer finds an error. `not_inspected` is the error
    message if the bytes could not be inspected, or an empty string.
    """

    document: Document
    renderer: str
    suffix: str
    data: bytes | None
    findings: tuple[Finding, ...] = ()
    not_inspected: str = ""

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error.

        A file with errors is written only on request.
        """
        return any(finding.level == "error" for finding in self.findings)

    @property
    def card_count(self) -> int:
        """The number of cards in the document."""
        return sum(section.role == "card-front" for section in self.document.sections)

    @property
    def items(self) -> tuple[str, ...]:
        """The ids of the document's items, in order, without duplicates."""
        return tuple(dict.fromkeys(id_ for _, section in self.document.walk() for id_ in section.items))


def make_file(spec: FileSpec, library: Library, brand: Brand) -> BuiltFile:
    """Make a file from its specification. Raises the same errors as `make`."""
    return make(spec.edition, spec.renderer, library, brand, spec.select, access=spec.access)


def make(
    edition: str,
    to: str,
    library: Library,
    brand: Brand,
    select: Sequence[str] = (),
    *,
    access: str = STANDARD.name,
) -> BuiltFile:
    """Compose an edition, render it, and return the file in memory.

    `to` is the name of a renderer or of an open format, such as `odt`. `access` is the name of an access edition, which
    may substitute another edition or renderer. `select` contains the ids of the items to include, as for `compose`.

    Raises UnknownAccessEdition, any error that `compose` raises, and RendererError if the renderer cannot be used or
    fails.
    """
    wanted, source = access_edition_named(access), source_of(to)
    instead = wanted.substitute(_in_format(edition, source))
    document = compose(instead.edition, library, select or instead.select)
    document = identified(document, brand, library)
    document, source, brand = adapted(document, instead.edition, source, brand, wanted)
    document = recorded(document, edition, tuple(select), access)
    built = render(document, source, brand, library)
    opened = in_open_formats((built,)) if source_of(to) != to else ()
    return opened[0] if opened else built


def in_open_formats(files: Sequence[BuiltFile]) -> tuple[BuiltFile, ...]:
    """Return built files in their open formats, leaving out files without one.

    Raises RendererError if LibreOffice is missing or fails.
    """
    made: list[BuiltFile] = []
    for to, source in open_formats().items():
        some = [each for each in files if each.renderer == source and each.data is not None]
        data = converted([each.data or b"" for each in some], to) if some else ()
        made += (evolve(each, renderer=to, suffix=f".{to}", data=new) for each, new in zip(some, data, strict=True))
    return tuple(made)


def _in_format(edition: str, to: str) -> str:
    """Return the edition that a renderer makes in place of `edition`.

    This is `edition` itself, unless the format has its own version of that edition.
    """
    found = renderer(to)
    return (found.projected and edition_named(edition).projected) or dict(found.instead).get(edition, edition)


def adapted(
    document: Document, edition: str, to: str, brand: Brand, access: AccessEdition
) -> tuple[Document, str, Brand]:
    """Return a document, renderer and brand, adapted to an access edition.

    If the brand names a template for the renderer's format, the returned brand has the look of the template.

    Raises RendererError if the renderer cannot be used or fails.
    """
    to, brand = look_of(edition, to, brand, access)
    return RENDERERS.call(to, Document, access.apply, document, brand, frames_in(to, brand)), to, brand


def look_of(edition: str, to: str, brand: Brand, access: AccessEdition) -> tuple[str, Brand]:
    """Return the renderer and brand to use for an access edition.

    `edition` and `to` are the edition and the renderer that were asked for. Raises RendererError if the renderer or the
    brand's template cannot be used.
    """
    to = access.renderer(to)
    return to, edition_named(edition).brand(access.brand(templated_brand(to, brand)))


def render(document: Document, to: str, brand: Brand, library: Library = _NO_ITEMS) -> BuiltFile:
    """Render a document, first fitting it to any fixed page size.

    `to` is the renderer's name. A finding gives the content file of the item that it comes from only if `library`
    contains that item. Raises RendererError if the renderer cannot be used or fails.
    """
    found = renderer(to)
    document = identified(document, brand, library)
    fitted = fitted_to(to, evolve(document, date=build_date(document.date)), frames_in(to, brand))
    document = fitted.document
    findings = tuple(traced_finding(fault, fault.spot, document, library) for fault in fitted.faults)
    if found.uncovered:
        lost = RENDERERS.call(to, str, found.uncovered, document, brand)
        findings = (*findings, *_without_glyphs(document, lost, library))
    if found.faults:
        faults = RENDERERS.call(to, tuple, found.faults, document, brand)
        findings = (*findings, *(traced_finding(each, each.spot, document, library) for each in faults))
    built = BuiltFile(document=document, renderer=to, suffix=found.suffix, data=None, findings=findings)
    if built.has_errors:
        return built
    return _inspected(evolve(built, data=_bytes(found, to, document, brand)), library)


def fitted_to(to: str, document: Document, frames: Frames | None) -> FittedDocument:
    """Fit a document into the frames of a format.

    If `frames` is None, the document is returned as it is.
    """
    return RENDERERS.call(to, FittedDocument, fit, document, frames) if frames else FittedDocument(document)


def _inspected(built: BuiltFile, library: Library) -> BuiltFile:
    try:
        inspected = traced_findings(built.document, built.data or b"", built.suffix, library)
        return evolve(built, findings=(*built.findings, *inspected))
    except InspectorError as error:
        return evolve(built, not_inspected=str(error))


def _bytes(found: Renderer, name: str, document: Document, brand: Brand) -> bytes:
    data = RENDERERS.call(name, bytes, found.render, document, brand)
    if not data:
        raise RendererError(f"{RENDERERS.whose(name)} returned no bytes. {REPORT}")
    return data


def _without_glyphs(document: Document, lost: str, library: Library) -> Iterator[Finding]:
    left = set(lost)
    for _, section in document.walk() if lost else ():
        words = "".join(words_of(evolve(document, sections=(evolve(section, sections=()),))))
        if missing := "".join(character for character in lost if character in words):
            left -= set(missing)
            yield _placed(_without_glyph(missing, section.title), section.items, library)
    if left:  # in the title or the imprint
        yield _without_glyph("".join(sorted(left)), "about.yaml")


def _without_glyph(missing: str, field: str) -> Finding:
    what = f"no available font has {listed_characters(missing)}."
    return Finding(code="no-glyph", field=field, what=what, fix=glyph_advice(missing))


def _placed(finding: Finding, items: tuple[str, ...], library: Library) -> Finding:
    """Return a finding with the content file of the first item.

    The finding names no file if `items` is empty, and is unchanged if the library does not contain the item.
    """
    try:
        return evolve(finding, where=place_of(library[items[0]].source, ()) if items else None)
    except UnknownId:
        return finding


def build_date(default: str) -> str:
    """Return the date to record in files, as YYYY-MM-DD.

    It comes from the environment variable SOURCE_DATE_EPOCH. If that is unset or invalid, `default` is returned.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds.isdigit():
        return default
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (OverflowError, ValueError, OSError):
        return default
