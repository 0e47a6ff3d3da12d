"""A finished file, kept under everything that its bytes depend on."""

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from attrs import evolve, field, frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.source import Source
from coprod_content.files.cache.content_json import NotContent, json_of, value_of
from coprod_content.files.cache.digests import packages_digest, root_digest
from coprod_content.files.cache.kept_bytes import KeptBytes
from coprod_content.files.cache.value_digest import value_digest
from coprod_content.files.content_root import canonical_root
from coprod_content.files.root_files import SINGLE_FILES, single_file
from coprod_content.findings.finding import Finding
from coprod_content.packs.build import BuiltFile, ComposedFile, KnownDocuments
from coprod_content.packs.writing.build_date import build_date

_KIND = "file"


@frozen
class FilesState:
    """A library and a brand, with digests.

    The digests cover everything that files show of them.
    """

    library: Library = field(repr=False)
    brand: Brand = field(repr=False)
    known_digests: dict[str, Mapping[str, str]] = field(factory=dict, init=False, repr=False, eq=False)
    """Digests of the fields of items, by id, and of what all files share, under an empty string."""

    documents: KnownDocuments = field(factory=dict, init=False, repr=False, eq=False)
    """Documents that were composed already. Several formats and access editions are made from one document."""

    @cached_property
    def look(self) -> str:
        """A digest of the brand and its files.

        It also covers the canonical brand, which fills the gaps of the brand.
        """
        with open(canonical_root() / "brand.yaml", "rb") as stream:
            return value_digest(self.brand, stream.read())

    @cached_property
    def contents(self) -> str | None:
        """A digest of everything that documents are composed from.

        Besides the library, it covers what distinguishes our own content from other content. Returns None if our
        content cannot be read.
        """
        root, library = canonical_root(), self.library
        names = root_digest(root, names_only=True)
        if names is None:
            return None
        singles = (single_file(root, each) for each in sorted(SINGLE_FILES))
        ours = tuple(path.read_bytes() for path in singles if path.is_file())
        parts = library.about, library.retired, library.unavailable, library.clips
        return value_digest(tuple(library), *parts, names, ours)

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

    `composed` need not be whole.
    """

    composed: ComposedFile = field(repr=False)
    state: FilesState = field(repr=False)
    entries: tuple[KeptBytes, ...]
    """Where the file is kept without findings and with some. Findings also depend on the places of all items."""

    digest: str = ""
    """A digest of the composed file."""

    @classmethod
    def of(cls, digest: str, composed: ComposedFile, state: FilesState, packages: tuple[Path, ...]) -> "KeptFile":
        """Return where a file is kept.

        `digest` is that of the whole composed file. `packages` are the folders of the packages that make and inspect
        the file.
        """
        key = (digest, state.look, build_date(composed.document.date), packages_digest(tuple(sys.path)))
        entries = KeptBytes(_KIND, key, packages), KeptBytes(_KIND, (*key, "findings"), packages)
        return cls(composed, state, entries, digest)

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
