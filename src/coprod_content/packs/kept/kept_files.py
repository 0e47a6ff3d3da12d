"""Make files, unless an earlier run has kept them."""

import json

from attrs import field, frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.editions.selection import SelectionError
from coprod_content.findings.finding import ContentError
from coprod_content.packs.build import FileSpec, composed_file, make_file, rendered
from coprod_content.packs.kept.composed_before import kept_file
from coprod_content.packs.kept.kept_file import FilesState
from coprod_content.packs.kept.reasons import digests_of, reason, record_of, recorded_digests
from coprod_content.packs.pack import FileResult
from coprod_content.plugins.renderers import RendererError


@frozen
class KeptFiles:
    """The files made from a library and a brand.

    Each file is read from the cache if possible. If `reads` is false, every file is made again.
    """

    state: FilesState = field(repr=False)
    reads: bool = True

    @classmethod
    def of(cls, library: Library, brand: Brand, *, reads: bool = True) -> "KeptFiles":
        """Return the files made from a library and a brand."""
        return cls(FilesState(library, brand), reads)

    def result(self, spec: FileSpec) -> FileResult:
        """Return a kept or new file, or the reason why it failed."""
        try:
            return self._result(spec)
        except (RendererError, SelectionError, ContentError) as error:
            return FileResult(spec=spec, failure=str(error))

    def _result(self, spec: FileSpec) -> FileResult:
        library, brand = self.state.library, self.state.brand
        kept = kept_file(spec, self.state, reads=self.reads)
        if kept is None:
            made = make_file(spec, library, brand)
            return FileResult(spec=spec, built=made, why="a plugin by others makes or inspects it.")
        found = kept.read() if self.reads else None
        if found:
            return FileResult(spec=spec, built=found)
        composed = (
            kept.composed if kept.composed.is_whole else composed_file(spec, library, brand, self.state.documents)
        )
        made = rendered(composed, library, brand)
        record = record_of(spec, library)
        before, now = recorded_digests(record), digests_of(made, kept, self.state)
        kept.write(made)
        record.write(json.dumps(now).encode())
        why = reason(before, now, library) if self.reads else "--no-cache was given."
        return FileResult(spec=spec, built=made, why=why)
