"""Every file of every pack, as outside judges see it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.judging import OPENS, judged
from tests.support.made_files import OFFICE, PDF, Kept

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.packs.build import make_file
from coprod_content.packs.pack_files import pack_files


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.thorough)])
def test_every_file_of_every_pack_passes_its_judges(
    step: int, library: Library, brand: Brand, judge: Callable[[str], str], tmp_path: Path
) -> None:
    """Office files are valid; PDFs are PDF/UA-1 and PDF/A-2a, as two programs see it.

    `make check` judges every fourth pack. Other tests print all decks, guides, handouts and run sheets with
    LibreOffice.
    """
    judge("java")
    files, names = Kept(tmp_path), {}
    for workshop in tuple(library.workshops.values())[::step]:
        for spec in pack_files(workshop, library):
            made = make_file(spec, library, brand)
            assert made.data is not None, spec.name
            if made.suffix in OFFICE + PDF:
                files.keep(made.data, made.suffix)
                names[files.path_of(made.data, made.suffix)] = f"{spec.name}{made.suffix}"
    result = judged(files, without=OPENS)
    assert [f"{names.get(one.file, '')}: {one.judge}: {one.what}" for one in result.verdicts] == []
    assert all(seen >= 30 // step for _, seen, _ in result.counts)
