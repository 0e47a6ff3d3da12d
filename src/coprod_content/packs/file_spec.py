"""A file to make: its edition, renderer, selection and name."""

from attrs import frozen

from coprod_content.access.access_editions import STANDARD
from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.packs.build import BuiltFile, make


@frozen(kw_only=True)
class FileSpec:
    """A file to make.

    `select` holds the ids to make the edition from. `name` has no suffix.
    """

    edition: str
    renderer: str
    select: tuple[str, ...]
    name: str
    access: str = STANDARD.name


def make_file(spec: FileSpec, library: Library, brand: Brand) -> BuiltFile:
    """Make the specified file. Raises the same errors as `build.make`."""
    return make(spec.edition, spec.renderer, library, brand, spec.select, access=spec.access)
