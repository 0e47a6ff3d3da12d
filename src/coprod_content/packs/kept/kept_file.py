"""A finished file, kept under everything that its bytes depend on."""

import os
import sys
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256

from attrs import evolve, field, frozen

from coprod_content.access.access_editions import access_edition_named
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.source import Source
from coprod_content.files.cache.content_json import NotContent, json_of, value_of
from coprod_content.files.cache.digests import packages_digest
from coprod_content.files.cache.kept_bytes import KeptBytes
from coprod_content.files.cache.value_digest import value_digest
from coprod_content.files.content_root import canonical_root
from coprod_content.findings.finding import Finding
from coprod_content.packs.build import BuiltFile, ComposedFile, build_date
from coprod_content.plugins.entry_points import our_packages_of
from coprod_content.plugins.inspectors import GROUP as INSPECTORS
from coprod_content.plugins.renderers import GROUP as RENDERERS

_KIND = "file"


@frozen
class FilesState:
    """A library and a brand, with digests.

    The digests cover everything that files show of them.
    """

    library: Library = field(repr=False)
    brand: Brand = field(repr=False)

    @cached_property
    def look(self) -> str:
        """A digest of the brand and its files.

        It also covers the canonical brand, which fills the gaps of the brand.
        """
        with open(canonical_root() / "brand.yaml", "rb") as stream:
            return value_digest(self.brand, stream.read())

    @cached_property
    def places(self) -> str:
        """A digest of all that findings show of the items.

        This is their words, and their places in files.
        """
        sources = {each for item in self.library for each in _chain(item.source)}
        contents = {str(source.path): _contents(source) for source in sources}
        return value_digest(tuple(self.library), os.getcwd(), tuple(sorted(contents.items())))


def _chain(source: Source | None) -> Iterator[Source]:
    while source:
        yield source
        source = source.base


def _contents(source: Source) -> str:
    try:
        return sha256(source.path.read_bytes()).hexdigest()
    except OSError:
        return ""


@frozen
class KeptFile:
    """A file that an earlier run may have kept.

    Its document is composed already.
    """

    composed: ComposedFile = field(repr=False)
    state: FilesState = field(repr=False)
    entries: tuple[KeptBytes, ...]
    """Where the file is kept without findings and with some. Findings also depend on the places of all items."""

    @classmethod
    def of(cls, composed: ComposedFile, state: FilesState) -> "KeptFile | None":
        """Return where a file is kept.

        Returns None if a plugin by others makes or inspects it.
        """
        to = access_edition_named(composed.access).renderer(composed.renderer)
        packages = our_packages_of(to, RENDERERS, INSPECTORS)
        if packages is None:
            return None
        dated = build_date(composed.document.date), packages_digest(tuple(sys.path))
        key = (value_digest(composed), state.look, *dated)
        return cls(composed, state, (KeptBytes(_KIND, key, packages), KeptBytes(_KIND, (*key, "findings"), packages)))

    @property
    def name(self) -> str:
        """A name that differs from those of all other files."""
        return self.entries[0].name

    def read(self) -> BuiltFile | None:
        """Return the file, or None if it is missing or damaged."""
        plain, placed = self.entries
        found = plain.read()
        if found is None and (found := placed.read()) is not None:
            placed = evolve(placed, key=(*placed.key, self.state.places))
            found = placed.read()
        return self._built(found) if found is not None else None

    def write(self, built: BuiltFile) -> None:
        """Keep a file, unless it has no bytes or was not inspected."""
        if built.data is None or built.not_inspected:
            return
        try:
            body = _facts(built) + b"\n" + built.data
        except NotContent:  # a finding of a class that only a plugin knows
            return
        plain, placed = self.entries
        if not built.findings:
            plain.write(body)
            return
        placed.write(b"some")
        evolve(placed, key=(*placed.key, self.state.places)).write(body)

    def _built(self, body: bytes) -> BuiltFile | None:
        head, _, data = body.partition(b"\n")
        try:
            renderer, suffix, access, cards, items, findings = value_of(head)
            sound = all(isinstance(each, str) for each in (renderer, suffix, access, *items)) and isinstance(cards, int)
            sound = sound and all(isinstance(each, Finding) for each in findings)
        except (NotContent, TypeError, ValueError):
            return None
        if not sound:
            return None
        document = evolve(self.composed.document, access=access, sections=())
        return BuiltFile(
            document=document,
            renderer=renderer,
            suffix=suffix,
            data=data,
            findings=findings,
            card_count=cards,
            items=items,
        )


def _facts(built: BuiltFile) -> bytes:
    """Return in one line what is known about a file.

    The bytes are not included.
    """
    facts = (built.renderer, built.suffix, built.document.access, built.card_count, built.items, built.findings)
    return json_of(facts)
