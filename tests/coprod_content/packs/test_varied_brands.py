"""What `check` passes, every command makes: templates and brands drawn at random."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.examples import examples
from tests.support.roots import small_root, written
from tests.support.varied_templates import brands

from coprod_content import Library, load
from coprod_content.access.access_editions import ACCESS_EDITIONS
from coprod_content.brand.load_brand import examine_brand
from coprod_content.content.model import Workshop
from coprod_content.editions import SelectionError
from coprod_content.packs import brand_check
from coprod_content.packs.build import FileSpec, make_file
from coprod_content.packs.pack_files import pack_files

_EDITIONS = ("deck", "facilitator-guide")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library of one item of each kind."""
    return load(small_root(tmp_path_factory.mktemp("small")))


def faults(
    files: dict[str, bytes], folder: Path, library: Library, pack: Callable[..., Iterable[FileSpec]], id_: str
) -> list[str]:
    """Return the errors in the files of a pack, if `check` finds none in the brand."""
    examined = examine_brand(written(folder, files))
    if any(each.level == "error" for each in brand_check.brand_findings(examined, library)):
        return []
    assert examined.brand
    found = []
    for access in ACCESS_EDITIONS:
        for spec in pack(library.workshops[id_], library, access.name):
            try:
                built = make_file(spec, library, examined.brand)
            except SelectionError:
                continue
            found += [f"{spec.name}{built.suffix}: {each}" for each in built.findings if each.level == "error"]
    return found


@settings(max_examples=2)
@given(files=brands())
def test_a_brand_that_passes_gives_every_file(
    files: dict[str, bytes], small: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever its template, names, logo and colours, no deck or guide of a small library has an error."""

    def some(workshop: Workshop, library: Library, access: str = "standard") -> tuple[FileSpec, ...]:
        return tuple(
            each
            for each in pack_files(workshop, library, access)
            if each.edition in _EDITIONS and each.renderer != "audio"
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(brand_check, "_SAMPLE", "meeting")
        patch.setattr(brand_check, "pack_files", some)
        assert faults(files, tmp_path_factory.mktemp("root"), small, some, "meeting") == []


@pytest.mark.thorough
@examples(25)
@given(files=brands(), workshop=st.sampled_from(("half-day", "online-hour", "first-steps", "power-sharing")))
def test_a_brand_that_passes_gives_every_file_of_our_packs(
    files: dict[str, bytes], workshop: str, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same holds for whole packs of the canonical content."""
    assert faults(files, tmp_path_factory.mktemp("root"), library, pack_files, workshop) == []
