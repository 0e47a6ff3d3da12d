"""Building: compose an edition, fit it, render it, inspect what was made."""

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from attrs import evolve, frozen

from coprod_content.access import access_edition_named
from coprod_content.access.access_edition import STANDARD
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.unknown_names import UnknownId
from coprod_content.document.document import Document, words_of
from coprod_content.editions import compose, edition_named
from coprod_content.files.field_positions import place_of
from coprod_content.findings.finding import Finding
from coprod_content.layout.fit import fit
from coprod_content.packs.trace import judged
from coprod_content.plugins.inspectors import InspectorError
from coprod_content.plugins.renderers import Renderer, RendererError, package_of, renderer
from coprod_content.text.missing_glyphs import glyph_advice, listed_characters


@frozen(kw_only=True)
class Made:
    """One file to be: the document it was made from, its bytes, and what was found on the way.

    Where text does not fit there are no bytes. `unseen` says why the bytes were not inspected, if they were not.
    """

    document: Document
    renderer: str
    suffix: str
    data: bytes | None
    findings: tuple[Finding, ...] = ()
    unseen: str = ""

    @property
    def faulty(self) -> bool:
        """Whether there is an error among the findings, with which nothing is written unasked."""
        return any(finding.level == "error" for finding in self.findings)

    @property
    def cards(self) -> int:
        """How many cards there are in the document."""
        return sum(section.role == "card-front" for section in self.document.sections)

    @property
    def items(self) -> tuple[str, ...]:
        """The ids of the content items that the document was made from, each once, in order."""
        return tuple(dict.fromkeys(id_ for _, section in self.document.walk() for id_ in section.items))


def make(
    edition: str,
    to: str,
    library: Library,
    brand: Brand,
    select: Sequence[str] = (),
    *,
    access: str = STANDARD.name,
) -> Made:
    """An edition of a selection in the format of a renderer, as an access edition has it.

    Raises UnknownAccessEdition, what `compose` and `renderers.renderer` raise, and RendererError when rendering fails.
    """
    wanted = access_edition_named(access)
    instead, to = wanted.substitute(edition), wanted.renderer(to)
    document = compose(instead.edition, library, select or instead.select)
    brand = edition_named(instead.edition).brand(wanted.brand(brand))
    found = renderer(to)
    document = wanted.apply(document, brand, found.frames(brand) if found.frames else None)
    return rendered(document, to, library, brand)


def rendered(document: Document, to: str, library: Library, brand: Brand) -> Made:
    """A document in the format of a renderer, fitted first where the format has pages of a fixed size."""
    found = renderer(to)
    document = evolve(document, date=build_date(document.date))
    findings: tuple[Finding, ...] = ()
    if found.frames:
        fitted = fit(document, found.frames(brand))
        document = fitted.document
        findings = tuple(
            _placed(finding, items, library) for finding, items in zip(fitted.findings, fitted.items, strict=True)
        )
    if found.uncovered:
        findings = (*findings, *_without_glyphs(document, found.uncovered(document, brand), library))
    made = Made(document=document, renderer=to, suffix=found.suffix, data=None, findings=findings)
    return made if findings else _inspected(evolve(made, data=_bytes(found, to, document, brand)), library)


def _inspected(made: Made, library: Library) -> Made:
    """A file with what is wrong with it."""
    try:
        return evolve(made, findings=judged(made.document, made.data or b"", made.suffix, library))
    except InspectorError as error:
        return evolve(made, unseen=str(error))


def _bytes(found: Renderer, name: str, document: Document, brand: Brand) -> bytes:
    try:
        data = found.render(document, brand)
    except Exception as error:
        why = f"{type(error).__name__}: {error}".splitlines()[0]
        raise RendererError(
            f"The renderer '{name}' of {package_of(name)} failed ({why}). Report it to those who make it."
        ) from error
    if not isinstance(data, bytes):
        made = type(data).__name__
        raise RendererError(
            f"The renderer '{name}' of {package_of(name)} gave {made}, not bytes. Report it to those who make it."
        )
    return data


def _without_glyphs(document: Document, lost: str, library: Library) -> Iterator[Finding]:
    """A finding for each section with characters that no font of its format has."""
    for _, section in document.walk() if lost else ():
        words = "".join(words_of(evolve(document, sections=(evolve(section, sections=()),))))
        missing = "".join(character for character in lost if character in words)
        if missing:
            what = f"no font at hand has {listed_characters(missing)}."
            finding = Finding(code="no-glyph", field=section.title, what=what, fix=glyph_advice(missing))
            yield _placed(finding, section.items, library)


def _placed(finding: Finding, items: tuple[str, ...], library: Library) -> Finding:
    """A finding with the file of the first item that its section was made from."""
    try:
        return evolve(finding, where=place_of(library[items[0]], ()) if items else None)
    except UnknownId:
        return finding


def build_date(default: str) -> str:
    """The day that files carry: that of SOURCE_DATE_EPOCH where it is set to whole seconds, else the default."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds.isdigit():
        return default
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (OverflowError, ValueError, OSError):
        return default
