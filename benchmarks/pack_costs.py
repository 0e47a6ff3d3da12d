"""What fitting, judging and rendering the files of a pack cost, one step at a time."""

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
class UnfittedFile:
    """A file before it is made: its document before fitting, its renderer, and the frames of its format."""

    document: Document
    renderer: Renderer
    frames: Frames | None

    def fitted(self) -> Document:
        """Return the document as it is rendered."""
        return fit(self.document, self.frames).document if self.frames else self.document

    def costs(self, library: Library, brand: Brand) -> tuple[float, float, float]:
        """Return the processor seconds of fitting, of judging document and file, and of rendering."""
        fitted = self.fitted()
        data = self.renderer.render(fitted, brand)
        fitting, judging, rendering = cpu_seconds(
            self.fitted,
            lambda: traced_findings(fitted, data, self.renderer.suffix, library),
            lambda: self.renderer.render(fitted, brand),
        )
        return (fitting if self.frames else 0.0), judging, rendering


def unfitted_files(workshop: str, library: Library, brand: Brand) -> Iterator[UnfittedFile]:
    """Yield the files of a workshop's pack."""
    for spec in pack_files(library.workshops[workshop], library):
        found = renderer(spec.renderer)
        document = compose(spec.edition, library, spec.select)
        yield UnfittedFile(document, found, found.frames(brand) if found.frames else None)


def pack_costs(workshop: str, library: Library, brand: Brand) -> tuple[float, float, float]:
    """Return the processor seconds of fitting, judging and rendering, over all files of a pack."""
    costs = [file.costs(library, brand) for file in unfitted_files(workshop, library, brand)]
    fitting, judging, rendering = zip(*costs, strict=True)
    return sum(fitting), sum(judging), sum(rendering)
