"""The files of a pack, ready to be fitted, rendered and judged one step at a time."""

from collections.abc import Iterator

from attrs import frozen

from benchmarks.clock import cpu_seconds
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.document.document import Document
from coprod_content.editions import compose
from coprod_content.layout.fit import fit
from coprod_content.layout.frames import Frames
from coprod_content.packs.pack_files import pack_files
from coprod_content.packs.trace import traced_findings
from coprod_content.plugins.renderers import Renderer, renderer


@frozen
class File:
    """One file to be: its document before it is fitted, and the frames of its format."""

    document: Document
    renderer: Renderer
    frames: Frames | None

    def fitted(self) -> Document:
        """The document as it is rendered."""
        return fit(self.document, self.frames).document if self.frames else self.document

    def times(self, library: Library, brand: Brand) -> tuple[float, float, float]:
        """The seconds of processor time that fitting takes, judging document and file, and rendering."""
        fitted = self.fitted()
        data = self.renderer.render(fitted, brand)
        fitting, judging, rendering = cpu_seconds(
            self.fitted,
            lambda: traced_findings(fitted, data, self.renderer.suffix, library),
            lambda: self.renderer.render(fitted, brand),
        )
        return (fitting if self.frames else 0.0), judging, rendering


def files(workshop: str, library: Library, brand: Brand) -> Iterator[File]:
    """The files of the pack of a workshop."""
    for spec in pack_files(library.workshops[workshop], library):
        found = renderer(spec.renderer)
        document = compose(spec.edition, library, spec.select)
        yield File(document, found, found.frames(brand) if found.frames else None)


def sums(workshop: str, library: Library, brand: Brand) -> tuple[float, float, float]:
    """The seconds that fitting, judging and rendering take over all files of a pack."""
    fits, judges, renders = zip(*(file.times(library, brand) for file in files(workshop, library, brand)), strict=True)
    return sum(fits), sum(judges), sum(renders)
