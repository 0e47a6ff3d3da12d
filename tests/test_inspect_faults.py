"""Inspectors find what is planted, and nothing in what is good: a failing and a passing file for each rule."""

from collections.abc import Callable, Iterator

import pytest
from tests.faults import documents, good, pages, pdfs, slides

from coprod_content.inspection import faults_of

Plant = Callable[[], bytes]
GOOD: dict[str, Plant] = {".pptx": good.deck, ".docx": good.guide, ".pdf": good.pdf, ".html": good.PAGE.encode}
PLANTED = {".pptx": slides.FAULTS, ".docx": documents.FAULTS, ".pdf": pdfs.FAULTS, ".html": pages.FAULTS}


def each() -> Iterator[object]:
    for suffix, faults in PLANTED.items():
        for code, plants in faults.items():
            for at, plant in enumerate(plants):
                yield pytest.param(suffix, code, plant, id=f"{suffix[1:]}-{code}-{at}")


@pytest.mark.parametrize("suffix", GOOD)
def test_nothing_is_found_in_a_good_file(suffix: str) -> None:
    """The file that the faults are planted in has none."""
    assert faults_of(GOOD[suffix](), suffix) == ()


@pytest.mark.parametrize(("suffix", "code", "plant"), list(each()))
def test_one_planted_fault_is_found_and_nothing_else(suffix: str, code: str, plant: Plant) -> None:
    """One fault in a good file gives exactly its code."""
    assert {fault.code for fault in faults_of(plant(), suffix)} == {code}
