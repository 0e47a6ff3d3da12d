"""Make files in memory: compose, fit, render and inspect them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import Factory, evolve, field, frozen

from coprod_content.access.access_editions import STANDARD, AccessEdition, access_edition_named
from coprod_content.brand.brand import Brand
from coprod_content.content.about import About
from coprod_content.content.library import Library
from coprod_content.document.document import Document
from coprod_content.document.recipe import recorded
from coprod_content.editions.registry import edition_named
from coprod_content.findings.finding import Finding
from coprod_content.packs.writing.build_date import build_date
from coprod_content.plugins.inspectors import InspectorError
from coprod_content.plugins.open_formats import converted, open_formats, source_of
from coprod_content.plugins.plugin_process import REPORT
from coprod_content.plugins.renderers import RENDERERS, Renderer, RendererError, frames_in, renderer, templated_brand

if TYPE_CHECKING:
    from coprod_content.layout.fit import FittedDocument
    from coprod_content.layout.frames import Frames

_NO_ITEMS = Library(
    about=About(title="-", language="en", date="", statement="-", credit="-", basis="-", licence="-", imprint="-")
)


KnownDocuments = dict[tuple[str, tuple[str, ...]], Document]
"""Documents of one library and brand, by edition and selection."""


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


def _card_count(built: "BuiltFile") -> int:
    return sum(section.role == "card-front" for section in built.document.sections)


def _items(built: "BuiltFile") -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for _, section in built.document.walk() for id_ in section.items))


@frozen(kw_only=True)
class BuiltFile:
    """A file in memory: its document, bytes and findings.

    `data` is None if text does not fit, a glyph is missing or the renderer finds an error. `not_inspected` is the error
    message if the bytes could not be inspected, or an empty string. `items` contains the ids of the document's items,
    without duplicates. The document of a file from the cache has no sections.
    """

    document: Document
    renderer: str
    suffix: str
    data: bytes | None
    findings: tuple[Finding, ...] = ()
    not_inspected: str = ""
    card_count: int = field(default=Factory(_card_count, takes_self=True))
    items: tuple[str, ...] = field(default=Factory(_items, takes_self=True))

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error.

        A file with errors is written only on request.
        """
        return any(finding.level == "error" for finding in self.findings)


@frozen(kw_only=True)
class ComposedFile:
    """A document before it is adapted to a format.

    The other fields say what to make from it. `edition` is the edition that was asked for, and `composed` the edition
    of the document. If `is_whole` is false, the document has no sections.
    """

    document: Document
    edition: str
    composed: str
    renderer: str
    select: tuple[str, ...]
    access: str
    is_whole: bool = True


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
    spec = FileSpec(edition=edition, renderer=to, select=tuple(select), name="", access=access)
    built = rendered(composed_file(spec, library, brand), library, brand)
    opened = in_open_formats((built,)) if source_of(to) != to else ()
    return opened[0] if opened else built


def composed_file(spec: FileSpec, library: Library, brand: Brand, known: KnownDocuments | None = None) -> ComposedFile:
    """Return the document of a file. Raises the same errors as `make`.

    Documents in `known` are not composed again, and new ones are added to it. All must be of this library and brand.
    """
    from coprod_content.editions.composition import compose  # not needed for a file from the cache
    from coprod_content.editions.identity import identified

    source = source_of(spec.renderer)
    instead = access_edition_named(spec.access).substitute(_in_format(spec.edition, source))
    known, key = {} if known is None else known, (instead.edition, spec.select or instead.select)
    if key not in known:
        known[key] = identified(compose(key[0], library, key[1]), brand, library)
    return ComposedFile(
        document=known[key],
        edition=spec.edition,
        composed=instead.edition,
        renderer=source,
        select=spec.select,
        access=spec.access,
    )


def rendered(file: ComposedFile, library: Library, brand: Brand) -> BuiltFile:
    """Make a file from its document. Raises the same errors as `make`."""
    access = access_edition_named(file.access)
    document, to, brand = adapted(file.document, file.composed, file.renderer, brand, access)
    return render(recorded(document, file.edition, file.select, file.access), to, brand, library)


def in_open_formats(files: Sequence[BuiltFile]) -> tuple[BuiltFile, ...]:
    """Return built files in their open formats, if any. Raises RendererError."""
    made: list[BuiltFile] = []
    for to, source in open_formats().items():
        some = [each for each in files if each.renderer == source and each.data is not None]
        data = converted([each.data or b"" for each in some], to) if some else ()
        made += (evolve(each, renderer=to, suffix=f".{to}", data=new) for each, new in zip(some, data, strict=True))
    return tuple(made)


def _in_format(edition: str, to: str) -> str:
    """Return the edition to make in a format, often `edition` itself."""
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
    from coprod_content.editions.identity import identified  # not needed for a file from the cache
    from coprod_content.packs.glyphs import missing_glyphs
    from coprod_content.packs.trace import traced_finding

    found = renderer(to)
    document = identified(document, brand, library)
    fitted = fitted_to(to, evolve(document, date=build_date(document.date)), frames_in(to, brand))
    document = fitted.document
    findings = tuple(traced_finding(fault, fault.spot, document, library) for fault in fitted.faults)
    if found.uncovered:
        lost = RENDERERS.call(to, str, found.uncovered, document, brand)
        findings = (*findings, *missing_glyphs(document, lost, library))
    if found.faults:
        faults = RENDERERS.call(to, tuple, found.faults, document, brand)
        findings = (*findings, *(traced_finding(each, each.spot, document, library) for each in faults))
    built = BuiltFile(document=document, renderer=to, suffix=found.suffix, data=None, findings=findings)
    if built.has_errors:
        return built
    return _inspected(evolve(built, data=_bytes(found, to, document, brand)), library)


def fitted_to(to: str, document: Document, frames: "Frames | None") -> "FittedDocument":
    """Fit a document into frames, if its format has any."""
    from coprod_content.layout.fit import FittedDocument, fit  # not needed for a file from the cache

    return RENDERERS.call(to, FittedDocument, fit, document, frames) if frames else FittedDocument(document)


def _inspected(built: BuiltFile, library: Library) -> BuiltFile:
    from coprod_content.packs.trace import traced_findings  # not needed for a file from the cache

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
