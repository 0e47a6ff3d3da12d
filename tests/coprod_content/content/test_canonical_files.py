"""Every pack of the canonical library passes inspection, with no findings and no waivers."""

import pytest

from coprod_content import Library, load
from coprod_content.brand.brand import Brand
from coprod_content.packs.build import make_file
from coprod_content.packs.pack_files import pack_files

WORKSHOPS = sorted(load().workshops)


@pytest.mark.thorough
@pytest.mark.parametrize("id_", WORKSHOPS)
def test_each_file_of_each_pack_is_inspected_and_has_no_finding(id_: str, library: Library, brand: Brand) -> None:
    """Every deck, guide, card and page of a workshop is inspected, and none has a fault."""
    workshop = library.workshops[id_]
    for spec in pack_files(workshop, library):
        made = make_file(spec, library, brand)
        assert (made.findings, made.not_inspected, made.data is not None) == ((), "", True), spec.name
