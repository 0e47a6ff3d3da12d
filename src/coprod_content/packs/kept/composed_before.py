"""Find kept files without composing their documents again."""

import json
import sys
from contextlib import suppress

from coprod_content.access.access_editions import access_edition_named
from coprod_content.document.document import Document
from coprod_content.files.cache.digests import packages_digest
from coprod_content.files.cache.kept_bytes import KeptBytes
from coprod_content.files.cache.value_digest import value_digest
from coprod_content.packs.build import ComposedFile, FileSpec, composed_file
from coprod_content.packs.kept.kept_file import FilesState, KeptFile
from coprod_content.plugins.entry_points import our_packages_of
from coprod_content.plugins.inspectors import GROUP as INSPECTORS
from coprod_content.plugins.open_formats import source_of
from coprod_content.plugins.renderers import GROUP as RENDERERS

_SHOWN = ("title", "language", "edition", "publisher", "date")
"""The fields of a document that a manifest shows, or that decide where its file is kept."""


def kept_file(spec: FileSpec, state: FilesState, *, reads: bool = True) -> KeptFile | None:
    """Return where a file is kept, composing its document only if necessary.

    If `reads` is false, the document is always composed. Returns None if a plugin by others makes or inspects the file.
    Raises the same errors as `composed_file`.
    """
    to = access_edition_named(spec.access).renderer(source_of(spec.renderer))
    packages = our_packages_of(to, RENDERERS, INSPECTORS)
    if packages is None:
        return None
    parts = (value_digest(spec), state.contents or "", state.look, packages_digest(tuple(sys.path)))
    record = KeptBytes("composed", parts, packages)
    if reads and state.contents and (known := _known(record.read(), spec)):
        return KeptFile.of(*known, state, packages)
    composed = composed_file(spec, state.library, state.brand, state.documents)
    digest = value_digest(composed)
    if state.contents:
        shown = {name: getattr(composed.document, name) for name in _SHOWN}
        record.write(json.dumps([digest, composed.composed, composed.renderer, shown]).encode())
    return KeptFile.of(digest, composed, state, packages)


def _known(body: bytes | None, spec: FileSpec) -> tuple[str, ComposedFile] | None:
    """Return the digest of a composed file, and the file itself, hollow."""
    with suppress(TypeError, ValueError):  # missing or damaged
        digest, composed, renderer, shown = json.loads(body or b"")
        return digest, ComposedFile(
            document=Document(**shown),
            edition=spec.edition,
            composed=composed,
            renderer=renderer,
            select=spec.select,
            access=spec.access,
            is_whole=False,
        )
    return None
